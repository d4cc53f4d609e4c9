"""What a line of a saved page is: text, caption, date, byline, or furniture (lexicon/furniture.tsv)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from kg.errors import LexiconError
from loaders import dates

LineKind = Literal["blank", "text", "caption", "date", "byline", "share", "drop", "tail", "related", "more", "inline"]
_KINDS: tuple[LineKind, ...] = ("share", "drop", "tail", "related", "more", "inline", "byline")

LONGEST = 130
"""Characters; no furniture is longer, so that paragraphs cost nothing."""

_SPACES = re.compile(r"\s\s+|[^\S ]")
_SIGNED = re.compile(r"\W*(?:كتب|بقلم|نُ?شر|أضيف|تحرير|إعداد|حرر)")
_SIGNED_BEHIND = re.compile(r"[|–-] ?(?:كتب|بقلم|تحرير)")
_PUBLISHED = re.compile(
    r"(?<!\w)(?:نشرت?(?: هذا \w+)? (?:في|بتاريخ|يوم|بواسطه)|اخر تحديث|last updated|posted (?:at|on|by)"
    r"|منذ .{1,20} في)(?!\w)"
)
"""What tells of a line of some words that it dates the page: «نُشر بواسطة فلان في الجريدة يوم 05 - 03 - 2019»."""
_UPDATE = re.compile(r"(?<!\w)(?:ال)?تحديث|(?<!\w)حدثت?(?!\w)|updated?")
_SHORT = re.compile(
    rf"(?:(?P<weekday>{'|'.join(dates.WEEKDAYS)})[ ،,:-]+)?(?P<d>\d\d?)(?P<gap>[/.-])(?P<m>\d\d?)(?P=gap)(?P<y>[0-3]\d)"
    r"(?: ?[-–|،,]? ?(?:الساعه )?\d\d?:\d\d(?: ?[صم])?)?"
)
_MOON = re.compile(
    rf"(?:(?P<weekday>{'|'.join(dates.WEEKDAYS)})[ ،,:-]+)?(?:(?P<y>14\d\d)[/-](?P<m>\d\d?)[/-](?P<d>\d\d?)"
    r"|(?P<d2>\d\d?)[/-](?P<m2>\d\d?)[/-](?P<y2>14\d\d)) ?ه?"
)
_TRAIL = re.compile(r" [>|»›·•–—-] ")
"""الأخبار > سياسة — 5 مارس 2019; what a line of parts has between them."""
_PUBLISHED_WORDS = 7
_SENTENCE_END = (".", "؟", "!", "…")
_PARTED = re.compile(r"[-–—:|/\[،,)]\s*$")
"""What parts a place and an outlet from the day: «لندن – «القدس العربي»: 14 مارس 2019»."""
_DIGIT = re.compile(r"\d")
_CREDIT = re.compile(
    r"رويترز|ف\.? ?ب|ب\.? ?[اأإ]|[أاإ] ?\.? ?ب|غيتي|getty|afp|reuters|epa|أرشيف|ارشيف|تسنيم|سانا|كونا|واس|وام|قنا"
    r"|بترا|وكال[ةه]|الأناضول|الاناضول|[إا]نترنت|فيسبوك|تويتر|[إا]كس|موقع|الرئاس[ةه]|الخارجي[ةه]|متداول|خاص|مواقع"
    r"|سوشال|حساب|البرلمان|د\.ب\.[أا]|فرانس|[أا]سوش|شينخوا|سبوتنيك|shutterstock|xinhua|getty|flickr",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\(([^()]{2,60})\)\s*$")
_CAPTION_MARK = re.compile(
    r"^(?:camera icon|صورة(?: أرشيفية| ارشيفية| تعبيرية)?\s*[:/]|الصورة\s*:|تعبيرية\s*:?)\s*", re.IGNORECASE
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\b(?:gmt|utc|am|pm)\b|[+]\d\b", re.IGNORECASE)
_DATE_WORDS = frozenset(
    [
        "نشر",
        "نشرت",
        "في",
        "بتاريخ",
        "تاريخ",
        "النشر",
        "اخر",
        "تحديث",
        "الساعه",
        "صباحا",
        "مساء",
        "ظهرا",
        "ص",
        "م",
        "بتوقيت",
        "غرينتش",
        "جرينتش",
        "مكه",
        "دمشق",
        "الموافق",
        "ه",
        "هـ",
        "تم",
        "يوم",
        "حدث",
        "حدثت",
        "التحديث",
        "الاخير",
        "منذ",
        "على",
        "علي",
        "دقيقه",
        "دقايق",
        "ساعه",
        "ساعات",
        "مضت",
        "قبل",
        "last",
        "update",
        "updated",
        "published",
        "on",
        "موفدنا",
        "مراسلنا",
        "خاص",
        "الخاص",
        "العدد",
        "رقم",
        "السنه",
        "posted",
        "by",
        "وكالات",
        "الوكالات",
    ]
)


def fold(line: str) -> str:
    """A line as the patterns of furniture.tsv are written."""
    return _SPACES.sub(" ", dates.fold(line).casefold()).strip(" •*\u00a0")


def kind(line: str, folded: str | None = None) -> LineKind:
    """What `line` (without spaces at its ends) is by itself; whether a byline or a date counts depends on its place.

    `folded`: the line as `fold` makes it, where it is known already.
    """
    if not line:
        return "blank"
    if len(line) > LONGEST:
        return "caption" if len(line) < 2 * LONGEST and line.endswith(")") and is_caption(line) else "text"
    if folded is None:
        folded = fold(line)
    if not folded:
        return "drop"
    found = _pattern().fullmatch(folded)
    if found is not None and found.lastgroup is not None:
        name = _KINDS[int(found.lastgroup[1:].split("_")[0])]
        if name == "drop" and date_of(line) is not None:
            return "date"  # المصدر: وكالة – 5 مارس 2019
        if name != "byline" or len(folded.split()) <= 11:
            return "date" if name == "byline" and date_of(line) is not None else name
    if date_of(line) is not None or dates.is_day_line(
        line
    ):  # before captions: «تونس في 14 مارس 2019 (وات)» ends like one
        return "date"
    return "caption" if is_caption(line) else "text"


def inline_headline(line: str) -> str:
    """The headline behind «اقرأ أيضا:» of an `inline` line, as it stands."""
    return re.split(r"[:|.…–-]+\s*", line, maxsplit=1)[-1].strip()


def is_caption(line: str) -> bool:
    """A picture's text, by its mark or by the credit in parentheses at its end."""
    if _CAPTION_MARK.match(line):
        return True
    found = _PARENTHESIS.search(line)
    return found is not None and len(line.split()) >= 5 and _CREDIT.search(found[1]) is not None


def caption_text(line: str) -> str:
    """A caption without its mark (`camera icon`)."""
    return _CAPTION_MARK.sub("", line)


def date_of(line: str) -> str | None:
    """The day that a line tells if it tells little else: `نشرت في: 18/07/2018`, `بغداد/ 8 شباط 2024`.

    Of several the first that follows a word for publishing, else the first.
    """
    if _DIGIT.search(line) is None:
        return None
    if (short := _SHORT.fullmatch(fold(line))) is not None:
        return _of_short(short)
    if (moon := _MOON.fullmatch(fold(line))) is not None:
        return _of_moon(moon)
    days = [span for span in dates.find(line) if len(span.iso) == 10]
    if not days:
        return None
    rest, at = [], 0
    for span in days:
        rest.append(line[at : span.start])
        at = span.end
    rest.append(line[at:])
    words = re.findall(r"\w+", fold(_TIME.sub(" ", " ".join(rest))))
    others = [
        word
        for word in words
        if len(word) > 1 and word not in _DATE_WORDS and not word.isdigit() and word not in dates.WEEKDAYS
    ]
    signed = _SIGNED.match(line) or _SIGNED_BEHIND.search(line)
    if len(others) > (4 if signed else 3 if _PARTED.search(rest[0]) else 2):
        told = len(others) <= _PUBLISHED_WORDS and (_PUBLISHED.search(fold(line)) or len(_TRAIL.findall(line)) > 1)
        if not told or line.endswith(_SENTENCE_END):
            return None
    days = [span for span in days if span.kind != "hijri"] or days
    best = next((s for s in days if re.search(r"نشر", line[max(0, s.start - 25) : s.start])), days[0])
    return best.iso


def _of_moon(found: re.Match[str]) -> str | None:
    """1440/06/28, a line of its own."""
    day = dates.from_hijri(
        int(found["y"] or found["y2"]), int(found["m"] or found["m2"]), int(found["d"] or found["d2"])
    )
    named = dates.WEEKDAYS.get(found["weekday"] or "")
    return day if day is None or named is None else dates.seen(day, named)


def _of_short(found: re.Match[str]) -> str | None:
    """05/03/19, a line of its own; the weekday, where it stands there, must be that day's."""
    try:
        day = date(2000 + int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    named = dates.WEEKDAYS.get(found["weekday"] or "")
    return day.isoformat() if named in (None, day.weekday()) else None


def is_update(line: str) -> bool:
    """Whether a date line tells when the page was changed, and not when it was published."""
    folded = fold(line)
    return _UPDATE.search(folded) is not None and "نشر" not in folded and "publish" not in folded


@cache
def _pattern() -> re.Pattern[str]:
    name = "furniture.tsv"
    return compile_patterns(resources.files("loaders.lexicon").joinpath(name).read_text(encoding="utf-8"), name)


def compile_patterns(text: str, name: str) -> re.Pattern[str]:
    """All patterns of a furniture file as one; the name of the group tells the kind (`k3_17`: kind 3, line 17).

    Raises LexiconError, which names `name` and the line.
    """
    parts = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#") or line == "kind\tpattern":
            continue
        what, _, pattern = line.partition("\t")
        pattern = dates.fold(pattern)
        if what not in _KINDS or not pattern:
            raise LexiconError(name, number, f"kind is {what!r}: one of {', '.join(_KINDS)}, then a tab and a pattern")
        try:
            re.compile(pattern)
        except re.error as error:
            raise LexiconError(name, number, f"not a regular expression: {error}") from None
        parts.append(f"(?P<k{_KINDS.index(what)}_{number}>{pattern.replace('(?P<rest>', '(?:')})")
    return re.compile("|".join(parts))


def day_of_byline(line: str) -> str | None:
    """The whole date that the line of a byline or a dateline ends with (القاهرة - بوابة الوسط الإثنين 8 أبريل 2019)."""
    whole = [span.iso for span in dates.find(line) if len(span.iso) == 10 and span.kind == "absolute"]
    return whole[-1] if whole else None
