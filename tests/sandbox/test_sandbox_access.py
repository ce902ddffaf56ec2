"""Who gets in, with which version, and how often."""

from __future__ import annotations

import uuid

import pytest

from intercom_cli.sandbox.call import Call


def test_me_shows_the_admin_and_a_workspace_that_is_not_on_utc(world):
    me = world.get("/me")
    assert me["type"] == "admin"
    assert me["app"]["timezone"] == "America/New_York"
    assert me["app"]["region"] == "US"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({}, "missing_authorization"),
        ({"authorization": ""}, "missing_authorization"),
        ({"authorization": "Bearer wrong"}, "unauthorized"),
        ({"authorization": "Basic dG9rOnNhbmRib3g="}, "unauthorized"),
        ({"authorization": "Bearer"}, "unauthorized"),
    ],
)
def test_a_bad_token_is_401_with_a_request_id_and_no_rate_headers(world, header, code):
    answer = world.sandbox.handle(Call.of("GET", "/me", **header))
    body = answer.json()
    assert answer.status == 401
    assert body["type"] == "error.list"
    assert body["errors"][0]["code"] == code
    assert str(uuid.UUID(body["request_id"])) == answer.headers["x-request-id"]
    assert not any(name.startswith("x-ratelimit") for name in answer.headers)


def test_a_token_of_ones_own_replaces_the_default(make_world):
    world = make_world(token="my-own")
    assert world.ask("GET", "/me").status == 401
    assert world.ask("GET", "/me", authorization="Bearer my-own").status == 200


@pytest.mark.parametrize("version", ["2.14", "2.15", "2.16", "2.17", "Preview"])
def test_versions_that_are_served(world, version):
    answer = world.ask("GET", "/me", intercom_version=version)
    assert answer.status == 200
    assert answer.headers["intercom-version"] == version


@pytest.mark.parametrize("version", ["9.9", "", "latest", "1.4"])
def test_other_versions_are_refused(world, version):
    answer = world.refusal("GET", "/me", intercom_version=version)
    assert answer[:2] == (400, "intercom_version_invalid")


def test_without_a_version_the_apps_own_counts(world):
    assert world.ask("GET", "/me").headers["intercom-version"] == "2.16"


def test_an_operation_newer_than_the_version_is_refused(world):
    company = world.get("/companies")["data"][0]["id"]
    target = f"/companies/{company}/notes"
    old = world.refusal("POST", target, {"body": "x"}, intercom_version="2.15")
    assert old[:2] == (400, "intercom_version_invalid")
    assert world.ask("GET", target, intercom_version="2.15").status == 200
    assert world.ask("GET", target, intercom_version="2.14").status == 400


@pytest.mark.parametrize("target", ["/nope", "/contacts/a/b/c", "/", "/contacts/x%2Fnotes"])
def test_unknown_paths_are_404(world, target):
    assert world.ask("GET", target).status == 404


def test_an_unknown_method_is_404_too(world):
    assert world.ask("PATCH", "/contacts").status == 404


def test_the_rate_window_counts_down_and_opens_again(make_world):
    world = make_world(rate_limit=3)
    world.clock.now = 1_800_000_004.5
    answers = [world.ask("GET", "/me") for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    assert [answer.headers["x-ratelimit-remaining"] for answer in answers] == ["2", "1", "0", "0"]
    assert answers[3].headers["x-ratelimit-limit"] == "3"
    assert answers[3].headers["x-ratelimit-reset"] == "1800000010"
    assert "retry-after" not in answers[3].headers
    error = answers[3].json()["errors"][0]
    assert error == {
        "code": "rate_limit_exceeded",
        "message": "Exceeded rate limit of 3 in 10_seconds",
    }
    world.clock.now = 1_800_000_010
    assert world.ask("GET", "/me").status == 200


def test_refusals_count_against_the_limit_and_show_it(make_world):
    world = make_world(rate_limit=2)
    assert world.ask("GET", "/nope").headers["x-ratelimit-remaining"] == "1"


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"", b"\xff", b"[" * 100_000, b'"x"'])
def test_a_body_that_is_not_an_object_is_400(world, body):
    assert world.refusal("POST", "/contacts", body)[:2] == (400, "bad_request")
