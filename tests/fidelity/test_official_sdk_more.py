"""Intercom's own Python client at a served sandbox: conversations, tickets, content and exports."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import httpx  # what this client itself speaks through
import intercom.types as kinds
import pytest
from intercom import Intercom, MultipleFilterSearchRequest, SingleFilterSearchRequest
from intercom.conversations import types as talk
from intercom.conversations.types import conversations_manage_request_body as deeds
from intercom.core.api_error import ApiError
from intercom.events.types import CreateDataEventSummariesRequestEventSummaries
from intercom.news.types import NewsfeedAssignment
from real_process import served

TOKEN = "dG9rOnNhbmRib3g="
ME = "991267459"
DAY = 86_400
TITLE = {"_default_title_": "It drips"}


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    config = tmp_path_factory.mktemp("more-sdk") / "config"
    config.mkdir()
    with (
        served(config, "--contacts", "60") as url,
        httpx.Client(follow_redirects=True) as connections,
    ):
        yield Intercom(base_url=url, token=TOKEN, httpx_client=connections)


@pytest.fixture(scope="module")
def person(sdk: Any) -> Any:
    wanted = kinds.CreateContactRequestWithEmail(
        email="ann@sdk.test", role="user", external_id="sdk-ann"
    )
    return sdk.contacts.create(request=wanted)


@pytest.fixture
def conversation(sdk: Any, person: Any) -> str:
    sender = talk.CreateConversationRequestFrom(type="user", id=person.id)
    made = sdk.conversations.create(from_=sender, body="It drips")
    assert made.conversation_id
    return made.conversation_id


@pytest.fixture(scope="module")
def tag(sdk: Any) -> str:
    return sdk.tags.create(request=kinds.CreateOrUpdateTagRequest(name="From the SDK")).id or ""


def status_of(call: Any, *words: Any, **more: Any) -> int | None:
    with pytest.raises(ApiError) as refused:
        call(*words, **more)
    return refused.value.status_code


def test_a_conversation_is_answered_by_admins_and_contacts(
    sdk: Any, person: Any, conversation: str
) -> None:
    admin: dict[str, Any] = {"admin_id": ME, "body": "We come"}
    for request in (
        kinds.AdminReplyConversationRequest(message_type="comment", **admin),
        kinds.AdminReplyConversationRequest(message_type="note", **admin),
        kinds.ContactReplyIntercomUserIdRequest(body="Thanks", intercom_user_id=person.id),
        kinds.ContactReplyEmailRequest(body="Thanks", email="ann@sdk.test"),
        kinds.ContactReplyUserIdRequest(body="Thanks", user_id="sdk-ann"),
    ):
        shown = sdk.conversations.reply(conversation, request=request)
    parts = shown.conversation_parts.conversation_parts
    assert [part.part_type for part in parts] == ["comment", "note", *["comment"] * 3]
    assert [part.author.type for part in parts] == ["admin", "admin", "user", "user", "user"]
    redacted = sdk.conversations.redact_conversation_part(
        request=kinds.RedactConversationRequest_ConversationPart(
            conversation_id=conversation, conversation_part_id=parts[0].id
        )
    )
    assert redacted.conversation_parts.conversation_parts[0].redacted is True
    plain = sdk.conversations.find(conversation, display_as="plaintext", include_translations=True)
    assert plain.source.body == "It drips"


def test_a_conversation_is_closed_opened_snoozed_and_assigned(sdk: Any, conversation: str) -> None:
    soon = int(time.time()) + DAY
    closing = deeds.ConversationsManageRequestBody_Close(type="admin", admin_id=ME, body="Bye")
    snoozing = deeds.ConversationsManageRequestBody_Snoozed(admin_id=ME, snoozed_until=soon)
    assigning = deeds.ConversationsManageRequestBody_Assignment(
        type="admin", admin_id=ME, assignee_id=ME, body="Mine"
    )
    opening = deeds.ConversationsManageRequestBody_Open(admin_id=ME)
    states = [
        sdk.conversations.manage(conversation, request=request).state
        for request in (closing, opening, snoozing, assigning)
    ]
    assert states == ["closed", "open", "snoozed", "open"]


def test_a_conversation_is_changed_tagged_and_shared(
    sdk: Any, person: Any, conversation: str, tag: str
) -> None:
    changed = sdk.conversations.update(conversation, title="Leak", read=True)
    assert (changed.title, changed.read) == ("Leak", True)
    sdk.tags.tag_conversation(conversation, tag_id=tag, admin_id=ME)
    shown = sdk.conversations.find(conversation)
    assert [one.id for one in shown.tags.tags] == [tag]
    sdk.tags.untag_conversation(conversation, tag, admin_id=ME)
    friend = sdk.contacts.create(request=kinds.CreateContactRequestWithRole(role="lead")).id or ""
    customer = talk.AttachContactToConversationRequestCustomerIntercomUserId(
        intercom_user_id=friend
    )
    sdk.conversations.attach_contact_as_admin(conversation, admin_id=ME, customer=customer)
    sdk.conversations.detach_contact_as_admin(conversation, friend, admin_id=ME)
    left = sdk.conversations.find(conversation).contacts.contacts
    assert [one.id for one in left] == [person.id]


def test_conversations_are_listed_searched_and_deleted(sdk: Any, conversation: str) -> None:
    ids = [one.id for one in sdk.conversations.list(per_page=7)]
    assert conversation in ids
    assert len(ids) == len(set(ids))
    since = SingleFilterSearchRequest(field="created_at", operator=">", value="1306054154")
    both = MultipleFilterSearchRequest(operator="AND", value=[since])
    page = sdk.conversations.search(query=both).response
    assert page is not None
    assert page.total_count == len(ids)
    sdk.conversations.delete_conversation(int(conversation))
    assert status_of(sdk.conversations.find, conversation) == 404


def test_what_is_not_in_this_version_of_the_api_is_not_found(sdk: Any, conversation: str) -> None:
    assert status_of(sdk.conversations.run_assignment_rules, conversation) == 404
    contact = kinds.CustomChannelContact(type="user", external_id="x")
    words = {"event_id": "e", "external_conversation_id": "c", "contact": contact}
    assert status_of(sdk.custom_channel_events.notify_new_conversation, **words) == 404


def test_messages_are_sent_by_mail_and_inside_the_product(sdk: Any, person: Any) -> None:
    ends: dict[str, Any] = {
        "from_": kinds.CreateMessageRequestFrom(type="admin", id=int(ME)),
        "to": kinds.CreateMessageRequestTo(type="user", id=person.id),
        "body": "Hello",
    }
    email = kinds.CreateMessageRequest_Email(subject="News", template="plain", **ends)
    inside = kinds.CreateMessageRequest_Inapp(**ends)
    sent = [sdk.messages.create(request=request).message_type for request in (email, inside)]
    assert sent == ["email", "inapp"]


def test_tickets_have_types_states_and_replies(sdk: Any, person: Any, tag: str) -> None:
    wanted = kinds.CreateTicketTypeRequest(name="Leaks", description="", category="Customer")
    kind = sdk.ticket_types.create(request=wanted)
    assert kind is not None
    assert kind.id
    attribute = sdk.ticket_types.attributes.create(
        kind.id, name="Room", description="Which", data_type="string"
    )
    assert attribute is not None
    sdk.ticket_types.attributes.update(kind.id, attribute.id or "", description="Where")
    assert sdk.ticket_types.update(kind.id, name="Drips").name == "Drips"
    made = sdk.tickets.create(
        ticket_type_id=kind.id,
        contacts=[kinds.CreateTicketRequestContactsItemId(id=person.id)],
        request_options={"additional_body_parameters": {"ticket_attributes": TITLE}},
    )
    assert made is not None
    ticket = made.id
    done = sdk.ticket_states.list_ticket_states().data[1]
    changed = sdk.tickets.update(ticket, ticket_state_id=done.id, assignee_id=ME, admin_id=int(ME))
    assert changed.ticket_state.id == done.id
    comment = kinds.AdminReplyTicketRequest(message_type="comment", admin_id=ME, body="Fixed")
    thanks = kinds.ContactReplyTicketUserIdRequest(body="Thanks", user_id="sdk-ann")
    assert [
        sdk.tickets.reply(ticket, request=request).part_type for request in (comment, thanks)
    ] == ["comment", "comment"]
    sdk.tags.tag_ticket(ticket, tag_id=tag, admin_id=ME)
    sdk.tags.untag_ticket(ticket, tag, admin_id=ME)
    assert sdk.tickets.get(ticket).id == ticket
    sdk.tickets.delete_ticket(ticket)
    assert status_of(sdk.tickets.get, ticket) == 404


def test_a_ticket_is_queued_and_a_conversation_becomes_one(sdk: Any, conversation: str) -> None:
    kind = next(
        one for one in sdk.ticket_types.list().data or [] if one and one.category == "Customer"
    )
    job = sdk.tickets.enqueue_create_ticket(
        ticket_type_id=kind.id or "",
        contacts=[kinds.CreateTicketRequestContactsItemEmail(email="ann@sdk.test")],
        request_options={"additional_body_parameters": {"ticket_attributes": TITLE}},
    )
    assert sdk.jobs.status(job.id or "").resource_type == "ticket"
    ticket = sdk.conversations.convert_to_ticket(
        int(conversation), ticket_type_id=kind.id or "", attributes=TITLE
    )
    assert ticket is not None
    assert ticket.id == conversation


def test_articles_collections_and_help_centers(sdk: Any) -> None:
    collection = sdk.help_centers.collections.create(name="Pipes", description="All of them")
    wanted = kinds.CreateArticleRequest(
        title="Leaks", author_id=int(ME), body="<p>Call us</p>", parent_id=int(collection.id)
    )
    made = sdk.articles.create(request=wanted)
    assert sdk.articles.update(int(made.id), state="published").state == "published"
    found = sdk.articles.search(phrase="Leaks", highlight=True)
    assert [one.id for one in found.data.articles] == [made.id]
    ids = [one.id for one in sdk.articles.list()]
    assert made.id in ids
    assert len(ids) == len(set(ids))
    assert sdk.help_centers.collections.delete(int(collection.id)).deleted is True
    assert sdk.articles.find(int(made.id)).parent_id is None, "it stays, and stands alone"
    assert sdk.articles.delete(int(made.id)).deleted is True
    assert sdk.help_centers.find(1).id == "1"


def test_internal_articles_and_news(sdk: Any) -> None:
    wanted = kinds.CreateInternalArticleRequest(
        title="Keys", body="<p>Below the mat</p>", author_id=int(ME), owner_id=int(ME)
    )
    made = sdk.internal_articles.create_internal_article(request=wanted)
    number = int(made.id or 0)
    changed = sdk.internal_articles.update_internal_article(number, title="Spare keys")
    assert changed.title == "Spare keys"
    assert sdk.internal_articles.delete_internal_article(number).deleted is True
    feed = (sdk.news.feeds.list().data or [])[0]
    place = NewsfeedAssignment(newsfeed_id=int(feed.id), published_at=int(time.time()))
    item = sdk.news.items.create(
        title="We moved", sender_id=int(ME), state="live", newsfeed_assignments=[place]
    )
    shown = {one.id for one in sdk.news.feeds.list_items(feed.id).data or []}
    assert item.id in shown
    assert sdk.news.items.update(int(item.id), title="Moved", sender_id=int(ME)).title == "Moved"
    sdk.news.items.delete(int(item.id))
    assert status_of(sdk.news.items.find, int(item.id)) == 404


def test_what_fin_reads(sdk: Any) -> None:
    source = sdk.ai_content.create_content_import_source(url="https://sdk.test")
    page = sdk.ai_content.create_external_page(
        title="Hours", html="<p>9 to 5</p>", source_id=source.id, external_id="hours"
    )
    assert page.id in {one.id for one in sdk.ai_content.list_external_pages().data or []}
    sdk.ai_content.delete_external_page(page.id)
    sdk.ai_content.delete_content_import_source(str(source.id))
    assert status_of(sdk.ai_content.get_content_import_source, str(source.id)) == 404


def test_events_are_sent_and_read(sdk: Any, person: Any) -> None:
    now = int(time.time())
    for request in (
        kinds.CreateDataEventRequestWithId(id=person.id, event_name="leaked", created_at=now),
        kinds.CreateDataEventRequestWithUserId(
            user_id="sdk-ann", event_name="leaked", created_at=now - 1
        ),
        kinds.CreateDataEventRequestWithEmail(
            email="ann@sdk.test", event_name="leaked", created_at=now - 2
        ),
    ):
        sdk.events.create(request=request)
    listed = sdk.events.list(type="user", intercom_user_id=person.id).events or []
    assert [one.event_name for one in listed if one] == ["leaked"] * 3
    summary = CreateDataEventSummariesRequestEventSummaries(
        event_name="leaked", count=3, first=now, last=now
    )
    sdk.events.summaries(user_id="sdk-ann", event_summaries=summary)


def test_an_export_of_what_was_sent_is_made_and_canceled(sdk: Any) -> None:
    now = int(time.time())
    job = sdk.data_export.create(created_at_after=now - 30 * DAY, created_at_before=now)
    while sdk.data_export.find(job.job_identifier or "").status in ("pending", "in_progress"):
        time.sleep(0.5)
    assert status_of(sdk.data_export.download, job.job_identifier) == 406
    octets = {"additional_headers": {"Accept": "application/octet-stream"}}
    sdk.data_export.download(job.job_identifier or "", request_options=octets)  # gives nothing back
    again = sdk.data_export.create(created_at_after=now - DAY, created_at_before=now)
    assert sdk.data_export.cancel(again.job_identifier or "").status == "canceled"


def test_calls_teams_and_the_log(sdk: Any) -> None:
    calls = sdk.calls.list_calls().data or []
    assert sdk.calls.show_call(calls[0].id).id == calls[0].id
    talks = [calls[0].conversation_id or ""]
    with_words = sdk.calls.list_calls_with_transcripts(conversation_ids=talks).data
    assert [one.id for one in with_words or []] == [calls[0].id]
    team = (sdk.teams.list().teams or [])[0]
    assert sdk.teams.find(team.id).name == team.name
    sdk.admins.away(int(ME), away_mode_enabled=True, away_mode_reassign=False)
    since = str(int(time.time()) - 60)
    entries = sdk.admins.list_all_activity_logs(created_at_after=since).activity_logs
    assert entries
    assert status_of(sdk.visitors.find, user_id="nobody") == 404


def test_custom_objects_come_and_go(sdk: Any) -> None:
    objects = sdk.custom_object_instances
    made = objects.create_custom_object_instances("Order", external_id="sdk-1")
    assert made is not None
    found = objects.get_custom_object_instances_by_id("Order", made.id or "")
    assert found is not None
    assert found.external_id == "sdk-1"
    objects.delete_custom_object_instances_by_id("Order", external_id="sdk-1")
    again = objects.get_custom_object_instances_by_external_id
    assert status_of(again, "Order", external_id="sdk-1") == 404
