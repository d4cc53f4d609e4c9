"""Periods and distances: الشهر الماضي, عام 2015, قبل ثلاثة أيام; dates of the Islamic calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders.dates import calendar as cal
from loaders.dates.months import day_before, weekday_before
from loaders.dates.spans import DateKind, common_month, day_number, from_hijri, iso_of, qualifier_of, year_number
from loaders.dates.tokens import Found, Tokens


def period(t: Tokens, at: int) -> Found | None:
    word = t.bare(at)
    shown = t.word(at - 1) in ("هذا", "هذه") and t.near(at - 1, at)
    qualifier = "this" if shown else qualifier_of(t.word(at + 1)) if t.near(at, at + 1) else None
    year = year_number(t.word(at + 1)) if word in ("العام", "السنه") and t.near(at, at + 1) else None
    if year is not None:
        return t.span(stretch(t, at), at + 1, str(year), "absolute")
    if word == "الشهر" and t.near(at, at + 1) and t.word(at + 1) in ("نفسه", "ذاته", "عينه"):
        return _same_month(t, at)
    before_last = t.word(at + 1) == "قبل" and t.word(at + 2) in cal.PAST and t.near(at, at + 1)
    if (qualifier is None and not before_last) or t.anchor is None:
        return None
    first, last = (at - 1, at) if shown else (at, at + 1)
    if before_last:  # الشهر قبل الماضي
        qualifier, last = "past", at + 2
    if t.word(last + 1) in ("الثلاثه", "الاربعه", "الخمسه"):
        return None
    here, step = t.anchor, {"past": -1 - before_last, "this": 0, "next": 1}[qualifier or "past"]
    if word in ("العام", "السنه"):
        return t.span(stretch(t, first), last, str(here.year + step), "relative")
    if word == "الشهر":
        months = here.year * 12 + here.month - 1 + step
        start, day = day_before(t, first)
        if day is not None:
            start = weekday_before(t, start)
            return t.span(start, last, iso_of(months // 12, months % 12 + 1, day), "relative")
        return t.span(stretch(t, first), last, iso_of(months // 12, months % 12 + 1, None), "relative")
    monday = here - timedelta(days=here.weekday() - 7 * step)
    # weeks begin on Saturday, Sunday or Monday: all days that any of them counts
    return t.span(stretch(t, first), last, common_month(monday - timedelta(2), monday + timedelta(6)), "vague")


def _same_month(t: Tokens, at: int) -> Found | None:
    """في 7 من الشهر نفسه: of the month told before."""
    month = t.told_before(at, 7)
    if month is None:
        return None
    start, day = day_before(t, at)
    iso = iso_of(int(month[:4]), int(month[5:]), day) if day is not None else month
    return t.span(start, at + 1, iso, "relative")


def current(t: Tokens, at: int) -> Found | None:
    """في 3 الجاري: of this month."""
    day = day_number(t.word(at - 1))
    if day is None or t.anchor is None or not t.near(at - 1, at):
        return None
    return t.span(at - 1, at, iso_of(t.anchor.year, t.anchor.month, day), "relative")


def stretch(t: Tokens, first: int) -> int:
    while t.word(first - 1) in cal.PERIODS and t.near(first - 1, first):
        first -= 1
    return first


def year(t: Tokens, at: int) -> Found | None:
    """A number that is a year by the word before it."""
    year = year_number(t.word(at))
    if year is None or not t.near(at - 1, at, "(" if t.word(at - 1) in cal.YEAR_WORDS else " "):
        return None
    before = t.word(at - 1)
    if before not in cal.BEFORE_YEAR:
        return None
    if before == "بين" and not (t.word(at + 1)[:1] == "و" or t.word(at + 1).isdigit()):
        return None
    if before in ("قبل", "بعد", "حتي", "بين") or (t.word(at - 2) in ("قبل", "بعد") and before in cal.YEAR_WORDS):
        return None  # before or after that year, not in it
    first = at - 1 if before in cal.YEAR_WORDS else at
    since = t.word(first - 1) in ("منذ", "ومنذ")
    return t.span(stretch(t, first), at, str(year), "since" if since else "absolute")


def ago(t: Tokens, at: int) -> Found | None:
    """قبل يومين, منذ ثلاثة أيام, بعد أسبوع من الآن …: reckoned from the anchor."""
    if t.anchor is None:
        return None
    start, ahead = t.word(at), at + 1
    if t.word(ahead) in ("نحو", "حوالي", "قرابه"):
        ahead += 1
    if not t.near(ahead - 1, ahead):
        return None
    count = day_number(t.word(ahead)) or cal.COUNTS.get(t.word(ahead))
    if count is not None:
        ahead += 1
    unit = cal.UNITS.get(t.word(ahead))
    if unit is None:
        return None
    name, says = unit
    after = t.word(ahead + 1)
    named = year_number(after) or after[:2] == "ال" or after in cal.SHIFTS or t.month_at(ahead + 1)
    if says == 1 and count is None and named:
        return None  # قبل عام 2015, قبل يوم الجمعة, منذ يوم أمس, قبل شهر رمضان
    if after in ("من", "علي", "عن") and start not in ("منذ", "ومنذ"):
        return None  # قبل يومين من الانتخابات: reckoned from something else
    kind: DateKind = "since" if start in ("منذ", "ومنذ") else "relative"
    number = count if count is not None else says
    here = t.anchor
    if number is None:  # some days ago
        if name != "day":
            return None
        return t.span(at, ahead, common_month(here - timedelta(10), here - timedelta(2)), "vague")
    if name == "day":
        return t.span(at, ahead, (here - timedelta(number)).isoformat(), kind)
    if name == "week":
        middle = here - timedelta(7 * number)
        return t.span(at, ahead, common_month(middle - timedelta(3), middle + timedelta(3)), "vague")
    if name == "month":
        months = here.year * 12 + here.month - 1 - number
        return t.span(at, ahead, iso_of(months // 12, months % 12 + 1, None), "vague")
    return t.span(at, ahead, str(here.year - number) if number < 60 else None, kind)


def hijri(t: Tokens, at: int) -> Found | None:
    word, last = t.bare(at), at
    month = cal.HIJRI.get(word)
    if month is None:
        month, last = cal.HIJRI_TWO.get((word, t.word(at + 1))), at + 1
    if month is None:
        return None
    first, day = day_before(t, at)
    ahead = last + 1
    if t.word(ahead) in ("من", "سنه", "عام", "لعام", "لسنه"):
        ahead += 1
    if t.word(ahead) in ("سنه", "عام"):
        ahead += 1
    found = re.fullmatch(r"(1[34]\d\d|1500)(ه|للهجره)?", t.word(ahead))
    if found is None or not t.near(ahead - 1, ahead, "،,"):
        return None
    iso = from_hijri(int(found[1]), month, day)
    if t.word(ahead + 1) in ("ه", "هجريه", "هجري", "للهجره"):
        ahead += 1
    if day is not None:
        first, numbered = weekday_before(t, first), first
        named = cal.WEEKDAYS.get(t.bare(numbered - 1)) if first < numbered else None
        iso = seen(iso, named) if iso is not None and named is not None else iso
    return t.span(first, ahead, iso, "hijri")


def seen(iso: str, weekday: int) -> str:
    """السبت 14 شوال: the weekday tells on which of the days around the reckoned one the month was seen to begin."""
    day = date.fromisoformat(iso)
    for near in (day, day - timedelta(1), day + timedelta(1)):
        if near.weekday() == weekday:
            return near.isoformat()
    return iso
