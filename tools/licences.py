"""Prints every package that comes with mawqif, with its licence, and fails on one that we may not build on.

    python -m tools.licences

Runtime dependencies, with theirs, must be permissive or file-level copyleft (MPL). What only an extra brings may be
LGPL too. Of "A OR B" one acceptable choice is enough. What a package says of itself is read from its metadata: an
SPDX expression, else the classifiers, else the licence field.
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement

PROJECT = "mawqif"
EXTRAS = ("keyring", "jvm")

FREE = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0",
    "MPL-1.1", "MPL-2.0", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib",
}  # fmt: skip
WEAK = {"LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"}
"""For extras only: nobody who does not ask for them gets them."""

SPOKEN = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd license": "BSD",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the bsd 2-clause license": "BSD-2-Clause",
}


def licence(found: Distribution) -> str:
    """What the package says of itself, as an SPDX expression where it can be read so."""
    told = found.metadata.json
    if expression := told.get("license_expression"):
        return str(expression)
    classifiers = [c.rsplit(" :: ", 1)[1] for c in told.get("classifier", []) if c.startswith("License :: ")]
    # Several classifiers: the package does not say whether one may choose, so all of them must do.
    names = classifiers or [str(told.get("license") or "unknown").strip().splitlines()[0]]
    return " AND ".join(SPOKEN.get(name.lower(), name) for name in names)


def acceptable(expression: str, allowed: set[str]) -> bool:
    """Whether an SPDX expression can be met with the `allowed` licences."""
    words = re.findall(r"[()]|[^\s()]+", expression)
    if not words:
        return False
    value, rest = _either(words, allowed)
    return value and not rest


def _either(words: list[str], allowed: set[str]) -> tuple[bool, list[str]]:
    value, words = _both(words, allowed)
    while words and words[0] == "OR":
        other, words = _both(words[1:], allowed)
        value = value or other
    return value, words


def _both(words: list[str], allowed: set[str]) -> tuple[bool, list[str]]:
    value, words = _one(words, allowed)
    while words and words[0] == "AND":
        other, words = _one(words[1:], allowed)
        value = value and other
    return value, words


def _one(words: list[str], allowed: set[str]) -> tuple[bool, list[str]]:
    if words[:1] == ["("]:
        value, words = _either(words[1:], allowed)
        return value and words[:1] == [")"], words[1:]
    if words[1:2] == ["WITH"]:
        return words[0] in allowed, words[3:]
    return bool(words) and words[0] in allowed, words[1:]


def brought_by(name: str, extra: str = "") -> dict[str, Distribution | None]:
    """The packages that `name` brings, itself left out, by their normalised names; None for one not installed here."""
    found: dict[str, Distribution | None] = {}
    waiting = [(name, {extra})]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        package, extras = waiting.pop()
        for line in distribution(package).requires or []:
            need = Requirement(line)
            if need.marker and not any(need.marker.evaluate({"extra": each}) for each in extras):
                continue
            key = re.sub(r"[-_.]+", "-", need.name).lower()
            step = (key, frozenset(need.extras))
            if step in seen:
                continue
            seen.add(step)
            try:
                found[key] = distribution(need.name)
            except PackageNotFoundError:
                found[key] = None
                continue
            waiting.append((need.name, set(need.extras) | {""}))
    return found


def main() -> int:
    wrong = []
    runtime = brought_by(PROJECT)
    groups = {"": runtime}
    for extra in EXTRAS:
        groups[extra] = {k: v for k, v in brought_by(PROJECT, extra).items() if k not in runtime}
    for extra, group in groups.items():
        print(f"{PROJECT}[{extra}]" if extra else PROJECT)
        for key, found in sorted(group.items()):
            if found is None:
                print(f"  {key:24} not installed here")
                # Of an extra that is not installed nothing can be told; of the rest something is missing.
                if not extra:
                    wrong.append(f"{key} (not installed)")
                continue
            told = licence(found)
            good = acceptable(told, FREE | WEAK if extra else FREE)
            print(f"  {key:24} {found.version:18} {told}{'' if good else '   <- not acceptable'}")
            if not good:
                wrong.append(f"{key} ({told})")
    if wrong:
        print("not acceptable: " + ", ".join(wrong), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
