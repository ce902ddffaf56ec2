"""The file that holds secrets where no keyring can: for its owner's eyes, never a link."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from intercom_cli.errors import StorageFailed
from intercom_cli.local import files

OTHERS = stat.S_IRWXG | stat.S_IRWXO


class SecretsFile:
    """A JSON file (mode 0600, in a directory of mode 0700) with one object per account."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, account: str) -> dict[str, Any] | None:
        """Read one secret; None when it is not there. Raises StorageFailed."""
        found = self._read().get(account)
        return found if isinstance(found, dict) else None

    def put(self, account: str, secret: Mapping[str, Any]) -> None:
        """Write one secret and leave the others as they are. Raises StorageFailed."""
        self._prepare()
        with files.locked(self.path):
            self._write({**self._read(), account: dict(secret)})

    def forget(self, account: str) -> bool:
        """Delete one secret; False when it was not there. Raises StorageFailed."""
        if account not in self._read():
            return False
        with files.locked(self.path):
            secrets = self._read()
            found = secrets.pop(account, None) is not None
            self._write(secrets)
        return found

    def guard(self, account: str) -> AbstractContextManager[None]:
        """Hold a lock on one account. Raises StorageFailed when the directory cannot be written."""
        self._prepare()
        name = hashlib.sha256(account.encode()).hexdigest()[:16]
        return files.locked(self.path.parent / name)

    def _prepare(self) -> None:
        """Make the directory, closed to others. Raises StorageFailed where it is a link."""
        directory = self.path.parent
        _refuse_link(directory)
        _refuse_link(self.path)
        try:
            files.make_private_dir(directory)
            directory.chmod(0o700)
        except OSError as error:
            raise files.unwritable(self.path, error) from error

    def _write(self, secrets: Mapping[str, Any]) -> None:
        files.replace(self.path, json.dumps(secrets, indent=1).encode())

    def _read(self) -> dict[str, Any]:
        _refuse_link(self.path.parent)
        _refuse_link(self.path)
        try:
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise StorageFailed(
                f"Cannot read {self.path}: {error.strerror or error}.", hint="intercom connect"
            ) from error
        with os.fdopen(handle, "rb") as file:
            _check_owner(self.path, os.fstat(file.fileno()))
            data = file.read()
        return _decoded(self.path, data)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise StorageFailed(
            f"{path} is a symbolic link; secrets are not read or written through one.",
            hint=f"Put the real file there: rm {path}",
        )


def _check_owner(path: Path, status: os.stat_result) -> None:
    """Refuse a file that others could read or have made. Raises StorageFailed."""
    if os.name != "posix":
        return
    if status.st_uid not in {os.geteuid(), 0}:
        raise StorageFailed(f"{path} belongs to another user.", hint="intercom connect")
    if status.st_mode & OTHERS:
        raise StorageFailed(
            f"{path} can be read by other users, so its tokens may be known to them.",
            hint=f"chmod 600 {path}",
        )


def _decoded(path: Path, data: bytes) -> dict[str, Any]:
    try:
        secrets = json.loads(data)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise StorageFailed(
            f"{path}:{line}: this is not JSON. It was not changed.",
            hint="Move the file away and connect again.",
        ) from error
    if not isinstance(secrets, dict):
        raise StorageFailed(f"{path} does not hold secrets. It was not changed.")
    return secrets
