"""Copies of a signed record: who may have one, what the record tells, and the versions that were kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from conferences.models import Document, MeetingRecord
from conferences.queries.addresses import address_lines
from conferences.queries.documents import NO_TIE_NOW
from conferences.queries.documents_corrected import MendedFacts
from conferences.queries.documents_formats import with_large
from conferences.queries.exclusions import exclusion_of, exclusions_of, standing_exclusions
from conferences.queries.invitations import list_of, on_list
from conferences.queries.letters import Recipient as Related
from conferences.queries.letters import (
    complaint_route,
    decided_of,
    may_receive_with_why,
    names_on,
    not_proposed,
    recipients,
    ties_on,
    workers_of_children,
)
from conferences.queries.plans_days import PlanDays
from conferences.queries.recording import earlier_days, part_facts, scale_on, view_texts
from conferences.queries.recording_days import days_after
from conferences.queries.recording_next import NextShown, members_told, next_of
from conferences.queries.recording_withheld import withheld_of
from conferences.rules.copies import (
    Came,
    ChildTold,
    Confidential,
    FirstAction,
    Frame,
    KeptOut,
    Recipient,
    RecordTold,
    ReportGiven,
)
from conferences.rules.documents import DocumentKind, Replaced, address_print, changed_since
from conferences.rules.exclusions import What, extent_words, instead_words
from conferences.rules.letters_words import LetterWords
from conferences.rules.letters_words_part import LetterKind
from conferences.rules.recording import PartFacts
from conferences.rules.recording_next import NextTold, has_next
from conferences.rules.vocabulary import Participation
from safeguarding.access import get, scope
from safeguarding.clock import day_of
from safeguarding.labelled import label
from safeguarding.models import AgencyKind, Person, User
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.register.codes import ParentalResponsibility
from safeguarding.wording import sentence

COPY = DocumentKind.RECORD.value
# Person, kind of agency, name there in small letters.
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

    @property
    def key(self) -> Key:
        return (self.person.pk if self.person else None, self.agency_kind, self.agency_name.lower())


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
    to a child of it), and those of agencies who know the children and were invited or came.
    """
    family = _family(recipients(user, record))
    names = {tie.person.full_name for tie in ties_on(user, record)} | _excluded_names(record)
    return [*family, *_agencies(record, on_list(user, record.booking.request), names)]


def proposed(record: MeetingRecord) -> list[Offer]:
    """To whom a copy is proposed, whoever asks: a record is not sent by who may not see them all."""
    everybody = may_receive_with_why(record)
    asked, names = list_of(record.booking.request), {*names_on(record)} | _excluded_names(record)
    return [one for one in [*_family(everybody), *_agencies(record, asked, names)] if one.is_ticked]


def _excluded_names(record: MeetingRecord) -> set[str]:
    """Whoever is excluded has no agency's copy, whatever agency stood beside their name."""
    return {one.name for one in standing_exclusions(record.booking.request_id) if one.is_in_force}


def _family(found_people: Sequence[Related]) -> list[Offer]:
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
        why_not = not_proposed(one, What.RECORD) or ("" if has_pr else PR_NOT_SAID)
        found.append(Offer(recipient, one.person, one, is_ticked=not why_not, why_not=why_not))
    return found


def _agencies(record: MeetingRecord, asked: Sequence[Any], names: Iterable[str]) -> list[Offer]:
    """Kinds that know the child: not who came to interpret, to support or to take the minutes."""
    kinds = dict(AgencyKind.objects.filter(counts=True).values_list("code", "name"))
    came = [one for one in record.attendances.all() if not one.is_family]
    children = frozenset(part.requested_child.child_id for part in record.parts.all())
    # Whoever belongs to the family has no agency's copy, as whatever they came.
    family = {name.casefold() for name in names}
    found: dict[Key, Offer] = {}
    people: list[Any] = [*came, *asked]
    for one in people:
        if one.agency_kind not in kinds or one.person_id or one.name.casefold() in family:
            continue
        kind = kinds[one.agency_kind]
        lines = tuple(filter(None, (one.name, one.role, kind)))
        offer = Offer(
            Recipient(lines, children), agency_kind=one.agency_kind, agency_name=one.name, kind_name=kind
        )
        found.setdefault(offer.key, offer)
    return sorted(found.values(), key=lambda one: (one.kind_name, one.agency_name))


def record_told(user: User, record: MeetingRecord) -> RecordTold:
    """All that a signed record tells, to somebody who sees all its children; some ten queries."""
    held = day_of(record.booking.starts_at)
    ties = ties_on(user, record)
    days, after = days_after(user, record), next_of(user, record)
    parts = list(record.parts.all())
    workers = workers_of_children(user, [part.requested_child.child_id for part in parts])
    assert record.signed_at is not None  # It is signed.
    return RecordTold(
        held=held,
        chair=record.booking.chair.full_name,
        signed=day_of(record.signed_at),
        complaint=complaint_route(held),
        came=tuple(_came(one, ties) for one in record.attendances.all()),
        reports=_reports(user, record),
        working_well=record.working_well,
        worried_about=record.worried_about,
        family_view=record.family_view,
        frame=Frame(**{one.name: getattr(record, one.name) for one in fields(Frame)}),
        scale=_scale(held),
        children=tuple(
            _child(part, days.get(part.pk, PlanDays()), workers, after[part.pk]) for part in parts
        ),
        confidential=tuple(_confidential(one) for one in withheld_of(user, record)),
        excluded=_excluded(user, record),
        earlier=earlier_days(record.booking),
    )


def _came(one: Any, ties: Iterable[Any]) -> Came:
    children = frozenset(tie.child_id for tie in ties if tie.person_id == one.person_id)
    kind = "" if one.is_family else one.kind_name or one.agency_kind
    is_care = one.agency_kind == SOCIAL_CARE
    tied = children if one.person_id else frozenset()
    return Came(one.name, one.role, kind, one.mode, one.person_id, tied, is_care)


def _reports(user: User, record: MeetingRecord) -> tuple[ReportGiven, ...]:
    names = dict(AgencyKind.objects.values_list("code", "name"))
    rows = [one for one in on_list(user, record.booking.request) if one.received_date]
    return tuple(
        ReportGiven(one.name, names.get(one.agency_kind, ""), one.received_date, one.shared_date)
        for one in rows
        if one.received_date
    )


def _child(part: Any, days: PlanDays, workers: Mapping[int, User], after: NextShown) -> ChildTold:
    facts: PartFacts = part_facts(part)
    child = part.requested_child.child
    worker = workers.get(child.pk)
    return ChildTold(
        child=child.pk,
        name=facts.name,
        kind=facts.kind,
        voice=part.voice,
        working_well=part.working_well,
        worried_about=part.worried_about,
        decided=decided_of(part),
        actions=tuple(FirstAction(one.what, one.who, one.by_date) for one in part.actions.all()),
        worker=worker.full_name if worker else "",
        core_group=days.core_group.date if days.core_group else None,
        review=days.review.date if days.review else None,
        members=members_told(after) if has_next(part.outcome) else (),
        after=after.told if has_next(part.outcome) else NextTold(),
        participation=label(Participation, part.participation) if part.participation else "",
        **view_texts(part),
    )


def _excluded(user: User, record: MeetingRecord) -> tuple[KeptOut, ...]:
    """Who was excluded and how they took part: no reasons."""
    return tuple(
        KeptOut(
            one.name,
            extent_words(one.answer, one.decided_part),
            instead_words(one.instead, one.instead_words),
            one.person_id,
        )
        for one in exclusions_of(user, record.booking.request)
        if one.is_in_force
    )


def _scale(held: dt.date) -> str:
    scale = scale_on(held)
    return f"{scale.question}? 0 means {scale.lowest}, 10 means {scale.highest}."


def _confidential(one: Any) -> Confidential:
    part = one.part
    return Confidential(
        part.what,
        part.told_by,
        one.kind_name,
        part.from_family,
        frozenset(part.from_people),
        part.from_agencies,
    )


# ----- What was kept ---------------------------------------------------------------------------------------


def key_of(document: Document) -> Key:
    return (document.person_id, document.agency_kind, document.agency_name.lower())


def copies_of(user: User, record: MeetingRecord) -> dict[Key, list[Document]]:
    """{recipient: the versions of their copy, the newest first} of a record in scope, the family first: one
    query.
    """
    rows: QuerySet[Document] = scope(user, Document).filter(record=record, kind=COPY)
    people = "person", "made_by", "sent_by", "released_by", "off_by", "read_by"
    ordered = rows.order_by("agency_kind", "person__full_name", "agency_name", "person", "-version")
    return _by_key(with_large(ordered.select_related(*people)))


def kept_copies(record: MeetingRecord) -> dict[Key, list[Document]]:
    """The same for an operation that was given the record."""
    rows = Document.objects.unscoped("the copies of a record in scope").filter(record=record, kind=COPY)
    return _by_key(rows.order_by("-version"))


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
        kind=COPY,
        person=document.person_id,
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
    """A copy of a meeting's record. Http404 where the person may not see all the meeting's children."""
    people = "record__booking", "person", "made_by", "released_by"
    found: Document = get(
        user, Document.objects.filter(kind=COPY).select_related(*people), pk=pk, record__booking__ref=ref
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


def source_of_copy(facts: CopyFacts, cautions: Sequence[str]) -> dict[str, Any]:
    """What a copy is made from, as it is kept with it and compared by."""
    return {
        "address": address_print(facts.recipient.lines),
        "asked": sorted(child.child for child in facts.copy.children),
        "language": facts.recipient.language,
        "cautions": list(cautions),
    }


def copy_since(
    document: Document, may_have: Mapping[Key, Offer], children: frozenset[int], mended: MendedFacts
) -> list[str]:
    """What is other now than a copy tells; `children` are the ids of those whom the record decides on,
    `mended` what was put right of it.
    """
    offer = may_have.get(key_of(document))
    if offer is None:
        return [NO_TIE_NOW]
    now = sorted(offer.recipient.children & children)
    language = offer.recipient.language
    return [
        *changed_since(document.told, address_print(offer.recipient.lines), now, language),
        *mended.since(document.made_at, now),
    ]
