"""Intercom's own Python client at a served sandbox: it must not notice where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx  # what this client itself speaks through
import pytest
from intercom import Intercom, SingleFilterSearchRequest, StartingAfterPaging
from intercom.core.api_error import ApiError
from intercom.errors import NotFoundError, UnauthorizedError
from intercom.types import (
    CreateContactRequestWithEmail,
    CreateContactRequestWithRole,
    CreateOrUpdateCompanyRequest,
    CreateOrUpdateTagRequest,
)
from real_process import served

TOKEN = "dG9rOnNhbmRib3g="
CONTACTS = 175
NOBODY = "0123456789abcdef01234567"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    config = tmp_path_factory.mktemp("sdk") / "config"
    config.mkdir()
    with served(config, "--contacts", str(CONTACTS)) as url:
        yield url


@contextmanager
def client(address: str, token: str = TOKEN) -> Iterator[Intercom]:
    """The client; it never closes the connections it opens itself, so it gets some that are."""
    with httpx.Client(follow_redirects=True) as connections:
        yield Intercom(base_url=address, token=token, httpx_client=connections)


@pytest.fixture
def sdk(address: str) -> Iterator[Intercom]:
    with client(address) as intercom:
        yield intercom


@pytest.fixture
def email(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Addresses that no other test of this file uses."""
    return lambda name: f"{name}.{request.node.name}@sdk.test"


def user(sdk: Intercom, email: str, **more: object) -> str:
    wanted = CreateContactRequestWithEmail(email=email, role="user", **more)
    made = sdk.contacts.create(request=wanted)
    assert made.id
    return made.id


def test_it_knows_who_it_is(sdk: Intercom) -> None:
    me = sdk.admins.identify()
    assert (me.type, me.id) == ("admin", "991267459")
    assert me.app is not None
    assert me.app.timezone == "America/New_York"
    assert me.id in {admin.id for admin in sdk.admins.list().admins or []}


def test_it_lists_all_contacts_over_pages_each_once(sdk: Intercom) -> None:
    pager = sdk.contacts.list(per_page=50)
    assert pager.response is not None
    total = pager.response.total_count
    ids = [contact.id for contact in pager]
    assert total is not None
    assert len(ids) == len(set(ids)) == total >= CONTACTS


def test_it_searches_over_pages_each_once(sdk: Intercom) -> None:
    query = SingleFilterSearchRequest(field="role", operator="=", value="user")
    # This client's own pager asks for the first page again and again; so the test turns the pages.
    paging = StartingAfterPaging(per_page=40)
    ids: list[str | None] = []
    while True:
        page = sdk.contacts.search(query=query, pagination=paging).response
        assert page is not None
        ids += [contact.id for contact in page.data or []]
        if page.pages is None or page.pages.next is None:
            break
        following = page.pages.next.starting_after
        paging = StartingAfterPaging(per_page=40, starting_after=following)
    assert len(ids) == len(set(ids)) == page.total_count > 40


def test_it_creates_finds_updates_and_deletes_a_contact(
    sdk: Intercom, email: Callable[[str], str]
) -> None:
    identifier = user(
        sdk, email("ann"), external_id="sdk-1", name="Ann", custom_attributes={"plan": "pro"}
    )
    found = sdk.contacts.find(identifier)
    assert (found.name, found.custom_attributes) == ("Ann", {"plan": "pro"})
    assert sdk.contacts.show_contact_by_external_id("sdk-1").id == identifier
    changed = sdk.contacts.update(identifier, name="Anna", custom_attributes={"seats": 3})
    assert (changed.name, changed.custom_attributes) == ("Anna", {"plan": "pro", "seats": 3})
    assert sdk.contacts.delete(identifier).deleted is True
    with pytest.raises(ApiError) as gone:
        sdk.contacts.find(identifier)
    assert gone.value.status_code == 404


def test_it_merges_a_lead_into_a_user(sdk: Intercom, email: Callable[[str], str]) -> None:
    lead = sdk.contacts.create(
        request=CreateContactRequestWithRole(role="lead", email=email("m"), phone="+3531")
    )
    target = user(sdk, email("m"))
    merged = sdk.contacts.merge_lead_in_user(lead_id=lead.id, contact_id=target)
    assert (merged.id, merged.phone, merged.role) == (target, "+3531", "user")
    with pytest.raises(ApiError) as gone:
        sdk.contacts.find(lead.id or "")
    assert gone.value.status_code == 410
    assert gone.value.headers is not None
    assert gone.value.headers["link"] == f'</contacts/{target}>; rel="canonical"'


def test_it_archives_and_unarchives(sdk: Intercom, email: Callable[[str], str]) -> None:
    identifier = user(sdk, email("a"))
    assert sdk.contacts.archive(identifier).archived is True
    with pytest.raises(ApiError):
        sdk.contacts.find(identifier)
    assert sdk.contacts.unarchive(identifier).archived is False
    assert sdk.contacts.find(identifier).id == identifier
    assert sdk.contacts.block_contact(identifier).blocked is True


def test_it_tags_untags_and_writes_notes(sdk: Intercom, email: Callable[[str], str]) -> None:
    identifier = user(sdk, email("t"))
    tag = sdk.tags.create(request=CreateOrUpdateTagRequest(name="From the SDK"))
    assert tag.id in {known.id for known in sdk.tags.list().data or []}
    sdk.tags.tag_contact(identifier, tag_id=tag.id or "")
    on_contact = sdk.contacts.list_attached_tags(identifier).data or []
    assert [one.name for one in on_contact] == ["From the SDK"]
    sdk.tags.untag_contact(identifier, tag.id or "")
    assert sdk.contacts.list_attached_tags(identifier).data == []
    sdk.tags.delete(tag.id or "")
    note = sdk.notes.create(identifier, body="<p>Called &amp; agreed</p>")
    assert sdk.notes.find(int(note.id or 0)).body == "<p>Called &amp; agreed</p>"
    assert [one.id for one in sdk.notes.list(identifier)] == [note.id]


def test_it_reads_segments_subscriptions_and_attributes(
    sdk: Intercom, email: Callable[[str], str]
) -> None:
    identifier = user(sdk, email("s"))
    assert sdk.segments.list().segments
    assert sdk.contacts.list_attached_segments(identifier).data is not None
    kind = (sdk.subscription_types.list().data or [])[0]
    sdk.contacts.attach_subscription(
        identifier, subscription_id=kind.id or "", consent_type=kind.consent_type or ""
    )
    chosen = sdk.contacts.list_attached_subscriptions(identifier).data or []
    assert [one.id for one in chosen] == [kind.id]
    sdk.contacts.detach_subscription(identifier, kind.id or "")
    names = {one.name for one in sdk.data_attributes.list(model="contact").data or []}
    assert {"email", "plan"} <= names


def test_it_creates_lists_and_retrieves_companies(sdk: Intercom) -> None:
    wanted = CreateOrUpdateCompanyRequest(company_id="sdk-co", name="SDK & Sons", monthly_spend=9)
    made = sdk.companies.create_or_update(request=wanted)
    again = CreateOrUpdateCompanyRequest(company_id="sdk-co", name="SDK & Daughters")
    assert sdk.companies.create_or_update(request=again).id == made.id
    assert sdk.companies.find(made.id or "").name == "SDK & Daughters"
    answer = sdk.companies.retrieve(company_id="sdk-co")
    assert answer.type == "list"
    assert [one.id for one in answer.data or []] == [made.id]
    pages = sdk.companies.list(per_page=15)
    assert pages.response is not None
    ids = [one.id for one in pages]
    assert len(ids) == len(set(ids)) == pages.response.total_count
    assert made.id not in ids, "nobody works there, so no list shows it"
    assert sdk.companies.delete(made.id or "").deleted is True
    with pytest.raises(NotFoundError):
        sdk.companies.find(made.id or "")


def test_it_attaches_people_and_lists_them(sdk: Intercom, email: Callable[[str], str]) -> None:
    wanted = CreateOrUpdateCompanyRequest(company_id="sdk-people", name="People")
    company = sdk.companies.create_or_update(request=wanted).id or ""
    person = user(sdk, email("p"))
    assert sdk.companies.attach_contact(person, company_id=company).user_count == 1
    people = sdk.companies.list_attached_contacts(company)
    assert [one.id for one in people.data or []] == [person]
    assert sdk.companies.list_attached_segments(company).data == []
    assert [one.id for one in sdk.contacts.find(person).companies.data or []] == [company]  # type: ignore[union-attr]
    assert sdk.companies.detach_contact(person, company).user_count == 0


def test_it_scrolls_to_the_end_and_finds_the_scroll_taken_meanwhile(sdk: Intercom) -> None:
    pager = sdk.companies.scroll()
    with pytest.raises(ApiError) as taken:
        sdk.companies.scroll()
    assert (taken.value.status_code, taken.value.body["errors"][0]["code"]) == (
        400,
        "scroll_exists",
    )
    ids = [company.id for company in pager]
    listed = sdk.companies.list(per_page=1).response
    assert listed is not None
    assert len(ids) == len(set(ids)) == listed.total_count
    again = sdk.companies.scroll()  # the end closed the first one
    assert len(list(again)) == len(ids)


def test_it_understands_404_409_and_401(
    sdk: Intercom, address: str, email: Callable[[str], str]
) -> None:
    with pytest.raises(NotFoundError) as missing:
        sdk.companies.find(NOBODY)
    assert missing.value.body["errors"][0]["code"] == "company_not_found"
    twin = user(sdk, email("twin"))
    with pytest.raises(ApiError) as conflict:
        user(sdk, email("twin"))
    assert conflict.value.status_code == 409
    message = f"A contact matching those details already exists with id={twin}"
    assert conflict.value.body["errors"] == [{"code": "conflict", "message": message}]
    with client(address, "dG9rOm5vYm9keQ==") as nobody, pytest.raises(UnauthorizedError) as unknown:
        nobody.tags.list()
    assert unknown.value.body.errors[0].code == "unauthorized"


def identify_again_and_again(sdk: Intercom) -> None:
    for _ in range(8):  # more than two windows of three can hold
        sdk.admins.identify()


def test_it_meets_the_rate_limit(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    with (
        served(config, "--contacts", "1", "--rate-limit", "3") as url,
        client(url) as sdk,
        pytest.raises(ApiError) as limited,
    ):
        identify_again_and_again(sdk)
    assert limited.value.status_code == 429
    assert limited.value.headers is not None
    assert limited.value.headers["x-ratelimit-remaining"] == "0"
    assert limited.value.body["errors"][0]["code"] == "rate_limit_exceeded"
