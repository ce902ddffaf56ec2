"""The sign-in with a real Chromium, started by the program itself through BROWSER."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import private_keyring
import pytest
import trustme
from stage import Program, free_port, need, wait_for

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
Start = Callable[..., Program]
Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def chromium() -> None:
    need(Path("/usr/bin/chromium").exists(), "chromium is not installed")


@pytest.fixture
def sign_in(start: Start, tmp_path: Path) -> Callable[..., tuple[Program, dict[str, Any]]]:
    """Connect with the program and a person at the browser; gives both sides of it."""

    def go(
        redirect: str, *words: str, button: str = "Authorize", **more: str
    ) -> tuple[Program, dict[str, Any]]:
        notes = tmp_path / "seen.json"
        notes.unlink(missing_ok=True)
        opened = [sys.executable, str(HERE / "person.py"), button, str(notes)]
        person = f"{shlex.join(opened)} %s &"
        program = start(
            "connect", "--oauth", "--redirect-uri", redirect, *words, BROWSER=person, **more
        )
        wait_for(notes.exists)
        seen = json.loads(notes.read_text())
        assert "failed" not in seen, seen["failed"] + program.err
        return program, seen

    return go


def check_connected(seen: dict[str, Any], base_url: str) -> None:
    assert "Authorize" in seen["consent"]
    assert seen["heading"] == "Connected to Harbor Lights (sandbox)"
    assert "Ruth Okafor" in seen["text"]
    assert seen["background"] != "8px", "the page's own style was not applied"
    hosts = {urlsplit(address).hostname for address in seen["asked"]} - {None, ""}
    assert hosts <= {"localhost", urlsplit(base_url).hostname}


def test_over_http_the_token_is_in_the_keyring_and_a_second_process_uses_it(
    sign_in: Callable[..., Any], call: Call, base_url: str, environ: dict[str, str]
) -> None:
    environ.pop("PYTHON_KEYRING_BACKEND")
    with private_keyring.keyring() as more:
        environ.update({**more, "HOME": environ["HOME"]})
        program, seen = sign_in(f"http://localhost:{free_port()}/callback")
        assert program.end() == 0, program.err
        check_connected(seen, base_url)
        assert not seen["warned"]
        entries = private_keyring.entries(more["DBUS_SESSION_BUS_ADDRESS"], "intercom-terminal")
        assert len(entries) == 1
        assert "Ruth Okafor" in call("admins", "list").stdout


def trust(home: str, authority: Path) -> None:
    """Make Chromium with this home believe an authority."""
    need(shutil.which("certutil"), "certutil is not installed")
    database = Path(home) / ".pki" / "nssdb"
    database.mkdir(parents=True)
    name = f"sql:{database}"
    subprocess.run(["certutil", "-d", name, "-N", "--empty-password"], check=True)
    subprocess.run(
        ["certutil", "-d", name, "-A", "-t", "C,,", "-n", "test", "-i", str(authority)], check=True
    )


def test_over_https_with_an_installed_authority_no_warning_is_seen(
    sign_in: Callable[..., Any], base_url: str, environ: dict[str, str], tmp_path: Path
) -> None:
    authority = trustme.CA()
    leaf = authority.issue_cert("localhost", "127.0.0.1")
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    leaf.cert_chain_pems[0].write_to_path(tmp_path / "cert.pem")
    leaf.private_key_pem.write_to_path(tmp_path / "key.pem")
    trust(environ["HOME"], tmp_path / "ca.pem")
    program, seen = sign_in(
        f"https://localhost:{free_port()}/callback",
        "--cert", str(tmp_path / "cert.pem"), "--key", str(tmp_path / "key.pem"),
    )  # fmt: skip
    assert program.end() == 0, program.err
    check_connected(seen, base_url)
    assert not seen["warned"]
    assert "about a certificate" not in program.err


@pytest.fixture
def mkcert(environ: dict[str, str], tmp_path: Path) -> None:
    """mkcert with an authority that this test's browser believes."""
    need(shutil.which("mkcert"), "mkcert is not installed")
    environ["CAROOT"] = str(tmp_path / "authority")
    subprocess.run(
        ["mkcert", "-install"],
        env={"PATH": os.environ["PATH"], "HOME": environ["HOME"], "TRUST_STORES": "none",
             "CAROOT": environ["CAROOT"]},
        check=True,
        capture_output=True,
    )  # fmt: skip
    trust(environ["HOME"], tmp_path / "authority" / "rootCA.pem")


@pytest.mark.usefixtures("mkcert")
def test_over_https_with_mkcert_everything_goes_by_itself(
    sign_in: Callable[..., Any], base_url: str
) -> None:
    program, seen = sign_in(f"https://localhost:{free_port()}/callback")
    assert program.end() == 0, program.err
    check_connected(seen, base_url)
    assert not seen["warned"]
    assert "about a certificate" not in program.err


def test_over_https_self_signed_the_warning_comes_first_and_once(
    sign_in: Callable[..., Any], base_url: str
) -> None:
    program, seen = sign_in(f"https://localhost:{free_port()}/callback")
    assert program.end() == 0, program.err
    assert seen["warned"]
    assert not seen["second_warning"]
    check_connected(seen, base_url)
    assert "warn about a certificate" in program.err
    assert "did not accept the certificate" in program.err


def test_cancel_is_told_on_both_sides(sign_in: Callable[..., Any]) -> None:
    program, seen = sign_in(f"http://localhost:{free_port()}/callback", button="Cancel")
    assert program.end() == 4
    assert seen["heading"] == "Not connected"
    assert "cancelled in the browser" in seen["text"]
    assert "cancelled in the browser" in program.err


def test_a_failing_exchange_is_told_in_the_browser_too(sign_in: Callable[..., Any]) -> None:
    program, seen = sign_in(
        f"http://localhost:{free_port()}/callback", INTERCOM_CLIENT_SECRET="wrong-secret"
    )
    assert program.end() == 4
    assert seen["heading"] == "Not connected"
    assert "Unauthorized Client" in seen["text"]
