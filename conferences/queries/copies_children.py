"""Which children of a signed record are old enough for their own version, and how it is written to them."""

from __future__ import annotations

from conferences.models import MeetingRecord, OwnVersion, RequestedChild
from conferences.queries.invitations_letters import BANDS
from conferences.rules.invitations_letters import OWN_AS, band_of
from conferences.rules.letters_words_part import LetterKind
from safeguarding.clock import day_of
from safeguarding.models import Child
from safeguarding.policy.values import values
from safeguarding.workingdays import age


def own_kinds(record: MeetingRecord) -> dict[RequestedChild, LetterKind | None]:
    """{child of the record: in which words they are written to}, by the ages that hold for letters to
    children on the day of the meeting; None for who is too young, or of whom no birth date is known.
    """
    held = day_of(record.booking.starts_at)
    said = values([*BANDS.values()], held)
    bands = {band: int(str(said[key])) for band, key in BANDS.items()}
    found: dict[RequestedChild, LetterKind | None] = {}
    for part in record.parts.all():
        child = part.requested_child.child
        born = None if child.death_date else child.birth_date
        band = band_of(age(born, held) if born and born <= held else None, bands)
        found[part.requested_child] = OWN_AS[band] if band else None
    return found


def called(child: Child) -> str:
    """The first name by which a child is written to."""
    first = child.given_names.split()[:1]
    return first[0] if first else child.display_name


def lines_of(record: MeetingRecord) -> dict[int, str]:
    """{id of a child's part: what the chair says to the child} of a record in scope."""
    rows = OwnVersion.objects.unscoped("the chair's lines of a record in scope").filter(part__record=record)
    return dict(rows.values_list("part_id", "line"))
