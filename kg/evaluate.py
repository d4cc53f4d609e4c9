"""How good is the reading: extraction on annotated pages against their gold, in all, by page, and by kind of error.

python -m kg.evaluate GOLD_DIR [--verbose] [--json] [--pages d01,d02] [--kind relation]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.compare import compare
from kg.errors import MawqifError
from kg.model import Extraction, Page, digest
from kg.scoring import Prediction, Scores, Slip


@dataclass(slots=True)
class PageReport:
    page: str
    scores: Scores
    slips: list[Slip]


@dataclass(slots=True)
class Report:
    """The scores of all pages together (`total`) and of each, in the order of their file names."""

    total: Scores = field(default_factory=Scores)
    pages: list[PageReport] = field(default_factory=list)

    def add(self, one: PageReport) -> None:
        self.pages.append(one)
        self.total.add(one.scores)

    def errors(self) -> dict[str, int]:
        """How many slips of each kind (`relation missed: MET`), the most frequent first."""
        kinds = Counter(f"{s.what} {s.how}: {s.kind}" for page in self.pages for s in page.slips if s.what != "date")
        kinds.update(f"{s.what} {s.how}" for page in self.pages for s in page.slips if s.what == "date")
        return dict(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0])))

    def to_json(self) -> dict[str, Any]:
        """The figures of `score.py --json`, then `pages` (the same figures for each) and `errors` (counts by kind)."""
        return {
            **self.total.report(),
            "pages": {one.page: one.scores.report() for one in self.pages},
            "errors": self.errors(),
        }


def evaluate(
    gold_dir: str | Path,
    extractions: Iterable[Extraction | Mapping[str, Any]] | None = None,
    *,
    jobs: int = 1,
    pages: Iterable[str] | None = None,
) -> Report:
    """Scores `extractions` (values, or their JSON), or else what this package reads in the gold pages' texts.

    The publication date is not handed to the reader: it has to be found in the text. `pages` (ids) limits what is
    scored. Raises MawqifError when there is no gold in `gold_dir`.
    """
    golds = _golds(Path(gold_dir), set(pages) if pages is not None else None)
    got = {gold["id"]: Prediction() for gold in golds}
    for one in extractions if extractions is not None else _extract(golds, jobs):
        data = one.model_dump(mode="json") if isinstance(one, Extraction) else one
        if (page := got.get(str(data["page"]))) is not None:
            page.take(data)
    report = Report()
    for gold in golds:
        report.add(PageReport(gold["id"], *compare(gold, got[gold["id"]])))
    return report


def _golds(folder: Path, wanted: set[str] | None) -> list[dict[str, Any]]:
    files = sorted(folder.glob("*.json"))
    if not files:
        raise MawqifError(f"{folder}: no annotated page (*.json) in it")
    golds = []
    for path in files:
        if wanted is not None and path.stem not in wanted and path.stem.split("_")[0] not in wanted:
            continue
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            ok = isinstance(gold, dict) and {"id", "text", "actors", "relations", "statements"} <= set(gold)
        except (OSError, ValueError) as error:
            raise MawqifError(f"{path}: {error}") from None
        if not ok:
            raise MawqifError(f"{path}: not an annotated page (id, text, actors, relations, statements)")
        golds.append(gold)
    return golds


def _extract(golds: list[dict[str, Any]], jobs: int) -> Iterable[Extraction]:
    import loaders

    pages = [_page(gold) for gold in golds]
    if jobs <= 1:
        for page in pages:
            yield from loaders.extract(page)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        for extractions in pool.map(loaders.extract, pages, chunksize=4):
            yield from extractions


def _page(gold: Mapping[str, Any]) -> Page:
    """The page as a user would have saved it: the text and nothing else."""
    ident, text = str(gold["id"]), str(gold["text"])
    return Page(id=ident, stem=ident, path=f"{ident}.txt", sha256=digest(text, size=64), text=text)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m kg.evaluate", description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("gold_dir")
    parser.add_argument("--verbose", action="store_true", help="list every difference, page by page")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pages", help="ids, separated by commas")
    parser.add_argument(
        "--kind", help="with --verbose: only actor, relation, statement, date, status, evidence, act, kind"
    )
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--predictions", help="score this JSONL file of extractions instead of reading the pages")
    args = parser.parse_args(arguments)
    given = None
    if args.predictions:
        given = [json.loads(line) for line in Path(args.predictions).read_text("utf-8").splitlines() if line.strip()]
    try:
        pages = args.pages.split(",") if args.pages else None
        report = evaluate(args.gold_dir, given, jobs=args.jobs, pages=pages)
    except MawqifError as error:
        print(error, file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(report.to_json(), ensure_ascii=False))
        return 0
    if args.verbose:
        for page in report.pages:
            print(page.page)
            for slip in page.slips:
                if args.kind in (None, slip.what):
                    print(f"  {slip.what} {slip.how} [{slip.kind}] {slip.text}")
    else:
        for page in report.pages:
            tallies = page.scores.tallies
            parts = (f"{name} {tallies[name].report()['f1']:.2f}" for name in ("actors", "relations", "statements"))
            print(f"{page.page:24s}", "  ".join(parts))
    print()
    for name, figures in report.total.report().items():
        print(f"{name:18s}", "  ".join(f"{key}={value}" for key, value in figures.items()))
    print()
    for kind, count in list(report.errors().items())[:40]:
        print(f"{count:5d}  {kind}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
