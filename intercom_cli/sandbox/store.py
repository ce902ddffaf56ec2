"""The SQLite database that holds one workspace, on disk or in memory."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from intercom_cli.errors import StorageFailed
from intercom_cli.sandbox.schema import INDEXES, TABLES, VERSION
from intercom_cli.sandbox.workspace import APP_ID

MEMORY = ":memory:"
COUNTS_KEPT = 256


class Store:
    """One connection, used by one caller at a time; other processes may share the file."""

    def __init__(self, database: Path | str = MEMORY) -> None:
        self.lock = threading.RLock()
        self.database = database
        self._app_id: str | None = None
        self._changes = 0
        self._counts: dict[Any, int] = {}
        self._counted_at: tuple[int, int] | None = None
        try:
            self._connection = connect(database)
        except (sqlite3.Error, OSError) as error:
            raise unusable(database, error) from error

    def rows(self, sql: str, params: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        return self._connection.execute(sql, params).fetchall()

    def row(self, sql: str, params: Sequence[Any] = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        found: sqlite3.Row | None = self._connection.execute(sql, params).fetchone()
        return found

    def value(self, sql: str, params: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return None if found is None else found[0]

    def run(self, sql: str, params: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Change something."""
        return self._connection.execute(sql, params)

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Change many rows in one go."""
        self._connection.executemany(sql, rows)

    def insert(self, table: str, values: dict[str, Any]) -> int:
        """Add a row and tell its number."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names are ours
        return self.run(sql, list(values.values())).lastrowid or 0

    def count(self, sql: str, params: Sequence[Any] = ()) -> int:
        """Count rows; the answer is remembered until somebody writes."""
        moment = (self._changes, self.value("PRAGMA data_version"))
        if moment != self._counted_at or len(self._counts) > COUNTS_KEPT:
            self._counts.clear()
            self._counted_at = moment
        key = (sql, tuple(params))
        if key not in self._counts:
            self._counts[key] = int(self.value(sql, params) or 0)
        return self._counts[key]

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[None]:
        """Do all of it or none of it."""
        self.run("BEGIN IMMEDIATE" if writing else "BEGIN")
        try:
            yield
        except BaseException:
            self.run("ROLLBACK")
            raise
        self.run("COMMIT")
        if writing:
            self._changes += 1

    def is_empty(self) -> bool:
        """Whether nothing was ever put here.

        Raises StorageFailed for a database of another kind or another release.
        """
        if not self.value("SELECT count(*) FROM sqlite_master"):
            return True
        try:
            found = self.value("SELECT value FROM meta WHERE name = 'schema'")
        except sqlite3.Error as error:
            raise unusable(self.database, error) from error
        if found != VERSION:
            raise StorageFailed(
                f"{self.database} was written by another release of the sandbox.",
                hint="Start afresh with: intercom sandbox reset",
            )
        return False

    @property
    def app_id(self) -> str:
        """The id of the workspace; those of earlier releases have none of their own."""
        if self._app_id is None:
            found = self.value("SELECT value FROM meta WHERE name = 'app_id'")
            self._app_id = str(found or APP_ID)
        return self._app_id

    def take_app_id(self, app_id: str) -> None:
        """Give the workspace its id."""
        self.run("INSERT OR REPLACE INTO meta (name, value) VALUES ('app_id', ?)", (app_id,))
        self._app_id = app_id

    def make_tables(self) -> None:
        """Create the tables, still without indexes."""
        for statement in TABLES.split(";\n"):
            self.run(statement)
        self.insert("meta", {"name": "schema", "value": VERSION})

    def make_indexes(self) -> None:
        """Create the indexes and learn how the values are spread."""
        for statement in INDEXES.split(";\n"):
            self.run(statement)
        self.run("ANALYZE")

    def drop_everything(self) -> None:
        """Take all tables away, whatever they hold."""
        names = self.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        for row in names:
            self.run(f'DROP TABLE "{row[0]}"')

    def copied(self) -> bytes:
        """The whole database, to be put into another one with ``become``."""
        return self._connection.serialize()

    def become(self, copy: bytes) -> None:
        """Hold what another database held when it was copied; only one in memory can."""
        self._connection.deserialize(copy)

    def close(self) -> None:
        """Let go of the file."""
        with self.lock:
            self._connection.close()


def connect(database: Path | str) -> sqlite3.Connection:
    """Open the database for several threads and, on disk, several processes."""
    if database != MEMORY:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        database, timeout=60, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA mmap_size = 1073741824")
    return connection


def unusable(database: Path | str, error: Exception) -> StorageFailed:
    """Say which file cannot be used as a sandbox, and why."""
    return StorageFailed(
        f"{database} cannot be used as a sandbox: {error}.",
        hint="Name another file with --db, or start afresh with: intercom sandbox reset",
    )
