"""The local limit of looking up what became of a child. Pure data."""

from safeguarding.policy.keys import MONTHS, Kind, PolicyKey

LOOKED_UP: tuple[PolicyKey, ...] = (
    PolicyKey(
        "LOOK_UP_MONTHS",
        "Re-plans, complaints and differences",
        "Looking up what became of it",
        "What the record tells is looked up {} after each decision on a consultation and after a plan ended.",
        MONTHS,
        (3, 6, 12),
        "No published source; a council sets its own. Hindley and others 2006, 16 studies, would add 1",
        1,
        60,
        Kind.WHOLES,
    ),
)
