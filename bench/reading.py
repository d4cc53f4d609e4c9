"""Pages that one core reads a second, and a digest of what it read: compiled or not, the same reader gives the same.

Imports nothing but the reader, since `make fast` puts it into an environment that has no more.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path

import kg
import loaders
import loaders.reader
from kg.model import Page
from kg.model import digest as digest_of
from loaders.pages import read

WARM = 100
"""Pages that are read before the clock starts: the word lists are loaded with the first, the caches fill with more."""


@dataclass(frozen=True, slots=True)
class Told:
    compiled: bool
    """Whether the reader that was measured is machine code (`make fast`)."""
    source: str
    """Digest of the sources that it was made of."""
    pages: int
    clock: float
    """Seconds; so is `cpu`, of the processor."""
    cpu: float
    digest: str
    """Of all Extractions, as JSON, in their order."""

    def __str__(self) -> str:
        kind = "compiled" if self.compiled else "interpreted"
        rate = f"{self.pages / self.cpu:.0f} pages/s of processor, {self.pages / self.clock:.0f} by the clock"
        return f"{kind}: {rate}; {self.pages} pages, sha256 {self.digest[:16]}"


def compiled() -> bool:
    return Path(loaders.reader.__file__).suffix != ".py"


def source() -> str:
    """Digest of the modules and word lists of `kg` and `loaders` that are imported here."""
    made = hashlib.sha256()
    for package in (kg, loaders):
        root = Path(str(package.__file__)).parent
        for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".tsv")):
            made.update(f"{root.name}/{path.relative_to(root).as_posix()}\0".encode())
            made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()


def measure(paths: Sequence[Path | str], step: int = 1, limit: int | None = None) -> Told:
    """Reads every `step`-th page of `paths`, at most `limit`; the clock runs while articles are read, not files."""
    pages = list(islice(_pages(paths), 0, None, step))[:limit]
    for page in pages[:WARM]:
        loaders.extract(page)
    clock, cpu = time.perf_counter(), time.process_time()
    found = [loaders.extract(page) for page in pages]
    clock, cpu = time.perf_counter() - clock, time.process_time() - cpu
    digest = hashlib.sha256()
    for extractions in found:
        for one in extractions:
            digest.update(one.model_dump_json().encode() + b"\n")
    return Told(compiled(), source(), len(pages), clock, cpu, digest.hexdigest())


def _pages(paths: Sequence[Path | str]) -> Iterator[Page]:
    """Pages of files and folders as `kg load` takes them, and of folders of annotated pages as `kg evaluate` does."""
    for path in paths:
        notes = sorted(Path(path).glob("*.json"))
        for note in notes:
            text = json.loads(note.read_text(encoding="utf-8"))["text"]
            yield Page(id=note.stem, stem=note.stem, path=note.name, sha256=digest_of(text, size=64), text=text)
        if not notes:
            yield from (page for page in read([str(path)]) if isinstance(page, Page))


def main(words: Sequence[str]) -> None:
    """Tells another process: step, limit, paths."""
    print(json.dumps(asdict(measure(words[2:], int(words[0]), int(words[1])))))


if __name__ == "__main__":
    main(sys.argv[1:])
