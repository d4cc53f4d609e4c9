"""Readers for tests of loaders.jobs: other processes import them by name."""

from __future__ import annotations

import os
import time

from kg.errors import LexiconError, PageError
from kg.model import Article, Extraction, Page


def plain(page: Page) -> list[Extraction]:
    """One article with the page's text; what the text says first may make it go wrong."""
    word = page.text.split()[0]
    if word == "raise":
        raise ValueError("two\nlines")
    if word == "refuse":
        raise PageError(page.path, "not wanted")
    if word == "lexicon":
        raise LexiconError("frames.tsv", 7, "2 fields, the header has 8")
    if word == "die":
        os._exit(7)
    if word == "hang":
        time.sleep(60)
    if word == "slow":
        time.sleep(0.2)
    article = Article(id=f"article/{page.stem}", segment="main", title=str(os.getpid()), text=page.text)
    return [Extraction(page=page.stem, article=article)]


def large(page: Page) -> list[Extraction]:
    """Keeps 300 MB from the first page on."""
    _kept.append(bytearray(os.urandom(1) * (300 << 20)))
    return plain(page)


_kept: list[bytearray] = []
