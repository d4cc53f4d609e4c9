"""What a caller may ask to be left out: one value, the same for queries, exports and the command line."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal, get_args

from kg.errors import QueryError
from kg.model import STATUSES

Basis = Literal["narrated", "claimed", "both", "any"]
BASES: Final[tuple[str, ...]] = get_args(Basis)

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep.

    `since`, `until`: first and last day that an item may overlap, ISO, as precise as one likes (`2019` is the whole
    year); kept as full days. An item without any date passes only when neither is given.
    `basis`: `narrated` what at least one outlet tells in its own voice, `claimed` what at least one speaker claims,
    `both` what is told and claimed, `any` (or None) everything.
    `status`: `asserted`, `denied`, `planned`, or None for all. `min_score`: 0 to 1, items below it are left out.
    `rollup`: a country takes in the acts of those who act for it, and the places in it.
    `dated`: leave out what is dated only by the day of publication, or not at all.
    Raises QueryError for a value that makes no sense.
    """

    since: str | None = None
    until: str | None = None
    basis: str | None = None
    status: str | None = None
    min_score: float | None = None
    rollup: bool = True
    dated: bool = False

    def __post_init__(self) -> None:
        set_ = object.__setattr__  # frozen: the one place where values are made whole
        set_(self, "since", _day(self.since, "since", last=False))
        set_(self, "until", _day(self.until, "until", last=True))
        if self.since and self.until and self.since > self.until:
            raise QueryError(f"since {self.since} lies after until {self.until}")
        if self.basis not in (None, *BASES):
            raise QueryError(f"basis is {_quoted(self.basis)}; it may be {', '.join(BASES)}")
        if self.basis == "any":
            set_(self, "basis", None)
        if self.status not in (None, "any", *STATUSES):
            raise QueryError(f"status is {_quoted(self.status)}; it may be {', '.join(STATUSES)}, any")
        if self.status == "any":
            set_(self, "status", None)
        if self.min_score is not None:
            try:
                score = float(self.min_score)
            except (TypeError, ValueError):
                raise QueryError(f"min_score is {_quoted(self.min_score)}; it is a number from 0 to 1") from None
            if not 0 <= score <= 1:
                raise QueryError(f"min_score is {score:g}; it lies between 0 and 1")
            set_(self, "min_score", score)

    @property
    def by_date(self) -> bool:
        """Whether an item without a date is left out."""
        return self.dated or self.since is not None or self.until is not None

    @property
    def bases(self) -> list[str] | None:
        """The values of a Claim's `basis` that pass, None for all of them."""
        match self.basis:
            case None:
                return None
            case "both":
                return ["both"]
            case one:
                return [one, "both"]

    def parameters(self) -> dict[str, object]:
        """As every canned query takes them (`basis` is the list of what passes)."""
        return {
            "since": self.since,
            "until": self.until,
            "basis": self.bases,
            "status": self.status,
            "min_score": self.min_score,
            "dated": self.dated,
        }


def _day(text: str | None, name: str, last: bool) -> str | None:
    """`2019`, `2019-02` or `2019-02-03` as a full day: the first or the last one of what is named."""
    if text is None:
        return None
    wrong = QueryError(f"{name} is {_quoted(text)}; a date is YYYY, YYYY-MM or YYYY-MM-DD")
    parts = str(text).strip().translate(_DIGITS).split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts) or len(parts[0]) != 4:
        raise wrong
    year, month, day = [*(int(p) for p in parts), 0, 0][:3]
    if len(parts) < 2:
        month = 12 if last else 1
    if len(parts) < 3:
        if not (1 <= month <= 12 and year >= 1):
            raise wrong
        day = calendar.monthrange(year, month)[1] if last else 1
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        raise wrong from None


def _quoted(value: object) -> str:
    return repr(str(value)[:60])
