"""Data connectors and their runs."""

from __future__ import annotations

from front_door import FrontDoor, Unreachable

CONNECTORS, RUNS = 25, 40


def test_every_connector_is_listed_over_several_pages(run: FrontDoor) -> None:
    for number in range(30):
        run("data-connectors", "create", "--name", f"More {number}").ok()
    ran = run("data-connectors", "list", "--all").ok()
    assert len(ran.rows) == CONNECTORS + 30
    assert len(ran.requests) == 3
    drafts = run("data-connectors", "list", "--all", "--where", "state = draft").ok().rows
    assert len(drafts) == 35


def test_a_connector_is_made_changed_and_deleted(run: FrontDoor) -> None:
    words = ["--name", "Stock", "--url", "https://shop.example", "--http-method", "get"]
    more = ["--audience", "users", "--audience", "leads", "--direct-fin-usage"]
    made = run("data-connectors", "create", *words, *more).ok()
    assert made.bodies() == [
        {
            "name": "Stock",
            "url": "https://shop.example",
            "http_method": "get",
            "audiences": ["users", "leads"],
            "direct_fin_usage": True,
        }
    ]
    number = made.json["id"]
    changed = run("data-connectors", "update", number, "--description", "What is left").ok()
    assert changed.sent() == [f"PATCH /data_connectors/{number}"]
    gone = run("data-connectors", "delete", number, "-y").ok()
    assert gone.err == f"Deleted data connector {number} in sandbox.\n"


def test_deleting_a_connector_asks_with_its_name(run: FrontDoor) -> None:
    asked = run("data-connectors", "delete", "5", stdin="n\n", terminal=True)
    assert "Delete data connector Refund status (5) from sandbox?" in asked.err
    assert asked.sent() == ["GET /data_connectors/5"]
    assert run("data-connectors", "delete", "1", "-y").code == 7  # it is in use


def test_the_runs_of_a_connector_come_over_several_pages(run: FrontDoor) -> None:
    ran = run("data-connectors", "runs", "1", "--since", "30d", "--all").ok()
    assert len(ran.rows) == RUNS
    assert len(ran.requests) == 3
    failed = run("data-connectors", "runs", "1", "--since", "30d", "--no-success", "--all").ok()
    assert {row["success"] for row in failed.rows} == {False}
    assert "success=false" in failed.sent()[0]
    words = ["--since", "30d", "--until", "1d", "--error-type", "3rd_party_error", "--bodies"]
    target = run("data-connectors", "runs", "1", *words).ok().sent()[0]
    for part in ("start_ts=", "end_ts=", "error_type=3rd_party_error", "include_bodies=true"):
        assert part in target


def test_one_run_and_one_version(run: FrontDoor) -> None:
    one = run("data-connectors", "run", "1", "2").ok()
    assert one.sent() == ["GET /data_connectors/1/execution_results/2"]
    assert one.json["request_body"]
    live = run("data-connectors", "get", "1", "--version", "live").ok()
    assert live.sent() == ["GET /data_connectors/1?state_version=live"]


def test_wrong_words_send_nothing(run: FrontDoor) -> None:
    for words in (
        ["create", "--url", "https://shop.example"],
        ["create", "--name", "X", "--audience", "lead"],
        ["create", "--name", "X", "--set", "colour=red"],
        ["update", "1"],
        ["runs", "1", "--error-type", "bad"],
        ["runs", "1", "--since", "soon"],
        ["get", ""],
    ):
        assert run("data-connectors", *words, transport=Unreachable()).code == 2, words


def test_what_a_connector_signs_in_with_is_never_shown(run: FrontDoor) -> None:
    headers = [
        '[{"name":"Authorization","value":"Basic opened"},{"name":"X-Api-Key","value":"opened"}',
        '{"value":"opened","name":"Session-Token"},{"name":"Accept","value":"text/csv"}]',
    ]
    words = ["data-connectors", "create", "--name", "Stock", "--headers", ",".join(headers)]
    dry = run(*words, "--dry-run", transport=Unreachable()).ok()
    assert [one["value"] for one in dry.json["body"]["headers"]] == ["***"] * 3 + ["text/csv"]
    seen = run(*words, "--debug").ok()
    assert "opened" in str(seen.bodies())
    assert '"X-Api-Key","value":"***"' in seen.err
    assert "text/csv" in seen.err
    for ran in (dry, seen):
        assert "opened" not in ran.out + ran.err
