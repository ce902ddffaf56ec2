"""TAB knows fields, operators and values: in --fields, --sort and within --where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest
from shell_lines import SCRIPTS, Desk, Screen, Zsh, bash, fish, need

from intercom_cli import discovery
from intercom_cli.query.where import parse
from intercom_cli.resolving import known_of

pytestmark = pytest.mark.shells

Answers = Callable[[Desk, list[str]], list[list[str]]]
LIST = "intercom contacts list "
OPERATORS = ["role !=", "role =", "role in", "role is", "role not"]
# What is offered at the end of each beginning; the words are the same in every shell.
WITHIN = {
    "em": ["email", "email_domain"],
    "role": OPERATORS,
    "role ": OPERATORS,
    "role = ": ["role = lead", "role = user"],
    "role = le": ["role = lead"],
    "unsubscribed_from_emails != ": [
        "unsubscribed_from_emails != false",
        "unsubscribed_from_emails != true",
    ],
    "created_at > t": ["created_at > today"],
    "created_at between 7d an": [
        "created_at between 7d and 30d",
        "created_at between 7d and 7d",
        "created_at between 7d and today",
        "created_at between 7d and yesterday",
    ],
    "created_at is n": ["created_at is not", "created_at is null"],
    "created_at not in": ["created_at not in (30d", "created_at not in (7d", "created_at not in (today",
                          "created_at not in (yesterday"],
    "name = x ": ["name = x and", "name = x or"],
    'name = "a b" ': ['name = "a b" and', 'name = "a b" or'],
    "(role = user or not (em": ["(role = user or not (email", "(role = user or not (email_domain"],
    "role in (us": ["role in (user)", "role in (user,"],
    "role in (lead, u": ["role in (lead, user)", "role in (lead, user,"],
    "role in (user)": ["role in (user) and", "role in (user) or"],
    "AND": [],
    "last_seen_at < 2w ago ": ["last_seen_at < 2w ago and", "last_seen_at < 2w ago or"],
    'name = "a b': [],
    "custom_attributes.x ^ ": [],
    "role = user and em": ["role = user and email", "role = user and email_domain"],
    "role = user or cust": ["role = user or custom_attributes.",
                            "role = user or custom_attributes.NAME"],
}  # fmt: skip


@pytest.fixture(params=[bash, fish], ids=["bash", "fish"])
def answers(request: pytest.FixtureRequest) -> Answers:
    need(request.param.__name__)
    found: Answers = request.param
    return found


def test_an_expression_goes_on_within_its_quotes(answers: Answers, desk: Desk) -> None:
    found = answers(desk, [f"{LIST}--where '{text}" for text in WITHIN])
    assert {text: sorted(got) for text, got in zip(WITHIN, found, strict=True)} == WITHIN


def test_fields_are_offered_in_lists_and_each_once(answers: Answers, desk: Desk) -> None:
    lines = [f"{LIST}--fields location.c", f"{LIST}--fields id,na", f"{LIST}--fields id,name,"]
    first, second, third = answers(desk, lines)
    assert sorted(first) == ["location.city", "location.country"]
    assert second == ["id,name"]
    assert "id,name,email" in third
    assert not {"id,name,id", "id,name,name"} & {*third}


def test_what_is_shown_is_offered_and_not_what_only_a_search_knows(
    answers: Answers, desk: Desk
) -> None:
    lines = ["intercom contacts companies jane --fields plan.", f"{LIST}--fields segm"]
    lines += ["intercom data-connectors runs --fields http_s", "intercom status --fields "]
    found = answers(desk, lines)
    assert [sorted(got) for got in found] == [["plan.id", "plan.name"], [], ["http_status"], []]


def test_groups_are_fields_and_spans_of_times(answers: Answers, desk: Desk) -> None:
    lines = [f"{LIST}--group-by role,creat", f"{LIST}--group-by created_at:", f"{LIST}--fields cr"]
    lines += [f"{LIST}--group-by role,created_at:m"]
    first, second, third, fourth = answers(desk, lines)
    assert (first, third) == (["role,created_at"], ["created_at"])
    spans = {"day", "week", "month", "year"}
    assert {name.split(":")[-1] for name in second} == spans
    assert fourth[0].split(":")[-1] == "month"


def test_sorting_takes_fields_in_both_directions(answers: Answers, desk: Desk) -> None:
    lines = [f"{LIST}--sort cre", f"{LIST}--sort -cre", f"{LIST}--sort custom"]
    lines += ["intercom tickets list --sort snoo"]
    assert answers(desk, lines) == [["created_at"], ["-created_at"], [], ["snoozed_until"]]


def test_every_noun_has_fields_of_its_own(answers: Answers, desk: Desk) -> None:
    lines = ["intercom tickets list --where 'category = t", "intercom tags list --where 'na"]
    lines += ["intercom articles list --where 'state = d", "intercom calls list --fields dir"]
    first, second, third, fourth = answers(desk, lines)
    assert sorted(first) == ["category = task", "category = tracker"]
    assert "name ~" in second
    assert third == ["state = draft"]
    assert fourth == ["direction"]


@pytest.mark.parametrize("strict", ["set -u", "set -f", "IFS=_", "shopt -s nullglob failglob"])
def test_bash_knows_fields_whatever_the_person_has_set(desk: Desk, strict: str) -> None:
    need("bash")
    lines = [f"{LIST}--where 'role in (us", f"{LIST}--fields id,na", f"{LIST}--where 'role =  "]
    assert bash(desk, lines, before=strict) == [
        ["role in (user,", "role in (user)"], ["id,name"], ["role =  user", "role =  lead"],
    ]  # fmt: skip


TYPED = {
    "--where": "--where '",
    "--where na": "--where 'name ",
    "--where 'ro": "--where 'role ",
    "--where 'role = le": "--where 'role = lead'",
    '--where "role = user a': '--where "role = user and ',
    "--where='role = le": "--where='role = lead'",
    "--where 'created_at bet": "--where 'created_at between ",
    "--where 'cust": "--where 'custom_attributes.",
    "--fields id,na": "--fields id,name",
    "--sort -crea": "--sort -created_at",
}


@pytest.fixture
def bash_screen(desk: Desk) -> Iterator[Screen]:
    need("bash", "tmux")
    screen = Screen(desk, "bash", "--norc", "--noprofile")
    screen.type(f"source '{SCRIPTS}/intercom.bash'; PS1='> '; clear", "Enter")
    screen.until(lambda shown: shown == ">")
    yield screen
    screen.close()


def test_bash_goes_on_in_the_line_and_opens_and_closes_quotes(bash_screen: Screen) -> None:
    for typed, expected in TYPED.items():
        bash_screen.clear()
        space = " " * (typed == "--where")
        bash_screen.type(f"{LIST}{typed}{space}", "Tab")
        wanted = f"> {LIST}{expected}".rstrip()
        bash_screen.until(lambda shown, wanted=wanted: shown == wanted)  # type: ignore[misc]


def test_bash_lists_the_last_words_alone(bash_screen: Screen) -> None:
    bash_screen.clear()
    bash_screen.type(f"{LIST}--where 'role = ", "Tab", "Tab")
    line = f"> {LIST}--where 'role ="
    bash_screen.until(lambda shown: shown.splitlines()[:2] == [line, "lead  user"])


IN_ZSH = {
    "--where na": "--where 'name ",
    "--where 'ro": "--where 'role ",
    "--where 'role = le": "--where 'role = lead",
    "--where role\\ =\\ le": "--where role\\ =\\ lead",
    "--where 'created_at bet": "--where 'created_at between ",
    "--fields id,na": "--fields id,name,",
    "--sort -crea": "--sort -created_at",
    "--group-by role,created_at:m": "--group-by role,created_at:month,",
}


@pytest.fixture
def zsh(desk: Desk) -> Iterator[Zsh]:
    need("zsh", "tmux")
    shell = Zsh(desk, f"compinit -u -D; source '{SCRIPTS}/_intercom'")
    yield shell
    shell.screen.close()


def test_zsh_goes_on_in_the_line_and_opens_quotes(zsh: Zsh) -> None:
    for typed, expected in IN_ZSH.items():
        assert zsh.tab(LIST + typed)[0].rstrip() == (LIST + expected).rstrip()


def test_zsh_offers_the_last_words_alone(zsh: Zsh) -> None:
    assert sorted(zsh.tab(f"{LIST}--where 'role = ")[1]) == ["lead", "user"]
    assert sorted(zsh.tab(f"{LIST}--where 'role in (user")[1]) == ["user)", "user,"]
    assert sorted(zsh.tab(f"{LIST}--fields location.")[1]) == [
        "location.city", "location.country", "location.region",
    ]  # fmt: skip
    assert {"role", "created_at", "tag_id"} <= {*zsh.tab(f"{LIST}--where '")[1]}


@pytest.mark.parametrize(
    "noun",
    [
        "contacts",
        "articles",
        pytest.param("tickets", marks=pytest.mark.slow),
        pytest.param("companies", marks=pytest.mark.slow),
    ],
)
def test_whatever_is_offered_leads_to_an_expression_that_is_read(desk: Desk, noun: str) -> None:
    """Many walks at once, each taking one of what bash offers at every step."""
    need("bash")
    random = Random(noun)
    known = known_of(discovery.load("resources", noun).resource)
    texts, read = [""] * 30, 0
    for _ in range(14):
        found = bash(desk, [f"intercom {noun} list --where '{text}" for text in texts])
        for at, offers in enumerate(found):
            text = texts[at]
            if offers and offers[0].endswith(" and"):
                parse(text, known)
                read += 1
            texts[at] = (random.choice(offers) if offers else f"{text}5") + " "
            texts[at] = texts[at].replace("VALUE", "5").replace(". ", ".NAME ")
    assert read > len(texts)
