"""Months, with or without the day before them and the year after them."""

from __future__ import annotations

from datetime import date, timedelta

from loaders.dates import calendar as cal
from loaders.dates.spans import day_number, iso_of, qualifier_of, year_number
from loaders.dates.tokens import Found, Tokens


def month(t: Tokens, at: int) -> Found | None:
    head = t.month_at(at)
    if head is None:
        return None
    month, last = head
    doubled = False
    # the other family's name beside it: مايو/أيار, مايو (أيار)
    while t.near(last, last + 1, "/\\(-–") and (twin := t.month_at(last + 1)) and twin[0] == month:
        doubled, last = True, twin[1]  # and a third one's: حزيران (يونيو - جوان)
    first, day = day_before(t, at)
    year, qualifier, last = year_after(t, last)
    word = t.bare(at)
    before = t.word(first - 1)
    if word in cal.DOUBTFUL and day is None and year is None and not doubled:
        ok = before in ("شهر", "بشهر", "لشهر") or qualifier or (before in ("في", "وفي", "منذ") and word in cal.AFTER_IN)
        if not ok:
            return None
    if day is None:
        while t.word(first - 1) in cal.PERIODS and t.near(first - 1, first):
            first -= 1
    else:
        first = weekday_before(t, first)
    before = t.word(first - 1)
    if year is None and qualifier is None and before in (cal.EVENTS if day is not None else cal.EVENTS_OF_MONTH):
        return None, last + 1  # ثورة 25 يناير, حرب تموز: a name, of whatever year
    if year is not None:
        return t.span(first, last, iso_of(year, month, day), "absolute")
    if t.anchor is None or qualifier == "same":
        return None, last + 1
    iso, alt = without_year(t, month, day, qualifier)
    return t.span(first, last, iso, "yearless", alt)


def day_before(t: Tokens, at: int) -> tuple[int, int | None]:
    """(first token of the day before the month at `at`, the day); (`at`, None) when there is none."""
    first = at
    while t.word(first - 1) in ("من", "شهر", "ل", "لشهر") and t.near(first - 1, first):
        first -= 1
    word = t.word(first - 1)
    if not t.near(first - 1, first, "/"):
        return at, None
    day = day_number(word)
    if day is not None:
        first -= 1
        # a range: the first of its days
        gap = t.text[t.spans[first - 1][1] : t.spans[first][0]].strip() if first else ""
        start = day_number(t.word(first - 1))
        if start is not None and start < day and gap in ("-", "–", "و", "/"):
            return first - 1, start
        if word[0] == "و" and start is not None and start < day and not gap:
            return first - 1, start
        if t.word(first - 1) in ("الي", "حتي", "و") and (start := day_number(t.word(first - 2))) and start < day:
            return first - 2, start
        return first, day
    return ordinal_before(t, first, at)


def ordinal_before(t: Tokens, end: int, otherwise: int) -> tuple[int, int | None]:
    """A day told as an ordinal that ends before token `end`: الخامس والعشرين, الحادي عشر, الأول."""
    last = t.word(end - 1)
    tens = cal.TENS.get(last)
    if tens is not None:
        unit = cal.ORDINALS.get(t.word(end - 2).removeprefix("ب"))
        if unit is not None and unit <= 9 and t.near(end - 2, end - 1):
            return end - 2, unit + tens
        return otherwise, None
    unit = cal.ORDINALS.get(last)
    if unit is None or last == "الحادي":
        return otherwise, None
    if last in cal.OPENING:
        return end - 1, unit
    # «تشرين الأول من …», «ربيع الأول»: the ordinal belongs to the month's name
    if t.word(end - 2) in ("تشرين", "كانون", "ربيع", "جمادي"):
        return otherwise, None
    # without من it is the session, the second …: «الثاني مايو» is nothing
    return (
        (end - 1, unit) if end < otherwise or (end - 1 == otherwise - 1 and t.word(end) == "من") else (otherwise, None)
    )


def weekday_before(t: Tokens, first: int) -> int:
    """Takes in the weekday (and أمس, اليوم before it) that stands before a day and month."""
    if t.bare(first - 1) in cal.WEEKDAYS and t.near(first - 1, first, "،,)("):
        first -= 1
        if t.bare(first - 1) in ("امس", "اليوم", "غدا", "يوم") and t.near(first - 1, first, "،,)("):
            first -= 1
    elif t.bare(first - 1) in ("امس", "اليوم", "يوم") and t.near(first - 1, first, "،,)("):
        first -= 1
    return first


def year_after(t: Tokens, last: int) -> tuple[int | None, str | None, int]:
    """(year, qualifier, last token) after a month: a number, or الماضي (`past`), المقبل (`next`), الجاري (`this`);
    `last` for العام الماضي, whose year the anchor gives."""
    at = last + 1
    if not t.near(last, at, "،,/)("):
        return None, None, last
    word = t.word(at)
    if (year := year_number(word)) is not None:
        return year, None, at
    if (kind := qualifier_of(word)) is not None and t.near(last, at, ")"):
        # «أكتوبر الماضي 2016» and «من العام الماضي» after it
        return None, kind, at
    if word in ("من", "في") or word in cal.YEAR_WORDS or word == "هذا":
        ahead = at + 1 if word in ("من", "في") else at
        shown = t.word(ahead) in ("هذا", "هذه")
        ahead += shown
        if t.word(ahead) in cal.YEAR_WORDS and t.near(ahead - 1, ahead):
            if (year := year_number(t.word(ahead + 1))) is not None:
                return year, None, ahead + 1
            kind = "this" if shown else qualifier_of(t.word(ahead + 1))
            if t.word(ahead + 1) in ("نفسه", "ذاته", "نفسها", "ذاتها"):
                return t.told_year, "same", ahead + 1
            if kind and t.anchor is not None:
                year = t.anchor.year + {"past": -1, "this": 0, "next": 1}[kind]
                return year, None, ahead if shown else ahead + 1
    return None, None, last


def without_year(t: Tokens, month: int, day: int | None, qualifier: str | None) -> tuple[str | None, str | None]:
    """(ISO, the other way to read it) of a month, or day of one, by the anchor."""
    assert t.anchor is not None
    here = t.anchor
    if qualifier == "this":
        return iso_of(here.year, month, day), None
    now = (here.month, here.day if day is not None else 0)
    then = (month, day or 0)
    before = here.year if then < now or (then == now and qualifier != "past") else here.year - 1
    after = here.year if then > now else here.year + 1
    behind, ahead = iso_of(before, month, day), iso_of(after, month, day)
    if qualifier == "next":
        return ahead, None
    if qualifier == "past":
        return behind, None
    # nobody says «8 أيار» on 4 أيار and means that of the year before
    months = (after - here.year) * 12 + month - here.month
    soon = months <= 1 and (day is None or ahead is None or date.fromisoformat(ahead) - here <= timedelta(45))
    return (ahead, behind) if soon else (behind, ahead)
