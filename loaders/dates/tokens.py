"""A text as the readers of dates see it: folded words, and what stands between them."""

from __future__ import annotations

import re
from datetime import date
from itertools import accumulate

from loaders.dates import calendar as cal
from loaders.dates.spans import MARKS, DateKind, DateSpan, folded

_CUT = re.compile(rf"([\w{MARKS}]+)")

NEAR = 400
"""Characters behind a date within which اليوم نفسه is its day."""
Found = tuple[DateSpan | None, int]
"""A date, or None where words look like one and are none; and the token at which to go on."""


class Tokens:
    """The words of a text, by number; whatever lies outside of it is an empty word."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.told_year: int | None = None
        """Of the last date that told one: what العام نفسه means."""
        self.told: tuple[int, str] = (-1, "")
        """Offset and ISO of the last date told: what اليوم نفسه and الشهر نفسه mean."""
        self.pieces = _CUT.split(text)
        """What lies between, a word, what lies between, …"""
        self.words = list(map(folded.__getitem__, self.pieces[1::2]))
        self._spans: list[tuple[int, int]] = []

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands, found when first asked for; most texts that are asked for dates have none."""
        if not self._spans:
            ends = list(accumulate(map(len, self.pieces)))
            self._spans = list(zip(ends[::2], ends[1::2], strict=False))
        return self._spans

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def bare(self, at: int) -> str:
        """The word without و, ف, ب or ل before it, where what is left is a trigger."""
        word = self.word(at)
        if word[:2] == "لل" and "ال" + word[2:] in cal.NAMES:
            return "ال" + word[2:]
        return word[1:] if word[:1] in "وفبل" and word[1:] in cal.NAMES else word

    def near(self, left: int, right: int, allowed: str = " ") -> bool:
        """Nothing but characters of `allowed` stands between two neighbouring tokens."""
        if not 0 <= left < right < len(self.words):
            return False
        gap = self.text[self.spans[left][1] : self.spans[right][0]]
        return len(gap) <= 4 and not gap.strip(allowed + " \u00a0")

    def span(self, first: int, last: int, iso: str | None, kind: DateKind, alt: str | None = None) -> Found:
        if iso is None:
            return None, last + 1
        future = self.anchor is not None and iso > self.anchor.isoformat()[: len(iso)]
        return DateSpan(self.spans[first][0], self.spans[last][1], iso, kind, future, alt), last + 1

    def told_before(self, at: int, length: int) -> str | None:
        """The last date told, not far before token `at`, as its first `length` characters; nothing of a coarser one."""
        offset, iso = self.told
        near = offset >= 0 and self.spans[at][0] - offset < NEAR
        return iso[:length] if near and len(iso) >= length else None

    def month_at(self, at: int) -> tuple[int, int] | None:
        """(month, index of its last token) when a Gregorian month's name begins at `at`."""
        word = self.bare(at)
        if word in ("كانون", "تشرين"):
            month = cal.TWO_WORD_MONTHS.get((word, self.word(at + 1)))
            return (month, at + 1) if month and self.near(at, at + 1) else None
        month = cal.MONTHS.get(word)
        return (month, at) if month else None
