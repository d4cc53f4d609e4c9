"""Title and name: an office, its body and its nation, then who holds it (or nobody: a title alone)."""

from __future__ import annotations

from loaders.bodies import _portfolio, _quoted, again, body, listed_at, nisba_at, state
from loaders.doc import Chunk, Doc, Role
from loaders.lexicon.load import END, Info, Title
from loaders.names import name_end, namelike

SKIM = frozenset("،,\"«“()'")
LINKS = frozenset(("ل", "ب", "باسم", "لدي", "في", "الي", "عن", "بلسان", "لشوون", "علي"))


PEERS = {
    "نظيره": ("m", "s"), "نظيرها": ("m", "s"), "نظيرته": ("f", "s"), "نظيرتها": ("f", "s"), "نظيريه": ("m", "d"), "نظيريها": ("m", "d"),
    "نظراوه": ("m", "p"), "نظرايه": ("m", "p"), "نظرايها": ("m", "p"),
}  # fmt: skip
"""نظيره الفرنسي: who holds the office that the one before him holds."""


def title_at(doc: Doc, i: int, stop: int) -> tuple[int, str, Title] | None:
    for lead, rest in doc.infos[i].word.splits:
        if rest in PEERS:
            gender, number = PEERS[rest]
            return i + 1, lead, Title("نظير", "office", "nisba", gender, number, True)
    if doc.infos[i].word.fold == "المقرر" and i and doc.infos[i - 1].word.fold in ("من", "ومن", "كان", "وكان"):
        return None
    if not doc.infos[i].titles:
        return _with_pronoun(doc, i)
    found = doc.lex.phrase(doc.lex.titles, doc.infos, i, stop)
    if found is None:
        return None
    return found[0], found[1], found[2][0]


def _with_pronoun(doc: Doc, i: int) -> tuple[int, str, Title] | None:
    """رئيسها, زعيمه, رئيسته: an office with the body as a pronoun."""
    for lead, rest in doc.infos[i].word.splits:
        for end in ("ها", "هم", "ه"):
            stem = rest[: -len(end)]
            if len(stem) < 4 or not rest.endswith(end):
                continue
            for form in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem):
                for title in doc.lex.titles.get(form, {}).get(END, ()):
                    if title.kind == "office" and title.number == "s" and not title.definite and title.head in _OWNED:
                        return i + 1, lead, Title(title.head, "office", "pronoun", title.gender, "s", True)
    return None


_OWNED = frozenset(("رييس", "زعيم", "قايد", "وزير", "امين", "مدير", "سفير", "مبعوث", "ممثل", "متحدث", "ناطق", "موفد", "مندوب"))


def person_at(doc: Doc, i: int, stop: int, strict: bool) -> tuple[int, Chunk] | None:
    """A personal name at token i, listed or by grammar: (end, chunk of the name alone)."""
    named = listed_at(doc, i, stop)
    people = tuple(e for e in named[2] if e.type == "person") if named and not named[1] else ()
    end = name_end(doc, i, stop, strict)
    if named and people and named[0] >= end:
        # a listed one-word name goes on when the grammar says so (محمد بن ...), handled by `end`
        chunk = Chunk(i, named[0], i, named[0], "person", "name", "lexicon", 0.95, "", people, name=doc.quote_free(i, named[0]))
        return named[0], chunk
    if end > i:
        if named and not named[1] and named[0] >= end:
            return None  # a listed body or place
        by, score = ("names:given", 0.8) if doc.infos[i].word.fold in doc.lex.given else ("names:slot", 0.6)
        gender = doc.lex.given.get(doc.infos[i].word.fold) or doc.lex.given_common.get(doc.infos[i].word.fold)
        return end, Chunk(i, end, i, end, "person", "name", by, score, "", people if end == i + 1 else (), gender=gender, name=doc.quote_free(i, end))
    return None


def titled(doc: Doc, i: int, stop: int) -> Chunk | None:
    """A title phrase at token i with the name after it, or alone."""
    found = title_at(doc, i, stop)
    if found is None:
        return None
    j, lead, title = found
    if title.kind in ("honorific", "rank") and not title.definite and title.takes == "-" and not lead and title.number == "s" and title.head not in _BARE:
        # an indefinite rank before a name is still a rank (العميد is usual, عميد is not)
        pass
    roles: list[Role] = []
    inner: list[Chunk] = []
    current, first = title, i
    iso: str | None = None
    where: Chunk | None = None
    former, portfolio, words, comma = False, [], 0, -1
    who: Chunk | None = None
    anynisba: str | None = None

    if title.takes == "pronoun":
        where = Chunk(i, i + 1, i, i + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[i], head="*body")
        inner.append(where)

    def close(last: int) -> None:
        nonlocal iso, where, former, portfolio
        if current.kind in ("office", "role"):
            text = doc.quote_free(first, last).strip(" ،,")
            if first == i and lead:
                text = _without(text, lead)
            roles.append(Role(current.head, " ".join(portfolio), text, first, last, iso, where, former, current.kind))
        iso, where, former, portfolio = None, None, False, []

    limit = min(stop, i + 24)
    while j < limit:
        text, info = doc.texts[j], doc.infos[j]
        if doc.dated[j]:
            break
        if text in SKIM:
            k = j + 1
            if k >= limit:
                break
            if text in "،,":
                again = title_at(doc, k, limit)
                if again and not again[1] and again[2].kind in ("rank", "honorific") and again[2].definite:
                    person = person_at(doc, again[0], limit, False)
                    if person:
                        close(j)
                        j, who = person[0], person[1]
                        break
                person = person_at(doc, k, limit, not (words and (where or iso or portfolio))) if current.number == "s" and current.definite or where or iso else None
                if person and not _more(doc, person[0], limit) and (person[1].by == "lexicon" and len(person[1].entities) and person[1].last - person[1].first > 1 or person[1].last - person[1].first > 1 or _short(doc, person[1])):
                    close(j)
                    j, who = person[0], person[1]
                break
            if text in "\"«“":
                quoted = listed_at(doc, k, limit)
                if quoted and quoted[0] < limit and where is None and not any(e.type == "person" for e in quoted[2]):
                    where = _entity_chunk(doc, k, quoted[0], quoted[1], quoted[2])
                    inner.append(where)
                    j = quoted[0] + (1 if doc.texts[quoted[0]] in "\"»”" else 0)
                    continue
                span = _quoted(doc, j, limit)
                if span and where is None and current.takes == "body" and current.kind in ("office", "role") and not words:
                    where = Chunk(span[0] + 1, span[1] - 1, span[0] + 1, span[1] - 1, "organization", "name", "title:quoted", 0.7, name=doc.quote_free(*span), head=doc.infos[span[0] + 1].word.fold)
                    inner.append(where)
                    j, words = span[1], words + 1
                    continue
            break
        again = title_at(doc, j, limit)
        if again is not None and again[1] in ("", "ل"):
            end, tlead, nxt = again
            person = person_at(doc, end, limit, False) if nxt.kind in ("rank", "honorific", "role") or end < limit else None
            if nxt.kind in ("rank", "honorific") and not tlead:
                if person:
                    close(j)
                    j, who = person[0], person[1]
                    break
                if nxt.definite or nxt.head != "عضو":
                    j = end
                    continue
            if nxt.kind in ("office", "role") and words == 0 and not tlead and current.takes == "body" and not (nxt.definite and current.definite):
                portfolio.append(nxt.head)  # نائب وزير الخارجية
                for k in range(j + 1, end):
                    portfolio.append(doc.infos[k].word.fold)
                j, words = end, words + 1
                continue
            if nxt.kind in ("office", "role") and nxt.definite and not tlead and current.kind in ("honorific", "rank", "role"):
                close(j)
                current, first, j = nxt, j, end
                continue
        if form_of(info) in ("باسمها", "باسمه", "باسمهم", "فيها", "فيه", "لها", "له") and current.kind in ("office", "role") and where is None and not words and current.takes == "body":
            where = Chunk(j, j + 1, j, j + 1, "backref", "pronoun", "pronoun", 0.6, name=doc.texts[j], head="*body")
            inner.append(where)
            j, words = j + 1, words + 1
            continue
        if form_of(info) in ("المعين", "المعينه", "المدعوم", "المنبثق") and j + 2 < limit and doc.infos[j + 1].prep in ("من", "عن"):
            got = _object(doc, j + 2, limit)
            if got is not None:
                j = got.last
                continue
        if form_of(info) in ("التابع", "التابعه", "المنضوي") and j + 1 < limit and current.kind in ("office", "role"):
            got = _object(doc, j + 1, limit)
            if got is not None and got.lead == "ل":
                inner.append(got)
                where = where or (got if got.kind != "country" else None)
                iso = iso or got.iso
                j, words = got.last, words + 1
                continue
            break
        if "former" in info.closed:
            former = True
            j += 1
            continue
        if "modifier" in info.closed:
            if portfolio and not info.word.fold.startswith("ال"):
                break
            portfolio.append(info.word.fold)
            j += 1
            continue
        form = info.word.fold
        if form in LINKS and (info.prep is not None or form in ("باسم", "بلسان", "لشوون")) and current.kind in ("office", "role") and j + 1 < limit:
            k = j + 1
            while k + 1 < limit and doc.texts[k] in "\"«“":
                k += 1
            if k > j + 1 and form in ("باسم", "ل", "في", "ب"):
                got = _object(doc, k, limit)
                if got is not None and got.last < limit and doc.texts[got.last] in "\"»”":
                    inner.append(got)
                    where = where or got
                    j, words = got.last + 1, words + 1
                    continue
            if form == "في" and (iso is None or doc.infos[j + 1].heads) or form in ("باسم", "لدي", "الي", "بلسان", "ل", "ب") or form == "لشوون":
                got = _object(doc, j + 1, limit)
                if got is not None:
                    inner.append(got)
                    if form in ("لدي", "الي"):
                        pass  # accredited to, sent to: not whose he is
                    elif got.kind == "country":
                        iso = iso or got.iso
                    else:
                        where = where or got
                        iso = iso or got.iso
                    j = got.last
                    words += 1
                    continue
                if form == "في" and words and doc.texts[j + 1].startswith("ال") and not doc.infos[j + 1].titles:
                    portfolio.append(doc.infos[j + 1].word.fold)
                    j += 2
                    while j < limit and doc.texts[j].startswith("ال") and not doc.infos[j].titles and not doc.infos[j].closed and not doc.infos[j].nisbas:
                        portfolio.append(doc.infos[j].word.fold)
                        j += 1
                    continue
                if form in ("باسم", "لشوون") and doc.texts[j + 1].startswith("ال"):
                    portfolio.append(doc.infos[j + 1].word.fold)
                    j += 2
                    continue
            break
        if info.closed:
            break
        at = nisba_at(doc, j, limit)
        if at and not at[1] and not (words == 0 and not current.definite and at[2].definite and current.takes == "body" and False):
            named = listed_at(doc, j, limit)
            if not (named and named[0] > at[0] and not named[1]) and not (not at[2].definite and person_at(doc, j, limit, True)):
                iso = iso or at[2].iso
                anynisba = at[2].iso
                inner.append(Chunk(j, at[0], j, at[0], "country", "nisba", "nisba", 0.8, "", (doc.lex.countries[at[2].iso].entity,), at[2].iso, name=doc.quote_free(j, at[0])))
                j = at[0]
                words += 1
                continue
        person = person_at(doc, j, limit, False)
        if person is not None and (words or current.takes != "body" or current.definite or current.kind in ("rank", "honorific", "role")):
            if person[1].by == "names:slot" and not (anynisba or words or current.kind != "office"):
                # an unknown word right after a bare definite office: a name only if nothing else reads it
                pass
            close(j)
            j, who = person[0], person[1]
            break
        if current.kind == "office" and current.head.split(" ")[0] in ("وزير", "نايب", "وكيل", "كاتب", "مساعد", "معاون"):
            end = _portfolio(doc, j, limit)
            if end > j:
                portfolio.extend(doc.infos[k].word.fold for k in range(j, end))
                j, words = end, words + 1
                continue
        got = _object(doc, j, limit) if current.kind in ("office", "role") or current.takes == "body" else None
        if got is not None and got.lead in ("", "ل", "ب"):
            inner.append(got)
            if got.kind == "country":
                iso = iso or got.iso
            else:
                where = where or got
                iso = iso or got.iso
            j = got.last
            words += 1
            continue
        if current.kind not in ("office", "role"):
            break
        splits = info.word.splits
        if form.startswith("ال") and len(form) > 3 and not (info.verbs and not any(r.definite or r.pos != "verb" for r in info.verbs)):
            portfolio.append(form)
            j, words = j + 1, words + 1
            continue
        if words and form.startswith("وال") and len(form) > 4:
            nxt_title = title_at(doc, j, limit)
            if nxt_title:
                break
            portfolio.append(form)
            j, words = j + 1, words + 1
            continue
        if any(lead_ == "ل" and rest.startswith("ال") for lead_, rest in splits) and current.takes == "body":
            portfolio.append(form)
            j, words = j + 1, words + 1
            continue
        if (words == 0 or form == "تصريف") and current.takes == "body" and not current.definite and (
            "ال" + form in doc.lex.portfolios or info.heads or form in _CONSTRUCT
        ):
            portfolio.append(form)
            j, words = j + 1, words + 1
            continue
        break
    if who is not None and who.entities and roles and roles[0].iso and roles[0].head.split(" ")[0] in _SEATS:
        # أمير قطر دونالد ترامب: the next noun phrase, not the bearer of the title
        own = {e.country for e in who.entities}
        if None not in own and roles[0].iso not in own:
            return Chunk(i, roles[-1].last, i, roles[-1].last, "title", "title", "title:alone", 0.6, lead, (), roles[0].iso, title.gender, title.number, roles[0].text, roles[:1], [c for c in inner if c.last <= roles[-1].last], roles[0].head, None, title.definite)
    if who is None:
        if title.kind == "role" and not lead and _adjective(doc, i):
            return None
        if current.kind in ("rank", "honorific", "kin") or (current.kind == "role" and not roles and where is None and not anynisba and iso is None):
            if title.kind in ("rank", "honorific", "kin") or current.kind != "role":
                return None
        end = j
        close(end)
        if not roles:
            return None
        gender = title.gender
        return Chunk(i, end, i, end, "title", "title", "title:alone", 0.6, lead, (), roles[0].iso, gender, title.number, roles[0].text, roles, inner, roles[0].head, None, title.definite)
    if title.kind == "kin":
        return Chunk(i, who.last, who.first, who.last, "person", "name", who.by, who.score, lead, who.entities, None, title.gender, "s", who.name, [], inner, "kin")
    gender = title.gender if title.kind != "honorific" or title.gender == "f" else (who.gender or title.gender)
    score = max(who.score, 0.85)
    return Chunk(i, who.last, who.first, who.last, "person", "name", "title+" + who.by, score, lead, who.entities, None, gender, "s", who.name, roles, inner, "")


def _without(text: str, lead: str) -> str:
    """A title as it is told, its proclitics off: للرئيس → الرئيس."""
    if lead.endswith("ل") and text[len(lead) - 1 :].startswith("لل"):
        return "ال" + text[len(lead) + 1 :]
    return text[len(lead) :]


_SEATS = frozenset(("رييس", "امير", "ملك", "وزير", "سلطان", "عاهل", "ولي"))
_BARE = frozenset(("لواء", "عميد"))
_CONSTRUCT = frozenset(("اركان", "خارجيه", "دفاع", "داخليه", "قوات", "شوون", "حرب", "ماليه", "وزراء", "حكومه", "استخبارات", "مخابرات", "شرطه", "تحرير", "مجلس", "اداره", "عمليات", "امن", "عدل", "اعلام", "نفط", "طاقه", "صحه", "فريق", "وفد", "كتله", "مكتب", "جهاز", "لجنه", "هييه", "بلديه", "بعثه", "منظمه", "اتحاد", "حزب", "حركه", "تصريف"))  # fmt: skip


def _adjective(doc: Doc, i: int) -> bool:
    """العقوبات الاقتصادية: a title's word that only describes the definite noun before it."""
    if i == 0 or not doc.texts[i - 1][0].isalpha() or not doc.texts[i].startswith("ال"):
        return False
    prev = doc.infos[i - 1]
    return prev.definite and not prev.closed


def form_of(info: Info) -> str:
    return info.word.fold


def _short(doc: Doc, who: Chunk) -> bool:
    """A one-word name after «title، »: only a listed one."""
    return who.by == "lexicon" and len(who.entities) >= 1


def _more(doc: Doc, i: int, stop: int) -> bool:
    return False


def _entity_chunk(doc: Doc, i: int, end: int, lead: str, found: list) -> Chunk:  # type: ignore[type-arg]
    entity = found[0]
    return Chunk(i, end, i, end, entity.type, "name", "lexicon", 0.95, lead, tuple(found), entity.country if entity.type == "country" or entity.state else None, name=doc.quote_free(i, end))


def _object(doc: Doc, i: int, stop: int) -> Chunk | None:
    """What a title is of: a listed body, country or place, the state by an arm, or a body by head noun."""
    if i >= stop or doc.dated[i]:
        return None
    named = listed_at(doc, i, stop)
    other, arm = body(doc, i, stop), state(doc, i, stop)
    if arm is not None and (other is None or arm.last >= other.last):
        other = arm
    if named and (other is None or named[0] >= other.last):
        found = [e for e in named[2] if e.type != "person"]
        if found:
            return _entity_chunk(doc, i, named[0], named[1], found)
        return None
    return other or again(doc, i)


__all__ = ["namelike", "person_at", "title_at", "titled"]
