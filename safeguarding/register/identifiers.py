"""Checks of the numbers that identify a child. Pure: each returns "" or a sentence that says what is wrong.

Source: the DfE's guide to unique pupil numbers and the CIN census (C, rules 1510 to 1580); the NHS Data
Dictionary for the NHS number.
"""

import re
from collections.abc import Collection
from operator import mul

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The letter for each remainder: no I, O or S. A letter as last character counts by its place here too."""
UPN_LENGTH = 13
NHS_SHAPE = re.compile(r"[0-9]{10}")
LA_CHILD_ID_SHAPE = re.compile(r"[A-Za-z0-9]{1,20}")


def upn_problem(upn: str, la_codes: Collection[str] = ()) -> str:
    """What is wrong with a unique pupil number (letter, authority 3, school 4, year 2, serial 3).

    `la_codes`: the authorities' three digits that are accepted; none given, none is checked.
    """
    if len(upn) != UPN_LENGTH:
        return f"A unique pupil number has 13 characters; this one has {len(upn)}."
    if not re.fullmatch(r"[A-Z][0-9]{11}[0-9A-Z]", upn):
        return "A unique pupil number is a capital letter, 11 digits and a last digit or capital letter."
    if upn[0] not in UPN_LETTERS or upn[-1] in "IOS":
        return "A unique pupil number never has the letters I, O or S."
    if la_codes and upn[1:4] not in la_codes:
        return f"No local authority has the code {upn[1:4]} in this unique pupil number."
    if upn[0] != upn_letter(upn[1:]):
        return f"This unique pupil number should begin with {upn_letter(upn[1:])}: check letter and digits."
    return ""


def upn_letter(rest: str) -> str:
    """The check letter for the 12 characters that follow it, each weighted by its place, 2 to 13."""
    values = map(int, rest) if rest.isascii() and rest.isdigit() else map(_upn_value, rest)
    total = sum(map(mul, range(2, 14), values))
    return UPN_LETTERS[total % len(UPN_LETTERS)]


def nhs_number_problem(number: str) -> str:
    """What is wrong with an NHS number; spaces as shown (943 476 5919) are accepted."""
    digits = number.replace(" ", "")
    if not NHS_SHAPE.fullmatch(digits):
        return "An NHS number has 10 digits."
    if nhs_check_digit(digits[:9]) != digits[9]:
        return "This NHS number has a wrong digit: its last digit does not agree with the others."
    return ""


def nhs_check_digit(nine: str) -> str:
    """The tenth digit for the first nine, weighted 10 to 2; "" when the nine can be no NHS number."""
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True))
    check = 11 - total % 11
    return {11: "0", 10: ""}.get(check, str(check))


def nhs_number_shown(number: str) -> str:
    """943 476 5919: the way the NHS prints it."""
    digits = number.replace(" ", "")
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def la_child_id_problem(la_child_id: str) -> str:
    """What is wrong with the authority's own number for a child (CIN N00097, rules 1570 and 1580)."""
    if LA_CHILD_ID_SHAPE.fullmatch(la_child_id):
        return ""
    return (
        "A child's local authority number is 1 to 20 letters and digits, without spaces or other characters."
    )


def _upn_value(character: str) -> int:
    return int(character) if character.isdigit() else UPN_LETTERS.index(character)
