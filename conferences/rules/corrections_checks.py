"""What a corrected fact cannot be: days out of order or to come, numbers that are none. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import Any

from conferences.rules.children import Birth, is_long_before
from conferences.rules.same_child import NUMBER_WORDS, plain_number
from safeguarding.refusals import Problem
from safeguarding.register.codes import Disability, Sex
from safeguarding.register.identifiers import la_child_id_problem, nhs_number_problem, upn_problem
from safeguarding.wording import uk_date

NO_NUMBER = "Enter the number, or leave it empty where it is not known"
CHECKS: dict[str, Callable[[str], str]] = {
    "la_child_id": la_child_id_problem,
    "nhs_number": nhs_number_problem,
    "upn": upn_problem,
    "former_upn": upn_problem,
}


Facts = Mapping[str, Any]


def spaceless(number: str) -> str:
    """A number as it is kept: capitals, without spaces and hyphens."""
    return re.sub(r"[\s-]", "", number).upper()


def number_problems(facts: Facts, names: list[str]) -> list[Problem]:
    """Of those of a child's numbers that would change: placeholders, wrong shapes and wrong check digits."""
    wrong = [(name, number_problem(name, facts[name])) for name in CHECKS if name in names and facts[name]]
    found = [Problem(sentence, name) for name, sentence in wrong if sentence]
    if facts["upn"] and facts["upn_unknown"] and {"upn", "upn_unknown"} & set(names):
        found.append(Problem("Enter a pupil number or why there is none, and not both", "upn_unknown"))
    return found


def number_problem(name: str, number: str) -> str:
    """Why a child's number in a column cannot be, as a sentence; nothing where it can."""
    return NO_NUMBER if _is_none(name, number) else CHECKS[name](number)


def _is_none(name: str, number: str) -> bool:
    """Whether it stands for no number. The council's own may be one sign over and over."""
    if name == "la_child_id":
        return number.upper() in NUMBER_WORDS
    return not plain_number(number)


def name_problems(facts: Facts, before: Facts) -> list[Problem]:
    """A name that was known is not taken away; a child who is born has given names."""
    found = []
    if before["family_name"] and not facts["family_name"]:
        found.append(Problem("Enter the family name", "family_name"))
    if before["given_names"] and facts["birth_date"] and not facts["given_names"]:
        found.append(Problem("Enter the given names", "given_names"))
    return found


def sex_problems(facts: Facts) -> list[Problem]:
    """The sex of a child not yet born is not known (C, rule 8750)."""
    if facts["birth_date"] is None and facts["sex"] != Sex.UNKNOWN:
        return [Problem("Select not known or not yet born: the child is not born", "sex")]
    return []


def disability_problems(codes: Collection[str]) -> list[Problem]:
    """No disability never stands beside one (C, rules 8790, 8794)."""
    if Disability.NONE in codes and len(codes) > 1:
        return [Problem("Select no disability, or those that the child has, and not both", "disabilities")]
    return []


def spell_problems(facts: Facts, begins: str, ends: str, on: date, birth: Birth | None) -> list[Problem]:
    """Of two days that belong together: neither to come nor long before the birth, the later one later."""
    found = []
    for name in (begins, ends):
        found += [Problem(s, name)] if (s := day_refused(facts[name], on, birth)) else []
    first, last = facts[begins], facts[ends]
    if first and last and last < first and not found:
        found.append(Problem(f"This day must be on or after {uk_date(first)}", ends))
    return found


def day_refused(day: date | None, on: date, birth: Birth | None = None) -> str:
    """Why nothing about the child can have been on a day, as a sentence; nothing where it can."""
    if day is None:
        return ""
    if day > on:
        return "This day must be today or in the past"
    if birth and is_long_before(day, birth.day):
        return f"This day is long before the child’s {birth.words}"
    return ""
