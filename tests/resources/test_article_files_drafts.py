"""Article files pushed as drafts, one by one, and rehearsed in words a person reads."""

from __future__ import annotations

from typing import Any

import pytest
from article_folder import Shelf, shelf, writes

INVOICE = "billing/understand-your-invoice.md"  # article 6: published, and in French too
UNPUBLISHED = "billing/add-vat-and-tax-numbers.md"  # article 11
BOTH = "billing/update-your-payment-method.md"  # article 8: published

__all__ = ["shelf"]


@pytest.fixture
def pulled(shelf: Shelf) -> Shelf:
    shelf.pull().ok()
    return shelf


def sent(ran: Any) -> list[tuple[str, Any]]:
    """Each request that changed something, with its body."""
    pairs = zip(ran.sent(), ran.bodies(), strict=True)
    return [(line, body) for line, body in pairs if not line.startswith("GET ")]


def draft(shelf: Shelf, identifier: int) -> dict[str, Any]:
    found: dict[str, Any] = shelf.run("request", f"/articles/{identifier}/draft").ok().json
    return found


def stage(shelf: Shelf, identifier: int, *fields: str) -> None:
    """Change a draft at Intercom, as somebody else does."""
    shelf.run("request", "PUT", f"/articles/{identifier}/draft", *fields).ok()


def test_a_draft_is_written_and_readers_see_nothing_of_it(pulled: Shelf) -> None:
    before = pulled.article(6)
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    ran = pulled.push("--draft").ok()
    [(line, body)] = sent(ran)
    assert line == "PUT /articles/6/draft"
    assert list(body) == ["body"]
    assert [row["change"] for row in ran.rows] == ["staged"]
    assert pulled.article(6)["body"] == before["body"]
    assert "Choose a year" in draft(pulled, 6)["body"]


def test_the_same_draft_is_updated_again_and_again(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.push("--draft").ok()
    assert sent(pulled.push("--draft").ok()) == []
    pulled.edit(INVOICE, "Choose a year", "Choose a week")
    pulled.edit(INVOICE, "title: Understand your invoice", "title: Read your invoice")
    [(line, body)] = sent(pulled.push("--draft").ok())
    assert line == "PUT /articles/6/draft"
    assert sorted(body) == ["body", "title"]
    assert "Choose a week" in draft(pulled, 6)["body"]
    assert pulled.pull().ok().rows[0]["change"] == "kept", "a pull does not take it away"
    pulled.run("articles", "publish", "6", "--yes").ok()
    assert pulled.article(6)["title"] == "Read your invoice"
    pulled.pull().ok()
    assert pulled.pull().ok().rows == []


def test_what_somebody_else_has_in_the_draft_stays_there(pulled: Shelf) -> None:
    stage(pulled, 8, "description=Staged by another")
    pulled.edit(BOTH, "title: Update your payment method", "title: Pay differently")
    refused = pulled.push("-o", "json")
    assert refused.code == 11
    assert "--draft" in refused.error["hint"]
    [(line, body)] = sent(pulled.push("--draft").ok())
    assert (line, body) == ("PUT /articles/8/draft", {"title": "Pay differently"})
    found = draft(pulled, 8)
    assert (found["title"], found["description"]) == ("Pay differently", "Staged by another")


def test_what_both_changed_is_a_conflict_that_force_decides(pulled: Shelf) -> None:
    stage(pulled, 8, "title=Theirs")
    pulled.edit(BOTH, "title: Update your payment method", "title: Mine")
    ran = pulled.push("--draft", "-o", "json")
    assert ran.code == 11
    assert "both change the title" in ran.error["message"]
    assert writes(ran) == []
    pulled.push("--draft", "--force").ok()
    assert draft(pulled, 8)["title"] == "Mine"


def test_a_draft_changed_since_the_last_push_is_looked_at_again(pulled: Shelf) -> None:
    pulled.edit(BOTH, "title: Update your payment method", "title: Mine")
    pulled.push("--draft").ok()
    stage(pulled, 8, "title=Theirs")
    pulled.edit(BOTH, "title: Mine", "title: Mine again")
    assert pulled.push("--draft").code == 11
    assert draft(pulled, 8)["title"] == "Theirs"


def test_all_published_languages_go_into_one_draft(pulled: Shelf) -> None:
    french = INVOICE.replace(".md", ".fr.md")
    pulled.edit(french, "state: draft", "state: published")
    pulled.run("articles", "push", str(pulled.root / french), "--yes").ok()
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.edit(french, "title: Comprendre votre facture", "title: Vos factures")
    [(line, body)] = sent(pulled.push("--draft").ok())
    assert line == "PUT /articles/6/draft"
    assert body["translated_content"] == {"fr": {"title": "Vos factures"}}


def test_what_is_no_draft_of_a_published_article_is_said(pulled: Shelf) -> None:
    pulled.write(INVOICE.replace(".md", ".es.md"), "---\ntitle: Factura\n---\nHallo\n")
    ran = pulled.push("--draft", "-o", "json")
    assert ran.code == 11
    assert "is not published in es" in ran.error["message"]
    assert writes(ran) == []


def test_an_article_that_nobody_reads_yet_is_changed_as_it_is(pulled: Shelf) -> None:
    pulled.edit(UNPUBLISHED, "title: Add VAT and tax numbers", "title: Add your VAT number")
    pulled.edit(UNPUBLISHED, "state: draft", "state: published")
    assert sent(pulled.push("--draft").ok()) == [
        ("PUT /articles/11", {"title": "Add your VAT number"})
    ]
    assert pulled.article(11)["state"] == "draft"


def test_one_file_is_pushed_alone(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.edit(UNPUBLISHED, "title: Add VAT and tax numbers", "title: Add your VAT number")
    pulled.write("billing/broken.md", "---\ntitle: [\n---\nx\n")
    ran = pulled.run("articles", "push", str(pulled.root / UNPUBLISHED)).ok()
    assert sent(ran) == [("PUT /articles/11", {"title": "Add your VAT number"})]
    again = pulled.run("articles", "push", str(pulled.root / UNPUBLISHED)).ok()
    assert again.err == f"Nothing to push from {pulled.root / UNPUBLISHED}.\n"
    diff = pulled.run("articles", "diff", str(pulled.root / INVOICE)).ok()
    assert "Choose a year" in diff.out
    assert "VAT" not in diff.out


def test_one_new_file_is_made_an_article(shelf: Shelf) -> None:
    shelf.write("moor.md", "---\ntitle: Moor safely\n---\nSlowly.\n")
    shelf.write("row.md", "---\ntitle: Row\n---\nSlowly.\n")
    [(line, body)] = sent(shelf.run("articles", "push", str(shelf.root / "moor.md")).ok())
    assert (line, body["title"]) == ("POST /articles", "Moor safely")


def test_a_file_that_is_no_article_is_refused(pulled: Shelf) -> None:
    pulled.write("notes.md", "no front matter")
    ran = pulled.run("articles", "push", str(pulled.root / "notes.md"), "-o", "json")
    assert ran.code == 2
    assert "no front matter" in ran.error["message"]


def test_a_dry_run_shows_a_person_the_plan(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.change(8, "title=Other")
    pulled.edit(BOTH, "title: Update your payment method", "title: Mine")
    pulled.write("sails/moor.md", "---\ntitle: Moor safely\n---\nSlowly.\n")
    ran = pulled.push("-n", terminal=True, NO_COLOR="1", COLUMNS="200")
    assert ran.code == 11, "as the push would"
    assert writes(ran) == []
    lines = {line.split()[0]: line for line in ran.out.splitlines()[2:]}
    assert INVOICE in lines["update"]
    assert "text" in lines["update"]
    assert "sails/moor.md" in lines["create"]
    assert "changed at Intercom" in lines["conflict"]
    assert "The collection sails would be created." in ran.err
    assert "1 to create, 1 to update, 1 in conflict, 36 files unchanged in sandbox." in ran.err
    assert '"method"' not in ran.out


def test_a_dry_run_shows_programs_each_request(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    [row] = pulled.push("-n").ok().rows
    assert (row["method"], row["url"].endswith("/articles/6")) == ("PUT", True)
    [row] = pulled.push("-n", "--draft", "-o", "json").ok().rows
    assert row["url"].endswith("/articles/6/draft")


def test_publish_and_draft_exclude_each_other(pulled: Shelf) -> None:
    assert pulled.push("--draft", "--publish").code == 2


def test_where_there_is_no_draft_the_way_to_one_is_said(pulled: Shelf) -> None:
    for verb in ("draft", "publish"):
        ran = pulled.run("articles", verb, "12", "-o", "json", "--no-input")
        assert ran.code == (6 if verb == "draft" else 3)
    ran = pulled.run("articles", "draft", "12", "-o", "json")
    assert "no draft of an article 12" in ran.error["message"]
    assert "intercom articles stage 12" in ran.error["hint"]
    assert "no draft" in pulled.run("articles", "publish", "12", "--yes").error["message"]
