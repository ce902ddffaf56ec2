from __future__ import annotations

import json

import pytest

from intercom_cli.api.refusals import (
    existing_id,
    has_code,
    refusal,
)
from intercom_cli.api.response import Response
from intercom_cli.errors import Detail, Http

ID = "65e7a1b2c3d4e5f6a7b8c9d0"


def refused(status, body=b"", headers=None, *, method="GET", path="/contacts/1"):
    if not isinstance(body, bytes):
        body, headers = (
            json.dumps(body).encode(),
            {"content-type": "application/json"} | (headers or {}),
        )
    return refusal(Response(status, headers or {}, body, Http(method, path, status)))


def listed(code, message=None, field=None, request_id=None):
    error = {"code": code, "message": message, "field": field}
    given = {name: value for name, value in error.items() if value is not None}
    return {"type": "error.list", "request_id": request_id, "errors": [given]}


@pytest.mark.parametrize(
    ("status", "exit_code"),
    [
        (400, 7), (401, 4), (402, 5), (403, 5), (404, 6), (405, 7), (406, 7), (408, 7), (409, 7),
        (410, 6), (422, 7), (429, 8), (500, 9), (502, 9), (503, 9), (504, 9), (302, 9), (304, 9),
    ],
)  # fmt: skip
def test_each_status_has_its_exit_code(status, exit_code):
    error = refused(status, listed("x", "Words"))
    assert error.exit_code == exit_code
    assert error.http == Http("GET", "/contacts/1", status)
    assert error.response.status == status


def test_b32_every_detail_is_kept_with_field_code_and_request_id():
    body = {
        "type": "error.list",
        "request_id": "b68959ea",
        "errors": [
            {"code": "parameter_invalid", "message": "is bad", "field": "email"},
            {"code": "parameter_not_found", "message": "name is missing", "field": "name"},
        ],
    }
    error = refused(422, body)
    assert error.message == "email: is bad; name is missing."
    assert error.details == (
        Detail("parameter_invalid", "is bad", "email"),
        Detail("parameter_not_found", "name is missing", "name"),
    )
    assert error.request_id == "b68959ea"


def test_the_request_id_of_the_headers_counts_when_the_body_has_none():
    error = refused(404, listed("not_found"), {"x-request-id": "from-header"})
    assert error.request_id == "from-header"


@pytest.mark.parametrize(
    ("body", "message", "details"),
    [
        ({"errors": {"base": "is closed"}}, "is closed.", [("error", "is closed", None)]),
        (
            {"errors": {"email": ["is taken", "is odd"]}},
            "email: is taken; email: is odd.",
            [("error", "is taken", "email"), ("error", "is odd", "email")],
        ),
        (
            {"error_key": "number_invalid", "message": "No such number"},
            "No such number.",
            [("number_invalid", "No such number", None)],
        ),
        ({"type": "error", "message": "Try a ruleset id"}, "Try a ruleset id.", []),
        ({"error": "invalid_grant"}, "invalid_grant.", [("invalid_grant", None, None)]),
        (
            {"error": "invalid_grant", "error_description": "Code was used."},
            "Code was used.",
            [("invalid_grant", "Code was used.", None)],
        ),
        (
            {"error": {"type": "bad", "message": "Odd"}},
            "Odd.",
            [("bad", "Odd", None)],
        ),
        ({"errors": ["one", "two"]}, "one; two.", [("error", "one", None), ("error", "two", None)]),
        ({"code": "conflict", "message": "Taken"}, "Taken.", [("conflict", "Taken", None)]),
        (
            {"errors": [{"code": "not_found"}]},
            "not_found.",
            [("not_found", None, None)],
        ),
        ({}, "Intercom answered 400 Bad Request and gave no reason.", []),
        ([], "Intercom answered 400 Bad Request and gave no reason.", []),
        (
            {"errors": [{"code": "x", "message": "use &gt; or &lt;"}]},
            "use > or <.",
            [("x", "use > or <", None)],
        ),
    ],
)  # fmt: skip
def test_every_shape_of_body_is_read(body, message, details):
    error = refused(400, body)
    assert error.message == message
    assert error.details == tuple(Detail(*each) for each in details)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "Intercom answered 502 Bad Gateway and gave no reason."),
        (
            b"<html><head><title>502\n Bad Gateway</title></head></html>",
            "Intercom answered 502 Bad Gateway: 502 Bad Gateway.",
        ),
        (b"<html></html>", "Intercom answered 502 Bad Gateway and gave no reason."),
        (b"upstream is down\n", "Intercom answered 502 Bad Gateway: upstream is down."),
        (b"\xff\xfe{", None),
        (b'{"errors": [', None),
    ],
)
def test_what_gateways_answer_is_read(body, message):
    error = refused(502, body)
    assert error.exit_code == 9
    assert error.retryable
    if message is not None:
        assert error.message == message


def test_a_status_without_a_name_is_said_by_number():
    assert refused(599).message == "Intercom answered 599 and gave no reason."


@pytest.mark.parametrize(
    ("status", "body", "hint"),
    [
        (401, listed("unauthorized", "Access Token Invalid"), "intercom connect"),
        (403, listed("forbidden", "You lack the scope (read_tags)"), "permission read_tags"),
        (403, listed("api_plan_restricted", "Active subscription needed."), "Billing"),
        (402, {}, "Billing"),
        (404, listed("not_found", "User Not Found"), "intercom contacts list"),
        (400, listed("intercom_version_invalid", "No such version"), "--api-version"),
        (400, listed("scroll_exists", "scroll already exists"), "a minute"),
        (409, listed("conflict", f"A contact matching those details already exists with id={ID}"),
         f"intercom contacts update {ID}"),
        (409, listed("conflict", f"An archived contact matching those details already exists with id={ID}"),
         f"intercom contacts unarchive {ID}"),
        (429, listed("rate_limit_exceeded", "Exceeded"), "--max-wait"),
        (500, {}, "intercomstatus"),
    ],
)  # fmt: skip
def test_the_hint_is_what_to_do_next(status, body, hint):
    assert hint in (refused(status, body).hint or "")


@pytest.mark.parametrize("status", [400, 409, 410, 422])
def test_no_hint_is_made_up(status):
    assert refused(status, listed("x", "Words")).hint is None


def test_a_duplicate_names_the_contact_that_is_there():
    error = refused(409, listed("conflict", f"already exists with id={ID}"))
    assert existing_id(error) == ID
    assert existing_id(refused(409, listed("conflict", "id=nothing"))) is None


def test_a_merged_contact_names_the_one_it_became():
    headers = {"link": f'</contacts/{ID}>; rel="canonical"'}
    error = refused(410, listed("contact_merged", "Contact merged"), headers)
    assert error.hint == f"intercom contacts get {ID}"
    assert refused(410, {}).hint is None


def test_a_rate_limit_says_its_size_and_its_end():
    headers = {
        "date": "Tue, 14 Nov 2023 22:13:20 GMT",  # 1700000000
        "x-ratelimit-limit": "167",
        "x-ratelimit-reset": "1700000004",
    }
    error = refused(429, listed("rate_limit_exceeded", "Exceeded rate limit"), headers)
    assert error.message == (
        "Exceeded rate limit. The limit is 167 requests in 10 seconds. It asks to wait 4 s."
    )


def test_a_code_is_looked_for_among_several():
    error = refused(400, listed("bad_request", "no"))
    assert has_code(error, "bad_request", "other")
    assert not has_code(error, "other")


def test_an_unfollowed_redirect_says_where_it_pointed():
    error = refused(302, b"", {"location": "https://elsewhere.test/"}, method="POST")
    assert error.exit_code == 9
    assert "https://elsewhere.test/" in error.message
