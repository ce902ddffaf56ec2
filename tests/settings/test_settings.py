from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from intercom_cli.errors import IntercomError, Misuse, NotSignedIn, StorageFailed
from intercom_cli.local.places import config_dir, data_dir
from intercom_cli.settings import KEYS, Settings, Workspace

OTHER_VALUES = {
    "workspace": ("one", "two", "three"),
    "output": ("json", "csv", "ids"),
    "api_version": ("2.14", "2.15", "Preview"),
    "timeout": ("1", "2.5", "3"),
    "max_wait": ("4", "5", "6"),
    "color": ("always", "never", "auto"),
    "pager": ("auto", "always", "never"),
    "guard_formulas": ("true", "false", "true"),
    "no_input": ("true", "false", "true"),
    "region": ("eu", "au", "us"),
    "base_url": ("http://127.0.0.1:1", "http://127.0.0.1:2", "http://127.0.0.1:3"),
    "client_id": ("a", "b", "c"),
    "redirect_uri": ("http://localhost:1/a", "http://localhost:2/b", "http://localhost:3/c"),
}


def settings(directory: Path, given: dict[str, object] | None = None, **environ: str) -> Settings:
    return Settings.load({"INTERCOM_CONFIG_DIR": str(directory), **environ}, given or {})


def write(directory: Path, text: str) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / "config.toml"
    path.write_text(text)
    return path


@pytest.mark.parametrize("key", KEYS)
def test_a_flag_beats_the_environment_which_beats_the_file_which_beats_the_default(
    key: str, tmp_path: Path
) -> None:
    in_file, in_environment, in_flag = OTHER_VALUES[key]
    known = KEYS[key]
    environ = dict.fromkeys(known.variables, in_environment)
    flag = {key: in_flag}

    assert settings(tmp_path).get(key).source == "default"
    assert settings(tmp_path).get(key).value == known.default
    settings(tmp_path).set(key, in_file)
    found = settings(tmp_path).get(key)
    assert (found.source, found.value) == ("file", known.parse(in_file))
    if known.variables:
        found = settings(tmp_path, **environ).get(key)
        assert (found.source, found.value) == ("environment", known.parse(in_environment))
    found = settings(tmp_path, flag, **environ).get(key)
    assert (found.source, found.value) == ("flag", known.parse(in_flag))


def test_the_address_of_the_api_has_two_names(tmp_path: Path) -> None:
    first, second = "http://127.0.0.1:1", "http://127.0.0.1:2"
    found = settings(tmp_path, INTERCOM_BASE_URL=second).get("base_url")
    assert (found.value, found.source) == (second, "environment")
    both = settings(tmp_path, INTERCOM_API_BASE_URL=first, INTERCOM_BASE_URL=second)
    assert both.get("base_url").value == first


def test_the_defaults_are_those_promised(tmp_path: Path) -> None:
    found = {key: settings(tmp_path).get(key).value for key in KEYS}
    assert found["api_version"] == "2.16"
    assert (found["timeout"], found["max_wait"]) == (60, 120)
    assert found["redirect_uri"] == "https://localhost:8484/callback"
    assert (found["color"], found["no_input"]) == ("auto", False)
    assert found["output"] is None


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    assert settings(tmp_path, INTERCOM_REGION="").get("region").source == "default"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("INTERCOM_TIMEOUT", "soon"),
        ("INTERCOM_TIMEOUT", "nan"),
        ("INTERCOM_TIMEOUT", "-1"),
        ("INTERCOM_REGION", "mars"),
        ("INTERCOM_OUTPUT", "xml"),
        ("INTERCOM_NO_INPUT", "maybe"),
        ("INTERCOM_API_BASE_URL", "api.intercom.io"),
        ("INTERCOM_API_BASE_URL", "https://h/?q=1"),
        ("INTERCOM_API_BASE_URL", "https://me:canary@h"),
        ("INTERCOM_API_BASE_URL", "https://h\\@evil.test"),
        ("INTERCOM_API_BASE_URL", "https://h:99999"),
        ("INTERCOM_API_BASE_URL", "https://h:0"),
        ("INTERCOM_API_BASE_URL", "https://h/a b"),
    ],
)
def test_a_variable_that_makes_no_sense_is_named(variable: str, value: str, tmp_path: Path) -> None:
    key = next(key.name for key in KEYS.values() if variable in key.variables)
    with pytest.raises(Misuse, match=variable) as caught:
        settings(tmp_path, **{variable: value}).get(key)
    assert "canary" not in caught.value.message


def test_a_value_in_the_file_that_makes_no_sense_is_shown_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, '# mine\n\nregion = "mars"\n')
    with pytest.raises(StorageFailed) as caught:
        settings(tmp_path).get("region")
    assert f"{path}:3: region is 'mars', but must be us, eu or au" in caught.value.message


def test_a_variable_in_a_value_is_read_when_the_value_is_used(tmp_path: Path) -> None:
    write(tmp_path, 'client_id = "${MY_APP}"\nregion = "eu"\n')
    assert settings(tmp_path, MY_APP="abc").get("client_id").value == "abc"
    assert settings(tmp_path).get("region").value == "eu"
    with pytest.raises(StorageFailed) as caught:
        settings(tmp_path).get("client_id")
    assert "config.toml:1: client_id needs ${MY_APP}" in caught.value.message


def test_a_variable_in_a_workspace_is_read_when_that_workspace_is_used(tmp_path: Path) -> None:
    write(
        tmp_path,
        '[workspaces.a]\nbase_url = "${MY_URL}"\n[workspaces.b]\nbase_url = "http://b"\n',
    )
    assert settings(tmp_path, MY_URL="http://a").workspace("a").base_url == "http://a"
    assert settings(tmp_path).workspace("b").base_url == "http://b"
    assert set(settings(tmp_path).workspaces()) == {"a", "b"}
    with pytest.raises(StorageFailed, match="MY_URL"):
        settings(tmp_path).workspace("a")


def test_setting_something_keeps_the_comments_and_the_order(tmp_path: Path) -> None:
    path = write(
        tmp_path, '# first\noutput = "json" # why\n\n[workspaces.a]\n# note\nregion = "eu"\n'
    )
    settings(tmp_path).set("timeout", "5")
    settings(tmp_path).set("output", "csv")
    text = path.read_text()
    assert text.startswith('# first\noutput = "csv" # why\ntimeout = 5.0\n')
    assert '[workspaces.a]\n# note\nregion = "eu"\n' in text
    assert settings(tmp_path).workspaces()["a"].region == "eu"


@pytest.mark.parametrize("write_it", ["set", "file"])
def test_an_unknown_key_is_refused_with_the_close_one(write_it: str, tmp_path: Path) -> None:
    if write_it == "set":
        with pytest.raises(Misuse) as misuse:
            settings(tmp_path).set("ouput", "json")
        assert misuse.value.message == "There is no setting called 'ouput'; did you mean output?"
        assert not (tmp_path / "config.toml").exists()
        return
    path = write(tmp_path, 'region = "eu"\nouput = "json"\n')
    with pytest.raises(StorageFailed) as caught:
        settings(tmp_path).get("region")
    assert f"{path}:2: " in caught.value.message
    assert "did you mean output?" in caught.value.message
    assert caught.value.hint == "intercom config unset ouput"
    assert settings(tmp_path).unset("ouput")
    assert settings(tmp_path).get("region").value == "eu"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"region = \n", 1),
        (b'a = 1\n[workspaces.x\nregion = "eu"\n', 2),
        (b'region = "eu"\nregion = "us"\n', 2),
        (b"region = 'eu'\n# \xff\n", 2),
        (b"workspaces = 3\n", 1),
        (b"\n[workspaces]\na = 3\n", 2),
    ],
)
def test_a_corrupt_file_is_named_with_its_line_and_never_written(
    text: bytes, line: int, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text)
    attempts = [
        lambda s: s.workspaces(),
        lambda s: s.get("region"),
        lambda s: s.keep_workspace(Workspace("new")),
        lambda s: s.set("region", "au"),
    ]
    for attempt in attempts:
        with pytest.raises(IntercomError) as caught:
            attempt(settings(tmp_path))
        assert caught.value.exit_code == 12
        assert f"{path}:{line}:" in caught.value.message
        assert path.read_bytes() == text


def test_a_file_nobody_may_read_is_an_error_not_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    with pytest.raises(StorageFailed, match="Cannot read"):
        settings(tmp_path).workspaces()


def test_workspaces_are_kept_renamed_chosen_and_dropped_one_by_one(tmp_path: Path) -> None:
    s = settings(tmp_path)
    one = Workspace("one", app_id="a1", app_name='Ünïcode "quoted"', region="eu", store="file")
    two = Workspace("two.b", kind="sandbox", read_only=True, connected_at=7)
    s.keep_workspace(one)
    s.keep_workspace(two)
    assert s.workspaces() == {"one": one, "two.b": two}
    assert s.get("workspace").value == "one"
    s.use_workspace("two.b")
    s.rename_workspace("two.b", "second")
    assert s.get("workspace").value == "second"
    assert list(s.workspaces()) == ["one", "second"]
    assert (tmp_path / "workspaces.txt").read_text() == "one\nsecond\n"
    s.drop_workspace("second")
    assert s.workspaces() == {"one": one}
    assert s.get("workspace").value == "one"
    s.drop_workspace("one")
    assert s.workspaces() == {}
    assert s.get("workspace").value is None
    assert (tmp_path / "workspaces.txt").read_text() == ""


def test_dropping_the_default_of_three_leaves_no_default(tmp_path: Path) -> None:
    s = settings(tmp_path)
    for name in ("a", "b", "c"):
        s.keep_workspace(Workspace(name))
    s.drop_workspace("a")
    assert s.get("workspace").value is None
    assert list(s.workspaces()) == ["b", "c"]


def test_an_unknown_workspace_is_refused_with_the_close_one(tmp_path: Path) -> None:
    s = settings(tmp_path)
    s.keep_workspace(Workspace("acme"))
    for attempt in (s.workspace, s.drop_workspace, s.use_workspace):
        with pytest.raises(NotSignedIn, match="No workspace is called acne; there is acme"):
            attempt("acne")
    with pytest.raises(NotSignedIn):
        s.rename_workspace("acne", "x")
    s.keep_workspace(Workspace("other"))
    with pytest.raises(Misuse, match="already"):
        s.rename_workspace("acme", "other")
    assert list(s.workspaces()) == ["acme", "other"]


@pytest.mark.parametrize("name", ["", " ", "a b", "-a", "a/b", "$(x)", "a\nb", "x" * 65])
def test_a_name_a_shell_could_not_carry_is_refused(name: str, tmp_path: Path) -> None:
    s = settings(tmp_path)
    s.keep_workspace(Workspace("acme"))
    with pytest.raises(Misuse):
        s.rename_workspace("acme", name)


def test_completion_never_sees_a_name_that_a_shell_could_run(tmp_path: Path) -> None:
    write(tmp_path, '[workspaces."$(reboot)"]\n[workspaces.fine]\n')
    settings(tmp_path).set("region", "eu")
    assert (tmp_path / "workspaces.txt").read_text() == "fine\n"


def test_what_a_newer_version_wrote_into_a_workspace_is_kept(tmp_path: Path) -> None:
    path = write(tmp_path, '[workspaces.a]\nfuture = "x"\nregion = "eu"\n')
    settings(tmp_path).rename_workspace("a", "b")
    assert 'future = "x"' in path.read_text()
    assert settings(tmp_path).workspaces()["b"].region == "eu"


def test_six_parallel_writers_lose_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; from intercom_cli.settings import Settings, Workspace\n"
        "s = Settings.load({'INTERCOM_CONFIG_DIR': sys.argv[1]})\n"
        "for n in range(5): s.keep_workspace(Workspace(f'{sys.argv[2]}-{n}'))\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), f"w{number}"])
        for number in range(6)
    ]
    assert [writer.wait(60) for writer in writers] == [0] * 6
    expected = {f"w{number}-{n}" for number in range(6) for n in range(5)}
    assert set(settings(tmp_path).workspaces()) == expected
    assert set((tmp_path / "workspaces.txt").read_text().split()) == expected
    assert not list(tmp_path.glob(".*"))


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    directory = tmp_path / "deep" / "config"
    previous = os.umask(0)
    try:
        settings(directory).set("region", "eu")
    finally:
        os.umask(previous)
    assert (directory / "config.toml").stat().st_mode & 0o777 == 0o600
    assert directory.stat().st_mode & 0o777 == 0o700


def test_a_link_into_a_dotfiles_repository_stays_a_link(tmp_path: Path) -> None:
    real = write(tmp_path / "dotfiles", 'region = "eu"\n')
    (tmp_path / "config").mkdir()
    link = tmp_path / "config" / "config.toml"
    link.symlink_to(real)
    settings(tmp_path / "config").set("region", "au")
    assert link.is_symlink()
    assert real.read_text() == 'region = "au"\n'


LOAD = """
import os, pwd, random, sys, tempfile, tomllib
import filelock, tomlkit
from intercom_cli.errors import StorageFailed
from intercom_cli.settings import Settings
with tempfile.TemporaryDirectory() as spare:
    Settings.load({'INTERCOM_CONFIG_DIR': spare}).set('region', 'eu')
"""


def unprivileged(
    code: str, *words: str, user: int = 65534, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run Python without root's powers; what it needs is loaded before they are given up."""
    drop = f"if os.getuid() == 0: os.setgid({user}); os.setuid({user})\n"
    return subprocess.run(
        [sys.executable, "-c", LOAD + drop + code, *words],
        env={"PATH": os.environ["PATH"], **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def readable() -> Iterator[Path]:
    """A directory that everybody can reach."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


READ_AND_WRITE = """
s = Settings.load({'INTERCOM_CONFIG_DIR': sys.argv[1]})
print(s.get('region').value, list(s.workspaces()))
try:
    s.set('region', 'us')
except StorageFailed as error:
    print(error.message)
"""


def test_a_read_only_directory_can_be_read_and_says_so_when_written(readable: Path) -> None:
    path = write(readable, 'region = "eu"\n[workspaces.a]\n')
    path.chmod(0o644)
    readable.chmod(0o555)
    done = unprivileged(READ_AND_WRITE, str(readable))
    readable.chmod(0o755)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == "eu ['a']"
    assert second.startswith(f"Cannot write {path}: ")
    assert list(readable.iterdir()) == [path]


def test_the_directories_are_found_without_a_home() -> None:
    assert config_dir({"INTERCOM_CONFIG_DIR": "/x"}) == Path("/x")
    assert data_dir({"INTERCOM_CONFIG_DIR": "/x"}) == Path("/x/data")
    if sys.platform == "linux":
        assert config_dir({"XDG_CONFIG_HOME": "/c"}) == Path("/c/intercom-cli")
        assert data_dir({"XDG_DATA_HOME": "/d"}) == Path("/d/intercom-cli")
        assert config_dir({"XDG_CONFIG_HOME": "rel", "HOME": "/h"}) == Path(
            "/h/.config/intercom-cli"
        )
        assert config_dir({"HOME": "/h"}) == Path("/h/.config/intercom-cli")
        assert data_dir({"HOME": "/h"}) == Path("/h/.local/share/intercom-cli")


HOMELESS = """
s = Settings.load({'INTERCOM_REGION': 'eu'})
print(s.get('region').value, s.get('timeout').source, dict(s.workspaces()))
try:
    s.set('region', 'us')
except StorageFailed as error:
    print(error.message, error.hint)
"""


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="needs root on Linux")
def test_a_user_without_a_home_works_from_the_environment_alone() -> None:
    done = unprivileged(HOMELESS, user=54321)
    assert done.stderr == ""
    first, second = done.stdout.splitlines()
    assert first == "eu default {}"
    assert "no home directory" in second
    assert "INTERCOM_CONFIG_DIR" in second


def test_reading_settings_imports_nothing_heavy(tmp_path: Path) -> None:
    write(tmp_path, 'region = "eu"\n')
    code = (
        "import sys, json; from intercom_cli.settings import Settings\n"
        "Settings.load({'INTERCOM_CONFIG_DIR': sys.argv[1]}).get('region')\n"
        "print(json.dumps([m for m in ('tomlkit', 'filelock', 'platformdirs', 'keyring', 'httpx2')"
        " if m in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []
