"""Says of each sentence that the project promises whether it is true here: one check a sentence, run on a clean clone.

    python tools/verify.py                     all of it, with an environment of the clone's own (an hour and more)
    python tools/verify.py --fast              without installing, the corpus, kills and servers (some minutes)
    python tools/verify.py --only 'query-*'    some checks; --list tells their names
    python tools/verify.py --tree              on the working tree as it lies here, committed or not
    python tools/verify.py --json              one JSON object a check

Exit code 0 when all that ran passed, 1 otherwise. A check that wants something which is not here (the annotated pages,
the corpus, Java) is skipped and says so.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.checks import ALL, Check, Outcome, load_all  # noqa: E402
from tools.checks.place import Place  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", metavar="NAME", help="only these checks (* and ? are patterns)")
    parser.add_argument("--fast", action="store_true", help="leave out what is slow")
    parser.add_argument("--tree", action="store_true", help="no clone: the working tree, with its own environment")
    parser.add_argument("--json", action="store_true", help="one JSON object a check")
    parser.add_argument("--list", action="store_true", help="name the checks and end")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where gold/ and corpus/ lie")
    args = parser.parse_args()
    # However it is stopped, the servers that it started are.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    load_all()
    chosen = [check for check in ALL if _wanted(check, args.only, args.fast)]
    if args.list:
        for check in chosen:
            print(f"{check.name:28} {'slow' if check.slow else '    '} issue {check.issue}  {check.sentence}")
        return 0
    if not chosen:
        print("no check of that name; --list tells all", file=sys.stderr)
        return 2
    counts = {"pass": 0, "FAIL": 0, "skip": 0}
    with tempfile.TemporaryDirectory(prefix="mawqif-verify-") as work:
        own = any(check.name.startswith("install-") for check in chosen) and not args.tree
        with Place(ROOT, Path(work), args.shared.resolve(), clone=not args.tree, own=own) as place:
            for check in chosen:
                begun = time.monotonic()
                outcome = check.judge(place)
                counts[outcome.verdict] += 1
                (_tell_json if args.json else _tell)(check, outcome, time.monotonic() - begun)
    if not args.json:
        print(f"{counts['pass']} passed, {counts['FAIL']} failed, {counts['skip']} skipped")
    return 1 if counts["FAIL"] else 0


def _wanted(check: Check, only: list[str] | None, fast: bool) -> bool:
    if only:
        return any(fnmatchcase(check.name, one) for one in only)
    return not (fast and check.slow)


def _tell(check: Check, outcome: Outcome, seconds: float) -> None:
    print(f"{outcome.verdict}  {check.name:26} {outcome.figure[:500]}  [{seconds:.0f} s]")
    print(f"      {check.sentence} (issue {check.issue})")
    if outcome.command:
        print(f"      $ {outcome.command}")
    sys.stdout.flush()


def _tell_json(check: Check, outcome: Outcome, seconds: float) -> None:
    about = {"name": check.name, "issue": check.issue, "sentence": check.sentence, "verdict": outcome.verdict.lower()}
    told = {**about, "figure": outcome.figure, "command": outcome.command, "seconds": round(seconds, 1)}
    print(json.dumps(told, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    sys.exit(main())
