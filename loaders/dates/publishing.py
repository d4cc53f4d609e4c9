"""The day of publishing, from what a text says of today: for texts that do not tell it."""

from __future__ import annotations

import re
from datetime import date

from loaders.dates import calendar as cal
from loaders.dates.spans import fold

_MONTH_NAMES = sorted((*cal.MONTHS, *(" ".join(p) for p in cal.TWO_WORD_MONTHS)), key=len, reverse=True)
_MONTH = "|".join(_MONTH_NAMES)
_NOW_WEEKDAY = re.compile(r"(?:[أا]مس|اليوم)[،,( ]+ال")
_TOLD_DAY = re.compile(
    rf"(?<!\w)(?P<ref>(?:اول (?:من )?)?امس|اليوم)[،,( ]+(?P<weekday>{'|'.join(cal.WEEKDAYS)})(?!\w)"
    rf"(?:[)(،, ]+(?P<day>\d\d?) (?:من )?(?:شهر )?(?P<month>{_MONTH})(?!\w)(?! ?[،,]? ?(?:عام )?\d{{4}}))?"
)
_THIS_MONTH = re.compile(
    rf"(?:(?P<day>\d\d?) (?:من )?)?(?P<month>{_MONTH})(?: ?[(/] ?(?:{_MONTH}) ?\)?)? "
    rf"(?:{'|'.join(sorted(cal.CURRENT))})(?!\w)"
)
_HEAD = 500
"""Characters in which a dateline and the weekday of its lead are looked for."""
_DATELINE = re.compile(
    rf"^(?:[^\W\d_]+ ){{1,3}}(?:[/–—-] ?|في )?(?P<day>\d\d?) ?/? ?(?P<month>{_MONTH})(?!\w)"
    rf"(?: ?/? ?(?:{_MONTH})(?!\w)| ?\((?:{_MONTH})\))? ?"
    rf"(?:\([^()\n]{{2,40}}\)|/ ?(?!{_MONTH})[^/()\n\d]{{2,25}}/?) ?[–—-]",
    re.MULTILINE,
)
"""الخرطوم 14 ديسمبر كانون الأول (وكالة) -, طهران / 22 حزيران / يونيو / وكالة –."""
_LINE = re.compile(
    r"^(?:(?:اخر تحديث|نشرت?(?: في)?|تاريخ(?: النشر)?|بتاريخ|يوم) ?:? ?)?(?:(?:[^\W\d]+[. ]*){1,4}[-–—|:،] ?)?"
    rf"(?:(?P<weekday>{'|'.join(cal.WEEKDAYS)}) ?[-–،,:|]? ?)?"
    rf"(?P<day>\d\d?)(?: من| ?/)? ?(?P<month>{_MONTH}|(?<=/)(?:1[0-2]|0?[1-9]))(?: ?[/(] ?(?:{_MONTH}) ?\)?)?"
    rf"(?: ?[،,] ?(?P<named>{'|'.join(cal.WEEKDAYS)}))?"
    r"(?: ?[-–|,،]? ?(?:الساعه )?\d\d?:\d\d(?: ?(?:[صم]|صباحا|مساء|am|pm))?)?$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line of its own: الأحد 19 تشرين الثاني, فلان - 19 جانفي, نشر في: الثلاثاء 5/3، الساعة 10:20."""
_LONGEST = 60
"""characters of a line of its own"""
_LEAD = re.compile(
    rf"(?<!\w)(?P<weekday>{'|'.join(cal.WEEKDAYS)})(?!\w)(?! (?:{'|'.join(sorted(cal.PAST | cal.FUTURE))}))"
)
_STATED_YEAR = re.compile(
    r"(?<!\w)(?:ال)?(?:عام|سنه) (?P<which>ال(?:ماضي|منصرم|فايت|حالي|جاري|مقبل|قادم)ه?)[ ،(]+(?P<year>20\d\d)(?!\d)"
)
"""العام الماضي 2011."""
_YEARS_BACK = {"ماضي": 1, "منصرم": 1, "فايت": 1, "حالي": 0, "جاري": 0, "مقبل": -1, "قادم": -1}
Fact = tuple[int, int | None, int | None, int | None]
"""Days back to the day that is told of; its weekday (Monday 0), month and day, as far as they are told."""


def days_of(
    text: str, first: date = date(2005, 1, 1), last: date = date(2035, 12, 31), *, later: int = 0
) -> list[date]:
    """The days of [`first`, `last`] on which a text can have been published by what it says of today, in order.

    «أمس، الأحد 17 من آذار» leaves one day in about six years, as does the dateline «الخرطوم 14 ديسمبر (وكالة) -» with
    the weekday of its lead; «اليوم الخميس» with «مايو (أيار) الحالي» four or five a year. Who knows more of the time
    (offices of those named) narrows `first` and `last`. Empty when no weekday stands with أمس or اليوم or behind a
    dateline, or when the places contradict one another. `later`: days after writing on which the line that tells day
    and month alone was set; empty when there is no such line.
    """
    facts = _facts(text)
    if later:
        line = _bare_line(text)
        if line is None or not facts:
            return []
        facts = [fact for fact in facts if fact != line] + [(-later, *line[1:])]
    weekdays = [(back, weekday) for back, weekday, *_ in facts if weekday is not None]
    if not weekdays:
        return []
    folded = fold(text)
    now = [(_month_named(m["month"]), _digits(m["day"])) for m in _THIS_MONTH.finditer(folded)]
    days = []
    back, weekday = weekdays[0]
    start = first.toordinal()
    start += (weekday + back - (start - 1)) % 7  # day 1 of the calendar was a Monday
    for ordinal in range(start, last.toordinal() + 1, 7):
        day = date.fromordinal(ordinal)
        if any(not _fits(date.fromordinal(ordinal - fact[0]), fact[1], fact[2], fact[3]) for fact in facts):
            continue
        if all(day.month == month for month, _ in now):
            days.append(day)
    told_days = [told for _, told in now if told is not None]
    if told_days and "الاسبوع الماضي" in folded:
        # what befell after that day was "last week": the week that holds it at the earliest
        behind = [day for day in days if day.day - day.isoweekday() % 7 > max(told_days)]
        days = behind or days
    return days


def stated_year(text: str) -> int | None:
    """The year of writing, where the text tells it: 2012 of «العام الماضي 2011»; None where two such places differ."""
    years = {
        int(found["year"]) + _YEARS_BACK[found["which"].removeprefix("ال").removesuffix("ه")]
        for found in (_STATED_YEAR.finditer(fold(text)) if "20" in text else ())
    }
    return years.pop() if len(years) == 1 else None


def tells_today(text: str) -> bool:
    """Whether a weekday stands with أمس or اليوم, or behind a dateline: without that `days_of` finds nothing."""
    return bool(_facts(text))


def tells_day(text: str, *, lines: bool = True) -> bool:
    """Whether `text` tells a weekday, its day and month, but no year: «أمس، الأحد 17 من آذار», or in a dateline, or
    (`lines`) in a line of its own."""
    return any(fact[3] for fact in _facts(text, lines=lines))


def is_day_line(line: str) -> bool:
    """Whether a line tells a day and its month and nothing else, no year: الأحد 19 تشرين الثاني, فلان - 19 جانفي."""
    return len(line) < _LONGEST and _LINE.fullmatch(fold(line)) is not None


def _facts(text: str, *, lines: bool = True) -> list[Fact]:
    """What a text says of today; empty when it names no weekday."""
    facts: list[Fact] = []
    if _NOW_WEEKDAY.search(text) is not None:
        for match in _TOLD_DAY.finditer(fold(text)):
            back = {"امس": 1, "اليوم": 0}.get(match["ref"], 2)
            month = _month_named(match["month"]) if match["month"] else None
            facts.append((back, cal.WEEKDAYS[match["weekday"]], month, _digits(match["day"])))
    head = fold(text[:_HEAD])
    if (found := _DATELINE.search(head)) is not None:
        lead = _LEAD.search(head, found.end()) if not facts else None
        named = lead["weekday"] if lead is not None else None
    elif lines and (found := _LINE.search(head)) is not None:
        named = found["weekday"] or found["named"]
    if found is not None:
        weekday = cal.WEEKDAYS[named] if named is not None else None
        if facts or named is not None:
            facts.append((0, weekday, _month_named(found["month"]), _digits(found["day"])))
    return facts


def _bare_line(text: str) -> Fact | None:
    """What a line of its own tells of today that names day and month, and neither weekday nor year."""
    head = fold(text[:_HEAD])
    found = _LINE.search(head) if _DATELINE.search(head) is None else None
    if found is None or found["weekday"] or found["named"]:
        return None
    return 0, None, _month_named(found["month"]), _digits(found["day"])


def _fits(day: date, weekday: int | None, month: int | None, number: int | None) -> bool:
    return weekday in (None, day.weekday()) and month in (None, day.month) and number in (None, day.day)


def _digits(text: str | None) -> int | None:
    return int(text) if text else None


def _month_named(name: str) -> int | None:
    if name.isdigit():
        return int(name)
    first, _, second = name.partition(" ")
    return cal.MONTHS.get(name) or cal.TWO_WORD_MONTHS.get((first, second))
