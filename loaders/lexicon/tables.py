"""Lexicon files: tab-separated, UTF-8, a header line, `#` comments. A broken line is named with its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from kg.errors import LexiconError

HERE = Path(__file__).parent


class Row(dict[str, str]):
    """One line by column name; knows where it stands."""

    file: str
    line: int

    def fail(self, why: str) -> LexiconError:
        return LexiconError(self.file, self.line, why)

    def many(self, column: str, by: str = "|") -> list[str]:
        """The non-empty parts of a field."""
        return [x.strip() for x in self.get(column, "").split(by) if x.strip()]


def read(path: Path, required: Sequence[str]) -> Iterator[Row]:
    """The rows of one file.

    Raises:
        LexiconError: missing file, wrong header, wrong number of fields, empty first field, bad UTF-8.
    """
    name = str(path.relative_to(HERE)) if path.is_relative_to(HERE) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise LexiconError(name, 0, "this file of the lexicon is missing") from None
    except UnicodeDecodeError as err:
        raise LexiconError(name, 0, f"not UTF-8 ({err.reason} at byte {err.start})") from None
    header: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [x.strip() for x in line.rstrip("\r").split("\t")]
        if header is None:
            header = fields
            missing = [c for c in required if c not in header]
            if missing:
                raise LexiconError(name, number, f"the header lacks {', '.join(missing)}")
            continue
        if len(fields) > len(header) or len(fields) < len(required):
            raise LexiconError(name, number, f"{len(fields)} fields, the header has {len(header)}")
        if not fields[0]:
            raise LexiconError(name, number, f"the field {header[0]} is empty")
        row = Row(zip(header, fields + [""] * (len(header) - len(fields)), strict=True))
        row.file, row.line = name, number
        yield row
    if header is None:
        raise LexiconError(name, 1, "no header line")


def folder(name: str) -> list[Path]:
    return sorted((HERE / name).glob("*.tsv"))


@lru_cache(maxsize=1)
def lexicon_digest() -> str:
    """A digest of every lexicon file: with other words, another Run."""
    import hashlib

    out = hashlib.sha256()
    for path in sorted(HERE.rglob("*.tsv")):
        out.update(path.relative_to(HERE).as_posix().encode() + b"\0" + path.read_bytes())
    return out.hexdigest()[:16]
