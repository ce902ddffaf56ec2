"""Start the program; the version is told before anything else is loaded."""

import sys

from intercom_cli import __version__


def main() -> int:
    """Run the program with this process's words and streams."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"intercom {__version__}\n")
        return 0
    from intercom_cli.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
