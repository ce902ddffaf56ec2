"""Columns of content that several nouns list."""

from intercom_cli.resource import Column

NEWS = (
    Column("Id", "id", "id"),
    Column("Title", "title"),
    Column("State", "state"),
    Column("Labels", "labels", "names"),
    Column("Newsfeeds", "newsfeed_assignments.newsfeed_id", "names"),
    Column("Sender", "sender_id", "id"),
    Column("Updated", "updated_at", "time"),
)
