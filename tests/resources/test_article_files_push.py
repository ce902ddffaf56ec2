"""Article files pushed back: exactly what differs, asked for where readers see it, never blindly."""

from __future__ import annotations

import json
from typing import Any

import httpx2 as httpx
import pytest
from article_folder import Shelf, shelf, writes
from front_door import FrontDoor, refusal

INVOICE = "billing/understand-your-invoice.md"
DRAFT = "billing/add-vat-and-tax-numbers.md"

__all__ = ["shelf"]


def sent(ran: Any) -> list[tuple[str, Any]]:
    """Each request that changed something, with its body."""
    pairs = zip(ran.sent(), ran.bodies(), strict=True)
    return [(line, body) for line, body in pairs if not line.startswith("GET ")]


@pytest.fixture
def pulled(shelf: Shelf) -> Shelf:
    shelf.pull().ok()
    return shelf


def test_what_was_pulled_and_not_edited_is_not_pushed(pulled: Shelf) -> None:
    for ran in (pulled.push(), pulled.push("--publish"), pulled.push("--force")):
        assert ran.ok().sent() == ["GET /me"], "whose workspace this is"
        assert ran.err == f"Nothing to push from {pulled.root}.\n"
    diff = pulled.diff("--exit-code").ok()
    assert diff.out == ""


def test_every_seeded_article_comes_back_as_it_was(pulled: Shelf) -> None:
    before = pulled.run("articles", "list", "--all").ok().rows
    for path in pulled.paths():
        pulled.write(path, pulled.read(path) + "\n")
    (pulled.root / ".intercom-articles.json").unlink()
    ran = pulled.push("--yes").ok()
    assert writes(ran) == []
    assert pulled.run("articles", "list", "--all").ok().rows == before


def test_only_what_differs_is_sent(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "title: Add VAT and tax numbers", "title: Add your VAT number")
    ran = pulled.push().ok()
    assert sent(ran) == [("PUT /articles/11", {"title": "Add your VAT number"})]
    assert ran.rows == [
        {"change": "changed", "path": DRAFT, "id": "11", "title": "Add your VAT number"}
    ]
    assert ran.err == "Pushed 1 article in sandbox.\n"
    assert writes(pulled.push().ok()) == []
    assert pulled.pull().ok().rows == []


def test_a_block_that_was_not_touched_is_sent_as_it_came(pulled: Shelf) -> None:
    odd = (
        '<p class="no-margin intercom-align-center">Centred</p>'
        '<p class="no-margin">A <a class="intercom-content-link" href="https://a.test"'
        ' rel="nofollow">link</a></p>'
        '<iframe allowfullscreen="" src="https://v.test"></iframe>'
        '<p class="no-margin">Last</p>'
    )
    pulled.change(11, f"body={odd}")
    pulled.pull().ok()
    text = pulled.read(DRAFT)
    assert "A [link](https://a.test)\n" in text
    assert '<iframe allowfullscreen="" src="https://v.test"></iframe>\n' in text
    pulled.edit(DRAFT, "Last", "Last **word**")
    [(_, body)] = sent(pulled.push().ok())
    assert body == {"body": odd.replace("Last", "Last <b>word</b>")}
    assert pulled.article(11)["body"] == body["body"]


def test_all_languages_of_an_article_go_in_one_request(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    french = INVOICE.replace(".md", ".fr.md")
    pulled.edit(french, "title: Comprendre votre facture", "title: Vos factures")
    [(line, body)] = sent(pulled.push("--yes").ok())
    assert line == "PUT /articles/6"
    assert "Choose a year" in body["body"]
    assert body["translated_content"] == {"fr": {"title": "Vos factures"}}


def test_a_new_translation_is_added_to_its_article(pulled: Shelf) -> None:
    path = DRAFT.replace(".md", ".de.md")
    pulled.write(path, "---\ntitle: Steuernummern\n---\nHallo\n")
    [(line, body)] = sent(pulled.push().ok())
    assert line == "PUT /articles/11"
    author = pulled.article(11)["author_id"]
    assert body == {
        "translated_content": {
            "de": {
                "title": "Steuernummern",
                "state": "draft",
                "author_id": author,
                "body": '<p class="no-margin">Hallo</p>',
            }
        }
    }
    assert pulled.read(path).startswith("---\nid: 11\ntitle: Steuernummern\nlocale: de\n")
    assert pulled.pull().ok().rows == []


def test_a_file_without_an_id_becomes_a_draft_by_the_admin_who_is_signed_in(
    pulled: Shelf,
) -> None:
    text = '---\n# mine\ntitle: "Moor: safely"  # good\ndescription: How\n---\n# Hi\n\n* a\n* b\n'
    pulled.write("billing/moor.md", text)
    pulled.write("billing/moor.de.md", "---\ntitle: Festmachen\n---\nHallo\n")
    ran = pulled.push().ok()
    [(line, body)] = sent(ran)
    me = int(pulled.run("request", "/me").ok().json["id"])
    assert line == "POST /articles"
    assert body == {
        "title": "Moor: safely",
        "description": "How",
        "state": "draft",
        "author_id": me,
        "body": '<h1>Hi</h1><ul><li><p class="no-margin">a</p></li>'
        '<li><p class="no-margin">b</p></li></ul>',
        "parent_id": 2,
        "parent_type": "collection",
        "translated_content": {
            "de": {
                "title": "Festmachen",
                "state": "draft",
                "author_id": me,
                "body": '<p class="no-margin">Hallo</p>',
            }
        },
    }
    written = pulled.read("billing/moor.md")
    assert written.startswith('---\nid: 31\n# mine\ntitle: "Moor: safely"  # good\n')
    assert written.endswith("---\n# Hi\n\n* a\n* b\n"), "the text stays as it was typed"
    assert "id: 31\n" in pulled.read("billing/moor.de.md")
    assert writes(pulled.push().ok()) == []
    assert pulled.pull().ok().rows == []
    assert pulled.paths() >= {"billing/moor.md", "billing/moor.de.md"}


def test_new_files_are_written_by_the_author_named(pulled: Shelf) -> None:
    admins = pulled.run("admins", "list").ok().rows
    other = admins[-1]
    pulled.write("x.md", "---\ntitle: X\n---\n")
    pulled.write("y.md", f"---\ntitle: Y\nauthor: {admins[0]['email']}\n---\n")
    bodies = {body["title"]: body for _, body in sent(pulled.push("--admin", other["email"]).ok())}
    assert bodies["X"]["author_id"] == int(other["id"])
    assert bodies["Y"]["author_id"] == int(admins[0]["id"])
    pulled.write("z.md", "---\ntitle: Z\nauthor: nobody@acme.test\n---\n")
    ran = pulled.push()
    assert ran.code == 6
    assert "z.md: there is no admin 'nobody@acme.test'." in ran.error["message"]
    assert writes(ran) == []


def test_a_file_in_another_folder_is_moved_to_that_collection(pulled: Shelf) -> None:
    (pulled.root / "holiday-opening-hours.md").rename(pulled.root / "developers/holidays.md")
    assert pulled.diff().ok().out == ("moved developers/holidays.md: no collection to Developers\n")
    ran = pulled.push().ok()
    assert sent(ran) == [("PUT /articles/30", {"parent_id": 6, "parent_type": "collection"})]
    assert "collection: Developers\n" in pulled.read("developers/holidays.md")
    assert pulled.pull().ok().rows == []
    assert writes(pulled.push().ok()) == []


def test_the_collection_in_a_file_counts_as_well(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "collection: Billing", "collection: [Developers, Integrations and reports]")
    [(_, body)] = sent(pulled.push().ok())
    assert body == {"parent_id": 7, "parent_type": "collection"}
    assert pulled.article(11)["parent_ids"] == [6, 7]


def test_a_file_cannot_be_in_two_collections_or_leave_all(pulled: Shelf) -> None:
    moved = "developers/vat.md"
    (pulled.root / DRAFT).rename(pulled.root / moved)
    pulled.edit(moved, "collection: Billing", "collection: For partners")
    ran = pulled.push()
    assert ran.code == 2
    assert f"{moved} was moved to developers, but its collection is For partners." in ran.err
    (pulled.root / moved).rename(pulled.root / "vat.md")
    pulled.edit("vat.md", "collection: For partners", "collection: Billing")
    ran = pulled.push()
    assert ran.code == 11
    assert "vat.md cannot leave its collection for none" in ran.error["message"]
    assert writes(ran) == []


def test_missing_collections_are_made_after_asking(pulled: Shelf) -> None:
    pulled.write("billing/New things/inside/a.md", "---\ntitle: A\n---\n")
    pulled.write("billing/New things/b.md", "---\ntitle: B\n---\n")
    ran = pulled.push()
    assert ran.code == 3
    assert "Make the collection Billing > New things" in ran.error["message"]
    assert writes(ran) == []
    ran = pulled.push("--yes").ok()
    assert sent(ran)[:2] == [
        ("POST /help_center/collections", {"name": "New things", "parent_id": "2"}),
        ("POST /help_center/collections", {"name": "inside", "parent_id": "9"}),
    ]
    bodies = {body.get("title"): body for _, body in sent(ran)}
    assert bodies["A"]["parent_id"] == 10
    assert bodies["B"]["parent_id"] == 9
    assert pulled.pull().ok().rows == [], "they stay in the folders they were put into"


def test_what_readers_see_is_asked_for_once_with_the_list(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.edit(DRAFT, "state: draft", "state: published")
    pulled.edit("developers/api-errors.md", "state: published", "state: draft")
    no = pulled.push(terminal=True, stdin="n\n", NO_COLOR="1")
    assert no.code == 3
    assert writes(no) == []
    assert (
        no.err
        == (
            "  publish   billing/add-vat-and-tax-numbers.md  Add VAT and tax numbers\n"
            "  change    billing/understand-your-invoice.md  Understand your invoice\n"
            "  withdraw  developers/api-errors.md  API errors\n"
            "Change what customers read in these 3 articles in sandbox? [y/N] "
            "Nothing was done: the answer was no.\n"
        )
        or no.err.count("?") == 1
    )
    alone = pulled.push()
    assert alone.code == 3
    assert writes(alone) == []
    yes = pulled.push(terminal=True, stdin="y\n").ok()
    assert len(writes(yes)) == 3
    assert pulled.article(11)["state"] == "published"
    assert pulled.article(20)["state"] == "draft"
    assert "url: https://" in pulled.read(DRAFT)


def test_drafts_are_pushed_without_asking(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    assert len(writes(pulled.push().ok())) == 1


def test_publish_publishes_what_is_pushed_and_says_so_in_the_file(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    assert pulled.push("--publish").code == 3
    pulled.push("--publish", "--yes").ok()
    assert pulled.article(11)["state"] == "published"
    assert "state: published\n" in pulled.read(DRAFT)
    drafts = pulled.run("articles", "list", "--where", "state = draft").ok().rows
    assert len(drafts) == 3, "what is not pushed stays a draft"


def test_what_changed_at_intercom_since_the_pull_is_not_replaced(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    pulled.change(6, "description=Theirs")
    ran = pulled.push("--yes")
    assert ran.code == 11
    assert writes(ran) == ["PUT /articles/11"], "the others are pushed"
    assert f"Not pushed: {INVOICE} changed at Intercom since the pull" in ran.err
    assert pulled.article(6)["description"] == "Theirs"
    [row] = [row for row in ran.rows if row["change"] == "conflict"]
    assert row["path"] == INVOICE
    diff = pulled.diff().ok()
    assert diff.err == f"warning: {INVOICE} changed at Intercom since the pull.\n"
    pulled.change(9, "title=Money back")
    path = "billing/refunds-and-failed-payments/get-a-refund.md"
    assert f"\n{path} changed at Intercom since the pull.\n" in pulled.diff().ok().err
    pulled.push("--force", "--yes").ok()
    assert "Choose a year" in pulled.article(6)["body"]


def test_a_change_within_the_same_second_is_seen(pulled: Shelf) -> None:
    state = json.loads(pulled.read(".intercom-articles.json"))
    assert "updated_at" not in json.dumps(state), "the texts are compared, not the times"
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    pulled.change(11, "title=Theirs")
    assert pulled.push().code == 11


def test_a_draft_that_waits_at_intercom_is_not_replaced(pulled: Shelf) -> None:
    path = "billing/change-your-plan.md"
    pulled.edit(path, "Choose another plan", "Choose the other plan")
    ran = pulled.push("--yes")
    assert ran.code == 11
    assert f"{path} has a draft waiting at Intercom, see: intercom articles draft 7" in ran.err
    assert writes(ran) == []
    [(_, body)] = sent(pulled.push("--yes", "--force").ok())
    assert body["state"] == "published", "else it would only change the draft"
    assert "Choose the other plan" in pulled.article(7)["body"]


def test_a_file_whose_article_is_gone_is_told(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    pulled.run("articles", "delete", "11", "--yes").ok()
    ran = pulled.push()
    assert ran.code == 11
    assert f"{DRAFT} is no longer at Intercom" in ran.error["message"]
    assert f"{DRAFT} is no longer at Intercom." in pulled.diff().ok().err


def test_one_refusal_does_not_stop_the_others(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    pulled.edit("developers/migrate-to-version-3-of-the-api.md", "Test", "Try")

    class Refusing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PUT" and request.url.path == "/articles/11":
                return refusal(400, "parameter_invalid", "No such thing")
            return pulled.run.inner.handle_request(request)

    ran = pulled.push(transport=Refusing())
    assert ran.code == 11
    assert [(row["change"], row["id"]) for row in ran.rows] == [("failed", "11"), ("changed", "21")]
    assert f"Not pushed: {DRAFT}: " in ran.err
    assert "No such thing" in ran.err
    assert writes(pulled.push().ok()) == ["PUT /articles/11"], "only that is left"


def test_ctrl_c_leaves_what_is_done_done(pulled: Shelf) -> None:
    pulled.write("a.md", "---\ntitle: A\n---\n")
    pulled.write("b.md", "---\ntitle: B\n---\n")

    class Stopping(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "POST" and b'"B"' in request.content:
                raise KeyboardInterrupt
            return pulled.run.inner.handle_request(request)

    assert pulled.push(transport=Stopping()).code == 130
    assert "id: 31\n" in pulled.read("a.md")
    assert pulled.read("b.md") == "---\ntitle: B\n---\n"
    assert [row["path"] for row in pulled.push().ok().rows] == ["b.md"]
    assert not [name for name in pulled.all() if name.endswith(".part")]


def test_a_dry_run_shows_every_request_and_changes_nothing(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    pulled.write("New/a.md", "---\ntitle: A\n---\n")
    before = pulled.all()
    ran = pulled.push("--dry-run").ok()
    assert writes(ran) == []
    assert pulled.all() == before
    shown = [(row["method"], row["url"].split("localhost")[1]) for row in ran.rows]
    assert shown == [
        ("POST", "/help_center/collections"),
        ("POST", "/articles"),
        ("PUT", "/articles/6"),
    ]
    assert ran.rows[1]["body"]["parent_id"] == "COLLECTION_ID"
    real = pulled.push("--yes").ok()
    assert sent(real)[2][1] == ran.rows[2]["body"]


def test_a_workspace_for_reading_only_is_not_written_to(pulled: Shelf) -> None:
    config = pulled.run.config / "config.toml"
    config.write_text(config.read_text() + "read_only = true\n")
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    ran = pulled.push()
    assert ran.code == 2
    assert "reading only" in ran.err
    assert writes(ran) == []
    assert pulled.pull().ok()


def test_a_diff_is_a_patch_of_what_would_change(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")
    ran = pulled.diff().ok()
    assert f"--- intercom/{INVOICE}\n+++ {INVOICE}\n" in ran.out
    assert "-2. Choose a month\n+2. Choose a year\n" in ran.out
    assert writes(ran) == []
    assert pulled.diff("--exit-code").code == 1
    [row] = pulled.diff("-o", "json").ok().json
    assert row["fields"] == ["body"]
    assert row["diff"] + "\n" == ran.out


def test_another_way_to_write_the_same_is_no_difference(pulled: Shelf) -> None:
    text = pulled.read(INVOICE)
    pulled.write(INVOICE, text.replace("1. Open", "1)  Open").replace("2. C", "2)  C")
                 .replace("3. D", "3)  D").replace("**Still stuck?**", "__Still stuck?__"))  # fmt: skip
    assert pulled.diff("--exit-code").ok().out == ""
    assert writes(pulled.push().ok()) == []


def test_a_diff_says_what_is_new_at_intercom(pulled: Shelf) -> None:
    pulled.make("Brand new")
    assert f"1 article at Intercom is not in {pulled.root}." in pulled.diff().ok().err
    pulled.write("notes.md", "just notes\n")
    assert "Left alone, for they have no front matter: notes.md." in pulled.diff().ok().err


def test_a_diff_does_not_begin_behind_what_told_of_progress(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    ran = pulled.diff(terminal=True).ok()
    assert "Reading articles" in ran.err
    assert ran.err.endswith(" \r")


def test_a_diff_on_a_terminal_is_safe_and_in_colour(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type \x1b]0;owned\x07 the number")
    ran = pulled.diff(terminal=True, TERM="xterm").ok()
    assert "\x1b[31m-2. Enter the number\x1b[0m" in ran.out
    assert "\x1b]0" not in ran.out
    assert "\x1b[" not in pulled.diff(terminal=True, NO_COLOR="1").ok().out


def test_a_gateways_page_is_no_success(pulled: Shelf, run: FrontDoor) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")
    before = pulled.all()

    class Gateway(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PUT":
                return httpx.Response(200, headers={"content-type": "text/html"}, text="<p>Hi")
            return run.inner.handle_request(request)

    ran = pulled.push(transport=Gateway())
    assert ran.code == 11
    assert {k: v for k, v in pulled.all().items() if k.endswith(".md")} == {
        k: v for k, v in before.items() if k.endswith(".md")
    }


def test_what_is_typed_while_it_runs_is_not_lost(pulled: Shelf) -> None:
    pulled.edit(DRAFT, "Enter the number", "Type the number")

    class Typing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "PUT" or request.url.path == "/help_center/collections":
                pulled.write(DRAFT, pulled.read(DRAFT) + "More\n")
            return pulled.run.inner.handle_request(request)

    pulled.push(transport=Typing()).ok()
    assert "Type the number" in pulled.article(11)["body"]
    assert pulled.read(DRAFT).endswith("More\nMore\n")
    assert "+More" in pulled.diff().ok().out, "it is an edit that is not pushed yet"
    pulled.push().ok()
    pulled.change(11, "description=Theirs")
    ran = pulled.pull(transport=Typing()).ok()
    assert [(row["change"], row["path"]) for row in ran.rows] == [("kept", DRAFT)]
    assert pulled.read(DRAFT).endswith("More\nMore\nMore\n")


def test_odd_texts_survive_without_a_difference(pulled: Shelf) -> None:
    pulled.change(11, "title=  two  spaces ", "description=yes: [no] # 'x'\n- \t\u2028y\r\nz",
                  "body=<p>a&#13;b\r\nc&nbsp;d</p><pre>x\r\n\r\ny</pre>")  # fmt: skip
    pulled.pull().ok()
    assert pulled.pull().ok().rows == []
    [path] = [path for path in pulled.paths() if "two-spaces" in path]
    pulled.write(path, pulled.read(path) + "\n")
    assert writes(pulled.push().ok()) == []
    assert pulled.diff("-o", "json").ok().json == []


def test_what_changes_while_the_question_stands_is_not_replaced(pulled: Shelf) -> None:
    pulled.edit(INVOICE, "Choose a month", "Choose a year")

    class Slow(httpx.BaseTransport):
        looked = 0

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/articles/6" and request.method == "GET":
                self.looked += 1
                if self.looked == 2:
                    pulled.change(6, "title=Theirs")
            return pulled.run.inner.handle_request(request)

    ran = pulled.push(terminal=True, stdin="y\n", transport=Slow())
    assert ran.code == 11
    assert writes(ran) == []
    assert pulled.article(6)["title"] == "Theirs"


def test_a_file_that_is_not_there_is_called_a_file(shelf: Shelf) -> None:
    refused = shelf.run("articles", "push", "nowhere/new.md")
    assert refused.code == 2
    assert refused.error["message"] == "There is no file nowhere/new.md."


def test_the_id_of_a_new_article_is_in_the_answer(shelf: Shelf) -> None:
    shelf.write("new.md", "---\ntitle: Brand new\n---\n\nHello.\n")
    made = shelf.run("articles", "push", str(shelf.root / "new.md"), "--yes").ok().json
    assert shelf.article(made["id"])["title"] == "Brand new"
