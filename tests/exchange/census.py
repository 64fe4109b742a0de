"""Small census files written in a line or two: every value can be given, left out (None) or spoilt."""

import datetime as dt
import io
from typing import Any

from conferences.exchange.census.afterwards import leave_out_what_comes_after
from conferences.exchange.census.checks import Facts, WholeFile, check_child
from conferences.exchange.census.faults import Fault, Faults
from conferences.exchange.census.heading import read_header
from conferences.exchange.census.importing import import_census, say_form
from conferences.exchange.census.markup import Markup
from conferences.exchange.census.records import CensusChild
from conferences.exchange.census.shaping import Shaper
from conferences.exchange.census.stream import Stream
from conferences.models import ImportedFile
from safeguarding.audit import system_user
from safeguarding.bankholidays import england
from safeguarding.refusals import Refused
from safeguarding.register.authorities import authority_codes

READ_AT = dt.datetime(2026, 5, 6, 12, tzinfo=dt.UTC)
MOST = 1_000_000


def fields(**values: Any) -> str:
    """<Name>value</Name> for each; a name that is given None is left out."""
    return "".join(f"<{name}>{value}</{name}>" for name, value in values.items() if value is not None)


def part(tag: str, given: dict[str, Any], standard: dict[str, Any], inside: str = "") -> str:
    return f"<{tag}>{fields(**(standard | given))}{inside}</{tag}>\n"


def plan(*reviews: str, **given: Any) -> str:
    standard = {
        "CPPstartDate": "2023-06-14",
        "CPPendDate": None,
        "InitialCategoryOfAbuse": "NEG",
        "LatestCategoryOfAbuse": "NEG",
        "NumberOfPreviousCPP": 0,
    }
    dates = "".join(f"\n<CPPreviewDate>{day}</CPPreviewDate>" for day in reviews)
    return part("ChildProtectionPlans", given, standard, f"<Reviews>{dates}</Reviews>" if reviews else "")


def s47(**given: Any) -> str:
    standard = {
        "S47ActualStartDate": "2023-06-01",
        "InitialCPCtarget": "2023-06-22",
        "DateOfInitialCPC": "2023-06-14",
        "ICPCnotRequired": 0,
    }
    return part("Section47", given, standard)


def in_need(start: str | None, end: str | None = None) -> str:
    return part("CINPlanDates", {}, {"CINPlanStartDate": start, "CINPlanEndDate": end})


def assessment(*factors: str, **given: Any) -> str:
    standard = {"AssessmentActualStartDate": "2023-06-01", "AssessmentAuthorisationDate": "2023-06-20"}
    codes = "".join(f"<AssessmentFactors>{code}</AssessmentFactors>" for code in factors)
    identified = f"<FactorsIdentifiedAtAssessment>{codes}</FactorsIdentifiedAtAssessment>" if factors else ""
    return part("Assessments", given, standard, identified)


ASSESSMENT = assessment("3B")


def episode(*parts: str, assessed: bool = True, **given: Any) -> str:
    standard = {
        "CINreferralDate": "2023-05-30",
        "ReferralSource": "6",
        "PrimaryNeedCode": "N1",
        "ReferralNFA": 0,
    }
    return part("CINdetails", given, standard, (ASSESSMENT if assessed else "") + "".join(parts))


def child(*episodes: str, disabilities: tuple[str, ...] = ("NONE",), **given: Any) -> str:
    standard = {
        "LAchildID": "FB001",
        "UPN": "X358000000001",
        "PersonBirthDate": "2015-05-04",
        "Sex": "F",
    }
    ethnicity = given.pop("Ethnicity", "WBRI")
    codes = "".join(f"<Disability>{code}</Disability>" for code in disabilities)
    about = fields(Ethnicity=ethnicity) + (f"<Disabilities>{codes}</Disabilities>" if codes else "")
    who = part("ChildIdentifiers", given, standard)
    return (
        f"<Child>\n{who}<ChildCharacteristics>{about}</ChildCharacteristics>\n{''.join(episodes)}</Child>\n"
    )


def header(**given: Any) -> str:
    values = {"Collection": "CIN", "Year": 2024, "ReferenceDate": "2024-03-31", "LEA": "358"} | given
    lea = values.pop("LEA")
    return (
        f"<Header>\n<CollectionDetails>{fields(**values)}</CollectionDetails>\n"
        f"<Source>{fields(SourceLevel='L', LEA=lea)}</Source>\n</Header>\n"
    )


def census(*children: str, **head: Any) -> bytes:
    """A whole file; keywords change its header: Year, ReferenceDate, LEA, Collection."""
    return f"<Message>\n{header(**head)}<Children>\n{''.join(children)}</Children>\n</Message>".encode()


def of_year(year: int, *children: str) -> bytes:
    """A file of the census year that ends in `year`."""
    return census(*children, Year=year, ReferenceDate=f"{year}-03-31")


ORDINARY = child(episode(s47(), plan("2023-09-01", "2024-02-14")))


def judged(xml: bytes, most: int = MOST, way: type[Markup] = Stream) -> tuple[list[CensusChild], list[Fault]]:
    """The records and faults of a file, without a database: what reading and checking say of it."""
    say = Faults()
    markup = way(most)
    shaper = Shaper(markup, say)
    children: list[CensusChild] = []
    head = None
    for found in markup.parts(io.BytesIO(xml)):
        if found.tag == "Header":
            say.begin("", found, "Header")
            head = read_header(found, authority_codes(), say)
            facts = Facts.of(head, england(), authority_codes())
            file = WholeFile(facts)
        elif head is None:
            raise Refused("The children stand before the header.")
        else:
            children.append(shaper.child(found))
            leave_out_what_comes_after(children[-1], head.reference, say)
            check_child(children[-1], facts, file, say)
    if head is None:
        raise Refused("There is no header.")
    say.begin("", None, "Header")
    file.finish(head.at, say)
    say_form(markup, say)
    return children, say.take()


def taken(xml: bytes, name: str = "census.xml", **more: Any) -> ImportedFile:
    """The file read into the record."""
    return import_census(
        file=io.BytesIO(xml),
        file_name=name,
        by=system_user(),
        **{"anyway": True, "clock": lambda: READ_AT} | more,
    )


def said(file: ImportedFile, rule: str) -> list[str]:
    """The sentences under one rule."""
    return [fault.sentence for fault in file.faults.filter(rule=rule)]


def broken(file: ImportedFile, *kinds: str) -> set[str]:
    """The rules broken in a file, of the kinds given (all, where none is)."""
    found = file.faults.exclude(rule="READ-PAST")
    return set((found.filter(kind__in=kinds) if kinds else found).values_list("rule", flat=True))
