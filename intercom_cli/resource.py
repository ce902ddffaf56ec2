"""What a noun is: plain data from which its commands, columns and checks are made.

A Resource may gain a value, never a condition. When a verb needs an ``if``, it is left out of
``verbs`` and written as a function, an action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from intercom_cli.paging_styles import Style
from intercom_cli.record_places import NOWHERE, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from intercom_cli.record_places import Named

    # An operation by its name, or what sends it and notes so with ``sends``.
    Use = str | Callable[..., Any] | None

Function = TypeVar("Function", bound="Callable[..., Any]")
Kind = Literal["text", "id", "time", "flag", "count", "names", "pairs", "html"]
# "strings" and "integers" are several, one for each time the option is given; "json" is any value.
# A "file" is the name of one, or - for standard input; ``into`` reads it.
Type = Literal[
    "string", "integer", "number", "boolean", "time", "strings", "integers", "file", "json"
]
# A "date" is matched by its day on the server, a "moment" by its second, "words" word by word. An
# "integer id" is an id that the search takes as a number; of an "object" only null can be asked.
Asked = (
    Literal["string", "words", "id", "integer id", "tag", "boolean", "integer"]  # noqa: PYI030
    | Literal["number", "date", "moment", "object", "custom"]
)


def sends(*uses: Use) -> Callable[[Function], Function]:
    """Note on a function that finds something which operations it can send for that."""

    def note(function: Function) -> Function:
        function.__dict__["operations"] = operations_in(uses)
        return function

    return note


def stands_for(metavar: str) -> Callable[[Function], Function]:
    """Note on a function that reads an option's value how a page of help writes that."""

    def note(function: Function) -> Function:
        function.__dict__["metavar"] = metavar
        return function

    return note


def operations_in(uses: Iterable[Use]) -> tuple[str, ...]:
    """Operations, and in place of functions those that they can send, each once."""
    found = [(use,) if isinstance(use, str) else getattr(use, "operations", ()) for use in uses]
    return tuple(dict.fromkeys(name for names in found for name in names))


class Reference(NamedTuple):
    """Ids at a path, ``name`` for --fields, their names by id, and whether only the last counts."""

    name: str
    path: str
    names: Callable[[Any], Mapping[str, str]]
    last: bool = False


class Column(NamedTuple):
    """A column of a table: its heading, the dotted path to its value, and how to show it.

    Where there is nothing, tables show what is at the first path of ``instead`` that has something;
    with ``refers``, the names of those records. ``extra`` ones are shown where --fields has them.
    """

    title: str
    path: str
    kind: Kind = "text"
    instead: tuple[str, ...] = ()
    refers: tuple[Reference, ...] = ()
    extra: bool = False


class Field(NamedTuple):
    """An option whose value goes into a body or a query.

    It stands there under its name, unless ``place`` says where, as a dotted path. Underscores of
    the name are hyphens on the command line. ``choices`` are the only values; ``find`` turns what
    people know into an id. ``create`` and ``update`` say which of the two verbs has the option.
    ``into`` puts the value into the body by itself, where that is more than one place. ``usual`` is
    what stands there when nothing was given. ``asks`` are values that must be agreed to, each with
    its question, which has a ``{}`` for the record; ``*`` stands for any value. ``along`` is what
    goes into a query with it. One of a query that is a ``word`` may stand behind the verb, too.
    """

    name: str
    help: str
    type: Type = "string"
    required: bool = False
    create: bool = True
    update: bool = True
    choices: tuple[str, ...] = ()
    place: str = ""
    find: Callable[[Any, str], str] | None = None
    into: Callable[[Any, dict[str, Any], Any], None] | None = None
    usual: Callable[[Any], Any] | None = None
    asks: tuple[tuple[str, str], ...] = ()
    along: tuple[tuple[str, str], ...] = ()
    word: bool = False

    @property
    def flag(self) -> str:
        """The option as it is typed."""
        return "--" + self.name.replace("_", "-")


class Argument(NamedTuple):
    """An id in the path of an operation: the placeholder it fills, and how people give it.

    With ``option`` it is given as an option of that name, as parents are; else by place. The option
    is required, unless ``usual`` finds the id when it is not given.
    """

    place: str
    help: str = ""
    metavar: str = "ID"
    find: Callable[[Any, str], str] | None = None
    option: str = ""
    usual: Callable[[Any], str] | None = None


class Paging(NamedTuple):
    """How a list is walked: its wire style, the key of its rows, the largest page it allows.

    The key of rows that lie deeper is a dotted path, such as ``data.articles``.
    """

    style: Style = "none"
    rows: str = "data"
    size: int = 0


WHOLE = Paging()  # a list that comes in one answer


class Text(NamedTuple):
    """What of a record a person reads as text below it: Markdown, or else HTML.

    ``fields`` hold it, the first that is there; ``parts`` are objects that are told by the names of
    what is in them, as translations are by their languages.
    """

    fields: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Verb(NamedTuple):
    """A command of a noun that its operation describes: what is typed, and what it does.

    ``operation`` is the method and path in Intercom's description, ``GET /tags/{tag_id}``. What it
    is follows from it: with ``paging``, or by the name ``list`` or ``search``, it shows a list;
    another GET shows a record; everything else writes. ``fields`` are options of the body, where
    None stands for the noun's own on create and update; ``query`` are options of the query.
    ``fixed`` is always in the body. ``asks`` is the question before it, with a ``{}`` for the
    record; ``did`` is said afterwards, before the id. ``columns`` are those of an answer that is
    not the noun's record; none where it is not worth showing. ``text`` is what is read below the
    record. ``keeps`` are fields that Intercom wants in every change: those that are not given are
    read first, and sent as they are. ``tell`` makes what says in other words what is in a record
    that is shown, as names in place of ids, for people at a table.
    """

    name: str
    operation: str
    example: str = ""
    summary: str = ""
    arguments: tuple[Argument, ...] = ()
    query: tuple[Field, ...] = ()
    fields: tuple[Field, ...] | None = None
    columns: tuple[Column, ...] | None = None
    paging: Paging | None = None
    fixed: tuple[tuple[str, Any], ...] = ()
    asks: str = ""
    did: str = ""
    text: Text | None = None
    keeps: tuple[str, ...] = ()
    tell: Callable[[Any], Callable[[dict[str, Any]], dict[str, Any]]] | None = None

    @property
    def lists(self) -> bool:
        """Whether it shows a list."""
        return self.paging is not None or self.name in {"list", "search"}


class Action(NamedTuple):
    """A hand-written command: its function, the shared options it takes, the operations it uses."""

    function: Callable[..., None]
    groups: Any
    uses: tuple[str, ...] = ()


class Resource:
    """A noun: what it is called, which verbs it has and what they show.

    What it is for stands in the first line of its module, where help reads it. ``filters`` are the
    fields --where can ask for; where no verb is a search they are decided here while paging.
    ``unseen`` are those of them that stand in no record, so that only the server can decide.
    ``local`` are beginnings of names that only records know, which are decided here; ``reading``
    says what else is known of filtering. ``words`` are, by field, what people write for its values,
    in small letters and without signs. ``values`` are, by field, those that are offered where it
    may have others, or had some before. ``named`` are names for fields of ids whose values are what
    people call a record, and ``labels`` finds the field of an attribute, and its type, by its
    label. ``attributes`` are, by the beginning of their fields, the kinds of record whose
    attributes are listed.
    ``find`` turns what people know of a record, such as an e-mail address, into its id; it takes
    the session and that text. ``parents`` are the records its own lie in, as options. ``page`` is
    where the web app shows a record. ``actions`` are hand-written commands, ``examples`` command
    lines for those of them that have none in their docstring.
    """

    def __init__(
        self,
        *,
        name: str,
        one: str,
        columns: tuple[Column, ...],
        verbs: tuple[Verb, ...] = (),
        fields: tuple[Field, ...] = (),
        paging: Paging = WHOLE,
        filters: tuple[tuple[str, Asked], ...] = (),
        unseen: frozenset[str] = frozenset(),
        local: tuple[str, ...] = (),
        reading: Reading = NOWHERE,
        words: Mapping[str, Mapping[str, str]] = {},
        values: Mapping[str, tuple[str, ...]] = {},
        named: tuple[Named, ...] = (),
        labels: Callable[[Any, str], tuple[str, Asked]] | None = None,
        attributes: Mapping[str, str] = {},
        parents: tuple[Argument, ...] = (),
        examples: tuple[tuple[str, str], ...] = (),
        find: Callable[[Any, str], str] | None = None,
        page: str = "",
    ) -> None:
        self.name = name
        self.one = one
        self.columns = columns
        self.verbs = verbs
        self.fields = fields
        self.paging = paging
        self.filters = filters
        self.unseen = unseen
        self.local = local
        self.reading = reading
        self.words = words
        self.values = values
        self.named = named
        self.labels = labels
        self.attributes = attributes
        self.parents = parents
        self.examples = examples
        self.find = find
        self.page = page
        self.actions: list[Action] = []

    @property
    def many(self) -> str:
        """The noun in a sentence."""
        return self.name.replace("-", " ")

    @property
    def is_whole(self) -> bool:
        """Whether its list comes in one answer."""
        listing = self.verb("list")
        return ((listing and listing.paging) or self.paging).style == "none"

    def verb(self, name: str) -> Verb | None:
        """One of its declared verbs."""
        return next((verb for verb in self.verbs if verb.name == name), None)

    @property
    def searched(self) -> Verb | None:
        """The verb that has Intercom decide --where: a search that takes a query in its body."""
        found = self.verb("search")
        return found if found and found.operation.startswith("POST ") else None
