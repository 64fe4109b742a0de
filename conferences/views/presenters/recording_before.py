"""What the chair should look at before a record is signed, though it can be signed with it."""

from __future__ import annotations

from django.urls import reverse

from conferences.models import MeetingRecord
from conferences.queries.recording import speakers_of
from conferences.rules.contributions import FRAME, contributions
from conferences.rules.copies_strangers import Strangers
from conferences.views.presenters.recording import HEADINGS, Missing
from safeguarding.wording import counted

SHOWN = 80


def unsure(record: MeetingRecord, strangers: Strangers) -> list[Missing]:
    """Words that are known of another family, and lines of which nobody knows who said them."""
    here = reverse("record", args=[record.booking.ref])
    return [*(Missing(one, here) for one in strangers.sentences), *_of_nobody(record)]


def _of_nobody(record: MeetingRecord) -> list[Missing]:
    """A heading each, with the first of its lines that begin with nobody's name."""
    told, href = speakers_of(record), reverse("record_common", args=[record.booking.ref])
    found = []
    for name in FRAME:
        lines = [one.words for one in contributions(getattr(record, name), told) if one.who is None]
        if lines:
            first = lines[0] if len(lines[0]) <= SHOWN else f"{lines[0][:SHOWN].rstrip()}…"
            number = counted(len(lines), "line")
            found.append(Missing(f"“{HEADINGS[name]}”: {number} without who said it: “{first}”", href))
    return found
