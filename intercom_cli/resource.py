"""What a noun is: plain data from which its commands, columns and checks are made.

A Resource may gain a value, never a condition. When a noun needs an ``if``, it leaves that verb
out of ``verbs`` and writes the function as an action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Verb = Literal["list", "get", "search", "create", "update", "delete"]
Kind = Literal["text", "id", "time", "flag", "count", "names"]
Type = Literal["string", "integer", "number", "boolean", "time", "object", "array"]
Asked = Literal["string", "id", "tag", "boolean", "integer", "date", "custom"]
Style = Literal[
    "cursor",  # query starting_after, answer pages.next.starting_after
    "search",  # the same cursor inside the body's pagination
    "page",  # query page, answer pages.page and pages.total_pages
    "flat_page",  # query page, answer page and total_pages at top level
    "body_page",  # the body's pagination.page
    "scroll",  # scroll_param until no rows come
    "has_more",  # query cursor, answer next_cursor and has_more
    "next_url",  # answer pages.next is the address of the next page
    "none",  # everything in one answer
]


class Column(NamedTuple):
    """A column of a table: its heading, the dotted path to its value, and how to show it."""

    title: str
    path: str
    kind: Kind = "text"


class Field(NamedTuple):
    """Something that can be written: an option of create and update."""

    name: str
    help: str
    type: Type = "string"
    required: bool = False
    create: bool = True
    update: bool = True


class Paging(NamedTuple):
    """How a list is walked: its wire style, the key of its rows, the largest page it allows."""

    style: Style = "none"
    rows: str = "data"
    size: int = 0


WHOLE = Paging()  # a list that comes in one answer


class Resource:
    """A noun: what it is called, where it lives, which verbs it has and what they show.

    What it is for stands in the first line of its module, where help reads it. ``filters`` are the
    fields --where can ask for; where ``search_path`` is None they are decided here while paging.
    ``unseen`` are those of them that stand in no record, so that only the server can decide.
    ``examples`` hold one command line for each verb. ``find`` turns what people know of a record,
    such as an e-mail address, into its id; it takes the session and that text. ``actions`` are
    hand-written commands with the groups of shared options they take.
    """

    def __init__(
        self,
        *,
        name: str,
        one: str,
        path: str,
        verbs: tuple[Verb, ...] = (),
        columns: tuple[Column, ...] = (),
        fields: tuple[Field, ...] = (),
        paging: Paging = WHOLE,
        filters: tuple[tuple[str, Asked], ...] = (),
        unseen: frozenset[str] = frozenset(),
        search_path: str | None = None,
        examples: tuple[tuple[Verb, str], ...] = (),
        find: Callable[[Any, str], str] | None = None,
    ) -> None:
        self.name = name
        self.one = one
        self.path = path
        self.verbs = verbs
        self.columns = columns
        self.fields = fields
        self.paging = paging
        self.filters = filters
        self.unseen = unseen
        self.search_path = search_path
        self.examples = examples
        self.find = find
        self.actions: list[tuple[Callable[..., None], Any]] = []
