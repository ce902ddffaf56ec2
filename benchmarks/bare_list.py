"""Read the pages of contacts with nothing but an HTTP connection: the server's own pace."""

import http.client
import json
import os
import sys
from urllib.parse import urlsplit

PAGE = 150

wanted = int(sys.argv[1])
address = urlsplit(os.environ["INTERCOM_API_BASE_URL"])
headers = {
    "Authorization": f"Bearer {os.environ['INTERCOM_ACCESS_TOKEN']}",
    "Intercom-Version": "2.16",
}
connection = http.client.HTTPConnection(address.hostname or "", address.port)
target, rows = f"/contacts?per_page={PAGE}", 0
while target and rows < wanted:
    connection.request("GET", target, headers=headers)
    page = json.loads(connection.getresponse().read())
    rows += len(page["data"])
    after = (page["pages"].get("next") or {}).get("starting_after")
    target = f"/contacts?per_page={PAGE}&starting_after={after}" if after else ""
if rows < wanted:
    sys.exit(f"only {rows} contacts came")
