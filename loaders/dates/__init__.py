"""The dates that stand in an Arabic text, as ISO, as precise as it tells them and no more.

Absolute dates need nothing; dates without a year, weekdays and words such as أمس are resolved against the article's own
date and give nothing without it. Of a range the first end counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from loaders.dates import bylines, days, months, periods
from loaders.dates import calendar as cal
from loaders.dates.calendar import COUNTS, DAYS, WEEKDAYS
from loaders.dates.periods import seen
from loaders.dates.publishing import days_of, is_day_line, stated_year, tells_day, tells_today
from loaders.dates.spans import DateKind, DateSpan, fold, from_hijri, iso_of
from loaders.dates.tokens import Found, Tokens

__all__ = [
    "COUNTS",
    "DAYS",
    "WEEKDAYS",
    "DateKind",
    "DateSpan",
    "days_of",
    "find",
    "fold",
    "from_hijri",
    "is_day_line",
    "seen",
    "stated_year",
    "tells_day",
    "tells_today",
]

APART = 16
"""Characters between the two dates of one day."""
MISSED = 2
"""Days by which the two may differ."""
_TURN = "[\u200e\u200f]?"
"""The mark of direction that browsers print beside a separator (14‏/3‏/2017)."""
_BETWEEN = re.compile(rf"{_TURN} ?[/.\-\\_|]{_TURN} ?\d{{1,2}}(?={_TURN} ?[/.\-\\_|])")
_NUMERIC = re.compile(
    rf"(\d{{4}}|\d{{1,2}}){_TURN}( ?[/.\-\\_|]{_TURN} ?)(\d{{1,2}}){_TURN}\2(\d{{4}}|\d{{1,2}})(?![\d/]|[.\-]\d)"
)


def find(text: str, anchor: date | None = None) -> list[DateSpan]:
    """All dates of `text`, in order, none inside another. `anchor`: the day the text was published."""
    tokens = Tokens(text, anchor)
    spans = _words(tokens)
    if told := _figures(tokens) + _bylines(tokens):
        spans = sorted(spans + told, key=lambda span: (span.start, -span.end))
    out: list[DateSpan] = []
    for span in spans:
        if not out or span.start >= out[-1].end:
            out.append(span)
    for one, other in pairwise(out):
        if "hijri" in (one.kind, other.kind) and "absolute" in (one.kind, other.kind):
            _same_day(one, other, out)
    return out


def _same_day(one: DateSpan, other: DateSpan, out: list[DateSpan]) -> None:
    """12 شوال 1439هـ / 25 يونيو 2018: the moon's day is the one beside it, which reckoning may miss by a day or two."""
    if len(one.iso) != 10 or len(other.iso) != 10 or other.start - one.end > APART:
        return
    moon, sun = (one, other) if one.kind == "hijri" else (other, one)
    if 0 < abs((date.fromisoformat(one.iso) - date.fromisoformat(other.iso)).days) <= MISSED:
        out[out.index(moon)] = replace(moon, iso=sun.iso, future=sun.future)


def _words(t: Tokens) -> list[DateSpan]:
    """One pass over the words; a trigger word calls the reader of the date around it."""
    out: list[DateSpan] = []
    after = 0
    for at, trigger in [(i, _TRIGGERS[word]) for i, word in enumerate(t.words) if word in _TRIGGERS]:
        if at < after or (found := trigger(t, at)) is None:
            continue
        span, after = found
        if span is not None and (not out or span.start >= out[-1].end):
            out.append(span)
            t.told = (span.start, span.iso)
            if span.kind == "absolute":
                t.told_year = int(span.iso[:4])
    return out


def _figures(t: Tokens) -> list[DateSpan]:
    """Dates all in figures; day first, unless the year or an impossible month says otherwise."""
    out: list[DateSpan] = []
    for middle in _BETWEEN.finditer(t.text):
        start = middle.start()
        while start > 0 and t.text[start - 1].isdigit():
            start -= 1
        match = _NUMERIC.match(t.text, start)
        if match is None or (start and t.text[start - 1] in "/.-") or (out and out[-1].end > start):
            continue
        a, b, c = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            year, month, day = a, b, c
        elif len(match[4]) == 4:
            year, month, day = c, b, a
            if month > 12 >= day:
                month, day = day, month
        else:
            continue
        iso = iso_of(year, month, day) if 1900 <= year <= 2100 else None
        if iso is not None and 1 <= month <= 12:
            future = t.anchor is not None and iso > t.anchor.isoformat()
            out.append(DateSpan(match.start(), match.end(), iso, "absolute", future))
    return out


def _bylines(t: Tokens) -> list[DateSpan]:
    out = []
    for start, end, iso in bylines.find(t.text):
        future = t.anchor is not None and iso > t.anchor.isoformat()
        out.append(DateSpan(start, end, iso, "absolute", future))
    return out


_Reader = Callable[[Tokens, int], Found | None]


def _triggers() -> Iterator[tuple[str, _Reader]]:
    for names, handler in (
        ((*cal.MONTHS, "كانون", "تشرين"), months.month),
        (cal.WEEKDAYS, days.weekday),
        (cal.SHIFTS, days.day_word),
        (cal.PERIOD_WORDS, periods.period),
        (("الجاري",), periods.current),
        ((*cal.HIJRI, *(first for first, _ in cal.HIJRI_TWO)), periods.hijri),
    ):
        for name in names:
            yield from ((form, handler) for form in cal.with_clitics(name))
    for name in ("قبل", "وقبل", "منذ", "ومنذ"):
        yield name, periods.ago
    for year in range(1900, 2101):
        for form in ("", "م", "ء"):
            yield f"{year}{form}", periods.year


_TRIGGERS: dict[str, _Reader] = dict(_triggers())
