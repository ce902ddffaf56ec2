"""Write what a command found, in the format that was asked for or that fits the reader."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

from intercom_cli.errors import IntercomError, Misuse
from intercom_cli.references import Reference
from intercom_cli.resource import Column
from intercom_cli.streams import Streams, write_all

from .about import NOTHING, About
from .color import wants_color
from .look import Look
from .rows import Pages, pages_of
from .sheet import Sheet
from .talk import Talk

__all__ = ["Look", "Printer", "formats", "load"]

EVERYTHING = (Column("*", "*"),)


class Printer:
    """Data on stdout and talk on stderr, each as its reader needs it.

    ``names`` gives names by id for what columns refer to; it is asked only where they are shown.
    """

    def __init__(
        self,
        streams: Streams,
        environ: Mapping[str, str],
        look: Look,
        now: Callable[[], float] = time.time,
        names: Callable[[Reference], Mapping[str, str]] = lambda _: {},
    ) -> None:
        self.streams = streams
        self.environ = environ
        self.look = look
        self.now = now
        self.names = names
        self.talk = Talk(streams, environ, color=look.color, quiet=look.quiet, now=time.monotonic)
        self.talk.redraws = self.talk.redraws and not look.paged

    @property
    def format(self) -> str:
        """The format in effect: as asked, else a table on a terminal and ndjson in a pipe."""
        return self.look.format or ("table" if self.streams.out_is_terminal else "ndjson")

    def records(
        self,
        rows: Iterable[bytes],
        columns: Sequence[Column] = (),
        *,
        noun: str = "records",
        about: About = NOTHING,
    ) -> int:
        """Write a list as its pages arrive and return how many there were.

        Raises Misuse when the format or the jq program is wrong.
        """
        if self.look.survey:
            return self.fields(rows, columns, about)
        pages = self.arriving(rows, columns)
        if self.look.jq is not None:
            from .jq import merged

            whole = merged(row for page in pages for row in page)
            return self.filtered(whole)
        count: int = self.writer().write(pages, self.sheet(columns, about))
        if not count and self.streams.err_is_terminal:
            self.say(f"No {noun}.")
        return count

    def record(
        self,
        row: bytes,
        columns: Sequence[Column] = (),
        *,
        reading: Callable[[bytes, Sheet], None] | None = None,
    ) -> None:
        """Write one record: on a terminal every field it has, one below the other.

        ``reading`` writes it for a person in place of that, where all of it was asked for. An
        empty answer is a success that has nothing to show.
        """
        if not row.strip():
            return
        if self.look.survey:
            self.fields([row], columns)
            return
        if reading and self.is_read:
            self.talk.clear()
            reading(row, self.sheet(columns))
            return
        if self.look.jq is not None:
            self.filtered(row)
            return
        for page in self.arriving([row], columns, whole=True):
            self.writer().write_one(page[0], self.sheet(columns))

    def fields(
        self, rows: Iterable[bytes], columns: Sequence[Column] = (), about: About = NOTHING
    ) -> int:
        """Write which fields records have, each as a row of its own."""
        from .survey import COLUMNS, KEY, fields_of

        found = fields_of(rows, tuple(columns), about)
        return self.derived(found, COLUMNS, key=KEY, noun="fields")

    def derived(
        self, rows: Iterable[bytes], columns: Sequence[Column], *, key: str, noun: str
    ) -> int:
        """Write rows that were made of records; ``key`` is what tells them apart."""
        self.talk.clear()
        look = self.look._replace(fields=(), survey=False, key=key)
        return Printer(self.streams, self.environ, look, self.now).records(rows, columns, noun=noun)

    def number(self, number: int) -> None:
        """Write a number, which is all there is to say."""
        if self.look.jq is not None:
            self.filtered(b"%d" % number)
        else:
            self.text(str(number))

    def checked(self, rows: Iterable[bytes], fields: Sequence[str]) -> Iterator[bytes]:
        """Pass rows on, and warn in the end about a field that none of them had."""
        from .fields import watched

        for page in watched(pages_of(rows), fields, self.warn):
            yield from page

    @property
    def is_read(self) -> bool:
        """Whether what is written is for a person to read, and not cut down to some of it."""
        look = self.look
        return self.format == "table" and look.jq is None and not look.fields and not look.survey

    @property
    def links(self) -> bool:
        """Whether ids are links to the web app: in tables, on terminals that understand them."""
        # Not every pager passes links on.
        if self.format != "table" or self.look.paged or not self.streams.out_is_terminal:
            return False
        from .links import wants_links

        return wants_links(self.look.color, self.environ, is_terminal=True)

    def brief(self, row: bytes, columns: Sequence[Column] = ()) -> None:
        """Write a record that was just changed: one line of a table says enough to a person."""
        from .rows import decode

        record = decode(row) if self.is_read else {}
        shown = [column for column in columns if not column.extra]
        keys = record if isinstance(record, dict) else {}
        told = [column for column in shown if column.path.partition(".")[0] in keys]
        if self.look.jq is None and len(told) == len(shown) > 0:
            self.records([row], columns)
        else:
            self.record(row, columns)

    def document(self, data: bytes) -> None:
        """Write an answer of unknown shape: JSON to look at on a terminal, else the bytes it is."""
        look = self.look
        if look.jq is not None or look.format or look.fields or look.survey:
            self.record(data)
        elif self.streams.out_is_terminal:
            load("json").write_one(data, self.sheet())
        else:
            self.raw(data if data.endswith(b"\n") else data + b"\n")

    def text(self, text: str) -> None:
        """Write text, safe to look at where someone looks."""
        from .clean import clean_lines

        self.talk.clear()
        shown = clean_lines(text) if self.streams.out_is_terminal else text
        self.sheet().write_text(shown if shown.endswith("\n") else shown + "\n")

    def raw(self, data: bytes) -> None:
        """Write bytes as they are."""
        self.talk.clear()
        write_all(self.streams.out, data)

    def say(self, text: str) -> None:
        """Tell something worth knowing on stderr; silent under --quiet."""
        self.talk.say(text)

    def done(self, text: str) -> None:
        """Tell on stderr what was changed; silent under --quiet."""
        self.talk.say(text)

    def warn(self, text: str) -> None:
        """Warn on stderr, also under --quiet."""
        self.talk.warn(text)

    def trace(self, text: str) -> None:
        """Show a line of --debug on stderr."""
        self.talk.trace(text)

    def progress(self, text: str) -> None:
        """Show on a terminal how far it is, in place of what was shown before."""
        self.talk.progress(text)

    def fail(self, error: IntercomError) -> None:
        """Tell a failure, for a person or as JSON where data is JSON and nobody looks."""
        from .failure import for_machine, show_failure

        self.talk.clear()
        machine = for_machine(self.look.format, self.streams)
        show_failure(error, self.streams, self.environ, machine, color=self.look.color)

    def arriving(
        self, rows: Iterable[bytes], columns: Sequence[Column] = (), *, whole: bool = False
    ) -> Iterator[Sequence[bytes]]:
        """The rows page by page; the progress line makes way for each."""
        pages: Pages = pages_of(rows)
        if self.look.fields or self.is_read:
            from .derived import derived

            pages = derived(pages, self.look.fields, columns, self.names, whole=whole)
        if self.look.fields:
            from .fields import watched

            pages = watched(pages, self.look.fields, self.warn, columns)
        for page in pages:
            self.talk.clear()
            yield page

    def writer(self) -> ModuleType:
        """The module of the format in effect."""
        return load(self.format)

    def sheet(self, columns: Sequence[Column] = (), about: About = NOTHING) -> Sheet:
        """What the format in effect is given to write on."""
        streams, look = self.streams, self.look
        terminal = streams.out_is_terminal
        noun = tuple(column for column in columns if not column.extra)
        shown = self.chosen(noun) if look.fields else noun or EVERYTHING
        seen = terminal or self.format == "table"
        return Sheet(
            out=streams.out,
            say=self.say,
            warn=self.warn,
            columns=shown,
            fields=look.fields,
            encoding=streams.out_encoding if seen else "utf-8",
            terminal=terminal,
            width=streams.width(self.environ) if terminal and not look.wide else None,
            color=wants_color(look.color, self.environ, is_terminal=terminal),
            now=self.now(),
            guard=look.guard,
            bom=look.bom,
            key=look.key,
            address=about.address if self.links else None,
        )

    def chosen(self, noun: tuple[Column, ...]) -> tuple[Column, ...]:
        """A column for each of --fields, the noun's own where it has one."""
        from .cells import column_for

        return tuple(column_for(path, noun) for path in self.look.fields)

    def filtered(self, data: bytes) -> int:
        """Write what --jq makes of the data: values one after the other, or rows of a format."""
        from .jq import run

        return self.results(run(self.look.jq or "", data, self.warn), self.sheet())

    def results(self, results: Iterator[bytes], sheet: Sheet) -> int:
        """Write jq's values the way the format in effect has them."""
        from .results import write_documents, write_results, write_values

        self.talk.clear()
        chosen = self.look.format
        if chosen in (None, "json", "ndjson"):
            pretty = sheet.terminal and chosen != "ndjson"
            return write_values(results, sheet, raw=self.look.raw, pretty=pretty)
        write = write_documents if chosen == "yaml" else write_results
        return write(results, self.writer(), sheet)


@cache
def formats() -> tuple[str, ...]:
    """The names ``-o`` takes: one for each module of the folder."""
    files = (Path(__file__).parent / "formats").glob("[!_]*.py")
    return tuple(sorted(path.stem for path in files))


def load(name: str) -> ModuleType:
    """The module of a format. Raises Misuse with the names there are."""
    if name not in formats():
        raise Misuse(f"There is no output format {name}.", hint=f"-o {'|'.join(formats())}")
    return import_module(f"intercom_cli.output.formats.{name}")
