"""What a word's letters tell, whichever of its faster ways it takes."""

from __future__ import annotations

import pytest

from kg.model import _FOLDED, _LETTER_MARKS, _MARKS, _WORDS, fold
from loaders.text import Word, tokens, with_proclitics


def _letter_by_letter(text: str) -> str:
    return " ".join(_WORDS(_MARKS.sub("", text).translate(_FOLDED).casefold()))


@pytest.mark.parametrize("before", ["", "كلمة أخرى " * 10], ids=["a word", "a text"])
def test_every_character_folds_alike_in_a_word_and_in_a_text(before: str) -> None:
    for number in range(0x1F000):
        if not 0xD800 <= number <= 0xDFFF:
            text = f"{before}إ{chr(number)}ة"
            assert fold(text) == _letter_by_letter(text), hex(number)


def test_marks_that_count_as_letters() -> None:
    assert {c for c in map(chr, range(0x3000)) if c.isalnum() and _MARKS.match(c)} == _LETTER_MARKS


def test_tokens_stand_where_they_say() -> None:
    text = "#وصل_الوزير، «أ.ف.ب»\n \nفي 3.5 أيّام! "
    texts, starts, ends = tokens(text)
    assert texts == ["وصل", "الوزير", "،", "«", "أ.ف.ب", "»", "\n", "في", "3.5", "أيّام", "!"]
    assert [text[a:b] for a, b in zip(starts, ends, strict=True)] == [t if t != "\n" else "\n \n" for t in texts]
    assert tokens("") == ([], [], [])


@pytest.mark.parametrize("text", ["بلدات", "وبلدات", "ولبلدات", "كالبلدات", "وللبلدات", "فللبنان", "لبلدات"])
def test_every_word_off_which_proclitics_are_read_is_known_by_them(text: str) -> None:
    word = Word(text)
    assert len(word.splits) == len(word.rests)
    for rest in word.rests:
        assert word.fold in with_proclitics(frozenset((rest,)))
