"""Corrections of who a child is, and of what is recorded of the child's need."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from django.db import connection

from conferences.models import (
    ChildInNeedPlan,
    Correction,
    NeedEpisode,
    TransferIn,
)
from conferences.operations.children_new import NUMBER_TAKEN
from conferences.operations.corrections import Change, Draft, begin, changes, finish, goes
from conferences.operations.corrections_life import end_problems, move_events
from conferences.operations.duties_refresh import refresh
from conferences.operations.enquiries import episode_of
from conferences.operations.in_need import day_problems
from conferences.operations.letters import drop_unsent
from conferences.operations.life_events import NHS_TAKEN, fall_away
from conferences.operations.requests_children import tell_of_way_back
from conferences.queries.children_days import birth_of, life_of
from conferences.queries.corrections_life import (
    built_on_transfer,
    conference_of,
    episode_days,
    is_upn_taken,
    rows_in_episode,
)
from conferences.rules.children import birth_problems, death_refused
from conferences.rules.corrections import IN_ERROR, RecordKind
from conferences.rules.corrections_checks import (
    day_refused,
    disability_problems,
    name_problems,
    number_problems,
    sex_problems,
    spaceless,
    spell_problems,
)
from safeguarding.clock import day_of
from safeguarding.models import BIRTH_PARENTS, Child, ChildDisability, ChildName, Relationship, User
from safeguarding.operation import lock_out_files, operation
from safeguarding.refusals import Problem
from safeguarding.rights import Permission
from safeguarding.wording import uk_date

UPN_TAKEN = "Another child has this pupil number. Look at that record: it may be the same child"
UPN_LOCK = 4420
NUMBERS = ("nhs_number", "upn", "former_upn")
SAME_DAY = "There is another one of this day already"


@operation(
    needs=Permission.ADD_CHILD,
    retry=True,
    refuses={"safeguarding_child_la_child_id_key": NUMBER_TAKEN, "child_nhs_number_once": NHS_TAKEN},
)
def correct_child(*, row: Child, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """Who a child is: names, days, codes and numbers. A birth that comes is recorded as one, and not here."""
    numbers = {name: spaceless(str(change.facts[name])) for name in NUMBERS if name in change.facts}
    draft = begin(row, RecordKind.CHILD, replace(change, facts=dict(change.facts) | numbers), at)
    on = day_of(at)
    if changes(draft, "upn"):
        _hold_upn(draft.after["upn"])
    made = finish(draft, change, _child_problems(draft, by, on), by, at, lambda: _follow(draft, on))
    died = draft.after["death_date"]
    if changes(draft, "death_date") and died:
        fall_away(draft.row, died, writer=by, at=at)
    if changes(draft, "death_date") and not died:
        tell_of_way_back(draft.row, writer=by, at=at)
    refresh(row, met_by=by, at=at)
    return made


def _follow(draft: Draft, on: dt.date) -> None:
    move_events(draft, on)
    if changes(draft, "disabilities"):
        was, now = set(draft.before["disabilities"]), set(draft.after["disabilities"])
        draft.row.disabilities.filter(code__in=was - now).delete()
        rows = [ChildDisability(child=draft.row, code=code) for code in sorted(now - was)]
        ChildDisability.objects.bulk_create(rows)


def _hold_upn(upn: str) -> None:
    """Until the transaction ends nobody else gives this pupil number to a child, nor does a file.

    A file may tell it of two children, and they are suggested as one: no index keeps it to one of them.
    """
    lock_out_files(Child)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(upper(%s)))", [UPN_LOCK, upn])


def _child_problems(draft: Draft, by: User, on: dt.date) -> list[Problem]:
    facts, died = draft.after, draft.after["death_date"]
    life = replace(life_of(by, draft.row), birth_date=facts["birth_date"])
    found = [*name_problems(facts, draft.before), *number_problems(facts, draft.differing)]
    if facts["upn"] and changes(draft, "upn") and is_upn_taken(draft.row, facts["upn"]):
        found.append(Problem(UPN_TAKEN, "upn"))
    if changes(draft, "birth_date", "expected_birth_date"):
        found += birth_problems(facts["birth_date"], facts["expected_birth_date"], on, life)
    if changes(draft, "birth_date", "sex"):
        found += sex_problems(facts)
    found += disability_problems(facts["disabilities"])
    if died and changes(draft, "birth_date", "death_date"):
        found += [Problem(s, "death_date")] if (s := death_refused(died, life, on)) else []
    return [*found, *end_problems(draft, on)]


@operation(needs=Permission.ADD_CHILD)
def correct_name(*, row: ChildName, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """Another name of a child, or until when it was used; or that it never was the child's: then it finds
    nobody, and suggests no other record.
    """
    draft = begin(row, RecordKind.NAME, change, at)
    made = finish(draft, change, [] if goes(draft) else _name_problems(draft, day_of(at)), by, at)
    refresh(row, met_by=by, at=at)
    return made


def _name_problems(draft: Draft, on: dt.date) -> list[Problem]:
    found = []
    if not draft.after["given_names"] and not draft.after["family_name"]:
        found.append(Problem("Enter the name", "family_name"))
    if sentence := day_refused(draft.after["until_date"], on, birth_of(draft.row.child_id)):
        found.append(Problem(sentence, "until_date"))
    return found


@operation(
    needs=Permission.ADD_CHILD,
    refuses={"relationship_once": ("This is recorded of the two already", "kind")},
)
def correct_relationship(*, row: Relationship, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """What somebody is to the child, since when and until when, and whether with parental responsibility; or
    that it was never so: no letter, meeting or choice names the person for the child any more.
    """
    draft = begin(row, RecordKind.RELATIONSHIP, change, at)
    found = [] if goes(draft) else _relationship_problems(draft, day_of(at))
    made = finish(draft, change, found, by, at)
    drop_unsent(row.child, row.person, writer=by, at=at)
    refresh(row, met_by=by, at=at)
    return made


def _relationship_problems(draft: Draft, on: dt.date) -> list[Problem]:
    found = spell_problems(draft.after, "start_date", "end_date", on, None)
    born, birth = draft.row.person.birth_date, birth_of(draft.row.child_id)
    if draft.after["kind"] in BIRTH_PARENTS and born and birth and born >= birth.day:
        name, day = draft.row.person.full_name, uk_date(born)
        found.append(Problem(f"{name} was born on {day}, so is no parent of this child by birth", "kind"))
    return found


@operation(
    needs=Permission.ASK_CONFERENCE,
    refuses={"needepisode_stands_once": (SAME_DAY, "referral_date")},
)
def correct_need(*, row: NeedEpisode, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A spell in need: what was recorded in it stays within its days."""
    draft = begin(row, RecordKind.NEED, change, at)
    found = [] if goes(draft) else _need_problems(draft, day_of(at))
    made = finish(draft, change, found, by, at, lambda: _leave_episode(draft))
    refresh(row, met_by=by, at=at)
    return made


def _leave_episode(draft: Draft) -> None:
    """What lies in a spell in need that was in error lies in another one that its day is in, or in none."""
    if goes(draft):
        for row, day in rows_in_episode(draft.row):
            row.episode = episode_of(draft.row.child, day)
            row.save(update_fields=["episode"])


def _need_problems(draft: Draft, on: dt.date) -> list[Problem]:
    facts = draft.after
    found = spell_problems(facts, "referral_date", "closure_date", on, birth_of(draft.row.child_id))
    if bool(facts["closure_date"]) != bool(facts["closure_reason"]):
        found.append(Problem("Enter both the day of the closure and why, or neither", "closure_reason"))
    first, last = episode_days(draft.row)
    if first and facts["referral_date"] and facts["referral_date"] > first:
        sentence = f"What was recorded in it begins on {uk_date(first)}, so it cannot begin later"
        found.append(Problem(sentence, "referral_date"))
    if last and facts["closure_date"] and facts["closure_date"] < last:
        sentence = f"What was recorded in it goes on to {uk_date(last)}, so it cannot end earlier"
        found.append(Problem(sentence, "closure_date"))
    return found


@operation(
    needs=Permission.ASK_CONFERENCE,
    refuses={"transferin_stands_once": (SAME_DAY, "notified_date")},
)
def correct_transfer_in(*, row: TransferIn, change: Change, by: User, at: dt.datetime) -> list[Correction]:
    """A move here: the conference's 15 working days are counted anew from the day on which we were told."""
    draft = begin(row, RecordKind.TRANSFER_IN, change, at)
    found = _built_on(draft) if goes(draft) else _transfer_problems(draft, day_of(at))
    made = finish(draft, change, found, by, at)
    refresh(row, met_by=by, at=at)
    return made


def _built_on(draft: Draft) -> list[Problem]:
    return [Problem(sentence, IN_ERROR.field) for sentence in built_on_transfer(draft.row)]


def _transfer_problems(draft: Draft, on: dt.date) -> list[Problem]:
    birth = birth_of(draft.row.child_id)
    days = ("notified_date", "moved_date", "papers_received_date", "accepted_date")
    found = [Problem(s, day) for day in days if (s := day_refused(draft.after[day], on, birth))]
    held = conference_of(draft.row)
    if held and draft.after["notified_date"] and draft.after["notified_date"] > held:
        sentence = f"The conference was held on {uk_date(held)}, so we were told by then"
        found.append(Problem(sentence, "notified_date"))
    return found


@operation(needs=Permission.RECORD_IN_NEED_PLAN, refuses={"inneedplan_stands_once": (SAME_DAY, "start_date")})
def correct_in_need_plan(
    *, row: ChildInNeedPlan, change: Change, by: User, at: dt.datetime
) -> list[Correction]:
    """A child in need plan: it never runs beside a child protection plan (R28)."""
    draft = begin(row, RecordKind.IN_NEED_PLAN, change, at)
    found = []
    if (start := draft.after["start_date"]) and not goes(draft):  # What is empty is told by every correction.
        found = day_problems(row.child, start, draft.after["end_date"], day_of(at), but=draft.row)
    made = finish(draft, change, found, by, at)
    refresh(row, met_by=by, at=at)
    return made
