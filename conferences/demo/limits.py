"""What the demo's council aims at and compares itself with: the report of October 2018's own numbers."""

from __future__ import annotations

import datetime as dt

from conferences.demo.council import DOMAIN
from conferences.operations.letters_words import write_words
from conferences.rules.letters_words_part import LetterKind
from safeguarding.golive.day import day_set
from safeguarding.golive.operations import set_go_live
from safeguarding.models import User
from safeguarding.policy.operations import set_value

# Before the demo's first plan.
SINCE = dt.date(2008, 4, 1)
WHY = "The invented scrutiny committee agreed it."
VALUES = {
    "BAND_CENTRE": "250",
    "BAND_WIDTH_PERCENT": "4",
    # The authority whose published figures the demo's story follows.
    "BENCHMARK_AUTHORITY": "358",
    "TARGET_ICPC_IN_15_DAYS_PERCENT": "90",
    "TARGET_REVIEWS_ON_TIME_PERCENT": "95",
    "TARGET_REPEAT_PLANS_PERCENT": "22",
    "TARGET_OPEN_TWO_YEARS_PERCENT": "3",
}


def go_live() -> None:
    """Live since before the demo's first plan, unless it is live already. To be called as set_limits()."""
    at = dt.datetime.combine(SINCE, dt.time(7), tzinfo=dt.UTC)
    if day_set() is None:
        set_go_live(day=SINCE, reason="", is_today_meant=True, by=_administrator(), at=at)


def _administrator() -> User:
    return User.objects.get(email=f"admin@{DOMAIN}")


def set_share(share: int) -> None:
    """How many decisions are drawn for a second opinion, once those of the demo are told: by lot they would
    differ from one telling to the next.
    """
    at = dt.datetime.combine(SINCE, dt.time(7), tzinfo=dt.UTC)
    key = "SECOND_OPINION_SHARE_PERCENT"
    set_value(key=key, value=str(share), effective_date=SINCE, reason=WHY, by=_administrator(), at=at)


# One part in the words of the demo's council.
CHILDCARE = (
    "Bring somebody to help you if you like: a friend, an advocate or a solicitor. Tell me before who it"
    " is.\n"
    "You can have an interpreter, even if you speak some English. It is free.\n"
    "We have a playroom at Fable House. Tell me if somebody should look after a child there.\n"
    "We pay for your bus or taxi. Keep the ticket.\n"
    "Tell me if you need help to get into the building, to see, to hear or to read.\n"
    "If you do not want to meet somebody there, tell me. We find a way for you."
)


def set_words(on: dt.date) -> None:
    """What the council says in its own words to the family it invites, from that day on."""
    at = dt.datetime.combine(on, dt.time(7), tzinfo=dt.UTC)
    texts, why = {"TAKE_PART": CHILDCARE}, "Parents of the invented forum asked for it."
    write_words(kind=LetterKind.INVITATION, texts=texts, from_date=on, reason=why, by=_administrator(), at=at)


def set_limits(on: dt.date) -> None:
    """Give each limit that has no default the demo's value. To be called within the demo's transaction."""
    by = _administrator()
    at = dt.datetime.combine(on, dt.time(7), tzinfo=dt.UTC)
    for key, value in VALUES.items():
        set_value(key=key, value=value, effective_date=SINCE, reason=WHY, by=by, at=at)
