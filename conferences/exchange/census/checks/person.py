"""Rules about who the child is: number, birth, death, sex, ethnicity, disability."""

from __future__ import annotations

import re

from conferences.exchange.census.checks.facts import OLDEST, Facts
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.markup import shown
from conferences.exchange.census.records import CensusChild
from safeguarding.register.codes import Disability
from safeguarding.wording import joined, uk_date
from safeguarding.workingdays import add_days, add_months

LONGEST_NUMBER = 20
LETTERS_AND_DIGITS = re.compile(r"[A-Za-z0-9]+")
DISABILITIES = frozenset(Disability)


def check_person(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8500, 1570, 1580, 8525Q, 8520, 8530Q, 8775Q, 8535Q, 8545Q, 8750, 4220, 8540, 8790, 8794, 8590."""
    check_number(child, say)
    check_birth(child, facts, say)
    check_age(child, facts, say)
    check_death(child, facts, say)
    if child.birth is None and child.expected and child.sex != "U":
        sentence = f"The child is not born, but the sex is {child.sex}, not U."
        say.noted(child.at, "8750", sentence, "It was taken as it is.")
    if not child.ethnicity:
        say.noted(
            child.at, "4220", "No ethnicity of the census’s list is given.", "What was known before was kept."
        )
    check_disabilities(child, say)
    if not child.episodes:
        say.noted(child.at, "8590", "The child has no CINdetails.", "Only who the child is was taken.")


def check_number(child: CensusChild, say: Faults) -> None:
    number = child.number
    if not number:
        child.kept = False
        say.refused(
            child.at,
            "8500",
            "The child has no LAchildID, so nothing of the record could be kept apart from others.",
            "It was not taken.",
        )
        return
    if len(number) > LONGEST_NUMBER:
        child.kept = False
        sentence = f"LAchildID has {len(number)} characters; {LONGEST_NUMBER} are the most."
        say.refused(child.at, "1570", sentence, "The child’s record was not taken.")
    if not LETTERS_AND_DIGITS.fullmatch(number):
        sentence = "LAchildID has characters other than letters and digits."
        say.noted(child.at, "1580", sentence, "It was taken as it is.")


def check_birth(child: CensusChild, facts: Facts, say: Faults) -> None:
    birth, expected = child.birth, child.expected
    if birth and expected:
        sentence = "Birth date and expected birth date are both given."
        say.bent(child.at, "8525Q", sentence, "The birth date was taken.")
    if not birth and not expected:
        say.noted(child.at, "8525Q", "Neither birth date nor expected birth date is given.")
    if birth and birth > facts.reference:
        say.noted(child.at, "8520", f"The birth date, {uk_date(birth)}, is after the reference date.")
    if expected:
        earliest, latest = add_days(facts.reference, -30), add_months(facts.reference, 9)
        if not earliest <= expected <= latest:
            sentence = (
                f"The expected birth date, {uk_date(expected)}, is not within 30 days before and 9 months"
            )
            say.noted(child.at, "8530Q", f"{sentence} after the reference date.")


def check_age(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rule 8775Q: over 25 on the reference date, and an episode that went on past the 25th birthday."""
    if child.birth is None or child.birth >= facts.over_age_before:
        return
    until = add_months(child.birth, 12 * OLDEST)
    if not child.episodes or any(e.closure is None or e.closure > until for e in child.episodes):
        sentence = (
            f"The birth date, {uk_date(child.birth)}, makes the person over {OLDEST} on the reference date."
        )
        say.noted(child.at, "8775Q", sentence)


def check_death(child: CensusChild, facts: Facts, say: Faults) -> None:
    death = child.death
    if death is None:
        return
    if child.birth and death < child.birth:
        sentence = f"The date of death, {uk_date(death)}, is before the birth."
        say.bent(child.at, "8535Q", sentence, "It was left out.")
    if not facts.in_year(death):
        say.noted(child.at, "8545Q", f"The date of death, {uk_date(death)}, is outside the census year.")


def check_disabilities(child: CensusChild, say: Faults) -> None:
    told = set(child.disabilities)
    if unknown := sorted(told - DISABILITIES):
        codes = joined([shown(code) for code in unknown[:5]])
        say.bent(child.at, "8540", f"Disability {codes}: no code of the census’s list.", "It was left out.")
    elif not told and child.birth and any(e.acted_on for e in child.episodes):
        sentence = (
            "The child is born and a referral led to action, but no disability is given, and not the code for"
            " having none either."
        )
        say.noted(child.at, "8540", sentence)
    if len(told) < len(child.disabilities):
        say.bent(child.at, "8794", "A disability is recorded twice.", "It was taken once.")
    if "NONE" in told and len(told) > 1:
        sentence = "NONE is given beside disabilities."
        say.bent(child.at, "8790", sentence, "The disabilities were taken and NONE was left out.")


def mend_person(child: CensusChild) -> None:
    """What the record cannot hold is left out: see the sentences above."""
    if child.birth:
        child.expected = None
        if child.death and child.death < child.birth:
            child.death = None
    known = [code for code in dict.fromkeys(child.disabilities) if code in DISABILITIES]
    child.disabilities = [code for code in known if code != "NONE"] or known
