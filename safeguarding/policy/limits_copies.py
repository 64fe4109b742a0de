"""The local limits of what leaves the house after a conference. Pure data."""

from safeguarding.policy.keys import WORKING_DAYS, PolicyKey, Unit
from safeguarding.policy.limits_complaints import COMPLAINTS
from safeguarding.policy.limits_consultations import OWN
from safeguarding.policy.limits_feedback import FEEDBACK

AFTER = "After a conference"
OTHERS = Unit("other person", "other people")

COPIES: tuple[PolicyKey, ...] = (
    PolicyKey(
        "COPIES_RELEASED_BY_OTHERS",
        AFTER,
        "Release of copies of a record",
        "Each copy of a record is looked at and released by {} than who made it, before it goes.",
        OTHERS,
        1,
        "Our own; the Information Commissioner on Nottinghamshire (2023) and Halton (2013): a check missed",
        0,
        1,
        off="Whoever makes a copy of a record may send it, unless something in it must be looked at.",
    ),
    PolicyKey(
        "CLOSING_LETTER_WORKING_DAYS",
        AFTER,
        "Letter that a plan has ended",
        "The letters that a child protection plan has ended are sent within {} of the conference.",
        WORKING_DAYS,
        5,
        "Our own: no published source sets a day for it",
        1,
        40,
    ),
    PolicyKey(
        "SEND_AGAIN_WORKING_DAYS",
        AFTER,
        "Sending again what was put right",
        "Whoever was sent something that was put right since is sent the new version within {} of that.",
        WORKING_DAYS,
        5,
        "UK GDPR article 19 sets no number of days; our own",
        1,
        20,
    ),
    PolicyKey(
        "OWN_VERSION_WORKING_DAYS",
        AFTER,
        "A child’s own version of the record",
        "A child who is old enough is given their own version of the record within {} of the conference.",
        WORKING_DAYS,
        20,
        f"{OWN}: five working days after the record is due; Guernsey visits within 5 working days",
        1,
        60,
    ),
    *COMPLAINTS,
    *FEEDBACK,
)
