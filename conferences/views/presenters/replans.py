"""Earlier plans in words, and the list of consultations: a family a line, a split shown as a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse

from conferences.figures.benchmark_words import so_many
from conferences.models import Consultation
from conferences.queries.benchmarks import Benchmark
from conferences.queries.consultations import is_open
from conferences.queries.days import Day
from conferences.rules.consultations import UNANSWERED
from conferences.views.presenters.consultations_state import family_tag, split_line
from conferences.views.presenters.due import due_tag
from safeguarding.access import Permission, can
from safeguarding.models import User
from safeguarding.pagekit.components import Cell, Column, Link, Table
from safeguarding.wording import joined, percent, uk_date

UNDECIDED_COLUMNS = [Column("Children"), Column("Decide by"), Column("Conference due"), Column("Status")]
DECIDED_COLUMNS = [Column("Children"), Column("Answer"), Column("By"), Column("When")]


def context_line(published: Benchmark | None) -> str:
    """What others' figure is, and no more: it says nothing about this child."""
    if published is None or published.england is None:
        return ""
    told = [f"{percent(published.england)} in England"]
    if published.region is not None:
        told.append(f"{percent(published.region)} in {published.region_name}")
    if published.neighbours is not None:
        how = f"the median of {so_many([published])} on the list of {published.neighbours_model}"
        told.append(f"{percent(published.neighbours)} among similar authorities ({how})")
    return f"Repeat plans, of all that began in the year to March {published.year}: {joined(told)}."


def comparing_links(user: User) -> list[Link]:
    """Where decisions are compared, for those who may."""
    shown = (
        ("How consultations are decided", "calibration", Permission.READ_CALIBRATION),
        ("Second opinions", "second_opinions", Permission.GIVE_SECOND_OPINION),
    )
    return [Link(words, reverse(name)) for words, name, right in shown if can(user, right)]


def undecided(
    families: Iterable[Sequence[Consultation]], decide: Mapping[int, Day], held: Mapping[int, Day], on: date
) -> Table:
    rows = [_undecided_row(children, decide, held, on) for children in families]
    empty = "No consultation is waiting for a decision."
    return Table("To be decided", UNDECIDED_COLUMNS, rows, empty, row_heads=True, stack=True)


def _undecided_row(
    children: Sequence[Consultation], decide: Mapping[int, Day], held: Mapping[int, Day], on: date
) -> list[Cell]:
    by = min(decide[one.pk].day for one in children if one.state in UNANSWERED)
    asked = [one.requested_child for one in children if one.requested_child and is_open(one)]
    due = min((held[one.pk].day for one in asked), default=None)
    return [
        _children(children),
        Cell(uk_date(by), tag=due_tag(by, on)),
        Cell(uk_date(due), tag=due_tag(due, on)) if due else Cell("No conference is asked for"),
        Cell(tag=family_tag(children), note=split_line(children)),
    ]


def decided(families: Iterable[Sequence[Consultation]]) -> Table:
    rows = [_decided_row(children) for children in families]
    empty = "None has been decided yet."
    return Table("Recently decided", DECIDED_COLUMNS, rows, empty, row_heads=True, stack=True)


def _decided_row(children: Sequence[Consultation]) -> list[Cell]:
    answers = [given for one in children for given in one.answers.all()]
    last = max(answers, key=lambda given: given.pk, default=None)
    who = last.answered_by.full_name if last else ""
    return [
        _children(children),
        Cell(tag=family_tag(children), note=split_line(children)),
        Cell(who),
        Cell(uk_date(last.answered_at) if last else ""),
    ]


def _children(children: Sequence[Consultation]) -> Cell:
    told = joined([one.child.display_name for one in children])
    numbers = joined([one.child.la_child_id for one in children])
    return Cell(told, reverse("consultation", args=[children[0].within.ref]), note=numbers)
