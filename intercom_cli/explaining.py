"""Show what --where is turned into: the requests, what is filtered locally, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from intercom_cli.api.motion import sort_of
from intercom_cli.api.request import Request, encode
from intercom_cli.counting import First, asking, count, pages
from intercom_cli.errors import Misuse, NotFound
from intercom_cli.explained_steps import Bound, Cost, Step, described, in_all, page
from intercom_cli.narrowing import LARGEST, Narrowed, Part, narrow
from intercom_cli.query.reasons import reasons
from intercom_cli.remembered import facts
from intercom_cli.resolving import known_of
from intercom_cli.resource import Paging, Resource
from intercom_cli.session import Session, Shown

if TYPE_CHECKING:
    from intercom_cli.query.compile import Term
    from intercom_cli.query.fields import Known
    from intercom_cli.query.filters import Filter
    from intercom_cli.tallying import Wanted

TOO_DEEP = "Intercom takes two levels of groups, with fifteen members each"
PAGE = 50  # records of a page where a list does not say
USUAL = 50  # records that are shown without --all and --limit
NAMES = "names are looked up"


def explain(
    session: Session,
    resource: Resource,
    request: Request,
    where: str | None,
    sort: str | None,
    *,
    whole: bool,
    wanted: Wanted,
) -> NoReturn:
    """Write it down, asking for no more than how many records each list has, and end the run.

    What is remembered of the workspace from now on costs the next run nothing.
    """
    if where is None and sort is None and not session.tallies:
        raise Misuse("--explain tells what becomes of --where.", hint="add --where")
    learned = len(facts(session))
    narrowed = None
    if where is not None or sort is not None:
        narrowed = narrow(session, resource, request, where, sort, whole=whole)
    learned = len(facts(session)) - learned
    sent = session.client.pace.sent - learned if "client" in session.__dict__ else 0
    steps = [Step(Cost(sent), why=(NAMES,))] if sent else []
    steps += (
        bare(session, resource, request, wanted)
        if narrowed is None
        else steps_of(session, resource, request, narrowed, wanted)
    )
    if wanted.looks and shows_names(session):
        steps.append(Step(Cost(wanted.looks, "at most"), why=(NAMES,)))
    if wanted.grouping:
        looks, is_most = wanted.grouping.look_ups
        cost = Cost(looks, "at most") if is_most else Cost(0, "at least")
        steps += [Step(cost, why=(NAMES,))] if looks else []
    told = [described(one) for one in steps]
    if narrowed and narrowed.doubts and told:
        told[0]["not_documented"] = list(narrowed.doubts)
    if session.printer.format != "table" or session.choices.jq is not None:
        session.printer.records(map(encode, told))
        raise Shown
    lines = [line for one in told for line in page(one)]
    session.printer.text("\n".join([*lines, in_all([one.cost for one in steps])]))
    raise Shown


def shows_names(session: Session) -> bool:
    """Whether names are looked up for what is shown: in tables, and where fields name them."""
    if session.tallies:
        return False
    look = session.printer.look
    return session.printer.format == "table" or any(one.endswith(".name") for one in look.fields)


def steps_of(
    session: Session,
    resource: Resource,
    request: Request,
    narrowed: Narrowed,
    wanted: Wanted,
) -> list[Step]:
    """The requests of an answer in the form that was asked for."""
    if session.choices.counts and resource.searched:
        predicting = Predicting(session, resource, narrowed, wanted)
        count(predicting, narrowed, wanted.limit)
        read = any(one.node for one in predicting.steps)
        return [*(beside(session, narrowed) if read else []), *predicting.steps]
    if wanted.grouping and wanted.limit is None and resource.searched:
        from intercom_cli.closed_sets import closed_set

        closed = closed_set(resource, request, narrowed, wanted.grouping)
        total = counted(session, narrowed.parts[0].request, narrowed.parts[0].paging)
        if closed and total is not None and closed.is_worth(total):
            head = Step(Cost(1), narrowed.parts[0].request, total)
            each = [Step(Cost(1), one) for _, one in closed.searches]
            return [head._replace(cost=Cost(1, "at least")), *each]
        if closed and total is not None and total > LARGEST:
            return [Step(Cost(1)), *reading(session, resource, narrowed, wanted)]
    return reading(session, resource, narrowed, wanted)


def bare(session: Session, resource: Resource, request: Request, wanted: Wanted) -> list[Step]:
    """The requests of counts and groups of all records."""
    total = counted(session, request, resource.paging)
    if session.choices.counts and total is not None:
        return [Step(Cost(1), request, total)]
    if wanted.limit is not None:
        cost = cost_of(total, resource.paging, wanted.limit, local=False)
        return [Step(cost, request, total)]
    probed: list[Step] = []
    if resource.searched and wanted.grouping and total is not None:
        from intercom_cli.closed_sets import closed_set

        closed = closed_set(resource, request, None, wanted.grouping)
        if closed and total <= LARGEST:
            return [Step(Cost(1), request, total)]
        if closed and closed.is_worth(total):
            head = Step(Cost(1, "at least"), request, total)
            return [head, *(Step(Cost(1), one) for _, one in closed.searches)]
        probed = [Step(Cost(1), request, total)] if closed else []
    from intercom_cli.steady import steadied

    found = steadied(session, resource, request)
    if found is None:
        cost = cost_of(total, resource.paging, None, local=False)
        return [*probed, Step(cost, request, total)]
    walks = [*probed, *(Step(Cost(1), part.request) for part in found.parts[1:])]
    return [*reading(session, resource, found._replace(parts=found.parts[:1]), wanted), *walks]


def reading(session: Session, resource: Resource, narrowed: Narrowed, wanted: Wanted) -> list[Step]:
    """The requests that read the lists of an answer."""
    known = known_of(resource)
    all_ = wanted.everything or session.tallies
    most = wanted.limit if wanted.limit or all_ else USUAL
    most = None if narrowed.order else most  # the first ones are known when all were read
    local = len(narrowed.parts) > 1 or any(part.keep for part in narrowed.parts)
    found = beside(session, narrowed)
    for part in narrowed.parts:
        total = counted(session, part.request, part.paging)
        ordered = bool(sort_of(part.request).field)
        cost = cost_of(total, part.paging, most, local=local, ordered=ordered)
        if most is not None and len(narrowed.parts) > 1:
            cost = cost._replace(bound="at most")  # the lists before it may have enough
        found.append(Step(cost, part.request, total, part.node, tuple(why(part, known))))
    if narrowed.moved and most is None and sum(one.cost.requests for one in found) > 1:
        # What changed meanwhile is asked for once more.
        found += [Step(Cost(1, "at least"), part.request) for part in narrowed.parts]
    return found


def beside(session: Session, narrowed: Narrowed) -> list[Step]:
    """The searches whose ids are needed to filter locally, read when the first row is filtered."""
    found = []
    for one in narrowed.beside:
        total = counted(session, one.request, one.paging)
        requests = cost_of(total, one.paging, None, local=False).requests
        found.append(Step(Cost(requests, "at most"), one.request, total))
    return found


def cost_of(
    total: int | None, paging: Paging, most: int | None, *, local: bool, ordered: bool = False
) -> Cost:
    """The requests of one list of which at most so many records are wanted.

    The front of a list in no order of its own is read again before its end, once or more.
    """
    if total is None:
        return Cost(1, "at least")
    size = paging.size or PAGE
    if most is None:
        return Cost(pages(total, size))
    if local:
        every = pages(total, size)
        return Cost(1) if every == 1 else Cost(every + (not ordered), "at most")
    needed = pages(min(total, most), min(size, most))
    return Cost(1) if needed == 1 else Cost(needed + (not ordered), "at least")


class Predicting:
    """What a count would ask, without reading any record."""

    def __init__(
        self, session: Session, resource: Resource, narrowed: Narrowed, wanted: Wanted
    ) -> None:
        self.session = session
        self.resource = resource
        self.narrowed = narrowed
        self.wanted = wanted
        self.steps: list[Step] = []
        self.totals: dict[bytes | None, int | None] = {}

    def ask(self, request: Request, paging: Paging) -> int | None:
        """How many records a search has; the same is asked once."""
        if request.body not in self.totals:
            self.totals[request.body] = counted(self.session, request, paging)
        return self.totals[request.body]

    def first(self, part: Part) -> First:
        """The first page of a list."""
        total = self.ask(part.request, part.paging)
        self.steps.append(Step(Cost(1), part.request, total, part.node, self.why(part)))
        return First(total, 0)

    def why(self, part: Part) -> tuple[str, ...]:
        """Why something is filtered locally."""
        return tuple(why(part, known_of(self.resource)))

    def total(self, query: Filter) -> int | None:
        """How many records a search finds."""
        part = self.narrowed.parts[0]
        request = asking(part.request, query)
        total = self.ask(request, part.paging)
        self.steps.append(Step(self.at_most(1), request, total))
        return total

    def outside(self, term: Term, most: int) -> int | None:
        """The rows of an edge, which are read."""
        part = self.narrowed.parts[0]
        request = asking(part.request, term.edge or term.query)
        total = self.ask(request, part.paging)
        size = pages(total or 0)
        cost = self.at_most(size if size <= most else 1)
        self.steps.append(Step(cost, request, total, term.local, ()))
        return 0 if size <= most else None

    def everything(self) -> int:
        """All records, which are read."""
        plain = self.narrowed._replace(beside=())  # told of by who asks for the count
        steps = reading(self.session, self.resource, plain, self.wanted)
        self.steps += [one._replace(cost=self.at_most(one.cost.requests, one.cost.bound))
                       for one in steps]  # fmt: skip
        return 0

    def at_most(self, requests: int, bound: Bound = "exactly") -> Cost:
        """A cost that --limit can make smaller."""
        return Cost(requests, "at most" if self.wanted.limit is not None else bound)


def why(part: Part, known: Known) -> list[str]:
    """Why something is decided here; without another reason Intercom does not take its form."""
    if part.node is None:
        return []
    return list(dict.fromkeys(reasons(part.node, known))) or [TOO_DEEP]


def counted(session: Session, request: Request, paging: Paging) -> int | None:
    """How many records the list has; None where Intercom does not say."""
    found = session.walk(request, paging, limit=1)
    try:
        any(found)  # reads the first page
    except NotFound:
        return 0
    return found.total
