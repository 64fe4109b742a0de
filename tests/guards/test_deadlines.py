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
from conferences.views.presenters.duties_duty import BUTTONS
from tests.guards.source import Module, modules, parse

CODES = {code.value for code in Code}
# Who knows a statutory limit: the limits themselves, and the catalogue that says for what each runs.
ASIDE = {
    "conferences.rules.timelimits": "the limits themselves",
    "conferences.rules.deadlines": "the catalogue",
    "conferences.queries.scheduling_capacity": "the review after the next, for which no clock runs yet",
}
KNOWS = re.compile(
    r"\b(INITIAL_CONFERENCE_WORKING_DAYS|TRANSFER_IN_WORKING_DAYS|FIRST_CORE_GROUP_WORKING_DAYS"
    r"|FIRST_REVIEW|LATER_REVIEW)\b"
)
# Who counts a day by the catalogue from a day in hand, each with why the reader cannot be asked.
COUNTS = {
    "conferences.rules.deadlines_days": "where it is done",
    "conferences.queries.clocks.days": "the reader's own words",
    "conferences.queries.duties_ledger_book": "the daily check of the reader, in other code",
    "conferences.operations.requests": "the day that the asker is told before the arrival is saved",
    "conferences.operations.consultations_raising": "the day that is told as the consultation is raised",
    "conferences.demo.ledger": "the demo makes the history that is then read",
    "conferences.demo.past_other_ways": "the demo makes the history that is then read",
    "conferences.demo.past_requests": "the demo makes the history that is then read",
    "conferences.demo.past_reviews": "the demo makes the history that is then read",
    "conferences.demo.timing": "the demo makes the history that is then read",
}
COUNTING = re.compile(r"\b(due_by|explained)\(")


def knowing(of: tuple[Module, ...]) -> set[str]:
    """The modules that know day 15, the review clocks or the first core group."""
    return {module.name for module in of if KNOWS.search(module.path.read_text())}


def test_only_these_know_the_statutory_days() -> None:
    found = knowing(modules())
    assert sorted(found - ASIDE.keys()) == [], (
        "Ask conferences.queries.clocks how the deadline stands, or say in ASIDE why it cannot be asked."
    )
    assert sorted(ASIDE.keys() - found) == [], "It knows them no more: take it out of ASIDE."


def counting(of: tuple[Module, ...]) -> set[str]:
    """The modules that count a deadline's day themselves."""
    return {module.name for module in of if COUNTING.search(module.path.read_text())}


def test_only_these_count_a_deadline_from_a_day_in_hand() -> None:
    found = counting(modules())
    assert sorted(found - COUNTS.keys()) == [], (
        "Ask conferences.queries.clocks how the deadline stands, or say in COUNTS why it cannot be asked."
    )
    assert sorted(COUNTS.keys() - found) == [], "It counts no more: take it out of COUNTS."


def test_a_planted_second_teller_is_found(tmp_path: Path) -> None:
    source = "due = due_by(Code.HOLD_CONFERENCE, day, england()) or add(day, INITIAL_CONFERENCE_WORKING_DAYS)"
    file = tmp_path / "x.py"
    file.write_text(source)
    planted = (Module("conferences.views.x", file, parse("conferences.views.x", source).tree),)
    assert knowing(planted) == counting(planted) == {"conferences.views.x"}


@pytest.mark.parametrize("given", [CLOCKS, PLACES, PAGES], ids=["reader", "place", "page"])
def test_every_deadline_has_its_reader_its_place_and_its_page(given: Mapping[Code, object]) -> None:
    assert {str(code) for code in given} == CODES, "A deadline is a row in each of these tables."


def test_each_page_where_something_is_done_has_its_button() -> None:
    assert set(PAGES.values()) == BUTTONS.keys(), "Say in BUTTONS what the button to the page says."


def test_every_deadline_has_one_row_and_a_figure_or_a_reason_why_none() -> None:
    assert {row.code.value for row in DEADLINES} == CODES and len(DEADLINES) == len(CODES)
    unsaid = [row.code for row in DEADLINES if bool(row.measure) == bool(row.why_none)]
    assert unsaid == [], "Name the figure that counts it, or say why none does."
    assert [row.code for row in DEADLINES if row.measure and row.measure not in MEASURES] == []
