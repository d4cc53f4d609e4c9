"""The day of publishing, from what a text says of today: for texts that do not tell it."""

from __future__ import annotations

import re
from datetime import date

from loaders.dates import calendar as cal
from loaders.dates.spans import fold

_MONTH_NAMES = sorted((*cal.MONTHS, *(" ".join(p) for p in cal.TWO_WORD_MONTHS)), key=len, reverse=True)
_MONTH = "|".join(_MONTH_NAMES)
_NOW_WEEKDAY = re.compile(r"(?:[أا]مس|اليوم)[،,( ]+ال")
_TOLD_DAY = re.compile(
    rf"(?<!\w)(?P<ref>امس|اليوم)[،,( ]+(?P<weekday>{'|'.join(cal.WEEKDAYS)})(?!\w)"
    rf"(?:[)،, ]+(?P<day>\d\d?) (?:من )?(?:شهر )?(?P<month>{_MONTH})(?!\w)(?! ?[،,]? ?(?:عام )?\d{{4}}))?"
)
_THIS_MONTH = re.compile(
    rf"(?:(?P<day>\d\d?) (?:من )?)?(?P<month>{_MONTH})(?: ?[(/] ?(?:{_MONTH}) ?\)?)? "
    rf"(?:{'|'.join(sorted(cal.CURRENT))})(?!\w)"
)


def days_of(text: str, first: date = date(2005, 1, 1), last: date = date(2035, 12, 31)) -> list[date]:
    """The days of [`first`, `last`] on which a text can have been published by what it says of today, in order.

    «أمس، الأحد 17 من آذار» leaves one day in about six years, «اليوم الخميس» with «مايو (أيار) الحالي» four or
    five a year. Who knows more of the time (offices of those named) narrows `first` and `last`. Empty when no weekday
    stands with أمس or اليوم, or when the places contradict one another.
    """
    if _NOW_WEEKDAY.search(text) is None:
        return []
    folded = fold(text)
    facts: list[tuple[int, int, int | None, int | None]] = []  # days back to it; its weekday, month, day
    for match in _TOLD_DAY.finditer(folded):
        month = _month_named(match["month"]) if match["month"] else None
        facts.append(
            ({"امس": 1, "اليوم": 0}[match["ref"]], cal.WEEKDAYS[match["weekday"]], month, _digits(match["day"]))
        )
    if not facts:
        return []
    now = [(_month_named(m["month"]), _digits(m["day"])) for m in _THIS_MONTH.finditer(folded)]
    days = []
    back, weekday, *_ = facts[0]
    start = first.toordinal()
    start += (weekday + back - (start - 1)) % 7  # day 1 of the calendar was a Monday
    for ordinal in range(start, last.toordinal() + 1, 7):
        day = date.fromordinal(ordinal)
        if any(not _fits(date.fromordinal(ordinal - fact[0]), fact[1], fact[2], fact[3]) for fact in facts):
            continue
        if all(day.month == month for month, _ in now):
            days.append(day)
    told_days = [told for _, told in now if told is not None]
    if told_days and "الاسبوع الماضي" in folded:
        # what befell after that day was "last week": the week that holds it at the earliest
        later = [day for day in days if day.day - day.isoweekday() % 7 > max(told_days)]
        days = later or days
    return days


def tells_today(text: str) -> bool:
    """Whether a weekday stands with أمس or اليوم: without that `days_of` finds nothing."""
    return _NOW_WEEKDAY.search(text) is not None and _TOLD_DAY.search(fold(text)) is not None


def tells_day(text: str) -> bool:
    """Whether «أمس، الأحد 17 من آذار» stands in `text`: a weekday with its day and month, but without a year."""
    if _NOW_WEEKDAY.search(text) is None:
        return False
    return any(match["day"] for match in _TOLD_DAY.finditer(fold(text)))


def _fits(day: date, weekday: int, month: int | None, number: int | None) -> bool:
    return day.weekday() == weekday and month in (None, day.month) and number in (None, day.day)


def _digits(text: str | None) -> int | None:
    return int(text) if text else None


def _month_named(name: str) -> int | None:
    first, _, second = name.partition(" ")
    return cal.MONTHS.get(name) or cal.TWO_WORD_MONTHS.get((first, second))
