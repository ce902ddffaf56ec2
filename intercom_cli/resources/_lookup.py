"""Find a record by what people know of it: an id, an e-mail address, an id of their own, a name."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from intercom_cli import foreign
from intercom_cli.agreeing import agreed
from intercom_cli.api.request import Request, an_id, call
from intercom_cli.errors import Misuse, NotFound, ServerFailed
from intercom_cli.finding import FEW, INTERCOM_ID, Listed, close_names, is_called, nothing
from intercom_cli.resource import sends, stands_for
from intercom_cli.session import Session

if TYPE_CHECKING:
    from intercom_cli.api.response import Response

BY_ID = "GET /contacts/{contact_id}"
BY_OWN_ID = "GET /contacts/find_by_external_id/{external_id}"
BY_MAIL = "POST /contacts/search"
COMPANY = "GET /companies/{company_id}"
COMPANIES = "GET /companies"
TAG = Listed("GET /tags", "tag", "tags")
TAGS = TAG.operation
NEW_TAG = "POST /tags"


def is_id(text: str) -> bool:
    """Whether a text has the form of a contact's or company's Intercom id."""
    return bool(INTERCOM_ID.fullmatch(text))


def contact_request(text: str) -> Request:
    """The request that finds a contact by id, ``external:ID`` or e-mail address."""
    if text.startswith("external:"):
        own = text.removeprefix("external:")
        return call(BY_OWN_ID, external_id=own)
    if "@" in text:
        query = {"field": "email", "operator": "=", "value": text}
        body = {"query": query, "pagination": {"per_page": 50}}
        return call(BY_MAIL)._replace(repeatable=True).with_json(body)
    return call(BY_ID, contact_id=text)


@sends(BY_MAIL, BY_OWN_ID)
@stands_for("CONTACT")
def contact_id(session: Session, text: str) -> str:
    """The Intercom id of exactly one contact.

    Raises NotFound when there is none, and Misuse when an e-mail address is shared by several, as
    leads may share one.
    """
    if not (text.startswith("external:") or "@" in text):
        return an_id("contact_id", text)
    if session.choices.dry_run:
        return session.rehearsal.look_up(contact_request(text), "CONTACT_ID", f"contact {text}")
    return only_one(records_in(session.send(contact_request(text))), text, "contact")


def contact_record(session: Session, text: str) -> dict[str, Any]:
    """Exactly one contact. Raises NotFound or Misuse as ``contact_id`` does."""
    records = records_in(session.send(contact_request(text)))
    only_one(records, text, "contact")
    return records[0]


def agreed_contacts(session: Session, question: str, *texts: str) -> list[str]:
    """The ids of contacts, with the question about what is done to them."""
    if found := agreed(session, question, texts, look_up=contact_record):
        return [foreign.id_at(record, "id") for record in found]
    return [contact_id(session, text) for text in texts]


def contact_of_role(session: Session, text: str, role: str) -> dict[str, Any]:
    """The contact people named, of those who share an e-mail address the one with a role."""
    records = records_in(session.send(contact_request(text)))
    of_role = [record for record in records if record.get("role") == role]
    only_one(of_role or records, text, "contact")
    return (of_role or records)[0]


def contact_records(session: Session, text: str) -> list[bytes]:
    """The contacts people named: one, or all that share an e-mail address.

    Raises NotFound when there is none.
    """
    answer = session.send(contact_request(text))
    if "@" not in text or text.startswith("external:"):
        return [answer.body]
    found = rows_in(answer.body)
    if not found:
        raise no_contact(text)
    return found


@sends(BY_ID, BY_MAIL, BY_OWN_ID)
def need_contact(session: Session, text: str) -> None:
    """Raise NotFound, before a question about them, for a contact whom Intercom would look up."""
    if session.asks:
        contact_records(session, text)


def only_one(records: list[dict[str, Any]], text: str, one: str) -> str:
    """The id of the single record found. Raises NotFound or Misuse for none or several."""
    if not records and one == "contact":
        raise no_contact(text)
    if not records:
        raise NotFound(f"There is no {one} {text}.", hint=f"intercom {plural(one)} list")
    if len(records) > 1:
        raise Misuse(
            f"{len(records)} {plural(one)} are {text}: {in_words(records)}; name one by its id.",
            hint=f"intercom {plural(one)} get {shlex.quote(text)}",
        )
    return foreign.id_at(records[0], "id")


def in_words(records: list[dict[str, Any]]) -> str:
    """The ids of records, and the roles of those that have one; of many only the first."""
    ids = [f"{one['id']} ({one['role']})" if one.get("role") else str(one["id"]) for one in records]
    return ", ".join(ids[:FEW]) + (", …" if len(ids) > FEW else "")


def no_contact(text: str) -> NotFound:
    """An error for an e-mail address nobody has, with how to look for what is near."""
    user, _, domain = text.partition("@")
    near = f"@{domain}" if re.fullmatch(r"[\w.-]+", domain) else user
    if not re.fullmatch(r"[\w.@+-]+", near):
        near = "@"
    return NotFound(
        f"There is no contact {text}; a new one can take minutes to be found by e-mail.",
        hint=f"intercom contacts list --where 'email ~ \"{near}\"'",
    )


def plural(one: str) -> str:
    """The noun of one record."""
    return "companies" if one == "company" else one + "s"


def company_request(text: str) -> Request:
    """The request that finds a company by id, ``company:ID`` or name."""
    if text.startswith("company:"):
        return call(COMPANIES).with_query(company_id=text.removeprefix("company:"))
    if is_id(text):
        return call(COMPANY, company_id=text)
    return call(COMPANIES).with_query(name=text)


def company_records(session: Session, text: str) -> list[bytes]:
    """The companies people named: one, or all that share a name. Raises NotFound for none."""
    answer = company_answer(session, text)
    return [answer.body] if is_id(text) else rows_in(answer.body)


def company_answer(session: Session, text: str) -> Response:
    """The answer that holds companies by a name or an id; there is one at least.

    Raises NotFound for none, with a hint where a bare id is one that a company has of its own.
    """
    missing = NotFound(f"There is no company {text}.", hint="intercom companies list")
    try:
        answer = session.send(company_request(text))
        if is_id(text) or rows_in(answer.body):
            return answer
    except NotFound as error:
        missing = error
    if is_own_id(session, text):
        missing.hint = f"{text} is a company_id: write company:{text}"
    raise missing


def is_own_id(session: Session, text: str) -> bool:
    """Whether a text that is no name is the company_id of a company."""
    if " " in text or is_id(text) or text.startswith("company:"):
        return False
    try:
        answer = session.send(company_request(f"company:{text}"))
    except NotFound:
        return False
    return bool(rows_in(answer.body))


def company_found(session: Session, text: str) -> dict[str, Any]:
    """Exactly one company, read. Raises NotFound or Misuse when it is not exactly one."""
    records = records_in(company_answer(session, text))
    only_one(records, text, "company")
    return records[0]


def rows_in(body: bytes) -> list[bytes]:
    """The records of an answer, each as the bytes it came in; one that is no list counts as one."""
    from intercom_cli.api.rows import rows

    return list(rows(body, "data").rows)


def records_in(answer: Response) -> list[dict[str, Any]]:
    """The records of an answer. Raises ServerFailed when what it holds are no records."""
    import msgspec

    records = [msgspec.json.decode(row) for row in rows_in(answer.body)]
    records = [record for record in records if record is not None]
    if all(foreign.id_at(record, "id") for record in records):
        return records
    raise ServerFailed(
        f"Intercom answered {answer.status} with something that is no record.",
        hint="Try again; with --debug you see what came.",
        http=answer.http,
        request_id=answer.headers.get("x-request-id"),
    )


@sends(COMPANIES)
@stands_for("COMPANY")
def company_id(session: Session, text: str) -> str:
    """The Intercom id of exactly one company. Raises NotFound or Misuse as ``contact_id`` does."""
    if is_id(text):
        return text
    if session.choices.dry_run:
        return session.rehearsal.look_up(company_request(text), "COMPANY_ID", f"company {text}")
    return only_one(records_in(company_answer(session, text)), text, "company")


@sends(TAGS, NEW_TAG)
def tag_id(session: Session, text: str, *, create: bool | None = None) -> str:
    """The id of a tag by its id or its name. Raises NotFound as ``known_tag`` does."""
    if session.choices.dry_run:
        if text.isdigit():
            session.show(call(TAGS))
            return text
        found = session.rehearsal.look_up(call(TAGS), "TAG_ID", f"tag {text!r}")
        if not create:
            return found
        return str(records_in(session.write(new_tag(text), more=True))[0]["id"])
    if tag := known_tag(session, text, create=create):
        return foreign.id_at(tag, "id")
    return only_one(records_in(session.write(new_tag(text), more=True)), text, "tag")


def new_tag(name: str) -> Request:
    """The request that makes a tag."""
    return call(NEW_TAG).with_json({"name": name})


def tag_name(session: Session, text: str, *, create: bool | None = None) -> str:
    """The name of a tag by its id or its name. Raises NotFound as ``known_tag`` does."""
    if session.choices.dry_run:
        if text.isdigit():
            return session.rehearsal.look_up(call(TAGS), "TAG_NAME", f"tag {text!r}")
        return session.rehearsal.keep(call(TAGS), text, f"tag {text!r}")
    tag = known_tag(session, text, create=create)
    return name_of(tag) if tag else text


def known_tag(session: Session, text: str, *, create: bool | None) -> dict[str, Any] | None:
    """A tag by its id or its name, in any case.

    Raises NotFound when there is none, unless it is to be made, for a typing slip must not make a
    tag, and Misuse for an empty name. ``create`` is None where a tag cannot be made.
    """
    if not text.strip():
        raise Misuse("The name of the tag is empty.", hint=TAG.hint)
    every = records_in(session.send(call(TAGS)))
    if found := next((tag for tag in every if is_called(tag, text, TAG.names)), None):
        return found
    if create:
        return None
    makes = create is not None and not close_names(text, map(name_of, every))
    raise NotFound(nothing(TAG, text, every), hint="add --create to make it" if makes else TAG.hint)


def name_of(record: dict[str, Any]) -> str:
    """What a record is called; empty when it has no name."""
    return foreign.plain(foreign.text(record, "name"))
