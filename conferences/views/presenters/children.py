"""The child's record as one page: who the child is, the present plan, and all that is held, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from conferences.models import ConferenceChild, ConferenceNeed, Enquiry, NeedEpisode, NextDates
from conferences.queries.children_numbers import other_numbers
from conferences.queries.imports_told import ToldDays
from conferences.queries.plans_days import ChildDays
from conferences.queries.plans_history import PlanHistory
from conferences.rules.codes import ClosureReason, PrimaryNeed, ReferralSource
from conferences.rules.enquiries import VoidReason
from conferences.rules.vocabulary import Category, ConferenceKind, DecisionOutcome
from conferences.views.presenters import plans, words
from conferences.views.presenters.children_search import KIND_OF_NAME, full_name
from conferences.views.presenters.enquiries import outcome_words, talks
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import Child, ChildName, NameKind, Person, Relationship, RestrictedGrant, User
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.register.codes import Disability, Ethnicity, Sex, UpnUnknown
from safeguarding.register.identifiers import nhs_number_shown
from safeguarding.wording import joined, lower_first, sentence, uk_date, uk_moment, upper_first

CONFERENCE_COLUMNS = [Column("Conference"), Column("Decision for this child"), Column("Chair")]
ENQUIRY_COLUMNS = [Column("Started"), Column("Strategy discussions"), Column("Conference")]
PEOPLE_COLUMNS = [Column("Who"), Column("Relationship"), Column("Address")]
NEED_COLUMNS = [Column("Referred"), Column("Why"), Column("Closed")]
IN_NEED_COLUMNS = [Column("Began"), Column("Ended")]
CONFIDENTIAL = "Confidential: see the family’s page"


@dataclass(frozen=True)
class Frame:
    """What stands at the head of each page about a child: name, words that warn, and the other pages."""

    name: str
    facts: str
    tags: list[Tag]
    restricted: str
    links: list[Link]


@dataclass(frozen=True)
class ChildPage:
    """The record's page, top to bottom."""

    frame: Frame
    identity: list[SummaryRow]
    present: plans.PresentPlan | None
    summary: str
    difference: str
    plans: Table
    elsewhere: Table | None
    conferences: Table
    enquiries: Table
    people: Table
    needs: Table
    in_need: Table


def child_page(
    child: Child,
    history: PlanHistory,
    days: ChildDays,
    frame: Frame,
    on: date,
    told: ToldDays | None = None,
    planned: NextDates | None = None,
) -> ChildPage:
    """Everything that the record's template places; `told`: to when files tell of what stands open."""
    told = told or ToldDays()
    life = history.present
    allocation = next((held for held in child.allocations.all() if held.end_date is None), None)
    return ChildPage(
        frame=frame,
        identity=identity(child, on),
        present=plans.present(history, days.of(life.plan if life else None), allocation, on, planned),
        summary=plans.summary(history),
        difference=plans.difference(history),
        plans=plans.table(history),
        elsewhere=plans.elsewhere(history),
        conferences=_conferences(child),
        enquiries=_enquiries(child, days, told),
        people=_people(child),
        needs=_needs(child, told),
        in_need=_in_need(child, told),
    )


def frame(child: Child, user: User, current: str, grant: RestrictedGrant | None, on: date) -> Frame:
    """The head of a page about a child, with the page named `current` marked."""
    return Frame(
        name=child.display_name,
        facts=f"{words.when_born(child, on)}. Council number {child.la_child_id}.",
        tags=words.tags(child),
        restricted=_restriction_line(child, grant),
        links=_links(child, user, current),
    )


def _restriction_line(child: Child, grant: RestrictedGrant | None) -> str:
    """Why this person may see a restricted record: a grant opens it, and no role does."""
    if not child.is_restricted or grant is None:
        return ""
    until = f"{grant.granted_by.full_name} named you until {uk_moment(grant.until_at)}"
    return f"This record is restricted. You can see it because: {sentence(grant.reason)} {until}."


def _links(child: Child, user: User, current: str) -> list[Link]:
    named = [
        ("Record", reverse("child", args=[child.ref]), True),
        ("Timeline", reverse("child_timeline", args=[child.ref]), True),
        ("Family", _family_href(child), can(user, Permission.READ_FAMILY)),
        ("Who may see", words.address("child_access", child.ref), can(user, Permission.RESTRICT_CHILD)),
        ("Who has viewed", words.address("child_viewed", child.ref), can(user, Permission.READ_VIEWED)),
    ]
    return [Link(text, href, text == current) for text, href, shown in named if href and shown]


def _family_href(child: Child) -> str:
    return reverse("family", args=[child.family.ref]) if child.family else ""


def identity(child: Child, on: date) -> list[SummaryRow]:
    """Who the child is. What is not known is said, where a worker would look for it."""
    return [
        SummaryRow("Name", child.display_name),
        *[
            SummaryRow(_kind_of_name(name.kind), _other_name(name))
            for name in child.other_names.all()
            if not name.in_error
        ],
        SummaryRow("Born" if not child.is_unborn else "Birth", words.born(child, on)),
        SummaryRow("Council number", _council_number(child)),
        SummaryRow("NHS number", nhs_number_shown(child.nhs_number) if child.nhs_number else words.NOT_KNOWN),
        SummaryRow("Pupil number (UPN)", _pupil_number(child)),
        SummaryRow("Sex", label(Sex, child.sex)),
        SummaryRow("Ethnicity", label(Ethnicity, child.ethnicity) if child.ethnicity else words.NOT_KNOWN),
        SummaryRow("Disability", _disabilities(child)),
        SummaryRow("Communication needs", child.communication_needs or "None recorded"),
        SummaryRow("Interpreter", child.interpreter_language or "None recorded"),
        SummaryRow("Family", child.family.name if child.family else "None recorded"),
    ]


def _council_number(child: Child) -> str:
    others = other_numbers(child)
    return f"{child.la_child_id}. In census files also {joined(others)}" if others else child.la_child_id


def _kind_of_name(kind: str) -> str:
    return upper_first(KIND_OF_NAME[NameKind(kind)].split(" ", 1)[1])


def _other_name(name: ChildName) -> str:
    return f"{full_name(name)} (until {uk_date(name.until_date)})" if name.until_date else full_name(name)


def _pupil_number(child: Child) -> str:
    known = child.upn or (label(UpnUnknown, child.upn_unknown) if child.upn_unknown else words.NOT_KNOWN)
    return f"{known}; formerly {child.former_upn}" if child.former_upn else known


def _disabilities(child: Child) -> str:
    known = [label(Disability, disability.code) for disability in child.disabilities.all()]
    return joined([known[0], *map(lower_first, known[1:])]) if known else words.NOT_KNOWN


def _conferences(child: Child) -> Table:
    met = sorted(child.conferences.all(), key=lambda one: one.conference.held_date, reverse=True)
    rows = [[_conference_day(one), _decision(one), _chair(one)] for one in met]
    empty = "No conference about this child is recorded."
    return Table("Conferences", CONFERENCE_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _conference_day(attended: ConferenceChild) -> Cell:
    """The day, which leads to the record where it is one that the reader may read."""
    about, href = "", plans.record_of(attended)
    if href:
        about = "the record of this conference"
    return Cell(plans.held_at(attended), href=href, note=label(ConferenceKind, attended.kind), about=about)


def _decision(attended: ConferenceChild) -> Cell:
    decision = getattr(attended, "decision", None)
    if decision is None:
        return Cell("Decision not recorded here")
    category = label(Category, decision.category) if decision.category else ""
    outcome = label(DecisionOutcome, decision.outcome)
    return Cell(f"{outcome} ({category})" if category else outcome, note=decision.reasons)


def _chair(attended: ConferenceChild) -> Cell:
    return Cell(words.name_of(attended.conference.chair) or words.NOT_KNOWN)


def _enquiries(child: Child, days: ChildDays, told: ToldDays) -> Table:
    met = {one.enquiry_id: one for one in child.conferences.all() if one.enquiry_id}
    rows = [
        [
            Cell(uk_date(one.started_date), href=reverse("enquiry", args=[child.ref, one.pk])),
            Cell(talks(one)),
            _conference_of(one, met, days, told.of(one)),
        ]
        for one in sorted(child.enquiries.all(), key=lambda enquiry: enquiry.started_date, reverse=True)
    ]
    empty = "No section 47 enquiry about this child is recorded."
    return Table("Section 47 enquiries", ENQUIRY_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _conference_of(
    enquiry: Enquiry, met: dict[int, ConferenceChild], days: ChildDays, told_to: date | None
) -> Cell:
    """When the conference was due and how that was counted, when it was held, or since when none is owed;
    `told_to`: by which day none was, where a file tells so and nobody has known since.
    """
    none = f"None held by {uk_date(told_to)}, the last day known" if told_to else "None held"
    due, over = days.conferences.get(enquiry.pk), days.over.get(enquiry.pk)
    if enquiry.voided_at is not None:
        return Cell("Void", note=label(VoidReason, enquiry.voided_reason))
    by = f"Due by {uk_date(due.date)}" if due else ""
    attended = met.get(enquiry.pk)
    if attended is not None:
        return Cell(f"Held {plans.held_at(attended)}", note=by)
    if enquiry.conference_need == ConferenceNeed.NOT_NEEDED:
        return Cell("Not needed", note=outcome_words(enquiry) if enquiry.outcome else "")
    if over is not None:
        late = f". It was due by {uk_date(due.date)}" if due and due.date < over else ""
        return Cell(f"{none}{late}", note=f"No longer due from {uk_date(over)}")
    return Cell(f"{none}. {by}" if due else none, note=due.explanation if due else "")


def _people(child: Child) -> Table:
    rows = [_person(tie) for tie in child.relationships.all() if not tie.in_error]
    empty = "No parent, carer or other person is recorded for this child."
    return Table("Parents, carers and others", PEOPLE_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _person(tie: Relationship) -> list[Cell]:
    person = tie.person
    where = CONFIDENTIAL if is_confidential(person) else address_line(person.address, person.postcode)
    contact = "There is a safe way to contact them: see the family’s page" if person.safe_contact else ""
    return [
        Cell(person.full_name, note=contact),
        Cell(relationship(tie), note=tie.get_parental_responsibility_display()),
        Cell(where or "Not recorded"),
    ]


def is_confidential(person: Person) -> bool:
    """Whether the person's address, or the home the person lives in, is confidential."""
    homes = (home.household for home in person.homes.all() if home.end_date is None)
    return person.address_is_confidential or any(home.is_confidential for home in homes)


def relationship(tie: Relationship) -> str:
    """Mother; or Father, until 4 May 2017."""
    kind = tie.get_kind_display()
    return f"{kind}, until {uk_date(tie.end_date)}" if tie.end_date else kind


def address_line(address: str, postcode: str) -> str:
    """An address of several lines in one, with the postcode at the end."""
    lines = [line.strip(" ,") for line in address.splitlines() if line.strip(" ,")]
    return ", ".join([*lines, postcode] if postcode else lines)


def _needs(child: Child, told: ToldDays) -> Table:
    rows = [_need(episode, told.of(episode)) for episode in child.need_episodes.all() if not episode.in_error]
    empty = "No referral about this child is recorded."
    return Table("In need", NEED_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _need(episode: NeedEpisode, told_to: date | None) -> list[Cell]:
    source = label(ReferralSource, episode.referral_source) if episode.referral_source else ""
    need = label(PrimaryNeed, episode.primary_need) if episode.primary_need else words.NOT_KNOWN
    still = f"Open on {uk_date(told_to)}, the last day known" if told_to else "Still open"
    closed = uk_date(episode.closure_date) or still
    why = label(ClosureReason, episode.closure_reason) if episode.closure_reason else ""
    nothing = "No further action was taken" if episode.no_further_action else why
    return [Cell(uk_date(episode.referral_date), note=source), Cell(need), Cell(closed, note=nothing)]


def _in_need(child: Child, told: ToldDays) -> Table:
    rows = [
        [Cell(uk_date(p.start_date)), Cell(uk_date(p.end_date) or _not_ended(told.of(p)))]
        for p in child.in_need_plans.all()
        if not p.in_error
    ]
    empty = "No child in need plan is recorded."
    return Table("Child in need plans", IN_NEED_COLUMNS, rows, empty=empty, row_heads=True, stack=True)


def _not_ended(told_to: date | None) -> str:
    return f"Open on {uk_date(told_to)}, the last day known" if told_to else "Has not ended"
