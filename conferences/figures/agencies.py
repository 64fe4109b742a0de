"""Agencies and families at conferences, as tables whose every number opens to the meetings behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conferences.figures.grids import Grid, Heading, Line
from conferences.queries.measures.agencies import (
    AgencyAt,
    AgencyRows,
    ChildAt,
    FamilyAt,
    HeldAt,
    WithoutQuorum,
)
from conferences.rules.measures_meetings import AGES, BY_MISSING, HEARD
from conferences.rules.vocabulary import Participation
from conferences.rules.workflow import AttendanceMode
from safeguarding.labelled import label
from safeguarding.wording import upper_first

AnyRow = AgencyAt | FamilyAt | ChildAt | WithoutQuorum | HeldAt
AnyGrid = Grid[AgencyAt] | Grid[FamilyAt] | Grid[ChildAt] | Grid[WithoutQuorum] | Grid[HeldAt]
NOT_QUORATE_OTHERWISE = "OTHER"
FAMILY_MODES = {
    AttendanceMode.IN_PERSON: "In person",
    AttendanceMode.VIDEO: "By video",
    AttendanceMode.TELEPHONE: "By telephone",
    AttendanceMode.WRITTEN: "Views in writing",
    AttendanceMode.ABSENT: "Did not come",
}
# Two tables: nine columns are wider than a page.
CAME = {
    Participation.PN1: "Spoke",
    Participation.PN2: "Advocate spoke",
    Participation.PN3: "Without words",
    Participation.PN4: "No views",
}
STAYED_AWAY = {
    Participation.PN5: "Advocate only",
    Participation.PN6: "Views another way",
    Participation.PN7: "No part",
}


def grids(rows: AgencyRows) -> list[AnyGrid]:
    """The tables of the page in their order."""
    return [
        _conferences(rows),
        _attendance(rows),
        _reports(rows),
        _quorum(rows),
        _family(rows),
        _children(rows),
        _children_who_came(rows),
    ]


def _conferences(rows: AgencyRows) -> Grid[HeldAt]:
    columns = [
        Heading[HeldAt]("all", "Conferences", lambda row: True),
        Heading[HeldAt]("list", "A list was kept", lambda row: row.has_list, "all"),
        Heading[HeldAt]("signed", "Record signed", lambda row: row.is_signed, "all"),
    ]
    about = (
        "The tables of agencies count conferences of which a list of who is invited was kept here before they"
        " were held. Of the others, and of those that were entered after they were held, it is not known who"
        " was invited. Who came is known once the record is signed."
    )
    every = [Line[HeldAt]("all", "Held", lambda row: True)]
    return Grid("kept", "Conferences that were held", about, "Conferences", columns, every, rows.held)


# ----- Agencies ---------------------------------------------------------------------------------------------


def _kinds(rows: AgencyRows) -> list[Line[AgencyAt]]:
    there = {row.kind for row in rows.agencies}
    named = [Line[AgencyAt](code, name, _of(code)) for code, name in rows.kinds.items() if code in there]
    return [Line[AgencyAt]("all", "All", lambda row: True), *named]


def _of(kind: str) -> Callable[[AgencyAt], bool]:
    return lambda row: row.kind == kind


def _attendance(rows: AgencyRows) -> Grid[AgencyAt]:
    columns = [
        Heading[AgencyAt]("listed", "On the list", lambda row: row.is_listed),
        Heading[AgencyAt]("invited", "Invited in time", lambda row: row.is_listed and row.invited, "listed"),
        Heading[AgencyAt]("signed", "Record signed", _is_signed, "listed"),
        Heading[AgencyAt]("came", "Came", lambda row: _is_signed(row) and row.came, "signed"),
        Heading[AgencyAt]("neither", "Neither came nor sent a report", _did_neither, "signed"),
        Heading[AgencyAt]("unlisted", "Came without being listed", lambda r: r.came and not r.is_listed),
        Heading[AgencyAt]("missing", "Missing where there was no quorum", lambda row: row.missing),
    ]
    about = (
        "A kind of agency is counted once for each conference, however many of it are on the list. Invited in"
        " time: since the conference was put where it stood, and within the local limit of that day or of a"
        " later name on the list. Kinds that never count towards a quorum are left out."
    )
    title = "Agencies: invited, and who came"
    return Grid("came", title, about, "Agency", columns, _kinds(rows), rows.agencies)


def _is_signed(row: AgencyAt) -> bool:
    return row.is_listed and row.is_signed


def _did_neither(row: AgencyAt) -> bool:
    return _is_signed(row) and not row.came and not row.sent


def _reports(rows: AgencyRows) -> Grid[AgencyAt]:
    columns = [
        Heading[AgencyAt]("asked", "Report asked for", lambda row: row.is_listed and row.asked),
        Heading[AgencyAt]("sent", "Sent a report", lambda r: r.is_listed and r.asked and r.sent, "asked"),
        Heading[AgencyAt]("to_show", "To be shown to the family", lambda row: row.to_show),
        Heading[AgencyAt]("shown", "Shown in time", lambda row: row.to_show and row.shown, "to_show"),
    ]
    about = (
        "A report is sent where one came to the unit, or the record says that a report alone was sent. Shown"
        " in time: by the local limit of days before the conference, each report of the agency. What the"
        " family is not to be shown, for a reason that is recorded, is not to be shown here either."
    )
    return Grid("reports", "Agencies: reports", about, "Agency", columns, _kinds(rows), _asked_or_sent(rows))


def _asked_or_sent(rows: AgencyRows) -> list[AgencyAt]:
    return [row for row in rows.agencies if row.asked or row.to_show]


def _quorum(rows: AgencyRows) -> Grid[WithoutQuorum]:
    columns = [
        Heading[WithoutQuorum]("held", "Held all the same", lambda row: row.is_held),
        Heading[WithoutQuorum]("not_held", "Not held", lambda row: not row.is_held),
    ]
    bands = [(band.key, band.label) for band in BY_MISSING[0].bands]
    lines = [
        Line[WithoutQuorum](key, words, _why(key))
        for key, words in [*bands, (NOT_QUORATE_OTHERWISE, "Another reason")]
    ]
    about = (
        "Held all the same: by who came as the chair signed it. Not held: a sitting that ended, or did not"
        " begin, for want of a quorum, by the reason that was recorded then."
    )
    return Grid("quorum", "Without a quorum", about, "Who was missing", columns, lines, rows.without)


def _why(key: str) -> Callable[[WithoutQuorum], bool]:
    return lambda row: row.why == key


# ----- The family -------------------------------------------------------------------------------------------


def _family(rows: AgencyRows) -> Grid[FamilyAt]:
    columns = [
        Heading[FamilyAt]("all", "In the record", lambda row: True),
        *(Heading(mode.value, words, _by(mode), "all") for mode, words in FAMILY_MODES.items()),
    ]
    lines = [
        Line[FamilyAt]("parents", "Parents, step-parents and guardians", lambda row: row.is_parent),
        Line[FamilyAt]("others", "Others of the family", lambda row: not row.is_parent),
    ]
    about = (
        "Everybody of the family whom a signed record names, by how they took part. Who is a parent is told"
        " by the people of the children; a name alone stands with the others."
    )
    return Grid("family", "How the family took part", about, "Of the family", columns, lines, rows.family)


def _by(mode: AttendanceMode) -> Callable[[FamilyAt], bool]:
    return lambda row: row.mode == mode


def _children(rows: AgencyRows) -> Grid[ChildAt]:
    columns = [
        Heading[ChildAt]("all", "Children", lambda row: True),
        Heading[ChildAt]("heard", "Took part or were heard", lambda row: row.how in HEARD, "all"),
        Heading[ChildAt]("came", "Came", _is_there, "all"),
        *(Heading(code.value, words, _in_way(code), "all") for code, words in STAYED_AWAY.items()),
    ]
    about = (
        "Children from their 4th birthday, at each conference whose record is signed, by the code that was"
        " signed. Of records that were signed before it was asked nothing is counted."
    )
    told = [row for row in rows.children if row.left_out is None]
    return Grid("children", "How children took part", about, "Age on the day", columns, _ages(), told)


def _children_who_came(rows: AgencyRows) -> Grid[ChildAt]:
    columns = [
        Heading[ChildAt]("all", "Came", lambda row: True),
        *(Heading(code.value, words, _in_way(code), "all") for code, words in CAME.items()),
    ]
    about = "The children of the table before who were at the conference, by how they told what they think."
    there = [row for row in rows.children if row.left_out is None and _is_there(row)]
    return Grid("children_there", "Children who came", about, "Age on the day", columns, _ages(), there)


def _is_there(row: ChildAt) -> bool:
    return row.how in CAME


def _ages() -> Sequence[Line[ChildAt]]:
    lowest = [4, *(band.highest + 1 for band in AGES if band.highest is not None)]
    ages = [
        Line[ChildAt](band.key, upper_first(band.label), _aged(first, band.highest))
        for first, band in zip(lowest, AGES, strict=True)
    ]
    return [Line[ChildAt]("all", "All", lambda row: True), *ages]


def _in_way(code: Participation) -> Callable[[ChildAt], bool]:
    return lambda row: row.how == code


def _aged(first: int, last: int | None) -> Callable[[ChildAt], bool]:
    return lambda row: row.years is not None and first <= row.years and (last is None or row.years <= last)


# ----- The rows behind a number -----------------------------------------------------------------------------


def row_words(kinds: dict[str, str]) -> Callable[[AnyRow], str]:
    """What put a row into a number, beside its child and day; `kinds` of agency by code."""

    def words(row: AnyRow) -> str:
        if isinstance(row, AgencyAt):
            return kinds[row.kind]
        if isinstance(row, FamilyAt):
            return FAMILY_MODES[AttendanceMode(row.mode)]
        if isinstance(row, ChildAt):
            return label(Participation, row.how or "")
        if isinstance(row, WithoutQuorum):
            return "Held all the same" if row.is_held else "Not held"
        return "A list was kept" if row.has_list else "No list was kept before it was held"

    return words
