"""What can go wrong that a caller can act on.

    MawqifError
      PageError      a page cannot be read: it is named, the others go on
      LexiconError   an entry of the lexicon is broken: file and line are named
      StoreError     the database is unreachable, refused, locked, of another version
      QueryError     unknown query, missing or ill-typed parameter, refused Cypher
      ExportError    the output cannot be written

No message holds a password, and none needs a traceback to be understood.
"""

from __future__ import annotations


class MawqifError(Exception):
    """Base of all; `str()` is one line that says what to do next."""


class PageError(MawqifError):
    def __init__(self, page: str, why: str) -> None:
        super().__init__(f"{page}: {why}")
        self.page, self.why = page, why

    def __reduce__(self) -> tuple[type[PageError], tuple[str, str]]:
        # Copied and pickled by its two arguments, not by the line made of them.
        return type(self), (self.page, self.why)


class LexiconError(MawqifError):
    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}:{line}: {why}")
        self.file, self.line, self.why = file, line, why


class StoreError(MawqifError):
    pass


class QueryError(MawqifError):
    pass


class ExportError(MawqifError):
    pass
