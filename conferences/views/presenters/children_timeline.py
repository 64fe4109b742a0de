"""A story told in plain sentences, by year: of one child, or of all of a family's children together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator

from conferences.models import (
    Booking,
    ChildInNeedPlan,
    ConferenceChild,
    CoreGroup,
    Exclusion,
    FollowUp,
    LifeEvent,
    NeedEpisode,
    Plan,
    PlanCategory,
    PlanElsewhere,
    StrategyDiscussion,
    ThinkingAction,
    ThinkingTimeEntry,
    TransferIn,
)
from conferences.queries.children_chronology import Event, EventKind, moments
from conferences.queries.corrections import is_in_error
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.enquiries import VoidReason
from conferences.rules.exclusions import Answer
from conferences.rules.life_events import LifeKind
from conferences.rules.vocabulary import (
    Category,
    ConferenceKind,
    DecisionOutcome,
    EndReason,
    StepDown,
)
from conferences.rules.workflow import BookingState, OutcomeReason
from conferences.views.presenters import consultations_record as consulted
from conferences.views.presenters import (
    copies_closing,
    copies_own,
    corrections_decisions,
    documents_again,
    life_events,
    life_events_resumptions,
    look_ups,
    preparation,
    supports,
    words,
)
from conferences.views.presenters.children_search import full_name
from conferences.views.presenters.corrections import timeline_entry
from conferences.views.presenters.enquiries import STRUCK, change_text
from conferences.views.presenters.plans import LINKS, leads_to
from conferences.views.presenters.thinking_time_before import whose
from safeguarding.labelled import label
from safeguarding.models import Allocation, Child, ChildName
from safeguarding.pagekit.components import Entry, Link
from safeguarding.wording import joined, lower_first, sentence, uk_date, upper_first
from safeguarding.workingdays import span

EntryText = tuple[str, list[str]]
PLAN_BEGAN = "Child protection plan began"
# The events of one day, moment and kind, in the order asked for.
Moments = list[list[Event]]
OLDEST, NEWEST, ALL = "oldest", "newest", "all"
# About 50 kilobytes.
A_PAGE = 100


@dataclass(frozen=True)
class Year:
    """The events of one year, in the order asked for; `is_continued` where the page before holds others."""

    year: int
    entries: list[Entry]
    is_continued: bool = False


@dataclass(frozen=True)
class Timeline:
    """One page of a story, and the ways to its other pages and years.

    `whole` leads to all of it on one page, for printing; empty where this is all of it.
    """

    years: list[Year]
    page: Page[Moments]
    jumps: list[Link]
    oldest_first: bool
    whole: str


def timeline(
    events: Iterable[Event], *, order: str = "", page: str | None = None, of_many: bool = False
) -> Timeline:
    """A page of the events by year. `of_many`: what several children share is told once, with their names.

    `order` is "oldest" or the newest first, `page` a number or "all". Only the page's events are put in
    words.
    """
    oldest_first = order == OLDEST
    known = moments(events)
    known = known if oldest_first else known[::-1]
    pages = [known] if page == ALL else _pages(known)
    shown = Paginator(pages, 1).get_page(page)
    here = pages[shown.number - 1] if pages else []
    before = pages[shown.number - 2][-1][0].day.year if shown.has_previous() else None
    address = f"?order={OLDEST if oldest_first else NEWEST}"
    return Timeline(
        years=_years(here, oldest_first, of_many, before),
        page=shown,
        jumps=_jumps(pages, address) if len(pages) > 1 else [],
        oldest_first=oldest_first,
        whole=f"{address}&page={ALL}" if len(pages) > 1 else "",
    )


def _pages(known: Moments) -> list[Moments]:
    """Pages of about so many events; what happened on one day in one way is never parted."""
    pages: list[Moments] = []
    held = A_PAGE
    for moment in known:
        if held >= A_PAGE:
            pages.append([])
            held = 0
        pages[-1].append(moment)
        held += len(moment)
    return pages


def _years(known: Moments, oldest_first: bool, of_many: bool, before: int | None) -> list[Year]:
    entries = [
        (moment[0].day.year, entry)
        for moment in known
        for entry in _entries(moment, of_many)[:: 1 if oldest_first else -1]
    ]
    years = groupby(entries, key=lambda told: told[0])
    return [Year(year, [entry for _, entry in group], year == before) for year, group in years]


def _jumps(pages: list[Moments], address: str) -> list[Link]:
    """A link to where each year begins."""
    begins: dict[int, int] = {}
    for number, here in enumerate(pages, start=1):
        for moment in here:
            begins.setdefault(moment[0].day.year, number)
    return [Link(str(year), f"{address}&page={number}#year-{year}") for year, number in begins.items()]


def _entries(moment: list[Event], of_many: bool) -> list[Entry]:
    """The events of one kind and day as entries: those that read the same become one."""
    told: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
    for event in moment:
        title, lines = entry_text(event)
        one = (title, leads_to(event, of_many=of_many))
        told.setdefault(one, {}).setdefault(tuple(lines), []).append(short_name(event.child))
    when = uk_date(moment[0].day)
    return [
        Entry(
            title,
            when,
            _lines(same, of_many),
            href=href,
            link=LINKS[moment[0].kind] if href else "",
            is_struck=title.endswith(STRUCK),
        )
        for (title, href), same in told.items()
    ]


def _lines(same: dict[tuple[str, ...], list[str]], of_many: bool) -> list[str]:
    if not of_many:
        return [line for lines in same for line in lines]
    return [_with_names(names, lines) for lines, names in same.items()]


def _with_names(names: list[str], lines: tuple[str, ...]) -> str:
    who = joined(list(dict.fromkeys(names)))
    return f"{who}: {' '.join(lines)}" if lines else who


def short_name(child: Child) -> str:
    """Given names, as a family's own page calls its children; the whole name where there is none."""
    return child.given_names or child.display_name


def entry_text(event: Event) -> EntryText:
    """The event's title and the sentences beneath it, as it was told where it was in error."""
    title, lines = ENTRY_TEXTS[event.kind](event.record)
    return (f"{title}{STRUCK}" if is_in_error(event.record) else title), lines


def _referral(episode: NeedEpisode) -> EntryText:
    lines = [f"From: {label(ReferralSource, episode.referral_source)}."] if episode.referral_source else []
    if episode.primary_need:
        lines.append(f"Main need: {label(PrimaryNeed, episode.primary_need)}.")
    if episode.no_further_action:
        lines.append("No further action was taken.")
    return "Referred to children’s social care", lines


def _closure(episode: NeedEpisode) -> EntryText:
    why = [sentence(label(ClosureReason, episode.closure_reason))] if episode.closure_reason else []
    return "Closed to children’s social care", why


def _discussion(discussion: StrategyDiscussion) -> EntryText:
    if discussion.enquiry.voided_at is not None:
        return f"Strategy discussion{STRUCK}", [
            f"Void: {lower_first(label(VoidReason, discussion.enquiry.voided_reason))}."
        ]
    which = (
        "It started a section 47 enquiry."
        if discussion.started_enquiry
        else "A further discussion in the same section 47 enquiry."
    )
    return "Strategy discussion", [which, *([sentence(discussion.notes)] if discussion.notes else [])]


def _transfer(transfer: TransferIn) -> EntryText:
    from_ = upper_first(words.authority("", transfer.from_authority))
    moved = f"The move was on {uk_date(transfer.moved_date)}." if transfer.moved_date else ""
    lines = [f"{from_} told us of a move here while on its child protection plan.", moved]
    return "Move here reported", [line for line in lines if line]


def _thinking_time(entry: ThinkingTimeEntry) -> EntryText:
    held_by = words.name_of(entry.session.chair)
    lines = [sentence(entry.conclusion), f"Held by {held_by}."]
    if entry.session.is_late:
        lines.append(f"Recorded on {uk_date(entry.session.recorded_at)}, after the record was signed.")
    return "Thinking time", lines


def _action_closed(one: ThinkingAction) -> EntryText:
    """By whom it was to be done, and who said so where that was another."""
    told = "done" if one.done_date else "not needed any more"
    lines = [sentence(f"{whose(one)}: {one.what}")]
    if one.closed_words:
        lines.append(sentence(one.closed_words))
    if one.closed_by_id != one.owner_id:
        lines.append(f"Recorded by {words.name_of(one.closed_by)}.")
    return f"Action from thinking time {told}", lines


def _conference(attended: ConferenceChild) -> EntryText:
    return label(ConferenceKind, attended.kind), [_decision_line(attended), *_chair_line(attended)]


def _undecided(meeting: Booking) -> EntryText:
    """A conference that came to no decision: adjourned. There was not enough time."""
    how = lower_first(BookingState[meeting.state].label)
    why = label(OutcomeReason, meeting.outcome_reason)
    return f"A conference that came to no decision: {how}", [f"{why}."]


def _excluded(one: Exclusion) -> EntryText:
    """That somebody was excluded, and not who: that stands with the conference, for whoever reads of it."""
    how_much = "a part of a conference" if one.answer == Answer.PART else "a conference"
    return f"Somebody of the family was excluded from {how_much}", []


def _decision_line(attended: ConferenceChild) -> str:
    decision = getattr(attended, "decision", None)
    if decision is None:
        return "The decision is not recorded here."
    outcome = label(DecisionOutcome, decision.outcome)
    return f"{outcome} ({label(Category, decision.category)})." if decision.category else f"{outcome}."


def _chair_line(attended: ConferenceChild) -> list[str]:
    chair = attended.conference.chair
    return [f"Chaired by {chair.full_name}."] if chair else []


def _plan_start(plan: Plan) -> EntryText:
    lines = [f"Category: {label(Category, plan.initial_category)}."]
    if plan.held_for_other_authority:
        return "Another authority’s plan taken to be held here", lines
    return PLAN_BEGAN, lines


def _category_change(change: PlanCategory) -> EntryText:
    category = label(Category, change.category)
    if change.date_is_exact:
        return "Category changed", [f"Now {lower_first(category)}."]
    return "Category had changed", [f"{category} by this day; the exact day is not known."]


def _core_group(group: CoreGroup) -> EntryText:
    return "Core group", [sentence(group.notes)] if group.notes else []


def _follow_up(held: FollowUp) -> EntryText:
    lines = [sentence(held.how_child_is), *([sentence(held.help_now)] if held.help_now else [])]
    return f"{held.get_which_display()} after the plan", lines


def _plan_end(plan: Plan) -> EntryText:
    assert plan.end_date is not None
    known = plan.end_reason and plan.end_reason != EndReason.NOT_RECORDED
    said = words.end_reason(plan.end_reason, is_unborn=plan.child.is_unborn)
    reason = said if known else "The reason is not recorded"
    lasted = f"It lasted {span(plan.start_date, plan.end_date)}."
    then = [f"Then: {label(StepDown, plan.step_down)}."] if plan.step_down else []
    who = life_events.who_ended(plan)
    return "Child protection plan ended", [sentence(reason), lasted, *then, *([who] if who else [])]


def _elsewhere_start(plan: PlanElsewhere) -> EntryText:
    where = words.authority(plan.authority_name, plan.authority)
    category = f"Category: {label(Category, plan.category)}." if plan.category else ""
    return "Plan elsewhere began", [line for line in (f"{where}.", category) if line]


def _elsewhere_end(plan: PlanElsewhere) -> EntryText:
    return "Plan elsewhere ended", [f"{words.authority(plan.authority_name, plan.authority)}."]


def _in_need_start(plan: ChildInNeedPlan) -> EntryText:
    return "Child in need plan began", []


def _in_need_end(plan: ChildInNeedPlan) -> EntryText:
    return "Child in need plan ended", []


def _allocation(allocation: Allocation) -> EntryText:
    worker = f"{allocation.worker.full_name}, {allocation.team.name}" if allocation.worker else ""
    return "Allocated", [f"To {worker or allocation.team.name}."]


def _name_change(name: ChildName) -> EntryText:
    return "Name changed", [f"Known until then as {full_name(name)}."]


def _death(record: Child | LifeEvent) -> EntryText:
    if isinstance(record, LifeEvent):
        return life_events.entry(record)
    return life_events.kind_words(LifeKind.DIED, record), []


def _plain(title: str) -> Callable[[Child], EntryText]:
    return lambda child: (title, [])


ENTRY_TEXTS: dict[EventKind, Callable[[Any], EntryText]] = {
    EventKind.EXPECTED: _plain("Birth expected"),
    EventKind.BORN: _plain("Born"),
    EventKind.DIED: _death,
    EventKind.LIFE: life_events.entry,
    EventKind.RENAMED: _name_change,
    EventKind.REFERRED: _referral,
    EventKind.CLOSED: _closure,
    EventKind.DISCUSSED: _discussion,
    EventKind.ENQUIRY_CHANGED: change_text,
    EventKind.TRANSFER_NOTIFIED: _transfer,
    EventKind.CONSULTATION_RAISED: consulted.raised_text,
    EventKind.ACCOUNT_GIVEN: consulted.account_text,
    EventKind.CONSULTATION_ANSWERED: consulted.answer_text,
    EventKind.DISSENTED: consulted.dissent_text,
    EventKind.CONDITION_CLOSED: consulted.condition_text,
    EventKind.SUPPORT_REVIEWED: consulted.review_text,
    EventKind.THOUGHT: _thinking_time,
    EventKind.ACTION_CLOSED: _action_closed,
    EventKind.EXCLUDED: _excluded,
    EventKind.FAMILY_CONTACTED: preparation.contact_text,
    EventKind.HEARD_BEFORE: preparation.views_text,
    EventKind.MEETING_UNDECIDED: _undecided,
    EventKind.CONFERENCE: _conference,
    EventKind.OWN_GIVEN: copies_own.given_text,
    EventKind.OWN_NONE: copies_own.none_text,
    EventKind.PLAN_BEGAN: _plan_start,
    EventKind.CATEGORY_CHANGED: _category_change,
    EventKind.CORE_GROUP: _core_group,
    EventKind.PLAN_ENDED: _plan_end,
    EventKind.CLOSING_SENT: copies_closing.timeline_text,
    EventKind.FOLLOWED_UP: _follow_up,
    EventKind.LOOKED_UP: look_ups.timeline_text,
    EventKind.RESUMED: life_events_resumptions.entry,
    EventKind.ELSEWHERE_BEGAN: _elsewhere_start,
    EventKind.ELSEWHERE_ENDED: _elsewhere_end,
    EventKind.IN_NEED_BEGAN: _in_need_start,
    EventKind.IN_NEED_ENDED: _in_need_end,
    EventKind.SUPPORT_OFFERED: supports.offered_text,
    EventKind.SUPPORT_STARTED: supports.started_text,
    EventKind.SUPPORT_ENDED: supports.ended_text,
    EventKind.ALLOCATED: _allocation,
    EventKind.CORRECTED: timeline_entry,
    EventKind.DECIDED_AGAIN: corrections_decisions.timeline_entry,
    EventKind.TOLD_AGAIN: documents_again.timeline_text,
}
