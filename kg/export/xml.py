"""What GEXF and GraphML share: streaming XML without a character that XML forbids, and lists as text."""

from __future__ import annotations

import json
import re
from typing import Any

# C0 but tab, line feed and carriage return; lone surrogates; the two non-characters.
# Gephi refuses a whole file for one of them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x1f\x7f\u2028\u2029]+")


def clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def as_list(values: list[Any]) -> str:
    """A list as JSON text on one line, which Gephi reads back exactly as a list of strings."""
    return json.dumps([_CONTROL.sub(" ", clean(str(value))) for value in values], ensure_ascii=False)


def as_text(value: Any) -> str:
    """Any property as an attribute's value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return as_list(value)
    return clean(str(value))
