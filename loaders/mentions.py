"""Every noun phrase of an article that may name an actor, longest reading first, left to right.

Proposers: the list of names (`lexicon`), titles with or without a name, head nouns of bodies, places and agreements,
arms of a state, nations' adjectives, given names. Each chunk carries its proposer and a score; `actors.py` decides who
it is.
"""

from __future__ import annotations

from kg.model import fold
from loaders import administrations, eulogies, officerows, placebacks
from loaders.apposition import apposed
from loaders.backrefs import LATTER, again, homeland, latter
from loaders.bodies import body
from loaders.bodynames import recognized
from loaders.doc import Chunk, Doc
from loaders.honoured import BEGINNINGS, honoured, widen
from loaders.lexicon import Info, Lexicon
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.localities import place
from loaders.members import ARMED_GROUPS, GROUPS, members
from loaders.namelists import extended, first_word, listed_chunk
from loaders.names import after_clitics, name_end
from loaders.namewords import KUNYA, SERVANT
from loaders.nations import nisba_at, state
from loaders.newcomers import kin, newcomer
from loaders.nisbas import joined, of_nation
from loaders.offices import titled
from loaders.offices.upto import speaking, told_again
from loaders.openings import byline
from loaders.shortnames import shortened
from loaders.spans import OPEN, listed_at
from loaders.spans import named as named_without
from loaders.titles import COMMANDERS
from loaders.townlists import ROWS, town
from loaders.troops import OWN, own
from loaders.unions import UNIONS, of_union

ALWAYS = frozenset(("دوما",))
"""Towns that are adverbs on a page where no preposition and no word for a town stands before them."""
HONOURS = word_set("mentions.honours")
"""Honours that are first names too."""
COMMANDING = frozenset(map(fold, COMMANDERS))


def chunks(doc: Doc) -> list[Chunk]:
    """All of the article, in order; none over another."""
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
            quoted = i > 0 and doc.texts[i - 1] in OPEN
            if begins == "any" or ((begins or quoted) and listed_at(doc, i, sent.last) is not None):
                chunk = _at(doc, i, sent.last, out[-1] if out else None)
            if chunk is None and i and doc.infos[i - 1].verbs:
                chunk = newcomer(doc, i, sent.last)
            if chunk is None and i and rows:
                chunk = town(doc, i, sent.last, out)
            if chunk is None:
                i += 1
                continue
            if chunk.kind in ("person", "title"):
                widen(doc, chunk, max(sent.first, out[-1].last if out else 0))
            chunk.last = recognized(doc, chunk)
            out.append(chunk)
            i = chunk.last
    out[:] = [c for c in out if not (_credit(doc, c) or byline(doc, c) or _calling_him(doc, c))]
    out = shortened(doc, apposed(doc, out))
    officerows.take(doc, out)
    eulogies.take(doc, out)
    administrations.take(doc, out)
    administrations.seats(doc, out)
    administrations.seated(doc, out)
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
        or form in COMMANDING
        or not BEGINNINGS.isdisjoint(info.word.rests)
        or not placebacks.NOUNS.isdisjoint(info.word.rests)
        or form.startswith(("عبد", "عبيد"))
        or form in OWN
        or form in UNIONS
        or any(part in form for part in ("بلاد", "نظي", "نظرا"))
        or any(
            r in lex.nisba2 or r in lex.given or r in lex.given_often or r in SERVANT or r in KUNYA
            for r in info.word.rests
        )
    )
    clitics = not info.ordinary and len(info.word.splits) > 1
    return "any" if unlisted or (info.names and clitics) else "listed" if info.names else ""


def _at(doc: Doc, i: int, stop: int, before: Chunk | None) -> Chunk | None:
    """The noun phrase at token i, by the proposers in turn: a longer reading wins, then a surer one."""
    info = doc.infos[i]
    if doc.dated[i] or not doc.texts[i][0].isalpha() or _behind_somebody(doc, i, stop):
        return None
    best = _common(doc, i, stop, info)
    named = listed_at(doc, i, stop)
    if named is not None and named[0] == i + 1 and "القاعده" in info.word.rests and _military_base(doc, i):
        named = None
    if info.word.fold in ALWAYS and not any(
        k and (doc.infos[k - 1].prep or doc.infos[k - 1].heads) for k in doc.spots(ALWAYS)
    ):
        named = None  # أعلن دوما
    if named is not None:
        best = _proper(doc, i, stop, best, named)
    if best is not None and _bare_office(best):
        best = None
    if (info.nisbas or info.word.fold in doc.lex.nisba2) and not joined(i, best, before):
        best = of_nation(doc, i, stop, best)
    if best is None or (best.kind in ("country", "place", "nisba") and best.last == i + 1):
        best = _by_grammar(doc, i, stop, best, named is not None)
    if best is None and info.word.fold in UNIONS and (union := of_union(doc, i)) is not None:
        return union
    if best is None:
        return _pointing(doc, i, stop, info)
    return extended(doc, best, stop) if best.kind == "person" and best.by == "lexicon" else best


def _behind_somebody(doc: Doc, i: int, stop: int) -> bool:
    """تقف روسيا خلف بشار الأسد: the preposition, and no given name, before somebody who is listed."""
    if doc.infos[i].word.fold != "خلف" or i + 1 >= stop:
        return False
    who = listed_at(doc, i + 1, stop)
    return who is not None and not who[1] and who[0] > i + 2 and who[2][0].type == "person"


def _bare_office(chunk: Chunk) -> bool:
    """رئيس alone and without its article names nobody."""
    return (
        chunk.kind == "title"
        and chunk.length == 1
        and not (chunk.lead or chunk.definite)
        and bool(chunk.roles)
        and chunk.roles[0].kind == "office"
    )


def _common(doc: Doc, i: int, stop: int, info: Info) -> Chunk | None:
    """A title, or a body, state or place by its common noun."""
    best: Chunk | None = None
    him = doc.texts[i].endswith("ه") and any(r.pos == "verb" and r.pronoun for r in info.verbs)  # ودعاه: no preachers
    if (
        (info.titles and not him)
        or info.owned
        or doc.texts[i] in COMMANDERS
        or "نظي" in info.word.fold
        or "نظرا" in info.word.fold
    ):
        best = titled(doc, i, stop)
    if info.heads or info.portfolio:
        for propose in (state, body, place, told_again, speaking):
            got = propose(doc, i, stop)
            if got is None:
                continue
            bearer = best is not None and best.kind == "title" and got.by == "state:head"  # المسؤول الإيراني
            if (
                best is None
                or got.last > best.last
                or (got.last == best.last and got.score > best.score and not bearer)
            ):
                best = got
    return best


def _proper(doc: Doc, i: int, stop: int, best: Chunk | None, named: tuple[int, str, list[Entity]]) -> Chunk | None:
    """The listed name, unless what was read before goes further or says more of the same words."""
    same = best is not None and _same_span(doc, best, named, stop)
    longer = best is not None and best.by == "head:name" and not best.iso and best.last == named[0] + 1
    if longer and named[2][0].type == "militia":
        return listed_chunk(doc, i, named, stop)  # هجمات حزب الله المتكررة: an adjective of something else
    if not (
        best is None
        or named[0] > best.last
        or (named[0] == best.last and best.kind != "title" and not best.roles)
        or (
            named[0] == best.last
            and best.by.startswith("title+names")
            and named[2][0].type == "person"
            and not named[1]
        )
        or same
    ):
        return best
    got = listed_chunk(doc, i, named, stop)
    if best is None:
        return got
    if got.last < best.last and not same:
        return best
    got.last = max(got.last, best.last)
    if best.kind == got.kind == "person":
        got.roles = best.roles  # الملك سلمان: the listed name with its title
    return got


def _by_grammar(doc: Doc, i: int, stop: int, best: Chunk | None, named: bool) -> Chunk | None:
    """A person's name that no list has: by its first name, or by the clitics before it."""
    info = doc.infos[i]
    begins = info.given or named or _first_name(doc.lex, info.word.fold)
    if info.word.fold in HONOURS and i + 1 < stop and doc.infos[i + 1].definite:
        begins = False  # وصل معالي المهيري: an honour, not his first name
    end = name_end(doc, i, stop, True) if begins else i
    if end > i + 2 and info.ordinary and not info.word.fold.startswith("ال") and _named_behind(doc, i, end):
        end = i  # فوز إبراهيم رئيسي: a noun before a listed name
    country = best is not None and best.kind == "country" and info.word.fold not in doc.lex.given
    if end > i + 1 and not country:
        gender = doc.lex.gender(info.word.fold)
        return Chunk(i, end, i, end, "person", "name", "names:given", 0.7, gender=gender, name=doc.quote_free(i, end))
    if best is None and not info.ordinary and len(info.word.splits) > 1:
        end, lead = after_clitics(doc, i, stop)
        if lead:
            name = named_without(doc, i, end, lead)
            gender = doc.lex.gender(first_word(name))
            return Chunk(i, end, i, end, "person", "name", "names:given", 0.7, lead, gender=gender, name=name)
    return best


def _pointing(doc: Doc, i: int, stop: int, info: Info) -> Chunk | None:
    """Where nobody is named: a body by its members, a relative by his first name, or words that point back."""
    return (
        members(doc, i, stop)
        or (kin(doc, i) if info.given else None)
        or (again(doc, i) if info.heads else None)
        or (None if placebacks.NOUNS.isdisjoint(info.word.rests) else placebacks.again(doc, i))
        or latter(doc, i)
        or (None if BEGINNINGS.isdisjoint(info.word.rests) else honoured(doc, i, stop))
        or (homeland(doc, i) if "بلاد" in info.word.fold else own(doc, i))
    )


def _military_base(doc: Doc, i: int) -> bool:
    """القاعدة العسكرية, هذه القاعدة: a base, not al-Qaeda."""
    after = doc.infos[i + 1] if i + 1 < doc.n else None
    described = after is not None and after.definite and after.word.fold.endswith("يه")
    return described or (i > 0 and doc.infos[i - 1].word.fold in ("هذه", "تلك"))


def _named_behind(doc: Doc, i: int, end: int) -> bool:
    """Whether all but the first word of [i, end) is one listed person's name."""
    named = listed_at(doc, i + 1, end)
    return named is not None and named[0] == end and not named[1] and any(e.type == "person" for e in named[2])


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


def _calling_him(doc: Doc, chunk: Chunk) -> bool:
    """ودعاه إلى: a verb with its pronoun, that is no title (دعاة) where the page writes ة."""
    if chunk.kind != "title" or chunk.length > 1 or not doc.texts[chunk.first].endswith("ه"):
        return False
    called = any(r.pos == "verb" and r.pronoun and r.lead for r in doc.infos[chunk.first].verbs)
    return called and any(text.endswith("ة") for text in doc.texts)


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


__all__ = ["chunks"]
