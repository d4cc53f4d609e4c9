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


_TO_COME = re.compile(
    r"(?<!\w)(?:ال)?(?:مقبل|مقرر|مزمع|منتظر|متوقع|مرتقب|قادم|بحلول|حتي|ينتظر|يتوقع|ستجري|سي\w+|ست\w+)[^.\n]*$"
)
_SITE_YEAR = re.compile(
    r"(?:©|copyright|حقوق)[^\n]{0,50}?(20\d\d)(?! ?[-–] ?20)|https?://\S*?/(20\d\d)/\d\d?/", re.IGNORECASE
)
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


def reckoned_day(text: str, page: str = "", *, sure: bool = True) -> str | None:
    """The day of a text that says «أمس، الأربعاء 10 من أيار» and tells years elsewhere: the only such day in the year
    that it states, or that its page does; else the first not before the latest date that it tells, if that is at most
    two years later.

    Not `sure`: four years, and a line of its own (الأربعاء 10 أيار) may tell the day; dates to come do not count.
    """
    if not dates.tells_today(text):
        return None
    if (year := dates.stated_year(text)) is not None:
        days = dates.days_of(text, date(year, 1, 1), date(year, 12, 31))
        return days[0].isoformat() if len(days) == 1 else None
    if not dates.tells_day(text, lines=not sure or bool(page)):
        return None
    spans = [span for span in dates.find(text) if span.kind in ("absolute", "since")]
    told = [s.iso for s in spans if sure or not _TO_COME.search(dates.fold(text[max(0, s.start - 60) : s.start]))]
    latest = max(told, default="")
    for year in sorted(_site_years(page)):
        days = dates.days_of(text, date(year, 1, 1), date(year, 12, 31))
        if len(days) == 1 and days[0].isoformat() >= latest:
            return days[0].isoformat()
    if not told or (sure and not dates.tells_day(text, lines=False)):
        return None
    first = date.fromisoformat((latest + "-01-01")[:10] if len(latest) == 4 else (latest + "-01")[:10])
    days = dates.days_of(text, first, first + timedelta(days=730 if sure else 4 * 365))
    whole = [day for day in days if day.isoformat()[: len(latest)] >= latest]
    return whole[0].isoformat() if whole and len(days) <= 2 else None


def _site_years(page: str) -> set[int]:
    """Years of the page's copyright line and of its addresses (…/2019/03/…)."""
    found = _SITE_YEAR.findall(page) if "20" in page else ()
    return {int(year) for pair in found for year in pair if year}


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
