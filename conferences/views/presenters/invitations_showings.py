"""In words, whom of the family each report was shown to: when, how, by whom and in which language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from conferences.models import AgencyReport, Invitation, ReportShowing
from conferences.queries.invitations import Invited
from conferences.queries.invitations_showings import report_shown, told_of
from conferences.rules.invitations import Shown
from conferences.rules.invitations_showings import ShowingWay
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Relationship
from safeguarding.pagekit.components import Cell, Column, Table, Tag
from safeguarding.wording import joined, uk_date, uk_moment

NOT_RELATED = "Not related to {names}: a report that tells of them is not for this person to see."
NAME_ALONE = "Known by name alone, so look first whether they may read of each child."
UNCHANGED = "Recorded before, in other words, and not changed: {names}."
COLUMNS = ("Whose report", "To whom", "When and how", "By whom", "More")


def showings_table(
    found: Invited,
    showings: Sequence[ReportShowing],
    sent: Mapping[int, AgencyReport],
    writes: bool,
) -> Table | None:
    """Each report with each of the family: who was shown it, and who was not. None while there is none."""
    record = reverse("reports_shown", args=[found.request.ref]) if writes else ""
    rows = []
    for one in found.people:
        own = [showing for showing in showings if showing.invitation_id == one.pk]
        rows += [_row(showing, sent.get(one.pk), writes) for showing in own]
        rows += [_open_row(one, reader, sent.get(one.pk), record) for reader in missing(one, found.readers)]
    columns = [*map(Column, COLUMNS), *([Column("Change")] if writes else [])]
    return Table("Reports shown to the family", columns, rows, row_heads=True, stack=True) if rows else None


def missing(one: Invitation, readers: Sequence[Invitation]) -> list[Invitation]:
    """To whom of the family a report that came is still to be shown."""
    is_told = one.received_date is None or one.shared_date is not None or one.shared_way == Shown.NEVER
    return [] if is_told else [reader for reader in readers if not told_of(one, reader)]


def shown_words(one: Invitation, readers: Sequence[Invitation]) -> str:
    """How a report that came stands with the family, as it is told of each of them."""
    stands = report_shown(one, readers)
    if stands.is_never:
        return "It is for none of the family to see"
    if stands.day:
        return f"Each of the family was shown or offered it, the last on {uk_date(stands.day)}"
    left = missing(one, readers)
    if not left or len(left) == len(readers):
        return "Not shown to the family yet"
    return f"Not shown yet to {joined([reader.name for reader in left])}"


def report_hint(one: Invitation, sent: AgencyReport | None) -> str:
    """When a report came, and whom it was shown to as its agency says."""
    came = f"Came on {uk_date(one.received_date)}" if one.received_date else "Has not come yet"
    return ". ".join(filter(None, (came, _as_agency_says(sent))))


def reader_hint(
    one: Invitation, found: Invited, ties: Sequence[Relationship], cautions: Sequence[str]
) -> str:
    """Of which children of the request somebody may not read, by what they are to them; and the `cautions`,
    what to mind before they are contacted.
    """
    if one.requested_child_id:
        return ""
    if one.person is None:
        return NAME_ALONE
    related = {tie.child_id for tie in ties if tie.person_id == one.person_id}
    others = [asked.child for asked in found.request.children.all() if asked.child_id not in related]
    names = joined([child.given_names or child.display_name for child in others], "or")
    said = [NOT_RELATED.format(names=names)] if names else []
    return " ".join([*said, *cautions])


def unchanged(
    told: Sequence[ReportShowing], reports: Sequence[Invitation], readers: Sequence[Invitation]
) -> str:
    """Of whom something else was told before, which stands; "" where all is told as it was chosen."""
    there = {(one.invitation_id, one.reader_id) for one in told}
    left = [
        f"{reader.name} and the report of {report.name}"
        for report in reports
        for reader in readers
        if (report.pk, reader.pk) not in there
    ]
    return f" {UNCHANGED.format(names='; '.join(left))}" if left else ""


def _as_agency_says(sent: AgencyReport | None) -> str:
    if sent is None or sent.shared_date is None:
        return ""
    language = f", in {sent.shared_language}" if sent.shared_language else ""
    return f"The agency says: shown to {sent.shared_with} on {uk_date(sent.shared_date)}{language}"


def _row(one: ReportShowing, sent: AgencyReport | None, writes: bool) -> list[object]:
    way = label(ShowingWay, one.way)
    language = f"In {one.language}" if one.language else ""
    return [
        one.invitation.name,
        one.reader.name,
        Cell(uk_date(one.shown_date), note=way, tag=_later(one, sent)),
        Cell(one.shown_by or "Nobody", note=language),
        Cell(one.words or "Nothing recorded", note=f"{one.told_by.full_name}, {uk_moment(one.told_at)}"),
        *([_change(one)] if writes else []),
    ]


def _later(one: ReportShowing, sent: AgencyReport | None) -> Tag | None:
    """Whether what was shown was corrected since."""
    is_later = sent is not None and sent.version > 1 and day_of(sent.sent_at) > one.shown_date
    return Tag("Corrected since", "orange") if is_later and one.way != ShowingWay.NOT_THEIRS else None


def _open_row(one: Invitation, reader: Invitation, sent: AgencyReport | None, record: str) -> list[object]:
    """One who was not shown a report that came; `record` is where that is recorded, "" for who may not."""
    cells = [one.name, reader.name, Cell(tag=Tag("Not yet", "orange")), "", _as_agency_says(sent)]
    about = f"that {reader.name} was shown the report of {one.name}"
    return [*cells, *([Cell("Record", href=record, about=about)] if record else [])]


def _change(one: ReportShowing) -> Cell:
    about = f"what is told of {one.reader.name} and the report of {one.invitation.name}"
    return Cell("Change", href=reverse("showing_change", args=[one.ref]), about=about)
