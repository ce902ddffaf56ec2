from __future__ import annotations

import pytest

from intercom_cli.api.hosts import REGIONS, is_trusted, region_of, url_of
from intercom_cli.errors import Misuse


@pytest.mark.parametrize(
    ("text", "region"),
    [("US", "us"), ("usa", "us"), ("United States", "us"), ("Europe", "eu"), (" AU ", "au")],
)
def test_regions_are_known_by_all_their_names(text, region):
    assert region_of(text) == region


def test_an_unknown_region_is_not_taken_for_another():
    with pytest.raises(Misuse, match="'eo' is not a region"):
        region_of("eo")


@pytest.mark.parametrize("region", REGIONS)
def test_each_regions_api_is_trusted_over_tls_only(region):
    api = REGIONS[region].api
    assert is_trusted(api + "/me")
    assert not is_trusted(api.replace("https:", "http:") + "/me")


@pytest.mark.parametrize(
    "url",
    ["http://localhost:3000/x", "http://127.0.0.9/x", "https://[::1]:8/x", "http://a.localhost/x"],
)
def test_this_machine_is_trusted(url):
    assert is_trusted(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/",
        "https://xapi.intercom.io/",
        "https://api.intercom.io.example.com/",
        "https://user@api.intercom.io/",
        "https://api.intercom.io\\.example.com/",
        "https://127.0.0.1.example.com/",
        "https://localhost.example.com/",
        "https://2130706433/",
        "ftp://api.intercom.io/",
        "https://api.intercom.io:99999/",
        "//api.intercom.io/x",
        "https:///x",
    ],
)
def test_everything_else_is_not(url):
    assert not is_trusted(url)


def test_a_configured_host_is_trusted_at_its_own_address_only():
    assert is_trusted("https://gateway.test/x", ["https://gateway.test"])
    assert is_trusted("https://gateway.test/x", ["gateway.test"])
    assert not is_trusted("https://gateway.test:444/x", ["https://gateway.test"])
    assert not is_trusted("http://gateway.test/x", ["https://gateway.test"])


def test_a_base_url_without_a_host_is_misuse():
    with pytest.raises(Misuse, match="not an address of an API"):
        url_of("api.intercom.io", "/me")
