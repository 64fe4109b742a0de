"""Where a family writes to about a conference, and who hears them first. Pure data."""

from safeguarding.policy.keys import CODE, Kind, PolicyKey
from safeguarding.policy.limits_consultations import OWN

CHAIR, ANOTHER = "the chair", "somebody else than the chair"

COMPLAINTS: tuple[PolicyKey, ...] = (
    PolicyKey(
        "COMPLAINT_TO_WORDS",
        "After a conference",
        "Where a complaint goes",
        "Letters and copies of a record say that a complaint about a conference is made to {}.",
        CODE,
        "the safeguarding unit",
        f"{OWN}. Write the address and the telephone number too: the safeguarding unit, Invented House, Fable"
        " Road, telephone 01632 960000",
        kind=Kind.PHRASE,
    ),
    PolicyKey(
        "COMPLAINT_FIRST",
        "After a conference",
        "Who hears a complaint first",
        "Whoever is unhappy with a conference tells {} first.",
        CODE,
        CHAIR,
        "R22: York: the chair; Trafford: the service manager, not the chair",
        kind=Kind.EITHER,
        options=(CHAIR, ANOTHER),
    ),
)
