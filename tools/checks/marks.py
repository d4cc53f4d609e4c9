"""How good the reading is: the marks of the issues, on the annotated pages that lie beside the project.

The marks are for pages that nobody here sees; on `gold/real` and `gold/dev` they say whether they could be reached.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Final

from bench.reading import Told
from tools import readers
from tools.checks import Missing, Outcome, add, check
from tools.checks.place import Place

# name, its words, where it stands in `kg evaluate --json`, marks on gold/real and gold/dev (as on written pages)
_MARKS: Final = (
    ("actors", "actors F1", ("actors", "f1"), 0.80, 0.86),
    ("actor-type", "actor type accuracy", ("actor_type", "accuracy"), 0.93, 0.93),
    ("events", "events F1", ("events", "f1"), 0.48, 0.55),
    ("events-precision", "events precision", ("events", "p"), 0.70, 0.70),
    ("relations", "relations F1 in all", ("relations", "f1"), 0.58, 0.65),
    ("statements", "statements F1", ("statements", "f1"), 0.78, 0.80),
    ("status", "status accuracy", ("relation_status", "accuracy"), 0.95, 0.95),
    ("date", "date accuracy", ("relation_date", "accuracy"), 0.85, 0.85),
    ("denied", "denied F1", ("denied", "f1"), None, 0.60),
    ("planned", "planned F1", ("planned", "f1"), 0.55, 0.60),
    ("evidence", "evidence holds the annotated sentence", ("relation_evidence", "accuracy"), 0.85, 0.85),
    ("undated", "undated left undated", ("relation_undated", "accuracy"), 0.85, 0.85),
    ("about", "about F1", ("about", "f1"), 0.55, 0.55),
)
_FIRST: Final = (("actors", 0.88), ("events", 0.60), ("statements", 0.80))


@lru_cache
def _scores(place: Place, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(place.kg("evaluate", place.gold(name), "--json").right().out)
    return found


def _mark(gold: str, issue: int, name: str, words: str, key: tuple[str, str], least: float) -> None:
    def run(place: Place) -> Outcome:
        one = _scores(place, gold)[key[0]]
        value = one[key[1]]
        of = f"of {one['of']}" if "of" in one else f"{one['tp']} right, {one['fp']} too many, {one['fn']} missed"
        return Outcome(value >= least, f"{value:.3f} (≥ {least:.2f}), {of}", f"kg evaluate ../shared/gold/{gold}")

    add(f"mark-{gold}-{name}", issue, f"gold/{gold}: {words} ≥ {least:.2f}", run)


for _name, _least in _FIRST:
    _mark("seeds", 4, _name, f"{_name} F1", (_name, "f1"), _least)
for _name, _words, _key, _real, _written in _MARKS:
    if _real is not None:
        _mark("real", 5, _name, _words, _key, _real)
for _name, _words, _key, _real, _written in _MARKS:
    _mark("dev", 5, _name, _words, _key, _written)


@check("score-equal", 4, "`kg evaluate --json` and score.py give the same figures, on 50 corrupted extractions too")
def score_equal(place: Place) -> Outcome:
    env = {"MAWQIF_REQUIRE": "gold"}
    place.gold("seeds")
    done = place.do([place.python, "-m", "pytest", "-q", "tests/evaluate"], told="pytest tests/evaluate", env=env)
    last = "equal" if done.code == 0 else (done.out.strip().splitlines() or [""])[-1]
    return Outcome(done.code == 0, last[:150], done.command)


@check("speed", 5, "300 pages/s on one core, of pages of the corpus")
def speed(place: Place) -> Outcome:
    return _speed(readers.told(place.python, [place.sample(1000, "speed")], 1, 1000, place.root))


@check("speed-fast", 5, "`make fast`: the same reader compiled, 300 pages/s on one core, and the same bytes")
def speed_fast(place: Place) -> Outcome:
    if not readers.READY.exists():
        raise Missing("there is no .venv-fast (make fast)")
    ours, fast = (
        readers.told(python, [place.sample(1000, "speed")], 1, 1000, place.root)
        for python in (place.python, readers.FAST)
    )
    if ours.source != fast.source:
        raise Missing(".venv-fast was made of other sources (make fast)")
    outcome = _speed(fast)
    same = ours.digest == fast.digest
    figure = f"{outcome.figure}; {'the same' if same else 'OTHER'} bytes; {ours.pages / ours.cpu:.0f} interpreted"
    return Outcome(bool(outcome.passed) and same and fast.compiled, figure, outcome.command)


def _speed(one: Told) -> Outcome:
    figure = f"{one.pages / one.cpu:.0f} pages/s of processor (≥ 300), {one.pages / one.clock:.0f} by the clock here"
    kind = "compiled" if one.compiled else "interpreted"
    return Outcome(
        one.pages / one.cpu >= 300, f"{kind}: {figure}", "python -m bench reading news-2018.jsonl.gz --step 17"
    )
