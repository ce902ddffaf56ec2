"""The sandbox server of the demo and the benchmarks, as a person would start it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

READY_SECONDS = 60


@contextmanager
def sandbox(environ: Mapping[str, str], log: Path, *options: str) -> Iterator[str]:
    """Serve a sandbox on a free port while the block runs; gives its address.

    Raises RuntimeError with what the server said when it does not start.
    """
    command = [sys.executable, "-m", "intercom_cli", "sandbox", "serve", "--port", "0", *options]
    with log.open("wb") as said:
        server = subprocess.Popen(
            command, env=dict(environ), stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
    try:
        yield address_of(server, log)
    finally:
        server.terminate()
        server.wait(timeout=20)


def address_of(server: subprocess.Popen[bytes], log: Path) -> str:
    """Wait for the line that tells the address."""
    limit = time.monotonic() + READY_SECONDS
    while time.monotonic() < limit and server.poll() is None:
        found = re.search(r"http://[\w.]+:\d+", log.read_text("utf-8"))
        if found:
            return found[0]
        time.sleep(0.05)
    raise RuntimeError(f"The sandbox did not start:\n{log.read_text('utf-8')}")


def free_port() -> int:
    """A port nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
