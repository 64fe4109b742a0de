"""Exclusions in words: who asks why, what the chair decided, how the person takes part, and what is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse

from conferences.models import Booking, Exclusion, Invitation, Request
from conferences.operations.exclusions import NO_MEETING, ONLY_CHAIR, OWN_CHAIR
from conferences.queries.exclusions import ExclusionFacts, asked_late, clash, standing_of
from conferences.queries.exclusions_letters import is_reached
from conferences.queries.invitations import Listed
from conferences.rules.exclusions import (
    EXCLUDED,
    Extent,
    Given,
    Ground,
    LiftReason,
    ToldHow,
    Way,
    extent_words,
    instead_words,
)
from conferences.rules.local_days import EXCLUSIONS, LocalDay
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Link, SummaryRow, Table, Tag
from safeguarding.wording import joined, lower_first, sentence, uk_date, uk_day, uk_meeting, uk_moment

BOTH = "{names} {are} invited and excluded from the whole conference. Take them off the list, and tell them."
LIFTED = Tag("Lifted", "grey")
BY_NAME = {
    "": "They are known by name alone, so no letter reaches them: say how one comes to them, or tell them in"
    " person and record that.",
    Way.NONE: "No letter can reach them: they have to be told in person. Record it once that is done.",
}
MAY_IN_PLACE = "Where they cannot, you may decide in their place."
NO_ADDRESS_AFTER = "They are known by name alone, so whoever tells them of the outcome does it in person."
HELD_FIRST = (
    "The conference was held before it was entered here, so this is before the decision was recorded."
)
NOT_LET_IN = "They were told that they are excluded, and not yet that it stands no more."
WAITS = Tag("The chair has not decided", "orange")


@dataclass(frozen=True)
class ExclusionPage:
    """What the page of one exclusion shows. `acts` are what its reader may do now, the next first."""

    title: str
    back: str
    tag: Tag
    warnings: Sequence[str]
    note: str
    asked: Sequence[SummaryRow]
    decided: Sequence[SummaryRow]
    acts: Sequence[Link]


def is_open(request: Request) -> bool:
    """Whether somebody may still be excluded from its conference."""
    return request.state in OPEN_REQUESTS


def page(
    found: ExclusionFacts,
    asked: Request,
    user: User,
    *,
    at: dt.datetime,
    days: Collection[LocalDay],
    invited: bool,
    before: Sequence[Any] = (),
    has_letter: bool = False,
) -> ExclusionPage:
    """One exclusion for its reader; `invited`: they stand on the list all the same; `before`: how it was told
    that they were told, before what stands; `has_letter`: a letter was made.
    """
    one = found.exclusion
    return ExclusionPage(
        title=one.name,
        back=reverse("invited", args=[asked.ref]),
        tag=state_tag(one),
        warnings=[_both([one.name])] if invited else [],
        note=_note(found, user),
        asked=_asked_rows(one, asked, found.meeting, days),
        decided=_decided_rows(one, before),
        acts=_acts(found, user, at, has_letter),
    )


def state_tag(one: Exclusion) -> Tag:
    """How it stands."""
    if one.lifted_at:
        return LIFTED
    if not one.answer:
        return WAITS
    return Tag(extent_words(one.answer, ""), "red" if one.answer in EXCLUDED else "grey")


def _note(found: ExclusionFacts, user: User) -> str:
    """What the exclusion waits for."""
    one = found.exclusion
    if one.owes_let_in:
        return NOT_LET_IN
    if one.lifted_at or not is_open(one.request):
        return ""
    if not one.answer:
        waits = not_the_chair(found, user)
        return f"{waits} {MAY_IN_PLACE}" if waits and _may_in_place(found, user) else waits
    if one.answer in EXCLUDED and one.told_date is None:
        said = f"They are not told yet. {one.teller} tells them."
        return said if is_reached(one) else f"{said} {BY_NAME[one.way]}"
    return ""


def not_the_chair(found: ExclusionFacts, user: User) -> str:
    """Why somebody cannot decide here; "" to the chair of the meeting."""
    if found.meeting is None:
        return NO_MEETING
    if found.meeting.chair_id != user.pk:
        return f"{ONLY_CHAIR} That is {found.meeting.chair.full_name}."
    return ""


def not_in_place(found: ExclusionFacts, user: User) -> str:
    """Why who leads the unit does not decide here in place of the chair; "" where they may."""
    if found.meeting is None:
        return NO_MEETING
    return OWN_CHAIR if found.meeting.chair_id == user.pk else ""


def _may_in_place(found: ExclusionFacts, user: User) -> bool:
    return not not_in_place(found, user) and can(user, Permission.EXCLUDE_IN_PLACE)


def by_when(days: Collection[LocalDay]) -> str:
    """By which day the request reaches the chair."""
    said = [f"{day.what} by {uk_day(day.day)}, {day.explanation}." for day in days if day.what in EXCLUSIONS]
    return " ".join(said)


def asked_line(one: Exclusion) -> str:
    """What is asked for, above the chair's answer."""
    how_much = f"{label(Extent, one.extent)}: {one.part}" if one.part else label(Extent, one.extent)
    return sentence(f"{one.asker} asks for it. {label(Ground, one.ground)}. {how_much}. {one.facts}")


def _asked_rows(
    one: Exclusion, asked: Request, meeting: Booking | None, days: Collection[LocalDay]
) -> list[SummaryRow]:
    names = joined([child.child.display_name for child in asked.children.all()])
    when = uk_meeting(meeting.starts_at, meeting.ends_at) if meeting else "Not in the diary yet"
    late = asked_late(one.asked_date, days)
    said = f"{uk_date(one.asked_date)}, by {one.asker}."
    if late:
        said = f"{said} Late: it was to reach the chair by {uk_day(late.day)}, {late.explanation}."
    return [
        SummaryRow("Conference about", names),
        SummaryRow("When", when),
        SummaryRow("Why", label(Ground, one.ground)),
        SummaryRow("What is known", linebreaksbr(one.facts)),
        SummaryRow("From how much", f"{label(Extent, one.extent)}{f': {one.part}' if one.part else ''}"),
        SummaryRow("Asked for on", said),
        SummaryRow("Recorded by", f"{one.put_by.full_name}, {uk_moment(one.put_at)}"),
    ]


def _decided_rows(one: Exclusion, before: Sequence[Any]) -> list[SummaryRow]:
    rows = []
    if one.decided_by and one.decided_at:
        rows += [
            SummaryRow("Decision", extent_words(one.answer, one.decided_part)),
            SummaryRow("Decided by", f"{one.decided_by.full_name}, {uk_moment(one.decided_at)}"),
            SummaryRow("Reasons", linebreaksbr(one.reasons)),
        ]
    if one.decided_in_place:
        rows.insert(2, SummaryRow("In place of the chair", linebreaksbr(one.decided_in_place)))
    if one.answer in EXCLUDED:
        rows += [
            SummaryRow("How they take part", instead_words(one.instead, one.instead_words)),
            SummaryRow("What they are told of why", linebreaksbr(one.letter_why)),
            SummaryRow("Who tells them", one.teller),
            *_way_rows(one),
            *_told_rows(one, before),
            SummaryRow("What they get afterwards", _outcome(one)),
        ]
    elif before:
        rows += _told_rows(one, before)
    if one.lifted_by and one.lifted_at:
        why = label(LiftReason, one.lift_reason)
        rows.append(SummaryRow("Lifted", sentence(f"{why}.", one.lift_words)))
        rows.append(SummaryRow("Lifted by", f"{one.lifted_by.full_name}, {uk_moment(one.lifted_at)}"))
    if one.is_told_no_more:
        rows.append(SummaryRow("Told that it stands no more", _let_in(one)))
    return rows


def _told_rows(one: Exclusion, before: Sequence[Any]) -> list[SummaryRow]:
    """How they were told that they are excluded, what was recorded of it before, and what was taken back."""
    rows = [SummaryRow("Told", _telling(one))] if one.answer in EXCLUDED else []
    rows += [SummaryRow("Recorded before", _telling(event)) for event in before]
    if one.untold_by:
        said = f"{uk_moment(one.untold_at)}, {one.untold_by.full_name}: {one.untold_why}"
        rows.append(SummaryRow("Taken back: it did not happen", sentence(said)))
    return rows


def _let_in(one: Exclusion) -> str:
    if one.let_in_not and one.let_in_by:
        return sentence(f"Nobody tells them. {one.let_in_by.full_name}: {one.let_in_not}")
    if one.let_in_date is None or one.let_in_by is None:
        return "Not yet"
    how = lower_first(label(ToldHow, one.let_in_how))
    return f"{uk_date(one.let_in_date)}, {how}. Recorded by {one.let_in_by.full_name}."


def _telling(one: Exclusion) -> str:
    if one.told_date is None or one.told_by is None:
        return "Not yet"
    how = lower_first(label(ToldHow, one.told_how))
    said = f"{uk_date(one.told_date)}, {how}. Recorded by {one.told_by.full_name}."
    is_before = one.decided_at is not None and one.told_date < day_of(one.decided_at)
    return f"{said} {HELD_FIRST}" if is_before else said


def last_telling(one: Exclusion) -> str:
    """What would be taken back: the last that is recorded of a telling; "" where nothing is."""
    if one.let_in_at:
        return f"Recorded is, that it stands no more: {lower_first(_let_in(one))}"
    if one.told_date:
        return f"Recorded is, that they are excluded: {lower_first(_telling(one))}"
    if one.was_told_date:
        return f"Recorded is that they were told on {uk_date(one.was_told_date)} of what was decided before."
    return ""


def _way_rows(one: Exclusion) -> list[SummaryRow]:
    """How a letter comes to somebody who is known by name alone."""
    if one.person_id is not None:
        return []
    said = label(Way, one.way) if one.way else "Not recorded"
    value = f"{said}: {', '.join(one.way_words.splitlines())}" if one.way_words else said
    return [SummaryRow("How a letter comes to them", value)]


def _outcome(one: Exclusion) -> str:
    if one.outcome_by is None:
        return "The chair has not decided yet"
    given = {"the decision letter": one.gets_letter, "a copy of the record": one.gets_record}
    yes = [what for what, code in given.items() if code == Given.YES]
    what = joined(yes) if yes else "neither a letter nor a copy of the record"
    said = sentence(
        f"They get {what}. {one.outcome_by.full_name}, {uk_moment(one.outcome_at)}: {one.outcome_words}"
    )
    if one.outcome_in_place:
        said = f"{said} {sentence(f'In place of the chair: {one.outcome_in_place}')}"
    return said if one.person_id is not None else f"{said} {NO_ADDRESS_AFTER}"


def _acts(found: ExclusionFacts, user: User, at: dt.datetime, has_letter: bool) -> list[Link]:
    """What the reader may do, the next first."""
    one = found.exclusion
    if one.lifted_at:
        return _over_acts(one, user)
    chairs = not not_the_chair(found, user) and can(user, Permission.RECORD_CONFERENCE)
    opened, may_ask = is_open(one.request), can(user, Permission.INVITE)
    tells = can(user, Permission.SEND_LETTERS) and one.answer in EXCLUDED
    again = "Change the decision" if one.answer else "Decide"
    leads = _may_in_place(found, user)
    tell = "Correct when and how they were told" if one.told_date else "Record that they were told"
    make = "Make a new version of their letter" if has_letter else "Make their letter"
    ahead = found.meeting is not None and found.meeting.starts_at > at
    wanted = (
        ("exclusion_decide", again, chairs and opened and found.meeting is not None),
        ("exclusion_decide_in_place", f"{again} in place of the chair", leads and opened),
        ("exclusion_letter", make, tells and opened and ahead and is_reached(one)),
        ("exclusion_way", "Say how a letter comes to them", tells and one.person_id is None),
        ("exclusion_told", tell, tells),
        ("exclusion_outcome", "Decide what they get afterwards", chairs and one.answer in EXCLUDED),
        (
            "exclusion_outcome_in_place",
            "Decide what they get afterwards, in place of the chair",
            leads and one.answer in EXCLUDED,
        ),
        ("exclusion_change", "Change what is asked for", may_ask and opened and not one.answer),
        ("exclusion_lift", "Lift the exclusion", may_ask and opened and (chairs or not one.answer)),
    )
    acts = [Link(text, reverse(name, args=[one.ref])) for name, text, may in wanted if may]
    return [*_over_acts(one, user), *acts] if one.is_told_no_more else [*acts, *_over_acts(one, user)]


def _over_acts(one: Exclusion, user: User) -> list[Link]:
    """What is recorded of whoever knows of an exclusion, and taken back where it did not happen."""
    if not can(user, Permission.SEND_LETTERS):
        return []
    again = "Correct when and how they were told that it stands no more"
    text = again if one.let_in_date else "Record that they were told that it stands no more"
    wanted = (
        ("exclusion_told", text, one.is_told_no_more),
        ("exclusion_not_let_in", "Say why nobody tells them", one.is_told_no_more and not one.let_in_date),
        (
            "exclusion_untold",
            "Take back a telling that did not happen",
            one.let_in_at is not None or one.last_told is not None,
        ),
    )
    return [Link(text, reverse(name, args=[one.ref])) for name, text, may in wanted if may]


# ----- On the pages of the list, the meeting and its day ---------------------------------------------------


def excluded_table(exclusions: Sequence[Exclusion]) -> Table:
    """All exclusions of a conference, with their pages."""
    rows = [
        [
            Cell(one.name, href=reverse("exclusion", args=[one.ref])),
            Cell(tag=state_tag(one)),
            _takes_part(one),
            _telling(one) if one.answer in EXCLUDED else "",
        ]
        for one in exclusions
    ]
    columns = [Column("Who"), Column("Decision"), Column("How they take part"), Column("Told")]
    return Table("Excluded, or asked to be", columns, rows, row_heads=True, stack=True)


def _takes_part(one: Exclusion) -> str:
    return instead_words(one.instead, one.instead_words) if one.answer in EXCLUDED else ""


def _both(names: Sequence[str]) -> str:
    return BOTH.format(names=joined(list(names)), are="is" if len(names) == 1 else "are")


def warnings(people: Sequence[Invitation], exclusions: Collection[Exclusion]) -> list[str]:
    """Who is invited and excluded."""
    names = clash(people, exclusions)
    return [_both(names)] if names else []


def excluded_rows(exclusions: Collection[Exclusion]) -> list[SummaryRow]:
    """A line for each who is excluded or may be, for the pages of the meeting, its request and its record."""
    return [
        SummaryRow(
            "Excluded" if one.answer in EXCLUDED else "Exclusion asked for",
            sentence(f"{one.name}: {_line(one)}"),
            href=reverse("exclusion", args=[one.ref]),
            action="Open",
            about=f"the exclusion of {one.name}",
        )
        for one in exclusions
        if one.lifted_at is None and (not one.answer or one.answer in EXCLUDED)
    ]


def _line(one: Exclusion) -> str:
    if not one.answer:
        return "the chair has not decided"
    said = lower_first(extent_words(one.answer, one.decided_part))
    return f"{said}. How they take part: {lower_first(instead_words(one.instead, one.instead_words))}"


def undone(found: Listed) -> list[tuple[str, Exclusion | None]]:
    """What is left to do of the exclusions of a conference, each with whose page it is put right on (None for
    the list).
    """
    stand = [one for one in found.exclusions if one.lifted_at is None]
    said: list[tuple[str, Exclusion | None]] = [
        (f"The exclusion of {one.name} is not decided", one) for one in stand if not one.answer
    ]
    said += [
        (f"Not told yet of the exclusion: {one.name}", one)
        for one in stand
        if one.answer in EXCLUDED and one.told_date is None
    ]
    said += [
        (f"Not told yet that the exclusion stands no more: {one.name}", one)
        for one in found.exclusions
        if one.owes_let_in
        # Who is excluded again since is told of that.
        and not standing_of(stand, one.name, one.person_id)
    ]
    names = clash(found.people, stand)
    return [*said, *([(_both(names).rstrip("."), None)] if names else [])]


def attendance_lines(exclusions: Collection[Exclusion]) -> list[str]:
    """What stands above the attendance of who is excluded."""
    return [sentence(f"{one.name}: {_line(one)}") for one in exclusions if one.is_in_force]
