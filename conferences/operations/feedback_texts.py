"""The words of the forms in a language: written, and checked by somebody who translates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from conferences.models import FeedbackLanguage
from conferences.queries.feedback_texts import english
from conferences.rules.feedback_texts import language_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import lock_rows, operation
from safeguarding.refusals import Problem, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, seen_as

CHANGED = "Words changed since then: enter when the new ones were checked, or leave both empty"


@dataclass(frozen=True)
class LanguageTold:
    """A language as it is to stand; "" and None for who checked it, where nobody did."""

    code: str
    name: str
    own_name: str
    is_rtl: bool
    texts: Mapping[str, str]
    checked_by: str = ""
    checked_date: dt.date | None = None


@operation(needs=Permission.KEEP_LEARNING)
def tell_language(
    *, told: LanguageTold, seen: str | None = None, by: User, at: dt.datetime
) -> FeedbackLanguage:
    """The whole as it is to stand. Where words change that somebody had checked, they are checked again.

    Raises Refused; StaleVersion where somebody saved other words since they were `seen`.
    """
    rows = lock_rows(FeedbackLanguage.objects.filter(code=told.code))
    held = rows[0] if rows else None
    texts = {key: text.strip() for key, text in told.texts.items() if text.strip()}
    if held and seen is not None and (stands := standing_language(held)).seen != seen:
        raise stands
    refuse_all(
        _unchecked_problems(held, told, texts, at)
        + language_problems(
            code=told.code,
            name=told.name,
            own_name=told.own_name,
            texts=texts,
            english=english().texts,
            checked_by=told.checked_by,
            checked_date=told.checked_date,
            on=day_of(at),
        )
    )
    made, _ = FeedbackLanguage.objects.update_or_create(
        code=told.code,
        defaults={
            "name": told.name.strip(),
            "own_name": told.own_name.strip(),
            "is_rtl": told.is_rtl,
            "texts": texts,
            "checked_by": told.checked_by.strip(),
            "checked_date": told.checked_date,
            "saved_by": by,
            "saved_at": at,
        },
    )
    audit.record("feedback.language_saved", made, by=by, at=at, detail={"code": told.code})
    return made


def _unchecked_problems(
    held: FeedbackLanguage | None, told: LanguageTold, texts: Mapping[str, str], at: dt.datetime
) -> list[Problem]:
    """Whoever checked the words before did not see the new ones."""
    if held is None or held.checked_date is None or texts == held.texts:
        return []
    is_as_before = (told.checked_by, told.checked_date) == (held.checked_by, held.checked_date)
    return [Problem(CHANGED, "checked_date")] if is_as_before and held.checked_date < day_of(at) else []


def standing_language(held: FeedbackLanguage) -> StaleVersion:
    """A language as it stands, by the fields of its form."""
    own = {
        "name": held.name,
        "own_name": held.own_name,
        "is_rtl": held.is_rtl,
        "checked_by": held.checked_by,
        "checked_date": held.checked_date,
        **held.texts,
    }
    return StaleVersion(theirs=own, seen=seen_as(own), saved_by=held.saved_by, saved_at=held.saved_at)
