"""What leaves the program is inert and comes back the same."""

from __future__ import annotations

import json

import pytest

from kg.cli.output import inert, json_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("محمد باقري", "محمد باقري"),
        ("a\nb\t\tc\r\nd", "a b c d"),
        ("\x1b[31mred\x1b[0m", "\\u001b[31mred\\u001b[0m"),
        ("a\x9bb", "a\\u009bb"),
        ("\u202eabc\u202c", "\\u202eabc\\u202c"),
        ("\u2066a\u2069\u200f\u061c", "\\u2066a\\u2069\\u200f\\u061c"),
        ("م\u200cر", "م\u200cر"),
    ],
)
def test_inert(text: str, shown: str) -> None:
    assert inert(text) == shown


@pytest.mark.parametrize("text", ["إيران", "\x1b\x9b\x7f", "\u202e\u2028", 'a"b\\', "\n", "😀", "\ud800"])
def test_json_comes_back_and_steers_nothing(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert "\n" not in line
    assert all(ord(letter) >= 32 and not 0x7F <= ord(letter) < 0xA0 for letter in line)
