"""The file's header: which authority's year it tells, and by which day its facts are known."""

from __future__ import annotations

import datetime as dt

from conferences.exchange.census import values
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.markup import Part, shown
from conferences.exchange.census.records import Header
from safeguarding.refusals import Refused
from safeguarding.wording import uk_date
from safeguarding.workingdays import Period, add_days, add_months

CENSUS_YEARS = range(2009, 2100)


def read_header(part: Part, known_authorities: frozenset[str], say: Faults) -> Header:
    """The header's facts. Refused for another collection, or without year and reference date."""
    details, source = named(part, "CollectionDetails"), named(part, "Source")
    collection = details.values.get("Collection", "")
    if collection and collection.upper() != "CIN":
        raise Refused(f"The file says that it is the collection {shown(collection)}, not the CIN census.")
    year = read_year(details, say)
    reference = values.date(details, "ReferenceDate", say)
    given = reference is not None
    if reference is None:
        if year is None:
            raise Refused(
                "The file names neither its year nor its reference date, so it is not known which year its"
                " facts are from."
            )
        reference = Period.year(year).to
        say.bent(
            details,
            "100",
            "The reference date is missing.",
            f"It was taken as {uk_date(reference)}, the end of the year named.",
        )
    if reference.year not in CENSUS_YEARS:
        raise Refused(f"The file’s reference date is {uk_date(reference)}: no census has that.")
    if given:
        check_year(details, year, reference, say)
    authority = read_authority(source, known_authorities, say)
    return Header(part, authority, year, reference, first_day(reference))


def named(part: Part, tag: str) -> Part:
    """The first part of the name that is filled; an empty one where there is none."""
    return next((p for p in part.parts if p.tag == tag and p.values), Part(tag, part.line, part.column))


def first_day(reference: dt.date) -> dt.date:
    """The first day of the census year: the day after the reference date of the year before."""
    return add_days(add_months(reference, -12), 1)


def read_year(details: Part, say: Faults) -> int | None:
    text = details.values.get("Year", "")
    year = values.whole(text)
    if year in CENSUS_YEARS:
        return year
    what = f"is {shown(text)}" if text else "is missing"
    say.noted(details, "HEADER", f"Year {what}.")
    return None


def check_year(details: Part, year: int | None, reference: dt.date, say: Faults) -> None:
    """Rule 100, and the mismatch of year and reference date: the reference date decides."""
    if reference != Period.year(year or reference.year).to:
        named = f"The year is {year} but the" if year else "The"
        sentence = f"{named} reference date is {uk_date(reference)}."
        say.noted(details, "100", sentence, "The reference date decides.")


def read_authority(source: Part, known: frozenset[str], say: Faults) -> str:
    code = source.values.get("LEA", "").removesuffix(".0")[:10]
    if code not in known:
        what = f"is {shown(code)}, which no authority in England has or had" if code else "is missing"
        say.noted(source, "LEA", f"LEA {what}.", "The records were taken all the same.")
    return code
