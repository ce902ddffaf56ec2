"""Whatever is written after --where, --sort, --fields and --limit, the program keeps its word.

It answers, or refuses and has sent nothing; it never stumbles.
"""

from __future__ import annotations

from front_door import FrontDoor, Ran
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from intercom_cli.vocabulary import SIGNS, vocabularies

NOUNS = ("contacts", "companies", "conversations", "tickets", "articles", "tags", "calls")
# Not here: names that are looked up, which sends something before it can be refused, and fields
# and attributes that only Intercom knows enough of to refuse what does not fit them.
ASKED = {
    noun: [
        field
        for field in vocabularies()[noun]
        if field.type and field.shown and not field.name.endswith("_attributes.")
    ]
    for noun in NOUNS
}
WORDS = (
    *SIGNS, "and", "or", "not", "in", "between", "is", "null", "ago", "(", ")", ",", "'x'", '"y-z"',
    "7d", "2026-01", "2026-02-30", "9999-12-31", "yesterday", "99999999999y", "true", "1", "-1",
    "1e400", "NaN", "\\", "'", '"', "!", "ünï", "\x00", "\x1b[31m", "\ud800", "٣d", "²",
)  # fmt: skip
quick = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
any_text = st.text(max_size=30)


@st.composite
def said(draw: st.DrawFn) -> tuple[str, str]:
    """A noun, and something that comes near to an expression about it."""
    noun = draw(st.sampled_from(NOUNS))
    fields = ASKED[noun]
    values = {value for field in fields for value in field.values}
    piece = st.sampled_from([one.name for one in fields if one.name[-1] != "."]) | st.sampled_from(
        WORDS
    )
    pieces = draw(st.lists(piece | st.sampled_from(sorted(values) or ["x"]) | any_text, max_size=9))
    return noun, draw(st.sampled_from(["", " "])).join(pieces)


@st.composite
def sound(draw: st.DrawFn) -> tuple[str, str]:
    """A noun, and comparisons of its fields with values that may not fit."""
    noun = draw(st.sampled_from(NOUNS))
    fields = ASKED[noun]
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        field = draw(st.sampled_from(fields))
        value = st.sampled_from([*field.values, "x", "7", "null", '"a b"', "2026-01", "2w ago"])
        test = draw(st.sampled_from([*(f"{sign} {{}}" for sign in SIGNS), "in ({}, {})", "is null",
                                     "between {} and {}", "not in ({})", "is not null"]))  # fmt: skip
        part = (
            f"{field.name}{'x' * field.name.endswith('.')} {test.format(draw(value), draw(value))}"
        )
        parts.append(draw(st.sampled_from(["{}", "not {}", "({})", "not ({})"])).format(part))
    return noun, draw(st.sampled_from([" and ", " or "])).join(parts)


def kept(ran: Ran) -> None:
    assert ran.code in {0, 2}, f"{ran.code}\n{ran.err}"
    assert "Traceback" not in ran.err
    if ran.code == 2:
        assert ran.sent() == []
        assert ran.out == ""
        assert ran.error["message"]


@quick
@given(said())
@example(("contacts", ""))
@example(("contacts", "created_at > 99999999999999999999y"))
@example(("contacts", "created_at > ²"))
@example(("contacts", "created_at > ٣d"))
@example(("companies", "size > 1e400"))
@example(("contacts", "(" * 500 + "role = user" + ")" * 500))
@example(("contacts", "not " * 5000 + "role = user"))
@example(("contacts", "role = user" + " or role = lead" * 3000))
@example(("contacts", "name ~ \ud800"))
@example(("companies", "created_at between 9999-12-31 and 0001-01-01"))
def test_any_expression_is_answered_or_refused(run: FrontDoor, given: tuple[str, str]) -> None:
    noun, text = given
    kept(run(noun, "list", "--where", text, "--limit", "2"))


@quick
@given(sound())
def test_any_comparison_is_answered_or_refused(run: FrontDoor, given: tuple[str, str]) -> None:
    noun, text = given
    kept(run(noun, "list", "--where", text, "--limit", "2"))


@quick
@given(
    st.sampled_from(NOUNS),
    st.sampled_from(
        [
            "created_at",
            "-created_at",
            "-",
            "--",
            "-id",
            "name",
            "custom_attributes.",
            "-name",
            "id,name",
            "updated_at ",
        ]
    )
    | any_text,
)
def test_any_order_is_taken_or_refused(run: FrontDoor, noun: str, order: str) -> None:
    ran = run(noun, "list", "--sort", order, "--limit", "2")
    if ran.code == 7:  # only Intercom knows which of the fields that it has it can sort by
        assert "cannot be sorted by" in ran.error["message"]
        return
    kept(ran)


@quick
@given(
    st.sampled_from(NOUNS),
    st.lists(st.sampled_from(["id", "name", "custom_attributes.plan", "tags.data.0.id", ".", "*",
                              "a..b", "", "-1"]) | any_text, max_size=4).map(",".join),
    st.sampled_from(["table", "json", "ndjson", "csv", "tsv", "yaml", "ids"]),
)  # fmt: skip
def test_any_fields_are_shown_or_refused(run: FrontDoor, noun: str, fields: str, form: str) -> None:
    ran = run(noun, "list", "--fields", fields, "-o", form, "--limit", "2")
    assert ran.code in {0, 2}, ran.err
    assert not (ran.code == 2 and ran.sent()), ran.err
    assert "Traceback" not in ran.err


@quick
@given(st.sampled_from(NOUNS), st.integers().map(str) | any_text | st.floats().map(str))
def test_any_limit_is_kept_or_refused(run: FrontDoor, noun: str, limit: str) -> None:
    ran = run(noun, "list", "--limit", limit)
    kept(ran)
    if ran.code == 0:
        assert len(ran.rows) <= int(limit)


def test_a_role_that_there_is_not_is_told_before_anything_is_sent(run: FrontDoor) -> None:
    ran = run("contacts", "list", "--where", "role in (user, customer)")
    kept(ran)
    assert "role is one of user, lead, not 'customer'" in ran.error["message"]
    assert run("contacts", "list", "--where", "role = LEAD", "--limit", "3").ok().rows
