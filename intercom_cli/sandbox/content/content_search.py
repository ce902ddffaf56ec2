"""Search over all kinds of content at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from intercom_cli.sandbox.call import Answer, reply
from intercom_cli.sandbox.content import content_items
from intercom_cli.sandbox.content.content_items import Item, Part
from intercom_cli.sandbox.document_lists import address
from intercom_cli.sandbox.people import tag_rows
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.versions import V2_16
from intercom_cli.sandbox.visit import Route, Visit

PAGE, MOST = 10, 50
LONGEST = 500
LATEST = 2**62
TYPES = {"snippet": "content_snippet", **{name: name for name in content_items.KINDS}}
TYPES.pop("content_snippet")
CHOICES: dict[str, tuple[str, ...]] = {
    "tag_operator": ("IN", "NIN"),
    "folder_entity_type": ("folder",),
    "copilot_state": ("on", "off"),
    "fin_service_state": ("on", "off"),
    "fin_sales_state": ("on", "off"),
}
Test = Callable[[Item], bool]


def search(visit: Visit) -> Answer:
    """Find content by words and by what is known of it.

    Titles that hold the words come first, then the latest changed. What is not understood is
    refused: the platform may pass over some of it.
    """
    asked = Asked(visit)
    query = asked.query()
    tests = list(asked.tests())
    found = [item for item in content_items.every(visit) if all(test(item) for test in tests)]
    found.sort(key=lambda item: item.record["updated_at"], reverse=True)
    if query:
        found.sort(key=lambda item: not any(query in one.title.casefold() for one in item.parts))
    number, size = asked.page(), asked.size()
    rows = found[(number - 1) * size : number * size]
    more = number * size < len(found)
    pages = {
        "type": "pages",
        "page": number,
        "per_page": size,
        "total_pages": -(-len(found) // size),
        "next": address(visit, page=number + 1) if more else None,
        "prev": address(visit, page=number - 1) if number > 1 else None,
    }
    data = [item.as_json() for item in rows]
    return reply({"type": "list", "total_count": len(found), "pages": pages, "data": data})


class Asked:
    """The parameters of a search, read and checked."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        for name, known in CHOICES.items():
            if self.one(name) not in (None, *known):
                raise invalid(f"{name} must be one of: {', '.join(known)}", name)

    def one(self, name: str) -> str | None:
        """A parameter that is given once; an empty one counts as not given."""
        return self.visit.call.parameter(name) or None

    def many(self, name: str) -> list[str]:
        """A parameter that may be repeated, or be a list with commas."""
        given = (value for key, value in self.visit.call.parameters if key == name)
        return [part for value in given for part in value.split(",") if part]

    def words(self, name: str, known: tuple[str, ...]) -> list[str]:
        """A list of known words."""
        given = self.many(name)
        if not set(given) <= set(known):
            raise invalid(f"{name} must be among: {', '.join(known)}", name)
        return given

    def ids(self, name: str) -> set[str]:
        """A list of ids: digits, and each of them once."""
        given = self.many(name)
        if len(given) != len(set(given)) or not all(map(tag_rows.number, given)):
            raise Refusal(422, Fault("data_invalid", "Invalid or duplicated record reference"))
        return set(given)

    def number(self, name: str) -> int | None:
        """A whole number, or None when it is not given."""
        given = self.one(name)
        if given is None:
            return None
        if not given.removeprefix("-").isascii() or not given.removeprefix("-").isdecimal():
            raise invalid(f"{name} must be an integer", name)
        return max(-LATEST, min(int(given), LATEST)) if len(given) < MOST else LATEST

    def page(self) -> int:
        """The page; a number below 1 means the first."""
        return min(max(self.number("page") or 1, 1), LATEST // MOST)

    def size(self) -> int:
        """How many to a page."""
        size = self.number("per_page")
        if size is not None and not 1 <= size <= MOST:
            raise invalid(f"per_page must be between 1 and {MOST}", "per_page")
        return size or PAGE

    def query(self) -> str:
        """The words to look for."""
        query = self.one("query") or ""
        if len(query) > LONGEST:
            raise invalid(f"query must be at most {LONGEST} characters long", "query")
        return query.strip().casefold()

    def tests(self) -> Iterator[Test]:
        """Everything an item must be."""
        yield self.content_test()
        wanted = self.words("content_types", tuple(TYPES))
        if wanted:
            kinds = {TYPES[name] for name in wanted}
            yield lambda item: item.type in kinds
        yield from self.tag_tests()
        yield from self.folder_tests()
        yield from self.people_tests()
        yield from self.time_tests()

    def content_test(self) -> Test:
        """That one language of an item has the words, the state and the switches."""
        query, locales = self.query(), self.many("locales")
        states = self.words("states", ("published", "draft"))
        switches = {
            "copilot": self.one("copilot_state"),
            "fin": self.one("fin_service_state"),
            "sales": self.one("fin_sales_state"),
        }

        def fits(part: Part) -> bool:
            return (
                query in f"{part.title} {part.text}".casefold()
                and (not states or part.state in states)
                and (not locales or part.locale in locales)
                and all(want in (None, part.switch(name)) for name, want in switches.items())
            )

        return lambda item: any(fits(part) for part in item.parts)

    def tag_tests(self) -> Iterator[Test]:
        """That an item has one of some tags, or none of them."""
        listed, without = self.ids("tag_ids"), self.one("tag_operator") == "NIN"
        if listed:
            yield lambda item: (not listed.isdisjoint(item.record["tags"])) != without
        loose = self.ids("any_tag_ids")
        if loose:
            yield lambda item: not loose.isdisjoint(item.record["tags"])

    def folder_tests(self) -> Iterator[Test]:
        """That an item is in one of some folders."""
        folders = self.ids("folder_ids")
        if bool(folders) != (self.one("folder_entity_type") is not None):
            raise invalid("folder_ids and folder_entity_type must be sent together", "folder_ids")
        if folders:
            yield lambda item: str(item.record["folder_id"]) in folders

    def people_tests(self) -> Iterator[Test]:
        """That an item was made, or last changed, by one of some teammates."""
        for name, member in (
            ("created_by_ids", "created_by_id"),
            ("last_updated_by_ids", "updated_by_id"),
        ):
            people = self.ids(name)
            if people:
                yield among(member, people)

    def time_tests(self) -> Iterator[Test]:
        """That an item was made, or last changed, in a span of time; both ends count."""
        for member in ("created_at", "updated_at"):
            first, last = self.number(f"{member}_after"), self.number(f"{member}_before")
            yield between(
                member, -LATEST if first is None else first, LATEST if last is None else last
            )


def among(member: str, people: set[str]) -> Test:
    """That a member of the record is one of some ids."""
    return lambda item: str(item.record[member]) in people


def between(member: str, first: int, last: int) -> Test:
    """That a member of the record lies in a span."""
    return lambda item: first <= item.record[member] <= last


def invalid(message: str, field: str) -> Refusal:
    """Refuse a parameter: 422 ``data_invalid``."""
    return Refusal(422, Fault("data_invalid", message, field))


routes = (Route("GET", "/content/search", search, V2_16, reads=True),)
