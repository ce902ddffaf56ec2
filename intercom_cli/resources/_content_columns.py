"""What several nouns of content show in their lists."""

from intercom_cli.acting import ADMINS
from intercom_cli.resource import Column
from intercom_cli.resources._named import FEEDS
from intercom_cli.resources._naming import naming

NEWS_NAMES = naming(sender_id=ADMINS, newsfeed_assignments=FEEDS)
NEWS = (
    Column("Id", "id", "id"),
    Column("Title", "title"),
    Column("State", "state"),
    Column("Newsfeeds", "newsfeed_assignments.newsfeed_id", "names"),
    Column("Sender", "sender_id"),
    Column("Updated", "updated_at", "time"),
)
