"""All that is written at once: articles, snippets, pages; find it, tag it, publish it."""

from intercom_cli.acting import admin_id
from intercom_cli.resource import Column, Field, Paging, Resource, Verb
from intercom_cli.resources import _content_actions as actions
from intercom_cli.resources._content_lookup import known_tag_id

MOST = 50  # pieces in one page
ON_OFF = ("on", "off")
TYPES = ("article", "internal_article", "snippet", "external_content", "file_source_content")

resource = Resource(
    name="content",
    one="content",
    columns=(
        Column("Type", "type"),
        Column("Id", "id", "id"),
        Column("Title", "title"),
        Column("Languages", "contents.locale", "names"),
        Column("Content ids", "contents.id", "names"),
    ),
    verbs=(
        Verb(
            "search",
            "GET /content/search",
            "intercom content search password --type article --fin on",
            summary="Search everything that is written, the latest first.",
            query=(
                Field("query", "Words of the title or the text.", word=True),
                Field("type", "What it is.", "strings", choices=TYPES, place="content_types"),
                Field("state", "In which state.", "strings", choices=("published", "draft"),
                      place="states"),
                Field("locale", "In this language, as de.", "strings", place="locales"),
                Field("tag", "With one of these tags: id or name.", "strings",
                      place="any_tag_ids", find=known_tag_id),
                Field("without_tag", "With none of these tags.", "strings", place="tag_ids",
                      find=known_tag_id, along=(("tag_operator", "NIN"),)),
                Field("folder", "In this folder, by id.", "integers", place="folder_ids",
                      along=(("folder_entity_type", "folder"),)),
                Field("fin", "Whether Fin may use it.", choices=ON_OFF, place="fin_service_state"),
                Field("copilot", "Whether Copilot may use it.", choices=ON_OFF,
                      place="copilot_state"),
                Field("sales_agent", "Whether the sales agent may use it.", choices=ON_OFF,
                      place="fin_sales_state"),
                Field("created_by", "Who made it: admin id, e-mail or name.", "strings",
                      place="created_by_ids", find=admin_id),
                Field("updated_by", "Who changed it last.", "strings",
                      place="last_updated_by_ids", find=admin_id),
                Field("created_after", "Made then or later.", "time", place="created_at_after"),
                Field("created_before", "Made then or before.", "time", place="created_at_before"),
                Field("updated_after", "Changed then or later.", "time", place="updated_at_after"),
                Field("updated_before", "Changed then or before.", "time",
                      place="updated_at_before"),
            ),
            paging=Paging("page", "data", MOST),
        ),
    ),
)  # fmt: skip

actions.add_to(resource)
