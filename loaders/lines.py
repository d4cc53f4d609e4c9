"""Files of lines: one JSON object a line, `id title text` and perhaps `date url outlet`; plain or gzipped, streamed."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from kg.errors import PageError
from kg.model import Page
from loaders.encoding import clean

_CHUNK = 256 * 1024
_BLOCK = 16 * 1024
"""What is unpacked at a time: a damaged place costs what stands in its block before it."""
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


class PageNote(PageError):
    """Something to tell the user about a page that was read all the same: a repeated line, a date that is none."""


def why(error: OSError | ValueError) -> str:
    """What hinders reading a file, in a few words for the user."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return str(error)


class Seen:
    """Which line brought which id: a number for each line, never its text (about 150 bytes a line)."""

    def __init__(self) -> None:
        self._files: list[Path] = []
        self._lines: dict[int, int] = {}

    def meet(self, key: str, text: str, path: Path, line: int) -> tuple[str, bool] | None:
        """None for a new `key`; else where it stood before (`file:line`) and whether its text was the same."""
        if not self._files or self._files[-1] != path:
            self._files.append(path)
        known = self._lines.get(_hash(key))
        if known is None:
            self._lines[_hash(key)] = _hash(text) << 64 | (len(self._files) - 1) << 40 | line
            return None
        before = self._files[known >> 40 & 0xFFFFFF]
        return f"{before}:{known & 0xFFFFFFFFFF}", known >> 64 == _hash(text)


def read(path: Path, seen: Seen, *, limit: int) -> Iterator[Page | PageError]:
    """The pages of one file. A line of more than `limit` bytes, a broken one, one without text is told and left out."""
    number = pages = 0
    name = str(path)
    try:
        for number, line in enumerate(_split(path, limit), 1):
            where = f"{name}:{number}"
            if line is None:
                yield PageError(where, f"line longer than {limit / 1024 / 1024:g} MB")
                continue
            if not line.strip():
                continue
            try:
                page, day = _page(line, path)
            except ValueError as error:
                yield PageError(where, str(error))
                continue
            before = seen.meet(page.id, page.text, path, number)
            if before is not None and before[1]:
                yield PageNote(where, f"the same id and text as {before[0]}, read once: {page.id}")
                continue
            if before is not None:
                yield PageError(where, f"the id of {before[0]}, with another text, left out: {page.id}")
                continue
            if day is not None:
                yield PageNote(where, f"date {day} is not one: read without a date")
            pages += 1
            yield page
    except (EOFError, zlib.error) as error:
        yield PageError(name, f"damaged .gz after line {number} ({error}): what was read stays")
        return
    except OSError as error:
        yield PageError(name, why(error))
        return
    if not number:
        yield PageError(name, "empty file")


def iso_date(value: object) -> str | None:
    """A date field as ISO: `2018-02-03`, `2018/2/3`, `٢٠١٨/٢/٣`, with a time after it or not; `2018-02`, `2018`.

    Day first when the year stands last. None when it is no date (`0000-00-00`).
    """
    if not isinstance(value, str):
        return None
    text = value.translate(_DIGITS).strip()
    if found := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text):
        year, month, day = map(int, found.groups())
    elif found := re.match(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)", text):
        day, month, year = map(int, found.groups())
    elif re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?", text):
        return text
    else:
        return None
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def _page(line: bytes, path: Path) -> tuple[Page, str | None]:
    """The page of a line, and its date field as it stands when that is no date. Raises ValueError with the reason."""
    try:
        one: Any = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start} of the line)") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"broken JSON: {error}") from None
    if not isinstance(one, dict):
        raise ValueError("not a JSON object with id, title and text")
    ident = one.get("id")
    if isinstance(ident, int) and not isinstance(ident, bool):
        ident = str(ident)
    if not isinstance(ident, str) or not ident.strip():
        raise ValueError("no id")
    text, title, outlet, url = one.get("text"), one.get("title"), one.get("outlet"), one.get("url")
    if not isinstance(text, str):
        kind = "missing" if "text" not in one else "null" if text is None else f"{type(text).__name__}, not text"
        raise ValueError(f"text of {ident} is {kind}")
    for field, value in (("title", title), ("outlet", outlet), ("url", url)):
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{field} of {ident} is {type(value).__name__}, not text")
    if not text.strip() and not (title or "").strip():
        raise ValueError(f"text of {ident} is empty")
    ident, title, outlet = clean(ident.strip()), clean(title or "").strip() or None, clean(outlet or "").strip() or None
    given = one.get("date")
    day = iso_date(given)
    page = Page(
        id=f"{outlet}:{ident}" if outlet else ident,
        stem=ident,
        path=str(path),
        sha256=sha256(line.strip()).hexdigest(),
        text=clean(text),
        title=title,
        url=clean(url) if url else None,
        publisher=outlet,
        published_on=day,
        is_article=True,
    )
    return page, None if day or given in (None, "") else json.dumps(given, ensure_ascii=False)[:60]


def _split(path: Path, limit: int) -> Iterator[bytes | None]:
    """Lines without their ends; None for one of more than `limit` bytes, which is skipped, not held."""
    rest, skipping = bytearray(), False
    for chunk in _inflate(path) if path.name.lower().endswith(".gz") else _chunks(path):
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            if skipping:
                skipping = False
                yield None
            elif len(rest) + end - start > limit:
                yield None
            else:
                yield bytes(rest) + chunk[start:end] if rest else chunk[start:end]
            rest.clear()
            start = end + 1
        if not skipping:
            rest += chunk[start:]
            if len(rest) > limit:
                skipping = True
                rest.clear()
    if skipping:
        yield None
    elif rest:
        yield bytes(rest)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _inflate(path: Path) -> Iterator[bytes]:
    """The content of a .gz of one or more members. Raises EOFError when it is cut, zlib.error when it is damaged."""
    unzip, data, members = zlib.decompressobj(31), b"", 0
    with path.open("rb") as file:
        while data or (data := file.read(_BLOCK)):
            if unzip.eof:
                if members and not data.strip(b"\x00"):  # padding after the last member, as gzip itself allows
                    return
                unzip = zlib.decompressobj(31)
            if out := unzip.decompress(data, _CHUNK):
                yield out
            if unzip.eof:
                members, data = members + 1, unzip.unused_data
            else:
                data = unzip.unconsumed_tail
    if not unzip.eof and path.stat().st_size:
        raise EOFError("cut short")


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
