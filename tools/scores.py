"""Measures the readers on the annotated pages beside a trivial one, and writes the table into README.md.

python -m tools.scores [GOLD]     GOLD holds seeds/, dev/, real/; default: ../shared/gold
"""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.evaluate import evaluate
from tools import baseline
from tools.documents import README, ROOT, put, table


@dataclass(frozen=True, slots=True)
class Set:
    """Annotated pages: `folder`, and of it the pages from `first` on; the ones before were read during development."""

    title: str
    folder: str
    first: str = ""


SETS: Final = (
    Set("seeds", "seeds"),
    Set("written", "dev"),
    Set("written, blind", "dev", "d28"),
    Set("real", "real"),
    Set("real, blind", "real", "n18"),
)
MEASURES: Final = (
    ("actors, F1", "actors", "f1"),
    ("actor type, accuracy", "actor_type", "accuracy"),
    ("events, precision", "events", "p"),
    ("events, recall", "events", "r"),
    ("events, F1", "events", "f1"),
    ("relations in all, F1", "relations", "f1"),
    ("statements, precision", "statements", "p"),
    ("statements, recall", "statements", "r"),
    ("statements, F1", "statements", "f1"),
    ("about whom, F1", "about", "f1"),
    ("status, accuracy", "relation_status", "accuracy"),
    ("denied, F1", "denied", "f1"),
    ("planned, F1", "planned", "f1"),
    ("date, accuracy", "relation_date", "accuracy"),
    ("undated left undated", "relation_undated", "accuracy"),
    ("evidence holds the annotated sentence", "relation_evidence", "accuracy"),
    ("act of a statement, accuracy", "statement_act", "accuracy"),
)
"""Row of the table, figure of `kg evaluate --json`, its part. Events are relations without offices and affiliations."""

ABOVE: Final = """\
Measured on {day} with `kg evaluate` (version {version}), number of pages in brackets: **ours** / a trivial reader
(`tools/baseline.py`: names of other annotated pages as strings, two names and a verb, always asserted, never dated).
The texts alone are given, not the day of publication.
"""
BELOW: Final = """
*Written* pages were written for this project in the styles of many outlets, *real* ones are news of 2018 as published.
About half of both was read while the rules were made, so their columns flatter; *blind* is the third that was kept
unread (d28–d40, n18–n25; of six pages the lines that tell a date were looked at): expect its figures, or less, on
pages of your own. The rules were made to read `seeds` well.
Accuracies count only what a reader found, which for the trivial one is little; denied and planned relations are few.
The annotated pages are not part of this repository.
"""


def measure(gold: Path) -> list[tuple[Set, int, dict[str, Any], dict[str, Any]]]:
    """For each set: its pages, the figures of our readers, those of the trivial one."""
    names = baseline.load([gold / folder for folder in ("seeds", "dev", "real")])
    out = []
    for one in SETS:
        golds = [page for page in baseline.load([gold / one.folder]) if page["id"] >= one.first]
        chosen = [page["id"] for page in golds]
        ours = evaluate(gold / one.folder, pages=chosen).total.report()
        trivial = [baseline.extract(names, page) for page in golds]
        theirs = evaluate(gold / one.folder, trivial, pages=chosen).total.report()
        out.append((one, len(golds), ours, theirs))
    return out


def part(measured: list[tuple[Set, int, dict[str, Any], dict[str, Any]]], day: dt.date) -> str:
    """The part of README.md, in Markdown."""
    head = ["", *(f"{one.title} ({pages})" for one, pages, _, _ in measured)]
    rows = [
        [title, *(f"**{_figure(ours[name][key])}** / {_figure(theirs[name][key])}" for _, _, ours, theirs in measured)]
        for title, name, key in MEASURES
    ]
    return "\n".join([ABOVE.format(day=day.isoformat(), version=_version()), table(head, rows), BELOW])


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _version() -> str:
    from importlib.metadata import version

    return version("mawqif")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT.parent / "shared" / "gold")
    args = parser.parse_args()
    body = part(measure(args.gold), dt.date.today())
    README.write_text(put(README.read_text("utf-8"), "scores", body), "utf-8")
    print(body)


if __name__ == "__main__":
    main()
