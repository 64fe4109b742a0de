"""Changing a local limit: from a day on, with a reason, never back in time."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from safeguarding import audit
from safeguarding.models import PolicySetting, User
from safeguarding.policy.keys import Kind, PolicyKey, PolicyValueRefused, Value
from safeguarding.policy.limits import CATALOGUE
from safeguarding.register.authorities import authority_codes

LONGEST_VALUE = 60


class PolicyChangeRefused(Exception):
    """The change cannot be made; the text is a sentence for the page, `field` says where it belongs."""

    def __init__(self, sentence: str, *, field: str) -> None:
        super().__init__(sentence)
        self.field = field


@transaction.atomic
def set_value(
    *, key: str, value: str, effective_date: dt.date, reason: str, by: User, at: dt.datetime
) -> PolicySetting:
    """Give a limit the value written as `value` from `effective_date` on.

    A value already set for that very day is replaced; its history keeps what it was. KeyError for a key that
    is not in the catalogue. Raises PolicyChangeRefused: a value out of shape or range, no reason, a day
    before the day of `at`, nothing changed.
    """
    limit = CATALOGUE[key]
    text = limit.text(_accepted(limit, value))
    _guard(effective_date, reason, at)
    before = _value_on(limit, effective_date)
    if text == before:
        raise PolicyChangeRefused(f"{limit.name} is already {limit.shown(limit.read(text))}.", field="value")
    setting, _ = PolicySetting.objects.update_or_create(
        key=key,
        effective_date=effective_date,
        defaults={"value": text, "reason": reason.strip(), "set_by": by, "set_at": at},
    )
    audit.record("policy.set", setting, by=by, at=at, detail=_detail(setting, before))
    return setting


def _accepted(limit: PolicyKey, text: str) -> Value:
    try:
        value = limit.parse(text)
    except PolicyValueRefused as refusal:
        raise PolicyChangeRefused(str(refusal), field="value") from refusal
    if limit.kind is Kind.AUTHORITY and value not in authority_codes():
        raise PolicyChangeRefused(f"No local authority has the code {value}.", field="value")
    if len(limit.text(value)) > LONGEST_VALUE:
        raise PolicyChangeRefused(f"{limit.name} has too many numbers.", field="value")
    return value


def _guard(effective_date: dt.date, reason: str, at: dt.datetime) -> None:
    if not reason.strip():
        raise PolicyChangeRefused("Enter why the limit changes.", field="reason")
    if effective_date < at.astimezone(timezone.get_default_timezone()).date():
        raise PolicyChangeRefused(
            "The day it takes effect must be today or later: what was counted before stays as it was.",
            field="effective_date",
        )


def _value_on(limit: PolicyKey, on: dt.date) -> str:
    """The text in force on a day, with the limit's rows locked until the change is made."""
    rows = PolicySetting.objects.select_for_update().filter(key=limit.key, effective_date__lte=on)
    latest = rows.order_by("-effective_date").first()
    return latest.value if latest else limit.text(limit.default)


def _detail(setting: PolicySetting, before: str) -> dict[str, str]:
    return {
        "key": setting.key,
        "before": before,
        "after": setting.value,
        "effective_date": setting.effective_date.isoformat(),
    }
