from __future__ import annotations

import pytest
from scripted_line import TOKEN

from intercom_cli.api.redaction import redact
from intercom_cli.api.request import Request


def test_debug_shows_the_exchange_and_no_secret(line, script):
    script.answer(
        200, {"access_token": "plain-secret", "name": "Ann"}, {"Set-Cookie": "session=hidden"}
    )
    talk = line()
    body = {"client_secret": "shh", "code": "oauth-code", "client_id": "app"}
    talk.client.send(
        Request("POST", "/auth/eagle/token", query=(("refresh_token", "rrr"),)).with_json(body)
    )
    text = "\n".join(talk.trace)
    assert "> POST https://api.intercom.io/auth/eagle/token?refresh_token=***" in text
    assert "> Authorization: ***" in text
    assert '"client_secret":"***","code":"***","client_id":"app"' in text
    assert '"access_token":"***","name":"Ann"' in text
    assert "< 200 in " in text
    for secret in (TOKEN, "dG9rOnN", "shh", "oauth-code", "plain-secret", "hidden", "rrr"):
        assert secret not in text


def test_the_runs_own_token_is_masked_wherever_it_turns_up(line, script):
    script.answer(400, {"errors": [{"code": "bad", "message": "your token opaque-123 is bad"}]})
    talk = line(token=lambda: "opaque-123")
    talk.client.send(Request("GET", "/x"), check=False)
    assert "opaque-123" not in "\n".join(talk.trace)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("x dG9rOmFiY2RlZg== y", "x dG9rO*** y"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer ***"),
        ("https://x.test/cb?code=abc%3D&state=s", "https://x.test/cb?code=***&state=s"),
        ("grant=x&client_secret=abc&z=1", "grant=x&client_secret=***&z=1"),
        ('{"token": "a\\"b", "z": 1}', '{"token": "***", "z": 1}'),
        ('{"refresh_token":"cut sho', '{"refresh_token":"***"'),
        ('{"errors":[{"code":"not_found"}]}', '{"errors":[{"code":"not_found"}]}'),
        ("/contacts?per_page=5", "/contacts?per_page=5"),
    ],
)
def test_secrets_are_masked_and_nothing_else(text, clean):
    assert redact(text) == clean


def test_long_bodies_are_cut(line, script):
    script.answer(200, {"text": "x" * 10_000})
    talk = line()
    talk.client.send(Request("GET", "/x"))
    assert len(talk.trace[-1]) < 2200
    assert talk.trace[-1].endswith("… (10011 bytes)")


def test_nothing_is_written_without_debug(line, script):
    script.answer(200, {})
    talk = line(trace=None)
    talk.client.send(Request("GET", "/x"))
    assert talk.trace == []
