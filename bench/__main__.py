"""python -m bench: speed and memory of the store, the exports and the queries.

python -m bench                                  small sizes, all of it but `reading` and `corpus`, both engines
python -m bench generated --articles 100000      100,000 articles, 1,000,000 relations
python -m bench hubs --sizes 2000 20000 200000
python -m bench reading news.jsonl.gz --step 17  pages/s of the reader alone, on one core
python -m bench corpus news.jsonl.gz --jobs 2    real pages, end to end
python -m bench graphrag --apoc FOLDER           beside the writer of neo4j-graphrag (see bench/graphrag.py)
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from bench import asking, graphrag, reading, writing
from bench.measure import Memory
from kg.graph import BATCH, Graph


def corpus(path: Path, jobs: int, folder: Path) -> None:
    """Load real pages into the embedded store, and export them; memory of all processes each second."""
    done = 0

    def progress(_: object) -> None:
        nonlocal done
        done += 1

    with Graph.open(path=folder / "graph.db") as graph:
        with Memory(lambda: done) as memory:
            report = graph.load(path, jobs=jobs, progress=progress)
        memory.print()
        print(f"{report.read} read, {report.articles} new, {report.repeated} repeated, {len(report.errors)} errors")
        count = sum(
            next(graph.cypher(text))["n"]
            for text in ("MATCH (n) RETURN count(n) AS n", "MATCH ()-[r]->() RETURN count(r) AS n")
        )
        speed = f"{report.read / report.seconds:.1f} articles/s, {count / report.seconds:,.0f} elements/s"
        print(f"{report.seconds:.0f} s, {speed}")
        print(f"memory: peak {memory.peak:.0f} MB, largest child {memory.largest_child:.0f} MB")
        early, late = memory.at(min(5_000, done // 3)), memory.at(min(17_000, done - 1))
        if early and late:
            print(f"memory late to early: {late:.0f} / {early:.0f} MB = {late / early:.2f}")
        problems = list(graph.check())
        print(f"check: {len(problems)} problems", *problems[:5], sep="\n  ")
        for name in ("graph.jsonl", "graph.gexf"):
            begun = time.monotonic()
            with Memory() as memory:
                told = graph.export(folder / name)
            took = time.monotonic() - begun
            print(f"{name}: {told.nodes} nodes, {told.edges} edges, {took:.1f} s, peak {memory.peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "what", nargs="?", choices=["all", "generated", "hubs", "reading", "corpus", "graphrag"], default="all"
    )
    parser.add_argument("path", nargs="?", type=Path, help="for reading and corpus: a file or folder of pages")
    parser.add_argument("--articles", type=int, default=1_000, help="generated articles, each with ten relations")
    parser.add_argument("--batch", type=int, default=BATCH, help="articles a transaction")
    parser.add_argument("--engine", choices=[*writing.ENGINES, "both"], default="both")
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 2_000, 20_000], help="edges on the hub")
    parser.add_argument("--jobs", type=int, default=2, help="for corpus: processes that read")
    parser.add_argument("--step", type=int, default=1, help="for reading: every N-th page")
    parser.add_argument("--apoc", type=Path, help="for graphrag: the folder with apoc-core's jars")
    parser.add_argument("--folder", type=Path, help="where the data goes (default: a temporary folder, removed)")
    options = parser.parse_args()
    engines = writing.ENGINES if options.engine == "both" else (options.engine,)
    with tempfile.TemporaryDirectory(prefix="mawqif-bench-", dir=options.folder) as name:
        if options.what in ("reading", "corpus") and options.path is None:
            parser.error(f"{options.what} needs the path of a file or folder")
        if options.what == "reading":
            print(reading.measure([options.path], options.step))
        if options.what == "corpus":
            print(f"the reader is {'compiled' if reading.compiled() else 'interpreted'}")
            corpus(options.path, options.jobs, Path(name))
        if options.what in ("all", "graphrag"):
            (Path(name) / "graphrag").mkdir()
            graphrag.compare(Path(name) / "graphrag", options.articles, options.batch, options.apoc)
        for engine in engines if options.what in ("all", "generated") else ():
            folder = Path(name) / f"generated-{engine}"
            folder.mkdir()
            print(f"{engine}: generated corpus", flush=True)
            with writing.opened(engine, folder) as (store, apart):
                writing.write(store, apart, folder, options.articles, options.batch)
                writing.leave(store, apart, folder)
                asking.run(store)
            if engine == "neo4j":
                writing.imported(folder)
        for engine in engines if options.what in ("all", "hubs") else ():
            folder = Path(name) / f"hubs-{engine}"
            folder.mkdir()
            writing.hubs(engine, folder, options.sizes)


if __name__ == "__main__":
    main()
