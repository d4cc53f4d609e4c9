"""`python -m tools.copied`: lines of the project that hold a run of words of somebody's article.

The articles are those of ../shared: the corpus, of which the silver is a part, and the real annotated pages. They are
others' texts, so none of their sentences may stand here; facts and counts may.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]

SIZE: Final = 10
"""Words in a row that are a sentence's own."""

FORMULA: Final = 5
"""Articles that may share a run of words before it counts as nobody's: a ruler's name with all his titles."""

_WORD: Final = re.compile(r"[\u0621-\u064a]+")
_LARGEST: Final = 5_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the project, `number` from one, and how many of its runs stand in an article."""

    file: str
    number: int
    text: str
    runs: int


def runs(text: str, size: int = SIZE) -> Iterator[int]:
    """The hashes of every `size` Arabic words in a row."""
    words = _WORD.findall(text)
    for at in range(len(words) - size + 1):
        yield hash(tuple(words[at : at + size]))


def copied(root: Path, texts: Iterable[str]) -> list[Line]:
    """The lines of the files that git lists below `root` that share a run with one of `texts`.

    What stands in seeds/ too is the project's own.
    """
    ours: dict[int, list[tuple[str, int, str]]] = {}
    own: set[int] = set()
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=True)
    for name in listed.stdout.rstrip("\0").split("\0"):
        path = root / name
        if not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        text = path.read_text("utf-8", "replace")
        if name.startswith("seeds/"):
            own.update(runs(text))
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for run in runs(line):
                ours.setdefault(run, []).append((name, number, line))
    articles: dict[int, int] = {}
    # One article may come several times: annotated, and in the corpus.
    for text in dict.fromkeys(texts):
        for run in set(runs(text)):
            if run in ours and run not in own:
                articles[run] = articles.get(run, 0) + 1
    found: dict[tuple[str, int, str], int] = {}
    for run, count in articles.items():
        if count <= FORMULA:
            for at in ours[run]:
                found[at] = found.get(at, 0) + 1
    return [Line(*at, count) for at, count in sorted(found.items())]


def articles(shared: Path) -> Iterator[str]:
    """The texts of others that lie in `shared`."""
    for path in sorted((shared / "gold" / "real").glob("*.json")):
        yield json.loads(path.read_text("utf-8"))["text"]
    for corpus in sorted((shared / "corpus").glob("*.jsonl.gz")):
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def main() -> int:
    found = copied(ROOT, articles(ROOT.parent / "shared"))
    for line in found:
        print(f"{line.file}:{line.number}: {line.runs} runs of {SIZE} words: {line.text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
