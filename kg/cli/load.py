"""kg load, kg extract: pages in."""

from __future__ import annotations

import contextlib
import gzip
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import options
from kg.cli.output import complain, inert, json_line, note
from kg.errors import PageError
from kg.model import Page

if TYPE_CHECKING:
    from kg.graph import LoadReport

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…",
        help="Pages: .txt, .html, .jsonl, .jsonl.gz (a line is {id, title, text, date?, url?, outlet?}), or folders.",
    ),
]
_NOTES: Final = 20
"""Notes that are told one by one; of more, only how many."""
_UNCOUNTED: Final = 4 << 30


def register(app: typer.Typer) -> None:
    app.command("load")(load)
    app.command("extract")(extract)


def load(
    paths: Paths,
    jobs: options.Jobs = 1,
    limit_mb: options.LimitMb = 20,
    as_json: options.Json = False,
    store: options.Store = None,
    wait: options.Wait = 0,
) -> None:
    """Read pages into the graph.

    What is there already stays as it is, so a load that was stopped goes on when the same command runs again. A page
    that cannot be read is named, the others are loaded, and the exit code is 1. Ctrl-C finishes the batch.
    """
    told = _Told()
    with options.opened(store, "write", wait) as graph, _stopper() as stop, _progress(paths) as advance:

        def step(item: Page | PageError) -> None:
            advance()
            told(item)

        report = graph.load(list(map(str, paths)), jobs, progress=step, stop=stop, limit_mb=limit_mb)
    # What only the store could find: two texts under one id.
    for error in report.errors[told.errors :]:
        complain(str(error))
    told.close()
    if as_json:
        lists = {name: [str(one) for one in getattr(report, name)] for name in ("errors", "notes")}
        print(json_line({**asdict(report), **lists}))
    else:
        for line in summary(report):
            print(line)
    if report.stopped:
        complain("stopped; what was read is in the graph, and the same command goes on from there")
        raise typer.Exit(130)
    if report.errors:
        raise typer.Exit(1)


def summary(report: LoadReport) -> Iterator[str]:
    """A load in lines for people."""
    yield (
        f"read {report.read:,} pages in {report.seconds:.1f} s: {report.pages:,} new, "
        f"{report.articles:,} new articles, {report.repeated:,} repeated"
        + (f", {report.replaced:,} read anew" if report.replaced else "")
    )
    if report.errors:
        yield f"not read: {len(report.errors):,}"
    yield f"the graph holds {sum(report.actors.values()):,} actors: {counts(report.actors)}"
    yield f"  {sum(report.relations.values()):,} relations: {counts(report.relations)}"
    yield f"  {report.statements:,} statements"


def counts(by_type: dict[str, int]) -> str:
    return ", ".join(f"{kind} {count:,}" for kind, count in by_type.items()) or "none"


def extract(paths: Paths, jobs: options.Jobs = 1, limit_mb: options.LimitMb = 20) -> None:
    """Print what is read of pages, one article a line, as JSON; no graph is touched."""
    from loaders.jobs import extract_all
    from loaders.pages import read

    told = _Told()
    for item in extract_all(read(map(str, paths), limit_mb=limit_mb), jobs):
        if isinstance(item, PageError):
            told(item)
        else:
            for one in item[1]:
                print(json_line(one.model_dump(mode="json")))
    told.close()
    if told.errors:
        raise typer.Exit(1)


class _Told:
    """Tells of pages that are no pages as they come, and counts them."""

    def __init__(self) -> None:
        self.errors = self.notes = 0

    def __call__(self, item: Page | PageError) -> None:
        if not isinstance(item, PageError):
            return
        from loaders.lines import PageNote

        if isinstance(item, PageNote):
            self.notes += 1
            if self.notes <= _NOTES:
                note(f"note: {item}")
        else:
            self.errors += 1
            complain(str(item))

    def close(self) -> None:
        if self.notes > _NOTES:
            note(f"note: and {self.notes - _NOTES:,} more such notes")


@contextlib.contextmanager
def _stopper() -> Iterator[Callable[[], bool]]:
    """Makes the first Ctrl-C a wish that is asked for between pages; the second one ends at once."""
    wished = False

    def wish(_signal: int, _frame: FrameType | None) -> None:
        nonlocal wished
        if wished:
            raise KeyboardInterrupt
        wished = True
        note("stopping after this batch; Ctrl-C again stops at once")

    before = signal.signal(signal.SIGINT, wish)
    try:
        yield lambda: wished
    finally:
        signal.signal(signal.SIGINT, before)


@contextlib.contextmanager
def _progress(paths: list[Path]) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("pages"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(inert("reading"), total=_count(paths))
        yield lambda: bar.advance(task)


def _count(paths: list[Path]) -> int | None:
    """How many pages there are to read, roughly; None where counting would itself be long work."""
    from loaders.pages import Source, find

    total = size = 0
    for source in find(map(str, paths)):
        if not isinstance(source, Source) or source.kind != "lines":
            total += 1
            continue
        size += source.size
        if size > _UNCOUNTED:
            return None
        try:
            with gzip.open(source.path) if source.path.name.endswith(".gz") else open(source.path, "rb") as file:
                total += sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
        except (OSError, EOFError):
            total += 1
    return total
