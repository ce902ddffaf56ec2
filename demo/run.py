"""Show the tool at work: a sandbox on this machine, a real sign-in, then the commands of a day.

Nothing of yours is read or changed: settings and the token live in a folder that is removed at the
end, no keyring is used, and nothing leaves this machine.
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo import steps
from demo.server import free_port, sandbox
from demo.terminal import Terminal

HERE = Path(__file__).parent
PERSON = shlex.join([sys.executable, str(HERE / "person.py")])


def main() -> int:
    """Run every step; 1 when one went wrong."""
    with tempfile.TemporaryDirectory(prefix="intercom-demo-") as folder:
        terminal = Terminal(environment(Path(folder)))
        try:
            play(terminal, Path(folder))
        except (steps.WentWrong, RuntimeError) as problem:
            terminal.note(f"The demo stopped: {problem}")
            return 1
    terminal.say(steps.NEXT)
    return 0


def play(terminal: Terminal, folder: Path) -> None:
    """Start the sandbox, sign in, and walk through the commands. Raises WentWrong."""
    terminal.note("A sandbox workspace, served on this machine.")
    terminal.show("intercom sandbox serve --port 0 &")
    with sandbox(terminal.environ, folder / "sandbox.log") as address:
        terminal.say(f"listening on {address}")
        sign_in(terminal, folder, address)
        for step in steps.STEPS:
            steps.take(terminal, step)
    terminal.note("The sandbox has ended.")


def sign_in(terminal: Terminal, folder: Path, address: str) -> None:
    """Connect through the consent page in a browser, which the demo plays. Raises WentWrong."""
    diary = folder / "diary"
    terminal.note("Sign in with OAuth: the tool listens, the browser asks, the answer comes back.")
    terminal.export(INTERCOM_API_BASE_URL=address, INTERCOM_CLIENT_SECRET="sandbox-secret")
    with browser(terminal, diary):
        steps.take(terminal, steps.connect(free_port()), diary)


@contextmanager
def browser(terminal: Terminal, diary: Path) -> Iterator[None]:
    """Let the demo's person be the browser."""
    terminal.environ |= {"BROWSER": PERSON, "INTERCOM_DEMO_DIARY": str(diary)}
    yield
    del terminal.environ["BROWSER"], terminal.environ["INTERCOM_CLIENT_SECRET"]


def environment(folder: Path) -> dict[str, str]:
    """This process's environment, without what could lead the demo to a real workspace."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("INTERCOM_")}
    binaries = str(Path(sys.executable).parent)
    path = os.pathsep.join([binaries, kept.get("PATH", os.defpath)])
    return kept | {"PATH": path, "INTERCOM_CONFIG_DIR": str(folder / "config")}


if __name__ == "__main__":
    sys.exit(main())
