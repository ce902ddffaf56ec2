"""What companies can be narrowed by; 2.16 has no company search, so it is decided here."""

from intercom_cli.resource import Asked

TEXTS = "name company_id website industry plan.name plan.id"
DATES = "created_at updated_at remote_created_at last_request_at"
NUMBERS = "size monthly_spend session_count user_count"

FILTERS: tuple[tuple[str, Asked], ...] = (
    ("id", "id"),
    *((name, "string") for name in TEXTS.split()),
    *((name, "date") for name in DATES.split()),
    *((name, "integer") for name in NUMBERS.split()),
)
