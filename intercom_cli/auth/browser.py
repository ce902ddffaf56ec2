"""Open a browser where the person would see it, and never let it hold up the sign-in."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import NamedTuple

from intercom_cli.local.secret_variables import without_secrets

SSH = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
WSL = ("WSL_DISTRO_NAME", "WSL_INTEROP")


class Browser(NamedTuple):
    """How to open an address here; without ``start`` there is no way, and ``reason`` says why."""

    start: Callable[[str], None] | None
    reason: str = ""

    def open(self, address: str) -> None:
        """Open an address from a thread: some openers return only when the browser is closed."""
        if self.start:
            threading.Thread(target=self.start, args=(address,), daemon=True).start()


def find(
    environ: Mapping[str, str], *, wanted: bool = True, platform: str = sys.platform
) -> Browser:
    """Find the person's browser: BROWSER's when set, else the system's where there is a screen."""
    if not wanted:
        return Browser(None, "as you asked")
    if environ.get("BROWSER", "").strip():
        return Browser(lambda address: _by_variable(environ, address))
    if any(environ.get(name) for name in SSH):
        return Browser(None, "over SSH it would open on the wrong machine")
    if not platform.startswith("linux"):
        return Browser(lambda address: _by_system(environ, address))
    if any(environ.get(name) for name in WSL) and shutil.which("wslview", path=environ.get("PATH")):
        return Browser(lambda address: _run(["wslview", address], environ))
    if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return Browser(lambda address: _by_system(environ, address))
    return Browser(None, "there is no screen here")


def _by_variable(environ: Mapping[str, str], address: str) -> None:
    """Try the programs that BROWSER names, in order, as other programs read it."""
    for entry in environ["BROWSER"].split(os.pathsep):
        words = shlex.split(entry.strip().removesuffix("&"))
        if not words:
            continue
        filled = [word.replace("%s", address) for word in words]
        with suppress(OSError):
            _run(filled if "%s" in entry else [*filled, address], environ)
            return


def _run(words: list[str], environ: Mapping[str, str]) -> None:
    """Run a program of its own: not stopped by our Ctrl-C, not writing to our terminal."""
    subprocess.Popen(  # noqa: S603 - the person's own browser, without a shell
        words,
        env=without_secrets(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ).wait()


def _by_system(environ: Mapping[str, str], address: str) -> None:
    """Open the system's own browser, from a process of its own that has none of our secrets."""
    with suppress(OSError):
        _run([sys.executable, "-I", "-m", "webbrowser", address], environ)
