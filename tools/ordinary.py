"""Derive `loaders/lexicon/ordinary.tsv`: words that ordinary news text uses, so that a name is not read into them.

    python tools/ordinary.py CORPUS.jsonl.gz

A word is ordinary when it is common in the corpus (8 times and more) and seldom stands next to a given name, after a
rank or in a listed name: under one in eight, or under one in fifty when a listed person's name holds it (جديد, عشر).
Given and family names stay out unless they are very common and hardly ever names. Only the words are kept, no text.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path

from kg.model import fold
from loaders.text import TOKEN

LEAST, SHARE, RARE = 8, 0.125, 0.02
LEXICON = Path(__file__).parent.parent / "loaders" / "lexicon"


def table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def seeds() -> set[str]:
    """Given names that are no ordinary words."""
    return {fold(f[0]) for f in table(LEXICON / "names" / "given.tsv") if len(f) < 4 or f[3] != "yes"}


def listed() -> set[str]:
    """The given and family names of the lists that are no ordinary words."""
    return seeds() | {fold(f[0]) for f in table(LEXICON / "names" / "family.tsv") if len(f) < 4 or f[3] != "yes"}


def named() -> set[str]:
    """Words of listed people's names, and the given and family names that are no ordinary words."""
    out = listed()
    for path in sorted((LEXICON / "entities").glob("persons-*.tsv")):
        for f in table(path):
            for name in (f[2], *f[3].split("|")):
                out.update(w for w in words(name) if not (w.startswith("ال") and len(name.split()) > 2))
    titles = {w for f in table(LEXICON / "titles.tsv") for form in "|".join(f[:3]).split("|") for w in words(form)}
    heads = {w for name in ("org_heads.tsv", "ministries.tsv") for f in table(LEXICON / name) for w in words(f[0])}
    return out - {a + w for w in titles | heads for a in ("", "ال")}


def pairs() -> set[tuple[str, str]]:
    """Words that stand next to each other in a listed person's name."""
    out: set[tuple[str, str]] = set()
    for path in sorted((LEXICON / "entities").glob("persons-*.tsv")):
        for f in table(path):
            for name in (f[2], *f[3].split("|")):
                out.update(pairwise(words(name)))
    return out


def words(text: str) -> list[str]:
    return [fold(t) for t in TOKEN.findall(text)]


def ranks() -> set[str]:
    out = set()
    for line in (LEXICON / "titles.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        f = line.split("\t")
        if len(f) > 3 and f[3] in ("rank", "honorific") and " " not in f[0]:
            out.add("ال" + fold(f[0]))
    return out


def main(corpus: str) -> None:
    given, rank, people, lists, together = seeds(), ranks(), named(), listed(), pairs()
    total: collections.Counter[str] = collections.Counter()
    for turn in range(2):
        near: collections.Counter[str] = collections.Counter()
        told: collections.Counter[str] = collections.Counter()
        total.clear()
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                doc = json.loads(line)
                for part in (doc["title"], *doc["text"].split("\n")):
                    seq = ["", *words(part), ""]
                    for a, w, b in zip(seq, seq[1:], seq[2:], strict=False):
                        if w:
                            total[w] += 1
                            near[w] += a in given or b in given or a in rank
                            told[w] += (a, w) in together or (w, b) in together
        given = {w for w in given if total[w] and near[w] / total[w] >= 0.2}
        print(turn, len(given), file=sys.stderr)
    out = sorted(
        w
        for w, n in total.items()
        if n >= LEAST
        and not w.isdigit()
        and len(w) > 1
        and (max(near[w], told[w]) / n < RARE if w in people else near[w] / n < SHARE)
        and not (w in lists and n < 3000)
    )
    (LEXICON / "ordinary.tsv").write_text("form\n" + "".join(f"{w}\n" for w in out), encoding="utf-8")
    print(len(out), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
