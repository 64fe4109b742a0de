"""What somebody may do after the decision of a family, and the answers so far: what is the same for several
children once, with their names.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.urls import reverse

from conferences.models import Consultation, ConsultationAnswer, ConsultationCondition
from conferences.queries.consultations import is_open
from conferences.rules.consultations import ConsultationState, SupportOutcome
from conferences.views.presenters.consultations_answers import answer_entry
from conferences.views.presenters.consultations_versions import decision_changes
from safeguarding.access import Permission, can
from safeguarding.models import User
from safeguarding.pagekit.components import Entry, Link, SummaryRow
from safeguarding.wording import joined, sentence, uk_day, uk_moment

T = TypeVar("T")


@dataclass(frozen=True)
class CloseButton:
    """Where a child's request is closed, once another way was decided."""

    name: str
    href: str


def together(found: Iterable[tuple[Hashable, T]]) -> list[list[T]]:
    """What has the same key, in one list, in the order of the first of each."""
    lists: dict[Hashable, list[T]] = {}
    for key, one in found:
        lists.setdefault(key, []).append(one)
    return list(lists.values())


def name_of(one: Consultation) -> str:
    return one.child.display_name


# ----- The answers so far -----------------------------------------------------------------------------------


def answer_entries(children: Sequence[Consultation]) -> list[Entry]:
    """Each answer, the last first: what was decided alike in one act once, with whom it is for."""
    told = [(given, _entry(one, given)) for one in children for given in one.answers.all()]
    ordered = sorted(told, key=lambda pair: pair[0].answered_at, reverse=True)
    alike = together((_same(given, entry), (given, entry)) for given, entry in ordered)
    if len(children) == 1:
        return [entry for found in alike for _, entry in found]
    names = {given.pk: name_of(one) for one in children for given in one.answers.all()}
    return [
        replace(
            found[0][1], title=f"{found[0][1].title}, for {joined([names[given.pk] for given, _ in found])}"
        )
        for found in alike
    ]


def _same(given: ConsultationAnswer, entry: Entry) -> Hashable:
    alone = None if given.act else given.pk
    return given.act, alone, entry.title, tuple(str(line) for line in entry.lines)


def _entry(one: Consultation, given: ConsultationAnswer) -> Entry:
    answers = {known.pk: known for known in one.answers.all()}
    entry = answer_entry(given)
    before = answers.get(given.supersedes_id or 0)
    if before is None:
        return entry
    changes = decision_changes(given, before)
    return replace(entry, changes=changes, changes_title="What changed from the decision before")


# ----- What may be done -------------------------------------------------------------------------------------


def acts(children: Sequence[Consultation], user: User, unasked: Collection[int] = ()) -> list[Link]:
    """The conference that was agreed and nobody asked for (`unasked`, by consultation); the conditions that
    wait, each once for all the children for whom it was set; the reviews of another way; and a conference
    where that did not work.
    """
    asks = can(user, Permission.ASK_CONFERENCE)
    agreed = [_conference(one) for one in children if one.pk in unasked and asks and one.child.family]
    if not can(user, Permission.FOLLOW_DECISION):
        return agreed
    last = {one.pk: given for one in children if (given := _last(one)) is not None}
    return [
        *agreed,
        *_conditions(children, last),
        *(_review(one) for one in children if one.pk in last and _goes_on(last[one.pk])),
        *(
            _conference(one)
            for one in children
            if one.pk in last and _failed(last[one.pk]) and asks and one.pk not in unasked
            if one.child.family
        ),
    ]


def _last(one: Consultation) -> ConsultationAnswer | None:
    return next(reversed(list(one.answers.all())), None)


def _conditions(children: Sequence[Consultation], last: dict[int, ConsultationAnswer]) -> list[Link]:
    waiting = [
        (_same_condition(last[one.pk], condition), (one, condition))
        for one in children
        if one.pk in last
        for condition in last[one.pk].conditions.all()
        if condition.closed_at is None
    ]
    found = []
    for alike in together(waiting):
        condition = alike[0][1]
        whom = f" for {joined([name_of(one) for one, _ in alike])}" if len(children) > 1 else ""
        told = sentence(f"Close the condition{whom}, by {uk_day(condition.due_date)}: {condition.what}")
        found.append(Link(told, reverse("consultation_condition", args=[condition.ref])))
    return found


def ended_rows(one: ConsultationCondition, alike: Sequence[ConsultationCondition]) -> list[SummaryRow]:
    """A condition that is over: what was to happen, and for each child for whom the same was decided in the
    same act how it ended, by whom and when. Nothing while it is open.
    """
    if not _end(next(each for each in alike if each.pk == one.pk)):
        return []
    whose = one.owner.full_name if one.owner else one.owner_words
    rows = [SummaryRow("Whose it was", whose), SummaryRow("By when", uk_day(one.due_date))]
    for each in alike:
        child = each.answer.consultation.child.display_name
        href = "" if _end(each) else reverse("consultation_condition", args=[each.ref])
        rows.append(SummaryRow(child, _end(each) or "Still open", href=href, action="Close it", about=child))
    return rows


def _end(one: ConsultationCondition) -> str:
    """How it ended, by whom and when; "" while it is open."""
    if one.closed_by is None or one.closed_at is None:
        later: ConsultationAnswer | None = getattr(one.answer, "superseded_by", None)
        told = "Ended with its decision, which a later one replaced."
        return f"{told} {later.answered_by.full_name}, {uk_moment(later.answered_at)}." if later else ""
    how = f"Met on {uk_day(one.met_date)}." if one.met_date else "Not needed any more."
    words = sentence(one.met_words or one.withdrawn_reason)
    by = f"Closed by {one.closed_by.full_name}, {uk_moment(one.closed_at)}."
    return " ".join(part for part in (how, words, by) if part)


def _same_condition(given: ConsultationAnswer, one: ConsultationCondition) -> Hashable:
    return given.act or given.pk, one.what, one.due_date, one.owner_id, one.owner_words


def _review(one: Consultation) -> Link:
    return Link(
        f"Review how the support goes for {name_of(one)}", reverse("consultation_review", args=[one.ref])
    )


def _conference(one: Consultation) -> Link:
    assert one.child.family is not None  # Asked of those alone who have one.
    href = f"{reverse('request_new', args=[one.child.family.ref])}?child={one.child.ref}"
    return Link(f"Ask for a conference for {name_of(one)}", href)


def _goes_on(given: ConsultationAnswer) -> bool:
    reviews = list(given.reviews.all())
    return bool(given.way) and (not reviews or reviews[-1].outcome == SupportOutcome.GOES_ON)


def _failed(given: ConsultationAnswer) -> bool:
    reviews = list(given.reviews.all())
    return bool(reviews) and reviews[-1].outcome == SupportOutcome.FAILED


def close_buttons(children: Sequence[Consultation], user: User) -> list[CloseButton]:
    """Of the children for whom another way was decided, and whose request is open still."""
    if not can(user, Permission.WITHDRAW_REQUEST):
        return []
    return [
        CloseButton(name_of(one), reverse("consultation_close", args=[one.ref]))
        for one in children
        if one.state == ConsultationState.ANOTHER_WAY and one.requested_child and is_open(one)
    ]
