"""List contacts with Intercom's own Python library: the same work as ``intercom contacts list``."""

import json
import os
import sys
from itertools import islice

from intercom import Intercom

client = Intercom(
    token=os.environ["INTERCOM_ACCESS_TOKEN"], base_url=os.environ["INTERCOM_API_BASE_URL"]
)
wanted = int(sys.argv[1])
for contact in islice(client.contacts.list(per_page=min(wanted, 150)), wanted):
    sys.stdout.write(json.dumps(contact.dict(), default=str) + "\n")
