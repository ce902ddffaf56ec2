"""Start the program, and end it; the version is told before anything else is loaded."""

from __future__ import annotations

import gc
import os
import sys

from intercom_cli import __version__

TYPE_CHECKING = False  # typing itself would double the cost of --version
if TYPE_CHECKING:
    from typing import NoReturn

# Nearly all objects of a short run are code that stays: looking for garbage among them is a tenth
# of its cost. Long runs still collect.
RARELY = (500_000, 20, 20)


def main() -> NoReturn:
    """Run the program with this process's words and streams."""
    try:
        if sys.argv[1:] in (["--version"], ["-V"]) and told_version():
            leave(0)
        gc.set_threshold(*RARELY)
        from intercom_cli.app import run

        leave(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before anything could begin, or while the last bytes leave
        os._exit(130)


def told_version() -> bool:
    """Write the version; when that fails, the way of all commands says why."""
    try:
        sys.stdout.write(f"intercom {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):
        return False
    return True


def leave(code: int) -> NoReturn:
    """End at once, all data being written and everything closed.

    Taking hundreds of modules apart would cost a quarter of a short run, and a keyring that does
    not answer could hold it up.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    os._exit(code)


if __name__ == "__main__":
    main()
