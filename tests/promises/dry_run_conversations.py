"""Every command that writes to conversations, sends messages or speaks to Fin."""

import shlex

AT = "2026-11-01T09:00Z"
PREVIEW = "--api-version Preview"
PART = "23"  # a part of conversation 7 with words
ME = "--admin 991267459"

WORDS = {
    "conversations create": "--from {user} --body 'Where is my invoice?'",
    "conversations update": "12 --title 'Invoice for March' --read --set custom_attributes.seats_affected=5",
    "conversations delete": "12 --no-keep-metrics --yes",
    "conversations reply": f"12 'It is on its way.' --option Thanks --option 'Not yet' --yes {ME}",
    "conversations note": "12 'Asked finance' --admin 991267460",
    "conversations assign": f"12 991267460 {ME}",
    "conversations close": f"12 --body 'Glad it works.' --yes {ME}",
    "conversations open": f"12 {ME}",
    "conversations snooze": f"12 --until 2036-12-01T09:00 {ME}",
    "conversations tag": f"12 1 {ME}",
    "conversations untag": f"12 10 {ME}",
    "conversations attach": f"12 newcomer@acme.test --yes {ME}",
    "conversations detach": f"12 {{user}} {ME}",
    "conversations redact": f"7 {PART} --yes",
    "conversations merge": "12 --into 13 --yes",
    "conversations convert": "12 --type 2001 --yes",
    "conversations mark-part": f"7 {PART} --seen --secret-file {shlex.quote(__file__)} {ME} {PREVIEW}",
    "conversation-attributes create": "--name floor --type list --option 1st --option 2nd",
    "conversation-attributes update": "3 --required --description 'As on the order'",
    "conversation-attributes delete": "3 --yes",
    "conversation-attributes add-option": "1 --label Complaint",
    "conversation-attributes update-option": "1 f17a5063-723a-5057-86df-b84f6f1f07f0 --label Bills",
    "conversation-attributes delete-option": "1 f17a5063-723a-5057-86df-b84f6f1f07f0 --yes",
    "messages send": "--to user:{user} --from 991267459 --body Hello --yes",
    "fin start": f"talk-1 'How do I export lamps?' --user 42 --at {AT}",
    "fin reply": f"talk-open 'And how long does it take?' --user 42 --at {AT}",
    "fin csat": "talk-done good --remark 'Quick answer'",
    "fin ask": f"talk-2 'Where is my invoice?' --user 42 --at {AT} {PREVIEW}",
    "fin capabilities": f"--user 42 {PREVIEW}",
    "fin run": f"12345 talk-3 --user 42 {PREVIEW}",
    "fin escalate": f"talk-open --context 'Wants a refund' {PREVIEW}",
    "fin answer": f"12 --step step-1 --value approved:=true {PREVIEW}",
}
