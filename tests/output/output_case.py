"""Two records to write, and a printer onto streams that can be read."""

from __future__ import annotations

import io
from dataclasses import dataclass

from intercom_cli.errors import IntercomError
from intercom_cli.output.printer import Look, Printer
from intercom_cli.resource import Column
from intercom_cli.streams import Streams

NOW = 1_763_712_000
COLUMNS = (
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Email", "email"),
    Column("Tags", "tags", "names"),
    Column("Companies", "companies", "count"),
    Column("Blocked", "blocked", "flag"),
    Column("Created", "created_at", "time"),
)
ANN = (
    b'{"type":"contact","id":"6540e51aa1b2c3d4e5f60718","name":"Order [/close] please",'
    b'"email":"ann@acme.test","tags":{"type":"list","data":[{"id":"1","name":"vip"},'
    b'{"id":"2","name":":smile:"}],"total_count":2},"companies":{"type":"list",'
    b'"data":[{"id":"c1","type":"company"}],"total_count":12},"blocked":false,'
    b'"created_at":1763452800,"phone":null,"location":{"country":"Ireland","city":null},'
    b'"custom_attributes":{"plan":"pro","score":1.10,"serial":9007199254740993}}'
)
BOB = (
    b'{"type":"contact","id":"6540e51aa1b2c3d4e5f60719","name":"\\u001b[31mBob\\u001b[0m, \\"B\\"",'
    b'"email":null,"tags":{"type":"list","data":[],"total_count":0},"blocked":true,'
    b'"created_at":1763711940,"custom_attributes":{"note":"one\\ntwo\\tthree"}}'
)


@dataclass
class Written:
    """What came out at both ends, and what went wrong."""

    bytes: bytes
    err: str
    count: int | None = None
    error: IntercomError | None = None

    @property
    def out(self) -> str:
        return self.bytes.decode()


@dataclass
class Run:
    """How one piece of output is asked for."""

    terminal: bool = False
    err_terminal: bool = False
    encoding: str = "utf-8"

    def printer(self, environ: dict[str, str], look: Look) -> Printer:
        self.out, self.err = io.BytesIO(), io.StringIO()
        streams = Streams(
            io.StringIO(),
            self.out,
            self.err,
            out_encoding=self.encoding,
            out_is_terminal=self.terminal,
            err_is_terminal=self.err_terminal,
        )
        return Printer(streams, environ, look, now=lambda: NOW)
