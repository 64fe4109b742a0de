"""Changing a local limit: from a day on, with a reason, never back in time."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import PolicySetting, User
from safeguarding.operation import lock_rows, operation
from safeguarding.policy import words
from safeguarding.policy.keys import Kind, PolicyKey, Value
from safeguarding.policy.limits import CATALOGUE
from safeguarding.policy.role_words import WORD_FOR, words_of
from safeguarding.refusals import Problem, Refused, missing, refuse_all
from safeguarding.register.authorities import authority_codes
from safeguarding.rights import Permission, Role

LONGEST_VALUE = 60


@operation(needs=Permission.CHANGE_POLICY)
def set_value(
    *, key: str, value: str, effective_date: dt.date | None, reason: str, by: User, at: dt.datetime
) -> PolicySetting:
    """Give a limit the value written as `value` from `effective_date` on.

    The first value of a limit that has no default may hold from a day in the past, because nothing was
    counted by it; what was set today may be corrected today. A value already set for that very day is
    replaced; its history keeps what it was. KeyError for a key that is not in the catalogue. Raises Refused:
    a value out of shape or range, no reason, any other day before the day of `at`, nothing changed.
    """
    limit = CATALOGUE[key]
    needed = missing(
        value=(value, "Enter the new value"),
        effective_date=(effective_date, "Enter the day it takes effect"),
        reason=(reason, "Enter why the limit changes"),
    )
    refuse_all(
        [*needed, *_value_problems(limit, value, effective_date), *_day_problems(limit, effective_date, at)]
    )
    assert effective_date is not None  # A day that is missing is refused above.
    text, before = limit.text(limit.parse(value)), _text_on(limit, effective_date)
    if text == before:
        raise Refused(f"{limit.name} is already {limit.shown(limit.read(text))}", "value")
    setting, _ = PolicySetting.objects.update_or_create(
        key=key,
        effective_date=effective_date,
        defaults={"value": text, "reason": reason.strip(), "set_by": by, "set_at": at},
    )
    audit.record("policy.set", setting, by=by, at=at, detail=_detail(setting, before))
    if limit.kind is Kind.WORDS:
        transaction.on_commit(words.settings_kept.forget)
    return setting


def _value_problems(limit: PolicyKey, text: str, on: dt.date | None) -> list[Problem]:
    if not text.strip():
        return []
    try:
        sentence = _wrong(limit, limit.parse(text), on)
    except Refused as refusal:
        sentence = refusal.sentence
    return [Problem(sentence, "value")] if sentence else []


def _wrong(limit: PolicyKey, value: Value, on: dt.date | None) -> str:
    if limit.kind is Kind.WORDS and on and _is_taken(limit, limit.text(value), on):
        return f"From that day another role is called {limit.text(value)}"
    if limit.kind is Kind.AUTHORITY and value not in authority_codes():
        return f"No local authority has the code {value}"
    return f"{limit.name} has too many numbers" if len(limit.text(value)) > LONGEST_VALUE else ""


def _is_taken(limit: PolicyKey, text: str, on: dt.date) -> bool:
    """Whether another role is called the same on the day, whatever the capitals, or will be after it."""
    others = PolicySetting.objects.filter(key__in=words.KEYS).exclude(key=limit.key)
    to_come = others.filter(effective_date__gt=on).values_list("value", flat=True)
    now = [f"{said}" for role, said in words.all_words(on).items() if WORD_FOR[Role(role)] is not limit]
    return words_of(text).one.casefold() in {words_of(one).one.casefold() for one in [*now, *to_come]}


def _day_problems(limit: PolicyKey, effective_date: dt.date | None, at: dt.datetime) -> list[Problem]:
    if effective_date is None or effective_date >= day_of(at):
        return []
    if is_first_of(limit) or _was_set_today(limit, effective_date, at):
        return []
    sentence = "The day it takes effect must be today or later: what was counted before does not change"
    return [Problem(sentence, "effective_date")]


def is_first_of(limit: PolicyKey) -> bool:
    """Whether nothing was ever counted by this limit: it has no default, and was never set."""
    return limit.default is None and not PolicySetting.objects.filter(key=limit.key).exists()


def _was_set_today(limit: PolicyKey, effective_date: dt.date, at: dt.datetime) -> bool:
    setting = PolicySetting.objects.filter(key=limit.key, effective_date=effective_date).first()
    return setting is not None and day_of(setting.set_at) == day_of(at)


def _text_on(limit: PolicyKey, on: dt.date) -> str:
    """The text in force on a day, with the limit's rows locked until the change is made."""
    rows = lock_rows(PolicySetting.objects.filter(key=limit.key, effective_date__lte=on))
    latest = max(rows, key=lambda row: row.effective_date, default=None)
    if latest:
        return latest.value
    return "" if limit.default is None else limit.text(limit.default)


def _detail(setting: PolicySetting, before: str) -> dict[str, str]:
    return {
        "key": setting.key,
        "before": before,
        "after": setting.value,
        "effective_date": setting.effective_date.isoformat(),
    }
