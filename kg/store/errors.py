"""Errors of the driver, the engine and the disk as ours: on one line, without secrets, with what to do."""

from __future__ import annotations

import contextlib
import errno
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from neo4j.exceptions import AuthError, ClientError, ConfigurationError, DriverError, Neo4jError

from kg.errors import MawqifError, QueryError, StoreError
from kg.store.credentials import clean
from kg.store.embedded import unusable
from kg.store.room import is_full

_NOT_THE_QUERY: Final = (
    "Neo.ClientError.Security.",
    "Neo.ClientError.Database.",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
"""What the beginning of an error's code tells that no other text of the query would help."""


def _tls(error: BaseException | None) -> ssl.SSLError | None:
    """What TLS said against a connection that failed."""
    while error is not None and not isinstance(error, ssl.SSLError):
        error = error.__cause__ or error.__context__
    return error


@contextlib.contextmanager
def translated(where: str, path: Path | None = None) -> Iterator[None]:
    """Errors of driver and engine as ours, on one line and without secrets."""
    try:
        yield
    except MawqifError:
        raise
    except AuthError as error:
        raise StoreError(f"{where} refused the user or the password: set NEO4J_USER and NEO4J_PASSWORD") from error
    except ClientError as error:
        if path and is_full(path):
            raise unusable(path, OSError(errno.ENOSPC, "full")) from error
        if (error.code or "").startswith(_NOT_THE_QUERY):
            raise StoreError(f"{where} does not let us in: {clean(error.message)[:300]}") from error
        raise QueryError(f"the database refused the query: {clean(error.message)[:400]}") from error
    except ConfigurationError as error:
        raise StoreError(f"{where}: {clean(error)[:300]}") from error
    except (Neo4jError, DriverError) as error:
        if path and is_full(path):
            raise unusable(path, OSError(errno.ENOSPC, "full")) from error
        if unsigned := _tls(error):
            raise StoreError(
                f"{where}: no encrypted connection ({clean(unsigned)[:200]}); for a server whose certificate you made "
                "yourself use neo4j+ssc:// or bolt+ssc://, for one without encryption bolt://"
            ) from error
        reason = clean(getattr(error, "message", None) or error)[:300]
        raise StoreError(
            f"{where} does not answer ({reason}): see that it runs, then do the same again; what was stored is kept"
        ) from error
    except OSError as error:
        raise (unusable(path, error) if path else StoreError(f"{where}: {clean(error)[:300]}")) from error
