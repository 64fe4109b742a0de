"""Rules about pupil numbers. The number itself is never shown."""

from __future__ import annotations

import datetime as dt
import re

from conferences.exchange.census.checks.areas import PUPIL_AREAS
from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild
from safeguarding.register.identifiers import UPN_LENGTH, UPN_LETTERS, upn_letter
from safeguarding.workingdays import age

# A child of this age on the 31 August of the census year is of school age.
SCHOOL_AGE = 5
REASONS_AT_SCHOOL_AGE = frozenset({"UN2", "UN3", "UN4", "UN5", "UN6", "UN7"})
DIGITS = re.compile(r"[0-9]+")
FORMER = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
AS_IT_IS = "It was taken as it is."


def check_pupil_number(child: CensusChild, facts: Facts, say: Faults) -> None:
    """Rules 1510 to 1560Q, each for itself, 8770Q and 8772."""
    if child.upn:
        check_upn(child, say)
        if child.upn_unknown:
            sentence = "A pupil number and a reason for not knowing it"
            say.bent(
                child.at, "UPN", f"{sentence} ({child.upn_unknown}) are both given.", "The number was taken."
            )
    else:
        check_reason(child, facts, say)
    if child.former_upn and not FORMER.fullmatch(child.former_upn):
        sentence = "The former pupil number is not a letter, 11 digits and a last character."
        say.noted(child.at, "1560Q", sentence, AS_IT_IS if len(child.former_upn) <= UPN_LENGTH else "")
    if child.upn_unknown == "UN7" and any(not e.no_further_action for e in child.episodes):
        say.noted(
            child.at,
            "8772",
            "The pupil number is said to be unknown because of no further action (UN7), but a referral"
            " led to action.",
        )


def check_upn(child: CensusChild, say: Faults) -> None:
    upn, whole = child.upn, len(child.upn) == UPN_LENGTH
    last_allowed = whole and (upn[12] in UPN_LETTERS or DIGITS.fullmatch(upn[12]))
    if not DIGITS.fullmatch(upn[4:12]) or len(upn) < UPN_LENGTH:
        say.noted(child.at, "1540", "Characters 5 to 12 of the pupil number are not all digits.", AS_IT_IS)
    if whole and not last_allowed:
        say.noted(child.at, "1550", "The pupil number’s last character is not allowed.", AS_IT_IS)
    if whole and upn[1:4] not in PUPIL_AREAS:
        say.noted(child.at, "1530", "No authority has the code in the pupil number.", AS_IT_IS)
    if last_allowed and DIGITS.fullmatch(upn[1:12]) and upn[0] != upn_letter(upn[1:]):
        sentence = "The pupil number’s check letter does not agree with its digits."
        say.noted(child.at, "1510", sentence, AS_IT_IS)


def check_reason(child: CensusChild, facts: Facts, say: Faults) -> None:
    acted_on = any(e.acted_on for e in child.episodes)
    if acted_on and of_school_age(child, facts) and child.upn_unknown not in REASONS_AT_SCHOOL_AGE:
        given = f"the reason given is {child.upn_unknown}" if child.upn_unknown else "no reason is given"
        say.noted(child.at, "8770Q", f"The child is of school age and has no pupil number; {given}.")
    elif not child.upn_unknown:
        say.noted(child.at, "UPN", "Neither a pupil number nor a reason for not knowing it is given.")


def of_school_age(child: CensusChild, facts: Facts) -> bool:
    """Whether the child was five on the 31 August that lies in the census year."""
    if child.birth is None:
        return False
    return age(child.birth, dt.date(facts.first.year, 8, 31)) >= SCHOOL_AGE


def mend_pupil_number(child: CensusChild, say: Faults) -> None:
    """A number too long to be kept is left out; a reason for not knowing one that is known goes."""
    if child.upn:
        child.upn_unknown = ""
    for field in ("upn", "former_upn"):
        if len(getattr(child, field)) > UPN_LENGTH:
            name = "The pupil number" if field == "upn" else "The former pupil number"
            say.bent(child.at, "UPN", f"{name} has more than {UPN_LENGTH} characters.", "It was left out.")
            setattr(child, field, "")
