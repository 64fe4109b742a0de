"""The row of the catalogue of deadlines for the children's own versions of a record. Pure."""

from __future__ import annotations

from conferences.rules.deadlines_limits import LocalWorkingDays
from conferences.rules.deadlines_row import NO_REPORT, OWN, Code, Deadline, Holder, Reach, Subject
from safeguarding.rights import Permission as P

# From which age on a child is written to.
OWN_AGE = "CHILD_LETTER_FROM_AGE"

OWN_VERSIONS = Deadline(
    Code.GIVE_OWN_VERSION,
    "R14",
    "L",
    f"{OWN}; Guernsey visits within 5 working days",
    LocalWorkingDays("OWN_VERSION_WORKING_DAYS"),
    Subject.MEETING,
    "the day of the conference, of whose signed record a child is old enough to be written to",
    "that each of these children was given their own version, or why not is recorded",
    "the death of each of these children who was given none",
    Holder.NOBODY,
    Reach.UNIT,
    P.SEND_LETTERS,
    why_none=NO_REPORT,
)
