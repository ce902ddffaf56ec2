"""Calls, Fin Voice, Switch and visitors."""

from __future__ import annotations

import pytest

from intercom_cli.sandbox.call import Call


@pytest.fixture
def calls(world):
    return world.get("/calls")["data"]


def test_calls_come_in_pages_by_number(world, calls):
    assert len(calls) == 6
    first, second = (world.get(f"/calls?per_page=4&page={number}") for number in (1, 2))
    assert first["data"] + second["data"] == calls
    assert first["pages"] == {"type": "pages", "page": 1, "per_page": 4, "total_pages": 2}
    assert world.refusal("GET", "/calls?per_page=26")[0] == 400
    times = [call["created_at"] for call in calls]
    assert times == sorted(times, reverse=True)


def test_a_recording_lies_on_another_host(world, calls):
    for call in calls:
        answer = world.ask("GET", f"/calls/{call['id']}/recording")
        if call["recording_url"] is None:
            assert answer.status == 404
        else:
            assert answer.status == 302
            assert answer.headers["location"].startswith("https://recordings.example/")


def test_the_address_of_a_recording_needs_no_token_and_is_good_for_a_while(world):
    answer = world.ask("GET", "/calls/7001/recording", host="127.0.0.1:8765")
    signed = answer.headers["location"].removeprefix("http://127.0.0.1:8765")
    heard = world.sandbox.handle(Call.of("GET", signed))
    assert heard.status == 200
    assert heard.headers["content-type"] == "audio/mpeg"
    assert heard.body.startswith(b"\xff\xfb")
    forged = signed.replace("signature=", "signature=0")
    past = signed.partition("&expires=")[0] + "&expires=1"
    for wrong in (forged, past, signed.partition("?")[0]):
        assert world.sandbox.handle(Call.of("GET", wrong)).status == 403


def test_a_transcript_is_a_text_file(world, calls):
    spoken = next(call for call in calls if call["transcription_url"])
    answer = world.ask("GET", f"/calls/{spoken['id']}/transcript")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["content-disposition"].endswith(".txt")
    assert answer.body.decode().startswith("[00:00:03] ")


def test_calls_are_found_by_their_conversations(world, calls):
    wanted = [call["conversation_id"] for call in calls]
    found = world.post("/calls/search", {"conversation_ids": wanted[:2]})["data"]
    assert {call["conversation_id"] for call in found} == set(wanted[:2])
    assert {call["transcript_status"] for call in found} <= {"completed", None}
    for wrong in ([], ["1"] * 21, [1], "1", None):
        refused = world.refusal("POST", "/calls/search", {"conversation_ids": wrong})
        assert refused[:2] == (400, "conversation_id_limit_exceeded")


def test_a_registered_call_is_matched_by_its_number(world, calls):
    number, talk = calls[0]["phone"], calls[0]["conversation_id"]
    body = {"phone_number": number, "call_id": "own-1"}
    made = world.post("/fin_voice/register", body)
    assert made["intercom_call_id"] == calls[0]["id"]
    assert world.get(f"/fin_voice/collect/{made['id']}") == made
    assert world.get("/fin_voice/external_id/own-1") == made
    assert world.get(f"/fin_voice/phone_number/{number}") == made
    assert made in world.get(f"/fin_voice/conversation/{talk}")
    assert world.refusal("POST", "/fin_voice/register", body)[:2] == (409, "conflict")


def test_a_call_nobody_knows_stays_registered_and_cannot_be_read(world):
    body = {"phone_number": "+12125550177", "call_id": "own-2", "source": "zoom_phone"}
    made = world.post("/fin_voice/register", body)
    assert (made["status"], made["intercom_call_id"]) == ("registered", None)
    for place in (f"collect/{made['id']}", "external_id/own-2", "phone_number/+12125550177"):
        assert world.refusal("GET", f"/fin_voice/{place}")[0] == 404
    assert world.get("/fin_voice/conversation/404") == []


def test_registrations_that_make_no_sense_are_refused(world):
    good = {"phone_number": "+12125550177", "call_id": "own-3"}
    for more in (
        {"phone_number": "555"},
        {"call_id": ""},
        {"source": "telegraph"},
        {"data": []},
    ):
        assert world.refusal("POST", "/fin_voice/register", {**good, **more})[0] == 400


def test_fin_voice_is_newer_than_2_14(world):
    answer = world.refusal("GET", "/fin_voice/collect/1", intercom_version="2.14")
    assert answer[:2] == (400, "intercom_version_invalid")


def test_a_deflected_call_notes_what_is_known(world):
    phone = "+353832345678"
    person = world.post("/contacts", {"role": "user", "email": "p@new.test", "phone": phone})["id"]
    body = {"phone": phone, "custom_attributes": {"plan": "team"}}
    answer = world.post("/phone_call_redirects", body)
    assert answer["type"] == "phone_call_redirect"
    assert world.get(f"/contacts/{person}")["custom_attributes"]["plan"] == "team"


def test_refusals_of_switch_have_their_own_shape(world):
    answer = world.ask("POST", "/phone_call_redirects", {"phone": "12"})
    wanted = {"error_key": "invalid_phone_number", "message": "Invalid phone number"}
    assert (answer.status, answer.json()) == (400, wanted)
    body = {"phone": "+353832345678", "custom_attributes": {"nope": 1}}
    answer = world.ask("POST", "/phone_call_redirects", body)
    assert answer.status == 422
    assert set(answer.json()) == {"error_key", "message"}


def test_a_visitor_is_read_and_changed(world):
    seen = world.get("/visitors?user_id=harbor-visitor-1")
    body = {"id": seen["id"], "name": "Gareth", "custom_attributes": {"plan": "pro"}}
    changed = world.put("/visitors", body)
    assert world.get("/visitors?user_id=harbor-visitor-1") == changed
    assert (changed["name"], changed["custom_attributes"]) == ("Gareth", {"plan": "pro"})
    assert world.refusal("GET", "/visitors")[:2] == (400, "parameter_not_found")
    assert world.refusal("PUT", "/visitors", {"name": "x"})[:2] == (400, "parameter_not_found")


def test_a_converted_visitor_is_a_contact_and_gone(world):
    user = {"user_id": "fresh", "email": "fresh@new.test"}
    visitor = {"user_id": "harbor-visitor-2"}
    body = {"type": "lead", "user": user, "visitor": visitor}
    made = world.post("/visitors/convert", body)
    assert (made["role"], made["external_id"]) == ("lead", "fresh")
    assert made["name"] == "Imani"
    assert world.refusal("GET", "/visitors?user_id=harbor-visitor-2")[0] == 404
    assert world.refusal("POST", "/visitors/convert", body)[0] == 404


def test_a_visitor_is_joined_to_the_contact_there_is(world):
    known = world.post("/contacts", {"role": "user", "email": "known@new.test"})["id"]
    user = {"id": known}
    body = {"type": "user", "user": user, "visitor": {"user_id": "harbor-visitor-3"}}
    assert world.post("/visitors/convert", body)["id"] == known


def test_conversions_that_make_no_sense_are_refused(world):
    visitor = {"user_id": "harbor-visitor-4"}
    good = {"type": "user", "user": {"user_id": "x"}, "visitor": visitor}
    for status, more in (
        (400, {"type": "admin"}),
        (400, {"user": {}}),
        (400, {"user": "x"}),
        (404, {"user": {"id": "nobody"}}),
        (400, {"user": {"email": "x@new.test"}}),
        (400, {"user": {"user_id": "x", "email": "no address"}}),
        (404, {"visitor": {"user_id": "nobody"}}),
    ):
        assert world.refusal("POST", "/visitors/convert", {**good, **more})[0] == status, more
    for name in good:
        body = {key: value for key, value in good.items() if key != name}
        assert world.refusal("POST", "/visitors/convert", body)[:2] == (400, "parameter_not_found")
