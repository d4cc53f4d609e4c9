"""Writing a file wholly or not at all: into a temporary one beside it, renamed when it is complete."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import ExportError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file that stands at `path` once the block ends well; an existing one is untouched until then.

    A pipe or a device is written as it is. Raises ExportError when the file cannot be written.
    """
    try:
        if path.is_dir():
            raise ExportError(f"{path} is a folder: name the file to write")
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                yield device
            return
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
            umask = os.umask(0)
            os.umask(umask)
            # mkstemp makes files for their owner alone.
            os.chmod(name, 0o666 & ~umask)
            os.replace(name, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise
    except ConnectionError:
        # A reader of the pipe, or the store, has gone: nothing is wrong with the path.
        raise
    except OSError as error:
        raise _cannot(path, error) from error


@contextlib.contextmanager
def whole_folder(path: Path, names: tuple[str, ...]) -> Iterator[dict[str, BinaryIO]]:
    """Files of these names in the folder `path` (made if need be), all of them in place once the block ends well."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot(path, error) from error
    with contextlib.ExitStack() as files:
        yield {name: files.enter_context(whole_file(path / name)) for name in names}


def _cannot(path: Path, error: OSError) -> ExportError:
    return ExportError(f"cannot write {path}: {error.strerror or error}")
