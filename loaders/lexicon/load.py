"""The lexicon in memory, built once a process: what each spelling may be, and the longest listed phrase at a word."""

from __future__ import annotations

import gc
from functools import lru_cache
from typing import Any

from loaders.lexicon.entities import Entity
from loaders.lexicon.info import Info, Infos
from loaders.lexicon.trie import END, Node
from loaders.lexicon.vocabulary import Vocabulary

_WITHIN = frozenset("«»“”„‟\"'‘’_#)-–")
"""What may stand between two words of a name."""
_ROUND = 20_000
"""Objects made and kept, before the garbage collector looks for rings among them (Python's own: 700)."""


class Lexicon(Vocabulary):
    """The vocabulary, asked about the words of a text."""

    def __init__(self) -> None:
        super().__init__()
        self._infos = Infos(self)

    def infos(self, texts: list[str]) -> list[Info]:
        """What is said of each token: worked out once a spelling, then looked up."""
        if len(self._infos) > 300_000:
            self._infos.clear()
        return list(map(self._infos.__getitem__, texts))

    def phrase(self, root: Node, infos: list[Info], i: int, n: int) -> tuple[int, str, list[Any]] | None:
        """The longest entry of a title or head trie at token i: (end, lead, entries)."""
        best: tuple[int, str, list[Any]] | None = None
        for lead, form in infos[i].word.splits:
            node, j = root.get(form), i + 1
            while node is not None:
                found = node.get(END)
                if found is not None and (best is None or j > best[0]):
                    best = (j, lead, found)
                node = node.get(infos[j].word.fold) if j < n else None
                j += 1
        return best

    def match(self, infos: list[Info], texts: list[str], i: int, n: int) -> tuple[int, str, list[Entity]] | None:
        """The longest listed name that begins at token i: (end, lead clitics, its bearers), or None."""
        best: tuple[int, str, list[Entity]] | None = None
        for lead, form, start in infos[i].names:
            node, j = start, i + 1
            while True:
                found = node.get(END)
                if found is not None and (best is None or j > best[0]):
                    if (
                        lead
                        and j == i + 1
                        and (
                            len(form) < 3
                            or infos[i].titles
                            or (
                                form not in self.strong
                                and (infos[i].verbs or (form in self.ordinary and infos[i].ordinary))
                            )
                            or (form == "حماس" and lead[-1] == "ب")
                        )
                    ):
                        pass  # a clitic read off an ordinary word (بحماس, لفتح): not a name
                    else:
                        best = (j, lead, found)
                if found is not None and len(node) == 1:
                    break  # no longer name goes on from here
                k = j
                while k < n and k - j < 2 and texts[k] in _WITHIN:
                    k += 1
                if k + 1 < n and texts[k] == "." and len(texts[k - 1]) <= 3 >= len(texts[k + 1]):
                    k += 1  # سي.إن.إن
                if k >= n:
                    break
                form_ = infos[k].word.fold
                nxt = node.get(form_)
                if nxt is None:
                    # علي الخامنئي, علي خامنئي: the article comes and goes
                    nxt = node.get(form_[2:] if form_.startswith("ال") else "ال" + form_)
                    if nxt is None or not any(e.type == "person" for e in nxt.get(END, ())):
                        break
                node, j = nxt, k + 1
        return best


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of this process.

    Its million small objects live as long as the process: they are taken out of the garbage collector's rounds, which
    would else walk them again and again while pages are read (a third of the time). A page leaves no rings of objects
    behind, so those rounds are also made rare (another tenth).
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        made = Lexicon()
    finally:
        if collected:
            gc.enable()
    gc.freeze()
    first, *others = gc.get_threshold()
    if first:
        gc.set_threshold(max(first, _ROUND), *others)
    return made
