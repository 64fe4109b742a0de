"""The columns of a file of children, by the names that its first row may give them."""

from __future__ import annotations

from safeguarding.directory.files import parted_otherwise
from safeguarding.refusals import Refused
from safeguarding.wording import joined

NUMBER = "number"
# Each column: what it is called, and other names by which case systems export it.
COLUMNS: dict[str, tuple[str, ...]] = {
    NUMBER: ("Child number", "LA child ID", "LAchildID", "LA_CHILD_ID", "number"),
    "upn": ("UPN", "Pupil number", "Unique pupil number"),
    "given_names": ("Given names", "Given name", "First name", "Forename", "given_names"),
    "family_name": ("Family name", "Surname", "Last name", "family_name"),
    "birth_date": ("Date of birth", "Birth date", "DOB", "PersonBirthDate", "birth_date"),
    "expected_birth_date": (
        "Expected date of birth",
        "Expected date",
        "ExpectedPersonBirthDate",
        "expected_birth_date",
    ),
    "sex": ("Sex", "Gender"),
    "family_ref": ("Family reference", "Family", "family_ref"),
    "address": ("Address",),
    "postcode": ("Postcode", "Post code"),
    "worker": ("Worker", "Allocated worker", "Social worker"),
    "team": ("Team", "Allocated team"),
}
NAMES = {field: names[0] for field, names in COLUMNS.items()}
BY_NAME = {name.casefold(): field for field, names in COLUMNS.items() for name in names}


def fields_of(header: list[str]) -> list[str]:
    """The field of each column. Raises Refused: parted by something else, not known, twice, no number."""
    names = [name.strip().casefold() for name in header]
    unknown = [name for name in names if name not in BY_NAME]
    if unknown:
        raise Refused(parted_otherwise(header, BY_NAME) or _not_known(header, unknown), "file")
    fields = [BY_NAME[name] for name in names]
    for field in fields:
        if fields.count(field) > 1:
            raise Refused(f"The first row names the column {NAMES[field]} twice", "file")
    if NUMBER not in fields:
        raise Refused(f"The first row must have the column {NAMES[NUMBER]}", "file")
    return fields


def _not_known(header: list[str], unknown: list[str]) -> str:
    """The names are the file's own and may be anything: so many of them are said, and no longer."""
    named = joined([f"“{name[:30]}”" if name else "an empty one" for name in unknown[:5]])
    known = joined(list(NAMES.values()))
    if len(unknown) == len(header):
        return f"The first row must name the columns. Known are: {known}"
    return f"The first row names a column that is not known: {named}. Known are: {known}"
