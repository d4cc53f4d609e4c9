"""Bytes to text: UTF-8, UTF-16 with its mark, and Windows-1256 where it is certainly that."""

from __future__ import annotations

import codecs
import re
import unicodedata

_FREQUENT = frozenset(
    ("في", "من", "على", "إلى", "الى", "عن", "أن", "ان", "إن", "التي", "الذي", "مع", "هذا", "هذه", "بعد", "قال", "كان")
)
"""Words that any Arabic text of some length holds; read with another 8-bit table they come out as something else."""
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")


def decode(data: bytes) -> str:
    """The text of a file, with line ends as LF and presentation forms as plain letters.

    Raises ValueError with a reason for the user when it is binary or in an encoding that is not certain.
    """
    if data.startswith(codecs.BOM_UTF8):
        return clean(_strict(data[3:], "utf-8"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return clean(_strict(data, "utf-16"))
    if b"\x00" in data:
        raise ValueError("binary, not text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        legacy = data.decode("cp1256")  # never fails: all 256 bytes have a meaning
        if _is_arabic(legacy):
            return clean(legacy)
        if len(_CONTROLS.findall(legacy)) > len(legacy) / 100:
            raise ValueError("binary, not text") from None
        raise ValueError(
            f"neither UTF-8 (byte {error.start}) nor Windows-1256: save it as UTF-8 and load it again"
        ) from None
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        raise ValueError("binary, not text")
    return clean(text)


def clean(text: str) -> str:
    """Line ends as LF; presentation forms (ﻻ) as the letters that they show; lone surrogates and NUL as U+FFFD."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _FORMS.search(text):
        text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    if not text.isascii():
        text = re.sub("[\ud800-\udfff\x00]", "\ufffd", text)
    return text.replace("\ufeff", "")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"marked as {encoding.upper()}, but byte {error.start} is not: a broken file?") from None


def _is_arabic(text: str) -> bool:
    letters = [c for c in _LETTER.findall(text) if ord(c) > 127]
    if not letters or len(_ARABIC.findall(text)) < 0.95 * len(letters):
        return False
    words = re.findall(r"\w+", text)
    frequent = sum(word in _FREQUENT for word in words)
    return frequent >= 1 if len(words) < 40 else frequent >= len(words) / 50
