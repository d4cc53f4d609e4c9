"""The checks of `tools/verify.py`: each a sentence that must be true, and a function that finds out."""

from __future__ import annotations

import importlib
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tools.checks.place import Place

_MODULES: Final = (
    "house", "asking", "marks", "reading", "repeating", "inputs", "places", "corpus", "servers", "speed", "security",
)  # fmt: skip


class Missing(Exception):
    """What the check needs is not on this machine."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`figure` is what was found, beside what is asked for; `passed` None when it could not be tried."""

    passed: bool | None
    figure: str
    command: str = ""

    @property
    def verdict(self) -> str:
        return "skip" if self.passed is None else "pass" if self.passed else "FAIL"


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    issue: int
    sentence: str
    run: Callable[[Place], Outcome]
    slow: bool = False

    def judge(self, place: Place) -> Outcome:
        """The outcome; whatever goes wrong on the way is one too."""
        try:
            return self.run(place)
        except Missing as error:
            return Outcome(None, str(error))
        except subprocess.TimeoutExpired as error:
            return Outcome(False, f"not done after {error.timeout:g} s", " ".join(map(str, error.cmd))[:200])
        except Exception as error:
            return Outcome(False, " ".join(f"{type(error).__name__}: {error}".split())[:300])


ALL: Final[list[Check]] = []


def add(name: str, issue: int, sentence: str, run: Callable[[Place], Outcome], *, slow: bool = False) -> None:
    assert all(check.name != name for check in ALL), name
    ALL.append(Check(name, issue, sentence, run, slow))


def check(
    name: str, issue: int, sentence: str, *, slow: bool = False
) -> Callable[[Callable[[Place], Outcome]], Callable[[Place], Outcome]]:
    """Makes a function a check. `slow` ones are left out by --fast."""

    def register(run: Callable[[Place], Outcome]) -> Callable[[Place], Outcome]:
        add(name, issue, sentence, run, slow=slow)
        return run

    return register


def load_all() -> None:
    for module in _MODULES:
        importlib.import_module(f"tools.checks.{module}")
