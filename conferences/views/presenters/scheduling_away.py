"""What if a chair were away, in words: what is proposed for each meeting, and what cannot be moved."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from conferences.forms.scheduling import slot_hint
from conferences.operations.scheduling_away import Moved
from conferences.queries.scheduling_away import Fallen, WhatIf
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import counted, sentence, uk_date, uk_day, uk_meeting, upper_first

GONE = "What was proposed for it changed after you opened this page."


def summary(found: WhatIf) -> str:
    """How many meetings fall, and how many of them can be moved."""
    away = f"{uk_date(found.away.first)} to {uk_date(found.away.last)}"
    if not found.fallen:
        return f"No meeting of {found.chair.full_name} that you see falls from {away}."
    falls = counted(len(found.fallen), "meeting falls", "meetings fall")
    able = sum(one.proposal is not None for one in found.fallen)
    return f"From {away}, {falls} of {found.chair.full_name}. Of these {able} can be moved in time."


def unseen_words(found: WhatIf) -> str:
    """That there are meetings whose children the reader does not all see; "" where there are none."""
    if not found.unseen:
        return ""
    more = counted(found.unseen, "more meeting falls", "more meetings fall")
    return f"{more} that you cannot move, as you do not see all of its children. Ask the lead of the unit."


def move_words(one: Fallen) -> tuple[str, str]:
    """The move that is proposed, and what speaks for and against it."""
    assert one.proposal is not None  # Only what has one is offered.
    slot = one.proposal.slot
    was = uk_meeting(one.booking.starts_at, one.booking.ends_at)
    if one.proposal.is_same_time:
        return f"Meeting {one.booking.pk}, {was}: {slot.chair.name} chairs it", slot_hint(slot)
    when = uk_meeting(slot.starts_at, slot.ends_at)
    to = f"{when}, {slot.room.name}, {slot.chair.name}"
    return f"Meeting {one.booking.pk}, {was}: to {to}", slot_hint(slot)


def stuck_table(fallen: Sequence[Fallen]) -> Table | None:
    """The meetings that cannot be moved by their last day by law; None where all can."""
    rows = [
        [
            Cell(f"Meeting {one.booking.pk}", href=reverse("booking", args=[one.booking.ref])),
            uk_meeting(one.booking.starts_at, one.booking.ends_at),
            uk_day(one.last),
            sentence(one.why_none),
        ]
        for one in fallen
        if one.proposal is None
    ]
    columns = [Column("Meeting"), Column("When"), Column("Last day by law"), Column("Why")]
    if not rows:
        return None
    return Table("Meetings that cannot be moved in time", columns, rows, row_heads=True, stack=True)


def done_words(moved: Sequence[Moved]) -> tuple[str, list[str]]:
    """How many are moved, and of each that is not, why."""
    failed = [one for one in moved if one.why_not]
    done = counted(len(moved) - len(failed), "meeting is moved", "meetings are moved")
    why = [f"Meeting {one.booking.pk} is not moved. {sentence(one.why_not)}" for one in failed]
    return f"{upper_first(done)}.", why


def gone_words(refs: Sequence[str], found: WhatIf) -> list[str]:
    """Of each approved move that is proposed no more, which meeting it was of and that it stays as it is; one
    that does not fall any more is named by nothing.
    """
    known = {str(one.booking.ref): one.booking.pk for one in found.fallen}
    names = [
        f"Meeting {known[ref]}" if ref in known else "A meeting that does not fall any more" for ref in refs
    ]
    return [f"{name} is not moved. {GONE}" for name in names]
