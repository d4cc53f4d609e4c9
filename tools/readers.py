"""Whether the compiled reader of `make fast` reads what the sources here read, and how fast both are.

    python -m tools.readers [--step N] [--limit N] [PATH ...]

PATHs are pages as `kg load` takes them; without any, seeds/ and, where they lie beside the project, the annotated pages
and every 35th page of the corpus. Exit code 1 when a byte differs or `.venv-fast` was made of other sources, 2 when
there is none.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.reading import Told

ROOT: Final = Path(__file__).resolve().parents[1]
SHARED: Final = ROOT.parent / "shared"
FAST: Final = ROOT / ".venv-fast" / "bin" / "python"
READY: Final = ROOT / ".venv-fast" / "wheel"
"""What `make fast` writes last."""
_LAST: Final = "import sys; sys.path.append(sys.argv.pop(1)); from bench.reading import main; main(sys.argv[1:])"
"""What is installed comes before the sources here, which bring only bench/."""
_FIRST: Final = _LAST.replace("append(", "insert(0, ")


def told(python: Path | str, paths: Sequence[Path], step: int, limit: int, root: Path = ROOT) -> Told:
    """What `python` reads, with the reader that is installed for it if it is FAST's, else with that of `root`.
    Raises CalledProcessError."""
    code = _LAST if python == FAST else _FIRST
    words = [python, "-P", "-c", code, root, str(step), str(limit), *paths]
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(words, capture_output=True, text=True, check=True, cwd="/", env=kept)
    return Told(**json.loads(done.stdout))


def samples() -> Iterator[tuple[str, list[Path], int]]:
    """Name, paths and step of what is read."""
    yield "seeds", [ROOT / "seeds"], 1
    for name in ("seeds", "dev", "real"):
        folder = SHARED / "gold" / name
        if folder.is_dir():
            yield f"gold/{name}", [folder], 1
    corpus = SHARED / "corpus" / "news-2018.jsonl.gz"
    if corpus.exists():
        yield "corpus, every 35th page", [corpus], 35


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    parser.add_argument("--step", type=int, default=1, help="every N-th page")
    parser.add_argument("--limit", type=int, default=100_000, help="at most N pages")
    args = parser.parse_args()
    if not READY.exists():
        print("there is no .venv-fast: run `make fast`", file=sys.stderr)
        return 2
    given = [("given", [path.resolve() for path in args.paths], args.step)]
    wrong = 0
    for name, paths, step in given if args.paths else samples():
        ours, theirs = (told(python, paths, step, args.limit) for python in (sys.executable, FAST))
        if not theirs.compiled or theirs.source != ours.source:
            print("what is in .venv-fast was not made of these sources: run `make fast`", file=sys.stderr)
            return 1
        same = ours.digest == theirs.digest
        wrong += not same
        print(f"{name}: {'the same bytes' if same else 'DIFFERENT'}\n  {ours}\n  {theirs}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
