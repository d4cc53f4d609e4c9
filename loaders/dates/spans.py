"""The value that a date is, the folding of its words, and how numbers become ISO."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from loaders.dates import calendar as cal

DateKind = Literal["absolute", "yearless", "weekday", "relative", "today", "since", "vague", "hijri"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date of the text: characters [start, end), its ISO form (`2019-03-17`, `2019-03`, `2019`).

    `kind`: absolute; yearless (a month or day whose year the anchor gave); weekday; relative (أمس, الشهر الماضي); today
    (اليوم alone, which may mean nowadays); since (منذ: a beginning, not an event); vague (قبل أيام,
    الأسبوع الماضي: the month, where all of it falls into one); hijri.
    `future`: it lies after the anchor. `alt`: for a weekday or month that stands without الماضي or المقبل, the next
    such after the anchor (`iso` is the latest not after it): what is meant when the sentence tells of what will be.
    """

    start: int
    end: int
    iso: str
    kind: DateKind
    future: bool = False
    alt: str | None = None


_FOLD = str.maketrans(
    "أإآٱىیئؤةۀکگ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹",
    "ااااييي" + "وههكك" + "0123456789" * 2,
)
MARKS = "\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e"
_MARK = re.compile(f"[{MARKS}]")
_YEAR = re.compile(r"(1[3-9]\d\d|20\d\d)(م|ء|ه|هـ|ميلادي|هجري)?$")
_BEFORE_DAY = re.compile("^(?:في|[وبل])?(?:ال)?(?=[0-9])")


class _Folded(dict[str, str]):
    """Spelling → folded spelling; filled as words are met, emptied before it can grow without end."""

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        self[word] = fold(word)
        return self[word]


def fold(text: str) -> str:
    """Letter variants joined, digits ASCII, marks dropped; everything else as it stands."""
    return _MARK.sub("", text).translate(_FOLD)


folded = _Folded()


def day_number(word: str) -> int | None:
    """A day of a month in figures: 25, ال25, و25."""
    digits = _BEFORE_DAY.sub("", word) if word else ""
    if not digits.isdigit() or len(digits) > 2:
        return None
    number = int(digits)
    return number if 1 <= number <= 31 else None


def year_number(word: str) -> int | None:
    found = _YEAR.match(word)
    if found is None or (found[2] or "") in ("ه", "هجري"):
        return None
    year = int(found[1])
    return year if 1900 <= year <= 2100 else None


def qualifier_of(word: str) -> str | None:
    if word in cal.PAST:
        return "past"
    if word in cal.CURRENT:
        return "this"
    return "next" if word in cal.FUTURE else None


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_of(year: int, month: int, day: int | None) -> str | None:
    """ISO of a day that exists, or of a month."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    found = day_of(year, month, day)
    return found.isoformat() if found else None


def common_month(first: date, last: date) -> str | None:
    """The month that holds all of a vague stretch of days, else nothing: a day must never be invented."""
    return f"{first.year:04d}-{first.month:02d}" if (first.year, first.month) == (last.year, last.month) else None


def from_hijri(year: int, month: int, day: int | None) -> str | None:
    from hijridate import Hijri

    try:
        if day is not None:
            return str(Hijri(year, month, day).to_gregorian().isoformat())
        first = Hijri(year, month, 1).to_gregorian()
        last = Hijri(year, month, 29).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return (
        f"{first.year:04d}-{first.month:02d}"
        if first.month == last.month
        else str(first.year)
        if first.year == last.year
        else None
    )
