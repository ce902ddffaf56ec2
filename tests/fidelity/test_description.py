"""Every operation the sandbox serves, held against Intercom's own description of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import ModuleType

import pytest
from areas import AREAS, module_of, operations_of
from described import Deviation, description, errors_shown, operations, pretty, shown
from walk import Walk

from intercom_cli.sandbox.router import all_routes

COUNT = 231  # operations of version 2.16


@dataclass
class Area:
    """An area that was walked through."""

    module: ModuleType
    promised: dict[str, set[str]]
    way: Walk
    known: list[Deviation] = field(default_factory=list)


@pytest.fixture(scope="module", params=AREAS)
def area(request: pytest.FixtureRequest) -> Area:
    description()
    module = module_of(request.param)
    return Area(module, operations_of(request.param), module.walk(), module.deviations())


def test_the_areas_are_all_there_is() -> None:
    assert sum(len(operations_of(name)) for name in AREAS) == len(operations()) == COUNT


def test_every_operation_of_the_description_is_served() -> None:
    served = {f"{route.method} {route.path}" for route in all_routes()}
    assert operations().keys() - served == set()


def test_every_operation_is_walked(area: Area) -> None:
    assert area.promised.keys() - area.way.reached.keys() == set()


def test_every_status_that_is_described_is_reached(area: Area) -> None:
    missed = {
        operation: left
        for operation, statuses in area.promised.items()
        if (left := statuses - area.way.reached.get(operation, set()))
    }
    # A plan this workspace does have, a breakdown: each with the reason in the area's module.
    assert missed == {
        operation: set(reasons)
        for operation, reasons in getattr(area.module, "NOT_REACHED", {}).items()
    }


def test_requests_and_answers_are_as_described_but_for_what_the_platform_does_too(
    area: Area,
) -> None:
    # A list, for each that covers must count as used.
    unknown = [
        found
        for found in area.way.found
        if not [deviation for deviation in area.known if deviation.covers(found)]
    ]
    assert not unknown, f"not as described:\n{pretty(unknown)}"
    unused = [deviation.source for deviation in area.known if not deviation.used]
    assert not unused, "no longer needed"


def test_answers_have_every_member_of_the_recorded_examples(area: Area) -> None:
    for operation in sorted(area.promised):
        prefixes = excused(area, operation)
        missing = shown(operation) - area.way.shown.get(operation, set())
        assert {member for member in missing if not member.startswith(prefixes)} == set(), operation


def excused(area: Area, operation: str) -> tuple[str, ...]:
    """The beginnings of members that need not be shown, each with a reason in the area's module."""
    return tuple(area.module.NOT_SHOWN.get(operation, {"nothing": ""}))


def test_refusals_have_the_codes_and_words_of_the_examples(area: Area) -> None:
    unmet = set()
    for operation in sorted(area.promised):
        for status, examples in errors_shown(operation).items():
            told = area.way.errors.get((operation, status), set())
            for code, message in without_names(area, examples) - told:
                reasons = [key for key in (code, message) if key in area.module.NOT_TOLD]
                assert reasons, (operation, status, message, told)
                unmet.update(reasons)
    assert unmet == area.module.NOT_TOLD.keys(), "no longer needed"


def without_names(area: Area, errors: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Errors without the names of the workspace they come from."""
    found = set()
    for code, message in errors:
        for theirs, ours in getattr(area.module, "NAMES", {}).items():
            message = message.replace(theirs, ours)  # noqa: PLW2901 - one after another
        found.add((code, message))
    return found


def test_every_reason_for_a_missing_member_is_still_needed(area: Area) -> None:
    for operation, reasons in area.module.NOT_SHOWN.items():
        missing = shown(operation) - area.way.shown[operation]
        for prefix, reason in reasons.items():
            assert any(member.startswith(prefix) for member in missing), (operation, reason)
