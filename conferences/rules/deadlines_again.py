"""The row of the catalogue of deadlines for what was put right after it was sent. Pure."""

from __future__ import annotations

from conferences.rules.deadlines_limits import LocalWorkingDays
from conferences.rules.deadlines_row import NO_REPORT, OWN, Code, Deadline, Holder, Reach, Subject
from safeguarding.rights import Permission as P

AGAIN = (
    Deadline(
        Code.SEND_AGAIN,
        "",
        "L",
        f"{OWN}; UK GDPR article 19 has whoever was told something be told that it was put right",
        LocalWorkingDays("SEND_AGAIN_WORKING_DAYS"),
        Subject.MEETING,
        "the day on which something was put right, or a newer version made, of a decision letter, a copy of"
        " the record or a letter that a plan has ended which had been sent; where somebody may be told since"
        " a later day, or it was done before, that day",
        "the day on which the last of those who had the former version was sent the new one",
        "that what was put right is again as it was sent, that nobody who had it may have it any more, or"
        " that the new version will not be sent, with why",
        Holder.NOBODY,
        Reach.UNIT,
        P.SEND_LETTERS,
        why_none=NO_REPORT,
    ),
)
