"""`open_store`: what an address or a path means, and who signs in there."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from kg.errors import StoreError
from kg.store.credentials import Auth, Prompt, find_auth, split_uri
from kg.store.embedded import DATABASE, Embedded, connection
from kg.store.errors import translated
from kg.store.store import GraphStore, Mode

SCHEMES: Final = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def open_store(
    uri: str | None = None,
    *,
    path: str | Path = "mawqif.db",
    auth: Auth | None = None,
    database: str | None = None,
    mode: Mode = "write",
    wait: float = 0,
    prompt: Prompt | None = None,
) -> GraphStore:
    """Opens a graph.

    Args:
        uri: None for the embedded engine in `path`; a server's `bolt://…`, `neo4j+s://…`; else a path, or `file:PATH`.
        auth: user and password; else of the environment, a keyring or `prompt` (the address may name the user).
        database: its name on the server; None for the server's default.
        mode: `read` changes nothing, and reads from the process that holds an embedded store, if one does.
        wait: seconds to wait for another process to let an embedded store go.

    Raises:
        StoreError: unreachable, refused, held, of a newer schema, or no store.
    """
    if uri is None or "://" not in uri:
        place = Path(uri.removeprefix("file:") if uri else path).expanduser()
        return _open_embedded(place, mode, wait)
    bare, user = split_uri(uri)
    scheme = bare.split("://")[0]
    if scheme == "file":
        return _open_embedded(Path(bare.removeprefix("file://")), mode, wait)
    if scheme not in SCHEMES:
        raise StoreError(f"{bare}: no such kind of address; a server's begins with {', '.join(SCHEMES)}")
    known = auth or find_auth(bare, user, prompt=prompt)
    return GraphStore(bare, writer=known, reader=known, database=database, mode=mode)


def _open_embedded(path: Path, mode: Mode, wait: float) -> GraphStore:
    if mode == "read":
        with translated(str(path)):
            found = connection(path, wait)
        if found:
            uri, reader = found
            return GraphStore(uri, writer=None, reader=reader, database=DATABASE, mode=mode, place=path)
        if not path.exists():
            raise StoreError(f"there is no graph at {path}: `kg load` makes one, --store names another")
    engine = Embedded(path, wait=wait)
    try:
        return GraphStore(
            engine.uri,
            writer=engine.writer,
            reader=engine.reader,
            database=DATABASE,
            mode=mode,
            place=path,
            engine=engine,
        )
    except BaseException:
        engine.stop()
        raise
