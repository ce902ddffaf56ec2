"""How a person is named in a body or a query, where Intercom finds them itself."""

from __future__ import annotations

from typing import Annotated

import typer

from intercom_cli.errors import Misuse

Person = Annotated[
    str,
    typer.Option("--contact", help="An id, an e-mail address, or external:ID.", metavar="CONTACT"),
]


def person(text: str, *, id: str = "id") -> dict[str, str]:
    """Name somebody by an e-mail address, an id of one's own, or Intercom's, which is ``id``.

    >>> person("jane@acme.test"), person("external:42"), person("6762f0dd", id="intercom_user_id")
    ({'email': 'jane@acme.test'}, {'user_id': '42'}, {'intercom_user_id': '6762f0dd'})

    Raises Misuse for an empty name.
    """
    own = text.removeprefix("external:")
    if not own.strip():
        raise Misuse("The contact is empty.", hint="intercom contacts list")
    if own != text:
        return {"user_id": own}
    return {"email": text} if "@" in text else {id: text}


def contact_named(text: str) -> dict[str, str]:
    """The same as operations of conversations and tickets name a contact."""
    return person(text, id="intercom_user_id")
