"""`python -m tests.phenomena`: how many sentences are read rightly, by phenomenon.

--move        moves the open lines that are read rightly now into the enforced files
--show WORD   prints the failing lines whose id begins with WORD
--try "نص"    prints what is read from a sentence
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests.phenomena.reading import COLUMNS, HERE, Line, lines, problems, read, report


def main(argv: list[str]) -> None:
    if argv[:1] == ["--try"]:
        line = Line("try", argv[1], argv[2] if len(argv) > 2 else None, "NO A x", "", HERE / "try.tsv")
        print(report(line, read(line), []))
        return
    right, all, moving = Counter[str](), Counter[str](), list[Line]()
    for open in (False, True):
        for line in lines(open=open):
            all[line.phenomenon] += 1
            found = read(line)
            wrong = problems(line, found)
            if not wrong:
                right[line.phenomenon] += 1
                if open:
                    moving.append(line)
            elif (len(argv) == 2 and argv[0] == "--show" and line.id.startswith(argv[1])) or not open:
                print(("" if open else "REGRESSED ") + report(line, found, wrong), end="\n\n")
    for name in sorted(all):
        print(f"{name:24} {right[name]:4} of {all[name]:4}  {right[name] / all[name]:6.1%}")
    total = sum(all.values())
    print(f"{'all':24} {sum(right.values()):4} of {total:4}  {sum(right.values()) / total:6.1%}")
    print(f"{len(moving)} open lines are read rightly now")
    if "--move" in argv:
        for line in moving:
            _move(line)


def _move(line: Line) -> None:
    source, target = line.file, HERE / line.file.name
    rows = source.read_text("utf-8").split("\n")
    row = next(r for r in rows if r.split("\t")[0] == line.id)
    source.write_text("\n".join(r for r in rows if r is not row), "utf-8")
    old = target.read_text("utf-8") if target.exists() else "\t".join(COLUMNS) + "\n"
    head, *body = old.rstrip("\n").split("\n")
    comments = [r for r in body if r.startswith("#")]
    body = sorted([r for r in body if r and not r.startswith("#")] + [row], key=lambda r: r.split("\t")[0])
    Path(target).write_text("\n".join([head, *comments, *body]) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
