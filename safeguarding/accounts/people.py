"""Reading accounts: the list of the people who work here, and what was done to one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from safeguarding.models import AuditEntry, HeldRole, User
from safeguarding.models.user import in_roles
from safeguarding.rights import READS_RECORDS

SECOND_CHECKS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
STATES = [
    ("", "Everyone"),
    ("ON", "Accounts in use"),
    ("OFF", "Accounts switched off"),
    ("NEW", "Never signed in"),
]


def people(words: str = "", state: str = "") -> QuerySet[User]:
    """Accounts by name, each with `has_second_check`; the system itself is no account.

    `words` stands in the name or the e-mail address; `state` is a key of STATES.
    """
    has = Authenticator.objects.filter(user=OuterRef("pk"), type__in=SECOND_CHECKS)
    found = User.objects.filter(is_system=False).select_related("team").annotate(has_second_check=Exists(has))
    if words:
        found = found.filter(Q(full_name__icontains=words) | Q(email__icontains=words))
    if state in ("ON", "OFF"):
        found = found.filter(is_active=state == "ON")
    return found.filter(last_login__isnull=True) if state == "NEW" else found


def done_to(user: User) -> QuerySet[AuditEntry]:
    """What was done to the account, newest first; signing in is left to its own line."""
    entries = AuditEntry.objects.filter(subject_model="safeguarding.user", subject_id=user.pk)
    return entries.exclude(event="user.signed_in").select_related("done_by")


def as_they_stood(user: User, entries: Iterable[AuditEntry]) -> dict[int, Any]:
    """{id in its history: the account as it stood}, where what was done tells such ids."""
    ids = [pk for entry in entries for pk in entry.detail.get("history", ())]
    found: dict[int, Any] = user.history.in_bulk(ids)  # type: ignore[attr-defined]
    return found


def who_read_records() -> QuerySet[User]:
    """Those in use whose role can open a record: whom one may name for a child, or bar from a family."""
    return User.objects.filter(in_roles(*READS_RECORDS), is_active=True, is_system=False)


def further_roles(user: User) -> QuerySet[HeldRole]:
    """The further roles that the person holds or held, in the order in which they were given."""
    return HeldRole.objects.filter(person=user).select_related("given_by", "ended_by")
