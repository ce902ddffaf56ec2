"""request: fields, bodies and headers go out exactly as they were typed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import FrontDoor, Ran, Scripted, Unreachable, answer


def sent(run: FrontDoor, *words: str, stdin: str = "") -> Ran:
    return run("request", *words, stdin=stdin, transport=Scripted([answer({})])).ok()


def body(run: FrontDoor, *words: str, stdin: str = "") -> Any:
    return sent(run, "POST", "/x", *words, stdin=stdin).bodies()[0]


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_the_method_is_what_was_typed(with_token: FrontDoor, method: str) -> None:
    for words in ([], ["-f", "a=b"], ["a=b"]):
        for typed in (method, method.lower()):
            ran = sent(with_token, typed, "/x", *words)
            assert ran.requests[0].method == method


def test_without_a_method_it_is_get_whatever_follows(with_token: FrontDoor) -> None:
    for words in ([], ["a=b"], ["-f", "a=b"], ["-F", "a=1"], ["--limit", "3"]):
        assert sent(with_token, "/x", *words).requests[0].method == "GET"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_fields_go_to_the_query_of_a_get(with_token: FrontDoor, method: str) -> None:
    ran = sent(with_token, method, "/x?y=1", "a=b c&d", "-F", "n=5", "list:=[1]", "-f", "e=")
    assert dict(ran.requests[0].url.params) == {
        "y": "1", "a": "b c&d", "n": "5", "list": "[1]", "e": ""
    }  # fmt: skip
    assert ran.requests[0].content == b""
    twice = sent(with_token, method, "/x", "tag=a", "tag=b")
    assert twice.requests[0].url.query == b"tag=a&tag=b"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_fields_go_to_the_body_of_everything_else(with_token: FrontDoor, method: str) -> None:
    ran = sent(with_token, method, "/x?y=1", "a=b", "-F", "n=5")
    assert ran.sent() == [f"{method} /x?y=1"]
    assert ran.bodies() == [{"a": "b", "n": 5}]
    assert ran.requests[0].headers["content-type"] == "application/json"


def test_a_body_on_get_is_refused(with_token: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("{}")
    ran = with_token("request", "/x", "--input", str(tmp_path / "b.json"))
    assert ran.code == 2
    assert "POST" in ran.error["hint"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x", "x"),
        ("5", 5),
        ("-3", -3),
        ("1.5", 1.5),
        ("0", 0),
        ("007", "007"),
        ("+353861", "+353861"),
        ("1e3", 1000.0),
        ("1e999", "1e999"),
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("True", "True"),
        ("", ""),
        (" 5", " 5"),
        ("[1, 2]", [1, 2]),
        ("[draft]", "[draft]"),
        ('{"a": 1}', {"a": 1}),
        ("{x}", "{x}"),
        ("12345678901234567890", 12345678901234567890),
        ("a=b=c", "a=b=c"),
        ("é山", "é山"),
        ("@", "@"),
    ],
)
def test_typed_and_plain_values(with_token: FrontDoor, text: str, value: Any) -> None:
    assert body(with_token, "-f", f"k={text}") == {"k": text}
    assert body(with_token, f"k={text}") == {"k": text}
    if text != "@":
        assert body(with_token, "-F", f"k={text}") == {"k": value}


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["a[b]=c"], {"a": {"b": "c"}}),
        (["a.b=c"], {"a": {"b": "c"}}),
        (["a[b][c]=1", "a[b][d]=2"], {"a": {"b": {"c": "1", "d": "2"}}}),
        (["a[]=1", "a[]=2"], {"a": ["1", "2"]}),
        (["a[][id]=1", "a[][id]=2"], {"a": [{"id": "1"}, {"id": "2"}]}),
        (["a[][id]=1", "a[][x]=2", "a[][id]=3"], {"a": [{"id": "1", "x": "2"}, {"id": "3"}]}),
        (["a[b][]=1"], {"a": {"b": ["1"]}}),
        (['a:={"b":1}', "a[c]=2"], {"a": {"b": 1, "c": "2"}}),
        (["a:=[]"], {"a": []}),
        (["a:=null"], {"a": None}),
        (["a:=12345678901234567890"], {"a": 12345678901234567890}),
        (["a::=1"], {"a:": 1}),
        (["custom_attributes[plan]=pro", "custom_attributes[seats]:=5"],
         {"custom_attributes": {"plan": "pro", "seats": 5}}),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, list) else None,
)  # fmt: skip
def test_keys_nest(with_token: FrontDoor, words: list[str], value: Any) -> None:
    assert body(with_token, *words) == value


@pytest.mark.parametrize(
    "words",
    [
        ["a=1", "a=2"],
        ["a=1", "a[b]=2"],
        ["a[b]=1", "a[]=2"],
        ["a[]=1", "a=2"],
        ["a[b]=1", "a[b]=2"],
        ["a[=1"],
        ["[a]=1"],
        ["a]b=1"],
        ["=1"],
        ["a"],
        ["a:=x"],
        ["a:=NaN"],
        ["a:="],
    ],
    ids=" ".join,
)
def test_fields_that_contradict_or_cannot_be_read_are_refused(
    with_token: FrontDoor, words: list[str]
) -> None:
    ran = with_token("request", "POST", "/x", *words, transport=Unreachable())
    assert ran.code == 2, ran.err


def test_a_value_from_a_file_or_standard_input(with_token: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "body.html").write_text("<p>Hi [x]</p>\n")
    (tmp_path / "list.json").write_text('[{"id": 1}]\n')
    assert body(with_token, "-F", f"k=@{tmp_path}/body.html") == {"k": "<p>Hi [x]</p>"}
    assert body(with_token, f"k:=@{tmp_path}/list.json") == {"k": [{"id": 1}]}
    assert body(with_token, "-F", "k=@-", stdin="from a pipe\n") == {"k": "from a pipe"}
    assert body(with_token, "-F", "k=@-", "-F", "l=@-", stdin="5\n") == {"k": 5, "l": 5}
    assert body(with_token, "k:=@-", stdin='{"a":[1]}') == {"k": {"a": [1]}}
    assert body(with_token, "email=@acme") == {"email": "@acme"}, "a plain field is plain"
    for wrong in ("k=@/no/such", f"k=@{tmp_path}"):
        assert with_token("request", "POST", "/x", "-F", wrong).code == 2


def test_input_is_sent_byte_for_byte(with_token: FrontDoor, tmp_path: Path) -> None:
    data = b'{ "b": 1.50,\n  "a": 12345678901234567890, "b2": "\\u00e9" }\n'
    (tmp_path / "b.json").write_bytes(data)
    ran = sent(with_token, "POST", "/x", "--input", str(tmp_path / "b.json"))
    assert ran.requests[0].content == data
    piped = sent(with_token, "POST", "/x", "--input", "-", stdin=data.decode())
    assert piped.requests[0].content == data


def test_fields_are_added_to_an_input_object(with_token: FrontDoor) -> None:
    found = body(with_token, "--input", "-", "a[c]=2", stdin='{"a":{"b":1},"z":[1]}')
    assert found == {"a": {"b": 1, "c": "2"}, "z": [1]}
    refused = with_token("request", "POST", "/x", "--input", "-", "a=1", stdin="[1]")
    assert refused.code == 2


def test_input_that_is_no_json_is_refused_unless_its_type_is_named(with_token: FrontDoor) -> None:
    refused = with_token("request", "POST", "/x", "--input", "-", stdin="a,b\n")
    assert refused.code == 2
    ran = sent(
        with_token, "POST", "/x", "--input", "-", "-H", "Content-Type: text/csv", stdin="a,b\n"
    )
    assert ran.requests[0].content == b"a,b\n"
    assert ran.requests[0].headers["content-type"] == "text/csv"


def test_headers(with_token: FrontDoor) -> None:
    ran = sent(
        with_token, "/x", "-H", "X-One: a: b", "--header", "intercom-version: 2.14", "-H", "X-E:"
    )
    headers = ran.requests[0].headers
    assert headers["x-one"] == "a: b"
    assert headers["x-e"] == ""
    assert headers.get_list("intercom-version") == ["2.14"]
    for wrong in ("novalue", ": x", "A b: c", "X: a\nb", "X: é", "Authorization: Bearer x"):
        assert with_token("request", "/x", "-H", wrong, transport=Unreachable()).code == 2, wrong


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("contacts", "/contacts"),
        ("/contacts", "/contacts"),
        ("contacts?a=b", "/contacts?a=b"),
        ("/contacts/a b", "/contacts/a%20b"),
        ("/contacts/a%2Fb", "/contacts/a%2Fb"),
        ("/contacts/é", "/contacts/%C3%A9"),
        ("/x#y", "/x%23y"),
        ("/a\nb", "/a%0Ab"),
        ("https://api.intercom.io/me", "/me"),
        ("https://API.intercom.io/me?x=1", "/me?x=1"),
    ],
)
def test_paths(with_token: FrontDoor, typed: str, target: str) -> None:
    ran = sent(with_token, typed)
    assert ran.sent() == [f"GET {target}"]
    assert ran.requests[0].url.host == "api.intercom.io"


def test_a_path_that_git_bash_rewrote_is_noticed(with_token: FrontDoor) -> None:
    ran = with_token("request", "C:/Program Files/Git/contacts")
    assert ran.code == 2
    assert "slash" in ran.error["hint"]


def test_a_word_that_looks_like_an_option_is_a_value_after_two_dashes(
    with_token: FrontDoor,
) -> None:
    ran = sent(with_token, "POST", "/x", "--", "a=-1", "-b=2")
    assert ran.bodies() == [{"a": "-1", "-b": "2"}]


def test_dry_run_shows_and_sends_nothing(with_token: FrontDoor) -> None:
    ran = with_token("request", "PUT", "/x?y=1", "-F", "a[b]=5", "-H", "X-One: 1", "-n").ok()
    assert ran.json == {
        "method": "PUT",
        "url": "https://api.intercom.io/x?y=1",
        "headers": {
            **ran.json["headers"],
            "Authorization": "Bearer $INTERCOM_ACCESS_TOKEN",
            "X-One": "1",
            "Intercom-Version": "2.16",
        },
        "body": {"a": {"b": 5}},
    }
    for words in (["/x", "--all"], ["/x", "--limit", "3"], ["DELETE", "/x"], ["/x", "-i"]):
        assert with_token("request", *words, "-n").ok().requests == []
    assert json.dumps(ran.json)
