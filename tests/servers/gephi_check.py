"""What the real Gephi makes of a GEXF file: its toolkit from Maven Central, driven by gephi/Opened.java."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.servers.need import cache, java, java_absent, locked, missing
from tests.servers.neo4j_server import COPY

HERE = Path(__file__).with_name("gephi")


def ready() -> Callable[[Path], dict[str, Any]]:
    """The checker, fetched (83 MB) and compiled at its first use; skips or fails where that cannot be."""
    folder = cache("gephi")
    sources = b"".join(path.read_bytes() for path in sorted(HERE.iterdir()))
    stamp = folder / "sources"
    built = stamp.exists() and stamp.read_bytes() == sources
    if why := java_absent(cached=built):
        missing("gephi", why)
    javac = str(Path(java()).with_name("javac")) if os.sep in java() else "javac"
    if not built and shutil.which(javac) is None:
        missing("gephi", "there is a Java but no compiler (install a JDK)")
    with locked(folder / "lock"):
        if not (stamp.exists() and stamp.read_bytes() == sources):
            lib = folder / "lib"
            shutil.rmtree(lib, ignore_errors=True)
            fetch = ["mvn", "-B", "-q", "-f", str(HERE / "pom.xml"), COPY, f"-DoutputDirectory={lib}"]
            subprocess.run(fetch, check=True, stdout=sys.stderr)
            compiling = [javac, "--release", "17", "-cp", f"{lib}/*", "-d", str(folder), str(HERE / "Opened.java")]
            subprocess.run(compiling, check=True, stdout=sys.stderr)
            stamp.write_bytes(sources)

    def opened(path: Path) -> dict[str, Any]:
        classes = os.pathsep.join([str(folder), f"{folder / 'lib'}/*"])
        flags = ["-XX:TieredStopAtLevel=1", "-Xmx1g", "-Djava.awt.headless=true", "-Duser.timezone=Asia/Riyadh"]
        run = subprocess.run(
            [java(), *flags, "-cp", classes, "Opened", str(path)], capture_output=True, text=True, timeout=300
        )
        if run.returncode not in (0, 1, 2, 3):
            raise RuntimeError(f"the Gephi checker failed: {run.stderr[-2000:]}")
        report: dict[str, Any] = json.loads(run.stdout)
        return report

    return opened
