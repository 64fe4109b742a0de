"""The versions of an account and of a decision in words, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from conferences.models import Consultation, ConsultationAccount, ConsultationAnswer
from conferences.rules.consultations import Answer, Way
from conferences.views.presenters import words
from conferences.views.presenters.consultations_answers import condition_words
from safeguarding.labelled import label
from safeguarding.pagekit.changes import marked
from safeguarding.pagekit.components import SummaryRow
from safeguarding.policy.words import in_words
from safeguarding.wording import uk_day, uk_moment

NOTHING_SAID = "Nothing entered yet"
ACCOUNT = {
    "why_now": "Why now",
    "what_is_different": "What is different",
    "what_else": "What else is possible",
    "parents_words": "The parents",
    "manager_view": "The {TEAM_MANAGER.first}",
    "outcome_sought": "What is asked for",
    "how_different": "How this plan would differ",
}
NO_CHANGE = "Nothing that is shown here was changed."


@dataclass(frozen=True)
class Version:
    """One version of the account: who gave it when, and what it says, of the family and of each child.

    `since`: the version that `changes` are told from, 0 for the first that the reader may read.
    """

    number: int
    line: str
    rows: list[SummaryRow]
    since: int = 0
    changes: list[SummaryRow] = field(default_factory=list)

    @property
    def no_change(self) -> str:
        return NO_CHANGE if self.since and not self.changes else ""


def account_versions(
    accounts: Sequence[ConsultationAccount], children: Sequence[Consultation], on: date
) -> list[Version]:
    """The versions, the last first, each with its changes from the one before that the reader may read."""
    before = {one.pk: last for one, last in pairwise(accounts)}
    return [account_version(one, children, on, before.get(one.pk)) for one in accounts]


def account_version(
    account: ConsultationAccount,
    children: Sequence[Consultation],
    on: date,
    before: ConsultationAccount | None = None,
) -> Version:
    texts = _texts(account, children, on)
    rows = [SummaryRow(title, words.typed(text) or NOTHING_SAID) for title, text in texts.items()]
    line = f"Version {account.number}. {account.given_by.full_name}, {uk_moment(account.given_at)}."
    if before is None:
        return Version(account.number, line, rows)
    both = {one.pk for one in children} & _told_of(account) & _told_of(before)
    here = [one for one in children if one.pk in both]
    return Version(
        account.number,
        line,
        rows,
        since=before.number,
        changes=changed_rows(_texts(before, here, on), _texts(account, here, on)),
    )


def _told_of(account: ConsultationAccount) -> set[int]:
    return {part.consultation_id for part in account.children.all()}


def _texts(account: ConsultationAccount, children: Sequence[Consultation], on: date) -> dict[str, str]:
    """{title: what it says}, of the family and of each of the children."""
    own = {part.consultation_id: part for part in account.children.all()}
    told = {
        in_words(title, on): getattr(account, name)
        for name, title in ACCOUNT.items()
        if getattr(account, name) or name in ("why_now", "what_is_different", "what_else")
    }
    for one in children:
        part = own.get(one.pk)
        if part is not None and part.child_words:
            told[one.child.display_name] = part.child_words
        if part is not None and part.what_is_different:
            told[f"Different for {one.child.display_name}"] = part.what_is_different
    return told


def changed_rows(before: dict[str, str], after: dict[str, str]) -> list[SummaryRow]:
    """A row for each text that is another one now, with what went and what came."""
    titles = dict.fromkeys([*after, *before])
    pairs = {title: (before.get(title, "").strip(), after.get(title, "").strip()) for title in titles}
    return [SummaryRow(title, marked(old, new)) for title, (old, new) in pairs.items() if old != new]


def decision_changes(given: ConsultationAnswer, before: ConsultationAnswer) -> list[SummaryRow]:
    """What a decision says other than the one whose place it took."""
    return changed_rows(_decided(before), _decided(given))


def _decided(given: ConsultationAnswer) -> dict[str, str]:
    lead = given.lead.full_name if given.lead else given.lead_words
    told = {
        "Decision": label(Answer, given.answer),
        "Which way": label(Way, given.way) if given.way else "",
        "What is wanted" if given.wanted_by_date else "Support": given.instead,
        "Wanted by": uk_day(given.wanted_by_date) if given.wanted_by_date else "",
        "Escalated to": given.to_whom,
        "Led by": lead,
        "Reviewed on": uk_day(given.review_date) if given.review_date else "",
        "Threshold": "\n".join(f"{tied.statement.key} {tied.statement.words}" for tied in given.tied.all()),
        "Reasons": given.reasons,
        "Conditions": "\n".join(map(condition_words, given.conditions.all())),
    }
    return {title: text for title, text in told.items() if text}
