"""What is said beside the data: what a run cost, how much was read, that nothing was sent."""

from __future__ import annotations

from front_door import FrontDoor, Unreachable, answer


def test_verbose_says_how_many_requests_went_where(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--limit", "200", "-v", "-o", "ids").ok()
    assert ran.err.startswith("3 requests to http://sandbox.localhost for sandbox; ")
    assert "more are free now" in ran.err
    assert len(ran.out.split()) == 200


def test_verbose_says_it_also_after_a_failure(run: FrontDoor) -> None:
    ran = run("contacts", "get", "nobody@acme.test", "-v")
    assert ran.code == 6
    assert "1 request to " in ran.err


def test_without_a_rate_limit_none_is_told(with_token: FrontDoor) -> None:
    ran = with_token.scripted(answer({"type": "admin"}), words=["request", "/me", "-v"]).ok()
    assert ran.err.endswith("for the workspace of INTERCOM_ACCESS_TOKEN.\n")


def test_nothing_is_said_without_verbose_under_quiet_or_without_requests(run: FrontDoor) -> None:
    for words in (["-q"], ["-q", "-v"]):
        assert run("contacts", "list", "--limit", "1", *words).ok().err == ""
    ran = run("contacts", "archive", "5", "--dry-run", "-v", transport=Unreachable()).ok()
    assert ran.err == ""


def test_jq_over_a_part_says_how_much_it_saw_and_not_what_it_made(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--jq", "length").ok()
    assert ran.out == "50\n"
    assert ran.err.startswith("50 of 250 went through --jq. ")
    assert run("contacts", "list", "--jq", "length", "--all").ok().err == ""


def test_a_person_is_told_that_nothing_was_sent(run: FrontDoor) -> None:
    words = ["contacts", "attach", "jane@acme.test", "Acme Ltd", "--dry-run"]
    ran = run(*words, terminal=True, NO_COLOR="1", transport=Unreachable()).ok()
    assert ran.err.endswith("Nothing was sent.\n")
    assert "contact jane@acme.test" in ran.err, "what was not looked up is named"
    assert ran.out.count("\n\nmethod ") == 2, "an empty line between one request and the next"
    assert "Nothing was sent" not in run(*words, transport=Unreachable()).ok().err
