"""A real Neo4j Community server for tests: jars from Maven Central, no Docker.

    python -m tests.servers.neo4j_server            start, print the address, stop on Ctrl-C
    python -m tests.servers.neo4j_server admin …    neo4j-admin (with the server stopped)

or from Python:

    with Neo4jServer() as server:
        GraphDatabase.driver(server.uri, auth=server.auth)

The module is not called `neo4j`, which is the driver's name.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from tests.servers.need import cache, java, java_absent, locked

POM = Path(__file__).with_name("pom.xml")
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"

# What Neo4j's own start script passes.
JVM = [
    "-XX:+UseG1GC",
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+DisableExplicitGC",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    "-Dlog4j2.disable.jmx=true",
]


def jars() -> Path:
    """The folder with the server's jars, fetched once per pom.xml (about 140 MB; 45 s from an empty Maven)."""
    folder = cache("neo4j")
    lib, stamp = folder / "lib", folder / "lib" / "pom.xml"
    with locked(folder / "lock"):
        if stamp.exists() and stamp.read_bytes() == POM.read_bytes():
            return lib
        shutil.rmtree(lib, ignore_errors=True)
        subprocess.run(
            ["mvn", "-B", "-q", "-f", str(POM), COPY, f"-DoutputDirectory={lib}", "-DincludeScope=runtime"],
            check=True,
            stdout=sys.stderr,
        )
        # Last: it marks the folder as complete.
        stamp.write_bytes(POM.read_bytes())
    return lib


def absent() -> str | None:
    """Why no server can be started here, or None."""
    return java_absent(cached=(cache("neo4j") / "lib" / "pom.xml").exists())


def _entry_point(lib: Path) -> str:
    # 5.26 and the calendar versions name it differently; the jar itself tells.
    jar = next(lib.glob("neo4j-[0-9]*.jar"))
    with zipfile.ZipFile(jar) as archive:
        return archive.read("META-INF/services/org.neo4j.server.startup.EntryPoint").decode().split()[-1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def bolt_answers(port: int) -> bool:
    """Whether the Bolt handshake picks a version: an open port alone is too early."""
    hello = struct.pack(">I", 0x6060B017) + bytes([0, 8, 8, 5]) + bytes([0, 0, 4, 4]) + bytes(8)
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(hello)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


class Neo4jServer:
    """One server with a data folder of its own; the ports stay the same from one start to the next.

    `home=None` makes a temporary folder, removed when the `with` block ends. `settings` are lines of neo4j.conf.
    """

    def __init__(
        self,
        home: Path | None = None,
        *,
        auth: bool = True,
        heap: str = "512m",
        pagecache: str = "128m",
        settings: Mapping[str, str] | None = None,
        jvm: Sequence[str] = (),
    ) -> None:
        self._temporary = home is None
        self.home = (home or Path(tempfile.mkdtemp(prefix="mawqif-neo4j-"))).resolve()
        self.lib = jars()
        self.heap, self.jvm = heap, list(jvm)
        self.bolt_port, self.http_port = free_port(), free_port()
        self.process: subprocess.Popen[bytes] | None = None
        bolt, http = f"127.0.0.1:{self.bolt_port}", f"127.0.0.1:{self.http_port}"
        conf = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": bolt,
            "server.bolt.advertised_address": bolt,
            "server.http.listen_address": http,
            "server.http.advertised_address": http,
            "server.https.enabled": "false",
            "server.memory.pagecache.size": pagecache,
            "dbms.security.auth_enabled": str(auth).lower(),
            "dbms.usage_report.enabled": "false",
            "client.allow_telemetry": "false",
            # Each database would reserve 256 MB of transaction log.
            "db.tx_log.preallocate": "false",
            "db.tx_log.rotation.size": "32m",
            "db.tx_log.rotation.retention_policy": "1 files",
            # Undocumented: without it every stop sits out ten seconds on an idle server.
            "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        } | dict(settings or {})
        (self.home / "conf").mkdir(parents=True, exist_ok=True)
        text = "".join(f"{key}={value}\n" for key, value in conf.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        self.auth = self._password() if auth else None

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def browser(self) -> str:
        return f"http://127.0.0.1:{self.http_port}/browser/"

    @property
    def password_file(self) -> Path:
        return self.home / "password"

    def _password(self) -> tuple[str, str]:
        if not self.password_file.exists():
            # A leading '-' would be read as an option.
            password = "p" + secrets.token_urlsafe(18)
            with os.fdopen(os.open(self.password_file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
                file.write(password)
            try:
                # '@file' is a list of arguments to neo4j-admin: the process list shows the path only.
                self.admin("dbms", "set-initial-password", f"@{self.password_file}")
            except BaseException:
                self.password_file.unlink()
                raise
        return "neo4j", self.password_file.read_text()

    def admin(self, *args: object, heap: str = "1g") -> None:
        """Run neo4j-admin; what touches the data needs the server stopped. Raises CalledProcessError."""
        env = os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf"), "HEAP_SIZE": heap}
        main = "org.neo4j.server.startup.Neo4jAdminCommand"
        command = [java(), *JVM, "-Xmx256m", "-cp", f"{self.lib}/*", main, *map(str, args)]
        # It leaves reports where it is started.
        subprocess.run(command, check=True, env=env, stdout=sys.stderr, cwd=self.home)

    def start(self, timeout: float = 180) -> Neo4jServer:
        """Start and wait until Bolt answers, at most `timeout` seconds; RuntimeError with the log's end."""
        logs = self.home / "logs"
        logs.mkdir(exist_ok=True)
        heap = [f"-Xms{self.heap}", f"-Xmx{self.heap}"]
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (logs / "console.log").open("ab") as out:
            self.process = subprocess.Popen(
                [java(), *heap, *JVM, *self.jvm, "-cp", f"{self.lib}/*", _entry_point(self.lib), *folders],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                # A Ctrl-C at the terminal is for pytest, which then stops the server itself.
                start_new_session=True,
            )
        deadline = time.monotonic() + timeout
        while not bolt_answers(self.bolt_port):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                files = [logs / name for name in ("console.log", "neo4j.log")]
                tails = [f.read_text(encoding="utf-8", errors="replace")[-3000:] for f in files if f.exists()]
                raise RuntimeError("Neo4j did not start:\n" + "".join(tails))
            time.sleep(0.2)
        return self

    def stop(self, timeout: float = 60) -> None:
        """SIGTERM and the last checkpoint; SIGKILL when that takes more than `timeout` seconds."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Pull the plug, for the crash tests; `start` goes on with the same data and ports."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def __enter__(self) -> Neo4jServer:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop()
        if self._temporary:
            shutil.rmtree(self.home, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description="A Neo4j server for tests, in the foreground.")
    parser.add_argument("--home", type=Path, help="data folder to keep (default: temporary, removed at the end)")
    parser.add_argument("--heap", default="512m")
    parser.add_argument("--pagecache", default="128m")
    parser.add_argument("--no-auth", action="store_true")
    parser.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="a line of neo4j.conf")
    parser.add_argument("--while-pid", type=int, metavar="PID", help="stop when this process has ended")
    parser.add_argument("command", nargs="?", choices=["start", "admin"], default="start")
    parser.add_argument("args", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if why := absent():
        sys.exit(f"Neo4j cannot be started: {why}")
    settings = dict(line.split("=", 1) for line in options.set)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server = Neo4jServer(
        options.home,
        auth=not options.no_auth,
        heap=options.heap,
        pagecache=options.pagecache,
        settings=settings,
    )
    if options.command == "admin":
        server.admin(*options.args)
        return
    with contextlib.suppress(KeyboardInterrupt), server:
        print(f"uri={server.uri}\nbrowser={server.browser}\nhome={server.home}")
        print(f"user=neo4j\npassword_file={server.password_file}" if server.auth else "auth=none", flush=True)
        while server.process is not None and server.process.poll() is None:
            if options.while_pid and not _alive(options.while_pid):
                break
            time.sleep(0.5)


if __name__ == "__main__":
    main()
