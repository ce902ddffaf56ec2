"""A plan in a person's words: what changes, from what to what, and who hears of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from intercom_cli.resource import Column

from .clean import clean
from .times import is_moment, iso

SAMPLE = 5  # changes that are shown one by one
LONGEST = 70  # letters of a value
CONTEXT = 15  # letters before the place where two long texts begin to differ
TIMES = ("_at", "_on", "_until", "_time", "_after", "_before", ".first", ".last")
# What fields that hold ids are called beside the names of what they are of.
LABELS = {
    "admin_assignee_id": "assignee",
    "team_assignee_id": "team",
    "assignee_id": "assignee",
    "owner_id": "owner",
    "author_id": "author",
    "sender_id": "sender",
    "ticket_type_id": "type",
    "ticket_type.id": "type",
    "ticket_state_id": "state",
    "ticket_state.id": "state",
    "parent_id": "collection",
    "to.id": "to",
    "from.id": "from",
    "content_ids": "content",
    "merge_into_conversation_id": "into",
    "conversation_id": "conversation",
    "conversation_part_id": "part",
    "newsfeed_assignments": "newsfeeds",
    "source_id": "source",
    "away_status_reason_id": "away reason",
    "admin_ids": "admins",
    "tags.add_tag_ids": "tags to add",
    "tags.remove_tag_ids": "tags to remove",
    "audience.add_segment_ids": "segments to add",
    "audience.remove_segment_ids": "segments to remove",
    "ticket_attributes._default_title_": "title",
    "ticket_attributes._default_description_": "description",
}
# The same, where the id is that of a record of Intercom and has a name.
NAMED = {"id": "contact", "user.id": "into"}
# Where two records of one name meet, so that the id is shown too.
WITH_IDS = frozenset({"from", "into"})
# What a name beside it says already.
NEEDLESS = {"parent_type": "parent_id", "to.type": "to.id", "from.type": "from.id"}
IN_BULK = ("/contacts/bulk", "/companies/bulk", "/bulk/delete")
COLUMNS = (
    Column("Action", "action"),
    Column("Type", "type"),
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("Before", "before"),
    Column("After", "after"),
    Column("Notifies", "notifies"),
    Column("Error", "error.message"),
)

Row = dict[str, Any]


def text_of(rows: Sequence[Row], where: str) -> str:
    """The whole plan as text."""
    good = [row for row in rows if not row.get("error")]
    number = sum(row["records"] for row in good)
    if not rows:
        return f"No changes in {where}."
    lines = [f"{number:,} {'change' if number == 1 else 'changes'} in {where}:"]
    for row in good[:SAMPLE]:
        lines += lines_of(row)
    if len(good) > SAMPLE:
        lines.append(f"  … and {len(good) - SAMPLE:,} more")
    lines += ending(good)
    lines += [f"Cannot be done: {clean(row['error']['message'])}" for row in rows if row["error"]]
    return "\n".join(lines)


def ending(rows: Sequence[Row]) -> list[str]:
    """Who hears of changes, whether they can be undone, and what is asked before."""
    heard = dict.fromkeys(name for row in rows for name in row["notifies"])
    lines = [f"Notifies: {', '.join(heard) or 'no customers'}."]
    if any(row["permanent"] for row in rows):
        lines.append("It cannot be undone.")
    asked = dict.fromkeys(row["question"] for row in rows if row["question"])
    return lines + [f"Asks first: {clean(question)}" for question in asked]


def steps_in_words(steps: Sequence[Row], where: str) -> str:
    """The plan of a workflow: each step, and what it changes as far as that is known."""
    every = [row for step in steps for row in step.get("changes") or ()]
    lines = []
    for step in steps:
        changes = step.get("changes") or []
        state = f"{len(changes):,} change{'s' * (len(changes) != 1)}" if changes else step["state"]
        if step["unknown"]:
            state += f" ({', '.join(step['unknown'])} known only when it runs)"
        lines.append(f"{step['step']} ({step['do']}): {clean(step.get('error') or state)}")
        lines += [f"  {line}" for row in changes[:SAMPLE] for line in lines_of(row)]
        lines += [f"    … and {len(changes) - SAMPLE:,} more"] if len(changes) > SAMPLE else []
    number = f"{len(every):,} change{'s' * (len(every) != 1)}"
    return "\n".join([*lines, *ending(every), f"{number} in {where}, as far as is known now."])


def lines_of(row: Row) -> Iterator[str]:
    """One change: what is done, then each field."""
    yield f"  {sentence(row)}"
    for path, value in row["after"].items():
        names = row["names"].get(path, {})
        if NEEDLESS.get(path) in row["names"]:
            continue
        if row["operation"].endswith(IN_BULK) and isinstance(value, list):
            yield from bulk_lines(value, row["before"].get(path) or [], names)
            continue
        label = (NAMED.get(path) if names else None) or LABELS.get(path, clean(path))
        if path not in row["before"]:
            yield f"    {label}: {shown(value, path, names)}"
        elif str(row["before"][path]) == str(value):
            yield f"    {label}: {shown(value, path, names)} already"
        else:
            before, after = apart(row["before"][path], value)
            yield f"    {label}: {shown(before, path, names)} -> {shown(after, path, names)}"


def bulk_lines(
    after: Sequence[Any], before: Sequence[Any], names: Mapping[str, str]
) -> Iterator[str]:
    """A sample of the records of one request: each with its fields."""
    olds = [*before, *[{}] * (len(after) - len(before))]
    for new, old in zip(after[:SAMPLE], olds, strict=False):
        found = new if isinstance(new, dict) else {"id": new}
        id = clean(str(found.get("id") or ""))
        name = clean(names.get(id, ""))
        called = f"{name} ({id})" if name and id != name else id
        fields = [field_of(path, one, old) for path, one in found.items() if path != "id"]
        yield f"    {': '.join(part for part in (called, ', '.join(fields)) if part)}"
    if len(after) > SAMPLE:
        yield f"    … and {len(after) - SAMPLE:,} more"


def field_of(path: str, value: Any, old: Mapping[str, Any]) -> str:
    """One field of a record in a sample."""
    was = f"{shown(old[path], path)} -> " if path in old and old[path] != value else ""
    return f"{clean(path)}: {was}{shown(value, path)}"


def apart(before: Any, after: Any) -> tuple[Any, Any]:
    """Two values; long texts from shortly before the place where they begin to differ."""
    if not (isinstance(before, str) and isinstance(after, str)):
        return before, after
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    pairs = zip(before, after, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    same = min(len(before), len(after)) if same is None else same
    start = max(0, same - CONTEXT)
    mark = "…" if start else ""
    return mark + before[start:], mark + after[start:]


def sentence(row: Row) -> str:
    """What is done to which record."""
    number, action = row["records"], row["action"]
    record = called(row) if number == 1 else f"{number:,} {plural(row['type'])}"
    if row["type"] == "content":
        record = f"{number:,} piece{'s' * (number != 1)} of content"
    if linked := row["linked"]:
        joint = "from" if action == "remove" else "to"
        return f"{action.capitalize()} {called(linked)} {joint} {record}"
    joint = " to" if action.startswith("add ") or action == "reply" else ""
    joint = " of" if action.startswith(("set ", "update ")) else joint
    return f"{action.capitalize()}{joint} {record}"


def plural(kind: str) -> str:
    """What several records of a kind are called."""
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def called(one: Row) -> str:
    """A record by its kind, its name and its id."""
    name, id = clean(str(one["name"] or "")), clean(str(one["id"] or ""))
    return f"{one['type']} {name} ({id})" if name and id else f"{one['type']} {name or id}".strip()


def shown(value: Any, path: str, names: Mapping[str, str] = MappingProxyType({})) -> str:
    """A value on one safe line, cut where it is long; times as ISO, ids by their names."""
    if path in WITH_IDS and (name := names.get(str(value))):
        return f"{cut(clean(name))} ({clean(str(value))})"
    if named := named_in(value, names):
        return ", ".join(cut(clean(one)) for one in named)
    if value in (None, "") or (path.endswith("_id") and value in (0, "0")):
        return "not set"
    if path.endswith(TIMES) and is_moment(value):
        return iso(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        text = clean(value)
    else:
        import json

        text = clean(json.dumps(value, ensure_ascii=False))
    return cut(text)


def named_in(value: Any, names: Mapping[str, str]) -> list[str]:
    """The names of a value's ids, an id where it has none; empty where none has."""
    every = value if isinstance(value, list) else [value]
    if every and all(isinstance(one, dict) and one.keys() == {"type", "id"} for one in every):
        return [f"{one['type']} {one['id']}".replace("_", " ") for one in every]
    ids = [
        str(one.get("id", one.get("newsfeed_id")) if isinstance(one, dict) else one)
        for one in every
    ]
    return [names.get(id, id) for id in ids] if any(id in names for id in ids) else []


def cut(text: str) -> str:
    """A text that is not too long for a line."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
