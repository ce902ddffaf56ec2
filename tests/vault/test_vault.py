from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.vault import SERVICE, Vault

SECRET = {"access_token": "dG9rOnRlc3Q=", "client_secret": "s\u00e9cret \U0001f511"}
NO_KEYRING = "keyring.backends.fail.Keyring"


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault({}, tmp_path)


def python(code: str, *words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process with a clean environment."""
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_service_is_not_that_of_the_official_tool() -> None:
    assert SERVICE == "intercom-terminal"


def test_a_secret_in_the_file_comes_back_in_another_process(vault: Vault, tmp_path: Path) -> None:
    kept = vault.put("acme", SECRET, store="file")
    assert (kept.store, kept.notice) == ("file", None)
    assert kept.place == str(vault.file.path)
    code = (
        "import sys, json, pathlib; from intercom_cli.vault import Vault\n"
        "print(json.dumps(Vault({}, pathlib.Path(sys.argv[1])).get('acme', 'file')))\n"
        "assert 'keyring' not in sys.modules"
    )
    assert json.loads(python(code, str(tmp_path)).stdout) == SECRET


def test_only_the_named_secret_is_forgotten(vault: Vault) -> None:
    vault.put("one", SECRET, store="file")
    vault.put("two", {"access_token": "x"}, store="file")
    assert vault.forget("one", "file")
    assert not vault.forget("one", "file")
    assert vault.get("one", "file") is None
    assert vault.get("two", "file") == {"access_token": "x"}


def test_nothing_is_read_where_nothing_is_stored(vault: Vault, tmp_path: Path) -> None:
    assert vault.get("acme", "file") is None
    assert vault.get("acme", "none") is None
    assert not vault.forget("acme", "none")
    assert not vault.forget("acme", "file")
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_does_not_exist_is_refused(vault: Vault) -> None:
    with pytest.raises(Misuse):
        vault.put("acme", SECRET, store="cloud")


def test_the_file_and_its_directory_are_their_owners_alone(vault: Vault) -> None:
    previous = os.umask(0)
    try:
        vault.file.path.parent.mkdir(mode=0o777)
        vault.put("acme", SECRET, store="file")
    finally:
        os.umask(previous)
    assert vault.file.path.stat().st_mode & 0o777 == 0o600
    assert vault.file.path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("link", ["file", "directory"])
def test_a_symbolic_link_is_refused_for_reading_and_writing(
    link: str, vault: Vault, tmp_path: Path
) -> None:
    path = vault.file.path
    victim = tmp_path / "victim"
    if link == "file":
        victim.write_text("{}")
        victim.chmod(0o600)
        path.parent.mkdir()
        path.symlink_to(victim)
    else:
        victim.mkdir()
        path.parent.symlink_to(victim)
    for attempt in (
        lambda: vault.put("acme", SECRET, store="file"),
        lambda: vault.get("acme", "file"),
        lambda: vault.forget("acme", "file"),
    ):
        with pytest.raises(StorageFailed, match="symbolic link"):
            attempt()
    assert victim.is_dir() or victim.read_text() == "{}"


def test_a_file_that_others_can_read_is_refused_with_what_to_do(vault: Vault) -> None:
    vault.put("acme", SECRET, store="file")
    vault.file.path.chmod(0o644)
    with pytest.raises(StorageFailed, match="other users") as caught:
        vault.get("acme", "file")
    assert caught.value.hint == f"chmod 600 {vault.file.path}"


def test_a_corrupt_file_is_named_with_its_line_and_never_written(vault: Vault) -> None:
    vault.put("acme", SECRET, store="file")
    vault.file.path.write_text('{\n "acme": {\n')
    for attempt in (
        lambda: vault.get("acme", "file"),
        lambda: vault.put("other", SECRET, store="file"),
    ):
        with pytest.raises(StorageFailed) as caught:
            attempt()
        assert f"{vault.file.path}:3:" in caught.value.message
    assert vault.file.path.read_text() == '{\n "acme": {\n'


def test_six_parallel_writers_lose_no_secret(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from intercom_cli.vault import Vault\n"
        "v = Vault({}, pathlib.Path(sys.argv[1]))\n"
        "for n in range(5): v.put(f'{sys.argv[2]}-{n}', {'access_token': str(n)}, store='file')\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), f"w{number}"])
        for number in range(6)
    ]
    assert [writer.wait(60) for writer in writers] == [0] * 6
    vault = Vault({}, tmp_path)
    for number in range(6):
        for n in range(5):
            assert vault.get(f"w{number}-{n}", "file") == {"access_token": str(n)}


PUT = """
import json, sys, pathlib
from intercom_cli.errors import IntercomError
from intercom_cli.vault import Vault
vault = Vault({}, pathlib.Path(sys.argv[1]))
store = sys.argv[2] if len(sys.argv) > 2 else None
try:
    kept = vault.put("acme", {"access_token": "dG9rOnRlc3Q="}, store=store)
    print(kept.store, kept.notice)
    print(vault.get("acme", kept.store))
except IntercomError as error:
    print(error.exit_code, error.message)
"""


def test_without_a_keyring_the_secret_goes_to_a_file_and_that_is_said(tmp_path: Path) -> None:
    done = python(PUT, str(tmp_path), PYTHON_KEYRING_BACKEND=NO_KEYRING)
    store, got = done.stdout.splitlines()
    assert store.startswith("file No keyring could be used (there is none on this system)")
    assert str(tmp_path / "secrets" / "secrets.json") in store
    assert got == "{'access_token': 'dG9rOnRlc3Q='}"


def test_a_keyring_asked_for_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    done = python(PUT, str(tmp_path), "keyring", PYTHON_KEYRING_BACKEND=NO_KEYRING)
    assert done.stdout.startswith("12 The system keyring cannot be used: there is none")
    assert list(tmp_path.iterdir()) == []


def backend(directory: Path, text: str) -> dict[str, str]:
    """An environment whose keyring is this class."""
    directory.mkdir(exist_ok=True)
    body = "from keyring.backend import KeyringBackend\nimport time, threading\n" + text
    (directory / "odd_backend.py").write_text(body)
    return {"PYTHONPATH": str(directory), "PYTHON_KEYRING_BACKEND": "odd_backend.Keyring"}


PLAIN = """
class Keyring(KeyringBackend):
    priority = 9
    def set_password(self, service, username, password): print("STORED", password)
    def get_password(self, service, username): return None
    def delete_password(self, service, username): pass
"""


def test_a_backend_that_is_not_known_to_be_safe_gets_no_secret(tmp_path: Path) -> None:
    done = python(PUT, str(tmp_path / "config"), **backend(tmp_path / "lib", PLAIN))
    assert "STORED" not in done.stdout
    assert done.stdout.startswith("file No keyring could be used (odd_backend is not one")


CHAIN = """
Plain = type("Plain", (KeyringBackend,), dict(
    priority=9,
    set_password=lambda self, *a: print("STORED"),
    get_password=lambda self, *a: None,
    delete_password=lambda self, *a: None,
))
entries = {}
Safe = type("Keyring", (KeyringBackend,), dict(
    priority=5,
    __module__="keyring.backends.SecretService",
    set_password=lambda self, service, name, value: entries.__setitem__((service, name), value),
    get_password=lambda self, service, name: entries.get((service, name)),
    delete_password=lambda self, service, name: entries.pop((service, name)),
))
class Keyring(KeyringBackend):
    priority = 10
    backends = [Plain(), Safe()]
    def set_password(self, *a): print("STORED")
    def get_password(self, *a): return None
    def delete_password(self, *a): pass
"""


def test_inside_a_chain_only_the_safe_backend_is_used(tmp_path: Path) -> None:
    done = python(PUT, str(tmp_path / "config"), **backend(tmp_path / "lib", CHAIN))
    assert done.stdout.splitlines() == ["keyring None", "{'access_token': 'dG9rOnRlc3Q='}"]


ODD = """
class Odd(BaseException if False else Exception):
    pass
class Keyring(KeyringBackend):
    __module__ = "keyring.backends.SecretService"
    priority = 9
    def set_password(self, *a): {action}
    def get_password(self, *a): {action}
    def delete_password(self, *a): {action}
"""


def test_whatever_a_backend_raises_is_survived(tmp_path: Path) -> None:
    odd = backend(tmp_path / "lib", ODD.format(action="raise Odd('DBus says \\x1b[31m no')"))
    done = python(PUT, str(tmp_path / "config"), **odd)
    assert done.stdout.startswith("file No keyring could be used (it failed with Odd)")
    assert done.stderr == ""


def test_a_keyring_that_forgets_at_once_is_noticed(tmp_path: Path) -> None:
    lying = backend(tmp_path / "lib", ODD.format(action="return None"))
    done = python(PUT, str(tmp_path / "config"), **lying)
    assert done.stdout.startswith("file No keyring could be used (it did not give back")


HUNG = """
import sys, pathlib
from intercom_cli.errors import StorageFailed
from intercom_cli.vault import Vault
vault = Vault({}, pathlib.Path(sys.argv[1]))
kept = vault.put("acme", {"access_token": "x"})
print(kept.store, kept.notice)
print(vault.get("acme", "file"))
for attempt in range(50):
    try:
        vault.get("acme", "keyring")
    except StorageFailed as error:
        message = error.message
print(message)
"""


def test_a_hung_keyring_costs_its_limit_once_and_the_program_ends(tmp_path: Path) -> None:
    # It sleeps for longer than the test may last: only a bound that works lets the process end,
    # and fifty more calls only pass when the keyring is not asked again.
    hung = backend(tmp_path / "lib", ODD.format(action="time.sleep(3600)"))
    done = python(HUNG, str(tmp_path / "config"), **hung)
    first, second, third = done.stdout.splitlines()
    assert first.startswith("file No keyring could be used (it did not answer within 3 seconds)")
    assert second == "{'access_token': 'x'}"
    assert third == "The system keyring cannot be used: it did not answer within 3 seconds."
