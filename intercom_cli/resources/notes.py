"""Notes that teammates wrote on contacts and companies."""

from intercom_cli.resource import Resource, Verb
from intercom_cli.resources._columns import NOTE

resource = Resource(
    name="notes",
    one="note",
    columns=NOTE,
    verbs=(Verb("get", "GET /notes/{note_id}", "intercom notes get 1"),),
)
