"""Builds loaders/lexicon/words.txt: Arabic word forms by falling number of articles that hold them.

    python tools/words.py ../shared/corpus/news-2018.jsonl.gz

Only counts leave the corpus, no text of it. Forms with a seam inside (ة or ى before a letter) stay out: they are two
words that a web page ran together.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

LEAST = 5
OUT = Path(__file__).parents[1] / "loaders" / "lexicon" / "words.txt"
MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
WORD = re.compile("[\u0621-\u064a]{2,}")
SEAM = re.compile("[ةى][\u0621-\u064a]")


def main(corpus: str) -> None:
    counts: Counter[str] = Counter()
    articles = 0
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            counts.update(set(WORD.findall(MARKS.sub("", f"{one['title']} {one['text']}"))))
            articles += 1
    words = sorted((w for w, n in counts.items() if n >= LEAST and not SEAM.search(w)), key=lambda w: (-counts[w], w))
    head = f"# Arabic word forms by falling number of {articles} news articles of 2018 with them (at least {LEAST}).\n"
    OUT.write_text(head + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
