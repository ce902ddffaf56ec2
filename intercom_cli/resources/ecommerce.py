"""Catalogs of products that Fin recommends from (Preview)."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from intercom_cli.agreeing import confirm_write
from intercom_cli.api.forms import File, with_form
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse
from intercom_cli.resource import Column, Resource
from intercom_cli.session import Session
from intercom_cli.verbs import action
from intercom_cli.writing import show_written

UPLOADING = "POST /ecommerce/connectors/{id}/catalog"
LARGEST = 99_000_000  # bytes in one upload
NEEDED = ("id", "title", "url")

resource = Resource(
    name="ecommerce",
    one="catalog",
    columns=(
        Column("Import", "import_job_id", "id"),
        Column("Status", "status"),
        Column("Next part", "next_part_number"),
    ),
)


@action(resource, uses=(UPLOADING,))
def upload(
    session: Session,
    connector: Annotated[str, typer.Argument(help="The connector.", metavar="CONNECTOR")],
    catalog: Annotated[
        str | None,
        typer.Argument(help="A JSON list of products; - reads input.", metavar="[FILE]"),
    ] = None,
    part: Annotated[
        int | None,
        typer.Option(
            "--part",
            help="Which part of a catalog in several files this is.",
            metavar="N",
            min=1,
            show_default=False,
        ),
    ] = None,
    import_: Annotated[
        str | None,
        typer.Option(
            "--import", help="The import that the parts are of.", metavar="ID", show_default=False
        ),
    ] = None,
    finish: Annotated[
        bool, typer.Option("--finish", help="All parts are there: start.", show_default=False)
    ] = False,
) -> None:
    """Replace the products of a connector; others than these are removed (Preview).

    In several files: each with --part, those after the first with --import, then --finish.

    Examples:
      intercom ecommerce upload 42939 products.json --api-version Preview
    """
    check_way(catalog, part, import_, finish=finish)
    fields: dict[str, str | File] = {}
    products: list[Any] = []
    if catalog is not None:
        text = text_in(session, catalog)
        products = products_in(text, catalog)
        fields["catalog"] = File("catalog.json", text.encode(), "application/json")
    if finish or part is not None:
        fields["finalize"] = "true" if finish else "false"
    fields |= {"import_job_id": import_} if import_ else {}
    fields |= {"part_number": str(part)} if part is not None and import_ else {}
    if part is None:
        number = f"{len(products):,} product" + "s" * (len(products) != 1)
        told = f"with {number}" if products else "with the parts that were sent"
        confirm_write(
            session,
            f"Replace the products of connector {connector} in {session.source.name} {told}?"
            " Those that are not among them are removed.",
        )
    answer = session.write(with_form(call(UPLOADING, id=connector), fields))
    show_written(session, answer, resource.columns, "Uploaded catalog to connector", connector)


def check_way(catalog: str | None, part: int | None, import_: str | None, *, finish: bool) -> None:
    """Refuse what does not go together, with what does."""
    if finish and (catalog is not None or part is not None or not import_):
        raise Misuse("--finish goes with --import alone.", hint="the files were sent before")
    if not finish and catalog is None:
        raise Misuse("No file was named.", hint="name a file of products, or - for input")
    if import_ is not None and not import_.strip():
        raise Misuse("--import is empty.")
    if not finish and import_ and part is None:
        raise Misuse("--import goes with --part N or --finish.")
    if part is not None and part > 1 and not import_:
        raise Misuse(f"Part {part} needs --import, which the first part told.")


def text_in(session: Session, place: str) -> str:
    """The text of a file or of standard input."""
    from intercom_cli.values import text_of

    return session.read_input() if place == "-" else text_of(place)


def products_in(text: str, place: str) -> list[Any]:
    """The products of a catalog. Raises Misuse for what Intercom would not take."""
    from intercom_cli.values import json_value

    products = json_value(place, text)
    if not isinstance(products, list) or not products:
        raise Misuse(f"{place} is not a JSON list of products.")
    if len(text.encode()) > LARGEST:
        raise Misuse(
            f"{place} is larger than 99 MB.", hint="split it, and send each file with --part"
        )
    for number, product in enumerate(products, 1):
        missing = [
            name for name in NEEDED if not isinstance(product, dict) or not product.get(name)
        ]
        if missing:
            raise Misuse(f"Product {number} of {place} has no {', '.join(missing)}.")
    return products
