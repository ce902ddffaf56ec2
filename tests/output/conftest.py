"""Write records and tell what came out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from output_case import ANN, BOB, COLUMNS, Run, Written

from intercom_cli.errors import IntercomError
from intercom_cli.output.printer import Look
from intercom_cli.resource import Column

Write = Callable[..., Written]


@pytest.fixture
def write() -> Write:
    """Write records, or with one=True the first as a single one, and tell what came out."""

    def written(
        *rows: bytes,
        rows_from: Iterable[bytes] | None = None,
        one: bool = False,
        columns: tuple[Column, ...] = COLUMNS,
        env: dict[str, str] | None = None,
        terminal: bool = False,
        err_terminal: bool = False,
        encoding: str = "utf-8",
        **look: object,
    ) -> Written:
        run = Run(terminal, err_terminal, encoding)
        if "fields" in look:
            look["fields"] = tuple(str(look["fields"]).split(","))
        printer = run.printer(env or {}, Look(**look))
        given = list(rows or (ANN, BOB)) if rows_from is None else rows_from
        count, failure = None, None
        try:
            if one:
                printer.record(next(iter(given)), columns)
            else:
                count = printer.records(given, columns, noun="contacts")
        except IntercomError as error:
            failure = error
        return Written(run.out.getvalue(), run.err.getvalue(), count, failure)

    return written
