"""Keep secrets: in the operating system's keyring, or in a private file where there is none."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local.secrets_file import SecretsFile

# Intercom's own npm tool has taken "intercom-cli" for itself.
SERVICE = "intercom-terminal"
LIMIT = 3.0  # seconds; a keyring that waits for a prompt nobody sees answers never
# Others, such as those of keyrings.alt, may store plain text and say nothing.
TRUSTED = tuple(
    f"keyring.backends.{name}"
    for name in ("SecretService", "kwallet", "macOS", "Windows", "libsecret")
)
STORES = ("keyring", "file")
Value = TypeVar("Value")


class Kept(NamedTuple):
    """Where a secret went: the store, what the person must be told, and the place in words."""

    store: str
    notice: str | None = None
    place: str = ""


class KeyringFailed(Exception):
    """The keyring cannot be used; the sentence says why."""


class Vault:
    """The secrets of all workspaces, each read only from the place its record names."""

    def __init__(self, environ: Mapping[str, str], directory: Path) -> None:
        self.environ = environ
        self.file = SecretsFile(directory / "secrets" / "secrets.json")
        self._dead: str | None = None

    def put(self, account: str, secret: Mapping[str, Any], *, store: str | None = None) -> Kept:
        """Keep a secret where asked; unasked, in the keyring, or else in the file, with a notice.

        Raises StorageFailed when that place cannot be written.
        """
        if store not in {None, *STORES}:
            raise Misuse(f"A token is kept in {' or '.join(STORES)}, not in {store!r}.")
        if store == "file":
            return self._put_in_file(account, secret)
        try:
            name = self._call(lambda ring: _put(ring, account, json.dumps(dict(secret))))
        except KeyringFailed as error:
            if store == "keyring":
                raise _unusable(str(error)) from error
            kept = self._put_in_file(account, secret)
            notice = (
                f"No keyring could be used ({error}), so the token is kept in {kept.place}, "
                "a file that only you can read."
            )
            return Kept("file", notice, kept.place)
        return Kept("keyring", None, name)

    def get(self, account: str, store: str) -> dict[str, Any] | None:
        """Read a secret from its store; None when it is not there.

        Raises StorageFailed when the store cannot be read.
        """
        if store == "file":
            return self.file.get(account)
        if store != "keyring":
            return None
        try:
            text = self._call(lambda ring: ring.get_password(SERVICE, account))
        except KeyringFailed as error:
            raise _unusable(str(error)) from error
        return _decoded(text)

    def forget(self, account: str, store: str) -> bool:
        """Delete a secret from its store; False when it was not there.

        Raises StorageFailed when the store cannot be changed.
        """
        if store == "file":
            return self.file.forget(account)
        if store != "keyring":
            return False
        try:
            return self._call(lambda ring: _forget(ring, account))
        except KeyringFailed as error:
            raise _unusable(str(error)) from error

    def examine(self) -> str | None:
        """Why the keyring cannot be used, in words; None when it answers."""
        try:
            self._call(lambda ring: ring.get_password(SERVICE, "doctor"))
        except KeyringFailed as error:
            return str(error)
        return None

    def guard(self, account: str) -> AbstractContextManager[None]:
        """Hold a lock on one secret, so that only one process renews it."""
        return self.file.guard(account)

    def _put_in_file(self, account: str, secret: Mapping[str, Any]) -> Kept:
        self.file.put(account, secret)
        return Kept("file", None, str(self.file.path))

    def _call(self, work: Callable[[Any], Value]) -> Value:
        """Work with the keyring for at most LIMIT seconds. Raises KeyringFailed.

        A pool would be joined when the program ends; a daemon thread is left behind instead. After
        one silence the keyring is not asked again in this run.
        """
        if self._dead:
            raise KeyringFailed(self._dead)
        results: list[Value] = []
        failures: list[Exception] = []

        def run() -> None:
            try:
                results.append(work(_ring()))
            except Exception as error:  # noqa: BLE001 - backends raise what they like
                failures.append(error)

        thread = threading.Thread(target=run, daemon=True, name="keyring")
        thread.start()
        thread.join(LIMIT)
        if results:
            return results[0]
        if failures:
            raise KeyringFailed(_reason(failures[0])) from failures[0]
        self._dead = f"it did not answer within {LIMIT:.0f} seconds"
        raise KeyringFailed(self._dead)


def _ring() -> Any:
    """The best backend that can be trusted. Raises KeyringFailed when there is none."""
    import keyring

    chosen: Any = keyring.get_keyring()
    for ring in (chosen, *getattr(chosen, "backends", ())):
        if type(ring).__module__ in TRUSTED:
            return ring
    kind = type(chosen).__module__
    if kind == "keyring.backends.fail":
        raise KeyringFailed("there is none on this system")
    raise KeyringFailed(f"{kind} is not one that is known to be safe")


def _put(ring: Any, account: str, text: str) -> str:
    ring.set_password(SERVICE, account, text)
    # Some keyrings accept what they cannot hold: trust it only when it gives the same back.
    if ring.get_password(SERVICE, account) != text:
        raise KeyringFailed("it did not give back what was stored")
    return "the system keyring"


def _forget(ring: Any, account: str) -> bool:
    if ring.get_password(SERVICE, account) is None:
        return False
    ring.delete_password(SERVICE, account)
    return True


def _decoded(text: str | None) -> dict[str, Any] | None:
    if text is None:
        return None
    try:
        secret = json.loads(text)
    except ValueError as error:
        raise StorageFailed(
            "The keyring's entry cannot be read.", hint="intercom connect"
        ) from error
    return secret if isinstance(secret, dict) else None


def _reason(error: Exception) -> str:
    """Why the keyring failed, in a few words; a backend's own text may be long."""
    if isinstance(error, KeyringFailed):
        return str(error)
    kind = type(error).__name__
    if kind == "KeyringLocked":
        return "it is locked"
    if kind == "InitError":
        return "it could not be opened"
    return f"it failed with {kind}"


def _unusable(reason: str) -> StorageFailed:
    return StorageFailed(
        f"The system keyring cannot be used: {reason}.",
        hint="Unlock it, or: intercom connect --store file, or set INTERCOM_ACCESS_TOKEN.",
    )
