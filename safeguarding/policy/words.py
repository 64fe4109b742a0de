"""The one place that says what a role is called on a day: role_words() and in_words().

A process keeps what it read of the settings for a short time, for nearly every page says some role.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from safeguarding.kept import Kept
from safeguarding.models import PolicySetting, User
from safeguarding.policy.role_words import WORD_FOR, Words, words_of
from safeguarding.rights import Role
from safeguarding.wording import joined

# (role, from the day, words), the earliest first.
Settings = tuple[tuple[Role, dt.date, str], ...]
KEYS = {limit.key: role for role, limit in WORD_FOR.items()}


def _read() -> Settings:
    rows = PolicySetting.objects.filter(key__in=KEYS).order_by("effective_date")
    return tuple(
        (KEYS[key], day, text) for key, day, text in rows.values_list("key", "effective_date", "value")
    )


settings_kept: Kept[Settings] = Kept(_read, ())


def role_words(role: str, on: dt.date) -> Words:
    """What the role is called on a day. What was written for an earlier day is said in that day's words."""
    return all_words(on)[role]


def in_words(text: str, on: dt.date) -> str:
    """A fixed sentence with each role in it called as on a day: "Ask the {STRATEGIC_LEAD}."

    {CHAIR.many}, {CHAIR.a}, {CHAIR.first} and {CHAIR.firsts} as in Words. Never for what somebody typed.
    """
    return text.format_map(all_words(on))


def all_words(on: dt.date) -> Mapping[str, Words]:
    """{role: what it is called on a day}."""
    return _words_on(settings_kept.now(), on)


@lru_cache(maxsize=256)
def _words_on(settings: Settings, on: dt.date) -> Mapping[str, Words]:
    texts = {role: str(limit.default) for role, limit in WORD_FOR.items()}
    texts |= {role: text for role, day, text in settings if day <= on}
    return {role: words_of(text) for role, text in texts.items()}


def said_of(user: User, on: dt.date) -> str:
    """What somebody is called on a day by all roles held now: team manager and independent chair."""
    return joined([role_words(role, on).one for role in user.roles])
