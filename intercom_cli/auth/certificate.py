"""The certificate of the sign-in listener: the person's, mkcert's, or one of our own."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local import files
from intercom_cli.local.places import data_dir
from intercom_cli.local.secret_variables import without_secrets

NAMES = ("localhost", "127.0.0.1", "::1")
MARGIN = 7 * 86400  # seconds; renewed a week before it ends
PATIENCE = 15.0  # seconds for mkcert


class Certificate(NamedTuple):
    """Files of a certificate and its key; ``warns`` is whether a browser will ask about it."""

    cert: Path
    key: Path
    warns: bool

    def context(self) -> ssl.SSLContext:
        """Make the server's TLS context. Raises Misuse when the files do not fit."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        try:
            context.load_cert_chain(self.cert, self.key)
        except (OSError, ssl.SSLError) as error:
            reason = error.strerror or str(error)
            raise Misuse(
                f"{self.cert} and {self.key} are not a certificate and its key: {reason}.",
                hint="Leave out --cert and --key to use one that is made for you.",
            ) from error
        return context


def find(environ: Mapping[str, str], *, cert: Path | None, key: Path | None) -> Certificate:
    """Choose a certificate: the one given, mkcert's where it is set up, else a self-signed one.

    Raises Misuse when only half of a pair is given, StorageFailed when none can be kept.
    """
    if (cert is None) != (key is None):
        raise Misuse("--cert and --key go together.")
    if cert and key:
        return Certificate(cert, key, warns=False)
    directory = data_dir(environ) / "certificate"
    return _by_mkcert(environ, directory) or _self_signed(directory)


def _by_mkcert(environ: Mapping[str, str], directory: Path) -> Certificate | None:
    """A certificate of mkcert's own authority, which this machine's browsers trust."""
    program = shutil.which("mkcert", path=environ.get("PATH"))
    root = _authority(program, environ) if program else None
    if not program or not root:
        return None
    made = Certificate(directory / "mkcert.pem", directory / "mkcert-key.pem", warns=False)
    if _is_fresh(made) and made.cert.stat().st_mtime >= root.stat().st_mtime:
        return made
    try:
        files.make_private_dir(directory)
        _run(program, environ, "-cert-file", str(made.cert), "-key-file", str(made.key), *NAMES)
        made.key.chmod(0o600)
    except (OSError, subprocess.SubprocessError):
        return None  # the self-signed one works everywhere
    return made if _is_fresh(made) else None


def _authority(program: str, environ: Mapping[str, str]) -> Path | None:
    """The root certificate of mkcert, when one was made; ``mkcert -install`` is the person's."""
    try:
        root = Path(_run(program, environ, "-CAROOT").strip()) / "rootCA.pem"
    except (OSError, subprocess.SubprocessError):
        return None
    return root if root.is_file() else None


def _run(program: str, environ: Mapping[str, str], *words: str) -> str:
    done = subprocess.run(  # noqa: S603 - the program was found in PATH
        [program, *words],
        env=without_secrets(environ),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout


def _self_signed(directory: Path) -> Certificate:
    """Our own certificate, kept for a year: a browser remembers its exception for just this one."""
    kept = Certificate(directory / "self-signed.pem", directory / "self-signed-key.pem", warns=True)
    if not _is_fresh(kept):
        with files.locked(kept.cert):
            if not _is_fresh(kept):
                _make(kept)
    return kept


def _is_fresh(kept: Certificate) -> bool:
    """Whether the pair is there, is ours alone, fits together and lasts for a while."""
    from cryptography import x509

    if kept.key.is_symlink() or kept.cert.is_symlink():
        raise StorageFailed(
            f"{kept.key} is a symbolic link; keys are not read through one.", hint=f"rm {kept.key}"
        )
    try:
        end = x509.load_pem_x509_certificate(kept.cert.read_bytes()).not_valid_after_utc
        kept.context()
    except (OSError, ValueError, Misuse):
        return False
    return end.timestamp() > time.time() + MARGIN


def _make(kept: Certificate) -> None:
    from intercom_cli.auth.self_signed import make

    cert, key = make(NAMES)
    files.replace(kept.key, key)
    files.replace(kept.cert, cert)
