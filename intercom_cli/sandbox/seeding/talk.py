"""What is said in the seeded conversations."""

from __future__ import annotations

from typing import Any

GUIDE = (
    '<p>See the <a href="https://harborlights.test/docs/api">guide</a>:</p>'
    "<pre><code>curl https://api.harborlights.test/lamps</code></pre>"
)
# Each: the subject, what the contact asks, what an admin answers, what the contact says to that.
TOPICS = (
    (
        "Invoice for March",
        "Hello, I cannot find the invoice for March. Where is it?",
        '<p>You find it under <a href="https://harborlights.test/billing">Billing</a>.</p>',
        "Found it, thank you!",
    ),
    (
        "Export of all lamps",
        "Is there a way to export all lamps with their positions?",
        "<p>There is:</p><ul><li>Open <b>Lamps</b></li><li>Choose <i>Export</i></li></ul>",
        "The file has only 500 rows. Why?",
    ),
    (
        "Single sign-on",
        "We need single sign-on before we can roll out. Which plan has it?",
        "<p>It is part of the team plan, and of enterprise.</p>",
        "Then we would like to upgrade.",
    ),
    (
        "Night mode does not start",
        "Since yesterday the night mode does not start by itself.",
        "<p>Thank you for telling us. Which timezone is your harbor in?</p>",
        "America/New_York, and the clock of the computer is right.",
    ),
    (
        "Refund",
        "I was charged twice this month. Please refund one of the payments.",
        "<p>I am sorry. The refund is on its way and takes <em>three</em> days.</p>",
        "It has arrived.",
    ),
    (
        "API access",
        "Where do I get a token for the API?",
        GUIDE,
        "401 each time. Do I need to wait?",
    ),
    (
        "Größe der Karte",
        "Können wir die Karte auch auf A3 drucken?",
        "<p>Ja, unter Drucken &gt; Größe.</p>",
        "Vielen Dank 👍",
    ),
    (
        "Training for the new team",
        "Three people start next week. Do you offer a training?",
        "<ol><li>Watch the tour</li><li>Join us on Tuesday</li></ol>",
        "Tuesday suits us.",
    ),
)
NOTES = (
    "Finance has to look at this first.",
    "<p>Asked <b>engineering</b>, see the thread of last week.</p>",
    "Same question as last month.",
)
TITLES = (None, "Billing", "Export", None, "Onboarding")
LAST_WORDS = ("Glad it works. Have a good day!", None, "I close this; just write if it comes back.")
REMARKS = ("Quick and friendly", None, "Took too long")
ISSUES = ("Billing", "Bug", "Question", "Feature request")
DEGREES = ("Low", "Medium", "High")
ORDERS = {"type": "many", "object_type_id": "Order"}
PRIORITIES = ("none", "none", "low", "medium", "none", "high", "none", "urgent")
# Name, type, description, and what only this type has.
ATTRIBUTES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("issue_type", "list", "What it is about", {"options": ISSUES}),
    ("priority", "list", "How much it matters to the customer", {"options": DEGREES}),
    ("order_number", "string", "The number on the order", {"multiline": False}),
    ("seats_affected", "integer", "How many people are held up", {}),
    ("refund_amount", "decimal", "How much was given back", {}),
    ("is_outage", "boolean", "Whether lights are out", {}),
    ("promised_on", "datetime", "Until when an answer was promised", {}),
    ("order", "relationship", "The orders it is about", {"reference": ORDERS}),
    ("screenshots", "files", "What the customer sees", {}),
    ("old_channel", "string", "No longer in use", {"multiline": True}),
)
