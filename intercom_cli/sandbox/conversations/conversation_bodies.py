"""What requests about conversations name: people, moments, files."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Mapping
from mimetypes import guess_type
from typing import Any
from urllib.parse import quote, urlsplit

from intercom_cli.sandbox import documents, values
from intercom_cli.sandbox.conversations.conversation_thread import admin_author, contact_author
from intercom_cli.sandbox.documents import Record
from intercom_cli.sandbox.people import contact_rows
from intercom_cli.sandbox.refusals import Fault, Refusal, invalid, missing, no_contact, not_found
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.visit import Visit

FILES = 10
TEAM = "team"
DOWNLOADS = "https://downloads.sandbox.example"
# How a request can name a contact.
NAMES = ("intercom_user_id", "user_id", "email")


def required(sent: Mapping[str, Any], *names: str) -> None:
    """Refuse a body that lacks something: 400 ``parameter_not_found``."""
    for name in names:
        if sent.get(name) in (None, ""):
            raise missing(f"{name} not specified")


def one_of(sent: Mapping[str, Any], name: str, choices: tuple[str, ...]) -> str:
    """One of some words, which must be there."""
    required(sent, name)
    if sent[name] not in choices:
        raise invalid(f"{name} must be one of: {', '.join(choices)}", name)
    return str(sent[name])


def admin_named(visit: Visit, sent: Mapping[str, Any], name: str = "admin_id") -> Record:
    """The admin a body names, as an author; 404 for one who is not in the workspace."""
    required(sent, name)
    identifier = values.check(sent, {name: values.identifier})[name]
    row = visit.store.row("SELECT * FROM admins WHERE id = ?", (identifier,))
    if row is None:
        raise not_found("Admin not found", "admin_not_found")
    return admin_author(row)


def team_exists(store: Store, identifier: str) -> bool:
    """Whether there is a team."""
    return documents.get(store, TEAM, identifier) is not None


def contact_named(visit: Visit, sent: Mapping[str, Any]) -> Any:
    """The contact a body names in one of three ways; 404 when there is none."""
    given = [name for name in NAMES if sent.get(name) not in (None, "")]
    if len(given) != 1:
        raise missing("One of intercom_user_id, user_id or email must be specified")
    wanted = values.check(sent, {given[0]: values.identifier})[given[0]]
    row = contact_rows.named(visit.store, given[0], wanted)
    if row is None:
        raise no_contact()
    return row


def author_of(visit: Visit, identifier: str) -> Record:
    """A contact by the platform's id, as an author; else 404."""
    return contact_author(contact_rows.live(visit.store, identifier))


def met(visit: Visit, contact: Any, name: str, moment: int) -> None:
    """Note on a contact when it last answered, or was last written to."""
    before = contact[name]
    if before is None or before < moment:
        contact_rows.change(visit, contact, {name: moment})


def moment_of(visit: Visit, sent: Mapping[str, Any]) -> int:
    """When something is said to have happened; not after now."""
    moment = values.check(sent, {"created_at": values.moment}).get("created_at", visit.now)
    if not 0 < moment <= visit.now:
        raise invalid("created_at must be a time that is over", "created_at")
    return int(moment)


def attachments(sent: Mapping[str, Any]) -> list[Record]:
    """The files that come with a message: by address, or in the body."""
    addresses = listed(sent, "attachment_urls")
    files = listed(sent, "attachment_files")
    return [at_address(one) for one in addresses] + [in_body(one) for one in files]


def listed(sent: Mapping[str, Any], name: str) -> list[Any]:
    """A list of at most ten."""
    given = sent.get(name, [])
    if not isinstance(given, list):
        raise invalid(f"{name} must be a list", name)
    if len(given) > FILES:
        raise invalid(f"{name} can hold {FILES} entries at most", name)
    return given


def at_address(address: Any) -> Record:
    """A file by its address."""
    parts = urlsplit(address) if isinstance(address, str) else None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise invalid("attachment_urls must hold http or https addresses", "attachment_urls")
    name = parts.path.rpartition("/")[2] or parts.hostname
    return upload(name, str(address), guess_type(name)[0], 0)


def in_body(file: Any) -> Record:
    """A file whose bytes were sent as base64."""
    given = file if isinstance(file, dict) else {}
    named = {name: given.get(name) for name in ("content_type", "data", "name")}
    if not all(isinstance(value, str) and value for value in named.values()):
        message = "attachment_files must have content_type, data and name"
        raise invalid(message, "attachment_files")
    try:
        content = b64decode(str(named["data"]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise invalid("attachment_files must be encoded as base64", "attachment_files") from error
    name = str(named["name"])
    return upload(name, f"{DOWNLOADS}/{quote(name)}", named["content_type"], len(content))


def upload(name: str, url: str, content_type: str | None, size: int) -> Record:
    """A file as it hangs on a message."""
    kind = content_type or "application/octet-stream"
    file = {"type": "upload", "name": name, "url": url, "content_type": kind, "filesize": size}
    return {**file, "width": 0, "height": 0} if kind.startswith("image/") else file


def body_required(message: str = "Body is required") -> Refusal:
    """Refuse a message that says nothing."""
    return Refusal(400, Fault("parameter_invalid", message))
