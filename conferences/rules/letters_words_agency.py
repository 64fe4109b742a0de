"""The parts of the invitation to an agency and of the copy of the record, with our own words. Pure.

documents.md 11: what an agency's invitation asks for; R12 (L) for its days, R22 for complaints.
"""

from __future__ import annotations

from conferences.rules.letters_words_family import (
    ABOUT,
    CLOSING,
    COMPLAINT,
    DECIDED,
    GREETING,
    OUTCOMES,
    REACH,
    REPLACES,
    REVIEW,
    TITLE,
    WHEN,
    WHY,
    WORKER,
)
from conferences.rules.letters_words_part import Part

AGENCY = (
    GREETING,
    TITLE,
    REPLACES,
    *ABOUT,
    *WHEN,
    Part(
        "TELL_US",
        "Whether they come",
        "Tell us whether you come, by video or in person. If you cannot, send somebody who can speak for your"
        " agency.",
    ),
    Part("REPORT_HEADING", "Heading above the report", "Your report"),
    Part(
        "REPORT_DUE",
        "That a report is due",
        "Please send a report for this conference. It is at the safeguarding unit by {{ by_day }}.",
        "Where a report is asked for. Without a day it says “the day before the conference”.",
        required=("by_day",),
    ),
    Part(
        "REPORT",
        "What the report holds",
        "Share it with the family before that, by {{ family_day }}, and write on it on which day and with"
        " whom.\n"
        "Tell me early, before you share it, what the family cannot hear. Put it on a sheet apart.\n"
        "Write what you do and whether it helped, what goes well, what you worry about, what the child and"
        " the family say in their own words, what must change, and what you offer.\n"
        "Keep apart what you saw, what you were told, and what you think.\n"
        "Send the report even if you cannot come.",
        required=("family_day",),
        is_list=True,
    ),
    Part(
        "DOOR",
        "The page for the report",
        "You can write and send the report on a page of ours. You need no account. You need the code: give it"
        " to nobody but whoever writes the report.",
        "Where the page can be reached.",
    ),
    Part(
        "DOOR_LINES",
        "Address and code of the page",
        "Page: {{ page_address }}\nCode: {{ report_code }}\nThe page is open to you until {{ by_day }}.",
        "Where the page can be reached.",
        required=("page_address", "report_code", "by_day"),
        is_list=True,
    ),
    Part("WHO_HEADING", "Heading above who comes", "Who else is invited because of their work"),
    Part(
        "OTHERS",
        "Who is not named",
        "Other people who work with the family are invited too. Ask me who they are.",
    ),
    Part("NOBODY", "That nobody else is invited", "Nobody else yet."),
    *OUTCOMES,
    Part(
        "CARE",
        "Care with names",
        "Put no name of the family into the subject of an email, and pass this letter on to nobody.",
    ),
    REACH,
    CLOSING,
)


def _purpose(code: str, name: str, words: str) -> Part:
    return Part(
        f"HELD_{code}", name, f"{{{{ child_name }}}}: {words}.", "Of each child.", required=("child_name",)
    )


RECORD = (
    Part(
        "TITLE",
        "Heading, and title of the file",
        "Record of a child protection conference",
        "Whoever has the file may see its title, so it names nobody.",
    ),
    Part(
        "REPLACES",
        "That it takes the place of another",
        "This copy takes the place of the one of {{ old_day }}. What is other now: {{ changed }}",
        "In a new version of a copy that went.",
        required=("old_day", "changed"),
    ),
    Part(
        "LEFT_OUT",
        "That it is their own copy",
        "This is your own copy. It is not the same as other people’s copies: each tells only of the children"
        " that its reader may read about, and parts may be left out. Please keep it safe and do not pass it"
        " on.",
        "It stands in every copy, so that it tells nobody that anything is missing from theirs.",
    ),
    _purpose(
        "INITIAL",
        "Why it was held: initial",
        "an initial conference, to decide whether a child protection plan is needed",
    ),
    _purpose(
        "REVIEW",
        "Why it was held: review",
        "a review conference, to decide whether the child protection plan goes on",
    ),
    _purpose(
        "TRANSFER_IN",
        "Why it was held: transfer in",
        "a transfer-in conference, because the child came to live here with a child protection plan of"
        " another council",
    ),
    *DECIDED,
    *WHY,
    WORKER,
    Part(
        "CORE_GROUP",
        "The core group",
        "The people who carry out the plan meet as a core group. {{ core_group_when }}",
        required=("core_group_when",),
    ),
    REVIEW,
    Part(
        "ACCURACY",
        "If something is wrong",
        "If you think that something in this record is wrong, tell the chair through the safeguarding unit as"
        " soon as you can, in writing or by telephone. What you say is looked at, and kept with the record.",
    ),
    COMPLAINT,
)
