"""The local limits of ending a plan at a conference. Pure data."""

from safeguarding.policy.keys import CODE, Kind, PolicyKey

FORBIDDEN, WITH_A_REASON = "forbidden", "allowed with a reason"


def _ending(key: str, name: str, says: str, source: str) -> PolicyKey:
    return PolicyKey(
        key,
        "Conferences",
        name,
        says,
        CODE,
        WITH_A_REASON,
        source,
        kind=Kind.EITHER,
        options=(FORBIDDEN, WITH_A_REASON),
    )


ENDINGS: tuple[PolicyKey, ...] = (
    _ending(
        "ENDING_WITHOUT_QUORUM",
        "Ending a plan without a quorum",
        "To end a plan because the risk is less, at a conference that is not quorate, is {}.",
        "R18: Lincolnshire needs a quorum",
    ),
    _ending(
        "ENDING_AT_FIRST_REVIEW",
        "Ending a plan at its first review",
        "To end a plan because the risk is less, at its first review, is {}.",
        "R19: Lincolnshire: not unless fully evidenced",
    ),
)
