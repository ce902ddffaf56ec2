"""Find collections, help centers, newsfeeds and sources by what people call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from intercom_cli.acting import UNKNOWN, admin_id, own_id
from intercom_cli.api.request import call
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.resource import Paging, sends
from intercom_cli.resources._lookup import TAGS, tag_id
from intercom_cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

COLLECTIONS = "GET /help_center/collections"
CENTERS = "GET /help_center/help_centers"
FEEDS = "GET /news/newsfeeds"
SOURCES = "GET /ai/content_import_sources"
LARGEST = 150  # records in one page of most lists
CONTENT_PAGE = 50  # records in one page of what Fin reads

Find = Callable[[Session, str], str]


def finder(one: str, operation: str, paging: Paging, *names: str) -> Find:
    """What finds the id of a record by its id, or by one of these of its fields.

    Raises NotFound when there is none, and Misuse when several are called that.
    """

    @sends(operation)
    def find(session: Session, text: str) -> str:
        if text.isdecimal():
            return text
        if not text.strip():
            raise Misuse(f"The name of the {one} is empty.")
        request = call(operation)
        if session.choices.dry_run:
            session.show(request)
            return one.upper().replace(" ", "_") + "_ID"
        found = [
            record
            for record in records(session, operation, paging)
            if any(text.casefold() == str(record.get(name) or "").casefold() for name in names)
        ]
        if not found:
            noun = one.replace(" ", "-") + "s"
            raise NotFound(f"There is no {one} {text!r}.", hint=f"intercom {noun} list")
        if len(found) > 1:
            ids = ", ".join(str(record["id"]) for record in found)
            raise Misuse(f"Several {one}s are {text!r}: {ids}.", hint="name one by its id")
        return str(found[0]["id"])

    return find


def records(session: Session, operation: str, paging: Paging) -> Iterator[dict[str, Any]]:
    """Every record of a list, read."""
    import msgspec

    for row in session.walk(call(operation), paging, limit=None):
        yield msgspec.json.decode(row)


collection_id = finder("collection", COLLECTIONS, Paging("page", "data", LARGEST), "name")
help_center_id = finder(
    "help center", CENTERS, Paging(), "display_name", "identifier", "custom_domain", "url"
)
newsfeed_id = finder("newsfeed", FEEDS, Paging("page", "data", LARGEST), "name")
source_id = finder("content source", SOURCES, Paging("next_url", "data", CONTENT_PAGE), "url")


def help_center_at(session: Session, address: str) -> str:
    """The id of the help center that an address lies in, or of the only one there is."""
    if not session.choices.dry_run:
        for center in records(session, CENTERS, Paging()):
            if address.startswith(f"{center.get('url')}/"):
                return str(center["id"])
    return only_help_center(session)


@sends(CENTERS)
def only_help_center(session: Session) -> str:
    """The id of the help center, where there is one only. Raises Misuse where there are more."""
    if session.choices.dry_run:
        session.show(call(CENTERS))
        return "HELP_CENTER_ID"
    found = list(records(session, CENTERS, Paging()))
    if len(found) == 1:
        return str(found[0]["id"])
    if not found:
        raise NotFound("There is no help center.")
    names = ", ".join(f"{center['id']} ({center.get('display_name')})" for center in found)
    raise Misuse(f"There are {len(found)} help centers: {names}.", hint="add --help-center ID")


@sends(TAGS)
def known_tag_id(session: Session, text: str) -> str:
    """The id of a tag that is there, by its id or its name."""
    if not text.strip():
        raise Misuse("The name of a tag is empty.")
    try:
        return tag_id(session, text)
    except NotFound as error:
        error.hint = "intercom tags list"
        raise


@sends("GET /admins")
def author_id(session: Session, text: str) -> str:
    """The id of an admin by id, e-mail address or name."""
    if not text.strip():
        raise Misuse("The name of the admin is empty.")
    return admin_id(session, text)


@sends("GET /me")
def own_number(session: Session) -> int | str:
    """The id of the admin who is signed in, as a number; a dry run does not know it."""
    found = own_id(session)
    return found if found == UNKNOWN else int(found)
