"""An answer of a consultation in words: what was decided, why, on which conditions, and how it went."""

from __future__ import annotations

from conferences.models import ConsultationAnswer, ConsultationCondition, SupportReview
from conferences.rules.consultations import Answer, SupportOutcome, Way
from conferences.views.presenters import words
from safeguarding.labelled import label
from safeguarding.pagekit.components import Entry
from safeguarding.wording import uk_date, uk_day, uk_moment


def answer_entry(given: ConsultationAnswer) -> Entry:
    return Entry(
        label(Answer, given.answer), uk_moment(given.answered_at), detail(given), byline=who_answered(given)
    )


def answer_lines(given: ConsultationAnswer) -> list[str]:
    """The same in lines, for a list of earlier consultations."""
    told = f"{label(Answer, given.answer)}: {who_answered(given)}, {uk_date(given.answered_at)}."
    return [told, *detail(given)]


def who_answered(given: ConsultationAnswer) -> str:
    """Who did, and for whom where a deputy."""
    who = given.answered_by.full_name
    return f"{who}, for {given.for_another.full_name}" if given.for_another else who


def detail(given: ConsultationAnswer) -> list[str]:
    """What it asks for, the statements it is tied to, its reasons, its conditions and its reviews."""
    lines = [
        *_what(given),
        *(f"{tied.statement.key} {tied.statement.words}" for tied in given.tied.all()),
        words.typed(given.reasons),
        f"It replaces an earlier decision: {given.supersedes_reason}" if given.supersedes_reason else "",
        f"On version {given.account.number} of the account." if given.account else "",
        *(condition_line(condition) for condition in given.conditions.all()),
        *(_review(review) for review in given.reviews.all()),
    ]
    return [line for line in lines if line]


def _what(given: ConsultationAnswer) -> list[str]:
    """What the answer asks for, beside its reasons."""
    if given.answer == Answer.PARTNER_RIGHT and given.agency is not None:
        asked = f"{given.agency.name}: {given.agency_person} asked on {uk_date(given.agency_date)}."
        return [asked]
    told = [label(Way, given.way) if given.way else "", words.typed(given.instead)]
    if given.review_date:
        lead = given.lead.full_name if given.lead else given.lead_words
        told.append(f"Led by {lead}. Reviewed on {uk_day(given.review_date)}.")
    if given.wanted_by_date:
        told.append(f"Wanted by {uk_day(given.wanted_by_date)}.")
    if given.to_whom:
        told.append(f"To {given.to_whom}.")
    return told


def condition_line(one: ConsultationCondition) -> str:
    who = one.owner.full_name if one.owner else one.owner_words
    told = f"Condition: {one.what} {who}, by {uk_date(one.due_date)}."
    if one.met_date:
        return f"{told} Met on {uk_date(one.met_date)}. {one.met_words}".strip()
    return f"{told} Withdrawn: {one.withdrawn_reason}" if one.withdrawn_reason else told


def _review(one: SupportReview) -> str:
    told = f"Reviewed on {uk_date(one.held_date)}: {label(SupportOutcome, one.outcome)}. {one.words}"
    return f"{told} Next on {uk_date(one.next_review_date)}." if one.next_review_date else told
