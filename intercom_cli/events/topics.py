"""The topics Intercom notifies of, the names people use for several of them, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable

from intercom_cli.errors import Misuse, close_matches

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
        admin.noted admin.replied admin.single.created admin.snoozed admin.unsnoozed
        operator.replied contact.attached contact.detached company.updated deleted priority.updated
        rating.added read
    """,
    "conversation_part": "redacted tag.created",
    "data_connector": "execution.completed",
    "event": "created",
    "granular": "subscribe unsubscribe",
    "job": "completed",
    "api": "request.completed",
    "procedure": "hitl_notification.created",
    "ticket": """
        created state.updated note.created admin.assigned admin.replied team.assigned
        contact.attached contact.detached contact.replied attribute.updated closed resolved
        rating.provided
    """,
    "visitor": "signed_up",
}
PING = "ping"
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


def chosen(text: str | None) -> Chosen:
    """The topics of ``a,b.*``.

    Raises Misuse, with a close name, for what is no topic and cannot stand for one.
    """
    patterns = [part.strip() for part in (text or "").split(",") if part.strip()]
    if text is not None and not patterns:
        raise Misuse("No topic is named.", hint="such as contact.created,conversation.*")
    for pattern in patterns:
        check(pattern)
    return Chosen(patterns)


def check(pattern: str) -> None:
    """Raise Misuse for a pattern that no topic can have."""
    if pattern in NAMES:
        return
    form = re.compile(expression(pattern))
    if EVERY in pattern and any(form.fullmatch(name) for name in NAMES):
        return
    raise unknown(pattern)


def real(topic: str) -> str:
    """A topic as Intercom spells it; of a friendly name its first. Raises Misuse for others."""
    if topic in TOPICS:
        return topic
    if topic in FRIENDLY:
        return FRIENDLY[topic][0]
    raise unknown(topic)


def unknown(topic: str) -> Misuse:
    """The error for what is no topic, with what may have been meant."""
    group = topic.partition(".")[0]
    if EVERY in topic:
        near = [f"{name}.{EVERY}" for name in close_matches(group, GROUPS, n=1)]
    else:
        # What begins alike is meant more often than what has the same letters.
        alike = [name for name in NAMES if name.partition(".")[0] == group] or NAMES
        near = close_matches(topic, alike, n=3, cutoff=0.5)
    meant = " or ".join(near)
    hint = f"did you mean {meant}?" if near else "intercom help webhooks lists the topics"
    return Misuse(f"There is no topic {topic!r}.", hint=hint)


def expression(pattern: str) -> str:
    """A pattern as a regular expression: only * stands for something else than itself."""
    return ".*".join(re.escape(part) for part in pattern.split(EVERY))
