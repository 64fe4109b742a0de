"""One catalogue of deadlines, one reader, and nobody else who knows their numbers."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from conferences.queries.clocks import CLOCKS
from conferences.queries.duties_list import PLACES
from conferences.rules.deadlines import DEADLINES, Code
from conferences.rules.measures_catalogue import MEASURES
from conferences.views.presenters.duties import PAGES
from tests.guards.source import Module, modules, parse

CODES = {code.value for code in Code}
# Modules that name a statutory limit or its rule, each with the reason why it is not read by the clocks.
ASIDE = {
    "conferences.rules.timelimits": "the limits themselves, with their sentences",
    "conferences.rules.deadlines": "the catalogue",
    "conferences.rules.breakdowns": "the band of the published measure ends on day 15",
    "conferences.rules.figures": "words of a figure",
    "conferences.rules.measures_conferences": "the words of the definitions",
    "conferences.rules.measures_work": "the words of the definitions",
    "conferences.rules.recording": "the day that is told at the meeting, before the record is signed",
    "conferences.queries.measures.rows": "the published measure counts by days of its own",
    "conferences.operations.requests": "the day that the asker is told, kept with its explanation",
    "conferences.forms.requests": "the day that is told before anything is saved",
    "conferences.views.presenters.requests": "the day that is told when an enquiry was saved",
    "conferences.views.presenters.children": "a record loaded whole asks the database nothing more",
    "conferences.views.presenters.plans": "a record loaded whole asks the database nothing more",
    "conferences.queries.plans_history": "a record loaded whole asks the database nothing more",
    "conferences.queries.plans_facts": "the explanation of the day that the reader gives the start of",
    "conferences.demo.ledger": "the demo makes the history that is then read",
    "conferences.demo.past": "the demo makes the history that is then read",
    "conferences.demo.timing": "the demo makes the history that is then read",
}
KNOWS = re.compile(
    r"\b(initial_conference_due|transfer_in_due|first_core_group_due|first_review_due|next_review_due"
    r"|INITIAL_CONFERENCE_WORKING_DAYS|TRANSFER_IN_WORKING_DAYS|FIRST_CORE_GROUP_WORKING_DAYS"
    r"|FIRST_REVIEW|LATER_REVIEW)\b"
)


def knowing(of: tuple[Module, ...]) -> set[str]:
    """The modules that know day 15, the review clocks or the first core group."""
    return {module.name for module in of if KNOWS.search(module.path.read_text())}


def test_only_these_know_the_statutory_days() -> None:
    found = knowing(modules())
    assert sorted(found - ASIDE.keys()) == [], (
        "Ask conferences.queries.clocks how the deadline stands, or say in ASIDE why it cannot be asked."
    )
    assert sorted(ASIDE.keys() - found) == [], "It knows them no more: take it out of ASIDE."


def test_a_planted_second_teller_is_found(tmp_path: Path) -> None:
    planted = parse("conferences.views.x", "due = first_review_due(day)")
    file = tmp_path / "x.py"
    file.write_text("due = first_review_due(day)")
    assert knowing((Module(planted.name, file, planted.tree),)) == {"conferences.views.x"}


@pytest.mark.parametrize("given", [CLOCKS, PLACES, PAGES], ids=["reader", "place", "page"])
def test_every_deadline_has_its_reader_its_place_and_its_page(given: Mapping[Code, object]) -> None:
    assert {str(code) for code in given} == CODES, "A deadline is a row in each of these tables."


def test_every_deadline_has_one_row_and_a_figure_or_a_reason_why_none() -> None:
    assert {row.code.value for row in DEADLINES} == CODES and len(DEADLINES) == len(CODES)
    unsaid = [row.code for row in DEADLINES if bool(row.measure) == bool(row.why_none)]
    assert unsaid == [], "Name the figure that counts it, or say why none does."
    assert [row.code for row in DEADLINES if row.measure and row.measure not in MEASURES] == []
