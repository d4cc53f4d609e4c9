"""What opens a paragraph before the news begins, and the day of publishing that a story's own text tells."""

from __future__ import annotations

import re
from datetime import date, timedelta

from loaders import dates

_ARCHIVE = re.compile("[أا]رشيف")
_DIGIT = re.compile(r"\d")
_AGENCY = (
    r"(?:cnn|رويترز|أ ?\.? ?ف ?\.? ?ب|ا ?\.? ?ف ?\.? ?ب|د ?\.? ?ب ?\.? ?أ|وكالات|خاص|العربية|سانا|واس|وام|قنا"
    r"|كونا|بترا|واع|وفا|إرنا|ارنا|تسنيم|الأناضول|وات|واج|و م ع|العمانية|سبأ|بنا)"
)
_SLASHED = re.compile(rf"^[^\n/]{{0,60}}?(?:/[^\n/]{{3,40}}){{0,3}}/\s?{_AGENCY}\s?/\s*[-–—.:]*\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"^[^()\n]{0,60}\([^()\n]{2,40}\)[^()\n]{0,40}?\s?[-–—]{1,3}\s*")
_DASHED = re.compile(r"^[^\n«“\"]{2,70}?\s?[-–—]{1,3}\s+(?!ال)")


_AGO = re.compile(
    rf"(?<!\w)قبل (?:(?P<count>{'|'.join(dates.COUNTS)}|\d\d?) ايام|(?P<days>يومين|اسبوع|اسبوعين))"
    r"[،, (]+(?:اي |وتحديدا |وبالتحديد )?(?:في |يوم )?$"
)
"""قبل ثلاثة أيام، أي في 11 ديسمبر 2024."""
_DAY_LEFT = re.compile(r"^[^\n«“\"]{4,60}?\s?(?:[-–—]{1,3}|:)\s+(?=\S)")
"""A day that the town and the agency have left behind them, and what sets it off."""


_TOWN = re.compile(r"\([^()\n\d]{5,60}[-–] ?(?=\d)|[^\W\d_][^\n«»“\"\d،.()]{1,30}[ /–-]+(?=\d)")
_OF_AN_ACT = re.compile(r"(?<!\w)(?:منذ|في|قبل|يوم|حتى|بعد) ?$")
"""اعتقل فلان منذ 18 يوليو 2018 (…): no town that a day follows."""
_BEHIND_DAY = re.compile(r"\s*(?:\([^()\n\d]{2,25}\)\s*[-–—:/]*|/)\s*")
_CLOSED = re.compile(r"\s*\)\s*[-–—:]*\s*")
"""What follows the day of a dateline that no dash sets off: an agency, a slash; the bracket that it opened with."""
_ADDRESS = re.compile(
    r"^(?:[^\s.]+ ){0,4}https?://\S*?/(20\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)\S*$", re.ASCII | re.MULTILINE
)
"""A line with an address alone, or with a few words before it."""


def address_day(text: str) -> str | None:
    """The day in the addresses that a page tells (…/2019/03/05/…), where all that tell one agree."""
    days = {f"{int(y):04d}-{int(m):02d}-{int(d):02d}" for y, m, d in (_ADDRESS.findall(text) if "http" in text else ())}
    day = days.pop() if len(days) == 1 else ""
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def dateline(paragraph: str) -> int:
    """How many characters at the start of a story's first paragraph are its dateline (`دبي (CNN)— `), 0 for none."""
    end = _place(paragraph) or _town_and_day(paragraph)
    left = _DAY_LEFT.match(paragraph[end:])
    if left is None or len(left[0].split()) > 9:
        return end
    return end + left.end() if any(len(s.iso) == 10 and s.kind == "absolute" for s in dates.find(left[0])) else end


def _place(paragraph: str) -> int:
    """The town, the agency and what stands in brackets behind them, with the day where nothing sets it off."""
    if (found := _SLASHED.match(paragraph)) is not None:
        return found.end()
    found = _BRACKETED.match(paragraph)
    if found is not None and len(found[0].split()) <= 12:
        return found.end()
    found = _DASHED.match(paragraph)
    if found is not None:
        head = found[0]
        words = re.findall(r"[^\W\d]+", head)
        if re.search(rf"/\s?{_AGENCY}\b", head, re.IGNORECASE) or any(len(s.iso) == 10 for s in dates.find(head)):
            return found.end() if len(words) <= 9 else 0
        if len(words) <= 2 and not re.search(r"\d|[،:]", head) and len(paragraph) - found.end() > 40:
            return found.end()
    return 0


def _town_and_day(paragraph: str) -> int:
    """رام الله 4 من نوفمبر 2018 (شينخوا), غزة / 5 / 3 / 2019 /, (أخبار / سبوتنيك - 6 فبراير 2020): no dash behind."""
    found = _TOWN.match(paragraph)
    if found is None:
        return 0
    day = next((s for s in dates.find(paragraph[:90]) if s.kind == "absolute" and len(s.iso) == 10), None)
    if day is None or day.start != found.end() or len(found[0].split()) > 7:
        return 0
    if not found[0].startswith("(") and _OF_AN_ACT.search(found[0]):
        return 0
    closed = (_CLOSED if found[0].startswith("(") else _BEHIND_DAY).match(paragraph, day.end)
    return closed.end() if closed is not None else 0


def told_day(lines: list[str]) -> str | None:
    """The day of publishing as the first paragraphs tell it: in the dateline, or «اليوم/أمس» with a whole date, or the
    lead's own weekday and whole date."""
    paragraphs = [line for line in lines if len(line) > 30][:3]
    for number, text in enumerate(paragraphs):
        end = dateline(text) if number == 0 else 0
        for span in dates.find(text[:600]) if _DIGIT.search(text, 0, 600) else ():
            if len(span.iso) != 10 or span.kind != "absolute":
                continue
            told = dates.fold(text[span.start : span.end])
            day = date.fromisoformat(span.iso)
            if told.startswith("امس"):
                back = 2 if dates.fold(text[: span.start]).endswith("اول ") else 1
                return (day + timedelta(days=back)).isoformat()
            if (ago := _AGO.search(dates.fold(text[: span.start]))) is not None:
                count = ago["count"] or "0"
                back = dates.DAYS.get(ago["days"]) or dates.COUNTS.get(count) or int(count)
                return (day + timedelta(days=back)).isoformat()
            if told.startswith("اليوم") or span.end <= end:
                return span.iso
            weekday = dates.WEEKDAYS.get(re.split(r"\W", told.removeprefix("يوم "), maxsplit=1)[0])
            if number == 0 and span.start < 60 and weekday == day.weekday():
                return span.iso
    return None


def reckoned_day(text: str) -> str | None:
    """The day of a text that says «أمس، الأربعاء 10 من أيار» and tells years elsewhere: the first such day not before
    the latest date that it tells, if that is at most two years later; or the only one in the year that it states."""
    if (year := dates.stated_year(text)) is not None and dates.tells_today(text):
        days = dates.days_of(text, date(year, 1, 1), date(year, 12, 31))
        return days[0].isoformat() if len(days) == 1 else None
    if not dates.tells_day(text, lines=False):
        return None
    told = [span.iso for span in dates.find(text) if span.kind in ("absolute", "since")]
    if not told:
        return None
    latest = max(told)
    first = date.fromisoformat((latest + "-01-01")[:10] if len(latest) == 4 else (latest + "-01")[:10])
    days = dates.days_of(text, first, first + timedelta(days=730))
    whole = [day for day in days if day.isoformat()[: len(latest)] >= latest]
    return whole[0].isoformat() if whole and len(days) <= 2 else None


def pictured_day(captions: list[str], lines: list[str]) -> str | None:
    """The day of the newest picture («الرئيسان في باريس. 23 يوليو 2020 (فرانس برس)»), where the lead tells of that
    weekday («ندد الخميس») and nothing in the text is dated later: a picture from the archive seldom falls on it."""
    taken = [
        span.iso
        for caption in captions
        if _DIGIT.search(caption) and _ARCHIVE.search(caption) is None
        for span in dates.find(caption)
        if span.kind == "absolute" and len(span.iso) == 10
    ]
    if not taken:
        return None
    day = max(taken)
    words = (dates.fold(word) for line in lines[:2] for word in re.findall(r"\w+", line))
    told = next((dates.WEEKDAYS[word] for word in words if word in dates.WEEKDAYS), None)
    if told != date.fromisoformat(day).weekday():
        return None
    later = any(span.iso[: len(day)] > day[: len(span.iso)] for line in lines for span in dates.find(line))
    return None if later else day
