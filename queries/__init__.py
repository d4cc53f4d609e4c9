"""The canned queries: one .cypher file each, and the catalogue that reads them.

A file is plain Cypher that runs as it stands on Neo4j 5 and on the embedded database; what it is, takes and gives
stands in the comment at its head:

    // Visits
    // Who went where. One line or several.
    //
    // param subject: actor = null -- who went
    // param within: int = 31 -- days that the two may lie apart
    // column days: how far apart they lie
    // shared: claim
    // hub: VISITED one way

The first line is the title (Neo4j Browser shows it), the lines until the next empty one the description. A parameter
without `=` must be given. An `actor` reaches the Cypher as `$subject`, the list of ids that are asked for (a country
with those who act for it), and `$subject_self`, those of the actor alone; both are null when nobody is asked for.
`shared` names a group of columns that _columns.txt documents once. A line `// tell` divides the choice of rows from
telling them: the front door counts rows by what stands above it. `hub` says how it is asked about those of whom very
many are told (see hubs.py).
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, Literal, get_args

from kg.errors import QueryError
from kg.model import RELATION_TYPES
from queries.hubs import TELL, by_index

Type = Literal["actor", "text", "search", "int", "relation"]
TYPES: Final[tuple[str, ...]] = get_args(Type)
FILTERS: Final = ("since", "until", "basis", "status", "min_score", "dated")
"""What `kg.filters.Filters` sets, each for the queries that name it; `rollup` widens actors before they get here."""
SET_BY_US: Final = (*FILTERS, "limit", "left_out")

_PARAM = re.compile(r"param (\w+): (\w+)(?: = (\S+))? -- (.+)")
_COLUMN = re.compile(r"column (\w+): (.+)")
_SHARED = re.compile(r"shared: (\w+)")
_HUB = re.compile(r"hub: (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: Type
    description: str
    required: bool
    default: str | int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Query:
    """A canned query. `cypher` is the whole file; `counting` gives one row with the number of its rows, `n`; `hub` is
    the same question to the indexes of Neo4j about an actor of whom at least `$hub` are told, None where there is none.
    """

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    hub: str | None = None

    @property
    def counting(self) -> str:
        return self.cypher.partition(TELL)[0] + "RETURN count(*) AS n"

    @property
    def filters(self) -> tuple[str, ...]:
        """The filters that this query knows."""
        return tuple(name for name in FILTERS if f"${name}" in self.cypher)

    def bind(self, given: dict[str, object]) -> dict[str, object]:
        """`given` with defaults filled in and every value of its parameter's type; actors stay text.

        Raises QueryError for an unknown, missing or ill-typed parameter.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise QueryError(f"query {self.name} has no parameter {name!r}; {_takes(self.parameters)}")
        bound: dict[str, object] = {}
        for parameter in self.parameters:
            value = given.get(parameter.name)
            if value is None and parameter.required:
                raise QueryError(f"query {self.name} needs {parameter.name} ({parameter.description})")
            bound[parameter.name] = parameter.default if value is None else _typed(self.name, parameter, value)
        return bound


@cache
def catalogue() -> dict[str, Query]:
    """All canned queries by name, in order of name."""
    shared = _shared()
    entries = (entry for entry in files(__package__ or "queries").iterdir() if entry.name.endswith(".cypher"))
    return {query.name: query for query in sorted((_read(e, shared) for e in entries), key=lambda q: q.name)}


def find(name: str) -> Query:
    """The query called `name`. Raises QueryError with the nearest names for an unknown one."""
    known = catalogue()
    query = known.get(name.strip().removesuffix(".cypher").replace("_", "-"))
    if query is None:
        near = difflib.get_close_matches(name.casefold(), known, n=3, cutoff=0.5)
        near += [one for one in known if name.casefold() in one and one not in near]
        hint = f"did you mean {' or '.join(near[:3])}?" if near else "`kg query` lists all"
        raise QueryError(f"there is no query {name[:60]!r}; {hint}")
    return query


def _read(entry: Traversable, shared: dict[str, tuple[Column, ...]]) -> Query:
    text = entry.read_text(encoding="utf-8")
    name = entry.name.removesuffix(".cypher")
    head = [line[2:].strip() for line in _head(text)]
    title, rest = head[0], head[1:]
    blank = rest.index("") if "" in rest else len(rest)
    parameters: list[Parameter] = []
    columns: list[Column] = []
    hub: str | None = None
    for line in filter(None, rest[blank:]):
        if found := _PARAM.fullmatch(line):
            parameters.append(_parameter(name, *found.groups()))
        elif found := _COLUMN.fullmatch(line):
            columns.append(Column(*found.groups()))
        elif found := _SHARED.fullmatch(line):
            columns.extend(shared[found[1]])
        elif found := _HUB.fullmatch(line):
            hub = by_index(text, found[1])
        else:
            raise ValueError(f"{entry.name}: the head does not know {line!r}")
    return Query(name, title, " ".join(rest[:blank]), tuple(parameters), tuple(columns), text, hub)


def _head(text: str) -> list[str]:
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return lines[:end]


def _parameter(query: str, name: str, kind: str, default: str | None, description: str) -> Parameter:
    if kind not in TYPES:
        raise ValueError(f"{query}.cypher: parameter {name} is of unknown type {kind}")
    value: str | int | None = None if default in (None, "null") else default
    if kind == "int" and value is not None:
        value = int(value)
    return Parameter(name, kind, description, default is None, value)  # type: ignore[arg-type]  # checked above


def _shared() -> dict[str, tuple[Column, ...]]:
    groups: dict[str, list[Column]] = {}
    group: list[Column] = []
    for line in (files(__package__ or "queries") / "_columns.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = groups.setdefault(line.strip("[]"), [])
        elif line.strip():
            name, _, description = line.partition(": ")
            group.append(Column(name, description))
    return {name: tuple(columns) for name, columns in groups.items()}


def _typed(query: str, parameter: Parameter, value: object) -> str | int | None:
    text = str(value).strip()
    match parameter.type:
        case "int":
            try:
                number = int(text)
            except ValueError:
                raise QueryError(f"query {query}: {parameter.name} is {text[:60]!r}; it is a whole number") from None
            if not 0 <= number < 2**31:
                raise QueryError(f"query {query}: {parameter.name} is {number}; it lies between 0 and {2**31 - 1}")
            return number
        case "relation":
            kind = text.upper().replace("-", "_").replace(" ", "_")
            if kind not in RELATION_TYPES:
                near = difflib.get_close_matches(kind, RELATION_TYPES, n=3, cutoff=0.4) or RELATION_TYPES
                raise QueryError(f"query {query}: {text[:60]!r} is no relation type; there is {', '.join(near)}")
            return kind
        case _:
            if not text:
                raise QueryError(f"query {query}: {parameter.name} is empty")
            return text


def _takes(parameters: tuple[Parameter, ...]) -> str:
    return f"it takes {', '.join(p.name for p in parameters)}" if parameters else "it takes none"
