"""Custom objects, by Intercom's id and by one's own."""

from __future__ import annotations

from front_door import FrontDoor, Unreachable

ORDERS = 30


def test_every_order_is_listed_over_several_pages(run: FrontDoor) -> None:
    for number in range(160):
        run("custom-objects", "upsert", "--type", "Order", "--external-id", f"more-{number}").ok()
    ran = run("custom-objects", "list", "--type", "Order", "--all").ok()
    assert len(ran.rows) == ORDERS + 160
    assert len(ran.requests) > 1


def test_orders_of_a_contact_and_of_a_conversation(run: FrontDoor) -> None:
    one = run("custom-objects", "get", "external:order_001", "--type", "Order").ok().json
    ties = one["custom_attributes"]
    mail = run("contacts", "get", ties["contact_id"]).ok().json["email"]
    words = ["custom-objects", "list", "--type", "Order", "--all"]
    found = run(*words, "--contact", mail).ok()
    assert one["id"] in [row["id"] for row in found.rows]
    assert found.sent()[0] == "POST /contacts/search"
    rows = run(*words, "--conversation", ties["conversation_id"]).ok().rows
    assert {row["custom_attributes"]["conversation_id"] for row in rows} == {
        ties["conversation_id"]
    }


def test_an_object_is_written_again_under_its_external_id(run: FrontDoor) -> None:
    words = ["custom-objects", "upsert", "--type", "Order", "--external-id", "A/1"]
    made = run(*words, "--set", "custom_attributes.order_number=A1").ok()
    assert made.bodies() == [{"external_id": "A/1", "custom_attributes": {"order_number": "A1"}}]
    again = run(*words, "--created-at", "2026-01-31T00:00Z").ok()
    assert again.json["id"] == made.json["id"]
    assert again.bodies()[0]["external_created_at"] == 1769817600
    assert again.err == f"Wrote custom object {made.json['id']} in sandbox.\n"


def test_deleting_uses_the_operation_that_does_it(run: FrontDoor) -> None:
    by_id = run("custom-objects", "delete", "1", "--type", "Order", "-y").ok()
    assert by_id.sent() == ["DELETE /custom_object_instances/Order/1"]
    words = ["custom-objects", "delete", "external:order_002", "--type", "Order"]
    assert run(*words, "-y").ok().sent() == [
        "DELETE /custom_object_instances/Order?external_id=order_002"
    ]
    assert run("custom-objects", "get", "1", "--type", "Order").code == 6
    assert run("custom-objects", "get", "external:order_002", "--type", "Order").code == 6


def test_deleting_asks_with_the_record_as_it_was_found(run: FrontDoor) -> None:
    words = ["custom-objects", "delete", "3", "--type", "Order"]
    assert run(*words, transport=Unreachable()).code == 3
    asked = run(*words, stdin="n\n", terminal=True)
    assert "Delete custom object Order order_003 (3) from sandbox?" in asked.err
    assert asked.sent() == ["GET /custom_object_instances/Order/3"]


def test_an_empty_external_id_deletes_nothing(run: FrontDoor) -> None:
    for text in ("external:", "external: ", ""):
        ran = run(
            "custom-objects", "delete", text, "--type", "Order", "-y", transport=Unreachable()
        )
        assert ran.code == 2, text
    ran = run("custom-objects", "list", "--type", "", transport=Unreachable())
    assert ran.code == 2


def test_an_object_needs_an_external_id(run: FrontDoor) -> None:
    words = ["--type", "Order", "--set", "custom_attributes.order_number=1"]
    ran = run("custom-objects", "create", *words, transport=Unreachable())
    assert ran.code == 2
    assert "--external-id" in ran.error["message"]


def test_a_table_tells_the_attributes_by_name(run: FrontDoor) -> None:
    words = ["custom-objects", "upsert", "--type", "Contract", "--external-id", "z"]
    run(
        *words, "--set", "custom_attributes.title=Big\x1b[2J", "--set", "custom_attributes.seats=7"
    ).ok()
    table = run("custom-objects", "list", "--type", "Contract", "--limit", "1", "-o", "table").ok()
    assert "title Big" in table.out
    assert "seats 7" in table.out
    assert "\x1b" not in table.out
    narrow = run("custom-objects", "list", "--type", "Order", terminal=True, COLUMNS="80").ok()
    assert "order_number ORDER-10030, total" in narrow.out
    shown = run("custom-objects", "list", "--type", "Contract", "--limit", "1").ok().rows[0]
    assert shown["custom_attributes"]["seats"] == 7
