"""Every operation the sandbox serves, held against Intercom's own description of it."""

from __future__ import annotations

import pytest
from described import description, errors_shown, operations, pretty, shown
from deviations import NOT_SHOWN, NOT_TOLD, deviations
from walk import Walk
from walk_steps import walk

from intercom_cli.sandbox.router import NOUNS

CONTACTS = """
    GET /contacts
    POST /contacts
    POST /contacts/search
    POST /contacts/merge
    GET /contacts/find_by_external_id/{external_id}
    GET /contacts/{contact_id}
    PUT /contacts/{contact_id}
    DELETE /contacts/{contact_id}
    POST /contacts/{contact_id}/archive
    POST /contacts/{contact_id}/unarchive
    POST /contacts/{contact_id}/block
    GET /contacts/{id}/merge_history
    GET /contacts/{contact_id}/companies
    POST /contacts/{contact_id}/companies
    DELETE /contacts/{contact_id}/companies/{company_id}
    GET /contacts/{contact_id}/tags
    POST /contacts/{contact_id}/tags
    DELETE /contacts/{contact_id}/tags/{tag_id}
    GET /contacts/{contact_id}/notes
    POST /contacts/{contact_id}/notes
    GET /contacts/{contact_id}/segments
    GET /contacts/{contact_id}/subscriptions
    POST /contacts/{contact_id}/subscriptions
    DELETE /contacts/{contact_id}/subscriptions/{subscription_id}
"""
COMPANIES = """
    POST /companies
    GET /companies
    POST /companies/list
    GET /companies/scroll
    GET /companies/{company_id}
    PUT /companies/{company_id}
    DELETE /companies/{company_id}
    GET /companies/{company_id}/contacts
    GET /companies/{company_id}/segments
    GET /companies/{company_id}/notes
    POST /companies/{company_id}/notes
"""
REST = """
    GET /me
    GET /admins
    GET /admins/{admin_id}
    PUT /admins/{admin_id}/away
    GET /tags
    POST /tags
    GET /tags/{tag_id}
    DELETE /tags/{tag_id}
    GET /segments
    GET /segments/{segment_id}
    GET /data_attributes
    POST /data_attributes
    PUT /data_attributes/{data_attribute_id}
    GET /subscription_types
    GET /notes/{note_id}
    GET /jobs/status/{job_id}
"""
PROMISED = {line.strip() for line in (CONTACTS + COMPANIES + REST).splitlines() if line.strip()}

CHAPTERS = {
    "Admins",
    "Companies",
    "Contacts",
    "Data Attributes",
    "Jobs",
    "Notes",
    "Segments",
    "Subscription Types",
    "Tags",
}
# In the same chapters, about things that are not in this workspace: their words in the path.
ELSEWHERE = ("activity_log", "articles", "banners", "content_snippets", "conversations", "tickets")


@pytest.fixture(scope="module")
def way() -> Walk:
    description()
    return walk()


def test_nothing_of_these_chapters_is_forgotten() -> None:
    described = {
        operation
        for operation in operations(CHAPTERS)
        if not any(word in operation for word in ELSEWHERE)
    }
    assert described == PROMISED


def test_every_operation_that_was_promised_is_served(way: Walk) -> None:
    served = {f"{route.method} {route.path}" for noun in NOUNS for route in noun.routes}
    assert not PROMISED - served
    assert not PROMISED - way.reached.keys(), "served, and the walk goes past it"


def test_every_status_that_is_described_is_reached(way: Walk) -> None:
    statuses = operations(CHAPTERS)
    missed = {operation: statuses[operation] - way.reached[operation] for operation in PROMISED}
    assert {operation: left for operation, left in missed.items() if left} == {}


def test_requests_and_answers_are_as_described_but_for_what_the_platform_does_too(
    way: Walk,
) -> None:
    known = deviations()
    unknown = []
    for found in way.found:
        covering = [deviation for deviation in known if deviation.covers(found)]
        if not covering:
            unknown.append(found)
    assert not unknown, f"not as described:\n{pretty(unknown)}"
    unused = [deviation.source for deviation in known if not deviation.used]
    assert not unused, "no longer needed"


def test_answers_have_every_member_of_the_recorded_examples(way: Walk) -> None:
    for operation in sorted(PROMISED):
        prefix, _ = NOT_SHOWN.get(operation, ("nothing", ""))
        missing = shown(operation) - way.shown.get(operation, set())
        assert {member for member in missing if not member.startswith(prefix)} == set(), operation


def without_names(errors: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Errors without the names of the workspace they come from."""
    return {
        (code, message.replace("The One Ring", "choice").replace("Seg 1", "VIP customers"))
        for code, message in errors
    }


def test_refusals_have_the_codes_and_words_of_the_examples(way: Walk) -> None:
    unmet = set()
    for operation in sorted(PROMISED):
        for status, examples in errors_shown(operation).items():
            for code, message in without_names(examples) - way.errors[operation, status]:
                excused = [key for key in (code, message) if key in NOT_TOLD]
                assert excused, (operation, status, message, way.errors[operation, status])
                unmet.update(excused)
    assert unmet == NOT_TOLD.keys(), "no longer needed"


def test_every_reason_for_a_missing_member_is_still_needed(way: Walk) -> None:
    for operation, (prefix, reason) in NOT_SHOWN.items():
        missing = shown(operation) - way.shown[operation]
        assert any(member.startswith(prefix) for member in missing), (operation, reason)
