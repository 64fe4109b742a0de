"""The performance figures: the page of all, of one with its definition, and of the children behind it."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from conferences.figures.measure_csv import csv_rows
from conferences.figures.measure_list import list_table, part_words
from conferences.figures.measure_page import measure_page
from conferences.figures.performance import facts, page
from conferences.figures.published_version import public_table
from conferences.forms.measures import PeriodForm
from conferences.models import ImportedFile
from conferences.queries.imports_files import imported_file
from conferences.queries.measures import UnknownPart, known_days, members, whole_and_seen
from conferences.queries.measures_children import shown
from conferences.rules.closed_records import WORDS
from conferences.rules.coverage import Coverage, nearest_known, not_known, sources_words
from conferences.rules.measures_catalogue import UnknownMeasure, measure
from conferences.rules.measures_definition import Measure
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.access.closed import closed_ids
from safeguarding.clock import today
from safeguarding.directory.files import formula_safe
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.components import Link
from safeguarding.wording import uk_date
from safeguarding.workingdays import Period, year_ending


@dataclass(frozen=True)
class KnownNote:
    """Which days the figures are known for, in words ("" where none is), and a link to the nearest."""

    words: str
    link: Link | None


@dataclass(frozen=True)
class Asked:
    """What a page of figures was asked for: the form as typed, the period, the file they are kept to."""

    form: PeriodForm
    period: Period
    file: ImportedFile | None
    reader: User

    @property
    def file_id(self) -> int | None:
        return self.file.pk if self.file else None

    @property
    def query(self) -> str:
        return self.of(self.period)

    def of(self, period: Period) -> str:
        """The end of an address that asks for a period of the same file."""
        query = QueryDict(mutable=True)
        query["from"], query["to"] = period.from_.isoformat(), period.to.isoformat()
        if self.file:
            query["file"] = str(self.file.ref)
        return f"?{query.urlencode()}"

    @property
    def of_days(self) -> str:
        """The end of an address that asks for the same days of everybody."""
        return f"?{urlencode({'from': self.period.from_.isoformat(), 'to': self.period.to.isoformat()})}"

    @cached_property
    def known(self) -> Coverage:
        """The days that the figures are known for."""
        return known_days(self.file_id)

    @cached_property
    def closed(self) -> frozenset[int]:
        """The ids of the children whose records are closed to the reader."""
        return closed_ids(self.reader)

    def known_note(self, page_name: str, *args: str) -> KnownNote | None:
        """Which days are known, where not all of the period are, and the way to the nearest on this page."""
        if self.known.holds(self.period):
            return None
        on = today()
        near = nearest_known(self.period, self.known)
        link = None
        if near and near.to >= near.from_ and near.from_ <= on:
            shown = Period(near.from_, min(near.to, on))
            words = f"Show {uk_date(shown.from_)} to {uk_date(shown.to)}"
            link = Link(words, reverse(page_name, args=args) + self.of(shown))
        return KnownNote(sources_words(self.known, on), link)

    def address(self, name: str) -> Callable[[str], str]:
        return lambda code: reverse(name, args=[code]) + self.query


def asked(request: HttpRequest) -> Asked:
    """The period of the address, or the year to date; one with a mistake keeps its form and words."""
    on = today()
    file = _file(request.GET.get("file", ""))
    standard = _standard(on, file)
    typed = request.GET if any(key.startswith(("from", "to")) for key in request.GET) else None
    ref = str(file.ref) if file else ""
    first = {"from": standard.from_, "to": standard.to, "file": ref}
    form = PeriodForm(typed, today=on, file=ref, initial=first)
    period = form.period() if typed is not None and form.is_valid() else standard
    if typed is not None and form.is_valid():
        form = PeriodForm(today=on, file=ref, initial={**first, "from": period.from_, "to": period.to})
    return Asked(form, period, file, person_of(request))


def asked_of_council(request: HttpRequest) -> Asked:
    """The same of the whole council: no census file tells of what is asked for here."""
    return replace(asked(request), file=None)


def _file(ref: str) -> ImportedFile | None:
    file = imported_file(ref) if ref else None
    if ref and file is None:
        raise Http404
    return file


def _standard(on: dt.date, file: ImportedFile | None) -> Period:
    """The year to date; of a file, the year that it was collected for."""
    if file is None or file.reference_date is None:
        return Period.year_to(on)
    return Period.year_to(min(file.reference_date, on))


def period_links(given: Asked, on: dt.date, page_name: str = "measures") -> list[Link]:
    """The periods most often asked for, of the page of this name."""
    year = year_ending(on)
    named = [("Year to date", Period.year_to(on))]
    named += [(f"Year to March {y}", Period.year(y)) for y in range(year - 1, year - 4, -1)]
    base = reverse(page_name)
    return [Link(words, base + given.of(period), period == given.period) for words, period in named]


@needs(Permission.READ_MEASURES)
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """The page of all figures for a period."""
    given = asked(request)
    read = facts(given.period, file=given.file_id, on=today(), known=given.known, closed=given.closed)
    shown_page = page(read, given.address("measure"), given.address("measure_csv"))
    return render(
        request,
        "conferences/measures/performance.html",
        {
            "page": shown_page,
            "who_counts": WORDS,
            "form": given.form,
            "file": given.file,
            "periods": period_links(given, today()),
            "known": given.known_note("measures"),
            "public": reverse("measures_public") + given.query,
            "agencies": "" if given.file else reverse("measures_agencies") + given.query,
            "became": "" if given.file else reverse("measures_became") + given.query,
            "decided": _decided_href(given),
        },
    )


def _decided_href(given: Asked) -> str:
    """Where consultations are compared, for those who may; a census file tells of none."""
    may_read = can(given.reader, Permission.READ_CALIBRATION) and given.file is None
    return reverse("calibration") + given.query if may_read else ""


@needs(Permission.READ_MEASURES)
@require_safe
def measures_public(request: HttpRequest) -> HttpResponse:
    """The figures of a period as the council may publish them."""
    given = asked(request)
    both = whole_and_seen(
        given.period, file=given.file_id, on=today(), known=given.known, closed=given.closed
    )
    values = {
        "period": given.period,
        "table": public_table(*both),
        "known": given.known_note("measures_public"),
        "form": given.form,
        "file": given.file,
        "periods": period_links(given, today(), "measures_public"),
        "back": reverse("measures") + given.query,
    }
    return render(request, "conferences/measures/public.html", values)


def _measure_or_404(code: str) -> Measure:
    try:
        return measure(code)
    except UnknownMeasure:
        raise Http404 from None


@needs(Permission.READ_MEASURES)
@require_safe
def measure_(request: HttpRequest, code: str) -> HttpResponse:
    """One figure: what it says, of what, without whom, and the way to its children."""
    found, given = _measure_or_404(code), asked(request)
    children = given.address("measure_children")(code)
    return render(
        request,
        "conferences/measures/measure.html",
        {
            "page": measure_page(
                found,
                given.period,
                children,
                file=given.file_id,
                on=today(),
                known=given.known,
                closed=given.closed,
            ),
            "who_counts": WORDS,
            "known": given.known_note("measure", code),
            "form": given.form,
            "file": given.file,
            "back": reverse("measures") + given.query,
            "csv": given.address("measure_csv")(code),
            "agencies": reverse("measures_agencies") + given.of_days,
        },
    )


@needs(Permission.OPEN_MEASURE, reads=ReadKind.LISTED)
@require_safe
def measure_children(request: HttpRequest, code: str) -> HttpResponse:
    """The children behind one part of a figure, as far as the reader may see them."""
    found, given = _measure_or_404(code), asked(request)
    part = request.GET.get("part", "numerator")
    try:
        rows = members(
            code,
            given.period,
            part=part,
            file=given.file_id,
            on=today(),
            known=given.known,
            closed=given.closed,
        )
    except UnknownPart:
        raise Http404 from None
    seen = shown(person_of(request), rows, _page_number(request))
    return render(
        request,
        "conferences/measures/children.html",
        {
            "measure": found,
            "period": given.period,
            "part": part_words(found, part),
            "counted": len(rows),
            "not_known": not_known(found, given.period, given.known),
            "seen": seen,
            "table": list_table(found, seen, lambda child: reverse("child", args=[child.ref])),
            "back": given.address("measure")(code),
        },
    )


def _page_number(request: HttpRequest) -> int:
    typed = request.GET.get("page", "1")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 7 else 1


@needs(Permission.READ_MEASURES)
@require_safe
def measure_csv(request: HttpRequest, code: str) -> HttpResponse:
    """A figure's numbers as a file: counts only, no child."""
    found, given = _measure_or_404(code), asked(request)
    span = f"{given.period.from_.isoformat()}-to-{given.period.to.isoformat()}"
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.code}-{span}.csv"'
    rows = csv_rows(found, given.period, file=given.file_id, on=today(), closed=given.closed)
    csv.writer(response).writerows([formula_safe(cell) for cell in row] for row in rows)
    return response
