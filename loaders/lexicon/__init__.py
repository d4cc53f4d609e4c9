"""The words that the readers know, as data files that an analyst can edit, and the tables built from them."""

from loaders.lexicon.info import Info
from loaders.lexicon.load import Lexicon, lexicon

__all__ = ["Info", "Lexicon", "lexicon"]
