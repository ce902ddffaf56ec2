"""Reasons a teammate can give for being away."""

from intercom_cli.resource import Column, Resource, Verb

resource = Resource(
    name="away-reasons",
    one="away reason",
    columns=(
        Column("Id", "id", "id"),
        Column("Reason", "label"),
        Column("Emoji", "emoji"),
        Column("Deleted", "deleted", "flag"),
    ),
    verbs=(Verb("list", "GET /away_status_reasons", "intercom away-reasons list"),),
    filters=(("id", "id"), ("label", "string"), ("deleted", "boolean")),
)
