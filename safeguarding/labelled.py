"""Codes that carry their words: one kind of enum for every list of codes. Pure, so that rules may use it."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with the words shown for it: Category.NEG.label is "Neglect". Equal to its code as text."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


def choices(codes: type[Labelled]) -> list[tuple[str, str]]:
    """[("NEG", "Neglect"), ...] in the order of the class, for a model's or a form's choices."""
    return [(member.value, member.label) for member in codes]


def label(codes: type[Labelled], code: str) -> str:
    """The words for a stored code, or the code itself when the list does not know it."""
    return next((member.label for member in codes if member.value == code), code)


def values(codes: type[StrEnum]) -> list[str]:
    """["NEG", ...]: the bare codes, for constraints (a migration should not hold the enum itself)."""
    return [member.value for member in codes]
