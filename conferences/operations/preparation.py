"""What goes before a conference: contact with each of the family, and each child’s own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar

from django.db.models import QuerySet

from conferences.models import FamilyContact, Invitation, Request, RequestedChild, ViewsBefore
from conferences.operations.duties_refresh import refresh
from conferences.operations.invitations import lock_request, refuse_off
from conferences.queries.preparation import between
from conferences.rules.preparation import ContactFacts, ViewsFacts, contact_problems, views_problems
from safeguarding import audit
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.operation import SAME_FORM, lock, lock_all, operation, refuse_parted
from safeguarding.refusals import Problem, Refused, refuse_all
from safeguarding.rights import Permission
from safeguarding.versions import StaleVersion, join_untouched, marks_of
from safeguarding.wording import uk_date

NOBODY = "Select with whom"
NO_CHILD = "Select the child"
NOT_FAMILY = "Select somebody of the family: agencies are asked for their reports"
AS_A_CHILD = "A child of the conference is chosen among its children, not on the list"
TAKEN_BACK = "This was taken back already."
NO_WHY = "Enter why it is taken back"
HAS_WORDS = (
    "Words of this child are recorded, of {day}. Change what was told of them, or take them back, if the"
    " child did not say them"
)
ENDED = "Words of the child were gathered on {day}."
CONTACT = tuple(field.name for field in fields(ContactFacts))
VIEWS = tuple(field.name for field in fields(ViewsFacts))
Row = FamilyContact | ViewsBefore
R = TypeVar("R", FamilyContact, ViewsBefore)


@operation(needs=Permission.INVITE)
def record_contact(
    *,
    request: Request,
    whom: Invitation | RequestedChild | None,
    told: ContactFacts,
    by: User,
    at: dt.datetime,
) -> FamilyContact:
    """Contact before the conference with somebody of the family on its list, or with a child of it; or that
    it was tried. Several of one person may stand, each by itself; the same form sent twice is one.

    Raises Refused for nobody, for somebody of an agency or off the list, and for what cannot be.
    """
    refuse_all([] if whom else [Problem(NOBODY, "whom")])
    assert whom is not None  # Refused above.
    held = lock_request(request)
    whom = lock(whom)
    refuse_parted(whom, "request", held)
    if isinstance(whom, Invitation):
        refuse_off(whom)
        if whom.agency_kind:
            raise Refused(NOT_FAMILY, "whom")
        if whom.requested_child_id:
            raise Refused(AS_A_CHILD, "whom")
    refuse_all(contact_problems(told, between(held, day_of(at))))
    with_whom = {"invitation" if isinstance(whom, Invitation) else "asked": whom}
    facts = {"request": held, **with_whom, **asdict(told), "told_by": by}
    rows = FamilyContact.objects.unscoped("the contacts of a request in scope")
    stands: FamilyContact | None = _same(rows.filter(request=held), facts, at)
    if stands is not None:
        return stands
    made: FamilyContact = FamilyContact.objects.create(**facts, told_at=at)
    audit.record("preparation.contact", made, by=by, at=at, detail={"outcome": made.outcome})
    refresh(held, met_by=by, at=at)
    return made


@operation(needs=Permission.INVITE)
def tell_contact(
    *, contact: FamilyContact, told: ContactFacts, seen: str | None = None, by: User, at: dt.datetime
) -> FamilyContact:
    """A contact, told otherwise. Raises StaleVersion where somebody told something else since it was `seen`,
    Refused as record_contact() does, and where it was taken back.
    """
    request = lock(contact.request)
    held: FamilyContact = _standing(contact)
    refuse_all(contact_problems(told, between(request, day_of(at))))
    if _save(held, asdict(told), seen, by, at):
        audit.record("preparation.contact_told", held, by=by, at=at, detail={"outcome": held.outcome})
        refresh(request, met_by=by, at=at)
    return held


@operation(needs=Permission.INVITE)
def take_contact_back(*, contact: FamilyContact, words: str, by: User, at: dt.datetime) -> FamilyContact:
    """A contact that was not. It stays on record with why. Done twice, it is done once.

    Raises Refused without a reason.
    """
    request = lock(contact.request)
    held = lock(contact)
    if _take_back(held, words, by, at):
        audit.record("preparation.contact_back", held, by=by, at=at)
        refresh(request, met_by=by, at=at)
    return held


@operation(needs=Permission.INVITE)
def record_views(*, asked: RequestedChild | None, told: ViewsFacts, by: User, at: dt.datetime) -> ViewsBefore:
    """What a child said before the conference, in the child’s words, or why there are none. Told twice the
    same by one person, it is told once. Words end what was told of why there are none, which stays on record.

    Raises Refused for no child, for what cannot be, and for none where there are words.
    """
    refuse_all([] if asked else [Problem(NO_CHILD, "child")])
    assert asked is not None  # Refused above.
    request = lock_request(asked.request)
    refuse_all(views_problems(told, between(request, day_of(at))))
    facts = {"asked": asked, **asdict(told), "told_by": by}
    rows = ViewsBefore.objects.unscoped("the words of a child in scope")
    stands: ViewsBefore | None = _same(rows.filter(asked=asked), facts, at)
    if stands is not None:
        return stands
    _end_none(asked, told, None, by, at)
    made: ViewsBefore = ViewsBefore.objects.create(**facts, told_at=at)
    audit.record("preparation.views", made, by=by, at=at, detail={"none": made.none_why})
    return made


@operation(needs=Permission.INVITE)
def tell_views(
    *, views: ViewsBefore, told: ViewsFacts, seen: str | None = None, by: User, at: dt.datetime
) -> ViewsBefore:
    """A child’s words, told otherwise. Raises as tell_contact() and record_views() do."""
    request = lock(views.asked.request)
    held: ViewsBefore = _standing(views)
    refuse_all(views_problems(told, between(request, day_of(at))))
    _end_none(held.asked, told, held, by, at)
    if _save(held, asdict(told), seen, by, at):
        audit.record("preparation.views_told", held, by=by, at=at, detail={"none": held.none_why})
    return held


@operation(needs=Permission.INVITE)
def take_views_back(*, views: ViewsBefore, words: str, by: User, at: dt.datetime) -> ViewsBefore:
    """Words that a child did not say, or not then. As take_contact_back()."""
    lock(views.asked.request)
    held = lock(views)
    if _take_back(held, words, by, at):
        audit.record("preparation.views_back", held, by=by, at=at)
    return held


def _end_none(
    asked: RequestedChild, told: ViewsFacts, besides: ViewsBefore | None, writer: User, at: dt.datetime
) -> None:
    """Of one child stand words, or why there are none: words end the other, and none ends no words."""
    rows = ViewsBefore.objects.unscoped("the words of a child in scope").filter(
        asked=asked, taken_back_at=None
    )
    others = list(rows.exclude(pk=besides.pk if besides else None).order_by("pk"))
    if told.none_why and any(one.words for one in others):
        day = next(one.gathered_date for one in others if one.words)
        raise Refused(HAS_WORDS.format(day=uk_date(day)), "none_why")
    if told.words:
        for one in lock_all([other for other in others if other.none_why]):
            _take_back(one, ENDED.format(day=uk_date(told.gathered_date)), writer, at)
            audit.record("preparation.views_ended", one, by=writer, at=at)


def _same(rows: QuerySet[R], facts: Mapping[str, Any], at: dt.datetime) -> R | None:
    """The row that was told by the same form, sent before."""
    lately = rows.filter(taken_back_at=None, told_at__gt=at - SAME_FORM)
    return next((one for one in lately if all(getattr(one, k) == v for k, v in facts.items())), None)


def standing(row: Row) -> StaleVersion:
    """What stands now of a contact or of a child’s words, and who told last."""
    names: Sequence[str] = CONTACT if isinstance(row, FamilyContact) else VIEWS
    theirs = {name: getattr(row, name) for name in names}
    return StaleVersion(theirs=theirs, seen=marks_of(theirs), saved_by=row.told_by, saved_at=row.told_at)


def _standing(row: Any) -> Any:
    held = lock(row, "told_by")
    if held.taken_back_at is not None:
        raise Refused(TAKEN_BACK)
    return held


def _save(held: Any, told: Mapping[str, Any], seen: str | None, writer: User, at: dt.datetime) -> bool:
    """Whether anything is other than it was."""
    stands, values = standing(held), dict(told)
    if seen is not None and seen != stands.seen:
        values, met = join_untouched(seen, told, stands.theirs)
        if met:
            raise stands
    if values == stands.theirs:
        return False
    for name, value in values.items():
        setattr(held, name, value)
    held.told_by, held.told_at = writer, at
    held.save(update_fields=[*values, "told_by", "told_at"])
    return True


def _take_back(held: Any, words: str, writer: User, at: dt.datetime) -> bool:
    if not words.strip():
        raise Refused(NO_WHY, "back_words")
    if held.taken_back_at is not None:
        return False
    held.back_words, held.taken_back_by, held.taken_back_at = words.strip(), writer, at
    held.save(update_fields=["back_words", "taken_back_by", "taken_back_at"])
    return True
