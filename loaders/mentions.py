"""Every noun phrase of an article that may name an actor, longest reading first, left to right.

Proposers: the list of names (`lexicon`), titles with or without a name, head nouns of bodies, places and agreements,
arms of a state, nations' adjectives, given names. Each chunk carries its proposer and a score; `actors.py` decides who
it is.
"""

from __future__ import annotations

from loaders import eulogies
from loaders.apposition import apposed
from loaders.backrefs import again
from loaders.bodies import body
from loaders.doc import Chunk, Doc
from loaders.honoured import BEGINNINGS, honoured
from loaders.lexicon import Info, Lexicon
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.localities import place
from loaders.names import after_clitics, name_end
from loaders.namewords import COMPOUND, KUNYA, SERVANT
from loaders.nations import nisba_at, other_sense, state
from loaders.newcomers import kin, newcomer
from loaders.offices import titled
from loaders.spans import listed_at
from loaders.spans import named as named_without
from loaders.townlists import ROWS, town

GROUPS = word_set("mentions.groups")
"""Nouns whose doings are those of the body named after them (مقاتلو حماس, مصدر في حزب الله)."""
OWNED = word_set("mentions.owned")
"""Words in a body's name before whose arm it is."""
ARMED_GROUPS = word_set("mentions.armed_groups")
ALL_GROUPS = GROUPS | ARMED_GROUPS
AFTER = frozenset(("في", "من", "باسم", "لدي", "ل"))
LATTER = frozenset(("الاخير", "الاخيره"))
MALE_STATES = frozenset(("LBN", "IRQ", "YEM", "JOR", "SDN", "MAR", "SOM", "SEN", "CMR", "NER", "VAT"))


def chunks(doc: Doc) -> list[Chunk]:
    out: list[Chunk] = []
    rows = not ROWS.isdisjoint(doc.folds)
    for sent in doc.sents:
        i = sent.first
        while i < sent.last:
            info = doc.infos[i]
            begins = info.begins
            if begins is None:
                begins = info.begins = _may_begin(doc.lex, info)
            chunk = None
            if begins == "any" or (begins and listed_at(doc, i, sent.last) is not None):
                chunk = _at(doc, i, sent.last, out)
            if chunk is None and i and doc.infos[i - 1].verbs:
                chunk = newcomer(doc, i, sent.last)
            if chunk is None and i and rows:
                chunk = town(doc, i, sent.last, out)
            if chunk is None:
                i += 1
                continue
            out.append(chunk)
            i = chunk.last
    out[:] = [c for c in out if not _credit(doc, c)]
    out = _shorts(doc, apposed(doc, out))
    eulogies.take(doc, out)
    return out


def _may_begin(lex: Lexicon, info: Info) -> str:
    """Which noun phrases of actors can begin with this spelling: any, listed names alone, or none; kept by spelling."""
    form = info.word.fold
    unlisted = bool(
        info.titles
        or info.heads
        or info.nisbas
        or info.given
        or info.portfolio
        or info.owned
        or form in lex.given_common
        or form in GROUPS
        or form in LATTER
        or not ARMED_GROUPS.isdisjoint(info.word.rests)
        or form in KUNYA
        or form in SERVANT
        or not BEGINNINGS.isdisjoint(info.word.rests)
        or form.startswith(("عبد", "عبيد"))
        or "بلاد" in form
        or "نظي" in form
        or "نظرا" in form
        or any(
            r in lex.nisba2 or r in lex.given or r in lex.given_often or r in SERVANT or r in KUNYA
            for r in info.word.rests
        )
    )
    clitics = not info.ordinary and len(info.word.splits) > 1
    return "any" if unlisted or (info.names and clitics) else "listed" if info.names else ""


def _at(doc: Doc, i: int, stop: int, before: list[Chunk]) -> Chunk | None:
    info = doc.infos[i]
    if doc.dated[i] or not doc.texts[i][0].isalpha():
        return None
    best: Chunk | None = None
    if info.titles or info.owned or "نظي" in info.word.fold or "نظرا" in info.word.fold:
        best = titled(doc, i, stop)
    if info.heads or info.portfolio:
        for propose in (state, body, place):
            got = propose(doc, i, stop)
            if (
                got is not None
                and best is not None
                and got.by == "state:head"
                and best.kind == "title"
                and got.last <= best.last
            ):
                continue  # المسؤول الإيراني: a title, whose bearer may stand in the article
            if got is not None and (
                best is None or got.last > best.last or (got.last == best.last and got.score > best.score)
            ):
                best = got
    named = listed_at(doc, i, stop)
    if named is not None and named[0] == i + 1 and "القاعده" in info.word.rests and _military_base(doc, i):
        named = None
    if named is not None and (
        best is None
        or named[0] > best.last
        or (named[0] == best.last and best.kind != "title" and not best.roles)
        or (
            named[0] == best.last
            and best.by.startswith("title+names")
            and named[2][0].type == "person"
            and not named[1]
        )
        or _same_span(doc, best, named, stop)
    ):
        got = _listed(doc, i, named[0], named[1], named[2], stop)
        if got is not None and (best is None or got.last >= best.last or _same_span(doc, best, named, stop)):
            got.last = max(got.last, best.last if best is not None else 0)
            if best is not None and best.kind == got.kind == "person":
                got.roles = best.roles  # الملك سلمان: the listed name with its title
            best = got
    if (
        best is not None
        and best.kind == "title"
        and best.roles
        and best.roles[0].kind == "office"
        and best.length == 1
        and best.lead == ""
        and not best.definite
    ):
        best = None
    if info.nisbas or info.word.fold in doc.lex.nisba2:
        at = nisba_at(doc, i, stop)
        if (
            at
            and not other_sense(doc, i, at[1])
            and (
                best is None
                or (
                    best.last <= at[0]
                    and _adjective_here(doc, i, at[2].definite)
                    and best.kind in ("country", "place", "person")
                    and best.by == "lexicon"
                    and best.last == at[0]
                )
            )
        ):
            nisba = at[2]
            got = Chunk(
                i,
                at[0],
                i,
                at[0],
                "nisba" if nisba.number == "s" or not nisba.definite else "country",
                "nisba",
                "nisba",
                0.8,
                at[1],
                (doc.lex.countries[nisba.iso].entity,),
                nisba.iso,
                nisba.gender,
                nisba.number,
                doc.quote_free(i, at[0]),
                definite=nisba.definite,
            )
            if best is None or doc.lex.countries[nisba.iso].entity in best.entities or best.kind == "person":
                best = got
    if best is None or (best.kind in ("country", "place", "nisba") and best.last == i + 1):
        begins = info.given or named is not None or _first_name(doc.lex, info.word.fold)
        end = name_end(doc, i, stop, True) if begins else i
        if end > i + 2 and info.ordinary and not info.word.fold.startswith("ال") and _named_behind(doc, i, end):
            end = i  # فوز إبراهيم رئيسي: a noun before a listed name
        if end > i + 1 and not (
            best is not None and best.kind == "country" and doc.infos[i].word.fold not in doc.lex.given
        ):
            gender = doc.lex.gender(info.word.fold)
            best = Chunk(
                i, end, i, end, "person", "name", "names:given", 0.7, gender=gender, name=doc.quote_free(i, end)
            )
        elif best is None and not info.ordinary and len(info.word.splits) > 1:
            end, lead = after_clitics(doc, i, stop)
            if lead:
                name = named_without(doc, i, end, lead)
                best = Chunk(
                    i,
                    end,
                    i,
                    end,
                    "person",
                    "name",
                    "names:given",
                    0.7,
                    lead,
                    gender=doc.lex.gender(fold_first(name)),
                    name=name,
                )
    if best is not None and best.kind == "person" and best.by == "lexicon":
        best = _extend(doc, best, stop)
    if (
        best is None
        and not info.word.rests.isdisjoint(ALL_GROUPS)
        and (leads := [lead for lead, rest in info.word.splits if rest in (ARMED_GROUPS if lead else GROUPS)])
    ):
        best = _group(doc, i, stop, leads[0])
    if best is None and info.given:
        best = kin(doc, i)
    if best is None and info.heads:
        best = again(doc, i)
    if best is None and i and info.word.fold in LATTER and _stands_alone(doc, i):
        gender = "f" if info.word.fold.endswith("ه") else "m"
        best = Chunk(
            i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.6, gender=gender, name=doc.texts[i], head="*last"
        )
    if best is None and not BEGINNINGS.isdisjoint(info.word.rests):
        best = honoured(doc, i, stop)
    if best is None and "بلاد" in info.word.fold:
        for lead, rest in info.word.splits:
            if rest in ("بلاده", "بلادها", "بلادهم", "بلادنا"):
                best = Chunk(
                    i,
                    i + 1,
                    i,
                    i + 1,
                    "backref",
                    "pronoun",
                    "pronoun",
                    0.7,
                    lead,
                    gender="f",
                    name=doc.texts[i],
                    head="*country",
                )
    return best


def _military_base(doc: Doc, i: int) -> bool:
    """القاعدة العسكرية, هذه القاعدة: a base, not al-Qaeda."""
    after = doc.infos[i + 1] if i + 1 < doc.n else None
    described = after is not None and after.definite and after.word.fold.endswith("يه")
    return described or (i > 0 and doc.infos[i - 1].word.fold in ("هذه", "تلك"))


def _named_behind(doc: Doc, i: int, end: int) -> bool:
    """Whether all but the first word of [i, end) is one listed person's name."""
    named = listed_at(doc, i + 1, end)
    return named is not None and named[0] == end and not named[1] and any(e.type == "person" for e in named[2])


def _stands_alone(doc: Doc, i: int) -> bool:
    """Whether «الأخير» is a noun: behind a verb or أن, not behind a noun whose adjective it is."""
    before = doc.infos[i - 1]
    return "complement" in before.closed or any(r.pos == "verb" for r in before.verbs)


def _first_name(lex: Lexicon, form: str) -> bool:
    """Whether a word may begin a name by grammar (namewords.py asks the same in more words)."""
    return form in lex.given_common or form in KUNYA or form in SERVANT or form.startswith(("عبد", "عبيد"))


def _same_span(doc: Doc, best: Chunk, named: tuple[int, str, list[Entity]], stop: int) -> bool:
    """Whether a body by head noun is a listed one but for its nation or a quote (ميليشيات الحوثي الإيرانية)."""
    if not best.by.startswith(("head:", "state:")) or named[2][0].type not in ("organization", "militia"):
        return False
    end = named[0]
    if best.by == "head:quoted" and end < best.last and doc.texts[end] in "\"»”“'":
        end += 1
    at = nisba_at(doc, end, stop)
    return best.last in (end, at[0] if at and not at[1] else end)


def _adjective_here(doc: Doc, i: int, definite: bool) -> bool:
    """Whether a word that is both a country and its adjective (سورية) follows a noun that it can agree with."""
    if i == 0:
        return False
    prev = doc.infos[i - 1]
    if (
        prev.closed
        or prev.prep
        or (prev.verbs and not any(r.pos != "verb" for r in prev.verbs))
        or not doc.texts[i - 1][0].isalpha()
    ):
        return False
    form = prev.word.fold
    if definite:
        return form.startswith(("ال", "وال", "بال", "لل", "فال", "كال"))
    return form.endswith(("ه", "ات"))


def _listed(doc: Doc, i: int, end: int, lead: str, found: list, stop: int) -> Chunk | None:  # type: ignore[type-arg]
    types = {e.type for e in found}
    first = found[0]
    kind = first.type if len(types) == 1 else ("place" if "place" in types else first.type)
    metonym = None
    if (kind == "place" and end == i + 1) or kind == "place":
        metonym = (
            doc.lex.capitals.get(doc.infos[i].word.fold if not lead else _rest(doc, i, lead))
            if end == i + 1
            else doc.lex.capitals.get(" ".join(t.word.fold for t in doc.infos[i:end]))
        )
    iso = next((e.country for e in found if e.type == "country"), None)
    gender: str | None = None
    if kind == "country":
        gender = "m" if iso in MALE_STATES else "f"
    elif kind in ("organization", "militia", "agreement"):
        word = doc.infos[i].word.fold
        gender = (
            "f"
            if (word.endswith(("ه", "ات")) and doc.texts[i][-2:] != "يه")
            or word in ("قوات", "كتايب", "سرايا", "حماس", "فتح", "قسد", "داعش")
            else None
        )
    elif kind == "person":
        gender = doc.lex.gender(fold_first(found[0].name)) if len(found) == 1 else None
    chunk = Chunk(
        i,
        end,
        i,
        end,
        kind,
        "name",
        "lexicon",
        0.95,
        lead,
        tuple(found),
        iso,
        gender,
        "s",
        doc.quote_free(i, end),
        metonym=metonym,
        head=doc.infos[i].word.fold,
    )
    if kind in ("militia", "organization"):
        chunk.inner.extend(_owner_within(doc, i, end))
    at = nisba_at(doc, end, stop) if kind in ("militia", "organization") else None
    if at and not at[1] and at[2].definite and at[0] > end:
        chunk.inner.append(
            Chunk(
                end,
                at[0],
                end,
                at[0],
                "nisba",
                "nisba",
                "nisba",
                0.8,
                "",
                (doc.lex.countries[at[2].iso].entity,),
                at[2].iso,
                name=doc.quote_free(end, at[0]),
            )
        )
        chunk.last = at[0]
        chunk.iso = chunk.iso or at[2].iso
    return chunk


def _owner_within(doc: Doc, i: int, end: int) -> list[Chunk]:
    """Whose arm a body is when its listed name says so: التحالف بقيادة السعودية, المجلس التابع للأمم المتحدة."""
    for p in range(i + 1, end - 1):
        if doc.infos[p].word.fold not in OWNED:
            continue
        q = p + 2 if doc.texts[p + 1] == "من" else p + 1
        named = listed_at(doc, q, end) if q < end else None
        if named is not None and named[1] in ("", "ل"):
            got = _listed(doc, q, named[0], named[1], named[2], end)
        else:
            got = (state(doc, q, end) or body(doc, q, end)) if q < end and doc.infos[q].heads else None
        if got is None or got.last > end:
            return []
        got.by = "within"
        return [got]
    return []


def fold_first(name: str) -> str:
    from kg.model import fold

    return (fold(name).split() or [""])[0]


def _rest(doc: Doc, i: int, lead: str) -> str:
    return next((rest for clitics, rest in doc.infos[i].word.splits if clitics == lead), "")


def _extend(doc: Doc, chunk: Chunk, stop: int) -> Chunk:
    """A listed one-word person whose name goes on (عون ... is not ميشال عون): the longer reading by grammar."""
    if chunk.nlast - chunk.nfirst == 1 and not chunk.lead:
        end = name_end(doc, chunk.nfirst, stop, True)
        if end > chunk.nlast:
            return Chunk(
                chunk.first,
                end,
                chunk.nfirst,
                end,
                "person",
                "name",
                "names:given",
                0.7,
                gender=chunk.gender,
                name=doc.quote_free(chunk.nfirst, end),
                roles=chunk.roles,
                inner=chunk.inner,
            )
    return chunk


def _group(doc: Doc, i: int, stop: int, lead: str) -> Chunk | None:
    """مقاتلو حماس, مصدر في حزب الله: the body named after a noun for its members."""
    j = i + 1
    steps = 0
    while j < stop and steps < 3:
        form = doc.infos[j].word.fold
        if form in AFTER or (doc.texts[j] in '«"“' and j + 1 < stop):
            j += 1
            steps += 1
            continue
        named = listed_at(doc, j, stop)
        got = None
        if named and named[1] in ("", "ل", "ب") and named[2][0].type in ("organization", "militia"):
            got = _listed(doc, j, named[0], named[1], named[2], stop)
        elif doc.infos[j].heads and not doc.infos[j].titles:
            got = state(doc, j, stop) or body(doc, j, stop)
            if got is not None and got.lead not in ("", "ل", "ب"):
                got = None
        if got is not None:
            return Chunk(
                i,
                got.last,
                got.nfirst,
                got.nlast,
                got.kind,
                got.form,
                "group+" + got.by,
                got.score * 0.95,
                lead,
                got.entities,
                got.iso,
                None,
                "p",
                got.name,
                [],
                got.inner,
                got.head,
                nlead=got.lead,
            )
        if (
            steps == 0
            and doc.texts[j][0].isalpha()
            and not doc.infos[j].closed
            and not doc.infos[j].verbs
            and not doc.infos[j].word.fold.startswith("ال")
        ):
            j += 1
            steps += 2
            continue
        return None
    return None


def _credit(doc: Doc, chunk: Chunk) -> bool:
    """A body in brackets that ends a line: whose picture or wire it is (رويترز)."""
    i, j = chunk.first - 1, chunk.last
    if (
        chunk.kind not in ("organization", "militia", "country", "backref")
        or i < 0
        or j >= doc.n
        or doc.texts[i] != "("
        or doc.texts[j] != ")"
    ):
        return False
    return j + 1 >= doc.n or doc.texts[j + 1] == "\n"


def _short_of(doc: Doc, info: Info, last: dict[str, Chunk]) -> list[tuple[str, str, Chunk]]:
    """The ways to read a spelling as the last word of somebody's name: (clitics, that word, whose)."""
    out = []
    lex = doc.lex
    for lead, rest in info.word.splits:
        who = last.get(rest) or (last.get(rest[2:]) if rest.startswith("ال") and rest[2:] not in lex.ordinary else None)
        if who is not None and (rest not in lex.ordinary or rest in lex.family or rest.startswith("ال")):
            out.append((lead, rest, who))
    return out


def _shorts(doc: Doc, out: list[Chunk]) -> list[Chunk]:
    """One word of a full name that stands in the article, alone: its bearer's short name."""
    last: dict[str, Chunk] = {}
    for chunk in out:
        if chunk.kind != "person" or chunk.nlast - chunk.nfirst < 2:
            continue
        parts = [doc.infos[i].word.fold for i in range(chunk.nfirst, chunk.nlast)]
        for w in parts[1:]:
            if len(w) > 2 and (w == parts[-1] or w not in doc.lex.ordinary) and w not in COMPOUND:
                last.setdefault(w, chunk)
    if not last:
        return out
    keys = set(last) | {"ال" + w for w in last} | {w[2:] for w in last if w.startswith("ال")}
    readings = {info: _short_of(doc, info, last) for info in set(doc.infos) if not keys.isdisjoint(info.word.rests)}
    covered = bytearray(doc.n)
    for chunk in out:
        if chunk.kind != "nisba" and not (chunk.length == 1 and chunk.kind in ("title", "backref")):
            for i in range(chunk.first, chunk.last):
                covered[i] = 1
    found: list[Chunk] = []
    drop: set[int] = set()
    by_first = {
        c.first: k for k, c in enumerate(out) if c.kind == "nisba" or (c.length == 1 and c.kind in ("title", "backref"))
    }
    for i, info in enumerate(doc.infos):
        options = readings.get(info)
        if not options or covered[i] or doc.dated[i]:
            continue
        for lead, rest, who in options:
            if (who.first > i and lead) or (lead and info.ordinary and info.word.fold != lead + rest):
                continue
            if i in by_first:
                if (
                    out[by_first[i]].kind == "nisba"
                    and i
                    and doc.texts[i - 1][0].isalpha()
                    and not doc.infos[i - 1].verbs
                    and not doc.infos[i - 1].closed
                ):
                    break
                drop.add(by_first[i])
            first_ = i - 1 if i and not lead and doc.texts[i - 1] == "آل" and not covered[i - 1] else i
            name = rest if lead else doc.texts[i]
            found.append(
                Chunk(
                    first_,
                    i + 1,
                    first_,
                    i + 1,
                    "person",
                    "name",
                    "names:short",
                    0.8,
                    lead,
                    (),
                    gender=who.gender,
                    name=name,
                )
            )
            break
    if not found:
        return out
    kept = [c for k, c in enumerate(out) if k not in drop]
    return sorted(kept + found, key=lambda c: c.first)
