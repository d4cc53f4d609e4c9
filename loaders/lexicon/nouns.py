"""Titles and head nouns (`titles.tsv`, `heads.tsv`, `org_heads.tsv`), in all forms that news write them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from kg.model import fold
from loaders.lexicon.tables import HERE, read
from loaders.lexicon.trie import Node, put


@dataclass(slots=True, frozen=True)
class Title:
    head: str
    """folded masculine singular"""
    kind: str
    """office, rank, honorific, role, kin"""
    takes: str
    gender: str
    number: str
    definite: bool


@dataclass(slots=True, frozen=True)
class Head:
    kind: str
    """country body place direction outlet agreement event, or org: with `type`"""
    type: str
    gender: str
    form: str
    """folded, without ال"""
    alone: bool
    """with the article and nothing else it may refer back to one that was named"""
    definite: bool


def _both(root: Node, form: str, make: Callable[[bool], Any]) -> None:
    """Put an entry under its form as it is and with the article on each word; make: of whether it is definite."""
    put(root, form, make(form.startswith("ال")))
    if not form.startswith("ال"):
        put(root, "ال" + form.replace(" ", " ال"), make(True))
    if any(word.startswith(("بال", "بأ")) for word in form.split()[1:]):
        put(root, "ال" + form, make(True))  # القائم بالأعمال


def titles() -> Node:
    """The titles, by their words."""
    root: Node = {}
    for row in read(HERE / "titles.tsv", ("form", "feminine", "plural", "kind", "takes")):
        head, kind = fold(row["form"]), row["kind"]
        for column, gender, number in (("form", "m", "s"), ("feminine", "f", "s"), ("plural", "m", "p")):
            for form in row.many(column):
                if form == "-":
                    continue
                make = partial(Title, head, kind, row["takes"], gender, number)
                _both(root, form, make)
                if kind == "rank" and " " in form:
                    put(root, "ال" + form, make(True))  # الفريق أول, العميد ركن
                if number == "s" and gender == "m" and kind == "office":
                    _accusative(root, form, make)
                if number == "s" and kind in ("office", "role") and " " not in form:
                    _dual(root, form, partial(Title, head, kind, row["takes"], gender, "d"))
                if kind == "office" and " " in form and " ال" not in form:
                    first, _, rest = form.rpartition(" ")
                    put(root, f"{first} ال{rest}", make(True))  # وزير الدولة
    return root


def _accusative(root: Node, form: str, make: Callable[[bool], Title]) -> None:
    """عُيّن وزيرا, أمينا عاما: the adjective agrees, a noun behind does not."""
    if form.endswith(("ا", "ة", "ي")):
        return
    first, _, rest = form.partition(" ")
    behind = f" {rest}ا" if rest in ("عام", "أول", "خاص", "تنفيذي") else f" {rest}" if rest else ""
    put(root, first + "ا" + behind, make(False))


def _dual(root: Node, form: str, make: Callable[[bool], Title]) -> None:
    """وزيران, وزيرتين: unless another title is written so."""
    stem = form[:-1] + "ت" if form.endswith("ة") else form
    for end in ("ان", "ين"):
        if fold(stem + end) not in root:
            _both(root, stem + end, make)


_KINDS = {"place": "place", "country": "country", "event": "event", "none": "none"}
"""By the type that org_heads.tsv tells; of any other it is org."""


def heads() -> Node:
    """The head nouns, by their words."""
    root: Node = {}
    for row in read(HERE / "heads.tsv", ("class", "gender", "forms")):
        for form in row.many("forms"):
            make = partial(Head, row["class"], "", row["gender"], fold(form), False)
            _both(root, form, make)
            if " " not in form and not form.endswith(("ة", "ين", "ون", "ات", "ان", "ا")):
                put(root, form + "ا", make(False))  # وفدا
    for row in read(HERE / "org_heads.tsv", ("form", "type")):
        form, alone = row["form"], row.get("definite_alone") == "yes"
        kind = _KINDS.get(row["type"], "org")
        _both(root, form, partial(Head, kind, row["type"], "", fold(form), alone))
    return root
