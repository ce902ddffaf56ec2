from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from stage import need

from intercom_cli.auth import certificate
from intercom_cli.errors import StorageFailed


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "INTERCOM_CONFIG_DIR": str(tmp_path / "config"),
        "CAROOT": str(tmp_path / "authority"),
        "TRUST_STORES": "none",
    }


def find(environ: dict[str, str]) -> certificate.Certificate:
    return certificate.find(environ, cert=None, key=None)


def new_authority(environ: dict[str, str]) -> None:
    need(shutil.which("mkcert"), "mkcert is not installed")
    shutil.rmtree(environ["CAROOT"], ignore_errors=True)
    subprocess.run(["mkcert", "-install"], env=environ, check=True, capture_output=True)


def test_mkcerts_certificate_is_used_where_it_is_set_up_and_follows_its_authority(
    environ: dict[str, str],
) -> None:
    new_authority(environ)
    first = find(environ)
    assert first.cert.name == "mkcert.pem"
    assert not first.warns
    assert first.key.stat().st_mode & 0o777 == 0o600
    text = first.cert.read_bytes()
    assert find(environ).cert.read_bytes() == text
    new_authority(environ)
    later = datetime.now(UTC).timestamp() + 10
    os.utime(Path(environ["CAROOT"]) / "rootCA.pem", (later, later))
    assert find(environ).cert.read_bytes() != text


def test_mkcert_without_an_authority_is_not_used(environ: dict[str, str]) -> None:
    found = find(environ)
    assert found.cert.name == "self-signed.pem"
    assert found.warns
    assert not Path(environ["CAROOT"]).exists()


@pytest.mark.parametrize("script", ["exit 1", 'test "$1" = -CAROOT && echo "$CAROOT"', "sleep 0"])
def test_a_mkcert_that_fails_is_no_reason_to_stop(
    script: str, environ: dict[str, str], tmp_path: Path
) -> None:
    program = tmp_path / "bin" / "mkcert"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    Path(environ["CAROOT"]).mkdir()
    (Path(environ["CAROOT"]) / "rootCA.pem").write_text("x")
    environ["PATH"] = f"{program.parent}:/usr/bin:/bin"
    assert find(environ).cert.name == "self-signed.pem"


def test_a_certificate_that_ends_soon_is_made_anew(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = find(environ).cert.read_bytes()
    assert find(environ).cert.read_bytes() == first
    ahead = (datetime.now(UTC) + timedelta(days=359)).timestamp()
    with monkeypatch.context() as clock:
        clock.setattr("time.time", lambda: ahead)
        assert find(environ).cert.read_bytes() != first


def test_a_broken_pair_is_made_anew(environ: dict[str, str]) -> None:
    found = find(environ)
    found.key.write_text("broken")
    find(environ).context()


def test_a_key_behind_a_link_is_not_read(environ: dict[str, str], tmp_path: Path) -> None:
    found = find(environ)
    elsewhere = tmp_path / "elsewhere.pem"
    found.key.rename(elsewhere)
    found.key.symlink_to(elsewhere)
    with pytest.raises(StorageFailed, match="symbolic link"):
        find(environ)
