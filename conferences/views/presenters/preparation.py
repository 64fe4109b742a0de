"""What goes before a conference in words: contacts with each of the family, and the children’s own words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from conferences.models import Exclusion, FamilyContact, Invitation, RequestedChild, ViewsBefore
from conferences.queries.exclusions import exclusion_of, is_kept_out
from conferences.queries.preparation import Prepared
from conferences.rules.preparation import (
    FOR_CHAIR,
    Aloud,
    ContactMaker,
    ContactOutcome,
    ContactWay,
    FamilyPlan,
    NoViews,
    Supporter,
    ViewsWay,
)
from conferences.views.presenters.children import is_confidential
from conferences.views.presenters.invitations import is_gone
from safeguarding.access import Permission, can
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Column, SummaryRow, Table
from safeguarding.wording import counted, joined, lower_first, sentence, uk_date, uk_moment

NO_CONTACT, NO_WORDS = "No contact is recorded yet", "Nothing is recorded of what they said"
Whom = Invitation | RequestedChild


@dataclass(frozen=True)
class PersonBefore:
    """One of the family or a child, with what was done before the conference."""

    name: str
    note: str
    cautions: Sequence[str]
    rows: Sequence[SummaryRow]
    contact: str
    views: str


@dataclass(frozen=True)
class PreparationPage:
    """What the page of a conference's preparation shows. Links are "" where the reader may not."""

    title: str
    back: str
    family: Sequence[PersonBefore]
    children: Sequence[PersonBefore]
    taken_back: Table | None
    invited: str


def title(found: Prepared) -> str:
    """Whose conference it is: its children by name."""
    return joined([asked.child.display_name for asked in found.children])


def page(found: Prepared, user: User) -> PreparationPage:
    """The preparation for a reader. What was told of a request that was withdrawn is told otherwise too."""
    writes = can(user, Permission.INVITE)
    back = (
        reverse("booking", args=[found.meeting.ref])
        if found.meeting
        else reverse("request", args=[found.request.ref])
    )
    return PreparationPage(
        title=title(found),
        back=back,
        family=[_person(one, found, writes) for one in found.family],
        children=[_child(one, found, writes) for one in found.children],
        taken_back=_taken_back(found),
        invited=reverse("invited", args=[found.request.ref]),
    )


def _person(one: Invitation, found: Prepared, writes: bool) -> PersonBefore:
    adds = writes and not is_gone(found.request)
    rows = [contact_row(contact, writes) for contact in found.of(one)]
    return PersonBefore(
        name=one.name,
        note=one.role,
        cautions=cautions(one, found.exclusions),
        rows=rows or [SummaryRow("Contact", NO_CONTACT)],
        contact=_add("contact_new", found, one) if adds else "",
        views="",
    )


def _child(one: RequestedChild, found: Prepared, writes: bool) -> PersonBefore:
    adds = writes and not is_gone(found.request)
    contacts = [contact_row(contact, writes) for contact in found.of(one)]
    said = [views_row(views, writes) for views in found.said_by(one)]
    return PersonBefore(
        name=one.child.display_name,
        note="",
        cautions=[],
        rows=[
            *(said or [SummaryRow("In their words", NO_WORDS)]),
            *(contacts or [SummaryRow("Contact", NO_CONTACT)]),
        ],
        contact=_add("contact_new", found, one) if adds else "",
        views=_add("views_new", found, one) if adds else "",
    )


def _add(name: str, found: Prepared, one: Whom) -> str:
    return f"{reverse(name, args=[found.request.ref])}?of={key(one)}"


def key(one: Whom) -> str:
    """By which a form knows somebody: no name."""
    return str(one.ref if isinstance(one, Invitation) else one.child.ref)


def people(found: Prepared) -> Mapping[str, tuple[Whom, str, str]]:
    """Whom a contact can be with, with what to mind before it: the family, then the children."""
    family = {
        key(one): (one, one.name, " ".join(cautions(one, found.exclusions)) or one.role)
        for one in found.family
    }
    return family | {key(one): (one, one.child.display_name, "") for one in found.children}


def cautions(one: Invitation, exclusions: Collection[Exclusion]) -> list[str]:
    """What to mind before somebody is contacted: how it is safe, where they live, and an exclusion."""
    said = []
    if one.person is not None and one.person.safe_contact:
        said.append(sentence(f"How it is safe to contact them: {one.person.safe_contact}"))
    if one.person is not None and is_confidential(one.person):
        said.append("Confidential address: tell it to nobody, and leave it in no message.")
    if exclusion_of(exclusions, one.name, one.person_id):
        said.append("Excluded from this conference, or from a part of it: speak with them apart.")
    return said


def cautions_of(one: FamilyContact, exclusions: Collection[Exclusion]) -> str:
    """The same of whom a contact was with."""
    return " ".join(cautions(one.invitation, exclusions)) if one.invitation else ""


def contact_row(one: FamilyContact, writes: bool) -> SummaryRow:
    """One contact with all that was told of it."""
    day = uk_date(one.contact_date)
    href = reverse("contact_change", args=[one.ref]) if writes else ""
    return SummaryRow(f"Contact, {day}", contact_words(one), href=href, about=f"the contact of {day}")


def contact_words(one: FamilyContact) -> str:
    made = f"{one.maker_name} ({lower_first(label(ContactMaker, one.maker))})"
    how = lower_first(label(ContactWay, one.way))
    long = f", {counted(one.minutes, 'minute')}" if one.minutes else ""
    first = f"{label(ContactOutcome, one.outcome)}: {made}, {how}{long}"
    return " ".join(sentence(part) for part in (first, one.words, *wishes(one)) if part)


def wishes(one: FamilyContact) -> list[str]:
    """What somebody wants of the day."""
    supporter = f"{one.supporter} ({lower_first(label(Supporter, one.supporter_kind))})"
    told = {
        "Wants": one.wants,
        "Seating": one.seating,
        "Breaks": one.breaks,
        "Arrival": one.arrival,
        "Supported by": supporter if one.supporter else "",
        "Family plan": _plan(one),
    }
    return [f"{what}: {words}" for what, words in told.items() if words]


def _plan(one: FamilyContact) -> str:
    if one.family_plan == FamilyPlan.NOT_SPOKEN:
        return ""
    said = lower_first(label(FamilyPlan, one.family_plan))
    return f"{said}, {uk_date(one.family_plan_date)}" if one.family_plan_date else said


def views_row(one: ViewsBefore, writes: bool = False) -> SummaryRow:
    """What a child said, with who heard it, when, how, and whether it may be read aloud."""
    day = uk_date(one.gathered_date)
    href = reverse("views_change", args=[one.ref]) if writes else ""
    return SummaryRow(f"Before, {day}", views_words(one), href=href, about=f"what was said on {day}")


def views_words(one: ViewsBefore) -> str:
    if not one.words:
        why = sentence(f"No words: {lower_first(label(NoViews, one.none_why))}")
        more = sentence(one.none_words) if one.none_words else ""
        return " ".join(filter(None, (why, more, f"Tried by {one.gatherer}.")))
    how = f"{one.gatherer}, {lower_first(label(ViewsWay, one.way))}"
    return f"“{one.words}” {sentence(how)} {sentence(label(Aloud, one.aloud))}"


def _taken_back(found: Prepared) -> Table | None:
    rows: list[list[object]] = []
    told: list[FamilyContact | ViewsBefore] = [*found.contacts, *found.views]
    for one in told:
        if one.taken_back_at is None or one.taken_back_by is None:
            continue
        said = contact_words(one) if isinstance(one, FamilyContact) else views_words(one)
        when = f"{uk_moment(one.taken_back_at)}, {one.taken_back_by.full_name}"
        rows.append([_with(one), said, one.back_words, when])
    if not rows:
        return None
    columns = [Column("Who"), Column("What was told"), Column("Why taken back"), Column("When and by whom")]
    return Table("Taken back", columns, rows, row_heads=True, stack=True)


def _with(one: FamilyContact | ViewsBefore) -> str:
    if isinstance(one, FamilyContact) and one.invitation is not None:
        return str(one.invitation.name)
    assert one.asked is not None  # One of the two.
    return str(one.asked.child.display_name)


def of_whom(one: FamilyContact | ViewsBefore) -> str:
    """Whose page a form is."""
    return _with(one)


def contact_state(contacts: Sequence[FamilyContact]) -> str:
    """How it stands with one person: talked with, declined, tried so often, or none."""
    outcomes = [one.outcome for one in contacts]
    for outcome in (ContactOutcome.MET, ContactOutcome.DECLINED):
        by = [one for one in contacts if one.outcome == outcome]
        if by:
            mine = "" if any(one.maker in FOR_CHAIR for one in by) else ", by the children’s worker alone"
            return f"{label(ContactOutcome, outcome)}{mine}"
    return f"Tried {counted(len(outcomes), 'time')}, and not reached" if outcomes else NO_CONTACT


def day_rows(found: Prepared) -> list[SummaryRow]:
    """For the day's page: how it stands with each of the family, and what they want of the day."""
    rows = []
    for one in found.family:
        contacts = found.of(one)
        told = [contact_state(contacts), *(wish for each in contacts for wish in wishes(each))]
        rows.append(SummaryRow(one.name, " ".join(sentence(part) for part in told)))
    return rows


def said_rows(found: Prepared) -> list[SummaryRow]:
    """For the day’s page: what each child said before, in their words, and what they want of the day."""
    rows = []
    for one in found.children:
        said = [views_words(views) for views in found.said_by(one)] or [sentence(NO_WORDS)]
        wanted = [sentence(wish) for each in found.of(one) for wish in wishes(each)]
        rows.append(SummaryRow(one.child.display_name, " ".join([*said, *wanted])))
    return rows


def undone(found: Prepared) -> list[str]:
    """What is left to do before the conference: whom nobody tried to reach, and who was not heard."""
    kept = [one for one in found.family if is_kept_out(found.exclusions, one.name, one.person_id)]
    unreached = [one.name for one in found.family if one not in kept and not found.of(one)]
    unheard = [
        one.child.display_name for one in found.children if not one.child.is_unborn and not found.said_by(one)
    ]
    said = [f"No contact before the conference with: {joined(unreached)}"] if unreached else []
    return [*said, *([f"Nothing is recorded of what they said: {joined(unheard)}"] if unheard else [])]


def summary_rows(found: Prepared) -> list[SummaryRow]:
    """A line for the page of the meeting or request."""
    href = reverse("preparation", args=[found.request.ref])
    reached = sum(bool(found.of(one)) for one in found.family)
    heard = sum(bool(found.said_by(one)) for one in found.children)
    family = f"Contact with {reached} of {len(found.family)} of the family on the list"
    said = f"{family}; words of {heard} of {counted(len(found.children), 'child', 'children')}."
    return [SummaryRow("Before the conference", said, href, "See the preparation", "for this conference")]


def contact_text(one: FamilyContact) -> tuple[str, list[str]]:
    """For a child’s timeline: that somebody was spoken with, not who of the family, nor what they want."""
    who = "the child" if one.asked_id else "one of the family"
    said = {
        ContactOutcome.MET: f"A talk with {who} before a conference",
        ContactOutcome.DECLINED: f"A talk before a conference, which {who} did not want",
        ContactOutcome.FAILED: f"A talk with {who} before a conference was tried",
    }
    by = f"By {lower_first(label(ContactMaker, one.maker))}, {lower_first(label(ContactWay, one.way))}."
    return said[ContactOutcome(one.outcome)], [by]


def views_text(one: ViewsBefore) -> tuple[str, list[str]]:
    """For a child’s timeline: what the child said before a conference."""
    return "What the child said before a conference", [views_words(one)]
