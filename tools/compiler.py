"""Says whether extension modules can be compiled here: `make fast` asks before it begins. Exit code 1 if not."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path


def lacking() -> str | None:
    """What is not here, None when all is."""
    command = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if sys.platform != "win32" and not shutil.which(command):
        return f"a C compiler ({command})"
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        return f"Python.h for {sys.executable}"
    return None


if __name__ == "__main__":
    if lack := lacking():
        print(
            f"`make fast` needs {lack}, and there is none here (gcc and python3-dev, or Xcode's tools).",
            file=sys.stderr,
        )
        print("Everything works without: .venv/bin/kg reads the same, more slowly.", file=sys.stderr)
        sys.exit(1)
