"""What a signed record tells, for its copies: all of it, before anything is left out for a reader."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from conferences.models import MeetingRecord, PlanAction
from conferences.queries.copies_children import lines_of
from conferences.queries.exclusions import exclusions_of
from conferences.queries.invitations import on_list
from conferences.queries.invitations_showings import readers_of, report_shown, told_of
from conferences.queries.letters import (
    complaint_route,
    decided_of,
    ties_on,
    workers_of_children,
)
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import earlier_days, part_facts, scale_on, view_texts
from conferences.queries.recording_days import days_after
from conferences.queries.recording_next import NextShown, members_told, next_of
from conferences.queries.recording_withheld import withheld_of
from conferences.rules.copies import (
    Came,
    ChildTold,
    Confidential,
    FirstAction,
    Frame,
    KeptOut,
    NeedTold,
    RecordTold,
    ReportGiven,
)
from conferences.rules.exclusions import extent_words, instead_words
from conferences.rules.invitations_showings import SHOWN
from conferences.rules.recording import PartFacts
from conferences.rules.recording_next import NextTold, has_next
from conferences.rules.vocabulary import Participation
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import AgencyKind, User
from safeguarding.register.agencykinds import SOCIAL_CARE


def record_told(user: User, record: MeetingRecord) -> RecordTold:
    """All that a signed record tells, to somebody who sees all its children; some ten queries."""
    held = day_of(record.booking.starts_at)
    ties = ties_on(user, record)
    days, after = days_after(user, record), next_of(user, record)
    parts = list(record.parts.all())
    workers = workers_of_children(user, [part.requested_child.child_id for part in parts])
    lines = lines_of(record)
    assert record.signed_at is not None  # It is signed.
    return RecordTold(
        held=held,
        chair=record.booking.chair.full_name,
        signed=day_of(record.signed_at),
        complaint=complaint_route(held),
        came=tuple(_came(one, ties) for one in record.attendances.all()),
        reports=_reports(user, record),
        working_well=record.working_well,
        worried_about=record.worried_about,
        family_view=record.family_view,
        frame=Frame(**{one.name: getattr(record, one.name) for one in fields(Frame)}),
        scale=_scale(held),
        children=tuple(
            _child(part, days.get(part.pk, PlanDays()), workers, after[part.pk], lines.get(part.pk, ""))
            for part in parts
        ),
        confidential=tuple(_confidential(one) for one in withheld_of(user, record)),
        excluded=_excluded(user, record, ties),
        earlier=earlier_days(record.booking),
    )


def _came(one: Any, ties: Iterable[Any]) -> Came:
    kind = "" if one.is_family else one.kind_name or one.agency_kind
    is_care = one.agency_kind == SOCIAL_CARE
    return Came(one.name, one.role, kind, one.mode, one.person_id, _tied(one.person_id, ties), is_care)


def _tied(person: int | None, ties: Iterable[Any]) -> frozenset[int]:
    """To whom somebody belongs; nobody where nobody knows who it is."""
    return frozenset(tie.child_id for tie in ties if person and tie.person_id == person)


def _reports(user: User, record: MeetingRecord) -> tuple[ReportGiven, ...]:
    names = dict(AgencyKind.objects.values_list("code", "name"))
    rows = on_list(user, record.booking.request)
    readers = readers_of(rows, exclusions_of(user, record.booking.request))
    return tuple(
        ReportGiven(
            one.name,
            names.get(one.agency_kind, ""),
            one.received_date,
            report_shown(one, readers).day,
            is_of_each=one.shared_date is None,
            is_to_some=any(way in SHOWN for reader in readers for way, _ in told_of(one, reader)),
        )
        for one in rows
        if one.received_date
    )


def _child(part: Any, days: PlanDays, workers: Mapping[int, User], after: NextShown, line: str) -> ChildTold:
    facts: PartFacts = part_facts(part)
    child = part.requested_child.child
    worker = workers.get(child.pk)
    return ChildTold(
        child=child.pk,
        name=facts.name,
        kind=facts.kind,
        voice=part.voice,
        working_well=part.working_well,
        worried_about=part.worried_about,
        decided=decided_of(part),
        actions=tuple(_action(one) for one in part.actions.all() if one.is_of_record),
        needs=tuple(
            NeedTold(one.number, one.need, one.outcome) for one in part.needs.all() if one.is_of_record
        ),
        worker=worker.full_name if worker else "",
        core_group=days.core_group.date if days.core_group else None,
        review=days.review.date if days.review else None,
        members=members_told(after) if has_next(part.outcome) else (),
        after=after.told if has_next(part.outcome) else NextTold(),
        participation=label(Participation, part.participation) if part.participation else "",
        line=line,
        **view_texts(part),
    )


def _action(one: PlanAction) -> FirstAction:
    number = one.need.number if one.need and one.need.is_of_record else 0
    return FirstAction(one.what, one.who, one.by_date, number, one.measure, one.service)


def _excluded(user: User, record: MeetingRecord, ties: Iterable[Any]) -> tuple[KeptOut, ...]:
    """Who was excluded and how they took part: no reasons."""
    return tuple(
        KeptOut(
            one.name,
            extent_words(one.answer, one.decided_part),
            instead_words(one.instead, one.instead_words),
            one.person_id,
            _tied(one.person_id, ties),
        )
        for one in exclusions_of(user, record.booking.request)
        if one.is_in_force
    )


def _scale(held: dt.date) -> str:
    scale = scale_on(held)
    return f"{scale.question}? 0 means {scale.lowest}, 10 means {scale.highest}."


def _confidential(one: Any) -> Confidential:
    part = one.part
    return Confidential(
        part.what,
        part.told_by,
        one.kind_name,
        part.from_family,
        frozenset(part.from_people),
        part.from_agencies,
    )
