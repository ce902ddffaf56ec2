"""Write every script into completions/ or another directory, or check those that are there.

python -m intercom_cli.completion [DIRECTORY] [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from intercom_cli.completion.shells import scripts

USAGE = "usage: python -m intercom_cli.completion [DIRECTORY] [--check]\n"


def main(arguments: list[str]) -> int:
    """Write, or with --check name the files that are stale or missing; 1 when there are any."""
    places = [word for word in arguments if not word.startswith("-")]
    if len(places) > 1 or set(arguments) - {*places, "--check"}:
        sys.stderr.write(USAGE)
        return 2
    directory = Path(*places or ["completions"])
    if "--check" not in arguments:
        write(directory)
        return 0
    found = stale(directory)
    sys.stderr.writelines(f"{path} is stale: run make generated\n" for path in found)
    return 1 if found else 0


def write(directory: Path) -> None:
    """Write every script."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in scripts().items():
        (directory / name).write_bytes(text.encode())


def stale(directory: Path) -> list[Path]:
    """The scripts that are not there, or not as they would be written now."""
    every = {directory / name: text.encode() for name, text in scripts().items()}
    return [path for path, text in every.items() if not path.is_file() or path.read_bytes() != text]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
