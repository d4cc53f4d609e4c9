"""What a query given by a user may not contain, whatever rights its connection has.

READ access does not keep `LOAD CSV FROM 'file:///…'` from reading files of the server's machine, and on the embedded
engine it keeps nothing. So the text is read word by word, with comments, strings and quoted names taken out, and is
refused when a word of it writes, administers, loads or calls what is not on the list.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.errors import QueryError

PROCEDURES: Final = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys", "db.index.fulltext.querynodes"})
"""What CALL may name, in lower case; and everything in `db.schema.`."""
_PREFIX: Final = "db.schema."

# Words that write, load, choose a database or administer, wherever they stand as words of the language: not after `.`,
# `:` or `$`, not as the key of a map, not in backticks. No place after AS is free, since AS may itself be a variable.
_REFUSED: Final = frozenset(
    {
        "create", "merge", "set", "delete", "detach", "remove", "foreach", "insert", "load", "use", "transactions",
        "drop", "alter", "grant", "deny", "revoke", "rename", "enable", "dryrun", "deallocate", "reallocate",
    }
)  # fmt: skip
# Commands that can only begin a statement; elsewhere the words are names that queries are full of (`start`).
_FIRST: Final = frozenset({"show", "terminate", "start", "stop", "cypher"})
_BEFORE_FIRST: Final = frozenset({"explain", "profile"})

_TOKEN: Final = re.compile(
    r"""
      (?P<space> \s+ | //[^\n\r]* | /\*.*?\*/ )
    | (?P<string> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
    | (?P<name> `(?:[^`]|``)*` )
    | (?P<word> [^\W\d]\w* )
    | (?P<number> \d[\w.]* )
    | (?P<open> ['"`] | /\* )
    | (?P<sign> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u+([0-9a-fA-F]{4})")


@lru_cache(maxsize=1024)
def guard(text: str) -> None:
    """Returns when `text` only reads.

    Raises:
        QueryError: it does more, or has a string, name or comment without an end.
    """
    # Cypher reads \uXXXX before all else: a word may be spelled with it.
    tokens = _tokens(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
    first = True
    for at, (kind, word) in enumerate(tokens):
        if kind == "word":
            before = tokens[at - 1][1] if at else ""
            after = tokens[at + 1][1] if at + 1 < len(tokens) else ""
            named = before in (".", ":", "$") or (before in ("{", ",") and after == ":")
            if word == "call":
                _procedure(tokens, at + 1)
            elif (word in _REFUSED and not named) or (first and word in _FIRST):
                raise QueryError(f"{word.upper()} is refused: a query may only read")
        first = word == ";" or (first and word in _BEFORE_FIRST)


def _tokens(text: str) -> list[tuple[str, str]]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "open":
            what = {"'": "a string", '"': "a string", "`": "a quoted name"}.get(match[0], "a comment")
            raise QueryError(f"{what} in the query has no end")
        if kind != "space":
            # A quoted name may be a procedure's; a string says nothing.
            value = match[0].casefold() if kind in ("word", "sign", "number") else ""
            found.append((kind, match[0][1:-1].casefold() if kind == "name" else value))
    return found


def _procedure(tokens: list[tuple[str, str]], at: int) -> None:
    """What follows CALL: a subquery, `(x) { … }`, or the name of a procedure that is on the list."""
    if at < len(tokens) and tokens[at][1] in ("{", "("):
        return
    name = ""
    while at < len(tokens) and (tokens[at][0] in ("word", "name") or tokens[at][1] == "."):
        name += tokens[at][1]
        at += 1
        if at < len(tokens) and tokens[at - 1][1] != "." and tokens[at][1] != ".":
            break
    if name not in PROCEDURES and not name.startswith(_PREFIX):
        raise QueryError(
            f"CALL {name or '?'} is refused: only {', '.join(sorted(PROCEDURES))} and {_PREFIX}* may be called"
        )
