"""The local limits of ending a plan at a conference, and of dates that come late after it. Pure data."""

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
    _ending(
        "NEXT_DATE_AFTER_LAST_DAY",
        "A core group or review later than its last day",
        "To choose a day for a core group or a review that is after the last day for it is {}.",
        "R5, R7 and R8 set the last days; who refuses a later one is local",
    ),
)
