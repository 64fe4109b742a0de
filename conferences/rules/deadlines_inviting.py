"""The rows of the catalogue of deadlines for the list of a conference: inviting, reports, a
quorum, and who is excluded from it. Pure."""

from __future__ import annotations

from conferences.rules.deadlines_limits import LocalWorkingDays, ThatDay
from conferences.rules.deadlines_row import NO_REPORT, OWN, Code, Deadline, Holder, Reach, Subject
from safeguarding.rights import Permission as P

OVER = "the day of the meeting, or its leaving the diary"
# By when reports come to the unit, and are shown to the family, before an initial and before a review
# conference; and by when its chair answers for a quorum.
TO_UNIT = ("REPORT_TO_UNIT_INITIAL_WORKING_DAYS", "REPORT_TO_UNIT_REVIEW_WORKING_DAYS")
TO_FAMILY = ("REPORT_TO_FAMILY_INITIAL_WORKING_DAYS", "REPORT_TO_FAMILY_REVIEW_WORKING_DAYS")
BEFORE_IT = "QUORUM_ANSWER_WORKING_DAYS"
# The local limits that these days stand on, beside those of the rows themselves.
SPEAK_BY, SPEAK_TRIES, SPEAK_WHO = "CONTACT_WORKING_DAYS", "CONTACT_TRIES", "CONTACT_BY"
SPEAK_AGE = "CHILD_LETTER_FROM_AGE"
COUNTED_BY = (
    "QUORUM_OTHER_AGENCIES",
    BEFORE_IT,
    *TO_UNIT,
    *TO_FAMILY,
    *(SPEAK_BY, SPEAK_TRIES, SPEAK_WHO, SPEAK_AGE),
)

INVITING = (
    Deadline(
        Code.INVITE,
        "",
        "L",
        f"{OWN}; the Ombudsman found short notice at fault (Gloucestershire 21 003 170)",
        LocalWorkingDays("INVITE_WORKING_DAYS"),
        Subject.MEETING,
        "the meeting in the diary, its last move, or a later name on the list that nobody invited",
        "the day on which everybody on the list had been invited since the meeting was put where it stands",
        OVER,
        Holder.NOBODY,
        Reach.UNIT,
        P.INVITE,
        why_none=NO_REPORT,
    ),
    Deadline(
        Code.CHASE_REPORTS,
        "R12",
        "L",
        f"{OWN}; chairs complain of reports that are new to the family on the day",
        LocalWorkingDays("CHASE_REPORT_WORKING_DAYS"),
        Subject.MEETING,
        "the day by which reports come to the unit, or the last time that one which has not come was chased",
        "the day on which the last report had come, or a chase, which moves the day on",
        OVER,
        Holder.NOBODY,
        Reach.UNIT,
        P.INVITE,
        why_none=NO_REPORT,
    ),
    Deadline(
        Code.SHARE_REPORTS,
        "R12",
        "L",
        "Sussex 3 working days before an initial conference, 5 before a review; Doncaster 2",
        ThatDay(),
        Subject.MEETING,
        "the day by which the family is shown reports, or that on which one came, if it is later",
        "the day on which the family had been shown each report that came, or why not is recorded",
        OVER,
        Holder.ASKER,
        Reach.TEAM,
        P.INVITE,
        why_none=NO_REPORT,
    ),
    Deadline(
        Code.ANSWER_QUORUM,
        "R16",
        "L",
        f"{OWN}; Swindon lets a chair go on with reasons",
        ThatDay(),
        Subject.MEETING,
        "the days before a conference to which, by the answers so far, too few agencies come",
        "the chair’s reason to go on all the same",
        f"enough answers for a quorum, {OVER}",
        Holder.CHAIR,
        Reach.UNIT,
        P.RECORD_CONFERENCE,
        why_none=NO_REPORT,
    ),
    Deadline(
        Code.TELL_EXCLUDED,
        "R21",
        "L",
        "Sussex asks 3 working days before the conference; Guernsey tells a day before it",
        LocalWorkingDays("EXCLUSION_TOLD_WORKING_DAYS"),
        Subject.MEETING,
        "the first exclusion from a conference in the diary that is not decided, or of which nobody was told",
        "the day on which the last of its exclusions was decided and, where somebody is excluded, told",
        OVER,
        Holder.CHAIR,
        Reach.UNIT,
        P.RECORD_CONFERENCE,
        why_none=NO_REPORT,
        in_place=P.EXCLUDE_IN_PLACE,
    ),
    Deadline(
        Code.SPEAK_BEFORE,
        "",
        "L by when, S that they speak",
        "Working Together 2018 and 2023: the chair meets parents and child; Liverpool thirty minutes before",
        ThatDay(),
        Subject.MEETING,
        "the meeting in the diary, its last move, or a later name on its list with whom nobody spoke",
        "the day on which the last of the family on the list, and of the children of an age to be written to,"
        " had been spoken with, did not want to, or was tried so often",
        OVER,
        Holder.CHAIR,
        Reach.UNIT,
        P.RECORD_CONFERENCE,
        why_none=NO_REPORT,
    ),
)
