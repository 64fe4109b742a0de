"""The nearest earlier decisions in words: why each is near, in what it differs, and what followed it.

No number tells how near: the words do. What is too early to tell is said to be so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from conferences.models import ConsultationAnswer, ConsultationFirstView
from conferences.queries.consultations_first_views import FirstViews
from conferences.queries.consultations_nearness import Compared, Followed, NearCase
from conferences.rules.consultations import Answer, Cause
from conferences.rules.consultations_followed import LOOKED_AT_MONTHS, months_over, within_months
from conferences.rules.nearness import RUNS, AgeBand, Aspect, Case, Likeness
from conferences.rules.replans import GapBand
from conferences.rules.vocabulary import Category, DecisionOutcome, EndReason, StepDown
from conferences.rules.workflow import OPEN_REQUESTS, RequestState
from conferences.views.presenters import words
from conferences.views.presenters.consultations_answers import reasons_of, who_answered
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.pagekit.components import Entry, SummaryRow
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, uk_moment, upper_first
from safeguarding.workingdays import span

NONE_NEAR = "No earlier decision is near to this one in what matters."
SHOWN = "An earlier decision that was shown"
NONE_SHOWN = "None: no first view was noted before."
# How it is kept: see _case_line().
KEPT_LINE = re.compile(r"^(\d+)\. Consultation (\d+),(.*)", re.DOTALL)
A = Aspect
# How a thing is called where it is not known.
UNKNOWN_AS = {
    A.GAP: "when {plan} ended",
    A.CATEGORY: "the category of {plan}",
    A.ENDED: "how {plan} ended",
    A.LENGTH: "how long {plan} lasted",
}


@dataclass(frozen=True)
class NearDecision:
    """One earlier decision: its child and day; rows of what was decided, why it is near, what followed."""

    title: str
    href: str
    rows: list[SummaryRow]


@dataclass(frozen=True)
class ComparedChildren:
    """Children of the consultation to whom the same earlier decisions are near in the same, with one's own
    first view on each.
    """

    names: str
    views: list[SummaryRow]
    near: list[NearDecision]
    none: str


def compared_children(compared: Sequence[Compared], views: FirstViews, on: date) -> list[ComparedChildren]:
    """All that the template places, in the order of the children: brothers and sisters who are alike once."""
    alike: list[tuple[list[NearDecision], list[Compared]]] = []
    for one in compared:
        near = [near_decision(one.case, found, on) for found in one.near]
        same = next((children for told, children in alike if told == near), None)
        if same is None:
            alike.append((near, [one]))
        else:
            same.append(one)
    return [
        ComparedChildren(
            names=joined([one.consultation.child.display_name for one in children]),
            views=[_own(one, views) for one in children if one.consultation.pk in views.own],
            near=near,
            none="" if near else NONE_NEAR,
        )
        for near, children in alike
    ]


def _own(one: Compared, views: FirstViews) -> SummaryRow:
    view = views.own[one.consultation.pk]
    title = f"Your first view for {one.consultation.child.display_name}"
    return SummaryRow(title, words.typed(f"{label(Answer, view.leans)}. {view.words}"))


def near_decision(case: Case, near: NearCase, on: date) -> NearDecision:
    """One earlier decision beside a case: whose, why it is near, what was decided, and what followed."""
    answer, one = near.answer, near.consultation
    differs, unknown = differences(case, near), unknowns(case, near)
    rows = [
        SummaryRow("Decided", _lines(_decided(answer))),
        SummaryRow("Why it is near", _in_one(alike(near))),
        SummaryRow("In what it differs", _in_one(differs)) if differs else None,
        SummaryRow("Not known", _in_one(unknown)) if unknown else None,
        SummaryRow("What followed", _lines(followed_lines(near, on))),
    ]
    return NearDecision(
        title=f"{one.child.display_name}, {uk_date(answer.answered_at)}",
        href=reverse("consultation", args=[one.within.ref]),
        rows=[row for row in rows if row is not None],
    )


def _lines(lines: Sequence[str]) -> str:
    return words.typed("\n".join(line for line in lines if line))


def _in_one(facts: Sequence[str]) -> str:
    return sentence(upper_first("; ".join(facts)))


def _decided(given: ConsultationAnswer) -> list[str]:
    return [f"{label(Answer, given.answer)}: {who_answered(given)}.", *reasons_of(given)]


def kept_lines(compared: Sequence[Compared]) -> dict[int, list[tuple[str, str]]]:
    """{consultation: which earlier decisions were shown beside the form, in their order}, to be kept with the
    answer: each by its number, with what was decided and what both have in common. It names no other child,
    and tells nothing of one that is not so of this child too.
    """
    return {
        one.consultation.pk: [
            (SHOWN, _case_line(near, place)) for place, near in enumerate(one.near, start=1)
        ]
        or [(SHOWN, NONE_NEAR)]
        for one in compared
    }


def _case_line(near: NearCase, place: int) -> str:
    number, day = near.consultation.within.pk, uk_date(near.answer.answered_at)
    told = f"{place}. Consultation {number}, {day}: {lower_first(label(Answer, near.answer.answer))}."
    return f"{told} Near in this: {sentence(joined(alike(near)))}"


def shown_number(text: str) -> int | None:
    """The number of the consultation that a line of kept_lines() tells of; None where it tells of none."""
    found = KEPT_LINE.match(text)
    return int(found.group(2)) if found else None


def with_link(text: str, href: str) -> SafeString:
    """Such a line, leading to the consultation that it tells of."""
    found = KEPT_LINE.match(text)
    assert found is not None  # Asked only of a line with a number.
    place, number, rest = found.groups()
    link = format_html('<a class="govuk-link" href="{}">Consultation {}</a>', href, number)
    return format_html("{}. {},{}", place, link, rest)


# ----- Why it is near, and in what it differs --------------------------------------------------------------


def alike(near: NearCase) -> list[str]:
    """What both have in common. A re-plan is told by the time since the last plan."""
    return [
        told
        for aspect, likeness in near.alike.items()
        if likeness is Likeness.SAME and (told := _fact(aspect, near.case))
    ]


def differences(case: Case, near: NearCase) -> list[str]:
    """In what they differ, that one first and then this one."""
    return [
        f"{_fact(aspect, near.case, is_alone=True)}, here {_fact(aspect, case, is_alone=True)}"
        for aspect, likeness in near.alike.items()
        if likeness in (Likeness.NEXT, Likeness.OTHER)
    ]


def unknowns(case: Case, near: NearCase) -> list[str]:
    """What is not known there, or here."""
    told = []
    for aspect, likeness in near.alike.items():
        if likeness is Likeness.UNKNOWN:
            where = [place for place, one in (("there", near.case), ("here", case)) if not _fact(aspect, one)]
            told.append(f"{UNKNOWN_AS[aspect].format(plan=_plan(case))}, {joined(where)}")
    return told


def _plan(case: Case) -> str:
    return "the brother’s or sister’s last plan" if case.kind == Cause.NEW_BABY else "the last plan"


def _fact(aspect: Aspect, case: Case, *, is_alone: bool = False) -> str:
    """One fact of a case; "" where it is not known, and where another tells it unless it stands alone."""
    if aspect is A.KIND:
        is_told = is_alone or case.kind != Cause.REPLAN
        return lower_first(label(Cause, case.kind)) if is_told else ""
    if aspect is A.GAP:
        return _gap(case)
    if aspect is A.CATEGORY:
        return lower_first(label(Category, case.category)) if case.category else ""
    if aspect is A.ENDED:
        return _ended(case)
    if aspect is A.BEFORE:
        return counted(case.before, "earlier plan")
    if aspect is A.LENGTH:
        return (
            ""
            if case.length == GapBand.UNKNOWN
            else f"a plan that lasted {lower_first(label(GapBand, case.length))}"
        )
    if aspect is A.AGE:
        return lower_first(label(AgeBand, case.age))
    return "one child asked about" if case.children == 1 else f"{case.children} children asked about"


def _gap(case: Case) -> str:
    if case.gap == GapBand.UNKNOWN:
        return ""
    if case.gap == RUNS:
        return "the plan runs"
    return f"{_plan(case)} ended {lower_first(label(GapBand, case.gap))} before"


def _ended(case: Case) -> str:
    if case.ended in ("", EndReason.NOT_RECORDED, RUNS):
        return ""
    why = lower_first(label(EndReason, case.ended).partition(":")[0])
    then = f", then {lower_first(label(StepDown, case.step_down))}" if case.step_down else ""
    return f"how it ended: {why}{then}"


# ----- What followed ---------------------------------------------------------------------------------------


def followed_lines(near: NearCase, on: date) -> list[str]:
    """The conference and what it decided, then whether a plan followed, as far as that can be told yet."""
    followed, decided = near.followed, day_of(near.answer.answered_at)
    lines = [
        _conference(near),
        _on_plan(followed, decided, on) if followed.plan else _plan_since(near, decided, on),
    ]
    child = near.consultation.child
    if child.death_date is not None:
        lines.append(
            sentence(words.PREGNANCY_ENDED if child.is_unborn else f"Died {uk_date(child.death_date)}")
        )
    return [line for line in lines if line]


def _conference(near: NearCase) -> str:
    met, asked = near.followed.met, near.consultation.requested_child
    if met is not None:
        decision = getattr(met, "decision", None)
        told = label(DecisionOutcome, decision.outcome) if decision else "what it decided is not recorded"
        return sentence(f"Conference on {uk_date(met.conference.held_date)}: {told}")
    if asked is None:
        return ""
    if asked.request.state in OPEN_REQUESTS:
        return "The conference lies ahead."
    if asked.request.state == RequestState.WITHDRAWN:
        return "The request was withdrawn."
    return "No conference is recorded since."


def _plan_since(near: NearCase, decided: date, on: date) -> str:
    began, met = near.followed.began, near.followed.met
    if began is not None and met is not None and began.start_date == met.conference.held_date:
        return ""  # The conference told of it.
    if began is not None:
        months = within_months(decided, began.start_date)
        when = f"within {months} months" if months else f"{span(decided, began.start_date)} later"
        return f"A plan began on {uk_date(began.start_date)}, {when}."
    over = months_over(decided, on)
    if not over:
        return "Too early to tell whether a plan follows."
    later = [months for months in LOOKED_AT_MONTHS if months > over]
    ahead = f" {later[0]} months are not over yet." if later else ""
    return f"No plan within {over} months is recorded.{ahead}"


def _on_plan(followed: Followed, decided: date, on: date) -> str:
    plan = followed.plan
    assert plan is not None  # Asked only of a plan.
    if plan.end_date is not None:
        months = within_months(decided, plan.end_date)
        when = f"within {months} months" if months else f"{span(decided, plan.end_date)} later"
        return sentence(f"The plan ended on {uk_date(plan.end_date)}, {when}: {_why(plan.end_reason)}")
    over = months_over(decided, on)
    return f"The plan ran on after {over} months." if over else "Too early to tell how the plan goes on."


def _why(reason: str) -> str:
    if reason in ("", EndReason.NOT_RECORDED):
        return "why is not recorded"
    return lower_first(label(EndReason, reason).partition(":")[0])


# ----- First views -----------------------------------------------------------------------------------------


def first_view_entries(views: FirstViews) -> list[Entry]:
    """One's own, and those of who has decided since."""
    return [_entry(one) for one in (*views.own.values(), *views.others)]


def _entry(one: ConsultationFirstView) -> Entry:
    account = f"On version {one.account.number} of the account." if one.account else ""
    lines = [words.typed(one.words), account]
    return Entry(
        f"{one.consultation.child.display_name}: {label(Answer, one.leans)}",
        uk_moment(one.noted_at),
        [line for line in lines if line],
        byline=one.noted_by.full_name,
    )
