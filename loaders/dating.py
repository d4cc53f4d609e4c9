"""The day of an act: the nearest date in its clause, else the day that the story tells."""

from __future__ import annotations

from loaders.clause import Syntax
from loaders.dates import DateSpan
from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.proposals import Proposal

REACH = 22
"""Tokens between an act and its date."""
ASIDE = word_set("decide.aside")
MEETINGS = word_set("decide.meetings")
"""على هامش القمة: words that, definite, mean the meeting or visit that the story is about."""
STORY = frozenset(
    (
        "MET",
        "AGREED_WITH",
        "PRAISED",
        "URGED",
        "ACCUSED",
        "CRITICIZED",
        "THREATENED",
        "OFFERED",
        "DEMANDED_WITHDRAWAL",
        "REJECTED",
    )
)
"""What a story tells as happening on its day, when it does not say another."""


def story(doc: Doc) -> str | None:
    """The one day that the first two sentences below the headline give what they tell (subheads, bylines left out)."""
    for sent in [s for s in doc.sents[1:6] if s.last - s.first >= 12][:2]:
        days = {
            d.iso
            for d in doc.dates
            if sent.start <= d.start
            and d.end <= sent.end
            and len(d.iso) == 10
            and not d.future
            and d.kind in ("absolute", "weekday", "relative", "yearless")
        }
        if len(days) == 1:
            return days.pop()
        if days:
            return None
    return None


def on_the_day(doc: Doc, syntax: Syntax, trigger: int) -> bool:
    """Whether the sentence goes back to the meeting of the story (على هامش القمة, خلال اللقاء)."""
    first = doc.sents[syntax.sent_of[trigger]].first
    return any(
        doc.infos[i].word.fold in ASIDE and any(doc.infos[j].word.fold in MEETINGS for j in (i + 1, i + 2) if j < doc.n)
        for i in range(first, trigger + 8)
        if i < doc.n
    )


def before_then(doc: Doc, syntax: Syntax, trigger: int) -> bool:
    """Whether the clause goes back behind the story (كان قد, سبق أن, منذ, العام الماضي) or has a date of its own."""
    sent = doc.sents[syntax.sent_of[trigger]]
    if any(
        doc.infos[i].word.fold in ("كان", "وكان", "كانت", "وكانت", "سبق", "وسبق", "منذ", "عندما", "حين")
        for i in range(sent.first, trigger)
    ):
        return True
    return any(sent.start <= d.start and d.end <= sent.end for d in doc.dates)


def told_below(doc: Doc, syntax: Syntax, subject: str, object: str) -> str | None:
    """The day of what a headline tells: that of the first sentence below it that names both and a day."""
    for sent in doc.sents[1:5]:
        there = {c.actor for i in range(sent.first, sent.last) if (c := syntax.at[i]) is not None}
        if subject not in there or object not in there:
            continue
        days = {
            d.iso
            for d in doc.dates
            if sent.start <= d.start
            and d.end <= sent.end
            and len(d.iso) == 10
            and not d.future
            and d.kind in ("absolute", "weekday", "relative", "yearless", "today")
        }
        return days.pop() if len(days) == 1 else None
    return None


def when(doc: Doc, syntax: Syntax, p: Proposal, triggers: set[int]) -> str | None:
    """The date that the sentence gives the act: the nearest one in its clause."""
    sent = doc.sents[syntax.sent_of[p.trigger]]
    best: tuple[int, DateSpan] | None = None
    for span in doc.dates:
        if span.start < sent.start or span.end > sent.end or span.kind == "since":
            continue
        near = _distance(doc, syntax, p.trigger, span, triggers)
        if near is None:
            continue
        if best is None or near < best[0]:
            best = (near, span)
    if best is None:
        return None
    span = best[1]
    iso = span.iso
    if p.status == "planned" and not p.speech:
        iso = span.alt or span.iso
    elif span.future and p.status == "asserted":
        return None
    return iso


def _distance(doc: Doc, syntax: Syntax, trigger: int, span: DateSpan, triggers: set[int]) -> int | None:
    """Tokens between an act and a date; none when a clause border or another verb stands between."""
    first = next(
        (
            i
            for i in range(max(0, trigger - REACH - 12), min(doc.n, trigger + REACH + 12))
            if doc.toks[i].start >= span.start
        ),
        None,
    )
    if first is None:
        return None
    low, high = (trigger, first) if first > trigger else (first, trigger)
    if high - low > REACH:
        return None
    cost = 0
    for i in range(low + 1, high):
        info = doc.infos[i]
        if i in triggers and first > trigger:
            cost += 7  # another act stands nearer to the date
        if doc.texts[i] in ":؛\n.":
            return None
        if "complement" in info.closed and "prep" not in info.closed:
            if first > trigger:
                return None
            cost += 12
        elif "relative" in info.closed and info.word.fold in ("الذي", "التي", "الذين"):
            cost += 8 if first > trigger else 4
        elif (
            info.verbs
            and syntax.at[i] is None
            and not info.closed
            and not doc.dated[i]
            and any(r.pos == "verb" for r in info.verbs)
            and not any(r.pos != "verb" for r in info.verbs)
        ):
            cost += 10
    if cost > 12:
        return None
    return (high - low) + cost
