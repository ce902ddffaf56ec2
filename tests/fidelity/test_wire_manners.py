"""What holds for every call: tokens, versions, rate windows, error shapes."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from desk import NOON, Desk, one

from intercom_cli.sandbox.call import Answer, Call
from intercom_cli.sandbox.options import DEFAULT_TOKEN

LIMITS = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset")
NOBODY = "0123456789abcdef01234567"


@pytest.fixture
def desk() -> Desk:
    return Desk()


def anonymous(desk: Desk, method: str, target: str, **headers: str) -> Answer:
    return desk.handle(Call.of(method, target, **headers))


# Tokens.


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (None, "missing_authorization"),
        ("", "missing_authorization"),
        ("Bearer", "unauthorized"),
        ("Bearer ", "unauthorized"),
        (f"Basic {DEFAULT_TOKEN}", "unauthorized"),
        (DEFAULT_TOKEN, "unauthorized"),
        ("Bearer dG9rOm5vYm9keQ==", "unauthorized"),
        (f"Bearer {DEFAULT_TOKEN}x", "unauthorized"),
        (f"Bearer {DEFAULT_TOKEN.rstrip('=')}", "unauthorized"),
        ("Bearer t\xf6ken", "unauthorized"),
    ],
)
def test_without_a_good_token_every_call_is_401(desk: Desk, header: Any, code: str) -> None:
    headers = {} if header is None else {"authorization": header}
    for method, target in (("GET", "/me"), ("GET", "/nowhere"), ("POST", "/auth/uninstall")):
        answer = anonymous(desk, method, target, **headers)
        assert (answer.status, answer.json()["errors"][0]["code"]) == (401, code)
        assert not any(name in answer.headers for name in LIMITS)


def test_the_scheme_is_read_in_any_case(desk: Desk) -> None:
    answer = anonymous(desk, "GET", "/me", authorization=f"bearer {DEFAULT_TOKEN}")
    assert answer.status == 200


def test_a_bad_token_counts_in_no_window() -> None:
    desk = Desk(rate_limit=2)
    for _ in range(5):
        anonymous(desk, "GET", "/me", authorization="Bearer x")
    assert desk.ask("GET", "/me").headers["x-ratelimit-remaining"] == "1"


# Errors.


def test_an_error_names_its_request_in_body_and_header(desk: Desk) -> None:
    answer = desk.ask("GET", f"/contacts/{NOBODY}")
    body = answer.json()
    assert body.keys() == {"type", "request_id", "errors"}
    assert str(uuid.UUID(body["request_id"])) == answer.headers["x-request-id"]
    assert body["errors"] == [{"code": "not_found", "message": "User Not Found"}]
    other = desk.ask("GET", f"/contacts/{NOBODY}").json()["request_id"]
    assert other != body["request_id"]


@pytest.mark.parametrize(
    ("method", "target"),
    [
        ("GET", "/nowhere"),
        ("PATCH", "/contacts"),
        ("DELETE", "/contacts"),
        ("GET", "/contacts/merge/x/y"),
        ("GET", "/"),
        ("POST", "/me"),
        ("GET", "/contacts/%00"),
        ("GET", "/contacts/a%2Fb"),
        ("GET", f"/contacts/{NOBODY}'; DROP TABLE contacts"),
        ("GET", "/tags/\N{ARABIC-INDIC DIGIT ONE}"),
        ("GET", "/notes/-1"),
        ("GET", "/notes/99999999999999999999999"),
        ("PUT", "/data_attributes/1.0"),
    ],
)
def test_unknown_paths_methods_and_ids_are_404(desk: Desk, method: str, target: str) -> None:
    assert desk.refused(404, method, target)["code"].endswith("not_found")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 50_000])
@pytest.mark.parametrize("target", ["/contacts", "/contacts/search", "/companies", "/tags"])
def test_a_body_that_is_no_json_object_is_400(desk: Desk, target: str, body: bytes) -> None:
    assert desk.refused(400, "POST", target, body)["code"] == "bad_request"


def test_json_labelled_as_a_form_is_400(desk: Desk) -> None:
    body, token = b'{"role":"lead"}', f"Bearer {DEFAULT_TOKEN}"
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data"):
        call = Call.of("POST", "/contacts", body=body, authorization=token, content_type=kind)
        assert desk.handle(call).status == 400
    for kind in ("application/json", "Application/JSON; charset=utf-8"):
        call = Call.of("POST", "/contacts", body=body, authorization=token, content_type=kind)
        assert desk.handle(call).status == 200


def test_every_wrong_field_is_named(desk: Desk) -> None:
    body = {"role": "boss", "email": "no address", "signed_up_at": "soon"}
    errors = desk.ask("POST", "/contacts", body).json()["errors"]
    assert [error["field"] for error in errors] == ["role", "email", "signed_up_at"]


def test_a_refused_change_leaves_nothing_behind(desk: Desk) -> None:
    person = desk.contact(email="a@x.test", name="Before")
    body = {"name": "After", "custom_attributes": {"plan": "pro", "nope": 1}}
    desk.refused(400, "PUT", f"/contacts/{person['id']}", body)
    assert desk.ok("GET", f"/contacts/{person['id']}") == person


# Versions.


@pytest.mark.parametrize("version", ["2.18", "3.0", "2.016", "x", "2.16,2.15", "1.4"])
def test_a_version_that_is_not_served_is_refused(desk: Desk, version: str) -> None:
    error = desk.refused(400, "GET", "/me", version=version)
    assert error["code"] == "intercom_version_invalid"
    assert error["message"] == "The requested version could not be found"


def test_without_a_version_that_of_the_app_counts_and_is_told(desk: Desk) -> None:
    answer = anonymous(desk, "GET", "/me", authorization=f"Bearer {DEFAULT_TOKEN}")
    assert answer.headers["intercom-version"] == "2.16"


@pytest.mark.parametrize(
    ("since", "method", "target"),
    [
        ("2.15", "GET", "/companies/{company}/notes"),
        ("2.16", "POST", "/companies/{company}/notes"),
        ("2.16", "GET", "/contacts/{contact}/merge_history"),
    ],
)
def test_what_is_newer_than_the_version_is_refused(
    desk: Desk, since: str, method: str, target: str
) -> None:
    person = desk.contact(email="a@x.test")
    company = desk.company("7", person)
    path = target.format(company=company["id"], contact=person["id"])
    body = {"body": "x"} if method == "POST" else None
    before = "2.14" if since == "2.15" else "2.15"
    error = desk.refused(400, method, path, body, version=before)
    assert error["code"] == "intercom_version_invalid"
    assert error["message"] == "Requested resource is not available in current API version."
    desk.ok(method, path, body, version=since)


def test_owner_id_is_a_number_before_2_16_and_text_from_then_on(desk: Desk) -> None:
    person = desk.contact(email="a@x.test", name="Owned", owner_id="991267459")
    target = f"/contacts/{person['id']}"
    for version in ("2.14", "2.15"):
        assert desk.ok("GET", target, version=version)["owner_id"] == 991267459
        assert desk.found("owner_id", "=", 991267459, version=version) == {"Owned"}
        assert desk.found("owner_id", ">", 1, version=version) == {"Owned"}
        desk.no_search(one("owner_id", "~", "9"), version=version)
    for version in ("2.16", "2.17", "Preview"):
        assert desk.ok("GET", target, version=version)["owner_id"] == "991267459"
    assert desk.found("owner_id", "=", "991267459") == {"Owned"}
    desk.no_search(one("owner_id", "=", 991267459))
    desk.no_search(one("owner_id", ">", "1"))
    attribute = {"name": "owner_id", "model": "contact", "data_type": "string"}
    desk.ok("POST", "/data_attributes", attribute)
    fields = {"owner_id": None, "custom_attributes": {"owner_id": "77"}}
    assert desk.ok("PUT", target, fields)["owner_id"] is None
    shown = desk.ok("GET", target, version="2.15")
    assert (shown["owner_id"], shown["custom_attributes"]["owner_id"]) == (None, "77")


def test_attributes_of_conversations_moved_in_2_16(desk: Desk) -> None:
    target = "/data_attributes?model=conversation"
    assert desk.refused(422, "GET", target)["code"] == "parameter_invalid"
    assert desk.ok("GET", target, version="2.15")["data"] == []


# Rates.


def limits(answer: Answer) -> tuple[str, ...]:
    return tuple(answer.headers[name] for name in LIMITS)


def test_each_window_of_ten_seconds_counts_down_by_itself() -> None:
    desk = Desk(rate_limit=3, now=NOON + 0.25)  # five seconds into a window
    end = str(NOON + 5)
    assert [limits(desk.ask("GET", "/me")) for _ in range(3)] == [
        ("3", "2", end),
        ("3", "1", end),
        ("3", "0", end),
    ]
    over = desk.ask("GET", "/me")
    assert over.status == 429
    assert limits(over) == ("3", "0", end)
    assert "retry-after" not in over.headers
    error = over.json()["errors"][0]
    assert error == {
        "code": "rate_limit_exceeded",
        "message": "Exceeded rate limit of 3 in 10_seconds",
    }
    desk.now += 4.7
    assert desk.ask("GET", "/me").status == 429
    desk.now += 0.1
    fresh = desk.ask("GET", "/me")
    assert (fresh.status, fresh.headers["x-ratelimit-remaining"]) == (200, "2")
    assert fresh.headers["x-ratelimit-reset"] == str(NOON + 15)


def test_refusals_count_too_and_a_call_over_the_limit_does_nothing() -> None:
    desk = Desk(rate_limit=3)
    assert desk.ask("GET", "/nowhere").headers["x-ratelimit-remaining"] == "2"
    assert desk.ask("GET", "/me", version="9.9").headers["x-ratelimit-remaining"] == "1"
    assert desk.ask("GET", f"/contacts/{NOBODY}").headers["x-ratelimit-remaining"] == "0"
    assert desk.ask("POST", "/contacts", {"email": "late@x.test"}).status == 429
    desk.now += 10
    assert desk.ok("GET", "/contacts")["data"] == []


def test_the_allowance_is_that_of_ten_thousand_a_minute() -> None:
    desk = Desk(rate_limit=1666)
    assert desk.ask("GET", "/me").headers["x-ratelimit-limit"] == "1666"
