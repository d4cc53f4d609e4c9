"""Who signs in to a server, and how an address is written without its secrets.

Credentials come from the caller, the environment, a keyring or a prompt; none is kept in a file of ours
or stands in a message.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from kg.errors import StoreError

Auth = tuple[str, str]
Prompt = Callable[[str], str]
"""Given the address without secrets, returns the password that a person typed."""

_KEYRING_SERVICE = "mawqif"
_USERINFO = re.compile(r"(?<=://)\S*@")


def clean(text: object) -> str:
    """`text` on one line, without the `user:password@` of any address in it."""
    return " ".join(_USERINFO.sub("", str(text)).split())


def split_uri(uri: str) -> tuple[str, str | None]:
    """The address without userinfo, and the user where one was given.

    Raises:
        StoreError: there is a password in it, which everyone reads in the list of processes and the shell's history.
    """
    scheme, _, rest = uri.partition("://")
    # The last @, and not where an address by the book ends: a password may hold an unquoted / ? or #.
    userinfo, _, host = rest.rpartition("@")
    bare = f"{scheme}://{host}"
    if ":" in userinfo or "/" in userinfo:
        raise StoreError(f"{bare}: no password in the address, where others can read it: set NEO4J_PASSWORD instead")
    return bare, unquote(userinfo) or None


def find_auth(
    uri: str, user: str | None = None, *, environ: Mapping[str, str] | None = None, prompt: Prompt | None = None
) -> Auth | None:
    """(user, password) for the server at `uri` (without userinfo): `user`, else NEO4J_USER (or NEO4J_USERNAME), with
    NEO4J_PASSWORD, else a keyring's entry (service `mawqif`, name `user@uri`) where the package `keyring` is installed,
    else `prompt`.

    None when nothing is known: the server is then asked without credentials, as with authentication switched off.
    """
    env = os.environ if environ is None else environ
    user = user or env.get("NEO4J_USER") or env.get("NEO4J_USERNAME") or "neo4j"
    if password := env.get("NEO4J_PASSWORD"):
        return user, password
    if password := _from_keyring(f"{user}@{uri}"):
        return user, password
    if prompt is not None and (password := prompt(uri)):
        return user, password
    return None


def _from_keyring(name: str) -> str | None:
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        return None
    try:
        found = keyring.get_password(_KEYRING_SERVICE, name)
    except Exception:  # a keyring without a backend, or one that is locked: the next source is asked
        return None
    return found if isinstance(found, str) else None
