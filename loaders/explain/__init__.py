"""How a page was read, for people: its text with mentions, statements and relations marked in place, and who said so.

What is shown is what an Extraction holds and nothing else, so that what `kg explain` shows is what `kg load` stores.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Extraction

__all__ = ["render"]


def render(extractions: Sequence[Extraction], html: bool = False, *, colour: bool = False) -> str:
    """The articles of a page with all that was read in them: lines for a terminal, or a whole HTML page.

    `colour` colours the lines with ANSI sequences; the HTML page always has its colours. Text of the page is made
    inert on both ways: nothing in it steers the terminal, turns the direction of writing, or is markup.
    """
    if html:
        from loaders.explain import page

        return page.render(extractions)
    from loaders.explain import lines

    return lines.render(extractions, colour)
