"""Find help centers, tags and authors of content by what people know of them."""

from __future__ import annotations

from intercom_cli import foreign
from intercom_cli.acting import ADMINS, own_id
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.finding import records
from intercom_cli.resource import sends
from intercom_cli.resources._lookup import TAGS, tag_id
from intercom_cli.resources._named import CENTERS
from intercom_cli.session import Session


def help_center_at(session: Session, address: str) -> str:
    """The id of the help center that an address lies in, or of the only one there is."""
    if not session.choices.dry_run:
        for center in records(session, CENTERS):
            url = foreign.text(center, "url")
            if url and address.startswith(f"{url}/"):
                return foreign.id_at(center, "id")
    return only_help_center(session)


@sends(CENTERS.operation)
def only_help_center(session: Session) -> str:
    """The id of the help center, where there is one only. Raises Misuse where there are more."""
    if session.choices.dry_run:
        what = "the only help center"
        return session.rehearsal.look_up(CENTERS.first_page, CENTERS.unknown, what, once=True)
    found = list(records(session, CENTERS))
    if len(found) == 1:
        return foreign.id_at(found[0], "id")
    if not found:
        raise NotFound("There is no help center.")
    names = ", ".join(
        f"{foreign.id_at(center, 'id')} ({CENTERS.name_of(center)})" for center in found
    )
    raise Misuse(f"There are {len(found)} help centers: {names}.", hint="add --help-center ID")


@sends(TAGS)
def known_tag_id(session: Session, text: str) -> str:
    """The id of a tag that is there, by its id or its name."""
    if not text.strip():
        raise Misuse("The name of a tag is empty.")
    return tag_id(session, text)


@sends("GET /me")
def own_number(session: Session) -> int | str:
    """The id of the admin who is signed in, as a number; a dry run does not know it."""
    found = own_id(session)
    return found if found == ADMINS.unknown else foreign.integer(found) or found
