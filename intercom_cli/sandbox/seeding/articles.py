"""What the seeded articles say: a title, what it is about, the steps to take, and more below.

The last part of each names what else the body has: a table, code, an image, a quotation.
"""

from __future__ import annotations

Steps = tuple[str, ...]

# Title, number of the collection or 0 for none, state, about, steps, more.
ARTICLES: tuple[tuple[str, int, str, str, Steps, str], ...] = (
    ("Getting started with Harbor Lights", 1, "published",
     "Set up your first harbor in ten minutes.",
     ("Create your workspace", "Invite your team", "Connect your first berth"), "image link"),
    ("Invite your teammates", 1, "published",
     "Everybody works with an account of their own.",
     ("Open Settings > Team", "Enter an e-mail address", "Choose a role"), "table"),
    ("Import your berths from a spreadsheet", 3, "published",
     "Bring what you have as a CSV file of up to 10,000 rows.",
     ("Download the template", "Fill in the columns", "Upload the file"), "code table"),
    ("Choose a time zone", 1, "published",
     "Reports and reminders follow the time zone of the workspace.",
     ("Open Settings > General", "Pick a time zone", "Save"), ""),
    ("Use the mobile app", 1, "published",
     "See arrivals on your phone, also without a connection.",
     ("Install the app", "Sign in with your work address", "Allow notifications"), "image"),
    ("Understand your invoice", 2, "published",
     "What each line of an invoice means.",
     ("Open Billing > Invoices", "Choose a month", "Download the PDF"), "table"),
    ("Change your plan", 2, "published",
     "Move between Starter, Pro and Enterprise at any time.",
     ("Open Billing > Plan", "Choose another plan", "Confirm"), "table link"),
    ("Update your payment method", 2, "published",
     "Cards, direct debit and bank transfer are taken.",
     ("Open Billing > Payment", "Add a method", "Make it the default"), "quote"),
    ("Get a refund", 4, "published",
     "Refunds go back to the method that was used to pay.",
     ("Find the invoice", "Choose Request a refund", "Tell us why"), "quote link"),
    ("Why was my card declined?", 4, "published",
     "The most common reasons, and what to do about each.",
     ("Check the date", "Check the limit", "Ask your bank"), "table"),
    ("Add VAT and tax numbers", 2, "draft",
     "Put your tax number on every invoice.",
     ("Open Billing > Details", "Enter the number", "Save"), ""),
    ("Reset your password", 5, "published",
     "What to do when you cannot sign in.",
     ("Open the sign-in page", "Choose Forgot password", "Follow the e-mail"), "image link"),
    ("Turn on two-factor authentication", 5, "published",
     "Protect your account with a second step.",
     ("Open Profile > Security", "Scan the code", "Keep the recovery codes"), "image code"),
    ("Set up single sign-on with SAML", 5, "published",
     "Let people sign in with the account they have at work.",
     ("Create an application", "Copy the metadata", "Test with one person"), "code table"),
    ("Roles and permissions", 5, "published",
     "Who may see and change what.",
     ("Open Settings > Roles", "Choose a role", "Tick what it may do"), "table"),
    ("Delete your account", 5, "published",
     "How to leave, and what becomes of your data.",
     ("Export your data", "Open Profile > Account", "Choose Delete"), "quote"),
    ("Authenticate with the API", 6, "published",
     "Every call carries a token.",
     ("Create a token", "Put it into the header", "Keep it secret"), "code"),
    ("API rate limits", 6, "published",
     "How many calls you can make, and what happens beyond.",
     ("Read the headers", "Wait for the reset", "Try again"), "table code"),
    ("Receive webhooks", 6, "published",
     "Hear of arrivals and departures as they happen.",
     ("Add an address", "Choose events", "Check the signature"), "code link"),
    ("API errors", 6, "published",
     "What each status means.",
     ("Read the status", "Read the code", "Keep the request id"), "table"),
    ("Migrate to version 3 of the API", 6, "draft",
     "What changes, and until when the old version works.",
     ("Read the changes", "Change the header", "Test"), "table code"),
    ("Connect Slack", 7, "published",
     "Get a message in a channel for every arrival.",
     ("Open Integrations", "Choose Slack", "Pick a channel"), "image"),
    ("Connect your calendar", 7, "published",
     "See reservations beside your meetings.",
     ("Open Integrations", "Choose your calendar", "Allow access"), ""),
    ("Export your data", 7, "published",
     "Take everything with you as CSV or JSON.",
     ("Open Settings > Export", "Choose a format", "Wait for the e-mail"), "code"),
    ("Schedule a report", 7, "published",
     "Have a report in your mailbox every Monday.",
     ("Open a report", "Choose Schedule", "Add recipients"), "image"),
    ("Report fields explained", 7, "draft",
     "What every column of a report holds.",
     ("Open a report", "Point at a column", "Read the note"), "table"),
    ("Partner programme", 8, "published",
     "Earn a share for every harbor you bring.",
     ("Apply", "Get your link", "Share it"), "link"),
    ("Order a partner kit", 8, "published",
     "Signs, stickers and a demo berth.",
     ("Open the partner portal", "Choose a kit", "Enter an address"), "table"),
    ("System status and incidents", 0, "published",
     "Where to look when something does not work.",
     ("Open status.harborlights.test", "Subscribe", "Tell us"), "link quote"),
    ("Holiday opening hours", 0, "draft",
     "When the team is away.",
     ("Check the dates", "Plan ahead", "Use the emergency number"), ""),
)  # fmt: skip

# Other languages of an article, by its number: title, what it is about, steps, state.
TRANSLATIONS: dict[int, tuple[tuple[str, str, str, Steps, str], ...]] = {
    1: (
        ("de", "Erste Schritte mit Harbor Lights", "Richten Sie Ihren ersten Hafen ein.",
         ("Arbeitsbereich anlegen", "Team einladen", "Liegeplatz verbinden"), "published"),
        ("fr", "Premiers pas avec Harbor Lights", "Configurez votre premier port.",
         ("Créer l'espace de travail", "Inviter l'équipe", "Connecter un quai"), "published"),
    ),
    6: (
        ("de", "Ihre Rechnung verstehen", "Was jede Zeile einer Rechnung bedeutet.",
         ("Abrechnung öffnen", "Monat wählen", "PDF herunterladen"), "published"),
        ("fr", "Comprendre votre facture", "Ce que signifie chaque ligne.",
         ("Ouvrir Facturation", "Choisir un mois", "Télécharger le PDF"), "draft"),
    ),
    9: (
        ("fr", "Obtenir un remboursement", "Le remboursement suit le moyen de paiement utilisé.",
         ("Trouver la facture", "Demander un remboursement", "Dire pourquoi"), "published"),
    ),
    12: (
        ("de", "Passwort zurücksetzen", "Was tun, wenn Sie sich nicht anmelden können.",
         ("Anmeldeseite öffnen", "Passwort vergessen wählen", "Der E-Mail folgen"), "published"),
        ("fr", "Réinitialiser votre mot de passe", "Quand la connexion ne marche pas.",
         ("Ouvrir la page", "Choisir Mot de passe oublié", "Suivre l'e-mail"), "published"),
    ),
    13: (
        ("de", "Zwei-Faktor-Anmeldung einschalten", "Ihr Konto mit zweitem Schritt schützen.",
         ("Profil > Sicherheit öffnen", "Code scannen", "Codes aufbewahren"), "draft"),
    ),
}  # fmt: skip

MORE = {
    "image": '<div class="intercom-container"><img src="https://downloads.harborlights.test/i/{id}/'
    'screen.png" alt="{title}" width="1280"></div>',
    "link": '<p class="no-margin">See also <a href="https://help.harborlights.test/en/articles/1-'
    'getting-started-with-harbor-lights">Getting started with Harbor Lights</a>.</p>',
    "quote": "<blockquote>Ask us before you do this if an invoice is still open.</blockquote>",
    "code": "<pre><code>curl https://api.harborlights.test/v2/berths \\\n"
    '  -H "Authorization: Bearer $TOKEN"</code></pre>',
    "table": '<div class="intercom-interblocks-table-container"><table><tbody>'
    "<tr><td>Plan</td><td>Seats</td><td>Price</td></tr>"
    "<tr><td>Starter</td><td>3</td><td>€29 &amp; VAT</td></tr>"
    "<tr><td>Pro</td><td>25</td><td>€99 &amp; VAT</td></tr></tbody></table></div>",
}


def body_of(number: int, title: str, about: str, steps: Steps, more: str) -> str:
    """The body of an article in HTML: what it is about, the steps, and what else there is."""
    items = "".join(f'<li><p class="no-margin">{step}</p></li>' for step in steps)
    extra = (MORE[name].format(id=number, title=title) for name in more.split())
    return "".join(
        (
            f'<p class="no-margin">{about}</p>',
            '<h2 id="h_steps">Step by step</h2>',
            f"<ol>{items}</ol>",
            *extra,
            '<p class="no-margin"><b>Still stuck?</b> Write to <i>support</i>.</p>',
        )
    )
