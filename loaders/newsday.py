"""The day that a page tells: of its story, of what is on the story's margin, at the head of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from loaders.clause import Syntax
from loaders.doc import Doc, anchor_of
from loaders.lexicon.sets import word_set
from loaders.text import Sentence

ASIDE = word_set("newsday.aside")
MEETINGS = word_set("newsday.meetings")
"""على هامش القمة: words that, definite, mean the meeting or visit that the story is about."""
BEFORE_THEN = word_set("newsday.before_then")
"""Words by which a clause goes back behind the story (كان قد, سبق أن)."""
OWNED = word_set("dating.owned")
"""الاتفاق المبرم عام 2015: the date after it is that of the noun before it."""
EVE = {"غداه": -1, "عشيه": 1}
CLOCK = re.compile(r"\s*[0-9٠-٩]{1,2}:[0-9٠-٩]{2}\s*[-–—|:]\s")
"""22:40 - at the head of a line"""


@dataclass(frozen=True, slots=True)
class Story:
    """The day that a page tells what it is about, and who takes part in it on that day."""

    day: str
    """ISO, a whole day"""
    told: int
    """the sentence that tells it"""
    actors: frozenset[str]
    """ids of those named in that sentence and in the headline above it"""


def story(doc: Doc, syntax: Syntax) -> Story | None:
    """The day that the first sentences below the headline give what they tell (subheads, bylines left out).

    Where a sentence tells several days, the day of the page or the one before it is the story's.
    """
    for k in [k for k in range(1, min(6, len(doc.sents))) if doc.sents[k].last - doc.sents[k].first >= 12][:3]:
        sent = doc.sents[k]
        days = {
            d.iso
            for d in doc.dates
            if sent.start <= d.start
            and d.end <= sent.end
            and len(d.iso) == 10
            and not d.future
            and d.kind in ("absolute", "weekday", "relative", "yearless", "today")
        }
        if len(days) > 1:
            days &= fresh(doc)
        if len(days) == 1:
            return Story(days.pop(), k, named(syntax, sent) | named(syntax, doc.sents[0]))
        if days:
            return None
    return None


def fresh(doc: Doc) -> set[str]:
    """The day of the page and the one before it."""
    day = anchor_of(doc.article.published_on)
    if day is None:
        return set()
    return {day.isoformat(), (day - timedelta(days=1)).isoformat()}


def named(syntax: Syntax, sent: Sentence) -> frozenset[str]:
    """Ids of the actors that a sentence names."""
    return frozenset(c.actor for i in range(sent.first, sent.last) if (c := syntax.at[i]) is not None and c.actor)


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
    words = [doc.infos[i].word for i in range(sent.first, trigger)]
    once = ("وقت", "سابق") in pairwise(word.fold for word in words)
    if once or any(not BEFORE_THEN.isdisjoint(word.rests) for word in words):
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
        if len(days) > 1:
            days &= fresh(doc)
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def concluded(doc: Doc, syntax: Syntax, agreement: str) -> str | None:
    """When an agreement was made, as the page tells beside any of its mentions (الاتفاق المبرم عام 2015)."""
    days = set()
    for c in syntax.cast.chunks:
        if c.actor != agreement:
            continue
        made = [i for i in range(c.first, min(doc.n, c.last + 4)) if doc.infos[i].word.fold in OWNED]
        start = made[0] if made else c.last
        stop = next((i for i in range(start, min(doc.n, start + 9)) if doc.texts[i] in "،,.؛:\n"), start + 9)
        span = next((d for d in doc.dates if doc.starts[start] <= d.start < doc.starts[min(stop, doc.n - 1)]), None)
        near = (
            span is not None and span.start - doc.starts[c.last] < 5 and len(span.iso) == 4
        )  # الاتفاق النووي عام 2015
        if span is not None and (made or near) and not span.future:
            days.add(span.iso)
    return days.pop() if len(days) == 1 else None


def eve(doc: Doc, syntax: Syntax, trigger: int) -> str | None:
    """صدر عشية الاقتراع: the day before (or, of غداة, behind) the one that the page gives the same noun elsewhere
    (الاقتراع المنظم الأربعاء الماضي)."""
    sent = doc.sents[syntax.sent_of[trigger]]
    at = next((i for i in range(sent.first, sent.last - 1) if doc.infos[i].word.fold in EVE), None)
    if at is None or abs(at - trigger) > 16 or not doc.infos[at + 1].definite:
        return None
    days = set()
    for i in doc.spots((doc.infos[at + 1].word.fold,)):
        then = doc.starts[i + 3] if i + 3 < doc.n else len(doc.text)
        if i != at + 1:
            days |= {d.iso for d in doc.dates if doc.starts[i] < d.start <= then and len(d.iso) == 10}
    step = timedelta(days=EVE[doc.infos[at].word.fold])
    return (date.fromisoformat(days.pop()) - step).isoformat() if len(days) == 1 else None


def line_day(doc: Doc, k: int) -> str | None:
    """The date at the head of the line that sentence k stands in, as a chronology has it, or the day of the page where
    the line tells the hour, as a live report does."""
    while k > 0 and "\n" not in doc.texts[doc.sents[k - 1].last : doc.sents[k].first]:
        k -= 1
    sent = doc.sents[k]
    if CLOCK.match(doc.text, doc.text.rfind("\n", 0, sent.start) + 1, sent.start):
        return doc.article.published_on if anchor_of(doc.article.published_on) else None
    p = sent.first
    while p < sent.last and doc.dated[p]:
        p += 1
    if p == sent.first or p >= sent.last or doc.texts[p] != ":":
        return None
    spans = [d for d in doc.dates if sent.start <= d.start and d.end <= doc.starts[p]]
    return spans[-1].iso if spans else None
