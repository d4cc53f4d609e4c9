"""One word of a full name that stands in the article, alone: its bearer's short name (ماكرون after إيمانويل ماكرون)."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk, Doc
from loaders.lexicon import Info
from loaders.lexicon.cues import cued
from loaders.lexicon.sets import word_set
from loaders.names import SEATS_OF_POWER
from loaders.namewords import COMPOUND

LEADERS = frozenset(("زعيم", "رييس", "الرييس", "رييسه"))
"""First words of offices by whose holder a headline's first name is understood."""
FIRST_NAMED = frozenset(("CHN", "TWN", "PRK", "KOR", "VNM", "ETH", "ERI"))
"""Nations whose people are called by the first word of their names: the family's name, or the only one."""

RANKS = word_set("shortnames.ranks")
"""Ranks behind which the last word of somebody's name is he, whatever else it means."""


def shortened(doc: Doc, out: list[Chunk]) -> list[Chunk]:
    """The chunks with the short names of their people put in, in order of the text."""
    last = _last_words(doc, out)
    out = _called_first(doc, out)
    if not last:
        return out
    keys = set(last) | {"ال" + w for w in last} | {w[2:] for w in last if w.startswith("ال")}
    readings = {info: _short_of(doc, info, last) for info in set(doc.infos) if not keys.isdisjoint(info.word.rests)}
    covered = bytearray(doc.n)
    weak: dict[int, int] = {}  # a token that an adjective, a title or a pronoun alone covers, and whose place that is
    for k, chunk in enumerate(out):
        if chunk.kind == "nisba" or (chunk.length == 1 and chunk.kind in ("title", "backref")):
            weak[chunk.first] = k
            continue
        if chunk.kind == "militia" and chunk.length == 1 and _says(doc, chunk.first):
            weak[chunk.first] = k
            continue
        for i in range(chunk.first, chunk.last):
            covered[i] = 1
    found: list[Chunk] = []
    drop: set[int] = set()
    for i, info in enumerate(doc.infos):
        options = readings.get(info)
        if options == [] and i and doc.infos[i - 1].word.fold.removeprefix("و") in RANKS:
            options = _short_of(doc, info, last, True)
        if not options or covered[i] or doc.dated[i]:
            continue
        for lead, rest, who in options:
            if i in weak and out[weak[i]].kind == "militia" and who.first > i:
                break
            if (who.first > i and lead) or (lead and info.ordinary and info.word.fold != lead + rest):
                continue
            if i in weak:
                if out[weak[i]].kind == "nisba" and _describes(doc, i):
                    break
                drop.add(weak[i])
            first = i - 1 if i and not lead and doc.texts[i - 1] == "آل" and not covered[i - 1] else i
            name, end = rest if lead else doc.texts[i], i + 1
            begin, led = (first, lead) if lead else _ranked(doc, first, covered)
            short = Chunk(
                begin, end, first, end, "person", "name", "names:short", 0.8, led, gender=who.gender, name=name
            )
            if rest not in (doc.infos[k].word.fold for k in range(who.nfirst, who.nlast)):
                short.entities = who.entities  # سلفاكير ميارديت is called كير
            found.append(short)
            break
    if not found:
        return out
    kept = [c for k, c in enumerate(out) if k not in drop]
    return sorted(kept + found, key=lambda c: c.first)


def _last_words(doc: Doc, out: list[Chunk]) -> dict[str, Chunk]:
    """The words by which a person may be told again, each with the first phrase that has it in a full name."""
    last: dict[str, Chunk] = {}
    for chunk in out:
        if chunk.kind != "person" or chunk.nlast - chunk.nfirst < 2:
            continue
        parts = [doc.infos[i].word.fold for i in range(chunk.nfirst, chunk.nlast)]
        for w in parts[1:]:
            if len(w) > 2 and (w == parts[-1] or w not in doc.lex.ordinary) and w not in COMPOUND:
                last.setdefault(w, chunk)
        for w in _other_ends(chunk):
            if len(w) > 2 and w not in doc.lex.ordinary and w not in COMPOUND:
                last.setdefault(w, chunk)
    return last


def _other_ends(chunk: Chunk) -> list[str]:
    """The last words of a listed person's other names: سلفاكير ميارديت is called كير."""
    names = [fold(name).split() for e in chunk.entities for name in (e.name, *e.aliases)]
    return [words[-1] for words in names if len(words) > 1] if len(chunk.entities) == 1 else []


def _called_first(doc: Doc, out: list[Chunk]) -> list[Chunk]:
    """The chunks with the first names put in by which people of some nations are called (شي, كيم, آبي), behind their
    full names or in a headline above."""
    first: dict[str, Chunk] = {}
    several: set[str] = set()
    for chunk in out:
        full = chunk.kind == "person" and chunk.nlast - chunk.nfirst > 1
        if full and chunk.entities and chunk.entities[0].country in FIRST_NAMED:
            name = doc.texts[chunk.nfirst].removeprefix(chunk.lead)
            several |= {name} if first.setdefault(name, chunk).entities != chunk.entities else set()
    if not first:
        return out
    covered = bytearray(doc.n)
    for chunk in out:
        covered[chunk.first : chunk.last] = b"\1" * chunk.length
    found = []
    for i, text in enumerate(doc.texts):
        lead, name = ("", text) if text in first else (text[:1], text[1:])
        who = first.get(name)
        if who is None or lead not in ("", "و", "ل", "ب") or covered[i]:
            continue
        if who.first > i and (len(name) < 3 or lead in ("ل", "ب") or name in several or not _leads(doc, who)):
            continue  # ترامب وكيم, in a headline above كيم جونغ أون
        bare = i + 1 < doc.n and not (covered[i + 1] or doc.dated[i + 1]) and doc.infos[i + 1].definite
        if bare and doc.infos[i + 1].word.fold not in SEATS_OF_POWER:
            continue  # أبي العباس; but تولى آبي السلطة
        found.append(
            Chunk(i, i + 1, i, i + 1, "person", "name", "names:short", 0.8, lead, gender=who.gender, name=name)
        )
    return sorted(out + found, key=lambda c: c.first)


def _leads(doc: Doc, who: Chunk) -> bool:
    """Whether a listed person leads his state on the day of the page: of others a headline gives the full name."""
    day = doc.article.published_on or ""
    terms = (o for e in who.entities for o in e.offices if fold(o.title).split()[0] in LEADERS)
    return any(not day or o.held_on(day) for o in terms)


def _says(doc: Doc, i: int) -> bool:
    """قال الحوثي, behind عبد الملك الحوثي: a movement that is called as its leader is says nothing in the masculine."""
    before = doc.infos[i - 1] if i and not doc.texts[i].endswith(("ون", "ين")) else None
    if before is None or before.closed:
        return False
    return any(r.pos == "verb" and r.person == "3ms" and r.lemma in cued() for r in before.verbs)


def _describes(doc: Doc, i: int) -> bool:
    """Whether the adjective at token i follows what may be its noun."""
    before = doc.infos[i - 1] if i else None
    return before is not None and doc.texts[i - 1][0].isalpha() and not before.verbs and not before.closed


def _ranked(doc: Doc, i: int, covered: bytearray) -> tuple[int, str]:
    """أكد اللواء الركن الشنيني أن: where the ranks before a short name at token i begin, and the clitics on them."""
    first, lead = i, ""
    while first and not lead and not covered[first - 1]:
        word = doc.infos[first - 1].word
        found = next((lead for lead, rest in word.splits if rest in RANKS), None)
        if found is None:
            break
        first, lead = first - 1, found
    return first, lead


def _short_of(doc: Doc, info: Info, last: dict[str, Chunk], ranked: bool = False) -> list[tuple[str, str, Chunk]]:
    """The ways to read a spelling as the last word of somebody's name: (clitics, that word, whose).

    ranked: behind a rank, where a word of the language is a name all the same (العميد سريع).
    """
    out = []
    lex = doc.lex
    for lead, rest in info.word.splits:
        who = last.get(rest)
        if who is None and rest.startswith("ال") and lex.ordinary.isdisjoint((rest, rest[2:])):
            who = last.get(rest[2:])  # but دعم مصر الكامل, where فلان كامل is told of
        if who is not None and (ranked or rest not in lex.ordinary or rest in lex.family or rest.startswith("ال")):
            out.append((lead, rest, who))
    return out


__all__ = ["shortened"]
