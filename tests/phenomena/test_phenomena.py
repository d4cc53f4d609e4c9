"""Every sentence of the files of this folder is read as an Arabic speaker wrote it down (README.md)."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.phenomena.reading import Expected, Line, lines, problems, read, report

ENFORCED = list(lines())
OPEN = list(lines(open=True))


@pytest.mark.parametrize("line", ENFORCED, ids=[f"{line.phenomenon}:{line.id}" for line in ENFORCED])
def test_read_as_written(line: Line) -> None:
    found = read(line)
    wrong = problems(line, found)
    assert not wrong, "\n" + report(line, found, wrong)


def test_every_line_is_well_written() -> None:
    repeated = [id for id, n in Counter(line.id for line in [*ENFORCED, *OPEN]).items() if n > 1]
    assert not repeated
    texts = [text for text, n in Counter(line.text for line in [*ENFORCED, *OPEN]).items() if n > 1]
    assert not texts
    for line in OPEN:
        Expected(line)  # a mistake in writing raises


def test_open_lines_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """What the reader is known to get wrong: counted and printed, never enforced; each must be readable at all."""
    right, all = Counter[str](), Counter[str]()
    for line in OPEN:
        all[line.phenomenon] += 1
        right[line.phenomenon] += not problems(line, read(line))
    with capsys.disabled():
        told = ", ".join(f"{name} {right[name]}/{all[name]}" for name in sorted(all))
        print(f"\nopen sentences read rightly now: {sum(right.values())} of {sum(all.values())} ({told})")
    assert sum(all.values()) == len(OPEN)
