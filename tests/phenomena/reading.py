"""The small language in which the expected readings of this folder are written, and its comparison with what was read.

The language is explained, with examples, in README.md beside this file. Nothing here knows how the reader works: it
compares an `Extraction` with what an Arabic speaker wrote down.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.model import (
    ACTOR_TYPES,
    ACTS,
    RELATION_TYPES,
    STANDING,
    STATUSES,
    SYMMETRIC,
    Actor,
    Extraction,
    Page,
    Relation,
    Statement,
    fold,
)
from loaders import extract

HERE = Path(__file__).parent
COLUMNS = ["id", "text", "published_on", "expect", "note"]
BREAK = "⏎"
"""stands for a new paragraph in the text of a line"""
SLACK = 4
"""words that a statement may hold beyond the content written in « »"""
_TYPE = r"(?P<type>[A-Z_]{3,})"
_RELATION = re.compile(
    rf"(?P<subject>.+?) {_TYPE} (?P<object>[^«]+?)"
    r"(?: «(?P<title>[^»]+)»)?(?: (?P<former>former))?"
    rf"(?: (?P<status>{'|'.join(STATUSES)}))?"
    r"(?: (?P<date>undated|\d{4}(?:-\d\d){0,2}))?(?: by (?P<by>.+))?"
)
_STATEMENT = re.compile(
    rf"(?P<speaker>.+?) (?P<act>{'|'.join(ACTS)}) (?P<kind>direct|indirect) «(?P<text>.+)»"
    r"(?: (?P<date>undated|\d{4}(?:-\d\d){0,2}))?(?: via (?P<via>.+?))?(?: about (?P<about>.+))?"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and its reading, as it stands in a file."""

    id: str
    text: str
    published_on: str | None
    expect: str
    note: str
    file: Path

    @property
    def phenomenon(self) -> str:
        return self.file.stem


def lines(*, open: bool = False) -> Iterator[Line]:
    """The lines of the enforced files, or of the open ones, in the order of files and lines."""
    for file in sorted((HERE / "open" if open else HERE).glob("*.tsv")):
        for number, row in enumerate(file.read_text("utf-8").split("\n"), 1):
            if not row.strip() or row.startswith("#"):
                continue
            cells = row.split("\t")
            if cells == COLUMNS:
                continue
            if len(cells) not in (4, 5):
                raise ValueError(f"{file.name}:{number}: {len(cells)} cells, not id, text, published_on, expect, note")
            yield Line(cells[0], cells[1], cells[2] or None, cells[3], cells[4] if len(cells) == 5 else "", file)


def read(line: Line) -> Extraction:
    text = "\n".join(part.strip() for part in line.text.split(BREAK))
    page = Page(
        id=line.id,
        stem=line.id,
        path=line.id,
        sha256="0" * 64,
        text=text,
        published_on=line.published_on,
        is_article=True,
    )
    found = extract(page)
    if len(found) != 1:
        raise AssertionError(f"{line.id}: read as {len(found)} articles")
    return found[0]


def problems(line: Line, read: Extraction) -> list[str]:
    """One line of English for each way in which `read` is not the expected reading; none when it is."""
    return Expected(line).problems(read)


class Expected:
    """The parsed `expect` of a line. A mistake in its writing is a ValueError."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.checks: list[tuple[str, Callable[[_Read], str | None]]] = []
        self.relations: list[re.Match[str]] = []
        self.allowed: list[re.Match[str]] = []
        self.statements: list[re.Match[str]] = []
        self.said_elsewhere: list[re.Match[str]] = []
        self.no_other_event = self.no_other_statement = False
        for item in line.expect.split(";"):
            self._item(item.strip())

    def _item(self, item: str) -> None:
        word, _, rest = item.partition(" ")
        rest = rest.strip()
        match (word, rest):
            case ("R" | "MAY", _) if (found := _RELATION.fullmatch(rest)) and found["type"] in RELATION_TYPES:
                (self.relations if word == "R" else self.allowed).append(found)
                if word == "R" and found["type"] not in STANDING:
                    self.no_other_event = True
            case ("S" | "MAY-S", _) if found := _STATEMENT.fullmatch(rest):
                (self.statements if word == "S" else self.said_elsewhere).append(found)
                self.no_other_statement = True
            case ("NO", "R"):
                self.checks.append((item, lambda r: f"relations: {r.told()}" if r.x.relations else None))
            case ("NO", "EVENT"):
                self.no_other_event = True
            case ("NO", "S"):
                self.no_other_statement = True
            case ("NO", _) if rest.startswith("A "):
                self.checks.append((item, lambda r: "it is an actor" if r.find(rest[2:]) else None))
            case ("NO", _) if (found := _RELATION.fullmatch(rest)) and found["type"] in RELATION_TYPES:
                self.checks.append((item, lambda r: r.reads(found)))
            case ("A", _) if rest.rpartition(" ")[2] in ACTOR_TYPES:
                name, _, type = rest.rpartition(" ")
                self.checks.append((item, lambda r: None if r.find(f"{name}:{type}") else f"actors: {r.cast()}"))
            case ("SAME", _) if " = " in rest:
                a, b = (part.strip() for part in rest.split(" = "))
                self.checks.append((item, lambda r: None if r.find(a) & r.find(b) else f"actors: {r.cast()}"))
            case ("TWO", _) if " ≠ " in rest:
                a, b = (part.strip() for part in rest.split(" ≠ "))
                self.checks.append((item, lambda r: None if r.apart(a, b) else f"actors: {r.cast()}"))
            case _:
                raise ValueError(f"{self.line.file.name} {self.line.id}: cannot read «{item}»")

    def problems(self, read: Extraction) -> list[str]:
        r = _Read(read)
        out = [f"{item}: {wrong}" for item, check in self.checks if (wrong := check(r))]
        for want in self.relations:
            if (wrong := r.lacks_relation(want)) is not None:
                out.append(f"R {want[0]}: {wrong}")
        for want in self.statements:
            if (wrong := r.lacks_statement(want)) is not None:
                out.append(f"S {want[0]}: {wrong}")
        if self.no_other_event:
            for x in read.relations:
                if x.type not in STANDING and not any(r.fits(w, x) for w in [*self.relations, *self.allowed]):
                    out.append(f"nobody wrote: {r.relation(x)}")
        if self.no_other_statement:
            for s in read.statements:
                if not any(r.says(w, s) for w in [*self.statements, *self.said_elsewhere]):
                    out.append(f"nobody wrote: {r.statement(s)}")
        return out


class _Read:
    """An extraction, asked in names."""

    def __init__(self, x: Extraction) -> None:
        self.x = x
        self.name = {a.id: a.name for a in x.actors}

    def find(self, name: str) -> set[str]:
        """Ids of the actors that `name` may mean: «أ|ب» either, «أ:place» of that type."""
        out: set[str] = set()
        for one in name.split("|"):
            bare, _, type = one.strip().partition(":")
            fit = [a for a in self.x.actors if not type or a.type == type]
            key = _key(bare)
            main = {a.id for a in fit if key in {_key(a.name), *(_key(n) for n in a.names)}}
            main = main or {a.id for a in fit if key in _mentions(a)}
            out |= main or {a.id for a in fit if _short(key, a)}
        return out

    def apart(self, a: str, b: str) -> bool:
        one, other = self.find(a), self.find(b)
        return bool(one and other) and (len(one) > 1 or len(other) > 1 or one != other)

    def fits(self, want: re.Match[str], x: Relation) -> bool:
        """Whether a relation is between these ends and of this type, whatever its status and date."""
        if x.type != want["type"]:
            return False
        s, o = self.find(want["subject"]), self.find(want["object"])
        a, b = x.subject, x.object
        return (a in s and b in o) or (x.type in SYMMETRIC and a in o and b in s)

    def reads(self, unwanted: re.Match[str]) -> str | None:
        """Whether a relation stands that must not, whatever its status when none is named."""
        stands = (x for x in self.x.relations if self.fits(unwanted, x))
        return "it was read" if any(unwanted["status"] in (None, x.status) for x in stands) else None

    def lacks_relation(self, want: re.Match[str]) -> str | None:
        found = [x for x in self.x.relations if self.fits(want, x)]
        if not found:
            unknown = [want[k] for k in ("subject", "object") if not self.find(want[k])]
            return f"no such actor: {', '.join(unknown)}" if unknown else "missing"
        wrong = ""
        for x in found:
            told = []
            if x.status != (want["status"] or "asserted"):
                told.append(f"status {x.status}")
            if want["date"] and (x.date or "undated") != want["date"]:
                told.append(f"date {x.date}")
            if want["title"] and fold(want["title"]) not in fold(x.title or ""):
                told.append(f"title {x.title}")
            if want["type"] == "HOLDS_POSITION" and bool(want["former"]) != bool(x.former):
                told.append(f"former {x.former}")
            if want["by"] and (x.claimed_by or "") not in self.find(want["by"]):
                told.append(f"claimed by {self.name.get(x.claimed_by or '', 'nobody')}")
            if not told:
                return None
            wrong = ", ".join(told)
        return wrong

    def says(self, want: re.Match[str], s: Statement) -> bool:
        """Whether a statement is this speaker's and holds this content and little else."""
        if s.speaker not in self.find(want["speaker"]):
            return False
        have, text = fold(s.text), want["text"]
        need = fold(text)
        if need not in have:
            return False
        spare = 150 if "…" in text else SLACK
        return len(have.split()) - len(need.split()) <= spare

    def lacks_statement(self, want: re.Match[str]) -> str | None:
        found = [s for s in self.x.statements if self.says(want, s)]
        if not found:
            if not self.find(want["speaker"]):
                return f"no such actor: {want['speaker']}"
            return "missing; read: " + (" / ".join(self.statement(s) for s in self.x.statements) or "none")
        wrong = ""
        for s in found:
            told = []
            if s.act != want["act"]:
                told.append(f"act {s.act}")
            if s.kind != want["kind"]:
                told.append(f"kind {s.kind}")
            if want["date"] and (s.date or "undated") != want["date"]:
                told.append(f"date {s.date}")
            if want["via"] and s.via not in self.find(want["via"]):
                told.append(f"via {self.name.get(s.via or '', 'nothing')}")
            if want["about"]:
                left = [n.strip() for n in want["about"].split("،") if not self.find(n.strip()) & set(s.about)]
                told += [f"not about {n}" for n in left]
            if not told:
                return None
            wrong = ", ".join(told)
        return wrong

    # -- what was read, told to a reader -------------------------------------------------------------------------
    def cast(self) -> str:
        forms = [(a, "، ".join(dict.fromkeys(m.text for m in a.mentions))) for a in self.x.actors]
        return "; ".join(f"{a.name} ({a.type}: {said})" for a, said in forms)

    def relation(self, x: Relation) -> str:
        told = f"R {self.name[x.subject]} {x.type} {self.name[x.object]} {x.status} {x.date or 'undated'}"
        title = f" «{x.title}»{' former' if x.former else ''}" if x.title else ""
        return f"{told}{title} [{x.by}]"

    def statement(self, s: Statement) -> str:
        return f"S {self.name[s.speaker]} {s.act} {s.kind} «{s.text}» [{s.by}]"

    def told(self) -> str:
        return " ; ".join(self.relation(x) for x in self.x.relations)


def report(line: Line, read: Extraction, wrong: list[str]) -> str:
    """What a failing test prints: the sentence, what was expected and what was read."""
    r = _Read(read)
    rows = [f"{line.id}  {line.text}", f"  published {line.published_on or '-'}", f"  expected  {line.expect}"]
    rows += [f"  ✗ {w}" for w in wrong]
    rows.append(f"  actors    {r.cast() or 'none'}")
    rows += [f"  read      {r.relation(x)}" for x in read.relations]
    rows += [f"  read      {r.statement(s)}" for s in read.statements]
    return "\n".join(rows)


def _mentions(actor: Actor) -> set[str]:
    out: set[str] = set()
    for mention in actor.mentions:
        text = fold(mention.text)
        out.add(_bare(text))
        for lead in ("و", "ف", "ب", "ل", "ك", "وب", "ول"):
            if text.startswith(lead) and len(text) - len(lead) > 2:
                out.add(_bare(text[len(lead) :]))
    return out


def _short(key: str, actor: Actor) -> bool:
    """Whether `key` ends an actor's name (باقري, طالبان) or begins a body's (اتفاق باريس للمناخ)."""
    if actor.type in ("country", "place"):
        return False
    names = {_key(actor.name), *(_key(n) for n in actor.names), *_mentions(actor)}
    return any(n.endswith(f" {key}") or (actor.type != "person" and n.startswith(f"{key} ")) for n in names)


def _key(name: str) -> str:
    return _bare(fold(name))


def _bare(folded: str) -> str:
    """Without the article on any word: «حسن الروحاني» is «حسن روحاني»."""
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in folded.split())
