"""What contacts can be searched by: each field's type and where its value lies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from intercom_cli.sandbox.people.contact_bodies import TIMES
from intercom_cli.sandbox.refusals import Fault, Refusal
from intercom_cli.sandbox.store import Store
from intercom_cli.sandbox.versions import V2_16, V2_17, Version

Type = Literal[
    "string",
    "role",
    "boolean",
    "integer",
    "float",
    "date",
    "datetime",
    "custom_date",
    "membership",
    "list",  # any of the members of a JSON list; the expression is the list
    "words",  # the words of a text, each compared for itself; the expression is their list
]

EQUALITY = ("=", "!=")
SETS = ("IN", "NIN")
RANGES = ("<", ">", "<=", ">=")
PARTS = ("~", "!~", "^", "$")

OPERATORS: dict[Type, tuple[str, ...]] = {
    "string": (*EQUALITY, *SETS, *PARTS),
    "role": (*EQUALITY, *SETS, *PARTS),
    "boolean": (*EQUALITY, *SETS),
    "integer": (*EQUALITY, *SETS, *RANGES),
    "float": (*EQUALITY, *SETS, *RANGES),
    "date": ("=", "<", ">"),
    "datetime": (*EQUALITY, *RANGES),
    "custom_date": ("=", "<", ">"),
    "membership": EQUALITY,
    "list": (*EQUALITY, *SETS),
    "words": (*EQUALITY, *SETS, *PARTS),
}

CUSTOM = "custom_attributes."
CUSTOM_TYPES: dict[str, Type] = {
    "string": "string",
    "integer": "integer",
    "float": "float",
    "boolean": "boolean",
    "date": "custom_date",
}
# The types of attributes of conversations and tickets.
ATTRIBUTE_TYPES: dict[str, Type] = {
    "string": "string",
    "list": "string",
    "integer": "integer",
    "decimal": "float",
    "boolean": "boolean",
    "datetime": "datetime",
}


@dataclass(frozen=True, slots=True)
class SearchField:
    """A field: its name, its type, and the SQL expression of its value."""

    name: str
    type: Type
    expression: str
    operators: tuple[str, ...]


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


STRINGS = listed(
    "id name avatar email email_domain phone external_id language_override"
    " browser browser_language os"
)
PLACES = ("country", "region", "city")
FLAGS = ("unsubscribed_from_emails", "marked_email_as_spam", "has_hard_bounced")
PHONES = listed(
    "ios_app_version ios_device ios_os_version ios_app_name ios_sdk_version android_app_version"
    " android_device android_app_name android_os_version android_sdk_version"
)
PHONE_TIMES = ("ios_last_seen_at", "android_last_seen_at")

# The documentation lists a misspelt and a foreign name; both are taken to mean their neighbour.
ALIASES = {"andoid_sdk_version": "android_sdk_version", "ios_app_device": "ios_device"}


def standard_fields() -> dict[str, tuple[Type, str]]:
    """Type and expression of every field that all workspaces have."""
    fields: dict[str, tuple[Type, str]] = {name: ("string", name) for name in STRINGS}
    fields |= {f"location.{name}": ("string", name) for name in PLACES}
    fields |= {name: ("boolean", name) for name in FLAGS}
    fields |= {name: ("date", name) for name in TIMES}
    fields |= {name: ("string", in_device(name)) for name in PHONES}
    fields |= {name: ("date", in_device(name)) for name in PHONE_TIMES}
    fields |= {alias: ("string", in_device(name)) for alias, name in ALIASES.items()}
    fields["formatted_phone"] = ("string", "phone")
    fields["role"] = ("role", "role")
    fields["tag_id"] = ("membership", "tag")
    fields["segment_id"] = ("membership", "segment")
    return fields


def in_device(name: str) -> str:
    """The expression of a fact about a contact's phone."""
    return f"json_extract(device, '$.{name}')"


STANDARD = standard_fields()


def field_named(store: Store, name: object, version: Version) -> SearchField:
    """The field a filter or a sort order names.

    ``owner_id`` is text from 2.16 on and a number before. Times are whole days up to 2.16; from
    2.17 on they are exact, and can be compared in more ways.
    Raises Refusal 400 ``invalid_field``.
    """
    if name == "owner_id":
        kind: Type = "string" if version >= V2_16 else "integer"
        value = "owner_id" if kind == "string" else "CAST(owner_id AS INTEGER)"
        return SearchField("owner_id", kind, value, OPERATORS[kind])
    if isinstance(name, str) and name in STANDARD:
        kind, expression = STANDARD[name]
        if kind == "date" and version >= V2_17:
            kind = "datetime"
        more = SETS if name == "segment_id" else ()
        return SearchField(name, kind, expression, (*OPERATORS[kind], *more))
    if isinstance(name, str) and name.startswith(CUSTOM):
        return custom_field(store, name.removeprefix(CUSTOM))
    raise invalid_field(name)


def custom_field(store: Store, name: str) -> SearchField:
    """The field of a custom attribute, typed as the attribute is."""
    kind = store.value(
        "SELECT data_type FROM attributes WHERE model = 'contact' AND name = ? AND NOT archived",
        (name,),
    )
    if kind is None:
        raise invalid_field(CUSTOM + name)
    type_ = CUSTOM_TYPES[kind]
    return SearchField(CUSTOM + name, type_, member("custom", name), OPERATORS[type_])


def member(column: str, name: str, below: str = "$") -> str:
    """The expression of a member of a JSON column, whatever its name is."""
    path = f"{below}.{json.dumps(name, ensure_ascii=False)}".replace("'", "''")
    return f"json_extract({column}, '{path}')"


def invalid_field(name: object) -> Refusal:
    """Refuse a field that cannot be searched."""
    return Refusal(400, Fault("invalid_field", f"'{name}' is not a valid field", "field"))
