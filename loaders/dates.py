"""The dates that stand in an Arabic text, as ISO, as precise as it tells them and no more.

Absolute dates need nothing; dates without a year, weekdays and words such as أمس are resolved against the article's own
date and give nothing without it. Of a range the first end counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from loaders import calendar as cal
from loaders.calendar import WEEKDAYS

__all__ = ["WEEKDAYS", "DateKind", "DateSpan", "days_of", "find", "fold"]

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
_MARKS = "\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e"
_MARK = re.compile(f"[{_MARKS}]")
_TOKEN = re.compile(rf"[\w{_MARKS}]+")
_BETWEEN = re.compile(r"[/.\-]\d{1,2}[/.\-]")
_NUMERIC = re.compile(r"(\d{4}|\d{1,2})(/|-|\.)(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/]|[.\-]\d)")
_YEAR = re.compile(r"(1[3-9]\d\d|20\d\d)(م|ه|هـ|ميلادي|هجري)?$")


class _Folded(dict[str, str]):
    """Spelling → folded spelling; filled as words are met, emptied before it can grow without end."""

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        folded = self[word] = fold(word)
        return folded


def fold(text: str) -> str:
    """Letter variants joined, digits ASCII, marks dropped; everything else as it stands."""
    return _MARK.sub("", text).translate(_FOLD)


_folded = _Folded()


def find(text: str, anchor: date | None = None) -> list[DateSpan]:
    """All dates of `text`, in order, none inside another. `anchor`: the day the text was published."""
    reader = _Reader(text, anchor)
    spans = reader.read()
    if numeric := reader.numeric():
        spans = sorted(spans + numeric, key=lambda span: (span.start, -span.end))
    out: list[DateSpan] = []
    for span in spans:
        if not out or span.start >= out[-1].end:
            out.append(span)
    return out


def days_of(text: str, first: date = date(2005, 1, 1), last: date = date(2035, 12, 31)) -> list[date]:
    """The days of [`first`, `last`] on which a text can have been published by what it says of today, in order.

    «أمس، الأحد 17 من آذار» leaves one day in about six years, «اليوم الخميس» with «19 مايو الحالي» one or
    two a year (the day told lies behind). Who knows more of the time (offices of those named) narrows `first` and
    `last`.
    Empty when no weekday stands with أمس or اليوم, or when the places contradict one another.
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
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if any(not _fits(date.fromordinal(ordinal - fact[0]), fact[1], fact[2], fact[3]) for fact in facts):
            continue
        if all(day.month == month and (told is None or told <= day.day) for month, told in now):
            days.append(day)
    told_days = [told for _, told in now if told is not None]
    if told_days and "الاسبوع الماضي" in folded:
        # what befell after that day was "last week": the week that holds it at the earliest
        later = [day for day in days if day.day - day.isoweekday() % 7 > max(told_days)]
        days = later or days
    return days


def tells_day(text: str) -> bool:
    """Whether «أمس، الأحد 17 من آذار» stands in `text`: a weekday with its day and month, but without a year."""
    if _NOW_WEEKDAY.search(text) is None:
        return False
    return any(match["day"] for match in _TOLD_DAY.finditer(fold(text)))


def _fits(day: date, weekday: int, month: int | None, number: int | None) -> bool:
    return day.weekday() == weekday and month in (None, day.month) and number in (None, day.day)


def _digits(text: str | None) -> int | None:
    return int(text) if text else None


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


def _month_named(name: str) -> int | None:
    first, _, second = name.partition(" ")
    return cal.MONTHS.get(name) or cal.TWO_WORD_MONTHS.get((first, second))


class _Reader:
    """One pass over the tokens of a text; a trigger word calls the method that reads the date around it."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.tokens = list(_TOKEN.finditer(text))
        self.told_year: int | None = None
        """Of the last date that told one: what العام نفسه means."""
        self.words = [_folded[word] for word in _TOKEN.findall(text)]  # twice as fast as asking each match

    def read(self) -> list[DateSpan]:
        out: list[DateSpan] = []
        at, last = 0, len(self.words)
        triggers, words = _TRIGGERS, self.words
        while at < last:
            if (trigger := triggers.get(words[at])) is not None and (found := trigger(self, at)) is not None:
                span, after = found
                if span is not None and (not out or span.start >= out[-1].end):
                    out.append(span)
                    if span.kind == "absolute":
                        self.told_year = int(span.iso[:4])
                at = max(after, at + 1)
            else:
                at += 1
        return out

    # What stands where.

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def bare(self, at: int) -> str:
        """The word without و, ف, ب or ل before it, where what is left is a trigger."""
        word = self.word(at)
        if word[:2] == "لل" and "ال" + word[2:] in _TRIGGERS:
            return "ال" + word[2:]
        return word[1:] if word[:1] in "وفبل" and word[1:] in _TRIGGERS else word

    def near(self, left: int, right: int, allowed: str = " ") -> bool:
        """Nothing but characters of `allowed` stands between two neighbouring tokens."""
        if not 0 <= left < right < len(self.words):
            return False
        gap = self.text[self.tokens[left].end() : self.tokens[right].start()]
        return len(gap) <= 4 and not gap.strip(allowed + " \u00a0")

    def span(
        self, first: int, last: int, iso: str | None, kind: DateKind, alt: str | None = None
    ) -> tuple[DateSpan | None, int]:
        if iso is None:
            return None, last + 1
        future = self.anchor is not None and iso > self.anchor.isoformat()[: len(iso)]
        return DateSpan(self.tokens[first].start(), self.tokens[last].end(), iso, kind, future, alt), last + 1

    # Months.

    def month_at(self, at: int) -> tuple[int, int] | None:
        """(month, index of its last token) when a Gregorian month's name begins at `at`."""
        word = self.bare(at)
        if word in ("كانون", "تشرين"):
            month = cal.TWO_WORD_MONTHS.get((word, self.word(at + 1)))
            return (month, at + 1) if month and self.near(at, at + 1) else None
        month = cal.MONTHS.get(word)
        return (month, at) if month else None

    def month(self, at: int) -> tuple[DateSpan | None, int] | None:
        head = self.month_at(at)
        if head is None:
            return None
        month, last = head
        doubled = False
        # the other family's name beside it: مايو/أيار, مايو (أيار)
        if self.near(last, last + 1, "/\\(-–") and (twin := self.month_at(last + 1)) and twin[0] == month:
            doubled, last = True, twin[1]
        first, day = self.day_before(at)
        year, qualifier, last = self.year_after(last)
        word = self.bare(at)
        before = self.word(first - 1)
        if word in cal.DOUBTFUL and day is None and year is None and not doubled:
            ok = (
                before in ("شهر", "بشهر", "لشهر")
                or qualifier
                or (before in ("في", "وفي", "منذ") and word in cal.AFTER_IN)
            )
            if not ok or (word in ("ماي", "جوان") and qualifier == "last"):
                return None
        if day is None:
            while self.word(first - 1) in cal.PERIODS and self.near(first - 1, first):
                first -= 1
        else:
            first = self.weekday_before(first)
        before = self.word(first - 1)
        if year is None and qualifier is None and before in (cal.EVENTS if day is not None else cal.EVENTS_OF_MONTH):
            return None, last + 1  # ثورة 25 يناير, حرب تموز: a name, of whatever year
        if year is not None:
            return self.span(first, last, _iso(year, month, day), "absolute")
        if self.anchor is None or qualifier == "same":
            return None, last + 1
        iso, alt = self.without_year(month, day, qualifier)
        return self.span(first, last, iso, "yearless", alt)

    def day_before(self, at: int) -> tuple[int, int | None]:
        """(first token of the day before the month at `at`, the day); (`at`, None) when there is none."""
        first = at
        while self.word(first - 1) in ("من", "شهر", "ل", "لشهر") and self.near(first - 1, first):
            first -= 1
        word = self.word(first - 1)
        if not self.near(first - 1, first, "/"):
            return at, None
        day = _number(word)
        if day is not None:
            first -= 1
            # a range: the first of its days
            gap = self.text[self.tokens[first - 1].end() : self.tokens[first].start()].strip() if first else ""
            start = _number(self.word(first - 1))
            if start is not None and start < day and gap in ("-", "–", "و", "/"):
                return first - 1, start
            if word[0] == "و" and start is not None and start < day and not gap:
                return first - 1, start
            if self.word(first - 1) in ("الي", "حتي", "و") and (start := _number(self.word(first - 2))) and start < day:
                return first - 2, start
            return first, day
        return self.ordinal_before(first, at)

    def ordinal_before(self, end: int, otherwise: int) -> tuple[int, int | None]:
        """A day told as an ordinal that ends before token `end`: الخامس والعشرين, الحادي عشر, الأول."""
        last = self.word(end - 1)
        tens = cal.TENS.get(last)
        if tens is not None:
            unit = cal.ORDINALS.get(self.word(end - 2).removeprefix("ب"))
            if unit is not None and unit <= 9 and self.near(end - 2, end - 1):
                return end - 2, unit + tens
            return otherwise, None
        unit = cal.ORDINALS.get(last)
        if unit is None or last == "الحادي":
            return otherwise, None
        # «تشرين الأول من …», «ربيع الأول»: the ordinal belongs to the month's name
        if self.word(end - 2) in ("تشرين", "كانون", "ربيع", "جمادي"):
            return otherwise, None
        # without من it is the session, the second …: «الثاني مايو» is nothing
        return (
            (end - 1, unit)
            if end < otherwise or (end - 1 == otherwise - 1 and self.word(end) == "من")
            else (otherwise, None)
        )

    def weekday_before(self, first: int) -> int:
        """Takes in the weekday (and أمس, اليوم before it) that stands before a day and month."""
        if self.bare(first - 1) in cal.WEEKDAYS and self.near(first - 1, first, "،,)("):
            first -= 1
            if self.bare(first - 1) in ("امس", "اليوم", "غدا", "يوم") and self.near(first - 1, first, "،,)("):
                first -= 1
        elif self.bare(first - 1) in ("امس", "اليوم", "يوم") and self.near(first - 1, first, "،,)("):
            first -= 1
        return first

    def year_after(self, last: int) -> tuple[int | None, str | None, int]:
        """(year, qualifier, last token) after a month: a number, or الماضي (`past`), المقبل (`next`), الجاري (`this`);
        `last` for العام الماضي, whose year the anchor gives."""
        at = last + 1
        if not self.near(last, at, "،,/)("):
            return None, None, last
        word = self.word(at)
        if (year := _year(word)) is not None:
            return year, None, at
        if (kind := _qualifier(word)) is not None and self.near(last, at, ")"):
            # «أكتوبر الماضي 2016» and «من العام الماضي» after it
            return None, kind, at
        if word in ("من", "في") or word in cal.YEAR_WORDS or word == "هذا":
            ahead = at + 1 if word in ("من", "في") else at
            shown = self.word(ahead) in ("هذا", "هذه")
            ahead += shown
            if self.word(ahead) in cal.YEAR_WORDS and self.near(ahead - 1, ahead):
                if (year := _year(self.word(ahead + 1))) is not None:
                    return year, None, ahead + 1
                kind = "this" if shown else _qualifier(self.word(ahead + 1))
                if self.word(ahead + 1) in ("نفسه", "ذاته", "نفسها", "ذاتها"):
                    return self.told_year, "same", ahead + 1
                if kind and self.anchor is not None:
                    year = self.anchor.year + {"past": -1, "this": 0, "next": 1}[kind]
                    return year, None, ahead if shown else ahead + 1
        return None, None, last

    def without_year(self, month: int, day: int | None, qualifier: str | None) -> tuple[str | None, str | None]:
        """(ISO, the other way to read it) of a month, or day of one, by the anchor."""
        assert self.anchor is not None
        here = self.anchor
        if qualifier == "this":
            return _iso(here.year, month, day), None
        now = (here.month, here.day if day is not None else 0)
        then = (month, day or 0)
        before = here.year if then < now or (then == now and qualifier != "past") else here.year - 1
        after = here.year if then > now else here.year + 1
        behind, ahead = _iso(before, month, day), _iso(after, month, day)
        if qualifier == "next":
            return ahead, None
        if qualifier == "past":
            return behind, None
        # nobody says «8 أيار» on 4 أيار and means that of the year before
        months = (after - here.year) * 12 + month - here.month
        soon = months <= 1 and (day is None or ahead is None or date.fromisoformat(ahead) - here <= timedelta(45))
        return (ahead, behind) if soon else (behind, ahead)

    # Weekdays and words for days.

    def weekday(self, at: int) -> tuple[DateSpan | None, int] | None:
        day = cal.WEEKDAYS[self.bare(at)]
        before = self.word(at - 1)
        if before in cal.NOT_BEFORE_WEEKDAY and self.near(at - 1, at):
            return None
        if self.full_date_follows(at):
            return None  # the month's reader takes it in
        first, last = at, at
        if self.near(at - 1, at) and before in ("يوم", "ليله", "نهار"):
            first -= 1
        if self.anchor is None:
            return None, at + 1
        qualifier = _qualifier(self.word(at + 1)) if self.near(at, at + 1) else None
        if qualifier:
            last = at + 1
        back = (self.anchor.weekday() - day) % 7
        latest = self.anchor - timedelta(days=back)
        if qualifier == "past":
            latest -= timedelta(days=0 if back else 7)
            return self.span(first, last, latest.isoformat(), "weekday")
        ahead = latest + timedelta(days=7)
        if qualifier == "next":
            return self.span(first, last, ahead.isoformat(), "weekday")
        if self.word(last + 1) in ("الي", "-") and self.bare(last + 2) in cal.WEEKDAYS:
            last += 2
        elif self.near(last, last + 1, "-–") and not self.near(last, last + 1) and self.bare(last + 1) in cal.WEEKDAYS:
            last += 1
        alt = ahead.isoformat()
        return self.span(first, last, latest.isoformat(), "weekday", alt)

    def full_date_follows(self, at: int) -> bool:
        ahead = at + 1
        if not self.near(at, ahead, "،,)("):
            return False
        if _number(self.word(ahead)) is not None:
            ahead += 1
        elif self.word(ahead) in cal.ORDINALS:
            ahead += 1
            if self.word(ahead) in cal.TENS:
                ahead += 1
        else:
            return False
        while self.word(ahead) in ("من", "شهر"):
            ahead += 1
        return self.month_at(ahead) is not None or self.word(ahead) == "الشهر"

    def day_word(self, at: int) -> tuple[DateSpan | None, int] | None:
        """أمس, اليوم, غدا and what stands with them; the weekday beside them has the last word."""
        word = self.bare(at)
        shift = _SHIFTS[word]
        first = last = at
        before, after = self.word(at - 1), self.word(at + 1)
        if word == "اليوم":
            if after in cal.NOT_TODAY_AFTER and self.near(at, at + 1):
                return None
            if self.near(at - 1, at) and (
                before in cal.NOT_TODAY_BEFORE or (before in ("في", "وفي") and after not in cal.WEEKDAYS)
            ):
                return None
        elif word == "امس":
            if before in ("اول", "واول") and self.near(at - 1, at):
                first, shift = at - 1, -2
            elif after in ("الاول", "الاولي") and self.near(at, at + 1):
                last, shift = at + 1, -2
        elif word == "غد" and before == "بعد" and self.near(at - 1, at):
            first, shift = at - 1, 2
        if self.near(first - 1, first) and self.word(first - 1) in ("يوم", "ليله", "نهار"):
            first -= 1
        beside = last + 1
        if self.near(last, beside, "،,)(") and self.bare(beside) in cal.WEEKDAYS:
            if self.full_date_follows(beside):
                return None
            last = beside
            if self.anchor is None:
                return None, last + 1
            day = cal.WEEKDAYS[self.bare(beside)]
            told = self.anchor + timedelta(days=shift)
            if told.weekday() != day:  # published later than written: the weekday is what the writer saw
                told = self.anchor - timedelta(days=(self.anchor.weekday() - day) % 7)
                if shift > 0:
                    told += timedelta(days=7)
            return self.span(first, last, told.isoformat(), "relative")
        if _number(self.word(beside)) is not None and self.near(last, beside, "،,)(") and self.month_at(beside + 1):
            return None
        if self.anchor is None:
            return None, last + 1
        told = self.anchor + timedelta(days=shift)
        return self.span(first, last, told.isoformat(), "today" if word == "اليوم" else "relative")

    # Periods: الشهر الماضي, قبل ثلاثة أيام, عام 2015.

    def period(self, at: int) -> tuple[DateSpan | None, int] | None:
        word = self.bare(at)
        shown = self.word(at - 1) in ("هذا", "هذه") and self.near(at - 1, at)
        qualifier = "this" if shown else _qualifier(self.word(at + 1)) if self.near(at, at + 1) else None
        year = _year(self.word(at + 1)) if word in ("العام", "السنه") and self.near(at, at + 1) else None
        if year is not None:
            return self.span(self.stretch(at), at + 1, str(year), "absolute")
        if qualifier is None or self.anchor is None:
            return None
        first, last = (at - 1, at) if shown else (at, at + 1)
        if self.word(last + 1) in ("الثلاثه", "الاربعه", "الخمسه"):
            return None
        here, step = self.anchor, {"past": -1, "this": 0, "next": 1}[qualifier]
        if word in ("العام", "السنه"):
            return self.span(self.stretch(first), last, str(here.year + step), "relative")
        if word == "الشهر":
            months = here.year * 12 + here.month - 1 + step
            start, day = self.day_before(first)
            if day is not None:
                start = self.weekday_before(start)
                return self.span(start, last, _iso(months // 12, months % 12 + 1, day), "relative")
            return self.span(self.stretch(first), last, _iso(months // 12, months % 12 + 1, None), "relative")
        monday = here - timedelta(days=here.weekday() - 7 * step)
        # weeks begin on Saturday, Sunday or Monday: all days that any of them counts
        return self.span(
            self.stretch(first), last, _common_month(monday - timedelta(2), monday + timedelta(6)), "vague"
        )

    def stretch(self, first: int) -> int:
        while self.word(first - 1) in cal.PERIODS and self.near(first - 1, first):
            first -= 1
        return first

    def year(self, at: int) -> tuple[DateSpan | None, int] | None:
        """A number that is a year by the word before it."""
        year = _year(self.word(at))
        if year is None or not self.near(at - 1, at, "(" if self.word(at - 1) in cal.YEAR_WORDS else " "):
            return None
        before = self.word(at - 1)
        if before not in cal.BEFORE_YEAR:
            return None
        if before == "بين" and not (self.word(at + 1)[:1] == "و" or self.word(at + 1).isdigit()):
            return None
        if before in ("قبل", "بعد", "حتي", "بين") or (self.word(at - 2) in ("قبل", "بعد") and before in cal.YEAR_WORDS):
            return None  # before or after that year, not in it
        first = at - 1 if before in cal.YEAR_WORDS else at
        since = self.word(first - 1) in ("منذ", "ومنذ")
        return self.span(self.stretch(first), at, str(year), "since" if since else "absolute")

    def ago(self, at: int) -> tuple[DateSpan | None, int] | None:
        """قبل يومين, منذ ثلاثة أيام, بعد أسبوع من الآن …: reckoned from the anchor."""
        if self.anchor is None:
            return None
        start, ahead = self.word(at), at + 1
        if self.word(ahead) in ("نحو", "حوالي", "قرابه"):
            ahead += 1
        if not self.near(ahead - 1, ahead):
            return None
        count = _number(self.word(ahead)) or cal.COUNTS.get(self.word(ahead))
        if count is not None:
            ahead += 1
        unit = cal.UNITS.get(self.word(ahead))
        if unit is None:
            return None
        name, says = unit
        after = self.word(ahead + 1)
        named = _year(after) or after[:2] == "ال" or after in _SHIFTS or self.month_at(ahead + 1)
        if says == 1 and count is None and named:
            return None  # قبل عام 2015, قبل يوم الجمعة, منذ يوم أمس, قبل شهر رمضان
        if after in ("من", "علي", "عن") and start not in ("منذ", "ومنذ"):
            return None  # قبل يومين من الانتخابات: reckoned from something else
        kind: DateKind = "since" if start in ("منذ", "ومنذ") else "relative"
        number = count if count is not None else says
        here = self.anchor
        if number is None:  # some days ago
            if name != "day":
                return None
            return self.span(at, ahead, _common_month(here - timedelta(10), here - timedelta(2)), "vague")
        if name == "day":
            return self.span(at, ahead, (here - timedelta(number)).isoformat(), kind)
        if name == "week":
            middle = here - timedelta(7 * number)
            return self.span(at, ahead, _common_month(middle - timedelta(3), middle + timedelta(3)), "vague")
        if name == "month":
            months = here.year * 12 + here.month - 1 - number
            return self.span(at, ahead, _iso(months // 12, months % 12 + 1, None), "vague")
        return self.span(at, ahead, str(here.year - number) if number < 60 else None, kind)

    # The Islamic calendar, and figures alone.

    def hijri(self, at: int) -> tuple[DateSpan | None, int] | None:
        word, last = self.bare(at), at
        month = cal.HIJRI.get(word)
        if month is None:
            month, last = cal.HIJRI_TWO.get((word, self.word(at + 1))), at + 1
        if month is None:
            return None
        first, day = self.day_before(at)
        ahead = last + 1
        if self.word(ahead) in ("من", "سنه", "عام", "لعام", "لسنه"):
            ahead += 1
        if self.word(ahead) in ("سنه", "عام"):
            ahead += 1
        found = re.fullmatch(r"(1[34]\d\d|1500)(ه|للهجره)?", self.word(ahead))
        if found is None or not self.near(ahead - 1, ahead, "،,"):
            return None
        iso = _from_hijri(int(found[1]), month, day)
        if self.word(ahead + 1) in ("ه", "هجريه", "هجري", "للهجره"):
            ahead += 1
        if day is not None:
            first = self.weekday_before(first)
        return self.span(first, ahead, iso, "hijri")

    def numeric(self) -> list[DateSpan]:
        out: list[DateSpan] = []
        for middle in _BETWEEN.finditer(self.text):
            start = middle.start()
            while start > 0 and self.text[start - 1].isdigit():
                start -= 1
            match = _NUMERIC.match(self.text, start)
            if match is None or (start and self.text[start - 1] in "/.-") or (out and out[-1].end > start):
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
            iso = _iso(year, month, day) if 1900 <= year <= 2100 else None
            if iso is not None and 1 <= month <= 12:
                future = self.anchor is not None and iso > self.anchor.isoformat()
                out.append(DateSpan(match.start(), match.end(), iso, "absolute", future))
        return out


_SHIFTS = {"امس": -1, "البارحه": -1, "اليوم": 0, "غدا": 1, "غد": 1}
_Handler = Callable[[_Reader, int], "tuple[DateSpan | None, int] | None"]


def _triggers() -> Iterator[tuple[str, _Handler]]:
    for names, handler in (
        ((*cal.MONTHS, "كانون", "تشرين"), _Reader.month),
        (cal.WEEKDAYS, _Reader.weekday),
        (_SHIFTS, _Reader.day_word),
        (("الشهر", "العام", "السنه", "الاسبوع"), _Reader.period),
        ((*cal.HIJRI, *(first for first, _ in cal.HIJRI_TWO)), _Reader.hijri),
    ):
        for name in names:
            yield name, handler
            if name in cal.DOUBTFUL or (len(name) < 4 and name != "امس") or name == "ربيع":
                continue
            for lead in "وبفل":
                yield lead + (name[1:] if lead == "ل" and name.startswith("ال") else name), handler
    for name in ("قبل", "وقبل", "منذ", "ومنذ"):
        yield name, _Reader.ago
    for year in range(1900, 2101):
        for form in ("", "م"):
            yield f"{year}{form}", _Reader.year


_TRIGGERS: dict[str, _Handler] = dict(_triggers())


def _number(word: str) -> int | None:
    """A day of a month in figures: 25, ال25, و25."""
    digits = _BEFORE_DAY.sub("", word) if word else ""
    if not digits.isdigit() or len(digits) > 2:
        return None
    number = int(digits)
    return number if 1 <= number <= 31 else None


_BEFORE_DAY = re.compile("^(?:في|[وبل])?(?:ال)?(?=[0-9])")


def _year(word: str) -> int | None:
    found = _YEAR.match(word)
    if found is None or (found[2] or "") in ("ه", "هجري"):
        return None
    year = int(found[1])
    return year if 1900 <= year <= 2100 else None


def _qualifier(word: str) -> str | None:
    if word in cal.PAST:
        return "past"
    if word in cal.CURRENT:
        return "this"
    return "next" if word in cal.FUTURE else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int | None) -> str | None:
    """ISO of a day that exists, or of a month."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    found = _day(year, month, day)
    return found.isoformat() if found else None


def _common_month(first: date, last: date) -> str | None:
    """The month that holds all of a vague stretch of days, else nothing: a day must never be invented."""
    return f"{first.year:04d}-{first.month:02d}" if (first.year, first.month) == (last.year, last.month) else None


def _from_hijri(year: int, month: int, day: int | None) -> str | None:
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
