"""What came of an account and of answers since somebody began to write, in words, beside what they wrote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from conferences.queries.consultations import FamilyView
from conferences.rules.consultations import Answer
from conferences.views.presenters.consultations_answers import who_answered
from conferences.views.presenters.consultations_versions import account_version
from safeguarding.labelled import label
from safeguarding.pagekit.components import SummaryRow
from safeguarding.wording import uk_moment

NO_WORDS = "No text that is shown here was changed."


@dataclass(frozen=True)
class Since:
    """`line`: which version of the account came, and whose; `changes` of its texts from the version that was
    read; `answers`, a line each.
    """

    line: str
    changes: list[SummaryRow]
    answers: list[str]

    @property
    def no_change(self) -> str:
        return NO_WORDS if self.line and not self.changes else ""


def changes_since(view: FamilyView, older: str, on: date) -> Since | None:
    """What a page shows now that it did not when it bore this mark (mark_of() of
    conferences.queries.consultations); None for a form that is of what stands.
    """
    if not older:
        return None
    version, answer = _numbers(older)
    newest = view.accounts[0] if view.accounts and view.accounts[0].number > version else None
    read = next((one for one in view.accounts if one.number <= version), None)
    told = account_version(newest, view.children, on, read) if newest else None
    given = [
        f"{child.child.display_name}: {label(Answer, one.answer)}. {who_answered(one)},"
        f" {uk_moment(one.answered_at)}."
        for child in view.children
        for one in child.answers.all()
        if one.pk > answer
    ]
    changes = (told.changes if read else told.rows) if told else []
    return Since(told.line if told else "", changes, given)


def _numbers(mark: str) -> tuple[int, int]:
    """The version and the answer of a mark; 0 for what is none."""
    version, _, answer = mark.partition(".")
    return tuple(int(one) if one.isdecimal() and len(one) < 18 else 0 for one in (version, answer))  # type: ignore[return-value]
