"""Secrets that prove who a Messenger visitor is (Preview)."""

from intercom_cli.resource import Column, Field, Resource, Verb

PREVIEW = "--api-version Preview"

resource = Resource(
    name="secure-mode-secrets",
    one="secret",
    columns=(
        Column("Id", "id", "id"),
        Column("Name", "name"),
        Column("Web", "supports_web", "flag"),
        Column("iOS", "supports_ios", "flag"),
        Column("Android", "supports_android", "flag"),
        Column("Created", "created_at", "time"),
    ),
    verbs=(
        Verb(
            "list",
            "GET /secure_mode_secrets",
            f"intercom secure-mode-secrets list {PREVIEW}",
            "List secrets, without what is secret (Preview).",
        ),
        Verb(
            "create",
            "POST /secure_mode_secrets",
            f"intercom secure-mode-secrets create --name Web --supports-web {PREVIEW}",
            "Create a secret, which is shown this once (Preview).",
            columns=(),
        ),
        Verb(
            "delete",
            "DELETE /secure_mode_secrets/{id}",
            f"intercom secure-mode-secrets delete 102 {PREVIEW}",
            "Delete a secret; sessions signed with it end (Preview).",
            asks="Delete secret {} from {where}? Messenger sessions signed with it end.",
        ),
    ),
    fields=(
        Field("name", "What to call it.", required=True),
        Field("supports_web", "For the Messenger on the web.", "boolean"),
        Field("supports_ios", "For the Messenger on iOS.", "boolean"),
        Field("supports_android", "For the Messenger on Android.", "boolean"),
    ),
)
