"""The topics Intercom notifies of, the names people use for several of them, and patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from intercom_cli.errors import Misuse, close_matches
from intercom_cli.events.notification import LONGEST, PING

GROUPS = {
    "admin": """
        added_to_workspace removed_from_workspace away_mode_updated logged_in logged_out
        activity_log_event.created
    """,
    "article": "created updated published unpublished deleted",
    "audience": "created updated deleted member_added member_removed",
    "call": "started ended transcription_available recording_available",
    "company": "created updated deleted contact.attached contact.detached",
    "contact": """
        user.created user.updated user.tag.created user.tag.deleted
        lead.created lead.updated lead.added_email lead.signed_up lead.tag.created lead.tag.deleted
        email.updated archived unarchive deleted merged subscribed unsubscribed
    """,
    "content_import_source": "created updated deleted",
    "content_snippet": "created updated deleted",
    "content_stat": """
        banner carousel chat checklist custom_bot email news_item post push series series.webhook
        sms survey tooltip_group tour
    """,
    "conversation": """
        user.created user.replied admin.assigned admin.open.assigned admin.opened admin.closed
        admin.noted admin.replied admin.replied.translated admin.single.created admin.snoozed
        admin.unsnoozed operator.replied contact.attached contact.detached company.updated deleted
        priority.updated rating.added read
    """,
    "conversation_part": "redacted tag.created",
    "data_connector": "execution.completed",
    "event": "created",
    "granular": "subscribe unsubscribe",
    "job": "completed",
    "api": "request.completed",
    "procedure": "hitl_notification.created",
    "ticket": """
        created state.updated note.created admin.assigned admin.replied admin.replied.translated
        admin.snoozed admin.unsnoozed team.assigned contact.attached contact.detached
        contact.replied attribute.updated closed resolved rating.provided
    """,
    "visitor": "signed_up",
}
TOPICS = (
    PING,
    *sorted(f"{group}.{one}" for group, names in GROUPS.items() for one in names.split()),
)
# Intercom tells users and leads apart where people mean both, and has no topic for whatever
# happens to a conversation or a ticket.
FRIENDLY = {
    "company.created": ("company.created",),
    "company.updated": ("company.updated",),
    "contact.created": ("contact.user.created", "contact.lead.created"),
    "contact.updated": ("contact.user.updated", "contact.lead.updated"),
    "conversation.created": ("conversation.user.created", "conversation.admin.single.created"),
    "conversation.updated": (
        "conversation.user.replied",
        "conversation.admin.replied",
        "conversation.admin.assigned",
        "conversation.admin.closed",
    ),
    "ticket.updated": (
        "ticket.attribute.updated",
        "ticket.state.updated",
        "ticket.admin.assigned",
        "ticket.team.assigned",
        "ticket.note.created",
        "ticket.admin.replied",
        "ticket.contact.replied",
    ),
}
NAMES = tuple(sorted({*TOPICS, *FRIENDLY}))
EVERY = "*"
SEE = "intercom help webhooks lists the topics"
FORM = re.compile(r"\*|[a-z0-9_*]+(?:\.[a-z0-9_*]+)+|[a-z0-9_]*\*[a-z0-9_*]*", re.IGNORECASE)


class Chosen:
    """The topics somebody wants to hear of."""

    def __init__(self, patterns: Iterable[str]) -> None:
        """Take patterns that were checked; none stands for every topic."""
        self.patterns = tuple(patterns) or (EVERY,)
        names = [real for one in self.patterns for real in FRIENDLY.get(one, (one,))]
        self.form = re.compile("|".join(expression(name) for name in (*names, *self.patterns)))

    def __contains__(self, topic: str) -> bool:
        """Whether a topic is among them; those that are newer than this program may be."""
        return self.form.fullmatch(topic) is not None


def chosen(text: str | None, warn: Callable[[str], None]) -> Chosen:
    """The topics of ``a,b.*``; ``warn`` is told of those that are unknown here.

    Raises Misuse for what cannot be a topic, or stand for one.
    """
    patterns = [part.strip() for part in (text or "").split(",") if part.strip()]
    if text is not None and not patterns:
        raise Misuse("No topic is named.", hint="such as contact.created,conversation.*")
    for pattern in patterns:
        if doubt := check(pattern):
            warn(doubt)
    return Chosen(patterns)


def check(pattern: str) -> str | None:
    """A warning about a pattern that no known topic has; None for the others.

    Intercom adds topics, so that an unknown one may be right. Raises Misuse for what has not the
    form of a topic.
    """
    if pattern in NAMES:
        return None
    if len(pattern) > LONGEST or not FORM.fullmatch(pattern):
        why = f"invalid topic {pattern[:LONGEST]!r}: expected a name such as contact.created"
        raise Misuse(f"{why}.", hint=suggestion(pattern) or SEE)
    form = re.compile(expression(pattern))
    if EVERY in pattern and any(form.fullmatch(name) for name in NAMES):
        return None
    return f"unknown topic {pattern!r}; {suggestion(pattern) or SEE}"


def real(topic: str) -> str:
    """A topic as Intercom spells it; of a friendly name its first."""
    return FRIENDLY.get(topic, (topic,))[0]


def suggestion(topic: str) -> str | None:
    """What may have been meant by what is no known topic."""
    group = topic.partition(".")[0]
    if EVERY in topic:
        near = [f"{name}.{EVERY}" for name in close_matches(group, GROUPS, n=1)]
    else:
        # What begins alike is meant more often than what has the same letters.
        alike = [name for name in NAMES if name.partition(".")[0] == group] or NAMES
        near = close_matches(topic, alike, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(near)}?" if near else None


def expression(pattern: str) -> str:
    """A pattern as a regular expression: only * stands for something else than itself."""
    return ".*".join(re.escape(part) for part in pattern.split(EVERY))
