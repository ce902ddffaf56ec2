"""Words of the commands of tickets, calls, visitors and events that write."""

TICKET = "215470000003"
AS = "--admin 991267459"

WORDS = {
    "tickets create": "--type 2001 --contact external:user-000006 --title 'No sound' --yes",
    "tickets update": f"{TICKET} --state 8103 --title 'Charged three times' {AS} --yes",
    "tickets delete": f"{TICKET} --yes",
    "tickets reply": f"{TICKET} 'We found the cause.' --yes {AS}",
    "tickets note": f"{TICKET} 'Asked finance' {AS}",
    "tickets assign": f"{TICKET} 991267460 {AS} --yes",
    "tickets close": f"{TICKET} {AS} --yes",
    "tickets open": f"215470000004 {AS} --yes",
    "tickets snooze": f"{TICKET} --until 2099-01-31T09:00 {AS} --yes",
    "tickets change-type": f"{TICKET} --type 2004 --state 8102 --yes",
    "tickets link": "215470000023 12",
    "tickets unlink": "215470000021 1",
    "tickets tag": f"{TICKET} 1 {AS}",
    "tickets untag": f"215470000001 10 {AS}",
    "tickets enqueue": "--type 2001 --contact external:user-000006 --title 'No sound' --yes",
    "ticket-types create": "--name Refund --category Customer --icon R",
    "ticket-types update": "2001 --description 'Something is broken'",
    "ticket-attributes create": "--ticket-type 2001 --name Browser --type list --item Firefox"
    " --item Chrome --description 'Where it happens'",
    "ticket-attributes update": "4003 --ticket-type 2001 --required-to-create",
    "fin-voice register": "--phone-number +12125550100 --call-id five9-81 --source five9",
    "phone-call-redirects create": "--phone +12125550100 --yes",
    "visitors update": "--user-id harbor-visitor-1 --name Violet",
    "visitors convert": "--user-id harbor-visitor-1 --into external:user-000006 --yes",
    "events track": "order-placed --contact external:user-000006 --at 2026-01-31 --meta price=9.5",
    "events set-summary": "signed-in --contact external:user-000006 --count 12"
    " --first 2024-01-31 --last 2025-01-31",
}
