"""What each topic is about, and where a record of that kind is read."""

from __future__ import annotations

from typing import Any, NamedTuple

from intercom_cli.api.request import Request, call


class Kind(NamedTuple):
    """A kind of record: its name, the operation that reads one, and a list with some of it.

    Without ``one`` no record can be named; without ``many`` there is a sample of our own.
    """

    name: str
    one: str = ""
    many: str = ""
    place: str = "data"
    body: Any = None

    def request(self, id: str) -> Request:
        """What reads the record of an id."""
        if "{" not in self.one:
            return call(self.one).with_query(user_id=id)
        parameter = self.one.partition("{")[2].partition("}")[0]
        return call(self.one, **{parameter: id})

    def any(self) -> Request:
        """What reads some records, of which the first will do."""
        request = call(self.many)
        return request if self.body is None else request.with_json(self.body)


def of_role(role: str) -> dict[str, Any]:
    """The body of a search for contacts of a role."""
    return {"query": {"field": "role", "operator": "=", "value": role}}


CONTACT = "GET /contacts/{contact_id}"
SEARCH = "POST /contacts/search"
ANYBODY: dict[str, Any] = {"query": {"field": "created_at", "operator": ">", "value": "0"}}
USER = Kind("contact", CONTACT, SEARCH, body=of_role("user"))
LEAD = Kind("contact", CONTACT, SEARCH, body=of_role("lead"))
CONVERSATION = Kind(
    "conversation", "GET /conversations/{conversation_id}", "GET /conversations", "conversations"
)
KINDS = {
    "admin": Kind("admin", "GET /admins/{admin_id}", "GET /admins", "admins"),
    "api": Kind("request"),
    "article": Kind("article", "GET /articles/{article_id}", "GET /articles"),
    "audience": Kind("audience", "GET /audiences/{id}", "GET /audiences"),
    "call": Kind("call", "GET /calls/{call_id}", "GET /calls"),
    "company": Kind("company", "GET /companies/{company_id}", "GET /companies"),
    "contact": USER,
    "contact.lead": LEAD,
    "content_import_source": Kind(
        "content import source",
        "GET /ai/content_import_sources/{source_id}",
        "GET /ai/content_import_sources",
    ),
    "content_snippet": Kind(
        "content snippet", "GET /content_snippets/{id}", "GET /content_snippets"
    ),
    "content_stat": Kind("content stat"),
    "conversation": CONVERSATION,
    "conversation_part": CONVERSATION,
    "data_connector": Kind("execution"),
    "event": Kind("event"),
    "granular": Kind("subscription"),
    "job": Kind("job", "GET /jobs/status/{job_id}"),
    "ping": Kind("ping"),
    "procedure": Kind("procedure"),
    "ticket": Kind(
        "ticket", "GET /tickets/{ticket_id}", "POST /tickets/search", "tickets", ANYBODY
    ),
    "admin.activity_log_event": Kind("activity"),
    "visitor": Kind("visitor", "GET /visitors"),
}
SENT = tuple(dict.fromkeys(kind.one for kind in KINDS.values() if kind.one))


def kind_of(topic: str) -> Kind:
    """The kind of record a topic is about: the longest beginning that is known decides.

    A topic that is newer than this program may be about a kind that is unknown here.
    """
    words = topic.split(".")
    for size in range(len(words), 0, -1):
        if found := KINDS.get(".".join(words[:size])):
            return found
    return Kind(topic.partition(".")[0])
