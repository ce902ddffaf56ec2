"""The lists in which people know records by name, and what finds an id in each of them."""

from __future__ import annotations

from intercom_cli.finding import Listed, finder
from intercom_cli.resource import Paging

LARGEST = 150  # records in one page of most lists
CONTENT_PAGE = 50  # records in one page of what Fin reads

TEAMS = Listed("GET /teams", "team", "teams", Paging("none", "teams"))
SCHEDULES = Listed("GET /office_hours_schedules", "office hours schedule", "office-hours")
REASONS = Listed("GET /away_status_reasons", "away reason", "away-reasons", names=("label",))
TYPES = Listed("GET /ticket_types", "ticket type", "ticket-types")
STATES = Listed("GET /ticket_states", "ticket state", "ticket-states", names=("internal_label",))
ATTRIBUTES = Listed(
    "GET /conversations/attributes", "conversation attribute", "conversation-attributes"
)
COLLECTIONS = Listed(
    "GET /help_center/collections", "collection", "collections", Paging("page", "data", LARGEST)
)
CENTERS = Listed(
    "GET /help_center/help_centers",
    "help center",
    "help-centers",
    names=("display_name", "identifier", "custom_domain", "url"),
)
FEEDS = Listed("GET /news/newsfeeds", "newsfeed", "newsfeeds", Paging("page", "data", LARGEST))
SOURCES = Listed(
    "GET /ai/content_import_sources",
    "content source",
    "content-sources",
    Paging("next_url", "data", CONTENT_PAGE),
    ("url",),
)
SEGMENTS = Listed("GET /segments", "segment", "segments", Paging("none", "segments"))
BRANDS = Listed("GET /brands", "brand", "brands")
ADDRESSES = Listed("GET /emails", "e-mail address", "emails", names=("email",))
AUDIENCES = Listed("GET /audiences", "audience", "audiences", Paging("flat_page", "data", 50))

team_id = finder(TEAMS)
schedule_id = finder(SCHEDULES)
reason_id = finder(REASONS)
type_id = finder(TYPES)
attribute_id = finder(ATTRIBUTES)
collection_id = finder(COLLECTIONS)
help_center_id = finder(CENTERS)
newsfeed_id = finder(FEEDS)
source_id = finder(SOURCES)
brand_id = finder(BRANDS)
address_id = finder(ADDRESSES)
audience_id = finder(AUDIENCES)
