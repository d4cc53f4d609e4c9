"""The day of publishing from whole dates that a story's own text ties to the day on which it was written: in the
dateline, beside أمس or اليوم, in the lead, or by the weekday that today is (الأحد الماضي 3 مارس, اليوم الثلاثاء)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders import dates
from loaders.datelines import dateline

_DIGIT = re.compile(r"\d")
_WEEKDAY = "|".join(dates.WEEKDAYS)
_AGO = re.compile(
    rf"(?<!\w)قبل (?:(?P<count>{'|'.join(dates.COUNTS)}|\d\d?) ايام|(?P<days>يومين|اسبوع|اسبوعين))"
    r"[،, (]+(?:اي |وتحديدا |وبالتحديد )?(?:في |يوم )?$"
)
"""قبل ثلاثة أيام، أي في 11 ديسمبر 2024."""
_TIED = re.compile(
    r"(?<!\w)(?:(?P<ref>اليوم|اول (?:من )?امس|امس(?: الاول)?|غدا?|بعد غد)[،,( ]+)?"
    rf"(?:(?:يوم )?(?P<weekday>{_WEEKDAY}))?[،,( ]*"
    r"(?P<when>الماضي|المنصرم|الفايت|المقبل|القادم)?[،,( )–-]*(?:الموافق ?|ال)?[( ،,]*$"
)
"""What stands before the figures of a date and ties it to today, with its weekday."""
_NOW = re.compile(rf"(?<!\w)(?P<ref>اليوم|اول (?:من )?امس|امس)[،,( ]+(?P<weekday>{_WEEKDAY})(?!\w)")
_BACK = {"اليوم": 0, "امس": 1, "اول امس": 2, "اول من امس": 2, "امس الاول": 2, "غدا": -1, "غد": -1, "بعد غد": -2}
_LEAD = 220
"""Characters of the first paragraph in which its own weekday and whole date are of the day that it tells."""
_BEFORE = re.compile(r"(?<!\w)(?:الذي|التي|الذين|منذ|عقب|بعد|قبل|كان|كانت|قد|غداه|عشيه|المقرر|المقرره)(?!\w)")
"""Words behind which a date of the lead is not that of the news."""
_POST = re.compile(r"\(@\w+\)")


def told_day(lines: list[str]) -> str | None:
    """The day of publishing as the paragraphs tell it, from the surest sign to the least sure."""
    paragraphs = [line for line in lines if len(line) > 30]
    now = None
    lately: list[tuple[date, str]] = []
    """Days of which the text says how they lie to today: the weekday is of the last week or the next."""
    for number, text in enumerate(paragraphs):
        if now is None and ("اليوم" in text or "أمس" in text or "امس" in text):
            now = _now(text)
        if _DIGIT.search(text) is None:
            continue
        end = dateline(text) if number == 0 else 0
        for span in dates.find(text):
            if len(span.iso) != 10 or span.kind not in ("absolute", "hijri"):
                continue
            day = date.fromisoformat(span.iso)
            if span.end <= end:
                if span.kind == "hijri" and (today := _now(text[span.end : span.end + 300])) is not None:
                    return dates.seen(span.iso, today)
                return span.iso
            if span.kind == "hijri":
                continue
            before = dates.fold(text[max(0, span.start - 48) : span.start])
            if (ago := _AGO.search(before)) is not None and number < 3:
                count = ago["count"] or "0"
                back = dates.DAYS.get(ago["days"]) or dates.COUNTS.get(count) or int(count)
                return (day + timedelta(days=back)).isoformat()
            told = dates.fold(text[span.start : span.end])
            tied = _TIED.search(before + _named(told))
            if tied is None:
                continue
            weekday = dates.WEEKDAYS.get(tied["weekday"]) if tied["weekday"] else None
            if weekday not in (None, day.weekday()):
                continue
            if tied["ref"]:
                return (day + timedelta(days=_BACK[tied["ref"]])).isoformat()
            if weekday is None and _POST.search(text) is None:
                continue
            if (
                number == 0
                and not tied["when"]
                and span.start < _LEAD
                and not _BEFORE.search(dates.fold(text[: span.start]))
            ):
                return span.iso
            lately.append((day, tied["when"] or ""))
    return _by_weekday(lately, now) if now is not None else None


def _named(told: str) -> str:
    """Of a date its words before the day's number: الاثنين of «الاثنين 4 مارس 2019»."""
    found = _DIGIT.search(told)
    return told[: found.start()] if found is not None else ""


def _now(text: str) -> int | None:
    """The weekday of today by «أمس الاثنين», «اليوم الثلاثاء»."""
    found = _NOW.search(dates.fold(text))
    return (dates.WEEKDAYS[found["weekday"]] + _BACK[found["ref"]]) % 7 if found is not None else None


def _by_weekday(lately: list[tuple[date, str]], now: int) -> str | None:
    """The one day that has today's weekday and lies within a week of all these days, on the side that they tell."""
    days = set()
    for day, when in lately:
        ahead = (now - day.weekday()) % 7
        if when in ("المقبل", "القادم"):
            days.add(day - timedelta(days=7 - ahead if ahead else 7))
        elif when:
            days.add(day + timedelta(days=ahead or 7))
        elif ahead <= 2:
            days.add(day + timedelta(days=ahead))
    return days.pop().isoformat() if len(days) == 1 else None
