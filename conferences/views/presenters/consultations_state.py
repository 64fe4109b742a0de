"""Where a family's consultation stands, in the words that every page about the family shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from conferences.models import Consultation, SupportReview
from conferences.queries.days import Day
from conferences.rules.consultations import (
    UNANSWERED,
    ConsultationState,
    FamilyState,
    Stands,
    agreed_words,
    family_standing,
    split_sets,
)
from conferences.views.presenters.due import due_tag
from safeguarding.models import Child
from safeguarding.pagekit.components import SummaryRow, Tag
from safeguarding.wording import joined, sentence, uk_date, uk_day

COLOURS = {
    FamilyState.RAISED: "grey",
    FamilyState.ASKED: "blue",
    FamilyState.MORE_INFORMATION: "yellow",
    FamilyState.ESCALATED: "orange",
    FamilyState.PARTLY: "yellow",
    FamilyState.SPLIT: "purple",
    FamilyState.AGREED: "green",
    FamilyState.ANOTHER_WAY: "turquoise",
    FamilyState.CLOSED: "grey",
}

# Decided, and perhaps not the same for every child.
TOLD_BY_NAME = (FamilyState.SPLIT, FamilyState.PARTLY, FamilyState.AGREED)
CONSULTATION_COLOURS = {
    ConsultationState.RAISED: "yellow",
    ConsultationState.ASKED: "blue",
    ConsultationState.MORE_INFORMATION: "yellow",
    ConsultationState.ESCALATED: "purple",
    ConsultationState.AGREED: "green",
    ConsultationState.ANOTHER_WAY: "orange",
    ConsultationState.CLOSED: "grey",
}


def stands(one: Consultation) -> Stands:
    """Where one that is loaded with its answers stands."""
    answers = list(one.answers.all())
    return Stands(one.state, answers[-1].answer if answers else "")


def consultation_tag(one: Consultation) -> Tag:
    return Tag(stands(one).words, CONSULTATION_COLOURS[ConsultationState[one.state]])


def family_tag(children: Sequence[Consultation]) -> Tag:
    """Where the family stands; decided in part, for how many of how many."""
    standing = family_standing([one.state for one in children])
    told = standing.state.label
    if standing.state is FamilyState.PARTLY:
        told = f"Decided for {standing.decided} of {standing.number}"
    elif standing.state is FamilyState.AGREED:
        told = agreed_words([stands(one) for one in children])
    return Tag(told, COLOURS[standing.state])


def split_line(children: Sequence[Consultation]) -> str:
    """Who goes which way, where what was decided is not the same for all. A child whose part was closed goes
    no way.
    """
    kept = [one for one in children if one.state != ConsultationState.CLOSED]
    if family_standing([one.state for one in kept]).state not in TOLD_BY_NAME:
        return ""
    sets = split_sets({one.child.display_name: stands(one) for one in kept})
    if len(sets) == 1:
        return ""
    return sentence("; ".join(_for(told, who) for told, who in sets.items()))


def _for(told: str, who: Sequence[str]) -> str:
    return f"{told}{',' if ',' in told else ''} for {joined(who)}"


def consulted_rows(
    asked: Mapping[int, Consultation], decide: Mapping[int, Day], on: date
) -> list[SummaryRow]:
    """How the consultation of a meeting's children stands, and the days left to decide it, `decide` by
    consultation; nothing where nobody was consulted.
    """
    children = list(asked.values())
    if not children:
        return []
    told = sentence(split_line(children) or family_tag(children).text)
    waiting = [decide[one.pk].day for one in children if one.state in UNANSWERED and one.pk in decide]
    left = sentence(f"Decide by {days_left(min(waiting), on)}") if waiting else ""
    href = reverse("consultation", args=[children[0].within.ref])
    words = " ".join(part for part in (told, left) if part)
    return [SummaryRow("Consultation", words, href, "Open", "the consultation")]


def days_left(day: date, on: date) -> str:
    """A day with how many working days are left to it."""
    tag = due_tag(day, on)
    return f"{uk_day(day)}, {tag.text}" if tag else uk_day(day)


def failed_answers(child: Child | None, review: SupportReview | None) -> dict[str, object]:
    """What a request begins with where another way did not work for the child; nothing where none failed."""
    if child is None or review is None:
        return {}
    given = review.answer
    told = (
        f"Another way was decided on {uk_date(given.answered_at)}: {given.instead}",
        f"It was reviewed on {uk_date(review.held_date)} and did not work: {review.words}",
    )
    return {"children": [str(child.ref)], "reason": "\n\n".join(told)}


def another_way_line(children: Iterable[Consultation]) -> str:
    """For whom of a meeting another way was decided, said before anything is recorded; "" for nobody."""
    going = [one.child.display_name for one in children if one.state == ConsultationState.ANOTHER_WAY]
    if not going:
        return ""
    return (
        f"Another way than a conference was decided for {joined(going)}. Say in the reasons why there is one."
    )
