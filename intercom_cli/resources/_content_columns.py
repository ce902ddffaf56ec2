"""What several nouns of content show in their lists."""

from intercom_cli.acting import ADMINS
from intercom_cli.finding import refer
from intercom_cli.resource import Column
from intercom_cli.resources._named import FEEDS

NEWSFEEDS = refer("newsfeed", "newsfeed_assignments.newsfeed_id", FEEDS)
SENDER = refer("sender", "sender_id", ADMINS)
NEWS = (
    Column("Id", "id", "id"),
    Column("Title", "title"),
    Column("State", "state"),
    Column("Newsfeeds", NEWSFEEDS.path, "names", refers=(NEWSFEEDS,)),
    Column("Sender", SENDER.path, refers=(SENDER,)),
    Column("Updated", "updated_at", "time"),
)
