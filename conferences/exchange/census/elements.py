"""The names of the census's elements, and what a name that it has not got was meant to be."""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches
from functools import lru_cache

from conferences.exchange.census.markup import same_but_for_case

# The fields of each element that holds others; what may stand several times is not among them.
KNOWN: dict[str, frozenset[str]] = {
    "Child": frozenset(),
    "ChildIdentifiers": frozenset(
        [
            "LAchildID",
            "UPN",
            "FormerUPN",
            "UPNunknown",
            "PersonBirthDate",
            "ExpectedPersonBirthDate",
            "GenderCurrent",
            "Sex",
            "PersonDeathDate",
        ]
    ),
    "ChildCharacteristics": frozenset({"Ethnicity"}),
    "Disabilities": frozenset(),
    "CINdetails": frozenset(
        [
            "CINreferralDate",
            "ReferralSource",
            "PrimaryNeedCode",
            "CINclosureDate",
            "ReasonForClosure",
            "DateOfInitialCPC",
            "ReferralNFA",
        ]
    ),
    "Section47": frozenset(["S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"]),
    "ChildProtectionPlans": frozenset(
        [
            "CPPstartDate",
            "CPPendDate",
            "InitialCategoryOfAbuse",
            "LatestCategoryOfAbuse",
            "NumberOfPreviousCPP",
        ]
    ),
    "Reviews": frozenset(),
    "CINPlanDates": frozenset(["CINPlanStartDate", "CINPlanEndDate"]),
    "Assessments": frozenset(
        ["AssessmentActualStartDate", "AssessmentInternalReviewDate", "AssessmentAuthorisationDate"]
    ),
    "FactorsIdentifiedAtAssessment": frozenset(),
}
# The elements within each, and its fields that may stand several times.
WITHIN: dict[str, tuple[str, ...]] = {
    "Child": ("ChildIdentifiers", "ChildCharacteristics", "CINdetails"),
    "ChildCharacteristics": ("Disabilities",),
    "Disabilities": ("Disability",),
    "CINdetails": ("Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans"),
    "Assessments": ("FactorsIdentifiedAtAssessment",),
    "FactorsIdentifiedAtAssessment": ("AssessmentFactors",),
    "ChildProtectionPlans": ("Reviews",),
    "Reviews": ("CPPreviewDate",),
}
# From then on the source of a referral is a code of the list.
SOURCE_CODED_SINCE = dt.date(2013, 4, 1)
# How near a name must be to be taken for a slip: one letter of ten, not another word.
NEAR = 0.85


@lru_cache(maxsize=10_000)
def meant_by(tag: str, within: str) -> str:
    """The element of the census that a name in this element was meant to be; "" where it is like none."""
    known = [*KNOWN.get(within, ()), *WITHIN.get(within, ())]
    same = [name for name in known if name != tag and same_but_for_case(tag, name)]
    near = same or get_close_matches(tag, [name for name in known if name != tag], n=1, cutoff=NEAR)
    return near[0] if near else ""
