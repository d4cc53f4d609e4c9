"""The newest (or oldest) rows about an actor of whom very many are told, by an index that has them in order.

A canned query walks all edges of its type at the actor, puts them in order and keeps as many as are asked for: fine for
hundreds and thousands, but a great power has hundreds of thousands. Neo4j can read Claims of one actor and one type in
the order of their days, and stop when it has enough; the embedded engine cannot, and relations have no such index on
either. So a query may name in its head, `hub: TYPE one way`, how it is asked so (the ways are in _hubs.txt; `subject=`
and `object=` name its parameters where they are called otherwise). What chooses and tells is the query's own text.

Claims without any day are not in that index. They come last in every order: the answer is taken only where dated ones
fill the limit. Where they do not, or few are told of the actor, the query is asked as it stands.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from textwrap import indent
from typing import Final

TELL: Final = "// tell"
_WAY: Final = re.compile(r"\[([a-z ]+)\]\n(.*?)\n*(?=\n\[|\Z)", re.DOTALL)
_KEEP: Final = re.compile(r"^ *WITH s, r, o, (\(\$since.*?)(?=^// tell|^ *RETURN)", re.DOTALL | re.MULTILINE)
_SAID: Final = re.compile(r"^  UNION ALL\n  WITH \$actor AS ids\n.*?, s, null AS o$", re.DOTALL | re.MULTILINE)


@cache
def ways() -> dict[str, str]:
    text = (files(__package__ or "queries") / "_hubs.txt").read_text(encoding="utf-8")
    return {found[1]: found[2] for found in _WAY.finditer(text)}


def by_index(cypher: str, told: str) -> str:
    """The query `cypher` asked by index: `told` is what its head says after `hub: `.

    Raises ValueError for a way that is not in _hubs.txt, or a query that does not choose as the others do.
    """
    words = told.split()
    names = dict(word.split("=") for word in words if "=" in word)
    kind, way = words[0], " ".join(word for word in words[1:] if "=" not in word)
    keep = _KEEP.search(cypher)
    if way not in ways() or keep is None:
        raise ValueError(f"hub: {told}: there is no such way, or the query has nothing to keep")
    text = ways()[way]
    carried = "r, id, kind" if way == "timeline" else "r, id"
    text = re.sub(
        "^( *)// keep$",
        lambda found: indent(f"WITH {carried}, {keep[1].rstrip()}", found[1]),
        text,
        flags=re.MULTILINE,
    )
    if said := _SAID.search(cypher):
        text = text.replace("  // said", said[0].replace("s, null AS o", "s.id AS subject, null AS object"))
    for name in ("subject", "object"):
        text = text.replace(f"${name}", f"${names.get(name, name)}")
    return text.replace("TYPE", kind) + f"\n{TELL}" + cypher.partition(TELL)[2]
