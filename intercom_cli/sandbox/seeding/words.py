"""The words the seeded workspace is made of: people, places, businesses."""


def listed(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


FIRST = listed(
    "Ada Amara Ana Anders Aoife Arjun Astrid Bea Bruno Camille Carlos Chen Chloe Daniel Diego "
    "Elena Emeka Emma Eva Farah Felix Fatima Gabriel Grace Hana Hannah Hugo Ibrahim Ines Isla "
    "Ivan Jakub Jana Javier Jin Jonas Julia Kai Karim Katarina Kenji Lars Laura Leila Leo "
    "Lina Lucia Maja Marco Maria Mateo Maya Mei Mia Milan Nadia Naomi Nia Nikolai Noah Nora "
    "Olga Oliver Omar Oscar Paula Pedro Petra Priya Rafael Rania Ravi Rosa Ruth Sam Sara "
    "Sofia Stefan Tariq Tess Theo Tomas Uma Vera Victor Wanjiru Wei Yara Yuki Yusuf Zara Zoe"
)
LAST = listed(
    "Abbott Adeyemi Ahmed Alvarez Andersen Bakker Banerjee Becker Bianchi Brandt Campbell "
    "Castro Cohen Costa Dubois Duarte Eriksen Evans Fernandez Fischer Flores Garcia Gomez "
    "Gupta Haddad Hansen Hoffmann Horvat Ivanov Jansen Johansson Kamau Kaplan Kim Kovacs "
    "Kumar Larsen Lee Lopez Marino Martin Mbeki Meyer Moreau Moreno Murphy Nakamura Nguyen "
    "Nilsson Novak Nowak Okafor Olsen Ortiz Osei Park Patel Pereira Petrov Popescu Quinn "
    "Rahman Ramos Reyes Ricci Rossi Roy Ruiz Saito Salazar Santos Sato Schmidt Silva Singh "
    "Smith Suzuki Tanaka Torres Varga Vega Virtanen Wagner Walker Wang Weber Wilson Wong "
    "Yilmaz Young Zhang"
)
MAIL_HOSTS = ("acme.test", "mail.example", "post.example", "inbox.example", "globex.test")
PLACES = (
    ("United States", "New York", "New York"),
    ("United States", "California", "San Francisco"),
    ("United States", "Texas", "Austin"),
    ("Germany", "Berlin", "Berlin"),
    ("France", "Île-de-France", "Paris"),
    ("Ireland", "Leinster", "Dublin"),
    ("United Kingdom", "England", "London"),
    ("Brazil", "São Paulo", "São Paulo"),
    ("Japan", "Tokyo", "Tokyo"),
    ("India", "Karnataka", "Bengaluru"),
    ("Kenya", "Nairobi County", "Nairobi"),
    ("Poland", "Mazovia", "Warsaw"),
    ("Spain", "Catalonia", "Barcelona"),
    ("Canada", "Ontario", "Toronto"),
    ("Australia", "Victoria", "Melbourne"),
    (None, None, None),
)
BROWSERS = (("chrome", "130.0"), ("firefox", "132.0"), ("safari", "18.1"), ("edge", "130.0"))
SYSTEMS = ("Windows 11", "macOS 15.1", "Linux", "iOS 18.1", "Android 15")
LANGUAGES = ("en", "de", "fr", "es", "pt-BR", "ja", "pl")
PLANS = ("free", "starter", "pro", "team", "enterprise")
BUSINESSES = listed(
    "Acme Apricot Basalt Beacon Bluebird Borealis Cascade Cedar Cobalt Copper Coral Delta "
    "Dune Ember Falcon Fathom Fern Globex Granite Harvest Indigo Initech Juniper Kestrel "
    "Lantern Larkspur Lumen Maple Meridian Mosaic Nimbus Northwind Oakline Orchard Osprey "
    "Pebble Pinecrest Quarry Redwood Saffron Sierra Solstice Sparrow Summit Thistle Tidewater "
    "Umber Vantage Willow Zephyr"
)
TRADES = (
    "Labs",
    "Logistics",
    "Foods",
    "Health",
    "Studio",
    "Robotics",
    "Travel",
    "Finance",
    "Energy",
)
INDUSTRIES = (
    "Software", "Logistics", "Food", "Health care", "Design", "Manufacturing", "Travel", "Finance",
    "Energy",
)  # fmt: skip
TAGS = (
    "VIP", "Beta tester", "Newsletter", "Churn risk", "Webinar 2025", "Needs follow-up",
    "Reference", "Reseller", "Student", "Feature request", "Billing question", "Gave feedback",
    "Événement", "日本語", "Do not call",
)  # fmt: skip
ADMINS = (
    ("991267459", "Ruth Okafor", "ruth@harborlights.test", "Head of support"),
    ("991267460", "Jonas Weber", "jonas@harborlights.test", "Support engineer"),
    ("991267461", "Mei Tanaka", "mei@harborlights.test", "Account manager"),
    ("991267462", "Carlos Duarte", "carlos@harborlights.test", "Account manager"),
    ("991267463", "Priya Banerjee", "priya@harborlights.test", "Onboarding"),
    ("991267464", "Aoife Murphy", "aoife@harborlights.test", "Sales"),
)
NOTES = (
    "Asked about single sign-on; sent the guide.",
    "Prefers e-mail over phone.",
    "Renewal in spring, talk to finance first.",
    "Likes the new reports.",
    "Wants an export of everything, see the help article.",
)
SUBSCRIPTIONS = (
    (91, "opt_out", "Announcements", "News about the product", ["email"]),
    (92, "opt_out", "Tips", "How to get more out of it", ["email"]),
    (93, "opt_in", "Newsletter", "Once a month, by e-mail", ["email"]),
    (94, "opt_in", "Text messages", "Only when something is wrong", ["sms_message"]),
)
