"""ArcadeDB in this process, serving itself over Bolt on loopback: the store that needs no set-up.

A store is a folder:

    mawqif.json   what the folder is (its absence in a folder that is not empty: something else)
    lock          who holds it
    bolt.json     mode 600, while held: address, user and password for readers in other processes
    reserve       some megabytes for opening on a full disk
    engine/       the engine's own folder (databases, log, users: hashes of passwords that live as long as a start)
"""

from __future__ import annotations

import atexit
import base64
import contextlib
import errno
import hashlib
import importlib
import json
import os
import secrets
import shutil
import socket
import time
import weakref
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from kg.errors import StoreError
from kg.store.credentials import Auth, clean
from kg.store.lock import Lock, held, holder
from kg.store.room import is_full, let_go, set_aside

DATABASE: Final = "kg"
_MARK: Final = "mawqif.json"
_WRITER: Final = "root"
_READER: Final = "reader"
_PACKAGES: Final = {"native": ("arcadedb", "arcadedb"), "jvm": ("arcadedb-embedded", "arcadedb_embedded")}
# Passwords are random and as long as keys, so stretching them would only cost start-up time.
_ROUNDS: Final = 1000
_STARTING: Final = 3.0
"""Seconds in which a process that took a store must have started its engine."""
_LIVING: weakref.WeakSet[Embedded] = weakref.WeakSet()


class Embedded:
    """A started engine that holds `path`.

    Raises:
        StoreError: the folder is something else, cannot be written or is held; the engine cannot be loaded or started.
    """

    def __init__(self, path: Path, *, wait: float = 0) -> None:
        self.path = path.absolute()
        self._server: Any = None
        self._database: Any = None
        prepare(self.path)
        self._lock = Lock(self.path / "lock", wait)
        try:
            try:
                self._start()
            except StoreError:
                if not (is_full(self.path) and let_go(self.path)):
                    raise
                self._halt()
                self._start()
        except BaseException:
            self.stop()
            raise
        set_aside(self.path)
        _LIVING.add(self)

    def _start(self) -> None:
        engine = self.path / "engine"
        arcadedb = load(engine)
        self.writer: Auth = (_WRITER, secrets.token_urlsafe(24))
        self.reader: Auth = (_READER, secrets.token_urlsafe(24))
        try:
            shutil.rmtree(engine / "log", ignore_errors=True)
            _write_users(engine / "config", self.writer, self.reader)
            port, other = _free_ports(2)
            self._server = arcadedb.create_server(
                str(engine),
                root_password=self.writer[1],
                config={
                    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
                    "host": "127.0.0.1",
                    "bolt_host": "127.0.0.1",
                    "bolt_port": port,
                    "http_port": other,
                    # Its messages name what went wrong; `production` hides them behind the server's log.
                    "mode": "development",
                    # fdatasync at commit: what was acknowledged survives a power cut.
                    "txWalFlush": 1,
                    "maxPageRAM": 256,
                },
            )
            self._server.start()
            self._database = self._server.create_database(DATABASE)
            self.uri = f"bolt://127.0.0.1:{port}"
            told = {"uri": self.uri, "user": self.reader[0], "password": self.reader[1]}
            _write_private(self.path / "bolt.json", json.dumps(told))
        except OSError as error:
            raise unusable(self.path, error) from error
        except Exception as error:
            if is_full(self.path):
                raise unusable(self.path, OSError(errno.ENOSPC, "full")) from error
            raise StoreError(f"{self.path}: the embedded database does not start: {clean(error)[:300]}") from error

    def sql(self, text: str, **parameters: object) -> list[dict[str, Any]]:
        """Rows of a statement in the engine's own SQL: only for what its Cypher cannot say (indexes)."""
        found = self._database.command("sql", text, parameters)
        return [] if found is None else list(found.to_list())

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What `sql` does inside happens wholly or not at all."""
        with self._database.transaction():
            yield

    def stop(self) -> None:
        """Closes the database and lets the folder go. Does nothing the second time."""
        self._halt()
        with contextlib.suppress(OSError):
            (self.path / "bolt.json").unlink(missing_ok=True)
        self._lock.release()

    def _halt(self) -> None:
        server, self._server, self._database = self._server, None, None
        if server is not None:
            with contextlib.suppress(Exception):  # it may have failed to start, or be gone with a full disk
                server.stop()


@atexit.register
def _stop_all() -> None:
    for engine in list(_LIVING):
        engine.stop()


def connection(path: Path, wait: float = 0) -> tuple[str, Auth] | None:
    """Address and reading user of the process that holds the store at `path`; None when none does."""
    deadline = time.monotonic() + max(wait, _STARTING)
    while held(path / "lock"):
        try:
            value = json.loads((path / "bolt.json").read_text("utf-8"))
            return value["uri"], (value["user"], value["password"])
        except (OSError, ValueError, KeyError) as error:
            # It is just starting, or just ending.
            if time.monotonic() >= deadline:
                who = holder(path / "lock") or "another process"
                raise StoreError(f"{path} is in use by {who}, which does not answer: wait for it to end") from error
        time.sleep(0.1)
    return None


def prepare(path: Path) -> None:
    """Makes the folder of a store, or finds that `path` is one.

    Raises:
        StoreError: it is a file, a folder with other things in it, or cannot be written.
    """
    try:
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path} is a file, and no store: name another place with --store PATH")
        if path.is_dir() and not (path / _MARK).exists() and any(path.iterdir()):
            raise StoreError(
                f"{path} is a folder with other things in it, and no store: name another with --store PATH"
            )
        (path / "engine").mkdir(parents=True, exist_ok=True)
        if not (path / _MARK).exists():
            (path / _MARK).write_text('{"store": "mawqif", "format": 1}\n', encoding="utf-8")
        os.chmod(path, 0o700)
        if not os.access(path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, "not writable", str(path))
    except OSError as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: OSError) -> StoreError:
    """What an error of the file system means for a store, in one line."""
    if error.errno == errno.ENOSPC:
        return StoreError(f"{path}: the disk is full: make room and run the same command again, nothing stored is lost")
    return StoreError(f"{path} cannot be used as a store ({error.strerror or error}): name another with --store PATH")


def load(folder: Path) -> ModuleType:
    """The engine's package: the native build, or the one with a Java machine when MAWQIF_ENGINE is `jvm` or the first
    is not there. `folder` takes what the engine wants to write about itself (first start in a process only).

    Raises:
        StoreError: neither can be imported; the line names both, and the way without them.
    """
    choice = os.environ.get("MAWQIF_ENGINE", "")
    if choice not in ("", *_PACKAGES):
        raise StoreError(f"MAWQIF_ENGINE={choice} is none of {', '.join(_PACKAGES)}")
    # No log: it would stand in ./log, quote what is stored, and on a full disk print stack traces over our one line.
    quiet = folder / "logging.properties"
    with contextlib.suppress(OSError):
        quiet.write_text("handlers =\n.level = OFF\n", encoding="utf-8")
    os.environ.setdefault("ARCADEDB_LOG_DIR", str(folder))
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(folder / "hs_err.log"))
    options = f"-Xmx{os.environ.get('MAWQIF_HEAP', '512m')} -Djava.util.logging.config.file={quiet.as_posix()}"
    os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", options)
    os.environ.setdefault("ARCADEDB_JVM_ARGS", options)
    reasons = []
    for name in [choice] if choice else list(_PACKAGES):
        package, module = _PACKAGES[name]
        try:
            return importlib.import_module(module)
        except Exception as error:  # a library that does not load on this machine raises more than ImportError
            reasons.append(f"{package}: {clean(error)[:160]}")
    both = " or ".join(package for package, _ in _PACKAGES.values())
    raise StoreError(
        f"the embedded database cannot be loaded ({'; '.join(reasons)}): pip install {both}, "
        "or use a Neo4j server with --store bolt://HOST:7687"
    )


def _write_users(folder: Path, writer: Auth, reader: Auth) -> None:
    """The engine's files of users and groups, written anew at each start: one that may all, one that may only read."""
    folder.mkdir(parents=True, exist_ok=True)
    every = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
    owner = ["updateSecurity", "updateSchema", "updateDatabaseSettings"]

    def group(access: list[str], records: list[str]) -> dict[str, Any]:
        types = {"*": {"access": records}}
        return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": types}

    groups = {"admin": group(owner, every), "readonly": group([], ["readRecord"]), "*": group([], [])}
    _write_private(folder / "server-groups.json", json.dumps({"databases": {"*": {"groups": groups}}, "version": 2}))
    users = [(writer, {"*": ["admin"]}), (reader, {DATABASE: ["readonly"]})]
    lines = [
        json.dumps({"name": auth[0], "databases": databases, "password": _hash(auth[1])}) + "\n"
        for auth, databases in users
    ]
    _write_private(folder / "server-users.jsonl", "".join(lines))


def _hash(password: str) -> str:
    salt = base64.b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)
    return f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${base64.b64encode(key).decode()}"


def _write_private(path: Path, text: str) -> None:
    """The file is never readable by others, not even before it is full."""
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(new, path)


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]
