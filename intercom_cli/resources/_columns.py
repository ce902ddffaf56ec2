"""Columns of records that several nouns list."""

from intercom_cli.acting import ADMINS
from intercom_cli.finding import refer
from intercom_cli.resource import Column

OWNER = refer("owner", "owner_id", ADMINS)
CONTACT = (
    Column("Id", "id", "id"),
    Column("Role", "role"),
    Column("Name", "name"),
    Column("E-mail", "email"),
    Column("Created", "created_at", "time"),
    Column("Seen", "last_seen_at", "time"),
    Column("Country", "location.country"),
    Column("Owner", OWNER.path, "names", refers=(OWNER,), extra=True),
)
COMPANY = (
    Column("Id", "id", "id"),
    Column("Company", "company_id", "id"),
    Column("Name", "name"),
    Column("Plan", "plan.name"),
    Column("Users", "user_count", "count"),
    Column("Spend", "monthly_spend", "count"),
    Column("Industry", "industry"),
    Column("Created", "created_at", "time"),
)
TAG = (Column("Id", "id", "id"), Column("Name", "name"))
SEGMENT = (
    Column("Id", "id", "id"),
    Column("Name", "name"),
    Column("People", "person_type"),
    Column("Updated", "updated_at", "time"),
)
NOTE = (
    Column("Id", "id", "id"),
    Column("Created", "created_at", "time"),
    Column("Author", "author.name"),
    Column("Note", "body", "html"),
)
SUBSCRIPTION = (
    Column("Id", "id", "id"),
    Column("Name", "default_translation.name"),
    Column("State", "state"),
    Column("Consent", "consent_type"),
)
