"""Kinds of messages that people can choose to receive or not."""

from intercom_cli.resource import Resource, Verb
from intercom_cli.resources._columns import SUBSCRIPTION
from intercom_cli.values import spelled

resource = Resource(
    name="subscription-types",
    one="subscription type",
    columns=SUBSCRIPTION,
    verbs=(Verb("list", "GET /subscription_types", "intercom subscription-types list"),),
    words=spelled({"state": ("live", "draft", "archived"), "consent_type": ("opt_out", "opt_in")}),
    filters=(
        ("id", "id"),
        ("state", "string"),
        ("consent_type", "string"),
        ("default_translation.name", "string"),
    ),
)
