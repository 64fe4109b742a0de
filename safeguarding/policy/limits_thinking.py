"""The local limits of thinking time: what makes it required before a conference. Pure data."""

from safeguarding.policy.keys import (
    DISAGREEMENTS,
    ENQUIRIES,
    MONTHS,
    PLANS,
    TIMES,
    WEEKS,
    Kind,
    PolicyKey,
    Unit,
)
from safeguarding.policy.limits_consultations import OWN

THINKING = "Thinking time before a conference"


def _thinking(key: str, name: str, when: str, unit: Unit, usual: int, source: str) -> PolicyKey:
    says = f"Thinking time is required {when}; 0 asks for none."
    return PolicyKey(key, THINKING, f"Thinking time: {name.lower()}", says, unit, usual, source, 0, 20)


THINKING_TIME: tuple[PolicyKey, ...] = (
    _thinking(
        "THINK_EARLIER_PLANS",
        "Re-plans",
        "before a conference about a child who had {}",
        PLANS,
        1,
        "Trafford 2018",
    ),
    PolicyKey(
        "THINK_PLAN_MONTHS",
        THINKING,
        "Thinking time on long plans",
        "Thinking time is required before the review at which a plan comes to {}; 0 asks for none.",
        MONTHS,
        (9, 15),
        "R24: Swindon",
        0,
        60,
        Kind.WHOLES,
    ),
    PolicyKey(
        "THINK_PLAN_EARLY_WEEKS",
        THINKING,
        "Reviews held before those months",
        "A review held up to {} before those months counts as the one for them.",
        WEEKS,
        4,
        OWN,
        0,
        12,
    ),
    _thinking(
        "THINK_WORKER_CHANGES",
        "Changes of worker",
        "once a child’s worker has changed {} in a plan",
        TIMES,
        3,
        OWN,
    ),
    _thinking(
        "THINK_DISAGREEMENTS",
        "Disagreement",
        "once there is {} on whether a child needs a conference",
        DISAGREEMENTS,
        1,
        OWN,
    ),
    _thinking(
        "THINK_INCIDENTS",
        "New enquiries on a plan",
        "before the review that follows {} while a plan runs",
        ENQUIRIES,
        1,
        OWN,
    ),
)
