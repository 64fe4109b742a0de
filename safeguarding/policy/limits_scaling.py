"""The local words of the scale on which people say how it is for a child. Pure data."""

from safeguarding.policy.keys import CODE, Kind, PolicyKey
from safeguarding.policy.limits_consultations import OWN


def _words(key: str, name: str, says: str, usual: str, source: str = OWN) -> PolicyKey:
    return PolicyKey(key, "Conferences", name, says, CODE, usual, source, kind=Kind.PHRASE)


SCALING: tuple[PolicyKey, ...] = (
    _words(
        "SCALE_QUESTION",
        "The question that is scored",
        "What each person at a conference scores of each child is “{}”.",
        "How safe is the child now",
    ),
    _words(
        "SCALE_LOWEST_WORDS",
        "What 0 means",
        "On that scale 0 means {}.",
        "not safe tonight",
        f"{OWN}; Brighton: in danger",
    ),
    _words(
        "SCALE_HIGHEST_WORDS",
        "What 10 means",
        "On that scale 10 means {}.",
        "safe enough without us",
        f"{OWN}; Brighton: no risk",
    ),
)
