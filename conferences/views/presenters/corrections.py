"""Facts in words: as they stand, as they were told before, and what a correction would make of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import Correction, Document, Letter
from conferences.queries.corrections import (
    ChildFacts,
    as_text,
    closed_facts,
    corrections_of,
    facts_of,
    not_theirs,
)
from conferences.rules.corrections import (
    BY_KIND,
    CORRECTABLE,
    IN_ERROR,
    Fact,
    RecordKind,
    Sort,
    Why,
    worded,
)
from conferences.rules.documents import DocumentKind
from conferences.rules.life_events import LifeKind
from conferences.views.presenters import words
from conferences.views.presenters.copies import recipient_of
from conferences.views.presenters.life_events import kind_words
from conferences.views.presenters.life_events_resumptions import runs_again
from safeguarding.access import Permission
from safeguarding.labelled import label
from safeguarding.models import (
    Child,
    Outcome,
    User,
)
from safeguarding.operation import may_for
from safeguarding.pagekit.components import Cell, SummaryRow
from safeguarding.wording import joined, lower_first, sentence, uk_date, upper_first

NOTHING = "Nothing recorded"


@dataclass(frozen=True)
class Note:
    """A sentence beside a record, and where it leads."""

    text: str
    href: str = ""
    link: str = ""


@dataclass(frozen=True)
class FactGroup:
    """One record: its title, its facts, and the way to its correction for who may; `ident` is its anchor."""

    title: str
    kind: str
    ident: str
    rows: list[SummaryRow]
    href: str
    notes: list[Note]


Known = Mapping[tuple[str, int, str], Sequence[Correction]]


def fact_groups(facts: ChildFacts, user: User) -> list[FactGroup]:
    """Every record of a child, in the order of the page."""
    known, decisions = corrections_of(facts.child), facts.decisions
    rights = rights_on(user, facts.child)
    return [
        _group(facts.child, kind, row, known, closed_facts(row, kind, decisions), user, rights)
        for kind, row in facts.rows
    ]


def rights_on(user: User, child: Child) -> frozenset[Permission]:
    """The rights to correct something that this person holds for a child whom they see."""
    wanted = {one.right for one in CORRECTABLE} | {Permission.CORRECT_DECISION}
    return frozenset(right for right in wanted if may_for(user, right, child))


def _group(
    child: Child,
    kind: RecordKind,
    row: Any,
    known: Known,
    shut: Collection[str],
    user: User,
    rights: Collection[Permission],
) -> FactGroup:
    correctable = worded(BY_KIND[kind], is_unborn=child.is_unborn)
    values = facts_of(row, correctable)
    rows = [
        SummaryRow(
            fact.words, _value(fact, as_text(values[fact.field]), known.get((kind, row.pk, fact.field), ()))
        )
        for fact in correctable.facts
        if _is_shown(fact, values[fact.field], fact.field in shut, known.get((kind, row.pk, fact.field)))
    ]
    is_open = len(shut) < len(correctable.facts) and not not_theirs(row, kind, user)
    may = correctable.right in rights and is_open
    href = reverse("child_correct", args=[child.ref, kind.lower(), row.pk]) if may else ""
    return FactGroup(
        title_of(kind, row),
        kind.label,
        f"{kind.lower()}-{row.pk}",
        rows,
        href,
        _notes(child, kind, row, shut, rights),
    )


def _is_shown(fact: Fact, value: Any, is_shut: bool, corrections: Sequence[Correction] | None) -> bool:
    """That a record was no error goes without saying, where nobody said otherwise."""
    return bool(value or corrections) if fact is IN_ERROR else bool(value or not is_shut)


def _notes(
    child: Child, kind: RecordKind, row: Any, shut: Collection[str], rights: Collection[Permission]
) -> list[Note]:
    """Why some of a record is not corrected on it, and where it is."""
    found = []
    if kind is RecordKind.PLAN and "start_date" in shut:
        found.append(Note(BEGAN_AT))
    if kind is RecordKind.PLAN and row.end_date and "end_date" in shut:
        found.append(Note(ENDED_AT))
    if kind is RecordKind.PLAN:
        found += [Note(runs_again(one)) for one in row.resumptions.all() if one.outcome == Outcome.CONFIRMED]
    if kind is RecordKind.CATEGORY and shut:
        found.append(Note(DECIDED))
    if kind is RecordKind.CONFERENCE and "chair" in shut:
        found.append(Note(SIGNED))
        if Permission.CORRECT_DECISION in rights:
            at = next(one for one in child.conferences.all() if one.conference_id == row.pk)
            href = reverse("decision_change_new", args=[child.ref, at.pk])
            found.append(Note("", href, "Set the decision right"))
    return found


BEGAN_AT = "It began on the day of its conference: where that is wrong, correct the conference."
ENDED_AT = "A conference decided that it ends, on its own day: where that is wrong, correct the conference."
DECIDED = (
    "This was decided at a conference: where it is wrong, the decision is set right there by two people."
)
SIGNED = "Its chair signed the record, so the chair is not corrected here."


def _value(fact: Fact, text: str, corrections: Sequence[Correction]) -> str:
    notes = " ".join(correction_line(one, fact) for one in corrections)
    return Cell(fact_words(fact, text), note=notes).html


def title_of(kind: RecordKind, row: Any) -> str:
    """Core group, 8 May 2018: a record by its kind and its first day."""
    correctable = BY_KIND[kind]
    days = (getattr(row, fact.field) for fact in correctable.facts if fact.sort is Sort.DATE)
    day = next((day for day in days if day), None) if kind is not RecordKind.CHILD else None
    if kind is RecordKind.RELATIONSHIP:
        return f"{row.get_kind_display()}: {row.person.full_name}"
    if kind is RecordKind.CORE_GROUP_MEMBER:
        return f"{kind.label}: {row.name}"
    if kind is RecordKind.PLAN_NEED:
        return f"{kind.label}: {row.number}"
    if kind is RecordKind.LIFE_EVENT:
        return f"{kind_words(LifeKind(row.kind), row.child)}, {uk_date(row.day)}"
    if kind is RecordKind.THINKING_ENTRY:
        day = row.session.held_date
    to = _reader(row) if kind in (RecordKind.LETTER, RecordKind.COPY) else ""
    of_its_own = kind is RecordKind.COPY and row.kind == DocumentKind.CLOSING
    what = DocumentKind.CLOSING.label if of_its_own else kind.label
    return f"{what}{to}, {uk_date(day)}" if day else what


def _reader(row: Letter | Document) -> str:
    """To whom it went: somebody of the family, or of an agency."""
    if isinstance(row, Document) and row.person is None:
        return f" to {recipient_of(row)}"
    return f" to {row.person.full_name}" if row.person else ""


def fact_words(fact: Fact, text: str) -> str:
    """A fact as it is stored, in words."""
    if fact.sort is Sort.YES:
        return "Yes" if text else "No"
    if not text:
        return fact.blank or NOTHING
    if fact.sort is Sort.DATE:
        return uk_date(dt.date.fromisoformat(text))
    if fact.sort is Sort.CODES and fact.codes:
        return joined([label(fact.codes, code) for code in text.split()])
    if fact.sort is Sort.CODE and fact.codes:
        return label(fact.codes, text)
    return upper_first(words.authority("", text)) if fact.sort is Sort.AUTHORITY else text


def fact_of(one: Correction, *, is_unborn: bool = False) -> Fact:
    """The fact that a correction is of; one that is corrected no more keeps its column's name."""
    facts = worded(BY_KIND[one.kind], is_unborn=is_unborn).facts if one.kind in BY_KIND else ()
    return next((fact for fact in facts if fact.field == one.field), Fact(one.field, one.field, Sort.WORDS))


def correction_line(one: Correction, fact: Fact) -> str:
    """As it was told: the value that stood there, who had recorded it, who corrected it, when and why."""
    if one.field == IN_ERROR.field:
        return _error_line(one)
    was = f"As it was told: {fact_words(fact, one.was)}{_recorded(one)}."
    why = lower_first(label(Why, one.why))
    by = f"Corrected by {one.corrected_by.full_name} on {uk_date(one.corrected_at)}: {why}."
    return " ".join(part for part in (was, by, upper_first(sentence(one.words)) if one.words else "") if part)


def _error_line(one: Correction) -> str:
    """That a record was in error, or was none after all: who said so, when, why and in which words."""
    what = "Said to be recorded in error" if one.now else "Put back"
    by = f"{what} by {one.corrected_by.full_name} on {uk_date(one.corrected_at)}"
    return f"{by}: {lower_first(label(Why, one.why))}. {upper_first(sentence(one.words))}".strip()


def _recorded(one: Correction) -> str:
    who = f" by {one.was_by.full_name}" if one.was_by else ""
    return f", recorded{who} on {uk_date(one.was_at)}" if one.was_at else ""


def moved_rows(corrections: Iterable[Correction], *, is_unborn: bool = False) -> list[SummaryRow]:
    """What a correction changes, for the page that asks whether it is right; common facts once."""
    made = {(one.field, one.was, one.now): one for one in corrections}
    last = next(iter(made.values()))
    return [
        *(_moved(one, is_unborn) for one in made.values()),
        SummaryRow("Why", label(Why, last.why)),
        *([SummaryRow("How you know", last.words)] if last.words else []),
    ]


def named_notes(row: Any, corrections: Iterable[Correction]) -> list[str]:
    """What follows where somebody was nothing to a child after all, or was: who is named for the child."""
    said = next((one for one in corrections if one.field == IN_ERROR.field), None)
    if said is None or said.kind != RecordKind.RELATIONSHIP:
        return []
    who, child = row.person.full_name, row.child.display_name
    if not said.now:
        return [f"{who} is named for {child} again: in the family, for meetings and for new letters."]
    return [
        f"{who} is named for {child} no longer: in the family, for meetings or for new letters.",
        "Letters that were sent stay as they were sent.",
    ]


def _moved(one: Correction, is_unborn: bool) -> SummaryRow:
    fact = fact_of(one, is_unborn=is_unborn)
    note = f"Now recorded as: {fact_words(fact, one.was)}"
    return SummaryRow(fact.words, Cell(fact_words(fact, one.now), note=note).html)


def timeline_entry(one: Correction) -> tuple[str, list[str]]:
    """A correction in the child's story."""
    fact = fact_of(one, is_unborn=one.field in ("death_date", "end_reason") and one.child.is_unborn)
    if fact.field == IN_ERROR.field:
        what = lower_first(label(RecordKind, one.kind))
        return f"{'Recorded in error' if one.now else 'Put back'}: {what}", [correction_line(one, fact)]
    if one.kind == RecordKind.COPY and fact.sort is Sort.WORDS:
        # A copy is of several children, and what shows that it went may name who belongs to another of them.
        return f"Corrected: {lower_first(fact.words)}", []
    return (
        f"Corrected: {lower_first(fact.words)}",
        [f"Now {fact_words(fact, one.now)}.", correction_line(one, fact)],
    )
