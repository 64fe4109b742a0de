"""What falls due after a conference beside its letters and its record. Pure: rows of the catalogue."""

from __future__ import annotations

from conferences.rules.deadlines_limits import LocalWorkingDays
from conferences.rules.deadlines_row import NO_REPORT, OWN, Code, Deadline, Holder, Reach, Subject
from safeguarding.rights import Permission as P

AFTER = (
    Deadline(
        Code.SEND_CLOSING,
        "",
        "L",
        OWN,
        LocalWorkingDays("CLOSING_LETTER_WORKING_DAYS"),
        Subject.MEETING,
        "the day of the conference that ended a plan",
        "the sending of the last of the letters that it ended",
        "the cancelling of the meeting, a decision put right so that no plan ended, or that no letter goes",
        Holder.NOBODY,
        Reach.UNIT,
        P.SEND_LETTERS,
        why_none=NO_REPORT,
    ),
)
