"""Copies of a signed record: who may have one, what the record tells, and the versions that were kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import Document, MeetingRecord, RequestedChild
from conferences.queries.addresses import address_lines
from conferences.queries.copies_agencies import is_read
from conferences.queries.copies_children import called, lines_of, own_kinds
from conferences.queries.documents import NO_TIE_NOW
from conferences.queries.documents_corrected import MendedFacts
from conferences.queries.documents_formats import with_large
from conferences.queries.exclusions import exclusion_of, standing_exclusions
from conferences.queries.invitations import list_of, on_list
from conferences.queries.letters import Recipient as Related
from conferences.queries.letters import (
    may_receive_with_why,
    names_on,
    not_proposed,
    recipients,
    ties_on,
)
from conferences.rules.copies import Recipient, RecordTold
from conferences.rules.copies_agencies import NOT_THERE, took_part
from conferences.rules.documents import COPIES, DocumentKind, Replaced, address_print, changed_since, digest
from conferences.rules.exclusions import What
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from safeguarding.access import get, scope
from safeguarding.models import AgencyKind, Person, User
from safeguarding.register.codes import ParentalResponsibility
from safeguarding.wording import sentence

COPY = DocumentKind.RECORD.value
HOLDS_NO_MORE = (
    "By what is recorded now, no plan of a child of whom they may read ended at this conference. This letter"
    " holds no more: say so in a new decision letter."
)
AGENCIES_READ_NOTHING = (
    "Agencies read nothing of these children now: their records are restricted, or this agency is not on the"
    " list any more. Do not send it; the chair may say otherwise."
)
OF_THEIR_OWN = [kind.value for kind in COPIES]
# Person, kind of agency, name there in small letters; of a child's own version, which child of the request.
Key = tuple[int | None, str, str]


@dataclass(frozen=True)
class Offer:
    """Somebody who may have a copy: of the family with their ties, or of an agency (`kind_name` its words).

    `is_ticked`: whether a copy is proposed; `why_not` says why it is not.
    """

    recipient: Recipient
    person: Person | None = None
    ties: Related | None = None
    agency_kind: str = ""
    agency_name: str = ""
    kind_name: str = ""
    is_ticked: bool = True
    why_not: str = ""
    # A child of the record whose own version it is.
    requested_child: RequestedChild | None = None
    # What the chair says to that child.
    line: str = ""

    @property
    def key(self) -> Key:
        if self.requested_child is not None:
            return key_of_child(self.requested_child.pk)
        if self.person is not None:
            return (self.person.pk, "", "")
        return _of_agency(self.agency_kind, self.agency_name)


@dataclass(frozen=True)
class CopyFacts:
    """One copy to be written: whose, what stands in it, when it is made, and what it takes the place of."""

    recipient: Recipient
    copy: RecordTold
    made_at: dt.datetime
    replaces: Replaced | None = None
    words: LetterWords = LetterWords(LetterKind.RECORD)


PR_NOT_SAID = "Parental responsibility is not said for any of these children: the chair decides."


def offers(user: User, record: MeetingRecord) -> list[Offer]:
    """Who may have a copy of a signed record, the family first: by the rule of its letters (people with a tie
    to a child of it), its children who are old enough for their own version, and those of agencies who know
    the children and were invited or came.
    """
    grown = grown_offers(user, record)
    family = [one for one in grown if one.person]
    return [*family, *own_offers(record), *(one for one in grown if not one.person)]


def proposed(record: MeetingRecord) -> list[Offer]:
    """To whom a copy is proposed, whoever asks: a record is not sent by who may not see them all."""
    return [one for one in everybody(record) if one.is_ticked]


def everybody(
    record: MeetingRecord, what: What = What.RECORD, among: frozenset[int] | None = None
) -> list[Offer]:
    """Who of the family and of agencies may have `what`, for an operation that was given the record; of the
    children `among` (ids), where not of all.
    """
    return every_offer(record, may_receive_with_why(record), what, among)


def every_offer(
    record: MeetingRecord,
    related: Iterable[Related],
    what: What = What.RECORD,
    among: frozenset[int] | None = None,
) -> list[Offer]:
    """The same, of those `related` to its children where the operation knows them already."""
    asked, names = list_of(record.booking.request), {*names_on(record)} | _excluded_names(record)
    return [*_family(_tied_to(related, among), what), *_agencies(record, asked, names, among)]


def grown_offers(
    user: User, record: MeetingRecord, what: What = What.RECORD, among: frozenset[int] | None = None
) -> list[Offer]:
    """The same as this person may see them."""
    names = {tie.person.full_name for tie in ties_on(user, record)} | _excluded_names(record)
    people = _tied_to(recipients(user, record), among)
    asked = on_list(user, record.booking.request)
    return [*_family(people, what), *_agencies(record, asked, names, among)]


def _tied_to(people: Iterable[Related], among: frozenset[int] | None) -> list[Related]:
    """Those with a tie to one of these children, and those ties alone."""
    if among is None:
        return list(people)
    tied = [replace(one, ties=tuple(tie for tie in one.ties if tie.child_id in among)) for one in people]
    return [one for one in tied if one.ties]


def own_offers(record: MeetingRecord) -> list[Offer]:
    """The children's own versions. None is proposed: whoever knows the child says whether and how they get
    it.
    """
    said = lines_of(record)
    lines = {part.requested_child_id: said.get(part.pk, "") for part in record.parts.all()}
    return [
        Offer(
            Recipient((called(asked.child),), frozenset([asked.child_id]), own=kind),
            is_ticked=False,
            requested_child=asked,
            line=lines[asked.pk],
        )
        for asked, kind in own_kinds(record).items()
        if kind is not None
    ]


def _excluded_names(record: MeetingRecord) -> set[str]:
    """Whoever is excluded has no agency's copy, whatever agency stood beside their name."""
    return {one.name for one in standing_exclusions(record.booking.request_id) if one.is_in_force}


def _family(found_people: Sequence[Related], what: What = What.RECORD) -> list[Offer]:
    found = []
    for one in found_people:
        lines = (one.person.full_name, *address_lines(one.person))
        has_pr = any(tie.parental_responsibility == ParentalResponsibility.YES for tie in one.ties)
        out = exclusion_of(one.excluded, one.person.full_name, one.person.pk)
        recipient = Recipient(
            lines,
            frozenset(tie.child_id for tie in one.ties),
            one.person.pk,
            out.answer if out else "",
            reads_confidential=one.came_later is False,
            language=one.person.interpreter_language,
        )
        why_not = not_proposed(one, what) or ("" if has_pr else PR_NOT_SAID)
        found.append(Offer(recipient, one.person, one, is_ticked=not why_not, why_not=why_not))
    return found


def _agencies(
    record: MeetingRecord,
    asked: Sequence[Any],
    names: Iterable[str],
    among: frozenset[int] | None = None,
) -> list[Offer]:
    """Kinds that know the child: not who came to interpret, to support or to take the minutes. They read of
    the children of whom agencies read, and have no copy where there are none; to whoever took no part, and
    sent no report, none is proposed.
    """
    kinds = dict(AgencyKind.objects.filter(counts=True).values_list("code", "name"))
    came = [one for one in record.attendances.all() if not one.is_family]
    asked_for = [part.requested_child for part in record.parts.all()]
    read = frozenset(one.child_id for one in asked_for if is_read(one))
    children = read if among is None else read & among
    if not children:
        return []
    there = {_of_agency(one.agency_kind, one.name) for one in came if took_part(one.mode)}
    there |= {_of_agency(one.agency_kind, one.name) for one in asked if one.received_date}
    # Whoever belongs to the family has no agency's copy, as whatever they came.
    family = {name.casefold() for name in names}
    found: dict[Key, Offer] = {}
    people: list[Any] = [*came, *asked]
    for one in people:
        if one.agency_kind not in kinds or one.person_id or one.name.casefold() in family:
            continue
        kind = kinds[one.agency_kind]
        lines = tuple(filter(None, (one.name, one.role, kind)))
        key = _of_agency(one.agency_kind, one.name)
        offer = Offer(
            Recipient(lines, children),
            agency_kind=one.agency_kind,
            agency_name=one.name,
            kind_name=kind,
            is_ticked=key in there,
            why_not="" if key in there else NOT_THERE,
        )
        found.setdefault(key, offer)
    return sorted(found.values(), key=lambda one: (one.kind_name, one.agency_name))


# ----- What was kept ---------------------------------------------------------------------------------------


def key_of(document: Document) -> Key:
    if document.requested_child_id:
        return key_of_child(document.requested_child_id)
    return (document.person_id, document.agency_kind, document.agency_name.lower())


def _of_agency(kind: str, name: str) -> Key:
    return (None, kind, name.lower())


def key_of_child(asked: int) -> Key:
    """The key of a child's own version."""
    return (None, "", f"child {asked}")


def copies_of(user: User, record: MeetingRecord, kind: str = COPY) -> dict[Key, list[Document]]:
    """{recipient: the versions of their copy, the newest first} of a record in scope, the family first: one
    query.
    """
    rows: QuerySet[Document] = scope(user, Document).filter(record=record, kind=kind)
    people = "person", "made_by", "sent_by", "released_by", "off_by", "read_by", "requested_child__child"
    who = "agency_kind", "person__full_name", "agency_name", "person", "requested_child"
    ordered = rows.order_by(*who, "-version")
    return _by_key(with_large(ordered.select_related(*people)))


def kept_copies(record: MeetingRecord) -> dict[Key, list[Document]]:
    """The same for an operation that was given the record, without the children's own versions: a record is
    sent without them.
    """
    return {key: versions for key, versions in every_copy(record).items() if not is_own(versions[0])}


def every_copy(record: MeetingRecord, kind: str = COPY) -> dict[Key, list[Document]]:
    """The same with the children's own versions."""
    rows = Document.objects.unscoped("the copies of a record in scope").filter(record=record, kind=kind)
    return _by_key(rows.order_by("-version"))


def is_own(document: Document) -> bool:
    """Whether it is a child's own version of the record."""
    return document.requested_child_id is not None


def _by_key(rows: Iterable[Document]) -> dict[Key, list[Document]]:
    found: dict[Key, list[Document]] = {}
    for one in rows:
        found.setdefault(key_of(one), []).append(one)
    return found


def versions_of_copy(document: Document) -> QuerySet[Document]:
    """All versions of a copy in scope."""
    rows = Document.objects.unscoped("the versions of a copy in scope")
    found: QuerySet[Document] = rows.filter(
        record=document.record_id,
        kind=document.kind,
        person=document.person_id,
        requested_child=document.requested_child_id,
        agency_kind=document.agency_kind,
        agency_name__iexact=document.agency_name,
    )
    return found


def changed_so_far(document: Document) -> str:
    """What the versions since the last that went say is other, without those that were called off: to begin
    with for the next, where it can be changed.
    """
    versions = versions_of_copy(document)
    sent = versions.filter(sent_date__isnull=False).order_by("-version").first()
    if sent is None:
        return ""
    since = versions.filter(version__gt=sent.version, off_at=None).order_by("version")
    return " ".join(map(sentence, since.values_list("changed", flat=True)))


def copy_in_scope(user: User, ref: UUID, pk: int) -> Document:
    """A copy of a meeting's record, or a letter that a plan has ended. Http404 where the person may not see
    all the meeting's children.
    """
    people = "record__booking", "person", "made_by", "released_by", "requested_child__child"
    found: Document = get(
        user,
        Document.objects.filter(kind__in=OF_THEIR_OWN).select_related(*people),
        pk=pk,
        record__booking__ref=ref,
    )
    return found


def complete_day(copies: Mapping[Key, Sequence[Document]]) -> dt.date | None:
    """The day on which a record was sent: of the last of its copies, each by the first of its versions that
    went. None while one that is still to be sent has not gone, and where none went (R14).
    """
    days = []
    for versions in copies.values():
        went = [one.sent_date for one in versions if one.sent_date]
        if went:
            days.append(min(went))
    return None if is_waiting(copies) else max(days, default=None)


def is_waiting(copies: Mapping[Key, Sequence[Document]]) -> bool:
    """Whether a copy is still to be sent: no version of it went, and the newest was not called off."""
    return any(
        versions[0].off_at is None and not any(one.sent_date for one in versions)
        for versions in copies.values()
    )


def without_copy(may_have: Iterable[Offer], copies: Mapping[Key, Sequence[Document]]) -> list[Offer]:
    """To whom of the family a copy is proposed and who has none, sent or called off."""
    return [one for one in may_have if one.is_ticked and one.person and one.key not in copies]


def without_own(record: MeetingRecord, may_have: Iterable[Offer]) -> list[str]:
    """The names of its children who live and are written no version of their own."""
    own = {one.requested_child.pk for one in may_have if one.requested_child}
    children = [part.requested_child for part in record.parts.all()]
    live = [one for one in children if not (one.child.is_unborn or one.child.death_date)]
    return [one.child.display_name for one in live if one.pk not in own]


def source_of_copy(facts: CopyFacts, cautions: Sequence[str]) -> dict[str, Any]:
    """What a copy is made from, as it is kept with it and compared by."""
    return {
        "address": address_print(facts.recipient.lines),
        "asked": sorted(child.child for child in facts.copy.children),
        "language": facts.recipient.language,
        "cautions": list(cautions),
        **({"line": _print(facts.copy.children[0].line)} if facts.recipient.own else {}),
    }


LINE_CHANGED = "What the chair says to the child was changed after this was made."


def _print(line: str) -> str:
    """The chair's line as it is compared by."""
    return digest(line.encode())


def copy_since(
    document: Document, may_have: Mapping[Key, Offer], children: frozenset[int], mended: MendedFacts
) -> list[str]:
    """What is other now than a copy tells; `children` are the ids of those whom the record decides on,
    `mended` what was put right of it.
    """
    offer = may_have.get(key_of(document))
    if offer is None:
        of_copy = AGENCIES_READ_NOTHING if document.agency_kind else NO_TIE_NOW
        return [of_copy if document.kind == COPY else HOLDS_NO_MORE]
    now = sorted(offer.recipient.children & children)
    language = offer.recipient.language
    if offer.requested_child:
        mended = mended.of_own()
    is_other = offer.requested_child and document.told.get("line", _print("")) != _print(offer.line)
    return [
        *([LINE_CHANGED] if is_other else []),
        *changed_since(document.told, address_print(offer.recipient.lines), now, language),
        *mended.since(document.made_at, now),
    ]
