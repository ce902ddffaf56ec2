"""Where the sandbox is not as described because the real platform is not either.

Each entry has its source. One that nothing needs any more fails the test.
"""

from __future__ import annotations

from described import Deviation

ANY = ".*"
CONTACT = r"(GET|POST|PUT) /contacts.*|GET /companies/\{company_id\}/contacts"


def deviations() -> list[Deviation]:
    return [
        # Statuses the description leaves out.
        Deviation(
            r"GET /me|(GET|POST) /(contacts/\{contact_id\}|companies/\{company_id\})/notes"
            r"|POST /contacts/\{contact_id\}/(archive|unarchive|block)",
            "401",
            "",
            "Errors by status: a bad token is 401 'Access Token Invalid' everywhere.",
        ),
        Deviation(
            r"(GET|PUT|DELETE) /contacts/\{contact_id\}"
            r"|GET /contacts/find_by_external_id/\{external_id\}"
            r"|POST /contacts/(merge|\{contact_id\}/(archive|unarchive|block))",
            "404",
            "",
            "Errors by status: 404 not_found 'User Not Found'; the text of MergeContact says so too.",
        ),
        Deviation(
            r"POST /contacts|PUT /contacts/\{contact_id\}",
            "409",
            "",
            "Intercom-OpenAPI#543: 409 conflict with the id of the twin in the message.",
        ),
        Deviation(
            r"(GET|POST) /contacts",
            "400",
            "",
            "Errors by status: parameter_invalid, parameter_not_found; "
            "the schema of the request wants email, external_id or role.",
        ),
        Deviation(
            r"POST /companies/list",
            "400",
            "",
            "intercom-ruby#304: 400 'page limit reached, please use scroll API' past 10,000.",
        ),
        Deviation(
            r"GET /companies/scroll",
            "400",
            "",
            "airbyte#8395, intercom-ruby#283: 400 scroll_exists while another scroll is open.",
        ),
        Deviation(
            r"GET /companies/scroll",
            "404",
            "",
            "airbyte#9339: 404 'scroll parameter not found' once a scroll is over.",
        ),
        Deviation(
            r"POST /contacts/\{contact_id\}/unarchive",
            "400",
            "",
            "Errors by status: not_restorable for a blocked user.",
        ),
        Deviation(
            r"POST /tags",
            "404",
            "",
            "Errors by status: a tag that is not there is 404; renaming is no exception.",
        ),
        # Members the schemas leave out, and the description's own examples have.
        Deviation(
            CONTACT,
            "200",
            r"(data\.\*\.)?(companies|notes|tags|social_profiles)\.type",
            "Example of ShowContact: every list inside a contact says type: list.",
        ),
        Deviation(
            CONTACT,
            "200",
            r"(data\.\*\.)?location\.(country_code|continent_code)",
            "Example of ShowContact: location has both codes.",
        ),
        Deviation(
            CONTACT,
            "200",
            r"(data\.\*\.)?(opted_(in|out)_subscription_types|utm_\w+|referrer)",
            "Example of ShowContact has them; its schema does not.",
        ),
        Deviation(
            CONTACT,
            "200",
            r"data\.\*\.enabled_push_messaging",
            "Described where one contact is answered, so it is there in lists as well.",
        ),
        Deviation(
            r"GET /me",
            "200",
            r"app\.secure",
            "Example of identifyAdmin has app.secure; the schema of app does not.",
        ),
        Deviation(
            r"GET /contacts/\{contact_id\}/companies",
            "200",
            "data",
            "Example of listCompaniesForAContact: rows under data; its schema says companies.",
        ),
        Deviation(
            r"GET /contacts|POST /contacts/search|POST /companies/list"
            r"|GET /(contacts/\{contact_id\}|companies/\{company_id\})/notes",
            "200",
            r"pages\.next\.page",
            'Documentation of cursor pagination: "next":{"page":2,"starting_after":"WzE3…"}.',
        ),
        # Requests that are right and do not fit.
        Deviation(
            r"POST /contacts/\{contact_id\}/notes",
            "request",
            "",
            "createNote declares contact_id an integer; ids of contacts are 24 hexadecimal digits.",
        ),
        Deviation(
            r"POST /tags",
            "request",
            "",
            "createTag's own examples fit more than one of the schemas of which one must fit.",
        ),
        Deviation(
            r"PUT /data_attributes/\{data_attribute_id\}",
            "request",
            "",
            "updateDataAttribute's own example with options fits both schemas of its oneOf.",
        ),
    ]


# What the description's examples show and the sandbox does not, each with the reason.
NOT_SHOWN = {
    "PUT /contacts/{contact_id}": (
        "custom_attributes.order",
        "custom objects are not in this workspace",
    ),
    "GET /companies/{company_id}/notes": (
        "data.*.author.",
        "the other three operations on notes show the author in short; so does this one",
    ),
    "POST /companies": (
        "custom_attributes.industry",
        "an attribute of the example's own workspace",
    ),
}


# Errors in the description's examples that the walk does not meet, each with the reason.
NOT_TOLD = {
    "contact_company_limit_exceeded": "a thousand companies: test_wire_companies.py",
    "away_status_reason_mandatory": "this workspace does not make a reason mandatory",
    "Away status reason is deleted": "reasons cannot be deleted through the API",
}
