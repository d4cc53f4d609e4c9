"""Phrases by their folded words: a tree of words in which the longest entry is found in one walk."""

from __future__ import annotations

from typing import Any

from kg.model import fold
from loaders.text import TOKEN

Node = dict[str, Any]
"""The nodes below by word, and under END what ends here."""
END = "\0"
"""Key of a node's entries."""


def put(root: Node, phrase: str, entry: Any) -> None:
    """Add an entry under a phrase, once."""
    node = root
    words = [w for w in (fold(t) for t in TOKEN.findall(phrase)) if w]
    for w in words:
        node = node.setdefault(w, {})
    if words:
        found = node.setdefault(END, [])
        if entry not in found:
            found.append(entry)
