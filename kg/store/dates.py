"""Days of dates that are as precise as they were told."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=65536)
def days(iso: str | None) -> tuple[date, date] | None:
    """First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; None for None and for what is on no calendar."""
    if iso is None:
        return None
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not 1 <= year <= 9999:
        return None
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    last = calendar.monthrange(year, month)[1]
    # A 31st of a month that has none is its last day: the reader's slip shall not lose the month.
    return date(year, month, min(day or 1, last)), date(year, month, min(day or last, last))
