"""What the person chose: flags over the environment over config.toml over defaults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from intercom_cli.errors import Misuse, StorageFailed
from intercom_cli.local import config_file, files, keys, workspace
from intercom_cli.local.keys import KEYS
from intercom_cli.local.places import config_dir, data_dir
from intercom_cli.local.workspace import Workspace

__all__ = ["KEYS", "Setting", "Settings", "Workspace", "config_dir", "data_dir"]

Origin = Literal["flag", "environment", "file", "default"]
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Setting(NamedTuple):
    """A value and where it came from; ``place`` names the flag, the variable or the file."""

    value: Any
    source: Origin
    place: str = ""


class Settings:
    """Everything that can be configured, read when it is first asked for."""

    def __init__(self, environ: Mapping[str, str], given: Mapping[str, Any] = NOTHING) -> None:
        self.environ = environ
        self.given = given
        self._table: dict[str, Any] | None = None

    @classmethod
    def load(cls, environ: Mapping[str, str], given: Mapping[str, Any] = NOTHING) -> Settings:
        """Take the environment and the flags given; the file is read later, if at all."""
        return cls(environ, given)

    @property
    def path(self) -> Path:
        """The configuration file, whether it exists or not."""
        return config_dir(self.environ) / "config.toml"

    @property
    def table(self) -> dict[str, Any]:
        """The file as it stands; empty where there is none, or no place for one."""
        if self._table is None:
            self._table = self._read()
        return self._table

    def get(self, key: str) -> Setting:
        """Find a value by key.

        Raises Misuse or StorageFailed where it is set to something that makes no sense.
        """
        known = keys.find(key)
        if self.given.get(key) is not None:
            return Setting(known.read(self.given[key]), "flag", f"--{key.replace('_', '-')}")
        for variable in known.variables:
            if self.environ.get(variable):
                value = known.read(self.environ[variable], of=variable)
                return Setting(value, "environment", variable)
        if key in self._checked():
            return Setting(self._filed(key), "file", str(self.path))
        return Setting(known.default, "default")

    def workspaces(self) -> dict[str, Workspace]:
        """Every connected workspace by its name, as written."""
        tables = self._checked().get("workspaces", {})
        return {name: workspace.from_table(name, table) for name, table in tables.items()}

    def workspace(self, name: str) -> Workspace:
        """One workspace, with ``${NAME}`` read from the environment.

        Raises NotSignedIn when there is none of that name, naming a close one.
        """
        tables = self._checked().get("workspaces", {})
        if name not in tables:
            raise workspace.unknown(name, tables)
        filled = {
            key: self._expanded(value, key) if isinstance(value, str) else value
            for key, value in tables[name].items()
        }
        return workspace.from_table(name, filled)

    def set(self, key: str, value: str) -> None:
        """Write a setting into the file.

        Raises Misuse for an unknown key or a value it cannot have.
        """
        known = keys.find(key)
        written = value if "${" in value else known.read(value)

        def change(document: Any) -> None:
            document[key] = written

        self._edit(change)

    def unset(self, key: str) -> bool:
        """Take a setting out of the file, known or not; False when it was not there."""
        if key == "workspaces":
            raise Misuse("Workspaces are taken away one by one.", hint="intercom disconnect NAME")
        found: list[bool] = []

        def change(document: Any) -> None:
            found.append(document.pop(key, None) is not None)

        self._edit(change)
        return found[0]

    def keep_workspace(self, kept: Workspace, *, default: bool = False) -> None:
        """Write a workspace down, replacing one of the same name; the first is the default."""

        def change(document: Any) -> None:
            tables = document.setdefault("workspaces", {})
            tables[kept.name] = workspace.to_table(kept)
            if default or document.get("workspace", "") not in tables:
                document["workspace"] = kept.name

        self._edit(change)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Read the file anew, and let no other process connect a workspace until the block ends.

        A sign-in waits for a person, so what was read at its beginning may be long out of date.
        Raises StorageFailed when the directory cannot be written.
        """
        with files.locked(self.path.resolve(), suffix=".connect.lock"):
            self._table = None
            yield

    def drop_workspace(self, name: str) -> None:
        """Forget exactly this workspace; when it was the default, a single other one follows.

        Raises NotSignedIn when there is none of that name.
        """

        def change(document: Any) -> None:
            tables = _having(document, name)
            del tables[name]
            if document.get("workspace") == name:
                del document["workspace"]
                if len(tables) == 1:
                    document["workspace"] = next(iter(tables))
            if not tables:
                del document["workspaces"]

        self._edit(change)

    def rename_workspace(self, old: str, new: str) -> None:
        """Give a workspace another name, also as the default.

        Raises NotSignedIn when there is none of the old name, Misuse when the new one is taken.
        """
        workspace.check_name(new)

        def change(document: Any) -> None:
            tables = _having(document, old)
            if new in tables:
                raise Misuse(f"There is already a workspace called {new}.")
            tables[new] = tables.pop(old)
            if document.get("workspace") == old:
                document["workspace"] = new

        self._edit(change)

    def use_workspace(self, name: str) -> None:
        """Make a workspace the default.

        Raises NotSignedIn when there is none of that name.
        """

        def change(document: Any) -> None:
            _having(document, name)
            document["workspace"] = name

        self._edit(change)

    def _read(self) -> dict[str, Any]:
        try:
            path = self.path
        except StorageFailed:
            return {}  # a user without a home can still work from the environment
        return config_file.read(path)

    def _checked(self) -> dict[str, Any]:
        """The file, refused with a key nobody knows: a typing error must not be silent."""
        for key in self.table:
            if key not in KEYS and key != "workspaces":
                line = config_file.line_of(self.path, key)
                raise StorageFailed(
                    f"{self.path}:{line}: {keys.unknown(key)}",
                    hint=f"intercom config unset {key}",
                )
        self._check_tables()
        return self.table

    def _check_tables(self) -> None:
        tables = self.table.get("workspaces", {})
        if isinstance(tables, Mapping) and all(isinstance(t, Mapping) for t in tables.values()):
            return
        line = config_file.line_of(self.path, "workspaces")
        raise StorageFailed(
            f"{self.path}:{line}: workspaces must be tables, as [workspaces.acme].",
            hint="Correct that line; the file was not changed.",
        )

    def _filed(self, key: str) -> Any:
        value = self.table[key]
        if isinstance(value, str):
            value = self._expanded(value, key)
        try:
            return KEYS[key].read(value, of=key)
        except Misuse as error:
            line = config_file.line_of(self.path, key)
            raise StorageFailed(
                f"{self.path}:{line}: {error.message}", hint=f"intercom config set {key} VALUE"
            ) from error

    def _expanded(self, text: str, key: str) -> str:
        if "${" not in text:
            return text
        return config_file.expand(text, self.environ, path=self.path, key=key)

    def _edit(self, change: Callable[[Any], None]) -> None:
        self._table = None
        self._check_tables()
        config_file.edit(self.path, change)
        self._table = None


def _having(document: Any, name: str) -> Any:
    tables = document.get("workspaces", {})
    if name not in tables:
        raise workspace.unknown(name, tables)
    return tables
