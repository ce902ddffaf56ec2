"""Arguments and options that several nouns take."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.errors import Misuse
from intercom_cli.session import Session

Contact = Annotated[
    str, typer.Argument(help="An id, an e-mail address, or external:ID.", metavar="CONTACT")
]
Company = Annotated[str, typer.Argument(help="An id, company:ID, or a name.", metavar="COMPANY")]
Tag = Annotated[str, typer.Argument(help="A tag's id or name.", metavar="TAG")]
Text = Annotated[str, typer.Argument(help="What to write; - reads standard input.", metavar="TEXT")]
MakeTag = Annotated[
    bool, typer.Option("--create", help="Make the tag if there is none.", show_default=False)
]


def text_of(session: Session, text: str) -> str:
    """The text itself, or standard input for ``-``. Raises Misuse when it is empty."""
    found = session.read_input() if text == "-" else text
    if not found.strip():
        raise Misuse("The text is empty.")
    return found
