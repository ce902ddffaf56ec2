"""Catalogs of products, sent as forms."""

from __future__ import annotations

import json
from email import message_from_bytes
from pathlib import Path

import pytest
from front_door import FrontDoor, Unreachable, answer

PREVIEW = ["--api-version", "Preview"]
PRODUCTS = [{"id": "1", "title": 'A "mug" ☕', "url": "https://shop.example/mug"}]
STARTED = {"import_job_id": "job_1", "status": "processing"}


@pytest.fixture
def catalog(tmp_path: Path) -> str:
    file = tmp_path / "products.json"
    file.write_text(json.dumps(PRODUCTS, ensure_ascii=False), encoding="utf-8")
    return str(file)


def form_of(kind: str, body: bytes) -> dict[str, bytes]:
    """The fields of a form, as a reader of such forms that is not ours reads them."""
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    parts = message.get_payload()
    assert isinstance(parts, list)
    return {
        str(part.get_param("name", header="content-disposition")): part.get_payload(decode=True)
        for part in parts
    }


def test_a_catalog_is_sent_as_a_file(run: FrontDoor, catalog: str) -> None:
    words = ["ecommerce", "upload", "42939", catalog, "--yes", *PREVIEW]
    ran = run.scripted(answer(STARTED, 202), words=words).ok()
    [sent] = ran.requests
    assert ran.sent() == ["POST /ecommerce/connectors/42939/catalog"]
    form = form_of(sent.headers["content-type"], sent.content)
    assert list(form) == ["catalog"]
    assert json.loads(form["catalog"]) == PRODUCTS
    assert ran.json == STARTED
    assert ran.err == "Uploaded catalog to connector 42939 in sandbox.\n"


def test_a_catalog_comes_in_parts(run: FrontDoor, catalog: str) -> None:
    def sent(*words: str) -> dict[str, bytes]:
        whole = ["ecommerce", "upload", "42939", *words, "--yes", *PREVIEW]
        [request] = run.scripted(answer(STARTED), words=whole).ok().requests
        form = form_of(request.headers["content-type"], request.content)
        form.pop("catalog", None)
        return form

    assert sent(catalog, "--part", "1") == {"finalize": b"false"}
    assert sent(catalog, "--part", "2", "--import", "job_1") == {
        "finalize": b"false",
        "import_job_id": b"job_1",
        "part_number": b"2",
    }
    assert sent("--import", "job_1", "--finish") == {
        "finalize": b"true",
        "import_job_id": b"job_1",
    }


def test_replacing_a_catalog_asks_with_its_size(run: FrontDoor, catalog: str) -> None:
    ran = run("ecommerce", "upload", "42939", catalog, *PREVIEW, transport=Unreachable())
    assert ran.code == 3
    assert "connector 42939 in sandbox with 1 product?" in ran.error["message"]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["{file}", "--finish", "--import", "j"],
        ["--finish"],
        ["{file}", "--part", "2"],
        ["{file}", "--import", "j"],
        ["{file}", "--import", ""],
        ["nowhere.json"],
    ],
)
def test_what_does_not_go_together_is_refused(
    run: FrontDoor, catalog: str, words: list[str]
) -> None:
    typed = [catalog if word == "{file}" else word for word in words]
    ran = run("ecommerce", "upload", "1", *typed, "-y", *PREVIEW, transport=Unreachable())
    assert ran.code == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{}", "not a JSON list"),
        ("[]", "not a JSON list"),
        ('[{"id": "1", "title": "Mug"}]', "Product 1 of - has no url"),
        ("[1]", "has no id, title, url"),
    ],
)
def test_what_is_no_catalog_is_refused(run: FrontDoor, text: str, why: str) -> None:
    ran = run("ecommerce", "upload", "1", "-", "-y", *PREVIEW, stdin=text, transport=Unreachable())
    assert ran.code == 2
    assert why in ran.error["message"]
