"""One record for a person: every field, aligned, safe."""

from __future__ import annotations

import json

from output_case import ANN

VIEW = """\
type               contact
id                 6540e51aa1b2c3d4e5f60718
name               Order [/close] please
email              ann@acme.test
tags               2: vip, :smile:
companies          12 (here 1: c1)
blocked            no
created_at         2025-11-18T08:00:00Z (3 days ago)
location
  country          Ireland
custom_attributes
  plan             pro
  score            1.10
  serial           9007199254740993
not set            phone
"""
NARROW = """\
id
  6540e51aa1b2c3d4e5f60718
custom_attributes
  plan
    a long line
    and another
"""


def test_b45_every_field_of_a_contact_can_be_read(write):
    assert write(ANN, one=True, terminal=True, color="never").out == VIEW


def test_times_are_exact_alone_in_a_pipe(write):
    assert "created_at         2025-11-18T08:00:00Z\n" in write(ANN, one=True, format="table").out


def test_times_that_come_as_text_are_told_as_a_person_says_them_too(write):
    row = b'{"id":"1","created_at":"2025-11-18T08:00:00.000Z","updated_at":"soon"}'
    seen = write(row, one=True, terminal=True, color="never").out
    assert "created_at  2025-11-18T08:00:00.000Z (3 days ago)\n" in seen
    assert "updated_at  soon\n" in seen
    assert "08:00:00.000Z\n" in write(row, one=True, format="table").out


def test_little_room_puts_values_under_their_names(write):
    row = b'{"id":"6540e51aa1b2c3d4e5f60718","custom_attributes":{"plan":"a long line\\nand another"}}'
    assert write(row, one=True, terminal=True, color="never", env={"COLUMNS": "20"}).out == NARROW


def test_text_of_several_lines_stays_under_itself(write):
    row = b'{"id":"1","body":"one\\r\\ntwo\\u001b[2J"}'
    assert (
        write(row, one=True, terminal=True, color="never").out
        == "id    1\nbody  one\n      two␛[2J\n"
    )


def test_a_list_of_larger_things_is_told_one_by_one(write):
    row = json.dumps(
        {
            "parts": [{"id": "1", "body": "hi", "author": {"name": "Ann"}}],
            "none": [],
            "words": ["a", "b"],
        }
    ).encode()
    assert write(row, one=True, terminal=True, color="never").out == (
        "parts       1\n"
        "  1\n"
        "    id      1\n"
        "    body    hi\n"
        "    author\n"
        "      name  Ann\n"
        "words       2: a, b\n"
        "not set     none\n"
    )


def test_names_of_fields_are_not_trusted_either(write):
    row = b'{"custom_attributes":{"[red]\\u001b[31m":"[link=https://evil]click[/link]"}}'
    assert write(row, one=True, terminal=True, color="never").out == (
        "custom_attributes\n  [red]␛[31m       [link=https://evil]click[/link]\n"
    )


def test_what_is_no_object_is_shown_as_json(write):
    assert write(b"[1,2.50]", one=True, terminal=True).out == "[\n  1,\n  2.50\n]\n"
    assert write(b'"\xc2\x9bx"', one=True, terminal=True).out == '"\\u009bx"\n'
    assert write(b"{}", one=True, terminal=True).out == ""


def test_dates_among_custom_attributes_can_be_read(write):
    row = b'{"custom_attributes":{"renewal_on":1763452800,"seats_on":12}}'
    assert write(row, one=True, format="table").out == (
        "custom_attributes\n  renewal_on       2025-11-18T08:00:00Z\n  seats_on         12\n"
    )


def test_what_is_not_set_is_folded_between_words(write):
    row = json.dumps(
        {"id": "1"} | dict.fromkeys(["android_app_version", "ios_app_version", "utm_term"])
    ).encode()
    assert write(row, one=True, terminal=True, color="never", env={"COLUMNS": "50"}).out == (
        "id       1\nnot set  android_app_version, ios_app_version,\n         utm_term\n"
    )
