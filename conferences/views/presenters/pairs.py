"""Two records that may be of one child in words: the list, both side by side, and what a joining moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from conferences.models import ChildPair, PairAnswer, RecordJoin
from conferences.queries.pairs import Surroundings
from conferences.rules.same_child import PairAnswerCode, PairState, Suggestion
from conferences.views.presenters import words
from safeguarding.labelled import label
from safeguarding.models import Child
from safeguarding.pagekit.components import Cell, Column, Entry, Link, SummaryRow, Table, Tag
from safeguarding.register.codes import Ethnicity, Sex
from safeguarding.register.identifiers import nhs_number_shown
from safeguarding.wording import counted, joined, lower_first, uk_date, uk_moment

NOT_SUGGESTED = "Nothing in the two records suggests it. Somebody named them as a pair."
CERTAIN = Tag("Same number", "orange")
COLOURS = {
    PairState.OPEN: "yellow",
    PairState.NOT_SURE: "blue",
    PairState.SAME: "orange",
    PairState.DIFFERENT: "grey",
}
WAYS_OUT = (
    "It can be undone: every row goes back to the record it came from, unless something was recorded since"
    " that stands on both."
)
# What a joining may change of a record, by column, in the order in which it is shown.
FACTS = {
    "given_names": "Given names",
    "family_name": "Family name",
    "birth_date": "Date of birth",
    "expected_birth_date": "Expected date of birth",
    "death_date": "Date of death",
    "upn": "Pupil number",
    "former_upn": "Former pupil number",
    "nhs_number": "NHS number",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "communication_needs": "Communication needs",
    "interpreter_language": "Interpreter",
    "family_id": "Family",
}
# What may go along, of one and of several, in the order of a record.
MOVED: dict[str, tuple[str, str]] = {
    "safeguarding.childname": ("other name", "other names"),
    "safeguarding.childdisability": ("disability", "disabilities"),
    "safeguarding.relationship": ("tie to a parent or carer", "ties to parents and carers"),
    "safeguarding.householdmember": ("stay in a home", "stays in a home"),
    "safeguarding.allocation": ("allocation", "allocations"),
    "safeguarding.child": ("record joined before", "records joined before"),
    "conferences.needepisode": ("spell in need", "spells in need"),
    "conferences.childinneedplan": ("child in need plan", "child in need plans"),
    "conferences.enquiry": ("section 47 enquiry", "section 47 enquiries"),
    "conferences.transferin": ("move here", "moves here"),
    "conferences.lifeevent": ("life event", "life events"),
    "conferences.lookup": ("look-up of what became of it", "look-ups of what became of it"),
    "conferences.requestedchild": ("request for a conference", "requests for a conference"),
    "conferences.consultation": ("consultation", "consultations"),
    "conferences.consultationaccountchild": ("part of an account", "parts of accounts"),
    "conferences.agencyreportchild": ("report of an agency", "reports of agencies"),
    "conferences.conferencechild": ("conference", "conferences"),
    "conferences.plan": ("child protection plan", "child protection plans"),
    "conferences.planelsewhere": ("plan with another authority", "plans with another authority"),
    "conferences.supporttried": ("support that was tried", "supports that were tried"),
    "conferences.thinkingtimeentry": ("entry of thinking time", "entries of thinking time"),
    "conferences.correction": ("correction", "corrections"),
    "conferences.duty": ("thing due or done", "things due or done"),
    "conferences.daytold": ("day that people were told", "days that people were told"),
    "conferences.notice": ("message", "messages"),
    "conferences.takenon": ("case taken on at the start", "cases taken on at the start"),
    "conferences.importedchild": ("line of a census file", "lines of census files"),
    "conferences.feedmemory": ("line of a file of children", "lines of files of children"),
    "conferences.parentmemory": ("line of a file of parents", "lines of files of parents"),
}


def pairs_table(
    pairs: Sequence[ChildPair], why: Mapping[int, Suggestion | None], said: Mapping[int, PairAnswer]
) -> Table:
    """The pairs that wait for somebody's word, with what speaks for each."""
    return Table(
        "Pairs of records",
        [Column("Record"), Column("Other record"), Column("What speaks for it"), Column("What was said")],
        [_row(pair, why.get(pair.pk), said.get(pair.pk)) for pair in pairs],
        empty="No two records look as if they were of one child.",
        caption_hidden=True,
        row_heads=True,
        stack=True,
    )


def _row(pair: ChildPair, why: Suggestion | None, said: PairAnswer | None) -> list[Cell]:
    note = f"{words.name_of(said.answered_by)}, {uk_date(said.answered_at)}" if said else ""
    state = PairState(pair.state)
    return [
        Cell(pair.one.display_name, href=reverse("pair", args=[pair.ref]), note=pair.one.la_child_id),
        Cell(pair.other.display_name, note=pair.other.la_child_id),
        Cell(" ".join(why.speaks_for) if why else NOT_SUGGESTED, tag=CERTAIN if pair.is_certain else None),
        Cell(tag=Tag(state.label, COLOURS[state]), note=note),
    ]


@dataclass(frozen=True)
class PairPage:
    """Both records side by side, what speaks for and against, and what was said so far."""

    table: Table
    speaks_for: Sequence[str]
    speaks_against: Sequence[str]
    answers: list[Entry]
    tag: Tag
    records: list[Link]


def pair_page(
    pair: ChildPair, why: Suggestion | None, around: Mapping[int, Surroundings], answers: Iterable[PairAnswer]
) -> PairPage:
    state = PairState(pair.state)
    return PairPage(
        table=side_by_side(pair.one, pair.other, around),
        speaks_for=why.speaks_for if why else (NOT_SUGGESTED,),
        speaks_against=why.speaks_against if why else (),
        answers=[_answer(one) for one in answers],
        tag=Tag(state.label, COLOURS[state]),
        records=[
            Link(f"The record of {one.la_child_id}", reverse("child", args=[one.ref]))
            for one in (pair.one, pair.other)
        ],
    )


def _answer(said: PairAnswer) -> Entry:
    return Entry(
        label(PairAnswerCode, said.answer),
        uk_moment(said.answered_at),
        lines=[words.typed(said.reason)],
        byline=words.name_of(said.answered_by),
    )


def side_by_side(one: Child, other: Child, around: Mapping[int, Surroundings]) -> Table:
    """Who both records say the child is; what differs is marked in words, not by colour."""
    mine, theirs = _facts(one, around[one.pk]), _facts(other, around[other.pk])
    rows = [
        [Cell(key), Cell(value), Cell(theirs[key]), Cell(_compared(value, theirs[key]))]
        for key, value in mine.items()
    ]
    if one.family_id != other.family_id:
        rows[list(mine).index("Family")][3] = Cell("Different")
    columns = [Column("Fact"), Column(one.la_child_id), Column(other.la_child_id), Column("Compared")]
    return Table("Both records", columns, rows, row_heads=True, stack=True)


def _compared(one: str, other: str) -> str:
    """What one record does not know tells nothing of the other."""
    if words.NOT_KNOWN in (one, other):
        return "Not known of both" if one == other else "Known of one"
    return "Same" if one == other else "Different"


def _facts(child: Child, around: Surroundings) -> dict[str, str]:
    born = child.birth_date or child.expected_birth_date
    return {
        "Name": child.display_name,
        "Other names": joined(around.other_names) or "None",
        "Born or expected": f"{uk_date(born)}{'' if child.birth_date else ' (expected)'}",
        "Pupil number": child.upn or words.NOT_KNOWN,
        "Former pupil number": child.former_upn or "None",
        "NHS number": nhs_number_shown(child.nhs_number) if child.nhs_number else words.NOT_KNOWN,
        "Sex": label(Sex, child.sex),
        "Family": child.family.name if child.family else "None",
        "Parents and carers": joined(around.people) or "None recorded",
        "Held by": around.team or "No team",
        "Plans": joined(around.plans) or "None",
        "Open request": "Yes" if around.is_asked_for else "No",
    }


@dataclass(frozen=True)
class JoinPreview:
    """What a joining would do, before it is confirmed."""

    rows: list[SummaryRow]
    moves: Table
    takes: Table
    notes: list[str]


def join_preview(join: RecordJoin, kept: Child, gone: Child) -> JoinPreview:
    """`join` as it would be made; `kept` and `gone` as they stand before."""
    return JoinPreview(
        rows=[
            SummaryRow("Stays", f"{kept.la_child_id}, {kept.display_name}"),
            SummaryRow("Goes into it", f"{gone.la_child_id}, {gone.display_name}"),
            SummaryRow("Why", words.typed(join.reason)),
        ],
        moves=_moves(join),
        takes=_takes(join, kept, gone),
        notes=_notes(join, kept, gone),
    )


def _moves(join: RecordJoin) -> Table:
    rows = [
        [counted(len(join.moved[model]), one, several)]
        for model, (one, several) in MOVED.items()
        if model in join.moved
    ]
    return Table("What goes along", [Column("Recorded")], rows, empty="Nothing is recorded of this child.")


def _takes(join: RecordJoin, kept: Child, gone: Child) -> Table:
    changed = join.changed.get(Child._meta.label_lower, {}).get(str(kept.pk), {})
    rows = [
        [Cell(words_), Cell(_shown(kept, name)), Cell(_shown(gone, name)), Cell(_outcome(name, changed))]
        for name, words_ in FACTS.items()
        if _shown(kept, name) != _shown(gone, name)
    ]
    columns = [Column("Fact"), Column(kept.la_child_id), Column(gone.la_child_id), Column("What happens")]
    empty = "Both records tell the same."
    return Table("Where the records differ", columns, rows, empty=empty, row_heads=True, stack=True)


def _shown(child: Child, name: str) -> str:
    value: Any = child.family.name if name == "family_id" and child.family else getattr(child, name)
    if name == "sex":
        return label(Sex, child.sex)
    if name == "ethnicity" and value:
        return label(Ethnicity, value)
    return uk_date(value) if name.endswith("_date") and value else str(value or "Not known")


def _outcome(name: str, changed: Mapping[str, Any]) -> str:
    return "Is taken from the record that goes" if name in changed else "The record that stays keeps its own"


def _notes(join: RecordJoin, kept: Child, gone: Child) -> list[str]:
    notes = [f"{gone.la_child_id} goes on finding the record, in searches and in files."]
    if "safeguarding.childname" in join.added:
        notes.append(f"{gone.display_name} becomes another name of {kept.display_name}.")
    if "safeguarding.allocation" in join.changed:
        notes.append(f"Who holds {kept.la_child_id} goes on holding the child.")
    return [*notes, WAYS_OUT]


def join_rows(join: RecordJoin) -> list[SummaryRow]:
    """What is to be undone."""
    return [
        SummaryRow("Stays", f"{join.kept.la_child_id}, {join.kept.display_name}"),
        SummaryRow("Goes back", f"{join.gone.la_child_id}, {join.gone.display_name}"),
        SummaryRow("Joined", f"{uk_moment(join.joined_at)}, {words.name_of(join.joined_by)}"),
        SummaryRow("Why", words.typed(join.reason)),
    ]


def joined_lines(joins: Iterable[RecordJoin]) -> list[Link]:
    """For the child's page: which numbers were joined into it, each leading to its undo."""
    return [
        Link(
            f"Record {join.gone.la_child_id} was joined into this one on {uk_date(join.joined_at)}",
            reverse("join_undo", args=[join.ref]),
        )
        for join in joins
    ]


def match_lines(pairs: Iterable[ChildPair], child: int, *, judges: bool) -> list[Link]:
    """For a page about a child: which records may be of it too; a link for those who judge."""
    found = []
    for pair in pairs:
        other = pair.other if pair.one_id == child else pair.one
        said = lower_first(PairState(pair.state).label)
        href = reverse("pair", args=[pair.ref]) if judges else ""
        found.append(Link(f"Possible match, {said}: {other.display_name}, {other.la_child_id}", href))
    return found
