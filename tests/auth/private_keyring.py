"""A Secret Service of one's own: a private D-Bus and a gnome-keyring, for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stage import need

PATIENCE = 30.0
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={run}</listen>{services}
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""
SERVICE = "[D-BUS Service]\nName={name}\nExec=/bin/sleep 60\n"


def stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def bus(*, hung: tuple[str, ...] = ()) -> Iterator[dict[str, str]]:
    """A session bus where nothing can be started but services that never answer."""
    need(shutil.which("dbus-daemon"), "dbus-daemon is not installed")
    # Directly under the temporary directory: a socket's path is limited to 108 bytes.
    with tempfile.TemporaryDirectory(prefix="kr") as name:
        root = Path(name)
        for part in ("run", "home", "services"):
            (root / part).mkdir(mode=0o700)
        for service in hung:
            (root / "services" / f"{service}.service").write_text(SERVICE.format(name=service))
        services = f"<servicedir>{root / 'services'}</servicedir>" if hung else ""
        config = root / "bus.conf"
        config.write_text(BUS.format(run=root / "run", services=services))
        read, write = os.pipe()
        daemon = subprocess.Popen(
            ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={config}",
             f"--print-address={write}"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                address = pipe.readline().strip()
            yield {
                "HOME": str(root / "home"),
                "XDG_RUNTIME_DIR": str(root / "run"),
                "XDG_DATA_HOME": str(root / "home"),
                "DBUS_SESSION_BUS_ADDRESS": address,
            }
        finally:
            stop(daemon)


@contextmanager
def keyring(*, locked: bool = False) -> Iterator[dict[str, str]]:
    """An unlocked keyring on a bus of its own; gives the environment that leads to it."""
    need(shutil.which("gnome-keyring-daemon"), "gnome-keyring-daemon is not installed")
    with bus() as environ:
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environ},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            assert daemon.stdin
            daemon.stdin.write(b"password")
            daemon.stdin.close()
            wait_until_open(environ["DBUS_SESSION_BUS_ADDRESS"], lock=locked)
            yield environ
        finally:
            stop(daemon)


def wait_until_open(address: str, *, lock: bool) -> None:
    import secretstorage
    from jeepney.io.blocking import open_dbus_connection

    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with open_dbus_connection(address) as connection:
                collection = secretstorage.get_default_collection(connection)
                if not collection.is_locked():
                    if lock:
                        collection.lock()
                    return
        except Exception:  # noqa: BLE001 - it is still starting, and says so in many ways
            assert time.monotonic() < deadline, "the keyring never opened"
        time.sleep(0.02)


def entries(address: str, service: str) -> dict[str, str]:
    """What the keyring holds of a service, read without our program."""
    import secretstorage
    from jeepney.io.blocking import open_dbus_connection

    with open_dbus_connection(address) as connection:
        collection = secretstorage.get_default_collection(connection)
        found = collection.search_items({"service": service})
        return {item.get_attributes()["username"]: item.get_secret().decode() for item in found}
