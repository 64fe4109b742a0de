"""The files that the trial hands in: a census, the case system's file that names its children, agencies."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from scripts.trial.people import WORKER


@dataclass(frozen=True)
class Child:
    """An invented child. `worker` is the e-mail address of who has the child, "" for a closed case."""

    number: str
    given: str
    family: str
    born: tuple[int, int, int]
    worker: str = ""
    parts: str = ""

    @property
    def birth_date(self) -> str:
        return "{:04d}-{:02d}-{:02d}".format(*self.born)


EARLIER_PLAN = """
<Section47><S47ActualStartDate>2024-04-02</S47ActualStartDate><InitialCPCtarget>2024-04-23</InitialCPCtarget>
<DateOfInitialCPC>2024-04-17</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired></Section47>
<ChildProtectionPlans><CPPstartDate>2024-04-17</CPPstartDate><CPPendDate>2025-01-20</CPPendDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2024-07-10</CPPreviewDate>
<CPPreviewDate>2025-01-20</CPPreviewDate></Reviews></ChildProtectionPlans>"""
CLOSED = Child("SA0001", "Juniper", "Sampleford", (2016, 5, 4), parts=EARLIER_PLAN)
CHILDREN = (
    CLOSED,
    Child("SA0002", "Rowan", "Sampleford", (2018, 9, 12)),
    Child("SA0003", "Marigold", "Testwick", (2019, 2, 20), WORKER.email),
)
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2025</Year>
<ReferenceDate>2025-03-31</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>
<LEA>358</LEA></Source></Header><Children>
"""
AGENCIES = (
    ("Sampleshire social care", "Children's social care"),
    ("Sample Street Primary", "School or college"),
    ("Sampleshire Police", "Police"),
    ("Sample health visitors", "Health visiting"),
)


def census() -> bytes:
    """A Children in Need census of 2025: numbers and no names, as all are."""
    return (HEADER + "".join(map(_census_child, CHILDREN)) + "</Children></Message>\n").encode()


def _census_child(child: Child) -> str:
    return (
        f"<Child><ChildIdentifiers><LAchildID>{child.number}</LAchildID>"
        f"<PersonBirthDate>{child.birth_date}</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>\n"
        "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>\n"
        "<CINdetails><CINreferralDate>2024-04-01</CINreferralDate><ReferralSource>6</ReferralSource>"
        "<PrimaryNeedCode>N1</PrimaryNeedCode><CINclosureDate>2025-01-31</CINclosureDate>"
        "<ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>0</ReferralNFA>\n"
        "<Assessments><AssessmentActualStartDate>2024-04-02</AssessmentActualStartDate>"
        "<AssessmentAuthorisationDate>2024-05-10</AssessmentAuthorisationDate>"
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors>"
        f"</FactorsIdentifiedAtAssessment></Assessments>{child.parts}</CINdetails></Child>\n"
    )


def children() -> bytes:
    """The case system's file: names, homes and workers."""
    columns = (
        "Child number,Given names,Family name,Date of birth,Sex,Family reference,Address,Postcode,Worker"
    )
    rows = [
        (one.number, one.given, one.family, one.birth_date, "F", one.family, *_home(one), one.worker)
        for one in CHILDREN
    ]
    return _csv([tuple(columns.split(",")), *rows])


def _home(child: Child) -> tuple[str, str]:
    return f"4 {child.family} Lane, Sampleton", "ZZ4 4ZZ"


def agencies() -> bytes:
    """The agencies with their kinds."""
    return _csv([("Name", "Kind"), *AGENCIES])


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
