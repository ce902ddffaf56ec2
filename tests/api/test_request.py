from __future__ import annotations

import pytest

from intercom_cli.api.request import Request, encode, path_of
from intercom_cli.errors import Misuse


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("../contacts/c1", "/articles/..%2Fcontacts%2Fc1"),
        ("a?x=1", "/articles/a%3Fx%3D1"),
        ("a#b", "/articles/a%23b"),
        ("ü%2F", "/articles/%C3%BC%252F"),
        ("a b", "/articles/a%20b"),
    ],
)
def test_b17_an_id_stays_one_segment_of_its_path(given, path):
    assert path_of("/articles/{article}", article=given) == path


@pytest.mark.parametrize("given", ["", " ", ".", "..", "a\nb", "\x7f"])
def test_what_can_be_no_id_is_misuse(given):
    with pytest.raises(Misuse, match="cannot be the id of an article"):
        path_of("/articles/{article}", article=given)


def test_query_values_are_set_replaced_and_taken_away():
    request = Request("GET", "/x", query=(("a", "1"), ("b", "2"))).with_query(b=3, a=None, c="ä&")
    assert request.target == "/x?b=3&c=%C3%A4%26"


def test_a_query_joins_one_that_is_in_the_path():
    assert Request("GET", "/x?a=1", query=(("b", "2"),)).target == "/x?a=1&b=2"


def test_json_goes_out_as_it_was_given():
    assert (
        encode({"b": "ä", "a": 12345678901234567890})
        == '{"b":"ä","a":12345678901234567890}'.encode()
    )
