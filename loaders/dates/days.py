"""Weekdays, and the words for days: أمس, اليوم, غدا."""

from __future__ import annotations

from datetime import date, timedelta

from loaders.dates import calendar as cal
from loaders.dates.spans import day_number, qualifier_of
from loaders.dates.tokens import Found, Tokens

SAME = ("نفسه", "ذاته", "عينه", "التالي", "الموالي")
"""في اليوم نفسه, في اليوم التالي: reckoned from the date told before."""


def weekday(t: Tokens, at: int) -> Found | None:
    day = cal.WEEKDAYS[t.bare(at)]
    before = t.word(at - 1)
    if before in cal.NOT_BEFORE_WEEKDAY and t.near(at - 1, at):
        return None
    if full_date_follows(t, at):
        return None  # the month's reader takes it in
    first, last = at, at
    if t.near(at - 1, at) and before in ("يوم", "ليله", "نهار"):
        first -= 1
    if t.anchor is None:
        return None, at + 1
    qualifier = qualifier_of(t.word(at + 1)) if t.near(at, at + 1) else None
    if qualifier:
        last = at + 1
    before_last = t.near(at, at + 1) and t.word(at + 1) == "قبل" and t.word(at + 2) in cal.PAST
    if before_last:
        qualifier, last = "past", at + 2  # الأحد قبل الماضي
    back = (t.anchor.weekday() - day) % 7
    latest = t.anchor - timedelta(days=back)
    if qualifier == "past":
        latest -= timedelta(days=(0 if back else 7) + (7 if before_last else 0))
        return t.span(first, last, latest.isoformat(), "weekday")
    ahead = latest + timedelta(days=7)
    if qualifier == "next":
        return t.span(first, last, ahead.isoformat(), "weekday")
    if t.word(last + 1) in ("الي", "-") and t.bare(last + 2) in cal.WEEKDAYS:
        last += 2
    elif t.near(last, last + 1, "-–") and not t.near(last, last + 1) and t.bare(last + 1) in cal.WEEKDAYS:
        last += 1
    alt = ahead.isoformat()
    return t.span(first, last, latest.isoformat(), "weekday", alt)


def full_date_follows(t: Tokens, at: int) -> bool:
    ahead = at + 1
    if not t.near(at, ahead, "،,)("):
        return False
    if day_number(t.word(ahead)) is not None:
        ahead += 1
    elif t.word(ahead) in cal.ORDINALS:
        ahead += 1
        if t.word(ahead) in cal.TENS:
            ahead += 1
    else:
        return False
    while t.word(ahead) in ("من", "شهر"):
        ahead += 1
    return t.month_at(ahead) is not None or t.word(ahead) == "الشهر"


def day_word(t: Tokens, at: int) -> Found | None:
    """أمس, اليوم, غدا and what stands with them; the weekday beside them has the last word."""
    word = t.bare(at)
    shift = cal.SHIFTS[word]
    first = last = at
    before, after = t.word(at - 1), t.word(at + 1)
    if word == "اليوم":
        told_day = t.told_before(at, 10) if after in SAME and t.near(at, at + 1) else None
        if told_day is not None:
            if after in ("التالي", "الموالي"):
                told_day = (date.fromisoformat(told_day) + timedelta(days=1)).isoformat()
            return t.span(at, at + 1, told_day, "relative")
        if after in cal.NOT_TODAY_AFTER and t.near(at, at + 1):
            return None
        if t.near(at - 1, at) and (
            before in cal.NOT_TODAY_BEFORE or (before in ("في", "وفي") and after not in cal.WEEKDAYS)
        ):
            return None
    elif word == "الليله":
        if after != "الماضيه" or not t.near(at, at + 1):
            return None
        last = at + 1
    elif word == "امس":
        if before in ("اول", "واول") and t.near(at - 1, at):
            first, shift = at - 1, -2
        elif before == "من" and t.word(at - 2) in ("اول", "واول") and t.near(at - 2, at - 1) and t.near(at - 1, at):
            first, shift = at - 2, -2  # أول من أمس
        elif after in ("الاول", "الاولي") and t.near(at, at + 1):
            last, shift = at + 1, -2
    elif word == "البارحه" and after in ("الاولي", "الاول") and t.near(at, at + 1):
        last, shift = at + 1, -2
    elif word == "غد" and before == "بعد" and t.near(at - 1, at):
        first, shift = at - 1, 2
    if t.near(first - 1, first) and t.word(first - 1) in ("يوم", "ليله", "نهار"):
        first -= 1
    beside = last + 1
    if t.near(last, beside, "،,)(") and t.bare(beside) in cal.WEEKDAYS:
        if full_date_follows(t, beside):
            return None
        last = beside
        if t.anchor is None:
            return None, last + 1
        day = cal.WEEKDAYS[t.bare(beside)]
        told = t.anchor + timedelta(days=shift)
        if told.weekday() != day:  # published later than written: the weekday is what the writer saw
            told = t.anchor - timedelta(days=(t.anchor.weekday() - day) % 7)
            if shift > 0:
                told += timedelta(days=7)
        return t.span(first, last, told.isoformat(), "relative")
    if day_number(t.word(beside)) is not None and t.near(last, beside, "،,)(") and t.month_at(beside + 1):
        return None
    if t.anchor is None:
        return None, last + 1
    told = t.anchor + timedelta(days=shift)
    return t.span(first, last, told.isoformat(), "today" if word == "اليوم" else "relative")
