"""The full name and the e-mail address of an account: how they must be written, and how one is changed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from safeguarding.directory.items import Email, Text
from safeguarding.models import User
from safeguarding.refusals import Problem, Refused, missing

NO_ADDRESS = "Enter an email address in the correct format, like name@example.com"
TAKEN = "Someone already has this email address"
NAME = Text("full_name", "Full name", longest=150)
ADDRESS = Email("email", "Email address")


def problems_of_name(name: str) -> list[Problem]:
    """That there is none, or that it is long, of several lines, or holds signs that nobody sees."""
    try:
        NAME.read(name)
    except Refused as refusal:
        return missing(full_name=(name, "Enter the person’s full name")) or list(refusal.problems)
    return []


def problems_of_address(address: str) -> list[Problem]:
    """That there is none, that it is no address or may look like another, or that an account has it."""
    if not _is_address(address):
        said = missing(email=(address, "Enter the person’s email address"))
        return said or [Problem(NO_ADDRESS, "email")]
    try:
        ADDRESS.read(address)
    except Refused as refusal:
        return list(refusal.problems)
    taken = User.objects.filter(email__iexact=address).exists()
    return [Problem(TAKEN, "email")] if taken else []


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def write_anew(account: User, **changed: Any) -> dict[str, list[int]]:
    """Write these of an account that is held. Gives where its history has it before and after, by id, for
    the note: notes hold no names.
    """
    for name, value in changed.items():
        setattr(account, name, value)
    before = _newest(account)
    account.save(update_fields=[*changed])
    return {"history": [before, _newest(account)]}


def _newest(account: User) -> int:
    newest: int = account.history.latest("pgh_id").pk  # type: ignore[attr-defined]
    return newest
