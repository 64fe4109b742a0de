"""Section 47 enquiries: one strategy discussion starts an enquiry about each of the children chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from conferences.models import Enquiry, NeedEpisode, StrategyDiscussion
from conferences.rules.requests import earliest_enquiry
from safeguarding import audit
from safeguarding.access import Permission, can
from safeguarding.clock import day_of
from safeguarding.models import Child, User
from safeguarding.wording import uk_date


class EnquiryRefused(Exception):
    """It cannot be recorded so: `sentence` for the page, beside `field`, in the `row` of the further ones."""

    def __init__(self, sentence: str, field: str = "", row: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
        self.row = row


@transaction.atomic
def record_enquiry(
    *,
    children: Sequence[Child],
    held_date: dt.date,
    further_discussions: Sequence[dt.date],
    notes: str,
    by: User,
    at: dt.datetime,
) -> list[Enquiry]:
    """Record the strategy discussion that started enquiries about `children`, and those held after it.

    A discussion may be held on any day, at a weekend too. Raises EnquiryRefused: no child, a day in the
    future or before a pregnancy, a further one that is not later, an enquiry of that day recorded already.
    """
    if not can(by, Permission.ASK_CONFERENCE):
        raise EnquiryRefused("Your role may not record an enquiry.")
    if not children:
        raise EnquiryRefused("Select at least one child", "children")
    locked = _locked(children)
    _guard_days(locked, held_date, further_discussions, day_of(at))
    _guard_new(locked, held_date)
    return [_start(child, held_date, further_discussions, notes.strip(), by, at) for child in locked]


def _locked(children: Sequence[Child]) -> list[Child]:
    """The children's rows in a fixed order, held so that nobody starts the same enquiry meanwhile."""
    rows = Child.objects.unscoped("Held while an enquiry about children in the asker's scope is recorded.")
    return list(rows.select_for_update().filter(pk__in=[child.pk for child in children]).order_by("pk"))


def _guard_days(children: Sequence[Child], held: dt.date, further: Sequence[dt.date], on: dt.date) -> None:
    if held > on:
        raise EnquiryRefused("The strategy discussion must be today or in the past", "held_date")
    for child in children:
        earliest = earliest_enquiry(child.birth_date, child.expected_birth_date)
        if earliest is not None and held < earliest:
            words = f"{uk_date(held)} is more than 40 weeks before the birth of {child.display_name}"
            raise EnquiryRefused(words, "held_date")
    for row, day in enumerate(further):
        if day <= held:
            words = "A further discussion must be after the one that started the enquiry"
            raise EnquiryRefused(words, "held_date", row)
        if day > on:
            raise EnquiryRefused("A further discussion must be today or in the past", "held_date", row)
        if day in further[:row]:
            raise EnquiryRefused("This discussion is entered twice", "held_date", row)


def _guard_new(children: Sequence[Child], held: dt.date) -> None:
    known = Enquiry.objects.unscoped("Whether these children have an enquiry of that day already.")
    twice = set(known.filter(child__in=children, started_date=held).values_list("child", flat=True))
    for child in children:
        if child.pk in twice:
            words = f"An enquiry about {child.display_name} from {uk_date(held)} is recorded already"
            raise EnquiryRefused(words, "held_date")


def _start(
    child: Child, held: dt.date, further: Sequence[dt.date], notes: str, by: User, at: dt.datetime
) -> Enquiry:
    enquiry = Enquiry.objects.create(child=child, started_date=held, episode=_episode(child, held))
    first = StrategyDiscussion(enquiry=enquiry, held_date=held, started_enquiry=True, notes=notes)
    StrategyDiscussion.objects.bulk_create(
        [first, *(StrategyDiscussion(enquiry=enquiry, held_date=day) for day in sorted(further))]
    )
    audit.record(
        "enquiry.recorded", enquiry, by=by, at=at, detail={"child": child.pk, "started": held.isoformat()}
    )
    return enquiry


def _episode(child: Child, held: dt.date) -> NeedEpisode | None:
    """The spell in need in which the discussion lies, where one is recorded."""
    spells = NeedEpisode.objects.unscoped("The spell in need of a child about whom an enquiry is recorded.")
    lasting = Q(closure_date__isnull=True) | Q(closure_date__gte=held)
    found: NeedEpisode | None = spells.filter(lasting, child=child, referral_date__lte=held).first()
    return found
