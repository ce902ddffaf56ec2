"""The body of a search, as a tree that is cut to what Intercom takes.

A group holds filters or groups, and those hold filters: two levels, fifteen members each
(SearchContacts). The tree is made of plain dicts; None stands for everything.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from intercom_cli.paths import plain

Filter = dict[str, Any]

GROUP = 15  # members of one AND or OR (SearchContacts)
EVERYTHING: Filter = {"field": "created_at", "operator": ">", "value": 0}
MOST = 512  # clauses that are tried


def single(field: str, operator: str, value: Any) -> Filter:
    """One filter as the search body spells it."""
    return {"field": plain(field), "operator": operator, "value": value}


def joined(operator: str, parts: list[Filter | None]) -> Filter | None:
    """Filters under AND or OR; everything swallows an OR, and is nothing to an AND."""
    if operator == "OR" and any(part is None for part in parts):
        return None
    flat: list[Filter] = []
    for part in parts:
        if part is not None:
            flat += part["value"] if part["operator"] == operator else [part]
    kept = [part for at, part in enumerate(flat) if part not in flat[:at]]
    if len(kept) < 2:  # noqa: PLR2004 - a group has at least two
        return kept[0] if kept else None
    return {"operator": operator, "value": kept}


def is_group(part: Filter) -> bool:
    """Whether it is a group, and not a single filter."""
    return part["operator"] in {"AND", "OR"} and "field" not in part


def fitted(wanted: Filter | None) -> tuple[Filter, bool]:
    """A body that Intercom takes and that finds at least what is wanted; whether just that."""
    if wanted is None:
        return EVERYTHING, True
    if (found := in_groups(wanted)) is not None:
        return found, True
    clauses = clauses_of(wanted)
    for operator, groups in (("AND", clauses), ("OR", alternatives_of(wanted))):
        if groups is not None and (found := two_levels(operator, groups)) is not None:
            return found, True
    return narrowest(clauses), False


def in_groups(wanted: Filter) -> Filter | None:
    """A tree as it is, where it already has the form; long lists of filters are cut in pieces."""
    if not is_group(wanted):
        return wanted
    inner = [part["value"] if is_group(part) else [part] for part in wanted["value"]]
    if any(is_group(one) for part in inner for one in part):
        return None
    operator = wanted["operator"]
    if all(not is_group(part) for part in wanted["value"]):
        return cut(operator, wanted["value"])
    groups = [part if is_group(part) else {"operator": operator, "value": [part]}
              for part in wanted["value"]]  # fmt: skip
    fits = len(groups) <= GROUP and all(len(part) <= GROUP for part in inner)
    return {"operator": operator, "value": groups} if fits else None


def cut(operator: str, filters: list[Filter]) -> Filter | None:
    """Filters in one group, or in groups of fifteen where there are more."""
    if len(filters) <= GROUP:
        return {"operator": operator, "value": filters}
    chunks = [filters[at : at + GROUP] for at in range(0, len(filters), GROUP)]
    if len(chunks) > GROUP:
        return None
    return {"operator": operator, "value": [{"operator": operator, "value": one} for one in chunks]}


def two_levels(operator: str, groups: list[list[Filter]]) -> Filter | None:
    """Groups in a group, if they fit."""
    if len(groups) > GROUP or any(len(one) > GROUP for one in groups):
        return None
    inner = "OR" if operator == "AND" else "AND"
    return in_groups(joined(operator, [joined(inner, [*one]) for one in groups]) or EVERYTHING)


def clauses_of(wanted: Filter) -> list[list[Filter]] | None:
    """A tree as an AND of ORs; None where that would be too large."""
    return spread(wanted, "AND")


def alternatives_of(wanted: Filter) -> list[list[Filter]] | None:
    """A tree as an OR of ANDs; None where that would be too large."""
    return spread(wanted, "OR")


def spread(wanted: Filter, outer: str) -> list[list[Filter]] | None:
    """A tree as groups in a group of the ``outer`` kind."""
    if not is_group(wanted):
        return [[wanted]]
    parts = [spread(part, outer) for part in wanted["value"]]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    if wanted["operator"] == outer:
        return [group for part in known for group in part]
    size = 1
    for part in known:
        size *= len(part)
        if size > MOST:
            return None
    return [[one for group in choice for one in group] for choice in product(*known)]


def narrowest(clauses: list[list[Filter]] | None) -> Filter:
    """As many clauses as fit: each of them must hold, so that leaving some out only asks wider."""
    short = sorted((one for one in clauses or () if len(one) <= GROUP), key=len)[:GROUP]
    found = joined("AND", [joined("OR", [*one]) for one in short])
    return (in_groups(found) if found else None) or EVERYTHING
