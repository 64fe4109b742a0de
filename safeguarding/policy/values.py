"""The council's own limits as they stand, or stood, on a day: the latest value set for a day on or before it.

A value never reaches back behind its effective date, so what was counted before it stays as it was.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from safeguarding.models import PolicySetting
from safeguarding.policy.keys import PolicyKey, Value
from safeguarding.policy.limits import CATALOGUE, LIMITS


@dataclass(frozen=True)
class LimitOnDay:
    """One limit as it stands on a day: its value, the setting behind it, and the rest.

    `value` is None where a council must set it and has not; `setting` where nothing was set.
    """

    limit: PolicyKey
    value: Value | None
    setting: PolicySetting | None
    upcoming: tuple[PolicySetting, ...]
    earlier: tuple[PolicySetting, ...]

    @property
    def sentence(self) -> str:
        return self.limit.says(self.value)


def value(key: str, on: dt.date) -> Value | None:
    """The value of one limit on a day, typed by the catalogue; None where a council must set it and has not.

    KeyError for a key that is not in the catalogue.
    """
    return values([key], on)[key]


def whole(key: str, on: dt.date) -> int:
    """The value of a limit that is a whole number: value() for code that counts with it."""
    found = value(key, on)
    if not isinstance(found, int):
        raise TypeError(f"{key} is not a whole number.")
    return found


def values(keys: Iterable[str], on: dt.date) -> dict[str, Value | None]:
    """The values of several limits on a day, in one query."""
    wanted = {key: CATALOGUE[key] for key in keys}
    rows = (
        PolicySetting.objects.filter(key__in=wanted, effective_date__lte=on)
        .order_by("key", "-effective_date")
        .distinct("key")
        .values_list("key", "value")
    )
    stored = {key: wanted[key].read(text) for key, text in rows}
    return {key: stored.get(key, limit.default) for key, limit in wanted.items()}


class Limits:
    """Some limits as they stand on any day: for what counts each of many things from a day of its own."""

    def __init__(self, settings: Mapping[str, Sequence[tuple[dt.date, Value]]]) -> None:
        self.settings = settings

    def whole(self, key: str, on: dt.date) -> int:
        """A limit that is a whole number, on a day. KeyError for a key that was not read."""
        found = next((value for day, value in self.settings[key] if day <= on), CATALOGUE[key].default)
        if not isinstance(found, int):
            raise TypeError(f"{key} is not a whole number.")
        return found

    def place(self, key: str, on: dt.date) -> int:
        """Which of its answers a limit has on a day, 0 for the first. KeyError for a key not read."""
        found = next((value for day, value in self.settings[key] if day <= on), CATALOGUE[key].default)
        return int(str(CATALOGUE[key].counted_as(found)))

    def wholes(self, key: str, on: dt.date) -> tuple[int, ...]:
        """A limit that is several whole numbers, on a day. KeyError for a key that was not read."""
        found = next((value for day, value in self.settings[key] if day <= on), CATALOGUE[key].default)
        if not isinstance(found, tuple):
            raise TypeError(f"{key} is not several whole numbers.")
        return found


def limits_over_time(keys: Iterable[str]) -> Limits:
    """These limits with every value that was ever set for them, in one query."""
    read: dict[str, list[tuple[dt.date, Value]]] = {key: [] for key in keys}
    rows = PolicySetting.objects.filter(key__in=read).order_by("-effective_date")
    for key, day, text in rows.values_list("key", "effective_date", "value"):
        read[key].append((day, CATALOGUE[key].read(text)))
    return Limits(read)


def limits_on(on: dt.date, keys: Iterable[str] | None = None) -> list[LimitOnDay]:
    """Every limit (or those of `keys`) in the order of the catalogue, with who set it, in one query."""
    wanted = set(CATALOGUE if keys is None else keys)
    rows = PolicySetting.objects.filter(key__in=wanted).select_related("set_by")
    by_key = {
        key: list(group) for key, group in groupby(rows.order_by("key", "-effective_date"), lambda r: r.key)
    }
    return [_limit_on(limit, by_key.get(limit.key, []), on) for limit in LIMITS if limit.key in wanted]


def _limit_on(limit: PolicyKey, rows: list[PolicySetting], on: dt.date) -> LimitOnDay:
    """`rows` are those of the limit, the latest first."""
    upcoming = tuple(row for row in reversed(rows) if row.effective_date > on)
    past = [row for row in rows if row.effective_date <= on]
    setting = past[0] if past else None
    current = limit.read(setting.value) if setting else limit.default
    return LimitOnDay(limit, current, setting, upcoming, tuple(past[1:]))
