"""Send somebody who calls to the Messenger instead."""

from __future__ import annotations

from typing import Any

from intercom_cli.agreeing import confirm_write
from intercom_cli.api.request import call
from intercom_cli.parameters import body_options, options, with_parameters
from intercom_cli.resource import Column, Field, Resource
from intercom_cli.session import Session
from intercom_cli.verbs import action, described
from intercom_cli.writing import body_from, need, show_written

CREATING = "POST /phone_call_redirects"
HELP = """Text a link to the Messenger to somebody who calls.

Examples:
  intercom phone-call-redirects create --phone +12125550100
"""

resource = Resource(
    name="phone-call-redirects",
    one="phone call redirect",
    columns=(Column("Phone", "phone"), Column("Link", "url")),
    fields=(Field("phone", "Who calls, as +353861234567.", required=True),),
)


def create(session: Session, **given: Any) -> None:
    """Make the link, once the person agreed to its being sent."""
    sets, data = given.pop("set"), given.pop("data")
    body = body_from(session, resource.fields, given, sets=sets, data=data, operation=CREATING)
    need(resource.one, resource.fields, body, command="phone-call-redirects create")
    phone = str(body["phone"])
    confirm_write(session, f"Text a link to the Messenger to {phone} in {session.source.name}?")
    answer = session.write(call(CREATING).with_json(body))
    show_written(session, answer, resource.columns, f"Texted a link to {phone}")


own = [*options(resource.fields, creating=True), *body_options()]
action(resource, uses=(CREATING,))(described(with_parameters(create, own), HELP))
