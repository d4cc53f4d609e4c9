"""Files in, Pages out: one after another, so that memory does not grow with their number.

A page is a text file (`.txt`), a saved web page (`.html`, `.htm`) or one line of a `.jsonl` (`.jsonl.gz`) file. What
cannot be read is yielded as a `PageError` that names it, and the rest goes on; a `PageNote` is told the same way, but
nothing was lost.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from kg.errors import PageError
from kg.model import Page
from loaders import lines
from loaders.encoding import decode
from loaders.lines import PageNote, why

__all__ = ["SUFFIXES", "PageError", "PageNote", "Source", "find", "read", "read_file"]

SourceKind = Literal["text", "html", "lines"]
SUFFIXES: dict[str, SourceKind] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonl.gz": "lines",
    ".ndjson.gz": "lines",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file that holds pages. `path` is absolute; `size` in bytes, as stored."""

    path: Path
    kind: SourceKind
    size: int


def find(paths: Iterable[str | Path]) -> Iterator[Source | PageError]:
    """The files that `paths` name, in the order given; folders are walked by name, so that the order is total.

    A path named twice, however spelled, is read once and told. Files of other kinds in a folder are counted, not read.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        try:
            mode = path.stat().st_mode
        except (OSError, ValueError) as error:
            yield PageError(str(given), why(error))
            continue
        for source in _walk(path) if stat.S_ISDIR(mode) else [_source(path, named=True)]:
            if isinstance(source, Source):
                if source.path in seen:
                    yield PageNote(str(source.path), "given twice, read once")
                    continue
                seen.add(source.path)
            yield source


def read(paths: Iterable[str | Path], *, limit_mb: float = 20) -> Iterator[Page | PageError]:
    """Every page of `paths`, in `find`'s order. `limit_mb` bounds a file of one page and a line of a file of lines."""
    limit = int(limit_mb * 1024 * 1024)
    table = lines.Seen()
    for source in find(paths):
        if isinstance(source, PageError):
            yield source
        elif source.kind == "lines":
            yield from lines.read(source.path, table, limit=limit)
        else:
            try:
                yield read_file(source, limit=limit)
            except PageError as error:
                yield error


def read_file(source: Source, *, limit: int = 20 * 1024 * 1024) -> Page:
    """The one page of a text or HTML file of at most `limit` bytes. Raises PageError."""
    name = str(source.path)
    if source.size > limit:
        raise PageError(name, f"too large: {_mb(source.size)} MB, the limit is {_mb(limit)} MB")
    try:
        with source.path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise PageError(name, why(error)) from None
    if len(data) > limit:
        raise PageError(name, f"too large: more than {_mb(limit)} MB")
    if not data.strip():
        raise PageError(name, "empty file")
    stem = source.path.name[: -len(_suffix(source.path)) or None]
    digest = sha256(data).hexdigest()
    if source.kind == "html":
        from loaders import html

        found = html.read(data)
        if found is None or not found.text.strip():
            raise PageError(name, "no article text found in the HTML")
        return Page(
            id=name,
            stem=stem,
            path=name,
            sha256=digest,
            text=found.text,
            title=found.title,
            url=found.url,
            publisher=found.publisher,
            published_on=found.published_on,
        )
    try:
        text = decode(data)
    except ValueError as error:
        raise PageError(name, str(error)) from None
    if not text.strip():
        raise PageError(name, "empty file")
    return Page(id=name, stem=stem, path=name, sha256=digest, text=text)


def _walk(folder: Path) -> Iterator[Source | PageError]:
    errors: list[OSError] = []
    found = 0
    left_out: dict[str, int] = {}
    for root, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if name.startswith("."):
                continue
            suffix = _suffix(path)
            if suffix not in SUFFIXES:
                left_out[path.suffix.lower() or "no suffix"] = left_out.get(path.suffix.lower() or "no suffix", 0) + 1
                continue
            found += 1
            yield _source(path)
    for error in errors:
        yield PageError(str(error.filename or folder), why(error))
    if not found and not errors:
        yield PageError(str(folder), "no page in this folder (.txt, .html, .htm, .jsonl, .jsonl.gz)")
    elif left_out:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(left_out.items()))
        yield PageNote(str(folder), f"files of other kinds left out: {kinds}")


def _source(path: Path, *, named: bool = False) -> Source | PageError:
    """`named`: the user asked for this very file, so one of an unknown kind is tried as text."""
    try:
        about = path.stat()
    except OSError as error:
        return PageError(str(path), why(error))
    if not stat.S_ISREG(about.st_mode):  # a pipe or a device would be waited for without end
        return PageError(str(path), "not a regular file")
    kind = SUFFIXES.get(_suffix(path), "text")
    return Source(Path(os.path.abspath(path)), kind, about.st_size)


def _suffix(path: Path) -> str:
    name = path.name.lower()
    return next((s for s in sorted(SUFFIXES, key=len, reverse=True) if name.endswith(s)), path.suffix)


def _mb(size: int) -> str:
    return f"{size / 1024 / 1024:.1f}".removesuffix(".0")
