"""Read and change config.toml without losing what the person wrote in it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intercom_cli.errors import StorageFailed
from intercom_cli.local import files

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

REPAIR = "Correct that line, or move the file away and connect again. It was not changed."


def read(path: Path) -> dict[str, Any]:
    """Parse the file; a missing one is empty.

    Raises StorageFailed, naming the line, for a file that is not TOML or cannot be read.
    """
    text = _text(path)
    if not text.strip():
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _corrupt(path, text, str(error)) from error


def edit(path: Path, change: Callable[[TOMLDocument], None]) -> None:
    """Change the file under a lock, keeping comments and order; a corrupt file stays untouched.

    Raises StorageFailed when it is corrupt or cannot be written.
    """
    import tomlkit

    target = path.resolve()  # a link from a dotfiles repository stays a link
    with files.locked(target):
        read(target)
        document = tomlkit.parse(_text(target))
        before = tomlkit.dumps(document)
        change(document)
        after = tomlkit.dumps(document)
        if after != before:
            files.replace(target, after.encode())
        _list_names(path.with_name("workspaces.txt"), list(document.get("workspaces", {})))


def line_of(path: Path, key: str) -> int:
    """The line on which a key of the top level stands, 1 when it cannot be told."""
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if re.match(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[=.\]]""", line):
            return number
    return 1


def expand(text: str, environ: Mapping[str, str], *, path: Path, key: str) -> str:
    """Put environment variables in place of ``${NAME}``.

    Raises StorageFailed for a variable that is not set.
    """

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in environ:
            raise StorageFailed(
                f"{path}:{line_of(path, key)}: {key} needs ${{{name}}}, "
                f"and {name} is not set in the environment.",
                hint=f"Set {name}, or: intercom config set {key} VALUE",
            )
        return environ[name]

    return re.sub(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}", value, text)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes().removeprefix(BOM_UTF8)
    except FileNotFoundError:
        return ""
    except NotADirectoryError:
        return ""
    except OSError as error:
        raise StorageFailed(
            f"Cannot read {path}: {error.strerror or error}.",
            hint="Make it readable, or set INTERCOM_CONFIG_DIR to another directory.",
        ) from error
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise StorageFailed(f"{path}:{line}: this is not UTF-8 text.", hint=REPAIR) from error


def _corrupt(path: Path, text: str, reason: str) -> StorageFailed:
    found = re.search(r"\(at line (\d+), column \d+\)", reason)
    line = int(found.group(1)) if found else max(1, len(text.splitlines()))
    said = re.sub(r"\s*\(at [^)]*\)", "", reason)
    return StorageFailed(f"{path}:{line}: {said}.", hint=REPAIR)


def _list_names(path: Path, names: list[str]) -> None:
    """Write the workspaces' names, one per line, for completion in the shell."""
    safe = [name for name in names if re.fullmatch(r"[A-Za-z0-9._@-]+", name)]
    data = "".join(f"{name}\n" for name in safe).encode()
    if not path.is_file() or path.read_bytes() != data:
        files.replace(path, data)
