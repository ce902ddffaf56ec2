"""Send article files to Intercom: what is new, what was changed, and what was moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from intercom_cli.api.request import Request, call
from intercom_cli.errors import (
    IntercomError,
    NotSignedIn,
    PartlyFailed,
    RateLimited,
    StorageFailed,
    Unreachable,
)
from intercom_cli.output import front_matter
from intercom_cli.resources._article_change import Change, Plan
from intercom_cli.resources._article_folder import File, Folder, Remembered, hash_of
from intercom_cli.resources._article_origin import check_article
from intercom_cli.resources._article_places import missing
from intercom_cli.resources._article_pull import belongs, head_of
from intercom_cli.resources._article_records import Article, Names, Workspace
from intercom_cli.session import Session

CREATING = "POST /articles"
UPDATING = "PUT /articles/{article_id}"
STAGING = "PUT /articles/{id}/draft"
COLLECTING = "POST /help_center/collections"
WRITING = (CREATING, UPDATING, STAGING, COLLECTING)
UNKNOWN = "COLLECTION_ID"  # stands in a dry run for what only Intercom knows
STOPPING = (NotSignedIn, Unreachable, RateLimited)  # the next one would fail alike


class Push(NamedTuple):
    """One push: what it needs, and what went wrong so far."""

    session: Session
    folder: Folder
    workspace: Workspace
    force: bool
    failures: list[str]

    def run(self, plans: list[Plan]) -> Iterator[dict[str, str]]:
        """Send each plan and give what became of it; the state is kept after each."""
        good = [plan for plan in plans if not plan.problem]
        for plan in plans:
            if plan.problem:
                self.failures.append(f"{plan.path} {plan.problem}")
                yield row_of(plan, "conflict")
        try:
            self.make_collections([plan.target for plan in good])
        finally:
            self.folder.save()
        for number, plan in enumerate(good, start=1):
            self.session.printer.progress(f"Pushing {number} of {len(good)}: {plan.title}")
            kind, made = self.send(plan)
            yield {**row_of(plan, kind), "id": made}

    def send(self, plan: Plan) -> tuple[str, str]:
        """Send one article, write its id into its files, and remember it; in a word, and the id."""
        try:
            record = self.session.write(self.request(plan)).json()
        except STOPPING:
            raise
        except IntercomError as error:
            self.failures.append(f"{plan.path}: {error.message}")
            return "failed", plan.article.id if plan.article else ""
        article = self.workspace.article_of(record)
        check_article(self.session, self.folder, article)
        try:
            try:
                if plan.staged:
                    self.note_draft(plan, article)
                else:
                    self.note(plan, article)
            finally:
                self.folder.save()
        except StorageFailed as error:
            if plan.article is None:  # the file does not know its article, which is there
                error.hint = f"put id: {article.id} into {plan.path}, or it is made once more"
            raise
        return plan.kind, article.id

    def request(self, plan: Plan) -> Request:
        """The one request that changes all languages of an article that differ."""
        own = plan.article.locale if plan.article else ""
        body: dict[str, Any] = {}
        others: dict[str, Any] = {}
        for change in plan.changes:
            told = change.body
            if (
                self.force
                and not plan.staged
                and plan.article
                and change.locale in plan.article.pending
            ):
                told["state"] = change.after.state  # else it would only change what waits there
            if change.locale == own:
                body |= told
            else:
                others[change.locale] = told
        if plan.target:
            found = self.workspace.collections.found(plan.target)
            body["parent_id"] = int(found) if found else UNKNOWN
            body["parent_type"] = "collection"
        if others:
            body["translated_content"] = others
        if plan.article and plan.staged:
            return call(STAGING, id=plan.article.id).with_json(body)
        if plan.article:
            return call(UPDATING, article_id=plan.article.id).with_json(body)
        return call(CREATING).with_json(body)

    def note(self, plan: Plan, article: Article) -> None:
        """Write what Intercom answered into the files: the id, the address, the time."""
        names = self.workspace.collections.path(article.collection)
        base = self.base(plan, article)
        for name, file in plan.files.items():
            locale = name or article.locale
            head = head_of(self.workspace, article, locale)
            told: dict[str, Any] = {
                key: head[key] for key in ("id", "locale", "url", "updated_at") if key in head
            }
            told |= {key: head[key] for key in ("state", "author") if differs(file, key, head)}
            own = locale == article.locale
            if own and file.collection != names and names:
                told["collection"] = head["collection"]
            text = front_matter.with_values(file.text, told)
            # What was typed meanwhile stays, and counts as an edit that is not pushed yet.
            now = front_matter.with_values(self.folder.text(file), told)
            self.folder.write(file.path, now, windows=file.windows)
            known = Remembered(
                file.path,
                belongs(self.workspace, article, locale, "" if own else base),
                hash_of(text),
                article.digest(locale, names),
                names if own else (),
            )
            self.folder.known[article.id, locale] = known

    def note_draft(self, plan: Plan, draft: Article) -> None:
        """Remember what the draft says now; the files stay as they are."""
        assert plan.article is not None
        names = self.workspace.collections.path(plan.article.collection)
        for locale, file in plan.files.items():
            key = (plan.article.id, locale)
            known = self.folder.known.get(key)
            own = locale == plan.article.locale
            self.folder.known[key] = Remembered(
                file.path,
                known.place if known else file.path,
                file.hash,
                plan.article.digest(locale, names),
                known.collection if known else names if own else (),
                draft.texts[locale].digest,
            )

    def base(self, plan: Plan, article: Article) -> str:
        """The file of an article in its own language, beside which the others lie."""
        key = (article.id, article.locale)
        own = plan.files.get("") or plan.files.get(article.locale) or self.folder.files.get(key)
        return own.path if own else self.folder.known[key].path if key in self.folder.known else ""

    def make_collections(self, targets: list[Names]) -> None:
        """Make what folders or files name and Intercom does not have yet."""
        for names in missing(self.workspace, targets):
            answer = self.session.write(self.collection_request(names))
            record = answer.json()
            self.workspace.collections.by_id[str(record["id"])] = record
            self.session.printer.say(f"Made the collection {' > '.join(names)}.")

    def collection_request(self, names: Names) -> Request:
        """The request that makes a collection, in the one around it."""
        body: dict[str, Any] = {"name": names[-1]}
        if len(names) > 1:
            body["parent_id"] = self.workspace.collections.found(names[:-1]) or UNKNOWN
        return call(COLLECTING).with_json(body)

    def show(self, plans: list[Plan]) -> None:
        """Show every request instead of sending it, or with --plan what it would change."""
        session = self.session
        if session.choices.plan:
            session.need_writable()
            ask(self, plans)
        good = [plan for plan in plans if not plan.problem]
        requests = [
            *map(self.collection_request, missing(self.workspace, [one.target for one in good])),
            *map(self.request, good),
        ]
        for request in requests:
            if UNKNOWN.encode() not in (request.body or b""):
                session.permit(request, writing=True)
            session.rehearsal.add(request)
        if session.choices.plan:
            session.rehearsal.show_plan()


def differs(file: File, key: str, head: dict[str, Any]) -> bool:
    """Whether a file says something else than Intercom; an author may be named in several ways."""
    return not file.value(key) if key == "author" else file.value(key) != head.get(key)


def row_of(plan: Plan, change: str) -> dict[str, str]:
    """What became of a plan, as it is shown."""
    return {
        "change": change,
        "path": plan.path,
        "id": plan.article.id if plan.article else "",
        "title": plan.title,
    }


def ask(push: Push, plans: list[Plan]) -> bool:
    """Ask once before readers see anything, and before collections are made, with the list.

    Tells whether there was something to ask, for an answer can take its time.
    """
    session = push.session
    good = [plan for plan in plans if not plan.problem]
    live = [plan for plan in good if plan.is_live]
    made = missing(push.workspace, [plan.target for plan in good])
    if not session.asks or not (live or made):
        return False
    doing = [f"change what customers read in {counted(live)}"] if live else []
    doing += [f"make the collection {' > '.join(names)}" for names in made]
    question = f"{' and '.join(doing)} in {session.source.name}?"
    question = question[0].upper() + question[1:]
    session.need_person(question)
    for plan in live:
        session.printer.say(f"  {describe(plan)}")
    session.confirm(question)
    return True


def counted(plans: list[Plan]) -> str:
    """Articles in words."""
    return f"the article {plans[0].title!r}" if len(plans) == 1 else f"these {len(plans)} articles"


def describe(plan: Plan) -> str:
    """One line about what readers will notice."""
    ways = {way_of(change) for change in plan.changes if change.is_live}
    way = "publish" if "publish" in ways else "withdraw" if "withdraw" in ways else "change"
    return f"{way:<8}  {plan.path}  {plan.title}"


def way_of(change: Change) -> str:
    """What happens to one language."""
    before = change.before.state if change.before else "draft"
    if before == change.after.state:
        return "change"
    return "publish" if change.after.state == "published" else "withdraw"


def tell_failures(failures: list[str]) -> None:
    """Raise PartlyFailed for what was not pushed."""
    if not failures:
        return
    hint = "pull what changed at Intercom, or push with --force to replace it"
    if any("draft waiting" in one for one in failures):
        hint = (
            "push with --draft to change the draft, publish it, or push with --force to replace it"
        )
    elif any("its draft" in one for one in failures):
        hint = "push with --draft --force to replace what the draft says, or publish it first"
    raise PartlyFailed(f"Not pushed: {'; '.join(failures)}.", hint=hint)
