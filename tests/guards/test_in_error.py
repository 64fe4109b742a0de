"""What was recorded in error is in no deadline, list or figure: whatever reads such records leaves it out."""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.apps import apps

from safeguarding.models.base import InError
from tests.guards.source import Module, modules, parse
from tests.guards.test_voided import units

LEAVES_OUT = "in_error"
KINDS = [model for model in apps.get_models() if issubclass(model, InError)]
NAMES = {model.__name__ for model in KINDS}
TABLES = re.compile("|".join(rf"\b{model._meta.db_table}\b" for model in KINDS))
# As a child, a plan, a request or a session has them.
OWN = {
    related.get_accessor_name()
    for model in KINDS
    for field in model._meta.fields
    if (related := field.remote_field) is not None
}
NOW = "who holds a child now, and none in error does"
HOME = "of a home, and not of a core group"
# What reads them, those in error too or only others, each with the reason.
LINES = "is_of_record and is_in_plan leave them out"
NAMED: dict[str, str] = {
    "conferences.documents.letters._child_of": LINES,
    "conferences.models.promises_needs.PLAN_ACTION_HOLDS": "what is signed stays, in error or not",
    "conferences.models.promises_work.PLAN_ACTION_HOLDS": "one in error is of its child too",
    "conferences.operations.plans._new_need": "no number is given twice",
    "conferences.operations.recording_lines.needs_of": "a draft has none in error",
    "conferences.operations.recording_lines.actions_of": "a draft has none in error",
    "conferences.operations.recording_lines.write_lines": "a draft has none in error",
    "conferences.queries.copies_cautions._words_of_letter": LINES,
    "conferences.queries.copies_told._child": LINES,
    "conferences.queries.plans._lines": LINES,
    "conferences.queries.plans._parts": LINES,
    "conferences.queries.recording.record_of": LINES,
    "conferences.queries.recording.part_facts": "a draft has none in error",
    "conferences.queries.recording.part_texts": "what never was may be no stranger's either",
    "conferences.queries.scheduling_parts._signed": LINES,
    "conferences.views.presenters.plans_page._needs": LINES,
    "conferences.views.presenters.plans_page.part_advice": "a draft has none in error",
    "conferences.views.presenters.plans_page._lines": LINES,
    "conferences.views.presenters.plans_page._version": LINES,
    "conferences.views.presenters.plans_page.lines_table": "a draft has none in error",
    "conferences.views.presenters.recording.actions_table": LINES,
    "conferences.views.presenters.recording._needs": LINES,
    "conferences.views.presenters.recording_before.not_again": "a draft has none in error",
    "conferences.views.presenters.recording_screen._child": "a draft has none in error",
    "conferences.views.presenters.recording_screen.not_shown": "a draft has none in error",
    "conferences.exchange.census.guarded.HELD": "how many a merge adds, those in error before and after it",
    "conferences.exchange.census.merging.LOCKED": "a table is locked whole",
    "conferences.exchange.census.merging.STAGES": "the planner is told of a table",
    "conferences.exchange.census.statements.conferences.GONE": "a file’s own go with it, in error too",
    "conferences.exchange.census.statements.enquiries.EPISODE": "which=NO_ERROR",
    "conferences.exchange.census.statements.file_facts.UNTOLD": "OPEN_EPISODE leaves them out",
    "conferences.exchange.census.statements.plans.IN_NEED_PLAN": "which=NO_ERROR",
    "conferences.exchange.feed.states.BESIDE": NOW,
    "conferences.exchange.feed.taking.CHILDREN": "a file adds none again that was in error",
    "conferences.exchange.feed.taking.LOCKED": "a table is locked whole",
    "conferences.exchange.feed.taking.HOLDERS": NOW,
    "conferences.exchange.feed.taking.FILLED": "the planner is told of a table",
    "conferences.forms.thinking_time.held_before": "of a session that is shown as in error",
    "conferences.models.life_events.END_OF_ITS_EVENT": "an end moves with its own event",
    "conferences.models.life_events.GOES_WITH_ITS_EVENT": "an end goes with its own event",
    "conferences.models.promises_plans.PLAN_HOLDS": "each question leaves them out",
    "conferences.models.promises_thinking.THINKING_FOLLOWS": "what it follows is of its conference, or was",
    "conferences.models.promises_work.FOR_REQUEST_WRONG": "a reason in error is of its session too",
    "conferences.models.promises_work.LETTER_WRONG": "a letter that was made stays made",
    "conferences.models.promises_work.OF_REQUEST_WRONG": "an entry in error is of its session too",
    "conferences.models.promises_work.BY_CHAIR_WRONG": "a note stays its chair’s",
    "conferences.models.promises_work.THINKING_TIME_ENTRY_HOLDS": "the name of the table",
    "conferences.models.promises_work.WAIVED_BY_WRONG": "nobody waives their own, in error or not",
    "conferences.operations.corrections_life._event_rows": "the one that is corrected",
    "conferences.operations.corrections_work._move_all": "what was in its place goes with it",
    "conferences.operations.duties_holders.SEES": NOW,
    "conferences.operations.duties_ladder.STANDS_ON": NOW,
    "conferences.operations.families_feed_rows._standing": "a file adds none again that was in error",
    "conferences.operations.families_moves._at_work_with": NOW,
    "conferences.operations.requests_children._leave_thinking": "what is due, and none in error is",
    "conferences.operations.requests_history._freeze": "of those that were found",
    "conferences.operations.thinking_time.take": "what is due, and none in error is",
    "conferences.queries.documents_corrected.mended_of": "a member in error is what was put right",
    "conferences.queries.restrictions._at_work": NOW,
    "conferences.operations.thinking_time.standing": "of a session that is not in error",
    "conferences.operations.thinking_time._write": "of a session that is not in error",
    "conferences.operations.thinking_time_actions._owner_problems": "of a session that is not in error",
    "conferences.models.promises_next.MEMBER_HOLDS": "what is signed stays, in error or not",
    "conferences.operations.recording_next._write": "a draft has none in error",
    "conferences.operations.recording_next_rows.settle_next": "a draft has none in error",
    "conferences.queries.recording_next._workers": NOW,
    "conferences.views.families_homes._elsewhere": HOME,
    "conferences.views.families_homes._stay": HOME,
    "conferences.views.presenters.families._homes_by_child": HOME,
    "conferences.views.presenters.families._home": HOME,
    "conferences.views.presenters.families_history._of_home": HOME,
    "conferences.views.presenters.families_moves._home": HOME,
    "conferences.queries.allocations.team_children": NOW,
    "conferences.queries.allocations.holding": NOW,
    "conferences.queries.allocations.find_by_identity": NOW,
    "conferences.queries.children._load": "the search leaves them out",
    "conferences.queries.children_record._hang_joint": "the chronology leaves them out",
    "conferences.queries.children_chronology._need": "shown as in error",
    "conferences.queries.children_chronology._supports": "shown as in error",
    "conferences.queries.children_chronology._enquiries": "shown as in error",
    "conferences.queries.children_chronology._thinking": "shown as in error",
    "conferences.queries.children_chronology._plans": "shown as in error",
    "conferences.queries.children_chronology._allocations": "shown as in error",
    "conferences.queries.children_feed.questions": NOW,
    "conferences.queries.children_record.child_record": "the page leaves them out",
    "conferences.queries.clocks.enquiries._initial": NOW,
    "conferences.queries.clocks.law.LAW": "of a request, and none stands on one in error",
    "conferences.queries.clocks.decisions.AGREED": NOW,
    "conferences.queries.clocks.meetings.WORKER": NOW,
    "conferences.queries.clocks.plans.WORKER": NOW,
    "conferences.queries.clocks.subjects.SUBJECTS": "so that the duties of one in error are closed",
    "conferences.queries.consultations_people.near_people": NOW,
    "conferences.queries.consultations_second_facts.cut": "consultations_facts_child leaves them out",
    "conferences.queries.notices.workers_of": NOW,
    "conferences.queries.corrections.ChildFacts": "shown as in error, to be put back",
    "conferences.queries.corrections.child_facts": "shown as in error, to be put back",
    "conferences.queries.duties_duty.takers": NOW,
    "conferences.queries.duties_ledger_book.Book": "of a request, and none stands on one in error",
    "conferences.queries.families_history.family_history": "shown as in error",
    "conferences.queries.handovers.held_by": NOW,
    "conferences.queries.handovers.duties_of": NOW,
    "conferences.queries.letters.belonging": "_ties leaves them out",
    "conferences.queries.letters.may_receive": "_ties leaves them out",
    "conferences.queries.letters.may_receive_with_why": "_ties leaves them out",
    "conferences.queries.letters.names_on": "_ties leaves them out",
    "conferences.queries.letters.recipients": "_ties leaves them out",
    "conferences.queries.letters.ties_on": "_ties leaves them out",
    "conferences.queries.letters.letter_facts": "_ties leaves them out",
    "conferences.queries.letters.workers_of_children": NOW,
    "conferences.queries.life_events.event_in_scope": "its own page; what stands on it refuses",
    "conferences.queries.measures.sources_work.WORK": "its clocks have none in error",
    "conferences.queries.notices.concerned": NOW,
    "conferences.queries.pairs_candidates.KEEP_NAMED": "the planner is told of a table",
    "conferences.queries.recording.workers_of": NOW,
    "conferences.queries.requests.request_for": "shown as in error",
    "conferences.queries.requests._what_asking_needs": "the plan history leaves them out",
    "conferences.queries.scheduling_people.at_work_with": NOW,
    "conferences.queries.scheduling_away.ChairsOf": NOW,
    "conferences.queries.thinking_time.session_in_scope": "its own page, in error or not",
    "conferences.queries.thinking_time.sessions_of": "shown as in error",
    "conferences.queries.thinking_time_before.owners_for": NOW,
    "conferences.views.presenters.children.child_page": NOW,
    "conferences.views.presenters.requests._rows": "shown as in error",
    "conferences.views.presenters.thinking_time.entry_rows": "of a session that is shown as in error",
    "conferences.views.presenters.thinking_time_before.own_table": "own_actions leaves them out",
    "safeguarding.access.sight.TEAMS_CHILDREN": NOW,
    "safeguarding.access.teams.team_children": NOW,
    "safeguarding.directory.own._team_still_has": NOW,
    "safeguarding.models.child.EVENT_WRONG": "one in error is of its child too",
    "safeguarding.models.child.ChildName": "one in error is of its child too",
    "safeguarding.models.family.HouseholdMember": "one in error is of its child too",
    "safeguarding.models.family.Relationship": "the name of the table",
}


@cache
def reads(node: ast.AST) -> bool:
    """Whether code reads such records: by SQL, by a model's manager, in a scope, or as something's own."""
    return any(_reads(part) for part in ast.walk(node))


def _reads(part: ast.AST) -> bool:
    if isinstance(part, ast.Constant) and isinstance(part.value, str):
        return bool(TABLES.search(part.value))
    if isinstance(part, ast.Attribute):
        on = ast.unparse(part.value)
        asks = any(on.endswith(f"{name}.objects") for name in NAMES) and "create" not in part.attr
        return (
            asks or part.attr in ("all", "filter", "exclude") and "." in on and on.rpartition(".")[2] in OWN
        )
    if isinstance(part, ast.Call) and ast.unparse(part.func) in ("scope", "get", "in_sight", "rows"):
        return bool(NAMES & {ast.unparse(one).rpartition(".")[2] for one in part.args})
    return False


def takes_errors(module: Module) -> Iterator[str]:
    if module.name.startswith(("conferences.migrations", "safeguarding.migrations", "conferences.demo")):
        return
    for name, node in units(module):
        if reads(node) and LEAVES_OUT not in ast.unparse(node) and name not in NAMED:
            yield name


def test_whatever_reads_such_records_leaves_out_what_was_in_error() -> None:
    wrong = [name for module in modules() for name in takes_errors(module)]
    assert wrong == [], "Leave out what was recorded in error (in_error), or say in NAMED why it is read."


def test_every_name_in_the_list_still_reads_them() -> None:
    known = {name for module in modules() for name, node in units(module) if reads(node)}
    assert sorted(NAMED.keys() - known) == []


@pytest.mark.parametrize(
    "text",
    [
        "A = 'SELECT id FROM conferences_coregroup'",
        "def f(user):\n    return scope(user, FollowUp).filter(plan=1)",
        "def f():\n    return TransferIn.objects.unscoped('why')",
        "def f(child):\n    return child.life_events.all()",
    ],
)
def test_a_planted_reading_is_found(text: str) -> None:
    assert list(takes_errors(parse("conferences.queries.planted", text)))
