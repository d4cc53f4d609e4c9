"""One consistent Extraction out of all proposals: what stands, what is dropped, and why it is counted."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kg.model import SYMMETRIC, Actor, Article, Extraction, Relation, Span, Statement, claim_id, statement_id
from loaders.actdays import opener
from loaders.actors import Cast
from loaders.clause import Syntax
from loaders.dating import Days
from loaders.doc import Doc
from loaders.endings import ALLEGED
from loaders.newsday import line_day
from loaders.proposals import Proposal
from loaders.speakers import Said

LONGEST_EVIDENCE = 80
"""words; a longer sentence is cut to the clauses around the trigger"""


def date_statements(doc: Doc, syntax: Syntax, said: list[Said]) -> None:
    """When each thing was said: the one day told in its sentence outside what was said."""
    for s in said:
        sent = doc.sents[syntax.sent_of[s.cue]]
        start, end = doc.span(s.first, s.last)
        days = {
            d.iso
            for d in doc.dates
            if sent.start <= d.start
            and d.end <= sent.end
            and not (start <= d.start < end)
            and not d.future
            and d.kind not in ("since", "vague", "today")
            and not _of_whom(doc, s.cue, d.start)
        }
        if len(days) == 1:
            s.date = days.pop()
        elif not days:
            s.date = line_day(doc, syntax.sent_of[s.cue])


def _of_whom(doc: Doc, cue: int, start: int) -> bool:
    """قال فلان، الذي انتخب الأحد، إن: whether the date at offset `start` tells of the speaker."""
    at = bisect_left(doc.starts, start)
    opens = opener(doc, at)
    return opens is not None and cue < opens and doc.texts[opens - 1] in "،,"


def statements(doc: Doc, cast: Cast, said: list[Said], about: dict[int, list[str]]) -> list[Statement]:
    """Statements with offsets; one a (speaker, span)."""
    out: dict[str, Statement] = {}
    for k, s in enumerate(said):
        first, last = s.first, s.last
        while first < last and doc.texts[first] in "«»“”\"'‘’:،,()–-. ":
            first += 1
        while last > first and doc.texts[last - 1] in "«»“”\"'‘’:،,(–-":
            last -= 1
        start, end = doc.span(first, last)
        words = doc.text[start:end].split()
        if (last - first < 2 or len(words) < 2) and not (
            s.act == "deny" and last > first and doc.infos[first].word.fold in ALLEGED
        ):
            continue
        id = statement_id(doc.article, s.speaker, start, end)
        out.setdefault(
            id,
            Statement(
                id=id,
                start=start,
                end=end,
                text=doc.text[start:end],
                speaker=s.speaker,
                kind=s.kind,  # type: ignore[arg-type]
                act=s.act,  # type: ignore[arg-type]
                date=s.date,
                about=tuple(about.get(k, ())),
                via=s.via,
                by=s.by,
                score=round(s.score, 3),
            ),
        )
    return sorted(out.values(), key=lambda s: (s.start, s.end, s.id))


def relations(doc: Doc, syntax: Syntax, said: list[Said], proposals: list[Proposal], known: set[str]) -> list[Relation]:
    """The relations that stand: one a (subject, type, object, status, date), the first in the text that tells it."""
    inside: list[Said | None] = [None] * (doc.n + 1)
    for s in said:
        for i in range(s.first, s.last):
            inside[i] = s
    days = Days(doc, syntax, said, proposals)
    out: dict[tuple[str, ...], Relation] = {}
    triples: dict[tuple[str, str, str], list[tuple[str, ...]]] = {}
    lent: set[tuple[str, ...]] = set()
    for p in sorted(proposals, key=lambda p: (p.trigger, p.type, str(p.subject), str(p.object), -p.score)):
        subject, object = str(p.subject), str(p.object)
        if subject not in known or object not in known or subject == object:
            continue
        if days.ahead(p):
            p = replace(p, status="planned")
        date = days.of(p, inside[p.trigger])
        pair = (object, subject) if p.type in SYMMETRIC and object < subject else (subject, object)
        key = (pair[0], p.type, pair[1], p.status, date or "", (p.title or "").split(" ")[0])
        teller = inside[p.trigger]
        claimed = teller.speaker if teller is not None and teller.cue != p.trigger and teller.speaker in known else None
        if claimed == subject and p.speech:
            claimed = None
        triple = (pair[0], p.type, pair[1])
        if key in out and key in lent and date and not days.lent:
            del out[key]  # a headline's edge: the sentence that tells its day stands for it
            triples[triple].remove(key)
            lent.discard(key)
        if key in out:
            continue
        if days.lent:
            lent.add(key)
        # the same act told again without its date, or less exactly, is the same act; told more exactly, it replaces it
        if any(x[3] == p.status and (not date or x[4].startswith(date)) for x in triples.get(triple, ())):
            continue
        for vague in [x for x in triples.get(triple, ()) if x[3] == p.status and date and date.startswith(x[4])]:
            del out[vague]
            triples[triple].remove(vague)
        first, last = evidence(doc, syntax, p)
        start, end = doc.span(first, last)
        out[key] = Relation(
            id=claim_id(doc.article, subject, p.type, object, p.status, date, p.title),
            subject=subject,
            type=p.type,  # type: ignore[arg-type]
            object=object,
            status=p.status,  # type: ignore[arg-type]
            date=date,
            claimed_by=claimed,
            evidence=Span(start=start, end=end, text=doc.text[start:end]),
            title=p.title,
            former=p.former,
            by=p.by,
            score=p.score,
        )
        triples.setdefault(triple, []).append(key)
    unique: dict[str, Relation] = {}
    for r in out.values():
        unique.setdefault(r.id, r)
    return sorted(unique.values(), key=lambda r: (r.evidence.start, r.evidence.end, r.type, r.subject, r.object, r.id))


def evidence(doc: Doc, syntax: Syntax, p: Proposal) -> tuple[int, int]:
    """Tokens of the sentence in which it stands, cut to whole clauses when it is too long to point at anything."""
    sent = doc.sents[syntax.sent_of[p.trigger]]
    first, last = sent.first, sent.last
    if last - first <= LONGEST_EVIDENCE or (
        sum(doc.texts[i][0].isalnum() for i in range(first, last)) <= LONGEST_EVIDENCE
    ):
        return first, last
    a, b = p.trigger, p.trigger + 1
    if p.span is not None:
        a, b = max(first, p.span[0]), min(last, p.span[1])
    while a > first and (p.trigger - a < 18 or doc.texts[a - 1] not in "،,.؛:\n") and p.trigger - a < 32:
        a -= 1
    while b < last and (b - p.trigger < 22 or doc.texts[b] not in "،,.؛:\n") and b - p.trigger < 40:
        b += 1
    return a, b


def extraction(
    page: str, article: Article, actors: list[Actor], relations: list[Relation], stated: list[Statement]
) -> Extraction:
    return Extraction(
        page=page, article=article, actors=tuple(actors), relations=tuple(relations), statements=tuple(stated)
    )
