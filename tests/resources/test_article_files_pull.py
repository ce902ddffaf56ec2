"""Articles pulled into files: all of them, only what changed, and nothing of the person's lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from article_folder import Shelf, shelf, writes
from front_door import FrontDoor, Unreachable

INVOICE = "billing/understand-your-invoice.md"
REFUND = "billing/refunds-and-failed-payments/get-a-refund.md"

__all__ = ["shelf"]


def test_every_article_in_every_language_becomes_a_file(shelf: Shelf) -> None:
    for number in range(140):
        shelf.make(f"Berth {number}")
    ran = shelf.pull().ok()
    articles = shelf.run("articles", "list", "--all").ok().rows
    assert len(articles) == 170
    texts = sum(len(one.get("translated_content", "12")) - 1 for one in articles)
    assert len(shelf.paths()) == len(ran.rows) == texts
    assert {str(row["id"]) for row in ran.rows} == {one["id"] for one in articles}
    assert ran.err == f"170 articles of sandbox in {shelf.root}: {texts} files written.\n"


def test_a_file_says_what_is_needed_and_no_more(shelf: Shelf) -> None:
    shelf.pull().ok()
    head, _, body = shelf.read(REFUND).removeprefix("---\n").partition("---\n")
    assert [line.split(":")[0] for line in head.splitlines() if not line.startswith("-")] == [
        "id", "title", "description", "state", "author", "collection", "locale", "url",
        "updated_at",
    ]  # fmt: skip
    assert "id: 9\ntitle: Get a refund\n" in head
    assert "collection:\n- Billing\n- Refunds and failed payments\n" in head
    assert "author: mei@harborlights.test\n" in head or "@harborlights.test\n" in head
    assert "\n1. Find the invoice\n2. Choose Request a refund\n3. Tell us why\n" in body
    assert "> Ask us before you do this" in body


def test_translations_lie_beside_their_article(shelf: Shelf) -> None:
    shelf.pull().ok()
    assert {INVOICE, INVOICE.replace(".md", ".de.md"), INVOICE.replace(".md", ".fr.md")} <= (
        shelf.paths()
    )
    german = shelf.read(INVOICE.replace(".md", ".de.md"))
    assert "title: Ihre Rechnung verstehen\n" in german
    assert "locale: de\n" in german
    assert "collection:" not in german


def test_a_second_pull_changes_no_file(shelf: Shelf) -> None:
    shelf.pull().ok()
    before = shelf.all()
    ran = shelf.pull().ok()
    assert ran.rows == []
    assert shelf.all() == before


def test_only_what_changed_is_written(shelf: Shelf) -> None:
    shelf.pull().ok()
    before = shelf.all()
    shelf.change(6, "description=New words")
    ran = shelf.pull().ok()
    changed = {path for path, text in shelf.all().items() if before.get(path) != text}
    assert changed == {INVOICE, ".intercom-articles.json"}
    assert [(row["change"], row["path"]) for row in ran.rows] == [("changed", INVOICE)]
    assert "description: New words\n" in shelf.read(INVOICE)


def test_a_file_moves_when_its_title_or_its_collection_changes_at_intercom(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.change(6, "title=Read your bill")
    shelf.change(30, "-F", "parent_id=2", "parent_type=collection")
    ran = shelf.pull().ok()
    assert {(row["change"], row["path"]) for row in ran.rows} == {
        ("moved", "billing/read-your-bill.md"),
        ("moved", "billing/read-your-bill.de.md"),
        ("moved", "billing/read-your-bill.fr.md"),
        ("moved", "billing/holiday-opening-hours.md"),
    }
    assert INVOICE not in shelf.paths()
    assert "holiday-opening-hours.md" not in shelf.paths()
    assert shelf.pull().ok().rows == []


def test_a_renamed_collection_takes_its_files_along_and_leaves_no_empty_folder(
    shelf: Shelf,
) -> None:
    shelf.pull().ok()
    shelf.run("request", "PUT", "/help_center/collections/2", "name=Money").ok()
    shelf.pull().ok()
    assert not (shelf.root / "billing").exists()
    assert "money/refunds-and-failed-payments/get-a-refund.fr.md" in shelf.paths()
    assert len(shelf.paths()) == 38


def test_a_file_the_person_named_otherwise_keeps_its_name(shelf: Shelf) -> None:
    shelf.pull().ok()
    (shelf.root / REFUND).rename(shelf.root / "billing/refunds-and-failed-payments/mine.md")
    mine = "billing/refunds-and-failed-payments/mine.md"
    rows = shelf.pull().ok().rows
    assert [row["path"] for row in rows] == [mine.replace(".md", ".fr.md")], "it goes along"
    shelf.change(9, "description=Other")
    rows = shelf.pull().ok().rows
    assert [(row["change"], row["path"]) for row in rows] == [("changed", mine)]
    shelf.change(9, "description=Yet another")
    assert [row["path"] for row in shelf.pull().ok().rows] == [mine]


def test_what_was_edited_is_never_written_over(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.edit(INVOICE, "Choose a month", "Choose a year")
    before = shelf.read(INVOICE)
    ran = shelf.pull().ok()
    assert [(row["change"], row["path"]) for row in ran.rows] == [("kept", INVOICE)]
    assert "0 files written, 1 edited here left alone." in ran.err
    assert shelf.read(INVOICE) == before


def test_a_file_that_changed_on_both_sides_is_a_conflict(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.edit(INVOICE, "Choose a month", "Choose a year")
    shelf.change(6, "title=Other")
    shelf.change(8, "description=New")
    before = shelf.read(INVOICE)
    ran = shelf.pull("-o", "table")
    assert ran.code == 11
    assert f"conflict  {INVOICE}" in ran.out
    assert "1 file was edited here and changed at Intercom; left alone." in ran.err
    assert shelf.read(INVOICE) == before
    assert "description: New\n" in shelf.read("billing/update-your-payment-method.md"), (
        "others are written"
    )
    shelf.pull("--force").ok()
    assert "Choose a month" in shelf.read("billing/other.md")
    assert INVOICE not in shelf.paths()


def test_the_same_edit_on_both_sides_is_no_conflict(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.edit(INVOICE, "description: What each line", "description: How each line")
    shelf.change(6, "description=How each line of an invoice means.")
    shelf.pull().ok()
    assert shelf.diff("-o", "json").ok().json == []


def test_files_that_are_not_ours_stay(shelf: Shelf) -> None:
    shelf.write("billing/understand-your-invoice.md", "mine\n")
    shelf.write("README.md", "# Read me\n")
    shelf.write(".git/config.md", "---\ntitle: x\n---\n")
    shelf.pull().ok()
    assert shelf.read("billing/understand-your-invoice.md") == "mine\n"
    assert shelf.read("README.md") == "# Read me\n"
    assert "id: 6\n" in shelf.read("billing/understand-your-invoice-6.md")
    assert shelf.pull().ok().rows == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd.md"),
        ("/etc/passwd", "etc-passwd.md"),
        ("C:\\Windows\\x", "c-windows-x.md"),
        ("CON", "con_.md"),
        ("lpt1", "lpt1_.md"),
        ("..", "article-31.md"),
        ("🚢✈️", "article-31.md"),
        ("Sail 🚢 away", "sail-away.md"),
        (".hidden", "hidden.md"),
        ("a\x1b[31m\u202eb", "a-31m-b.md"),
        ("日本語の記事", "日本語の記事.md"),
        ("Cafe\u0301 au lait", "café-au-lait.md"),
        ("x" * 300, "x" * 60 + ".md"),
        ("漢" * 255, "漢" * 60 + ".md"),
        ("holiday opening hours", "holiday-opening-hours-31.md"),
    ],
)
def test_a_title_is_a_safe_name(shelf: Shelf, title: str, name: str, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert shelf.make(title) == "31"
    shelf.pull().ok()
    assert name in shelf.paths()
    assert set(tmp_path.iterdir()) - before == {shelf.root}
    assert shelf.pull().ok().rows == []
    assert shelf.diff("-o", "json").ok().json == []


def test_articles_and_collections_of_one_name_have_places_of_their_own(shelf: Shelf) -> None:
    first = shelf.run("request", "POST", "/help_center/collections", "name=Twins").ok().json["id"]
    second = shelf.run("request", "POST", "/help_center/collections", "name=TWINS").ok().json["id"]
    for parent in (first, first, second):
        shelf.make("Same", "-F", f"parent_id={parent}", "parent_type=collection")
    shelf.pull().ok()
    ours = {path for path in shelf.paths() if path.startswith("twins")}
    assert len(ours) == 3
    assert f"twins-{second}/same.md" in ours
    assert shelf.pull().ok().rows == []


def test_a_link_does_not_lead_out_of_the_folder(shelf: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shelf.root.mkdir()
    (shelf.root / "billing").symlink_to(outside)
    ran = shelf.pull()
    assert ran.code == 12
    assert "would lie outside" in ran.err
    assert list(outside.iterdir()) == []


def test_one_collection_with_all_inside_it(shelf: Shelf) -> None:
    shelf.pull("--collection", "billing").ok()
    assert all(path.startswith("billing/") for path in shelf.paths())
    assert REFUND in shelf.paths()
    assert len(shelf.paths()) == 9


def test_one_state(shelf: Shelf) -> None:
    shelf.pull("--state", "draft").ok()
    assert len(shelf.paths()) == 4
    assert all("state: draft\n" in shelf.read(path) for path in shelf.paths())


def test_a_dry_run_lists_what_would_be_written_and_writes_nothing(shelf: Shelf) -> None:
    ran = shelf.pull("-n").ok()
    assert len(ran.rows) == 38
    assert not shelf.root.exists()
    assert "38 files would be written." in ran.err
    shelf.pull().ok()
    shelf.change(6, "title=Other")
    before = shelf.all()
    assert [row["change"] for row in shelf.pull("--dry-run").ok().rows] == ["moved"] * 3
    assert shelf.all() == before


def test_articles_that_are_gone_are_told_and_their_files_stay(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.run("articles", "delete", "30", "--yes").ok()
    ran = shelf.pull().ok()
    assert "holiday-opening-hours.md: its article is no longer at Intercom" in ran.err
    assert "holiday-opening-hours.md" in shelf.paths()


def test_a_file_that_was_removed_comes_back(shelf: Shelf) -> None:
    shelf.pull().ok()
    before = shelf.all()
    (shelf.root / INVOICE).unlink()
    assert [row["path"] for row in shelf.pull().ok().rows] == [INVOICE]
    assert shelf.all() == before


def test_without_the_state_nothing_that_differs_is_written_over(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.edit(INVOICE, "Choose a month", "Choose a year")
    before = shelf.all()
    (shelf.root / ".intercom-articles.json").unlink()
    ran = shelf.pull()
    assert ran.code == 11
    assert [(row["change"], row["path"]) for row in ran.rows] == [("conflict", INVOICE)]
    after = shelf.all()
    state = json.loads(after.pop(".intercom-articles.json"))
    assert after == {path: text for path, text in before.items() if path.endswith(".md")}
    assert len(state["articles"]) == 30


def test_line_ends_of_windows_are_no_edit_and_are_kept(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.write(INVOICE, shelf.read(INVOICE).replace("\n", "\r\n"))
    assert shelf.pull().ok().rows == []
    assert shelf.diff("-o", "json").ok().json == []
    shelf.change(6, "description=New")
    shelf.pull().ok()
    text = shelf.read(INVOICE)
    assert "description: New\r\n" in text
    assert text.count("\n") == text.count("\r\n")


def test_what_is_broken_in_a_file_is_told_with_its_line(shelf: Shelf) -> None:
    for text, told in (
        ("---\ntitle: x\nstate: [draft\n---\n", "broken.md:3: "),
        ("---\ntitle: 'x\n---\n", "broken.md:"),
        ("---\nstate: draft\n---\n", "broken.md: a title is missing."),
        ("---\ntitle: x\nstate: live\n---\n", "broken.md: state is published or draft, not 'live'"),
        ("---\ntitle: x\nsate: draft\n---\n", "did you mean state?"),
        ("---\ntitle: [x]\n---\n", "broken.md: title must be one text."),
        ("---\ntitle: x\nid: ../1\nlocale: en\n---\n", "'../1' is no article's id."),
        ("---\ntitle: x\nid: 1\n---\n", "the locale is missing"),
    ):
        shelf.write("broken.md", text)
        for ran in (shelf.pull(transport=Unreachable()), shelf.push(transport=Unreachable())):
            assert ran.code == 2
            assert told in ran.error["message"], ran.err
            assert len(ran.err.splitlines()) == 1


def test_a_file_that_is_no_text_is_told(shelf: Shelf) -> None:
    shelf.root.mkdir()
    (shelf.root / "x.md").write_bytes(b"---\ntitle: \xff\n---\n")
    ran = shelf.pull(transport=Unreachable())
    assert ran.code == 2
    assert "x.md is no UTF-8 text." in ran.err


def test_two_files_cannot_be_the_same_article(shelf: Shelf) -> None:
    shelf.pull().ok()
    shelf.write("copy.md", shelf.read(INVOICE))
    ran = shelf.push(transport=Unreachable())
    assert ran.code == 2
    assert f"copy.md and {INVOICE} both say they are article 6." in ran.error["message"]


def test_wrong_names_send_nothing_wide(run: FrontDoor, shelf: Shelf) -> None:
    for words in (["pull", ""], ["push", " "], ["diff", ""], ["push", "nowhere"]):
        assert run("articles", *words, transport=Unreachable()).code == 2
    for words in (["--collection", ""], ["--collection", "nothing"]):
        ran = shelf.pull(*words)
        assert ran.code in {2, 6}
        assert writes(ran) == []
        assert not shelf.paths()


def test_files_of_another_workspace_are_refused(shelf: Shelf) -> None:
    shelf.pull().ok()
    state = shelf.root / ".intercom-articles.json"
    state.write_text(state.read_text().replace('"sandbox1"', '"other"'))
    shelf.edit(INVOICE, "Choose a month", "Choose a year")
    for ran in (shelf.pull(), shelf.push("--yes")):
        assert ran.code == 2
        assert "are of workspace other" in ran.err
        assert writes(ran) == []


def test_a_state_that_cannot_be_read_is_told(shelf: Shelf) -> None:
    for text in ("{", "[]", '{"workspace": "x", "articles": {"1": {"en": {}}}}'):
        shelf.write(".intercom-articles.json", text)
        ran = shelf.pull(transport=Unreachable())
        assert ran.code == 12
        assert "cannot be read" in ran.err
