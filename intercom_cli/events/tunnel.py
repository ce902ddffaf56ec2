"""A public address for a port of this machine, by a program that the person has."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from intercom_cli.api.posting import Poster
from intercom_cli.errors import IntercomError, Misuse, Unreachable
from intercom_cli.events.receiver import NONCE
from intercom_cli.local.secret_variables import without_secrets

Kind = Literal["cloudflared", "ngrok"]
WORDS = {
    "cloudflared": ("tunnel", "--no-autoupdate", "--url", "{address}"),
    "ngrok": ("http", "--log", "stdout", "--log-format", "json", "{address}"),
}
FORMS = {
    "cloudflared": re.compile(r"https?://[A-Za-z0-9.-]+\.trycloudflare\.com"),
    "ngrok": re.compile(r'"url":"(https?://[^"]+)"'),
}
HOMES = {
    "cloudflared": "https://github.com/cloudflare/cloudflared/releases",
    "ngrok": "https://ngrok.com/download",
}
PATIENCE = 30.0
PAUSE = 0.5
LAST_MOMENTS = 3.0
KEPT = 5  # last lines of a program that are worth telling


class Tunnel:
    """A program that leads a public address to this machine."""

    def __init__(self, kind: Kind, environ: Mapping[str, str]) -> None:
        """Find the program. Raises Misuse when it is not there."""
        path = shutil.which(kind, path=environ.get("PATH"))
        if path is None:
            raise Misuse(f"--tunnel: {kind} is not installed.", hint=f"get it from {HOMES[kind]}")
        self.kind = kind
        self.path = path
        self.environ = environ
        self.child: subprocess.Popen[str] | None = None
        self.found = threading.Event()
        self.address = ""
        self.lines: list[str] = []

    def open(self, address: str) -> str:
        """Start it and give the public address. Raises Unreachable when it gives none."""
        words = [word.format(address=address) for word in WORDS[self.kind]]
        self.child = subprocess.Popen(  # noqa: S603 - the program the person named
            [self.path, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=without_secrets(self.environ),
            start_new_session=True,
        )
        threading.Thread(target=self.read, args=(self.child,), daemon=True).start()
        if not self.found.wait(PATIENCE) or not self.address:
            told = "; ".join(self.lines) or "it said nothing"
            self.close()
            raise Unreachable(f"{self.kind} gave no public address: {told}.")
        return self.address

    def read(self, child: subprocess.Popen[str]) -> None:
        """Look for the address in what the program says, and go on reading so that it can go on."""
        assert child.stdout is not None
        with suppress(ValueError, OSError), child.stdout:
            for line in child.stdout:
                self.lines = [*self.lines, line.strip()][-KEPT:]
                if not self.address and (match := FORMS[self.kind].search(line)):
                    self.address = match[match.lastindex or 0]
                    self.found.set()
        self.found.set()

    def close(self) -> None:
        """End the program."""
        if self.child and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(LAST_MOMENTS)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


def prove(url: str, nonce: str, environ: Mapping[str, str], ended: threading.Event) -> None:
    """Ask a public address with HEAD, as Intercom does, until this server answers there.

    Raises Unreachable when it does not.
    """
    poster = Poster(environ)
    until = time.monotonic() + PATIENCE
    try:
        while True:
            why = reached(poster, url, nonce)
            if not why or ended.is_set():
                return
            if time.monotonic() > until:
                raise Unreachable(f"{url} does not lead here: {why}.")
            ended.wait(PAUSE)
    finally:
        poster.close()


def reached(poster: Poster, url: str, nonce: str) -> str:
    """Why an address does not lead to this server; nothing when it does."""
    try:
        answer = poster.send(url, b"", {}, method="HEAD")
    except IntercomError as error:
        return error.message.rstrip(".")
    if answer.headers.get(NONCE) != nonce:
        return f"something else answers there, with {answer.status}"
    return ""
