"""A page in, Extractions out: pure, deterministic, offline; knows no database."""

from __future__ import annotations

from kg.model import Extraction, Page, Run

VERSION = "1"


def extract(page: Page) -> list[Extraction]:
    """One Extraction an article of the page, in the order of its segments."""
    from loaders.reader import read
    from loaders.segments import split

    return [read(page.stem, article) for article in split(page)]


def run() -> Run:
    """Who reads: the rules, their version, the digest of the lexicons."""
    from loaders.lexicon.tables import lexicon_digest

    return Run(reader="rules", version=VERSION, lexicon=lexicon_digest())
