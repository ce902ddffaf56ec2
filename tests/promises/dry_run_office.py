"""Every command of the office that writes, with words that do it in a fresh sandbox."""

WORDS = {
    "admins away": "991267460 --reason 2 --reassign",
    "admins back": "991267460",
    "office-hours create": "--name Sales --time-zone Europe/Dublin --hours 'Mon-Fri 9:00-17:30'",
    "office-hours update": "1 --hours 'Mon-Thu 9-17; Fri 9-12'",
    "office-hours delete": "3 --yes",
    "office-hours-exceptions create": "--schedule 1 --date 2027-01-01 --name 'New Year' --closed",
    "office-hours-exceptions update": "2 --schedule 1 --hours 9:00-12:00",
    "office-hours-exceptions delete": "1 --schedule 1 --yes",
    "ip-allowlist update": "--disable --yes",
    "audiences create": "--name 'Trial users'",
    "audiences update": "1 --name 'Big customers'",
    "audiences delete": "1 --yes",
    "data-connectors create": "--name X --url https://shop.example/orders --http-method get",
    "data-connectors update": "5 --state live",
    "data-connectors delete": "5 --yes",
    "custom-objects create": "--type Order --external-id 42 --created-at 2026-01-31",
    "custom-objects upsert": "--type Order --external-id 42 --created-at 2026-01-31",
    "custom-objects delete": "1 --type Order --yes",
    "exports start": "--since 2026-01-01 --until 2026-01-31",
    "exports run": "--since 2026-01-01 --until 2026-01-31",
    "reports start": "--dataset ticket --attribute ticket.ticket_id"
    " --since 2026-01-01 --until 2026-01-31",
    "reports run": "--dataset ticket --attribute ticket.ticket_id"
    " --since 2026-01-01 --until 2026-01-31 --to - --unzip",
}
# These need a record that only a command before them makes.
AFTERWARDS = {
    "banners dismiss": "a view, which is there once the banners were listed",
    "exports cancel": "an export that is at work",
}
# These only the Preview version has, which no sandbox serves; scripted answers show them.
PREVIEW = {
    "teams update": "1 --member 991267459",
    "secure-mode-secrets create": "--name Web --supports-web",
    "secure-mode-secrets delete": "102 --yes",
    "contacts bulk-create": "new.ndjson",
    "contacts bulk-update": "changes.ndjson",
    "contacts bulk-delete": "1 2 --yes",
    "companies bulk-create": "new.ndjson",
    "companies bulk-update": "changes.ndjson",
    "companies bulk-delete": "1 2 --yes",
    "ecommerce upload": "42939 products.json --yes",
}
