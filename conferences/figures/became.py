"""What was decided and what became of it, as tables whose every number opens to the rows behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from conferences.figures.grids import Grid, Heading, Line
from conferences.queries.measures.became import BecameRows, Decision, Look
from conferences.rules.consultations import DECIDED, IN_SHORT, Answer
from conferences.rules.look_ups import IN_TIME_DAYS, Became
from conferences.rules.measures_became import GAPS
from conferences.rules.vocabulary import StepDown
from safeguarding.labelled import label
from safeguarding.wording import counted

NO_TEAM, NOT_SAID = "No team recorded", "Not recorded"
AnyGrid = Grid[Decision] | Grid[Look]


def grids(rows: BecameRows) -> list[AnyGrid]:
    """The tables of the page in their order."""
    return [
        _decided("teams", "What was decided, by team", "Team", _teams(rows), rows),
        _decided("gaps", "What was decided, by how long before the last plan ended", "Gap", _gaps(), rows),
        _conferences(rows),
        _became("decisions", rows),
        _became("ends", rows),
        _coverage(rows),
    ]


# ----- What was decided -------------------------------------------------------------------------------------


def _decided(
    key: str, title: str, first: str, lines: Sequence[Line[Decision]], rows: BecameRows
) -> Grid[Decision]:
    columns = [
        Heading[Decision]("all", "Children", lambda row: True),
        *(Heading(answer.value, IN_SHORT[answer], _answers(answer), "all") for answer in DECIDED),
    ]
    about = DECIDED_ABOUT[key]
    return Grid(key, title, about, first, columns, lines, rows.decisions)


DECIDED_ABOUT = {
    "teams": "Children on whom a consultation decided in these days, by the decision that stands. The team is"
    " the one that held the child on that day.",
    "gaps": "The same children. The gap runs from the end of the last plan before to the day it was asked.",
}


def _answers(answer: Answer) -> Callable[[Decision], bool]:
    return lambda row: row.answer == answer


def _teams(rows: BecameRows) -> list[Line[Decision]]:
    held = {row.team for row in rows.decisions}
    named = [
        Line[Decision](f"team-{pk}", name, _in_team(pk)) for pk, name in rows.teams.items() if pk in held
    ]
    without = [Line[Decision]("team-none", NO_TEAM, _in_team(None))] if None in held else []
    return [Line[Decision]("all", "All", lambda row: True), *named, *without]


def _in_team(team: int | None) -> Callable[[Decision], bool]:
    return lambda row: row.team == team


def _gaps() -> list[Line[Decision]]:
    return [Line(band.key, band.label, _in_gap(band.key)) for band in GAPS]


def _in_gap(key: str) -> Callable[[Decision], bool]:
    return lambda row: row.gap == key


def _conferences(rows: BecameRows) -> Grid[Decision]:
    columns = [
        Heading[Decision]("all", "Children", lambda row: True),
        Heading[Decision]("met", "The conference decided", lambda r: r.came_to in ("PLAN", "NO_PLAN"), "all"),
        Heading[Decision]("PLAN", "A plan", _came_to("PLAN"), "met"),
        Heading[Decision]("NO_PLAN", "No plan", _came_to("NO_PLAN"), "met"),
        Heading[Decision]("NOT_YET", "Too early", _came_to("NOT_YET")),
        Heading[Decision]("CLOSED", "Request closed", _came_to("CLOSED")),
        Heading[Decision]("NO_REQUEST", "No request", _came_to("NO_REQUEST")),
    ]
    about = (
        "Of the conference that each consultation was about. Too early: none has decided yet. No request: it"
        " was raised by a rule or by hand, such as on a long plan."
    )
    lines = [Line(answer.value, IN_SHORT[answer], _answers(answer)) for answer in DECIDED]
    title = "What the conferences then decided"
    return Grid("conferences", title, about, "The consultation decided", columns, lines, rows.decisions)


def _came_to(code: str) -> Callable[[Decision], bool]:
    return lambda row: row.came_to == code


# ----- What became of it ------------------------------------------------------------------------------------

GROUPS: tuple[tuple[str, str, tuple[Became, ...]], ...] = (
    ("plan", "Plan", (Became.ON_PLAN, Became.HAD_PLAN)),
    ("care", "In care", (Became.LOOKED_AFTER,)),
    (
        "way",
        "Conference, enquiries, referral",
        (Became.CONFERENCE, Became.UNDER_WAY, Became.ENQUIRY, Became.REFERRAL),
    ),
    ("need", "Child in need", (Became.IN_NEED, Became.HAD_IN_NEED)),
    ("other", "Died, order, 18", (Became.DIED, Became.OTHER_ORDER, Became.EIGHTEEN)),
    ("nothing", "Nothing recorded", (Became.NOTHING,)),
    ("unknown", "Not known", (Became.NOT_KNOWN,)),
)


def _became(key: str, rows: BecameRows) -> Grid[Look]:
    of_decisions = key == "decisions"
    looks = [one for one in rows.looks if one.is_decision is of_decisions and one.found is not None]
    columns = [
        Heading[Look]("made", "Looked up", lambda row: True),
        Heading[Look]("known", "Of whom it is known", lambda row: row.is_known),
        Heading[Look](
            "back", "On a plan" if of_decisions else "On a plan again", lambda r: r.is_back, "known"
        ),
        *(Heading(code, title, _found(kinds)) for code, title, kinds in GROUPS if code != "plan"),
    ]
    title = (
        "What became of it after each decision"
        if of_decisions
        else "What became of it after plans ended, by where support went"
    )
    about = (
        "Looked up by the service, of look-ups due in these days. Whoever was on a plan is counted there; the"
        " other columns count the gravest that was found, so a child may stand in two."
    )
    first = "Decided, and months since" if of_decisions else "Support went to, and months since"
    return Grid(key, title, about, first, columns, list(_what(looks, of_decisions)), looks)


def _found(kinds: Iterable[Became]) -> Callable[[Look], bool]:
    wanted = set(kinds)
    return lambda row: row.found in wanted


def _what(looks: Sequence[Look], of_decisions: bool) -> Iterator[Line[Look]]:
    codes: list[tuple[str, str]] = (
        [(answer.value, IN_SHORT[answer]) for answer in DECIDED]
        if of_decisions
        else [*((down.value, label(StepDown, down)) for down in StepDown), ("", NOT_SAID)]
    )
    there = {(one.what, one.months) for one in looks}
    for code, title in codes:
        for months in sorted(months for what, months in there if what == code):
            told = f"{title}: {counted(months, 'month')}"
            yield Line(f"{code or 'none'}-{months}", told, _after(code, months))


def _after(code: str, months: int) -> Callable[[Look], bool]:
    return lambda row: row.what == code and row.months == months


def _coverage(rows: BecameRows) -> Grid[Look]:
    due = [one for one in rows.looks if one.left_out is None]
    columns = [
        Heading[Look]("due", "Due", lambda row: True),
        Heading[Look]("made", "Looked up", lambda row: row.found is not None, "due"),
        Heading[Look]("in_time", "In time", lambda row: row.in_time, "due"),
        Heading[Look]("not_made", "Not looked up", lambda row: row.found is None, "due"),
        Heading[Look]("known", "Known", _is_told, "made"),
    ]
    lines = [
        Line[Look]("all", "All", lambda row: True),
        Line[Look]("decisions", "After decisions", lambda row: row.is_decision),
        Line[Look]("ends", "After plans ended", lambda row: not row.is_decision),
    ]
    about = (
        f"In time: on its day or within {IN_TIME_DAYS} days of it. Known: something was found, or every day"
        " since is known. What may still be looked up in time is not counted."
    )
    return Grid("coverage", "How many were looked up", about, "Look-ups", columns, lines, due)


def _is_told(row: Look) -> bool:
    return row.found is not None and row.found != Became.NOT_KNOWN


def row_words(row: Decision | Look) -> str:
    """What put a row into a number, beside its child and day."""
    if isinstance(row, Decision):
        return label(Answer, row.answer)
    what = label(Became, row.found) if row.found else "Not looked up"
    return f"{counted(row.months, 'month')}: {what}"
