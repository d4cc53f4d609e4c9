"""Dates as sites print them under a headline, day, month and year all told: «12 - يونيو - 2025», «يونيو 12, 2025»,
«Thu, 12 Jun 2025», «June 12, 2025», «2025 حزيران 12»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.dates import calendar as cal
from loaders.dates.spans import fold, iso_of

_ENGLISH = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_DAY_FIRST = re.compile(rf"(?<!\d)(?P<d>\d\d?)(?P<gap> ?[-–|/\\] ?)(?P<m>[^\W\d]+(?: [^\W\d]+)?)(?P=gap){_YEAR}")
_YEAR_FIRST = re.compile(
    r"(?<![\d/])(?P<y>20\d\d)(?P<gap>[ /-])(?P<m>[^\W\d]+(?: [^\W\d]+)?)(?P=gap)(?P<d>\d\d?)(?!\d)"
)
_DAY_AND_YEAR = re.compile(rf" (?P<d>\d\d?)[،,]? {_YEAR}")
_WORDS = re.compile(r"(?:([^\W\d]+) )?([^\W\d]+)$")
_MONTH = "(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_ENGLISH_DAY_FIRST = re.compile(rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th)?,?[ -]{_MONTH}\.?,?[ -]{_YEAR}", re.IGNORECASE)
_ENGLISH_MONTH_FIRST = re.compile(rf"(?<!\w){_MONTH}\.? (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_LATIN = re.compile(r"[A-Za-z]{3}")


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, ISO date) of each such date in `text`, form by form."""
    if _ANY_YEAR.search(text) is None:
        return
    for form in (_DAY_FIRST, _YEAR_FIRST):
        for match in form.finditer(text):
            if (month := _month(match["m"])) is not None:
                yield from _made(match, month)
    for match in _DAY_AND_YEAR.finditer(text):
        words = _WORDS.search(text, max(0, match.start() - 24), match.start())
        if words is None:
            continue
        for group in (0, 2):
            if (month := _month(words[group])) is not None:
                yield from _made(match, month, words.start(group))
                break
    if _LATIN.search(text):
        for form in (_ENGLISH_DAY_FIRST, _ENGLISH_MONTH_FIRST):
            for match in form.finditer(text):
                yield from _made(match, _ENGLISH[match["m"].lower()])


def _month(name: str) -> int | None:
    words = fold(name).split()
    if len(words) == 2:
        return cal.TWO_WORD_MONTHS.get((words[0], words[1]))
    return cal.MONTHS.get(words[0])


def _made(match: re.Match[str], month: int, start: int | None = None) -> Iterator[tuple[int, int, str]]:
    iso = iso_of(int(match["y"]), month, int(match["d"]))
    if iso is not None:
        yield match.start() if start is None else start, match.end(), iso
