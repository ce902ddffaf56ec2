"""What deletes, merges or reaches a customer asks first, also through ``request``."""

from __future__ import annotations

import json

import pytest
from front_door import FrontDoor, Scripted, Unreachable, answer, connected

from intercom_cli.facts.guards import guard_of
from intercom_cli.facts.operations import every as operations

REPLY = json.dumps({"message_type": "comment", "type": "admin", "admin_id": "1", "body": "Hi"})
NOTE = json.dumps({"message_type": "note", "type": "admin", "admin_id": "1", "body": "Hi"})
GUARDED = {
    "deletes": (["DELETE", "/conversations/12"], ""),
    "reaches": (["POST", "/conversations/36/reply", "--input", "-"], REPLY),
    "merges": (["POST", "/contacts/merge", "from=a", "into=b"], ""),
    "unknown delete": (["DELETE", "/newer/5"], ""),
    "with a host": (["DELETE", "http://sandbox.localhost/conversations/12?x=1"], ""),
    "with a format": (["POST", "/conversations/36/reply.json", "--input", "-"], REPLY),
    "with slashes": (["POST", "//conversations//36/reply/", "--input", "-"], REPLY),
    "encoded": (["DELETE", "/con%76ersations/./12/"], ""),
    "in capitals": (["POST", "/Conversations/36/Reply", "--input", "-"], REPLY),
    "with another format": (["POST", "/contacts/merge.xml", "from=a", "into=b"], ""),
    "with a parameter": (["POST", "/conversations/36/reply;a=1", "--input", "-"], REPLY),
}
FREE = {
    "a tag": (["POST", "/tags", "name=x"], ""),
    "a note": (["POST", "/conversations/36/reply", "--input", "-"], NOTE),
    "a link": (["DELETE", "/contacts/a/tags/5"], ""),
    "a search": (["POST", "/contacts/search"], ""),
    "a reading": (["GET", "/contacts"], ""),
}


@pytest.mark.parametrize(("words", "stdin"), GUARDED.values(), ids=list(GUARDED))
def test_on_a_terminal_without_input_nothing_is_sent(
    run: FrontDoor, words: list[str], stdin: str
) -> None:
    for more, environ in ((["--no-input"], {}), ([], {"INTERCOM_NO_INPUT": "1"})):
        ran = run("request", *words, *more, stdin=stdin, terminal=True, transport=Unreachable(),
                  NO_COLOR="1", **environ)  # fmt: skip
        assert ran.code == 3, ran.err
        assert "sandbox?" in ran.err
        assert "--yes" in ran.err


@pytest.mark.parametrize(("words", "stdin"), GUARDED.values(), ids=list(GUARDED))
def test_yes_and_a_pipe_send_what_was_typed(run: FrontDoor, words: list[str], stdin: str) -> None:
    for more, terminal in ((["--yes"], True), ([], False), (["--no-input"], False)):
        transport = Scripted([answer({})])
        ran = run("request", *words, *more, stdin=stdin, terminal=terminal, transport=transport,
                  NO_COLOR="1").ok()  # fmt: skip
        assert len(ran.requests) == 1
        assert "[y/N]" not in ran.err


@pytest.mark.parametrize(("words", "stdin"), FREE.values(), ids=list(FREE))
def test_what_can_be_undone_is_never_asked_about(
    run: FrontDoor, words: list[str], stdin: str
) -> None:
    ran = run("request", *words, stdin=stdin, terminal=True, transport=Scripted([answer({})]),
              NO_COLOR="1").ok()  # fmt: skip
    assert "[y/N]" not in ran.err


def test_the_question_names_the_record_that_was_found(run: FrontDoor) -> None:
    made = run("contacts", "create", "--email", "jane@acme.test", "--name", "Jane Doe").ok().json
    words = ["request", "DELETE", f"/contacts/{made['id']}"]
    no = run(*words, stdin="n\n", terminal=True, NO_COLOR="1")
    assert no.code == 3
    assert f"Delete contact Jane Doe (user, jane@acme.test, {made['id']}) from sandbox?" in no.err
    assert {request.method for request in no.requests} == {"GET"}
    yes = run(*words, stdin="y\n", terminal=True, NO_COLOR="1").ok()
    assert yes.requests[-1].method == "DELETE"


def test_nobody_is_asked_about_a_record_that_is_not_there(run: FrontDoor) -> None:
    ran = run("request", "DELETE", "/conversations/999999", stdin="y\n", terminal=True)
    assert ran.code == 6
    assert "[y/N]" not in ran.err
    assert [request.method for request in ran.requests] == ["GET"]


def test_a_workspace_for_reading_refuses_in_a_pipe_too(run: FrontDoor) -> None:
    connected(run.config)
    config = run.config / "config.toml"
    config.write_text(config.read_text() + "read_only = true\n")
    for flag in ([], ["--plan"], ["--yes"]):
        ran = run("request", "DELETE", "/conversations/12", *flag, transport=Unreachable())
        assert ran.code == 2
        assert "reading only" in ran.error["message"]


@pytest.mark.parametrize("name", ["X-HTTP-Method-Override", "x-http-method", "X-Method-Override"])
def test_a_header_cannot_stand_for_another_method(run: FrontDoor, name: str) -> None:
    words = ["request", "POST", "/conversations/12", "-H", f"{name}: DELETE"]
    ran = run(*words, transport=Unreachable())
    assert ran.code == 2
    assert ran.error["hint"].endswith("intercom request DELETE /tags/1")


@pytest.mark.parametrize("words", [["/tags/1?_method=DELETE"], ["/tags/1", "--input", "-"]])
def test_a_field_cannot_stand_for_another_method(run: FrontDoor, words: list[str]) -> None:
    form = ["-H", "Content-Type: application/x-www-form-urlencoded"]
    ran = run("request", "POST", *words, *form, stdin="_method=delete", transport=Unreachable())
    assert ran.code == 2
    assert "_method would replace the method" in ran.error["message"]
    run("request", "POST", "/tags", "name=_method=DELETE").ok()


def test_the_help_says_when_it_asks(run: FrontDoor) -> None:
    page = " ".join(run("request", "--help").ok().out.split())
    assert "On a terminal it asks before it deletes, merges or reaches a customer" in page
    assert "In scripts and pipes it sends what was typed" in page


def test_every_delete_of_a_record_is_guarded_and_none_of_a_link() -> None:
    """Derived from the operations, so that a new one is guarded without being listed."""
    deletes = [one.name for one in operations() if one.name.startswith("DELETE ")]
    free = {name for name in deletes if guard_of("DELETE", "", None, name) is None}
    assert free == {
        "DELETE /articles/{article_id}/tags/{id}",
        "DELETE /contacts/{contact_id}/companies/{company_id}",
        "DELETE /contacts/{contact_id}/subscriptions/{subscription_id}",
        "DELETE /contacts/{contact_id}/tags/{tag_id}",
        "DELETE /content_snippets/{content_snippet_id}/tags/{id}",
        "DELETE /conversations/{conversation_id}/customers/{contact_id}",
        "DELETE /conversations/{conversation_id}/tags/{tag_id}",
        "DELETE /internal_articles/{internal_article_id}/tags/{id}",
        "DELETE /tickets/{ticket_id}/linked_conversations/{id}",
        "DELETE /tickets/{ticket_id}/tags/{tag_id}",
    }


def test_a_command_asks_where_what_it_was_given_is_guarded(run: FrontDoor) -> None:
    """Not the verb decides: archiving an attribute by --set is archiving it."""
    words = ["data-attributes", "update", "5", "--set", "archived=true"]
    ran = run(*words, "--no-input", transport=Unreachable())
    assert ran.code == 3
    assert "It cannot be undone." in ran.err
    ran = run("data-attributes", "update", "5", "--description", "x", "--no-input")
    assert ran.code != 3
