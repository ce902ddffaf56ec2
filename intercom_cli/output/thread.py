"""A conversation as a person reads it: what it is, then everything said and done in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from intercom_cli.foreign import at, first_text, id_at, plain, records, text
from intercom_cli.foreign import record as object_at

from .cells import shown
from .clean import clean, clean_lines
from .color import BOLD, CYAN, DIM, YELLOW, paint
from .html import text_of, words_of
from .layout import width_of
from .rows import decode
from .sheet import Sheet
from .thread_events import done
from .times import ago, is_moment, iso

INDENT = "  "
BAR = "│ "
NARROWEST = 20
WIDEST_LABEL = 24
TITLE = 70  # letters of a first message that stand for a title
NOTE = "note"

Record = dict[str, Any]


class Known(NamedTuple):
    """What the record itself does not tell: names of people and teams by id, and its address."""

    people: Mapping[str, str] = {}
    teams: Mapping[str, str] = {}
    address: str = ""


def write_thread(row: bytes, sheet: Sheet, known: Known) -> None:
    """Write a conversation to be read."""
    record = object_at(decode(row))
    write_below(list(head(record, sheet, known)), record, sheet, known)


def write_below(lines: list[str], record: Record, sheet: Sheet, known: Known) -> None:
    """Write lines, and everything said and done in a conversation below them."""
    brief = False
    for lines_of in parts(record, sheet, known):
        told = list(lines_of)
        if not (brief and len(told) == 1):  # what only happened stands together
            lines.append("")
        lines += told
        brief = len(told) == 1
    sheet.write_text("\n".join(lines) + "\n")


def head(record: Record, sheet: Sheet, known: Known) -> Iterator[str]:
    """The lines before the first message: what it is called, how it stands, who is in it."""
    yield from labelled(title(record), facts(record, sheet, known), sheet)


def labelled(name: str, facts: Iterable[tuple[str, str]], sheet: Sheet) -> Iterator[str]:
    """A name, and below it each fact that there is, under its label."""
    yield from folded(paint(name, BOLD) if sheet.color else name, "", "", sheet)
    known = [(label, value) for label, value in facts if value]
    width = min(max((width_of(label) for label, _ in known), default=0), WIDEST_LABEL) + 2
    for label, value in known:
        start = label + " " * max(width - width_of(label), 2)
        said = paint(start, DIM) if sheet.color else start
        yield from folded(value, said, " " * width, sheet)


def title(record: Record) -> str:
    """What a conversation is called: its title, else its subject, else its first words."""
    for path in (("title",), ("source", "subject"), ("source", "body")):
        words = clean(words_of(text(record, *path)))
        if words:
            return words if len(words) <= TITLE else words[:TITLE].rstrip() + "…"
    return f"Conversation {clean(id_at(record, 'id'))}"


def facts(record: Record, sheet: Sheet, known: Known) -> Iterator[tuple[str, str]]:
    """What is worth knowing before reading, each under its label."""
    yield "Id", clean(id_at(record, "id"))
    yield "State", state(record, sheet)
    yield "Priority", clean(text(record, "priority")).replace("none", "")
    yield "Assigned", assigned(record, known)
    yield "Contacts", ", ".join(people_in(record, known))
    company = object_at(record, "company")
    yield "Company", name(first_text(company, "name", "company_id"))
    yield "Tags", names(records(record, "tags"))
    custom = object_at(record, "custom_attributes").items()
    yield (
        "Data",
        ", ".join(
            f"{clean(k)} = {shown(v, 'text', None)}" for k, v in custom if v not in (None, "")
        ),
    )
    yield "Rating", rating(record)
    yield "Link", clean(known.address)


def state(record: Record, sheet: Sheet) -> str:
    """Whether it is open, closed or put off, and since when somebody waits."""
    told = clean(text(record, "state"))
    until, waiting = record.get("snoozed_until"), record.get("waiting_since")
    if told == "snoozed" and is_moment(until):
        return f"snoozed until {iso(until)} ({ago(until, sheet.now)})"
    if is_moment(waiting) and told == "open":
        return f"{told}, waiting since {iso(waiting)} ({ago(waiting, sheet.now)})"
    return told


def assigned(record: Record, known: Known) -> str:
    """Who takes care of it."""
    admin, team = id_at(record, "admin_assignee_id"), id_at(record, "team_assignee_id")
    told = []
    if admin:
        told.append(known.people.get(admin) or f"admin {admin}")
    if team:
        told.append(f"team {known.teams.get(team) or team}")
    return clean(", ".join(told)) or "nobody"


def people_in(record: Record, known: Known) -> Iterator[str]:
    """The contacts who take part, by name and id."""
    for contact in records(record, "contacts"):
        id = id_at(contact, "id")
        who = known.people.get(id)
        yield clean(f"{who} ({id})" if who else id)


def rating(record: Record) -> str:
    """How the contact found it."""
    given = text(record, "conversation_rating", "rating")
    remark = clean(text(record, "conversation_rating", "remark"))
    return (clean(f"{given} of 5") + (f": {remark}" if remark else "")) if given else ""


def parts(record: Record, sheet: Sheet, known: Known) -> Iterator[Iterator[str]]:
    """The first message, then each part; what came before those that were sent is told."""
    if source := object_at(record, "source"):
        yield piece({**source, "created_at": record.get("created_at")}, opened(source), sheet)
    sent = records(record, "conversation_parts")
    total = at(record, "conversation_parts", "total_count")
    if isinstance(total, int) and total > len(sent):
        missing = f"({total - len(sent)} earlier parts are not sent by Intercom)"
        yield iter([paint(missing, DIM) if sheet.color else missing])
    last = max(
        (place for place, part in enumerate(sent) if part.get("part_type") == "snoozed"), default=-1
    )
    for place, part in enumerate(sent):
        until = record.get("snoozed_until") if place == last else None
        yield piece(part, done(part, known.people, known.teams, until), sheet)


def opened(source: Record) -> str:
    """How a conversation began."""
    channel = text(source, "type", default="conversation").replace("_", " ")
    channel = channel.replace("email", "e-mail")
    return "wrote" if channel == "conversation" else f"wrote by {channel}"


def piece(part: Record, what: str, sheet: Sheet) -> Iterator[str]:
    """One part: who did what and when, then what was said, and the files."""
    is_note = part.get("part_type") == NOTE
    yield from folded(caption(part, what, sheet), "", INDENT, sheet)
    margin = INDENT + (
        paint(bar(sheet), YELLOW) if sheet.color and is_note else bar(sheet) if is_note else ""
    )
    said = text_of(text(part, "body"))
    for line in clean_lines(said).split("\n") if said else ():
        yield from folded(line, margin, margin + " " * hang(line), sheet)
    for file in records(part, "attachments"):
        address = clean(text(file, "url"))
        yield f"{margin}[file: {name(text(file, 'name', default='file'))}]" + (
            f" <{address}>" if address else ""
        )
    for option in records(part, "metadata", "quick_reply_options"):
        yield f"{margin}[button: {name(text(option, 'text'))}]"


def bar(sheet: Sheet) -> str:
    """The mark at the margin of a note, as far as the encoding has it."""
    return BAR if sheet.ellipsis == "…" else "| "


def caption(part: Record, what: str, sheet: Sheet) -> str:
    """The line above a part."""
    who, when = author(part), part.get("created_at")
    told = f"{clean(who)} {clean(what)}"
    time = f"{ago(when, sheet.now)} ({iso(when)})" if is_moment(when) else ""
    number = f"#{id}" if part.get("part_type") and (id := id_at(part, "id")) else ""
    aside = ", ".join(filter(None, [time, tagged(part), number]))
    aside = clean(aside)
    if not sheet.color:
        return f"{told} - {aside}"
    codes = (BOLD, YELLOW) if part.get("part_type") == NOTE else (BOLD, CYAN)
    return f"{paint(told, *codes)} {paint('- ' + aside, DIM)}"


def tagged(part: Record) -> str:
    """The tags on one part."""
    given = names(records(part, "tags"))
    return f"tagged {given}" if given else ""


def names(named: Iterable[Record]) -> str:
    """The names of tags and their like, or their ids."""
    return ", ".join(filter(None, (name(first_text(one, "name", "id")) for one in named)))


def name(text: str) -> str:
    """A name as people read it, safe to show."""
    return clean(plain(text))


def author(part: Record) -> str:
    """Who it was, by name, and what they are where that is not plain."""
    found = object_at(part, "author")
    called = plain(first_text(found, "name", "email", "type", default="somebody"))
    kind = text(found, "type")
    return f"{called} ({kind})" if kind in ("bot", "team") and called != kind else called


def hang(line: str) -> int:
    """How far the following lines of an item or a quotation stand in."""
    rest = line.lstrip(" ")
    first, space, _ = rest.partition(" ")
    mark = first in {"-", "*", "+", ">"} or (first.rstrip(".)").isdigit() and first[-1:] in ".)")
    return len(line) - len(rest) + (len(first) + 1 if space and mark else 0)


def folded(text: str, first: str, rest: str, sheet: Sheet) -> Iterator[str]:
    """A line as several where it is wider than the terminal, broken between words."""
    room = None if sheet.width is None else max(sheet.width - bare(rest), NARROWEST)
    if room is None or bare(text) <= room:
        yield (first + text).rstrip()
        return
    start, line = first, ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line.strip() or line else word
        if line.strip() and bare(longer) > room:
            yield start + line
            start, longer = rest, word
        line = longer
    yield (start + line).rstrip()


def bare(text: str) -> int:
    """The width of a text without its colours."""
    if "\x1b" not in text:
        return width_of(text)
    import re

    return width_of(re.sub(r"\x1b\[[\d;]*m", "", text))
