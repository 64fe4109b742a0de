"""Copies and letters that wait for a second person."""

from __future__ import annotations

from django.db.models import QuerySet

from conferences.models import Document, Letter
from conferences.rules.documents import DocumentKind
from conferences.rules.workflow import BookingState
from safeguarding.access import scope
from safeguarding.models import User
from safeguarding.rights import Role


def to_release(user: User) -> QuerySet[Document]:
    """What somebody else made and this person may release, what was made first at the top.

    Business support sees those of every conference in scope, anybody else those of whose meeting they chair.
    """
    rows: QuerySet[Document] = scope(user, Document).filter(
        needs_release=True,
        released_at=None,
        off_at=None,
        sent_date=None,
        superseded_by=None,
        # A child who died is given no version of their own.
        requested_child__child__death_date=None,
        record__booking__state=BookingState.HELD,
    )
    if not user.is_any(Role.BUSINESS_SUPPORT):
        rows = rows.filter(record__booking__chair=user)
    people = "person", "made_by", "record__booking", "requested_child__child"
    return rows.exclude(made_by=user).select_related(*people).order_by("made_at", "pk")


def letters_by_person(documents: list[Document]) -> dict[tuple[int, int | None], int]:
    """{(record, person): id of the letter} of those documents that are letters: one query."""
    records = {one.record_id for one in documents if one.kind == DocumentKind.DECISION_LETTER.value}
    rows = Letter.objects.unscoped("the letters of documents in scope").filter(record__in=records)
    return {(record, person): pk for record, person, pk in rows.values_list("record", "person", "pk")}
