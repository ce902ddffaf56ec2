"""Phone calls: how they went, what was said, and where the recording is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from intercom_cli.sandbox import documents
from intercom_cli.sandbox.call import Answer, Call, reply
from intercom_cli.sandbox.documents import Query, Record
from intercom_cli.sandbox.refusals import Fault, Refusal, not_found
from intercom_cli.sandbox.visit import Route, Visit

KIND = "call"
SIZE = 25
CONVERSATIONS = 20
API = "https://api.intercom.io"
RECORDINGS = "recordings.example"
SIGNATURE = "5f1c0d"
LASTS = 600  # seconds that the address of a recording is good for
# A frame of MP3 without a sound, of 26 milliseconds; a recording here is one second of them.
SILENCE = (b"\xff\xfb\x90\x64" + bytes(413)) * 38
LOOPBACK = ("localhost:", "127.0.0.1:", "[::1]:")
# Kept beside a call, and shown only where it is asked for.
HIDDEN = ("transcript", "recording")


def list_calls(visit: Visit) -> Answer:
    """One page of the calls, the latest first; nothing points to the next page."""
    number, size = visit.number("page", 1), visit.number("per_page", SIZE, most=SIZE)
    order = "json_extract(body, '$.created_at')"
    query = Query(KIND, order=order, ascending=False)
    total = documents.count(visit.store, query)
    found = documents.every(visit.store, query, limit=size, offset=(number - 1) * size)
    pages = {"type": "pages", "page": number, "per_page": size, "total_pages": -(-total // size)}
    data = [shape(one) for one in found]
    return reply({"type": "list", "data": data, "total_count": total, "pages": pages})


def retrieve(visit: Visit) -> Answer:
    """Show one call."""
    return reply(shape(named(visit)))


def recording(visit: Visit) -> Answer:
    """Lead to the recording, which lies on another host, and needs no token there.

    Where the sandbox is served on this machine there is no other host, so it lies beside it.
    """
    found = documents.found(visit, KIND, visit.ids["call_id"], "Recording Not Found")
    if not found["recording"]:
        raise not_found("Recording Not Found")
    host = visit.call.headers.get("host", "")
    near = host.startswith(LOOPBACK)
    place = f"{visit.call.scheme}://{host}" if near else f"https://{RECORDINGS}"
    signed = f"{found['id']}.mp3?signature={SIGNATURE}&expires={visit.now + LASTS}"
    return Answer(302, {"location": f"{place}/recordings/{signed}"})


def is_recording(call: Call) -> bool:
    """Whether a call is for the sound of a recording, by a signed address."""
    return call.method == "GET" and call.path.startswith("/recordings/")


def sound(call: Call, now: float) -> Answer:
    """The sound of a recording. Raises Refusal 403 for an address that is not good any more."""
    expires = call.parameter("expires") or ""
    signed = call.parameter("signature") == SIGNATURE
    if not signed or not expires.isdecimal() or int(expires) < now:
        raise Refusal(403, Fault("forbidden", "The address of this recording is not valid"))
    return Answer(200, {"content-type": "audio/mpeg"}, SILENCE)


def transcript(visit: Visit) -> Answer:
    """Give what was said as a text file."""
    found = named(visit)
    if not found["transcript"]:
        raise not_found("Not Found")
    day = datetime.fromtimestamp(found["created_at"], UTC).date()
    name = f"attachment; filename=transcription_data-{day}.txt"
    headers = {"content-type": "text/plain; charset=utf-8", "content-disposition": name}
    text = "\n".join(spoken(line) for line in found["transcript"])
    return Answer(200, headers, text.encode())


def spoken(line: Record) -> str:
    """A line of a transcript as text."""
    minutes, seconds = divmod(line["offset"], 60)
    return f'[00:{minutes:02}:{seconds:02}] {line["speaker"]}: "{line["text"]}"'


def search(visit: Visit) -> Answer:
    """The calls of some conversations, with what was said in them."""
    wanted = visit.body().get("conversation_ids")
    if not isinstance(wanted, list) or not 0 < len(wanted) <= CONVERSATIONS:
        raise too_many()
    if not all(isinstance(one, str) for one in wanted):
        raise too_many()
    marks = ", ".join("?" * len(wanted))
    sql = f"json_extract(body, '$.conversation_id') IN ({marks})"
    found = documents.every(visit.store, Query(KIND, sql=sql, values=wanted))
    return reply({"type": "list", "data": [with_transcript(one) for one in found]})


def too_many() -> Refusal:
    """Refuse no conversations, more than twenty, and what is no id."""
    message = "A list of up to 20 conversation IDs is required"
    return Refusal(400, Fault("conversation_id_limit_exceeded", message))


def with_transcript(record: Record) -> dict[str, Any]:
    """A call with what was said; a call nobody wrote down has no status either."""
    said = record["transcript"]
    status = "completed" if said else None
    return {**shape(record), "transcript": said, "transcript_status": status}


def named(visit: Visit) -> Record:
    """The call a path names."""
    return documents.found(visit, KIND, visit.ids["call_id"], "Not Found")


def shape(record: Record) -> dict[str, Any]:
    """A call as JSON."""
    home = f"{API}/calls/{record['id']}"
    shown = {name: value for name, value in record.items() if name not in HIDDEN}
    heard, written = record["recording"], record["transcript"]
    by_fin = record["admin_id"] is None
    return {
        "type": KIND,
        **shown,
        "recording_url": f"{home}/recording" if heard else None,
        "transcription_url": f"{home}/transcript" if written else None,
        "fin_recording_url": f"{home}/recording" if heard and by_fin else None,
        "fin_transcription_url": f"{home}/transcript" if written and by_fin else None,
    }


routes = (
    Route("GET", "/calls", list_calls, reads=True),
    Route("GET", "/calls/{call_id}", retrieve, reads=True),
    Route("GET", "/calls/{call_id}/recording", recording, reads=True),
    Route("GET", "/calls/{call_id}/transcript", transcript, reads=True),
    Route("POST", "/calls/search", search, reads=True),
)
