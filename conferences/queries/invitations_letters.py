"""The letters of invitation: what one says, the versions that were kept, and what is other since."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import Http404

from conferences.models import (
    Booking,
    Exclusion,
    Invitation,
    InvitationLetter,
    InvitationLetterFile,
    Request,
    RequestedChild,
    RequestFit,
)
from conferences.queries.addresses import address_lines, addresses_of, place_key
from conferences.queries.copies_agencies import is_read
from conferences.queries.documents_formats import with_large
from conferences.queries.exclusions import exclusion_of, standing_exclusions
from conferences.queries.invitations import with_kinds
from conferences.queries.letters import PR_NONE, SAFE_FIRST, complaint_route
from conferences.queries.letters_words import all_words_on
from conferences.queries.scheduling_days import days_around_day
from conferences.rules import invitations_letters as rules
from conferences.rules.documents import DocumentFormat
from conferences.rules.exclusions import Answer, Kept, is_them
from conferences.rules.invitations import Need
from conferences.rules.invitations_letters import Band, Guest, InvitationTold, ListedChild, ListTold
from conferences.rules.letters_words import LetterWords, words_changed
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.local_days import TO_FAMILY, TO_UNIT
from conferences.rules.workflow import BookingState, RequestState
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import Child, Household, Relationship, User
from safeguarding.policy.values import values
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.register.codes import ParentalResponsibility
from safeguarding.workingdays import age

WHY = "what the letters of a list in scope say"
BANDS = {
    Band.READ: "CHILD_LETTER_FROM_AGE",
    Band.SIDE: "CHILD_LETTER_SIDE_AGE",
    Band.FORM: "CHILD_LETTER_FORM_AGE",
    Band.GROWN: "CHILD_LETTER_GROWN_AGE",
}
EARLY, REACHED = "INVITE_ARRIVE_EARLY_MINUTES", "CHAIR_REACHED_WORDS"

EXCLUDED = "They are excluded from the whole conference, so no letter invites them."
UNDECIDED = "Nobody has decided yet whether they are excluded: the chair decides."
NOT_TIED = "They are not recorded as related to any of these children now: the chair decides."
BY_NAME = (
    "They are on the list by name alone, so nobody knows whether they are related to these children, or"
    " whether it is safe to write to them: the chair decides."
)
APART = "Two of the family arrive apart. Say first when this person arrives."
TOO_YOUNG = "No letter is written to a child of this age. Somebody tells them in person, by play or drawing."
NO_ADDRESS = "No address is recorded, so have it handed to them, or tell them in person."


@dataclass(frozen=True)
class Letters:
    """The letters of one list: `told` what each says now, None while no meeting is in the diary; `kept` the
    versions by invitation, the newest first; `cannot` why none is made to somebody, and `doubts` what is
    asked first, by invitation.
    """

    request: Request
    meeting: Booking | None
    people: Sequence[Any]
    told: ListTold | None
    kept: Mapping[int, Sequence[InvitationLetter]]
    cannot: Mapping[int, str]
    doubts: Mapping[int, Sequence[str]]
    # The words of a day; none, where nobody asks whether a letter was made of them.
    words: Mapping[LetterKind, LetterWords] = field(default_factory=dict)

    def newest(self, invitation: int) -> InvitationLetter | None:
        return next(iter(self.kept.get(invitation, ())), None)

    def last_sent(self, invitation: int) -> InvitationLetter | None:
        """The last version that went to somebody."""
        return next((one for one in self.kept.get(invitation, ()) if one.sent_date), None)

    def says(self, invitation: int) -> InvitationTold | None:
        """What a letter to somebody would say now."""
        return rules.invitation_of(self.told, invitation) if self.told else None

    def source(self, invitation: int) -> dict[str, Any]:
        """What a letter to somebody is made from now, as it is kept with it."""
        assert self.told is not None  # Of a letter that is made.
        return rules.source_of(rules.invitation_of(self.told, invitation))

    def since(self, invitation: int) -> list[str]:
        """What is other now than the newest letter to somebody tells; nothing once it was held."""
        newest = self.newest(invitation)
        if self.request.state == RequestState.HELD:
            return []
        return rules.since(newest.told, self.says(invitation)) if newest else []

    def words_since(self, invitation: int) -> str:
        """That the newest letter to somebody, which did not go yet, was made of other words than letters have
        now; it may be made again, and may go.
        """
        newest, told = self.newest(invitation), self.says(invitation)
        if newest is None or newest.sent_date or told is None:
            return ""
        now = self.words.get(rules.letter_kind(told))
        return words_changed(newest.told, now.versions) if now else ""

    def is_due(self, invitation: int) -> bool:
        """Whether a letter can be made to somebody who has none that tells what is so now."""
        if self.told is None or self.cannot.get(invitation):
            return False
        return self.newest(invitation) is None or bool(self.since(invitation))


def letters_of(user: User, request: Request, on: dt.date | None = None) -> Letters:
    """Of a list in scope, of a request loaded with its children: some fifteen queries. With the words of a
    day, where one is given.
    """
    rows = with_kinds(scope(user, Invitation).filter(request=request, off_at=None))
    kept = scope(user, InvitationLetter).filter(invitation__request=request)
    found = _letters(request, rows, kept)
    return replace(found, words=all_words_on(on)) if on else found


def letters_in_hand(request: Request) -> Letters:
    """The same for an operation that was given the request, whoever does it."""
    rows = with_kinds(Invitation.objects.unscoped(WHY).filter(request=request, off_at=None))
    kept = InvitationLetter.objects.unscoped(WHY).filter(invitation__request=request)
    return _letters(request, rows, kept)


def versions_in_hand(invitation: Invitation) -> list[InvitationLetter]:
    """The letters to somebody whom an operation was given, the newest first."""
    rows = InvitationLetter.objects.unscoped(WHY).filter(invitation=invitation)
    return list(rows.order_by("-version"))


def _letters(request: Request, rows: Any, versions: Any) -> Letters:
    people = list(rows.select_related("person", "requested_child__child"))
    kept: dict[int, list[InvitationLetter]] = defaultdict(list)
    ordered = versions.select_related("made_by", "sent_by", "taken_back_by").order_by("-version")
    for one in with_large(ordered, InvitationLetterFile, "letter"):
        kept[one.invitation_id].append(one)
    meetings = Booking.objects.unscoped(WHY).select_related("chair", "room")
    meeting = meetings.filter(request=request, state=BookingState.BOOKED).first()
    exclusions, ties = standing_exclusions(request), _ties(request)
    told = _list_told(request, meeting, people, exclusions, ties) if meeting else None
    cannot = {one.pk: words for one in people if (words := _cannot(one, exclusions, told))}
    doubts = {one.pk: _doubts(one, exclusions, ties) for one in people}
    return Letters(request, meeting, people, told, kept, cannot, doubts)


def _ties(request: Request) -> dict[int, list[Relationship]]:
    """Who is related now to the children of a request, by person."""
    rows = Relationship.objects.unscoped(WHY).filter(
        child__requested__request=request, end_date=None, in_error=False
    )
    found: dict[int, list[Relationship]] = defaultdict(list)
    for tie in rows.order_by("pk"):
        found[tie.person_id].append(tie)
    return found


def _list_told(
    request: Request,
    meeting: Booking,
    people: Sequence[Any],
    exclusions: Collection[Exclusion],
    ties: Mapping[int, Sequence[Relationship]],
) -> ListTold:
    on = day_of(meeting.starts_at)
    asked = list(RequestedChild.objects.unscoped(WHY).filter(request=request).select_related("child"))
    family = Child.objects.unscoped(WHY).filter(family__in={one.child.family_id for one in asked})
    said = values([EARLY, REACHED, *BANDS.values()], on)
    fit = RequestFit.objects.unscoped(WHY).filter(request=request).first()
    days = days_around_day(request, on)
    places = addresses_of(one.child for one in asked)
    homes = _homes([one.child_id for one in asked])
    guests = tuple(_guest(one, on, exclusions, ties, homes) for one in people)
    return ListTold(
        meets=(meeting.starts_at, meeting.ends_at),
        place=", ".join(filter(None, (meeting.room.name, meeting.room.site))),
        chair=meeting.chair.full_name,
        reach=str(said[REACHED]),
        children=tuple(_child(one.child, one.kind, is_read=is_read(one)) for one in asked),
        family=tuple(_child(one) for one in family),
        guests=guests,
        hidden=tuple(places.hidden),
        flagged=places.flagged,
        early=int(str(said[EARLY])),
        apart=fit.apart_minutes if fit else 0,
        bands={band: int(str(said[key])) for band, key in BANDS.items()},
        to_unit=min((day.day for day in days if day.what in TO_UNIT), default=None),
        to_family=min((day.day for day in days if day.what in TO_FAMILY), default=None),
        complain=complaint_route(on),
    )


def _child(child: Child, kind: str = "", *, is_read: bool = True) -> ListedChild:
    first = child.given_names.split()[:1]
    return ListedChild(
        pk=child.pk,
        name=child.display_name,
        first=first[0] if first else child.display_name,
        kind=kind,
        is_read_by_agencies=is_read,
    )


def _homes(children: Sequence[int]) -> dict[int, list[Household]]:
    """Where each child lives now."""
    rows = Household.objects.unscoped(WHY).filter(members__child__in=children, members__end_date=None)
    found: dict[int, list[Household]] = defaultdict(list)
    for home in rows.annotate(lives=F("members__child")):
        found[home.lives].append(home)
    return found


def _guest(
    one: Any,
    on: dt.date,
    exclusions: Collection[Exclusion],
    ties: Mapping[int, Sequence[Relationship]],
    homes: Mapping[int, Sequence[Household]],
) -> Guest:
    child = one.requested_child.child if one.requested_child else None
    # A child who lives in two homes has no address in their letter.
    own = homes.get(child.pk, []) if child is not None else [one.person] if one.person else []
    lines = (one.name, *(address_lines(own[0]) if len(own) == 1 else ()))
    kept = None if one.agency_kind or child else exclusion_of(exclusions, one.name, one.person_id)
    return Guest(
        key=one.pk,
        name=one.name,
        lines=lines,
        role=one.role if one.agency_kind else "",
        kind=one.kind_name or one.agency_kind,
        is_care=one.agency_kind == SOCIAL_CARE,
        is_report_asked=one.is_report_asked,
        children=frozenset(tie.child_id for tie in ties.get(one.person_id, ())),
        needed=tuple(_need(one, code) for code in one.needs if code != Need.OTHER),
        arrives=one.arrives,
        in_part=kept is not None and kept.answer == Answer.PART,
        child=child.pk if child else None,
        age=age(child.birth_date, on) if child and child.birth_date else None,
        own=frozenset(map(place_key, own)),
    )


def _need(one: Any, code: str) -> str:
    """An interpreter for Polish, where the record of whoever needs one says it."""
    of = one.requested_child.child if one.requested_child else one.person
    language = of.interpreter_language.strip() if of and code == Need.INTERPRETER else ""
    return f"{label(Need, code)} for {language}" if language else label(Need, code)


def _cannot(one: Any, exclusions: Collection[Exclusion], told: ListTold | None) -> str:
    """Why no letter is made to somebody on a list; "" where one can be."""
    if one.agency_kind:
        return ""
    if one.requested_child_id:
        return TOO_YOUNG if told and rules.invitation_of(told, one.pk).band is None else ""
    kept = exclusion_of(exclusions, one.name, one.person_id)
    if kept is not None and kept.answer == Answer.WHOLE:
        return EXCLUDED
    if told is None:
        return ""
    return APART if told.apart and not one.arrives else ""


def _doubts(
    one: Any, exclusions: Collection[Exclusion], ties: Mapping[int, Sequence[Relationship]]
) -> list[str]:
    """What the chair is asked before a letter goes to somebody of the family."""
    if one.agency_kind or one.requested_child_id:
        return []
    found = [
        UNDECIDED
        for kept in exclusions
        if not kept.answer and is_them(_as_kept(kept), one.name, one.person_id)
    ][:1]
    if one.person is None:
        return [*found, BY_NAME]
    own = ties.get(one.person_id, ())
    if one.person.safe_contact:
        found.append(SAFE_FIRST)
    if not own:
        found.append(NOT_TIED)
    elif all(tie.parental_responsibility == ParentalResponsibility.NO for tie in own):
        found.append(PR_NONE)
    return found


def _as_kept(one: Exclusion) -> Kept:
    return Kept(one.name, one.answer, one.person_id)


def letter_in_scope(user: User, ref: UUID, version: int) -> InvitationLetter:
    """By the reference of its invitation and its version. Http404 where it is out of scope."""
    rows = InvitationLetter.objects.select_related("invitation__request", "invitation__person")
    found: InvitationLetter = get(user, rows, invitation__ref=ref, version=version)
    return found


def file_of(letter: InvitationLetter, form: DocumentFormat) -> InvitationLetterFile:
    """The file of a letter in scope as it was kept. Http404 where there is none in this format."""
    files = InvitationLetterFile.objects.unscoped("the files of a letter in scope")
    found: InvitationLetterFile | None = files.filter(letter=letter, format=form.value).first()
    if found is None:
        raise Http404
    return found
