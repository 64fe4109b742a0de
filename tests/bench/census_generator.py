"""Large invented census files, the same for the same seed: for measuring, and for looking at linear growth.

python -m tests.bench.census_generator FILE --megabytes 100
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from safeguarding.bankholidays import england
from safeguarding.register.identifiers import upn_letter
from safeguarding.workingdays import add_days

REFERENCE = dt.date(2024, 3, 31)
FIRST = dt.date(2023, 4, 1)
BYTES_A_CHILD = 1_081
# The part of the children whose section 47 enquiry leads to no conference.
WITHOUT_PLAN = 0.04
NEEDS = ("N1", "N1", "N1", "N2", "N4", "N5", "N8")
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "APKN", "MWBC", "BAFR", "WOTH", "NOBT")
CATEGORIES = ("NEG", "NEG", "EMO", "EMO", "PHY", "SAB", "MUL")
FACTORS = (
    "     <FactorsIdentifiedAtAssessment>\n      <AssessmentFactors>3B</AssessmentFactors>\n"
    "     </FactorsIdentifiedAtAssessment>\n"
)
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<Message>
 <Header>
  <CollectionDetails>
   <Collection>CIN</Collection>
   <Year>{year}</Year>
   <ReferenceDate>{reference}</ReferenceDate>
  </CollectionDetails>
  <Source>
   <SourceLevel>L</SourceLevel>
   <LEA>358</LEA>
   <SoftwareCode>invented</SoftwareCode>
   <Release>1</Release>
   <SerialNo>001</SerialNo>
   <DateTime>{reference}T09:00:00</DateTime>
  </Source>
 </Header>
 <Children>
"""


def children_for(megabytes: float) -> int:
    """How many children make a file of about this size."""
    return round(megabytes * 1_000_000 / BYTES_A_CHILD)


def write_census(path: Path, children: int, seed: int = 1, on_plans: float = 0.33) -> None:
    """Write a census of so many invented children, about this part of them with a plan."""
    dice = random.Random(seed)
    with path.open("w", encoding="utf-8") as out:
        out.write(HEADER.format(year=REFERENCE.year, reference=REFERENCE))
        for n in range(children):
            write_child(out, n, dice, on_plans)
        out.write(" </Children>\n</Message>\n")


def write_child(out: TextIO, n: int, dice: random.Random, on_plans: float) -> None:
    upn = f"358{dice.randrange(10**8):08d}{dice.randrange(10)}"
    born = add_days(REFERENCE, -dice.randrange(400, 6_000))
    referral = working_day(add_days(REFERENCE, -dice.randrange(30, 900)))
    out.write(
        f"  <Child>\n   <ChildIdentifiers>\n    <LAchildID>FB{n:08d}</LAchildID>\n   "
        f" <UPN>{upn_letter(upn)}{upn}</UPN>\n"
        f"    <PersonBirthDate>{born}</PersonBirthDate>\n    <Sex>{dice.choice('MF')}</Sex>\n  "
        " </ChildIdentifiers>\n"
        f"   <ChildCharacteristics>\n    <Ethnicity>{dice.choice(ETHNICITIES)}</Ethnicity>\n  "
        "  <Disabilities>\n     <Disability>NONE</Disability>\n    </Disabilities>\n"
        "   </ChildCharacteristics>\n"
        f"   <CINdetails>\n    <CINreferralDate>{referral}</CINreferralDate>\n   "
        " <ReferralSource>6</ReferralSource>\n"
        f"    <PrimaryNeedCode>{dice.choice(NEEDS)}</PrimaryNeedCode>\n"
        f"{assessment(max(referral, add_days(FIRST, n % 300)))}"
    )
    out.write("".join(enquiry_and_plan(referral, dice, on_plans)))
    out.write("   </CINdetails>\n  </Child>\n")


def assessment(start: dt.date) -> str:
    """An assessment of the census year: completed with a factor, or begun too lately to be."""
    authorised = add_days(start, 20)
    completed = f"     <AssessmentAuthorisationDate>{authorised}</AssessmentAuthorisationDate>\n{FACTORS}"
    return (
        f"    <Assessments>\n     <AssessmentActualStartDate>{start}</AssessmentActualStartDate>\n"
        f"{completed if authorised <= REFERENCE else ''}    </Assessments>\n"
    )


def enquiry_and_plan(referral: dt.date, dice: random.Random, on_plans: float) -> Iterator[str]:
    """A section 47 for some, a conference for most of those on a plan, and the plan with its reviews."""
    kind = dice.random()
    started = working_day(add_days(referral, dice.randrange(1, 6)))
    held = working_day(add_days(started, dice.randrange(8, 34)))
    if kind < on_plans + WITHOUT_PLAN:
        target = england().add(started, 15).due
        with_plan = kind < on_plans and held <= REFERENCE
        conference = f"     <DateOfInitialCPC>{held}</DateOfInitialCPC>\n" if with_plan else ""
        yield f"    <Section47>\n     <S47ActualStartDate>{started}</S47ActualStartDate>\n"
        yield f"     <InitialCPCtarget>{target}</InitialCPCtarget>\n{conference}"
        yield f"     <ICPCnotRequired>{int(not with_plan)}</ICPCnotRequired>\n    </Section47>\n"
        yield "    <ReferralNFA>0</ReferralNFA>\n"
        if with_plan:
            yield from plan(held, dice)
    else:
        yield "    <ReferralNFA>0</ReferralNFA>\n"


def plan(start: dt.date, dice: random.Random) -> Iterator[str]:
    end = add_days(start, dice.randrange(95, 800))
    over = end <= REFERENCE
    initial = dice.choice(CATEGORIES)
    latest = initial if dice.random() < 0.9 else dice.choice(CATEGORIES)
    yield f"    <ChildProtectionPlans>\n     <CPPstartDate>{start}</CPPstartDate>\n"
    yield f"     <CPPendDate>{end}</CPPendDate>\n" if over else ""
    yield f"     <InitialCategoryOfAbuse>{initial}</InitialCategoryOfAbuse>\n"
    yield f"     <LatestCategoryOfAbuse>{latest}</LatestCategoryOfAbuse>\n"
    yield f"     <NumberOfPreviousCPP>{dice.choice((0, 0, 0, 1, 2))}</NumberOfPreviousCPP>\n"
    reviews = list(review_dates(start, end if over else REFERENCE, dice))
    if reviews:
        yield "     <Reviews>\n"
        yield from (f"      <CPPreviewDate>{day}</CPPreviewDate>\n" for day in reviews)
        yield "     </Reviews>\n"
    yield "    </ChildProtectionPlans>\n"


def review_dates(start: dt.date, end: dt.date, dice: random.Random) -> Iterator[dt.date]:
    day = working_day(add_days(start, dice.randrange(75, 100)))
    while day <= end:
        yield day
        day = working_day(add_days(day, dice.randrange(150, 195)))


def working_day(day: dt.date) -> dt.date:
    """The day itself, or the next working day."""
    while not england().is_working_day(day):
        day = add_days(day, 1)
    return day


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write_census(given.file, children_for(given.megabytes), given.seed)


if __name__ == "__main__":
    main()
