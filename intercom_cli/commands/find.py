"""Look for a name, an address, a number or a word everywhere."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from intercom_cli.commands._find_kinds import CONTACTS, KINDS, detail_of, texts_at, title_of
from intercom_cli.commands._find_looks import FORMS, SENT, of_people, of_words
from intercom_cli.errors import Misuse, did_you_mean
from intercom_cli.options import CALL, SHOW, TALK, WRITE, shared
from intercom_cli.resource import Column
from intercom_cli.session import Session
from intercom_cli.verbs import All

if TYPE_CHECKING:
    from intercom_cli.commands._find_asked import Asked
    from intercom_cli.commands._find_hits import Found, Hit
    from intercom_cli.commands._find_looks import Look
    from intercom_cli.output.found import Entry

FEW = 5
DRY = tuple(one for one in WRITE if one.name == "dry_run")
# What a text is, in a sentence.
WHAT = {
    "external": "an external id",
    "company": "a company's id",
    "mail": "an e-mail address",
    "id": "an id of this form",
    "number": "a number",
    "phone": "a phone number",
    "words": "words",
}
WHOLE = ("words", "external", "company")  # what is not looked for a second time, as words
COLUMNS = (
    Column("Kind", "kind"),
    Column("Id", "id", "id"),
    Column("Title", "title"),
    Column("Detail", "detail"),
)


USES = {"find": SENT}


@shared(SHOW, DRY, CALL, TALK)
def command(
    session: Session,
    text: Annotated[
        list[str],
        typer.Argument(
            help="A name, e-mail address, id, number, phone, external:ID, company:ID or words.",
            metavar="TEXT...",
        ),
    ],
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="Only these nouns.", metavar="NOUN,NOUN", show_default=False),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=1,
            help=f"At most this many of each kind; {FEW}.",
            metavar="N",
            show_default=False,
        ),
    ] = None,
    all_: All = False,
) -> None:
    """Look for a name, an address, a number or a word everywhere.

    What TEXT looks like decides where it is looked for: an e-mail address among contacts and
    admins and those who wrote, 24 letters and digits as the id of a contact or company, a number
    as the id of conversations, tickets and articles, and words in names and texts. With somebody
    come their conversations and tickets. What is not found so is looked for as words.

    Examples:
      intercom find jane@acme.test
      intercom find invoice --kind conversations,tickets
      intercom find 12 -o ids
    """
    from intercom_cli.commands._find_asked import Asked

    asked = Asked(" ".join(text))
    chosen = nouns_of(kind)
    whole = limit is None and (all_ or session.tallies)
    most = None if whole else limit or FEW
    found = looked(session, asked, chosen, most)
    if found is not None:
        show(session, asked, found, most)


def nouns_of(kind: str | None) -> list[str]:
    """The nouns that are looked through. Raises Misuse for one that is not."""
    known = [one.noun for one in KINDS]
    if kind is None:
        return known
    given = [name.strip() for name in kind.split(",") if name.strip()]
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise Misuse(f"--kind: {name!r} is not looked through.", hint=hint)
    if not given:
        raise Misuse("--kind names no noun.", hint=f"there are {', '.join(known)}")
    return given


def looked(session: Session, asked: Asked, chosen: list[str], most: int | None) -> Found | None:
    """What was found; None in a dry run, which only shows the requests."""
    from intercom_cli.commands._find_asked import PEOPLE
    from intercom_cli.commands._find_hits import look_everywhere

    looks = allowed(session, FORMS[asked.form](asked), chosen)
    tell_skipped(session, asked, looks, chosen)
    if session.choices.dry_run:
        for look in looks:
            session.show(look.request)
        return None
    found = look_everywhere(session, asked, looks, most=most)
    if people := [hit.id for hit in found.hits if hit.kind == CONTACTS and hit.fit == "exact"]:
        if asked.form not in PEOPLE:
            return found
        theirs = allowed(session, of_people(people), chosen)
        return found.and_then(look_everywhere(session, asked, theirs, most=most))
    if found.hits or asked.form in WHOLE:
        return found
    if session.choices.verbose:
        session.printer.say(f"Nothing has {asked.name} as {WHAT[asked.form]}: looking for words.")
    asked.form = "words"
    looks = allowed(session, of_words(asked), chosen)
    return found.and_then(look_everywhere(session, asked, looks, most=most))


def allowed(session: Session, looks: list[Look], chosen: list[str]) -> list[Look]:
    """The looks at the nouns that were chosen, and that the version of the API has."""
    kept = []
    for look in looks:
        if look.kind.noun not in chosen:
            continue
        try:
            session.permit(look.request)
        except Misuse as error:
            if session.choices.verbose:
                session.printer.say(f"{look.kind.noun}: not looked through. {error.message}")
            continue
        kept.append(look)
    return kept


def tell_skipped(session: Session, asked: Asked, looks: list[Look], chosen: list[str]) -> None:
    """Say with --verbose which kinds are not looked through, and why."""
    if not session.choices.verbose:
        return
    from intercom_cli.commands._find_asked import PEOPLE

    looked = {look.kind.noun for look in looks}
    if asked.form in PEOPLE and CONTACTS.noun in looked:
        looked |= {look.kind.noun for look in of_people([]) if look.kind.noun in chosen}
    for one in KINDS:
        if one.noun not in looked:
            named = one.noun in chosen
            told = f"none goes by {WHAT[asked.form]}" if named else "not among --kind"
            session.printer.say(f"{one.noun}: skipped, {told}.")


def show(session: Session, asked: Asked, found: Found, most: int | None) -> None:
    """Write what was found, and tell what failed. Raises what failed where nothing was found."""
    from intercom_cli.commands._find_hits import first_of

    for kind, error in found.failed if found.hits else found.failed[1:]:
        session.printer.warn(f"{kind.noun} could not be looked through: {error.message}")
    if not found.hits and found.failed:
        kind, error = found.failed[0]
        error.message = f"{kind.noun} could not be looked through: {error.message}"
        raise error
    hits = first_of(found.hits, most)
    printer = session.printer
    if session.tallies:
        show_counts(session, asked, hits)
        return
    if printer.is_read:
        show_read(session, asked, found, hits)
    else:
        printer.records([row_of(asked, hit) for hit in hits], COLUMNS, noun="matches")
    if not hits:
        printer.say(f"Nothing found for {asked.typed!r}.")
    for told in found.unread:
        printer.say(told)
    if len(found.hits) > len(hits) or any(found.more.values()):
        printer.say(f"There is more: --limit {(most or FEW) * 10}, or --all for every one.")


def show_counts(session: Session, asked: Asked, hits: list[Hit]) -> None:
    """Write how many there are, or how many of each kind."""
    from intercom_cli.narrowing import Found as Rows
    from intercom_cli.tallying import tally

    rows = [row_of(asked, hit) for hit in hits]
    tally(
        session,
        lambda _: Rows(iter(rows)),
        COLUMNS,
        limit=None,
        everything=True,
        keep=iter,
        noun="matches",
    )


def show_read(session: Session, asked: Asked, found: Found, hits: list[Hit]) -> None:
    """Write it for a person."""
    from intercom_cli.commands._find_hits import in_kinds
    from intercom_cli.output.found import Group, write_found

    every = in_kinds(found.hits)
    groups = [
        Group(
            kind.noun.replace("-", " ").capitalize(),
            [entry_of(asked, hit) for hit in shown],
            len(every[kind]) + found.more.get(kind.noun, 0),
        )
        for kind, shown in in_kinds(hits).items()
    ]
    session.printer.talk.clear()
    write_found(groups, asked.pattern, session.printer.sheet())


def entry_of(asked: Asked, hit: Hit) -> Entry:
    """A hit as a person reads it."""
    from intercom_cli.output.found import Entry

    title, detail = title_of(hit.kind, hit.record), detail_of(hit.kind, hit.record)
    return Entry(title, detail, said_in(asked, hit), command_of(hit), hit.id)


def said_in(asked: Asked, hit: Hit) -> str:
    """The text of a hit that has what was looked for; empty where none has it."""
    texts = texts_at(hit.record, hit.kind.texts)
    return next((text for text in texts if asked.pattern.search(text)), "")


def sentence_in(asked: Asked, hit: Hit) -> str | None:
    """The sentence of a hit that has what was looked for."""
    said = said_in(asked, hit)
    sentences = re.split(r"(?<=[.!?])\s+", said)
    # Words may be spread over several sentences.
    return next((one for one in sentences if asked.pattern.search(one)), said) or None


def row_of(asked: Asked, hit: Hit) -> bytes:
    """A hit as a program reads it."""
    from intercom_cli.commands._find_hits import as_row

    title, detail = title_of(hit.kind, hit.record), detail_of(hit.kind, hit.record)
    return as_row(hit, title, detail, sentence_in(asked, hit), command_of(hit))


def command_of(hit: Hit) -> str:
    """The command that shows a hit."""
    return f"intercom {hit.kind.noun} get {shlex.quote(hit.id)}"
