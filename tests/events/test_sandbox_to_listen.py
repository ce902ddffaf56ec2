"""The sandbox sends, listen receives and passes on: each event once, in order, whatever fails."""

from __future__ import annotations

import json
import threading
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx2 as httpx
import pytest
from front_door import TOKEN
from listening import listening, target, wait_for
from real_process import served

pytestmark = pytest.mark.slow
SECRET = "sandbox-secret"  # what the sandbox signs with
CONTACTS, CHANGES = 250, 20


def test_five_thousand_events_arrive_once_and_in_order(tmp_path: Path) -> None:
    calls: list[None] = []
    well = threading.Event()

    def shaky(_: bytes) -> int:
        calls.append(None)
        if len(calls) == 1_000:
            threading.Timer(3, well.set).start()
        return 200 if len(calls) < 1_000 or well.is_set() else 503

    expected = CONTACTS * CHANGES
    config = tmp_path / "config"
    with target(shaky) as there:
        words = ("--forward-to", there.url, "--topics", "contact.created,contact.updated")
        with listening(config, *words, secret=SECRET) as one:
            sends = ("--webhook", one.url, "--rate-limit", "1000000", "--contacts", "5")
            with served(config, *sends) as address:
                with ThreadPoolExecutor(16) as pool:
                    list(pool.map(lambda n: changed(address, n), range(CONTACTS)))
                assert wait_for(lambda: len(there.got) >= expected)
            code, said, rows = one.end()
    assert code == 130
    assert f"{expected:,} received, {expected:,} delivered" in said
    assert len(rows) == expected
    assert_in_order(there.bodies)


def changed(address: str, number: int) -> None:
    """Create a contact and change it some times."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Intercom-Version": "2.16"}
    with httpx.Client(base_url=address, headers=headers, timeout=60) as client:
        body = {"role": "user", "external_id": f"storm-{number}", "name": "0"}
        made = client.post("/contacts", json=body)
        made.raise_for_status()
        for change in range(1, CHANGES):
            path = f"/contacts/{made.json()['id']}"
            client.put(path, json={"name": str(change)}).raise_for_status()


def assert_in_order(bodies: list[bytes]) -> None:
    seen: dict[str, list[str]] = defaultdict(list)
    ids: Counter[str] = Counter()
    for body in bodies:
        document = json.loads(body)
        ids[document["id"]] += 1
        seen[document["data"]["item"]["external_id"]].append(document["data"]["item"]["name"])
    assert set(ids.values()) == {1}
    assert len(seen) == CONTACTS
    assert all(names == [str(n) for n in range(CHANGES)] for names in seen.values())
