"""A sandbox over HTTP, the program as a process of its own, and stand-ins for a browser."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
import uvicorn

from intercom_cli.sandbox.asgi import make_app
from intercom_cli.sandbox.core import Options, Sandbox

PATIENCE = 60.0
CLIENT_ID, CLIENT_SECRET = "sandbox-client", "sandbox-secret"
NO_KEYRING = "keyring.backends.fail.Keyring"


def need(found: object, reason: str) -> None:
    """Skip for a missing program; where everything must be tested, fail."""
    if found:
        return
    if os.environ.get("INTERCOM_TEST_ALL") == "1":
        pytest.fail(f"INTERCOM_TEST_ALL is set, but {reason}")
    pytest.skip(reason)


def free_port() -> int:
    """A port that is free on both loopback addresses."""
    while True:
        with socket.socket() as four:
            four.bind(("127.0.0.1", 0))
            port: int = four.getsockname()[1]
            if not socket.has_ipv6:
                return port
            with suppress(OSError), socket.socket(socket.AF_INET6) as six:
                six.bind(("::1", port))
                return port


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never came about"
        time.sleep(0.02)


@contextmanager
def served(**options: Any) -> Iterator[str]:
    """A sandbox over HTTP; gives its address."""
    workspace = Sandbox(":memory:", options=Options(contacts=20, **options))
    config = uvicorn.Config(
        make_app(workspace), log_config=None, lifespan="off", ws="none", http="h11"
    )
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """A sandbox that all tests of the session share."""
    with served() as address:
        yield address


@dataclass
class Program:
    """One running program, what it said so far, and its end."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            with self.news:
                self.said.append(line)
                self.news.notify_all()
        with self.news:
            self.said.append("")
            self.news.notify_all()

    @property
    def err(self) -> str:
        return "".join(self.said)

    def hears(self, pattern: str) -> re.Match[str]:
        """Wait until it has said something."""
        deadline = time.monotonic() + PATIENCE
        with self.news:
            while not (found := re.search(pattern, self.err)):
                ended = self.said[-1:] == [""]
                assert not ended, f"it ended with {self.process.wait()}:\n{self.err}"
                assert self.news.wait(deadline - time.monotonic()), self.err
        return found

    def address(self) -> str:
        """Wait for the address it shows."""
        return self.hears(r"(?m)^  (https?://\S+)$").group(1)

    def type(self, text: str) -> None:
        """Write on its standard input."""
        assert self.process.stdin
        self.process.stdin.write(text)
        self.process.stdin.flush()

    def end(self) -> int:
        """Wait for its end and give its exit code."""
        code = self.process.wait(PATIENCE)
        self.listener.join(PATIENCE)
        return code

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)


@pytest.fixture
def environ(tmp_path: Path, base_url: str) -> dict[str, str]:
    """A clean environment with a home of its own and no keyring."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "INTERCOM_CONFIG_DIR": str(tmp_path / "config"),
        "INTERCOM_API_BASE_URL": base_url,
        "INTERCOM_CLIENT_ID": CLIENT_ID,
        "INTERCOM_CLIENT_SECRET": CLIENT_SECRET,
        "PYTHON_KEYRING_BACKEND": NO_KEYRING,
        "CAROOT": str(tmp_path / "no-authority"),
    }


@pytest.fixture
def start(environ: dict[str, str]) -> Iterator[Callable[..., Program]]:
    """Start the program as a process; what still runs at the end is stopped."""
    running: list[Program] = []

    def go(*words: str, stdin: Any = subprocess.DEVNULL, **more: str) -> Program:
        process = subprocess.Popen(
            [sys.executable, "-m", "intercom_cli", *words],
            env={**environ, **more},
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(Program(process))
        return running[-1]

    yield go
    for program in running:
        if program.process.poll() is None:
            program.process.kill()
            program.process.wait()
        program.listener.join(PATIENCE)
        for stream in (program.process.stdin, program.process.stdout, program.process.stderr):
            if stream:
                with suppress(OSError):
                    stream.close()


@pytest.fixture
def call(environ: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the program as a process to its end."""

    def go(*words: str, input: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        given = {"input": input} if input is not None else {"stdin": subprocess.DEVNULL}
        return subprocess.run(
            [sys.executable, "-m", "intercom_cli", *words],
            env={**environ, **more},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            **given,
        )

    return go


def decide(address: str, decision: str = "authorize") -> str:
    """Open the consent page as a browser would, and press a button; gives where it leads."""
    with httpx.Client(trust_env=False) as browser:
        page = browser.get(address)
        assert page.status_code == 200, page.text
        request = re.search(r'name="request" value="([^"]+)"', page.text)
        assert request, page.text
        form = {"request": request.group(1), "decision": decision}
        answer = browser.post(httpx.URL(address).join("/oauth"), data=form)
    assert answer.status_code == 302, answer.text
    return answer.headers["location"]


def visit(address: str, **options: Any) -> httpx.Response:
    """Open an address as a browser that accepts any certificate would."""
    import ssl

    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with httpx.Client(verify=context, trust_env=False, timeout=PATIENCE) as browser:
        return browser.get(address, **options)
