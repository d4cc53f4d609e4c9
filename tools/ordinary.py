"""Derive `loaders/lexicon/ordinary.tsv`: words that ordinary news text uses, so that a name is not read into them.

    python tools/ordinary.py CORPUS.jsonl.gz

A word is ordinary when it is common in the corpus (8 times and more) and seldom stands next to a given name or after a
rank (under one in eight). Only the words are kept, no text. Words of listed names are kept out of it.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from pathlib import Path

from kg.model import fold
from loaders.text import TOKEN

LEAST, SHARE = 8, 0.125
LEXICON = Path(__file__).parent.parent / "loaders" / "lexicon"


def table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:] if line and not line.startswith("#")]


def seeds() -> set[str]:
    """Given names that are no ordinary words."""
    return {fold(f[0]) for f in table(LEXICON / "names" / "given.tsv") if len(f) < 4 or f[3] != "yes"}


def named() -> set[str]:
    """Words of listed people's names, and the given and family names that are no ordinary words."""
    out = seeds() | {fold(f[0]) for f in table(LEXICON / "names" / "family.tsv") if len(f) < 4 or f[3] != "yes"}
    for path in sorted((LEXICON / "entities").glob("persons-*.tsv")):
        for f in table(path):
            for name in (f[2], *f[3].split("|")):
                out.update(w for w in words(name) if not (w.startswith("ال") and len(name.split()) > 2))
    titles = {w for f in table(LEXICON / "titles.tsv") for form in "|".join(f[:3]).split("|") for w in words(form)}
    heads = {w for name in ("org_heads.tsv", "ministries.tsv") for f in table(LEXICON / name) for w in words(f[0])}
    return out - {a + w for w in titles | heads for a in ("", "ال")}


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
    given, rank, people = seeds(), ranks(), named()
    total: collections.Counter[str] = collections.Counter()
    for turn in range(2):
        near: collections.Counter[str] = collections.Counter()
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
        given = {w for w in given if total[w] and near[w] / total[w] >= 0.2}
        print(turn, len(given), file=sys.stderr)
    out = sorted(
        w
        for w, n in total.items()
        if n >= LEAST
        and not w.isdigit()
        and len(w) > 1
        and (near[w] / n < (0.02 if w in people else SHARE))
        and not (w in people and n < 3000)
    )
    (LEXICON / "ordinary.tsv").write_text("form\n" + "".join(f"{w}\n" for w in out), encoding="utf-8")
    print(len(out), file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
