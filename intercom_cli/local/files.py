"""Write small files so that no crash, second process or other user can spoil them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from intercom_cli.errors import StorageFailed

if TYPE_CHECKING:
    from typing import BinaryIO

PATIENCE = 10.0  # seconds; another writer needs milliseconds


def replace(path: Path, data: bytes) -> None:
    """Put these bytes in place of the file in one step, readable by its owner alone.

    Raises StorageFailed when the directory cannot be written.
    """
    import tempfile

    try:
        make_private_dir(path.parent)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)  # noqa: PTH105 - the one call that is atomic on every system
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise unwritable(path, error) from error


def append(path: Path, data: bytes) -> None:
    """Add these bytes to the file, and have them on the disk before anything else is done.

    A new file is readable by its owner alone. Raises StorageFailed when it cannot be written.
    """
    try:
        with open(path, "ab", opener=private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise unwritable(path, error) from error


def private(path: str, flags: int) -> int:
    """Open a file; if that makes it, for its owner alone."""
    return os.open(path, flags, 0o600)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Fill a new file beside the one that is meant, which takes its place once all is in it.

    Its name is new: whoever else may write in the folder cannot have put a link there before.
    """
    import secrets

    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def locked(path: Path, *, suffix: str = ".lock") -> Iterator[None]:
    """Hold a lock beside the file, so that parallel processes change it one after the other.

    Raises StorageFailed when the directory cannot be written, or another process keeps the lock.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}{suffix}", timeout=PATIENCE, mode=0o600)
    try:
        make_private_dir(path.parent)
        lock.acquire()
    except Timeout as error:
        raise StorageFailed(
            f"Another process has been keeping {path} locked for {PATIENCE:.0f} seconds.",
            hint=f"If no other intercom is running, remove {path}{suffix} and try again.",
        ) from error
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        yield
    finally:
        lock.release()


def make_private_dir(path: Path) -> None:
    """Make the directory where it is missing, closed to other users."""
    if path.is_dir():
        return
    make_private_dir(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)


def unwritable(path: Path, error: OSError) -> StorageFailed:
    """Tell that a file cannot be written, and what the person can do."""
    return StorageFailed(
        f"Cannot write {path}: {error.strerror or error}.",
        hint="Make its directory writable, or set INTERCOM_CONFIG_DIR to another one.",
    )
