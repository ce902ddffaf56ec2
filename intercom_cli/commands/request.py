"""Send any request to the API."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import quote

import typer

from intercom_cli.api.request import Request, encode
from intercom_cli.errors import Misuse
from intercom_cli.facts.overrides import override_in
from intercom_cli.options import CALL, LOOK, SHOW, TALK, WRITE, shared
from intercom_cli.reading import show_walk
from intercom_cli.session import Session
from intercom_cli.values import file_named, json_value, pair, reader, tree

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
BODILESS = frozenset({"GET", "HEAD", "OPTIONS"})
REWRITTEN = re.compile(r"[A-Za-z]:[/\\].*[Gg]it[/\\]")
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
KEPT = "/:?@!$&'()*+,;=%~[]-._"

Words = Annotated[
    list[str],
    typer.Argument(
        help="GET unless a method is named; then a path, then key=value or key:=JSON.",
        metavar="[METHOD] PATH [KEY=VALUE]...",
        show_default=False,
    ),
]
Plain = Annotated[
    list[str] | None,
    typer.Option("-f", "--field", help="A field, as text.", metavar="K=V", show_default=False),
]
Typed = Annotated[
    list[str] | None,
    typer.Option(
        "-F",
        "--typed-field",
        help="A field: number, true, false, null, JSON, @file, @-.",
        metavar="K=V",
        show_default=False,
    ),
]
Input = Annotated[
    str | None,
    typer.Option("--input", help="The body, from a file or -.", metavar="FILE", show_default=False),
]
Header = Annotated[
    list[str] | None,
    typer.Option("-H", "--header", help="A header.", metavar="'N: V'", show_default=False),
]


@shared(SHOW, LOOK, WRITE, CALL, TALK)
def command(
    session: Session,
    words: Words,
    field: Plain = None,
    typed_field: Typed = None,
    input_: Input = None,
    header: Header = None,
    include: Annotated[
        bool, typer.Option("-i", "--include", help="Status and headers too.", show_default=False)
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, help="At most this many.", metavar="N", show_default=False),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Every page, merged.", show_default=False)
    ] = False,
    curl: Annotated[
        bool, typer.Option("--curl", help="Show it as a curl command.", show_default=False)
    ] = False,
) -> None:
    """Send any request to the API.

    Fields go to the query of a GET and to the body of everything else; the method stays what it
    is. Nested fields are a[b]=1 and a[]=1.

    On a terminal it asks before it deletes, merges or reaches a customer, unless you add --yes. In
    scripts and pipes it sends what was typed, without asking.

    Examples:
      intercom request /contacts -f per_page=5
      intercom request POST /contacts role=user email=jane@acme.test
      intercom request POST /contacts/search --input query.json --all
      intercom request DELETE /conversations/1/tags/2 -f admin_id=991267459
    """
    method, path, items = parts_of(words)
    fields = fields_of(session, items, field or [], typed_field or [])
    request = Request(method, path, headers=tuple(header_of(line) for line in header or ()))
    request = with_fields(session, request, fields, input_)
    need_one_method(request)
    if curl:
        show_curl(session, request)
    elif all_ or limit or session.tallies:
        show_pages(session, request, limit)
    else:
        show_answer(session, request, include=include)


def parts_of(words: list[str]) -> tuple[str, str, list[str]]:
    """Method, path and fields among the words. Raises Misuse when there is no path."""
    method, rest = "GET", words
    if words[0].upper() in METHODS and words[0].isalpha():
        method, rest = words[0].upper(), words[1:]
    if not rest:
        raise Misuse(f"{method} needs a path.", hint=f"intercom request {method} /me")
    return method, path_from(rest[0]), rest[1:]


def path_from(text: str) -> str:
    """A path as typed, with what a request line cannot hold encoded."""
    if REWRITTEN.match(text):
        raise Misuse(
            f"The shell turned the path into {text}.", hint="leave out the slash at its start"
        )
    if "://" not in text and not text.startswith("/"):
        text = "/" + text
    return quote(text, safe=KEPT)


def fields_of(
    session: Session, items: list[str], plain: list[str], typed: list[str]
) -> list[tuple[str, Any]]:
    """Every field given, in one list."""
    read = reader(session.read_input)
    texts = [pair(text, read=read, plain=True) for text in (*items, *plain)]
    return texts + [pair(text, read=read) for text in typed]


def header_of(line: str) -> tuple[str, str]:
    """A header line in two. Raises Misuse for one that is none, or that would carry a secret."""
    name, colon, value = line.partition(":")
    if not colon or not HEADER_NAME.fullmatch(name.strip()) or not line.isprintable():
        raise Misuse(f"{line!r} is not a header.", hint="-H 'Name: value'")
    if not line.isascii():
        raise Misuse(f"{line!r} has letters that a header cannot hold.", hint="encode them first")
    if name.strip().lower() == "authorization":
        raise Misuse(
            "A token on the command line can be seen by others.",
            hint="put it in INTERCOM_ACCESS_TOKEN",
        )
    return name.strip(), value.strip()


def need_one_method(request: Request) -> None:
    """Raise Misuse for a header or a field that stands for another method."""
    if found := override_in(request.path, request.query, request.body, dict(request.headers)):
        message = f"{found} would replace the method that was checked."
        hint = "name the method before the path, as in: intercom request DELETE /tags/1"
        raise Misuse(message, hint=hint)


def with_fields(
    session: Session, request: Request, fields: list[tuple[str, Any]], source: str | None
) -> Request:
    """Put the fields where the method takes them: in the query, or in the body."""
    if request.method in BODILESS:
        if source:
            raise Misuse(
                f"{request.method} takes no body.", hint="name the method, such as POST, first"
            )
        return request._replace(query=tuple((name, in_query(value)) for name, value in fields))
    body = input_of(session, source) if source else None
    if fields:
        base = json_value("--input", body.decode("utf-8", "replace")) if body else {}
        if not isinstance(base, dict):
            raise Misuse("Fields can only be added to an --input that is a JSON object.")
        return request.with_json(tree(fields, base))
    if body is not None and not any(name.lower() == "content-type" for name, _ in request.headers):
        json_value("--input", body.decode("utf-8", "replace"))
    return request._replace(body=body)


def in_query(value: Any) -> str:
    """A value as a query spells it."""
    return value if isinstance(value, str) else encode(value).decode()


def input_of(session: Session, source: str) -> bytes:
    """The bytes of --input, without a byte order mark. Raises Misuse when they cannot be read."""
    return bytes_of(session, source).removeprefix(BOM_UTF8)


def bytes_of(session: Session, source: str) -> bytes:
    """The bytes of a file, or of standard input."""
    if source == "-":
        stdin = session.standard_input()
        buffer = getattr(stdin, "buffer", None)
        return bytes(buffer.read()) if buffer else stdin.read().encode()
    try:
        return file_named(source).read_bytes()
    except OSError as error:
        raise Misuse(f"Cannot read {source}: {error.strerror}.") from error


def show_curl(session: Session, request: Request) -> None:
    """Show the request as a curl command instead of sending it."""
    from intercom_cli.api.shown import as_curl

    version = str(session.settings.get("api_version").value)
    base = session.source.base_url
    session.printer.text(as_curl(request, base_url=base, version=version))


def show_pages(session: Session, request: Request, limit: int | None) -> None:
    """Walk the pages of any list; how they are linked shows in the first answer."""
    from intercom_cli.api.pages import walk

    rehearse_or_ask(session, request)
    show_walk(
        session,
        lambda most: walk(session.client, request, limit=most),
        (),
        limit=limit,
        everything=True,
    )


def writes(request: Request) -> bool:
    """Whether a request may change something; a search by POST does not."""
    from intercom_cli.api.guess import only_reads

    return request.method not in BODILESS and not only_reads(request)


def rehearse_or_ask(session: Session, request: Request) -> bool:
    """Whether a request changes something; with --dry-run or --plan it ends the run.

    A person at a terminal is asked before what deletes, merges or reaches a customer. Raises Misuse
    for a workspace that is connected for reading only.
    """
    changes = writes(request)
    if changes and not session.choices.dry_run:
        session.need_writable()
    if session.choices.rehearses:
        if changes or session.choices.dry_run:
            session.rehearsal.add(request)
        session.rehearsal.finish()
    seen = session.streams.in_is_terminal and session.streams.err_is_terminal
    if changes and seen and session.asks:
        from intercom_cli.rehearsal import ask_about

        ask_about(session, request)
    return changes


def show_answer(session: Session, request: Request, *, include: bool) -> None:
    """Send one request and write what came, also when it is a refusal, which is then raised."""
    from intercom_cli.api.refusals import refusal

    changes = rehearse_or_ask(session, request)
    answer = session.client.send(request, check=False)
    if include:
        session.printer.raw(head_of(answer))
    if (answer.is_success and not answer.is_complaint) or not picks(session):
        show_body(session, answer)
    if not answer.is_success or answer.is_complaint:
        raise refusal(answer)
    if changes:
        session.did(f"{request.method} {request.path}: {answer.status}")


def picks(session: Session) -> bool:
    """Whether only some of the answer was asked for, which the body of an error does not have."""
    choices = session.choices
    picking = choices.jq is not None or bool(choices.fields)
    return picking or session.printer.format in {"ids", "csv", "tsv"}


def show_body(session: Session, answer: Response) -> None:
    """Write a body: JSON in the format chosen, anything else as it came, nothing for nothing."""
    if not answer.body:
        return
    if answer.is_json:
        session.printer.document(answer.body)
        return
    readable = answer.content_type.startswith("text/") or answer.content_type.endswith("csv")
    if readable and session.streams.out_is_terminal:
        session.printer.text(answer.body.decode("utf-8", "replace"))
    elif session.streams.out_is_terminal:
        size = len(answer.body)
        raise Misuse(f"The answer is {size:,} bytes of data.", hint="send it to a file: > FILE")
    else:
        session.printer.raw(answer.body)


def head_of(answer: Response) -> bytes:
    """The status line and headers of an answer."""
    lines = [f"HTTP {answer.status}", *(f"{k}: {v}" for k, v in answer.headers.items()), "", ""]
    return "\n".join(lines).encode("utf-8", "replace")
