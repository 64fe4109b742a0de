"""An answer of a consultation in words: what was decided, why, on which conditions, and how it went."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from conferences.documents.consultations import taken_on
from conferences.models import ConsultationAnswer, ConsultationCondition, SupportReview
from conferences.rules.consultations import Answer, SupportOutcome, Way
from conferences.views.presenters import words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Entry
from safeguarding.wording import counted, sentence, uk_date, uk_day, uk_moment, upper_first


def answer_entry(given: ConsultationAnswer) -> Entry:
    """One answer of a consultation that is loaded with all of them."""
    lines = [*detail(given), *replaced_lines(given)]
    return Entry(
        label(Answer, given.answer),
        uk_moment(given.answered_at),
        lines,
        byline=who_answered(given),
        href=letter_href(given),
        link="The answer as a letter",
    )


def letter_href(given: ConsultationAnswer) -> str:
    """Where what was decided with it is read as a letter; nowhere for what the release before wrote."""
    args = [given.consultation.within.ref, given.act]
    return reverse("consultation_decision", args=args) if given.act else ""


def answer_lines(given: ConsultationAnswer) -> list[str]:
    """The same in lines, for a list of earlier consultations."""
    told = f"{label(Answer, given.answer)}: {who_answered(given)}, {uk_date(given.answered_at)}."
    return [told, *detail(given), *replaced_lines(given)]


def later_decision(given: ConsultationAnswer) -> ConsultationAnswer | None:
    """The decision that took its place, among the answers that its consultation is loaded with."""
    later = (one for one in given.consultation.answers.all() if one.supersedes_id == given.pk)
    return next(later, None)


def replaced_lines(given: ConsultationAnswer) -> list[str]:
    """That a later decision took its place, and when, and with it what was open; nothing while it stands."""
    later = later_decision(given)
    if later is None:
        return []
    taken = taken_on(later.answered_at)
    open_ = [one for one in given.conditions.all() if one.closed_at is None]
    if not open_:
        return [taken]
    return [f"{taken} {upper_first(counted(len(open_), 'open condition'))} went with it."]


def who_answered(given: ConsultationAnswer) -> str:
    """Who did, and for whom where a deputy."""
    who = given.answered_by.full_name
    return f"{who}, for {given.for_another.full_name}" if given.for_another else who


def detail(given: ConsultationAnswer) -> list[str]:
    """What it asks for, its statements and reasons, on which account, its conditions and its reviews."""
    account = f"On version {given.account.number} of the account." if given.account else ""
    told = [*_decided(given, words.typed), account, *_followed(given)]
    return [line for line in told if line]


def reasons_of(given: ConsultationAnswer) -> list[str]:
    """What it asks for, the statements that it is tied to, and its reasons, as they were typed."""
    return [line for line in _decided(given, str) if line]


def as_typed(given: ConsultationAnswer) -> list[str]:
    """The same without the account, and as it was typed, for lines that are joined to one."""
    return [line for line in [*_decided(given, str), *_followed(given)] if line]


def _decided(given: ConsultationAnswer, typed: Callable[[str], str]) -> list[str]:
    return [
        *_what(given, typed),
        *(f"{tied.statement.key} {tied.statement.words}" for tied in given.tied.all()),
        typed(given.reasons),
        f"It replaces an earlier decision: {given.supersedes_reason}" if given.supersedes_reason else "",
    ]


def _followed(given: ConsultationAnswer) -> list[str]:
    return [
        *(condition_line(condition) for condition in given.conditions.all()),
        *(review_line(review) for review in given.reviews.all()),
    ]


def _what(given: ConsultationAnswer, typed: Callable[[str], str]) -> list[str]:
    """What the answer asks for, beside its reasons."""
    if given.answer == Answer.PARTNER_RIGHT and given.agency is not None:
        asked = f"{given.agency.name}: {given.agency_person} asked on {uk_date(given.agency_date)}."
        return [asked]
    told = [label(Way, given.way) if given.way else "", typed(given.instead)]
    if given.review_date:
        lead = given.lead.full_name if given.lead else given.lead_words
        told.append(f"Led by {lead}. Reviewed on {uk_day(given.review_date)}.")
    if given.wanted_by_date:
        told.append(f"Wanted by {uk_day(given.wanted_by_date)}.")
    if given.to_whom:
        told.append(f"To {given.to_whom}.")
    return told


def condition_words(one: ConsultationCondition) -> str:
    """What must happen, who does it, and by when."""
    who = one.owner.full_name if one.owner else one.owner_words
    return f"{sentence(one.what)} {who}, by {uk_date(one.due_date)}"


def condition_line(one: ConsultationCondition) -> str:
    told = f"Condition: {condition_words(one)}."
    if one.met_date:
        return f"{told} Met on {uk_date(one.met_date)}. {one.met_words}".strip()
    if one.withdrawn_reason:
        return f"{told} Withdrawn: {one.withdrawn_reason}"
    if one.owner and not one.owner.is_active and one.closed_at is None:
        return f"{told} {one.owner.full_name} has left: it is due on My work of whoever has that work now."
    return told


def review_line(one: SupportReview) -> str:
    told = f"Reviewed on {uk_date(one.held_date)}: {label(SupportOutcome, one.outcome)}. {one.words}"
    return f"{told} Next on {uk_date(one.next_review_date)}." if one.next_review_date else told
