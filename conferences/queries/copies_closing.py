"""Letters that a plan has ended: who may have one, and how they stand for a signed record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from conferences.models import ChildPart, Document, MeetingRecord
from conferences.queries.copies import Key, Offer, every_offer, everybody, grown_offers, offers
from conferences.queries.letters import Recipient as Related
from conferences.rules.documents import DocumentKind
from conferences.rules.exclusions import What
from conferences.rules.vocabulary import DecisionOutcome, EndReason
from safeguarding.clock import day_of
from safeguarding.models import User

CLOSING = DocumentKind.CLOSING.value
DIED = "A child of theirs died: the chair decides whether and how they are written to."


def ended_parts(record: MeetingRecord) -> list[ChildPart]:
    """Of the children whose plan the record ended, as it stands now. Its parts are loaded."""
    return [part for part in record.parts.all() if part.outcome == DecisionOutcome.PLAN_ENDS]


def has_closing(record: MeetingRecord) -> bool:
    """Whether it ended a plan, or letters are kept that say so: one query where it ended none."""
    letters = Document.objects.unscoped("the letters of a record in scope")
    return bool(ended_parts(record)) or letters.filter(record=record, kind=CLOSING).exists()


def closing_offers(user: User, record: MeetingRecord) -> list[Offer]:
    """Who may have a letter that a plan has ended: whoever may have a copy of the record (where they were
    excluded, the decision letter) and of whose children a plan ended. A child reads it in their own version.
    """
    return _weighed(record, grown_offers(user, record, What.LETTER, _ended(record)))


def every_closing_offer(record: MeetingRecord, related: Iterable[Related]) -> list[Offer]:
    """The same whoever asks, of those `related` to its children."""
    return _weighed(record, every_offer(record, related, What.LETTER, _ended(record)))


def closing_proposed(record: MeetingRecord) -> list[Offer]:
    """To whom one is proposed, whoever asks."""
    found = _weighed(record, everybody(record, What.LETTER, _ended(record)))
    return [one for one in found if one.is_ticked]


def offers_of(kind: str, user: User, record: MeetingRecord) -> list[Offer]:
    """Who may have a document of a kind."""
    return closing_offers(user, record) if kind == CLOSING else offers(user, record)


def _ended(record: MeetingRecord) -> frozenset[int]:
    return frozenset(part.requested_child.child_id for part in ended_parts(record))


def _weighed(record: MeetingRecord, found: Iterable[Offer]) -> list[Offer]:
    """Those of whose children a plan ended; where one died, nothing is proposed to the family."""
    died = {
        part.requested_child.child_id
        for part in ended_parts(record)
        if part.end_reason == EndReason.DIED or part.requested_child.child.death_date
    }
    return [
        replace(one, is_ticked=False, why_not=one.why_not or DIED)
        if one.person and one.recipient.children & died
        else one
        for one in found
        if one.recipient.children
    ]


def begun_by(
    versions: Mapping[Key, Sequence[Document]], settled: dt.date | None
) -> dict[Key, Sequence[Document]]:
    """The letters by which a record is settled: where it is, those that were begun by then. What is made for
    somebody later makes nothing due again.
    """
    return {
        key: kept for key, kept in versions.items() if settled is None or day_of(kept[-1].made_at) <= settled
    }
