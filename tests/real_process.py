"""Run the installed program as a process, where pipes, signals and terminals are the point."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
from front_door import connected, sandbox

INTERCOM = Path(sys.executable).parent / "intercom"
PLENTY = 30  # seconds; never reached unless something hangs


def environment(config: Path, **more: str) -> dict[str, str]:
    """A bare environment with a configuration of its own."""
    return {
        "PATH": f"{INTERCOM.parent}:/usr/bin:/bin",
        "HOME": str(config.parent),
        "LANG": "C.UTF-8",
        "INTERCOM_CONFIG_DIR": str(config),
        **more,
    }


def seeded(config: Path, contacts: int) -> Path:
    """A configuration connected to a sandbox file with so many contacts; gives the directory."""
    connected(config)
    (config / "data").mkdir(parents=True, exist_ok=True)
    transport = sandbox(config / "data" / "sandbox.db", contacts=contacts)
    transport.sandbox()
    transport.close()
    return config


def process(
    config: Path, *words: str, stdin: bytes = b"", **environ: str
) -> subprocess.CompletedProcess[bytes]:
    """Run it with pipes at all three ends."""
    return subprocess.run(
        [str(INTERCOM), *words],
        input=stdin,
        capture_output=True,
        env=environment(config, **environ),
        timeout=PLENTY,
        check=False,
    )


def shell(config: Path, line: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run a bash line that uses it; the exit code is the last failing part's."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(config, **environ),
        timeout=PLENTY,
        check=False,
    )


@contextmanager
def served(config: Path, *options: str) -> Iterator[str]:
    """Serve a sandbox from a process of its own; gives its address."""
    child = subprocess.Popen(
        [str(INTERCOM), "sandbox", "serve", "--port", "0", *options],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(config),
        text=True,
    )
    assert child.stderr is not None
    with child.stderr:
        try:
            first = child.stderr.readline()
            assert "ready at " in first, first
            yield first.split("ready at ")[1].strip()
        finally:
            child.terminate()
            child.wait(PLENTY)


@contextmanager
def terminal(
    config: Path, *words: str, columns: int = 80, **environ: str
) -> Iterator[pexpect.spawn]:
    """Run it on a terminal of its own."""
    child = pexpect.spawn(
        str(INTERCOM),
        list(words),
        env={**environment(config, **environ), "TERM": environ.get("TERM", "xterm-256color")},
        dimensions=(40, columns),
        timeout=PLENTY,
        cwd=os.fspath(config.parent),
    )
    try:
        yield child
    finally:
        child.close(force=True)


def seen_on(child: pexpect.spawn) -> bytes:
    """Everything it wrote until it ended."""
    child.expect(pexpect.EOF)
    child.close()
    return bytes(child.before or b"")
