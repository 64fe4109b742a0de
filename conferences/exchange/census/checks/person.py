"""Rules about who the child is: numbers, birth, death, sex, ethnicity, disability."""

from __future__ import annotations

from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild
from safeguarding.register.identifiers import LA_CHILD_ID_SHAPE, UPN_LENGTH, UPN_LETTERS, upn_letter
from safeguarding.wording import uk_date
from safeguarding.workingdays import add_days, add_months, age

LONGEST_NUMBER = 20
SCHOOL_AGE = 6
OLDEST = 25
REASONS_AT_SCHOOL_AGE = frozenset({"UN2", "UN3", "UN4", "UN5", "UN6"})


def check_person(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 8500, 1570, 1580, 15xx, 8525Q, 8520, 8530Q, 8535Q, 8545Q, 8750, 4220, 8790, 8794, 8770Q, 8772."""
    check_number(child, say)
    if not child.kept:
        return
    check_birth(child, facts, say)
    check_death(child, facts, say)
    check_pupil_number(child, facts, say)
    if child.birth is None and child.sex != "U":
        say.noted(
            child.line,
            "8750",
            f"The child is not born, but the sex is {child.sex}, not U. It was taken as it is.",
        )
    if not child.ethnicity:
        say.noted(
            child.line, "4220", "No ethnicity of the census’s list is given. What was known before was kept."
        )
    check_disabilities(child, say)
    if not child.episodes:
        say.noted(child.line, "8590", "The child has no CINdetails. Only who the child is was taken.")


def check_number(child: CensusChild, say: Faults) -> None:
    number = child.number
    if not number:
        child.kept = False
        say.refused(
            child.line,
            "8500",
            "The child has no LAchildID, so nothing of the record could be kept apart from others. It"
            " was not taken.",
        )
    elif len(number) > LONGEST_NUMBER:
        child.kept = False
        say.refused(
            child.line,
            "1580",
            f"LAchildID has {len(number)} characters; {LONGEST_NUMBER} are the most. The child’s record"
            " was not taken.",
        )
    elif not LA_CHILD_ID_SHAPE.fullmatch(number):
        say.noted(
            child.line,
            "1570",
            "LAchildID has characters other than letters and digits. It was taken as it is.",
        )


def check_birth(child: CensusChild, facts: Facts, say: Faults) -> None:
    if child.birth and child.expected:
        child.expected = None
        say.bent(
            child.line,
            "8525Q",
            "Birth date and expected birth date are both given. The birth date was taken.",
        )
    if not child.birth and not child.expected:
        say.noted(child.line, "8525Q", "Neither birth date nor expected birth date is given.")
    if child.birth and child.birth > facts.reference:
        say.noted(child.line, "8520", f"The birth date, {uk_date(child.birth)}, is after the reference date.")
    if child.birth and age(child.birth, facts.reference) > OLDEST:
        say.noted(
            child.line,
            "8775Q",
            f"The birth date, {uk_date(child.birth)}, makes the person over {OLDEST} on the reference date.",
        )
    earliest, latest = add_days(facts.reference, -30), add_months(facts.reference, 9)
    if child.expected and not earliest <= child.expected <= latest:
        say.noted(
            child.line,
            "8530Q",
            f"The expected birth date, {uk_date(child.expected)}, is not within 30 days before and 9 months"
            " after the reference date.",
        )


def check_death(child: CensusChild, facts: Facts, say: Faults) -> None:
    if child.death is None:
        return
    if child.birth and child.death < child.birth:
        say.bent(
            child.line,
            "8535Q",
            f"The date of death, {uk_date(child.death)}, is before the birth. It was left out.",
        )
        child.death = None
    elif not facts.in_year(child.death):
        say.noted(
            child.line, "8545Q", f"The date of death, {uk_date(child.death)}, is outside the census year."
        )


def check_pupil_number(child: CensusChild, facts: Facts, say: Faults) -> None:
    if child.upn:
        check_upn(child, facts, say)
        if child.upn_unknown:
            say.bent(
                child.line,
                "UPN",
                f"A pupil number and a reason for not knowing it ({child.upn_unknown}) are both given."
                " The number was taken.",
            )
            child.upn_unknown = ""
        return
    acted_on = any(not e.no_further_action for e in child.episodes)
    at_school = child.birth is not None and age(child.birth, facts.reference) >= SCHOOL_AGE
    if acted_on and at_school and child.upn_unknown not in REASONS_AT_SCHOOL_AGE:
        given = f"the reason given is {child.upn_unknown}" if child.upn_unknown else "no reason is given"
        say.noted(child.line, "8770Q", f"The child is of school age and has no pupil number; {given}.")
    elif not child.upn_unknown:
        say.noted(child.line, "UPN", "Neither a pupil number nor a reason for not knowing it is given.")
    if child.upn_unknown == "UN7" and acted_on:
        say.noted(
            child.line,
            "8772",
            "The pupil number is said to be unknown because of no further action (UN7), but a referral"
            " led to action.",
        )


def check_upn(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 1510 to 1550, in the order in which one fault hides another. The number itself is never shown."""
    upn, line = child.upn, child.line
    if len(upn) != UPN_LENGTH or not (upn[1:12].isascii() and upn[1:12].isdigit()):
        say.noted(
            line,
            "1540",
            "The pupil number is not a letter, 11 digits and a last character. It was taken as it is.",
        )
    elif not (upn[12].isascii() and (upn[12].isdigit() or upn[12] in UPN_LETTERS)):
        say.noted(line, "1550", "The pupil number’s last character is not allowed. It was taken as it is.")
    elif upn[1:4] not in facts.authorities:
        say.noted(
            line,
            "1530",
            f"No authority has the code {upn[1:4]} in the pupil number. It was taken as it is.",
        )
    elif upn[0] != upn_letter(upn[1:]):
        say.noted(
            line,
            "1510",
            "The pupil number’s check letter does not agree with its digits. It was taken as it is.",
        )


def check_disabilities(child: CensusChild, say: Faults) -> None:
    given = list(dict.fromkeys(child.disabilities))
    if len(given) < len(child.disabilities):
        say.bent(child.line, "8794", "A disability is recorded twice. It was taken once.")
    if "NONE" in given and len(given) > 1:
        given.remove("NONE")
        say.bent(
            child.line,
            "8790",
            "NONE is given beside disabilities. The disabilities were taken and NONE was left out.",
        )
    child.disabilities = given
