"""When a page that tells no date was published: the one day that all it says of today allows.

«أمس، الأحد 17 من آذار» leaves a few years; those named with their offices («رئيس البلاد، حسن روحاني») say which.
"""

from __future__ import annotations

import calendar
from collections import Counter
from datetime import date, timedelta
from functools import cache, lru_cache

from kg.model import fold
from loaders import dates
from loaders.lexicon import lexicon
from loaders.lexicon.entities import Entity, Office

_WINDOW = 7
"""Words before a name in which its title is looked for."""
_FORMER = frozenset(("السابق", "الاسبق", "الراحل", "سابق", "سابقا", "المنتخب", "السابقه", "المخلوع"))
_ACTING = frozenset(("الموقت", "موقت", "بالوكاله", "القايم", "بالانابه", "وكاله"))
_UNDER = frozenset(("نايب", "مساعد", "معاون", "وكيل", "مستشار", "مستشاره", "مبعوث", "باسم", "مكتب", "شقيق", "نجل"))
"""Words before a title that somebody else holds."""
_SPEAKS = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه"))
"""Whose office tells nothing: he has spoken for more bodies than the lexicon knows."""
_SOON = timedelta(days=730)
_REACH = timedelta(days=7 * 365)
"""A page is not reckoned to be later than this after the latest year or office that it tells."""
Term = tuple[date, date]
Held = list[Term]
"""From when to when somebody held the office that a text gives him: twice, of one who came back to it."""
_EARLIEST, _OPEN = date(2005, 1, 1), date(2035, 12, 31)
_KNOWN = 50
"""Offices of the lexicon that began in a year, from which on it knows that year: no page is reckoned to be later."""
_GOALS = 9
"""Years this many behind the latest office that is told of are goals, still to come (بحلول عام 2030)."""


_fold = lru_cache(50_000)(fold)


def day(text: str) -> str | None:
    """The day of publishing (ISO) of a main article, if exactly one is left; None for most texts."""
    if not dates.tells_today(text):
        return None
    terms = _terms(text)
    until = str(max((_since_when(held).year for held in terms), default=_OPEN.year) + _GOALS)
    told = sorted(iso for span in dates.find(text) if span.kind in ("absolute", "since") and (iso := span.iso) < until)
    first = _since(told)
    days = _days(text, first, terms)
    if not days and told and dates.tells_day(text):
        # the latest year that it tells is still to come (الانتخابات المقررة في أيار 2018)
        before = [iso for iso in told if iso[:4] < told[-1][:4]]
        first, last = date.fromisoformat(f"{told[-1][:4]}-01-01") - _SOON, told[-1]
        days = [day for day in _days(text, max(first, _since(before)), terms) if day.isoformat() < last]
        return days[0].isoformat() if len(days) == 1 else None
    if not days and len(terms) > 2:
        # one of them is dead, or just left, and his title is told as if he held it still
        gone = min(range(len(terms)), key=lambda at: _until_when(terms[at]))
        days = _days(text, first, terms[:gone] + terms[gone + 1 :])
    if len(days) > 1 and told and dates.tells_day(text):
        # what it was written after is seldom years old: of days that lie years apart the first
        days = [day for day in days if day <= first + _SOON]
    return days[0].isoformat() if len(days) == 1 else None


def _since(told: list[str]) -> date:
    """From when on it can have been written: in the latest year that it tells, or after."""
    return max(_EARLIEST, date(int(told[-1][:4]), 1, 1)) if told else _EARLIEST


def _days(text: str, first: date, terms: list[Held]) -> list[date]:
    start = max(first, *map(_since_when, terms), _EARLIEST)
    end = min(_latest(), *map(_until_when, terms), _OPEN)
    if not terms or start > end or dates.days_of(text, start, end, later=1):
        return []  # put on line a day after it was written, it would be of another year
    days = dates.days_of(text, start, end)
    days = [day for day in days if all(any(a <= day <= b for a, b in held) for held in terms)]
    return days if not days or days[0] <= start + _REACH else []


def _since_when(held: Held) -> date:
    return min(term[0] for term in held)


def _until_when(held: Held) -> date:
    return max(term[1] for term in held)


@cache
def _latest() -> date:
    """The end of the last year that the lexicon knows."""
    years = Counter(
        office.since[:4] for people in _people().values() for _, entity in people for office in entity.offices
    )
    return date(max((int(year) for year, count in years.items() if year and count >= _KNOWN), default=2035), 12, 31)


def _terms(text: str) -> list[Held]:
    """From when to when those named held the offices that the text tells them to have; each person once."""
    words = [_fold(word) for word in text.replace("\n", " . ").split()]
    out: dict[str, Held] = {}
    for at, word in enumerate(words):
        for name, entity in _people().get(word, ()):
            if tuple(words[at : at + len(name)]) == name and (held := _held(entity, words, at, at + len(name))):
                out.setdefault(entity.slug, held)
    return list(out.values())


def _held(entity: Entity, words: list[str], start: int, end: int) -> Held:
    """From when to when `entity` held an office that has the title before (or right after) the name."""
    before = words[max(0, start - _WINDOW) : start]
    if "" in before:  # a punctuation mark alone: another sentence
        before = before[len(before) - before[::-1].index("") :]
    if _FORMER & {*before[-4:], *words[end : end + 2]}:
        return []
    at = next((n for n in range(len(before) - 1, -1, -1) if _bare(before[n]) in _titles()), None)
    if at is None:
        return []
    title = _bare(before[at])
    if at and _bare(before[at - 1]) in _UNDER:
        title = _bare(before[at - 1])  # نائب الرئيس، مساعد وزير الخارجية: not the president, not the minister
    if title in _SPEAKS:
        return []
    acting = bool(_ACTING & set(before))
    return [
        (_day(office.since, first=True), _day(office.until, first=False))
        for office in entity.offices
        if _head(office) == title and _is_acting(office) == acting
    ]


@cache
def _people() -> dict[str, list[tuple[tuple[str, ...], Entity]]]:
    """Full names of those with offices, by their first word."""
    out: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
    for entity in lexicon().entities.values():
        for name in entity.aliases if entity.offices else ():
            words = tuple(fold(name).split())
            if len(words) > 1:
                out.setdefault(words[0], []).append((words, entity))
    return out


@cache
def _titles() -> frozenset[str]:
    return frozenset(
        _head(office) for people in _people().values() for _, entity in people for office in entity.offices
    )


def _head(office: Office) -> str:
    """The first word of the title; of an acting one that of the office: القائم بأعمال الرئيس → رئيس."""
    words = fold(office.title).split()
    if words[:2] in (["القايم", "باعمال"], ["قايم", "باعمال"]) and len(words) > 2:
        return _bare(words[2])
    return _bare(words[0]) if words else ""


def _is_acting(office: Office) -> bool:
    return bool(_ACTING & set(fold(office.title).split()))


def _bare(word: str) -> str:
    word = word[1:] if word.startswith("وال") or (word.startswith("و") and len(word) > 4) else word
    return word.removeprefix("ال")


def _day(told: str, *, first: bool) -> date:
    """The first or last day of a date of the lexicon; of none, the earliest or latest that matters."""
    if not told:
        return _EARLIEST if first else _OPEN
    year, month, number = (*map(int, told.split("-")), 0, 0)[:3]
    if first:
        return date(year, month or 1, number or 1)
    month = month or 12
    return date(year, month, number or calendar.monthrange(year, month)[1])
