"""What of a signed record stands in the letter that a plan has ended, for one reader. Pure.

Of the children of whom its reader may read, those whose plan ended: that it did, why, which help goes on and
what was agreed. Nothing else that was written of anybody (documents.md 11, security.md C6).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conferences.rules.copies import ChildTold, Recipient, RecordTold, copy_of
from conferences.rules.documents import DocumentKind
from conferences.rules.recording_next import NextTold
from conferences.rules.vocabulary import DecisionOutcome

ENDS = DecisionOutcome.PLAN_ENDS


def ended(children: Iterable[ChildTold]) -> tuple[ChildTold, ...]:
    """Those whose plan ended at the conference."""
    return tuple(child for child in children if child.decided.outcome == ENDS)


def closing_of(record: RecordTold, recipient: Recipient) -> RecordTold:
    """What of a record the letter tells this reader; no child where no plan of one of theirs ended."""
    own = copy_of(record, recipient)
    return replace(
        own,
        came=(),
        reports=None,
        working_well="",
        worried_about="",
        family_view="",
        frame=type(own.frame)(),
        scale="",
        excluded=(),
        confidential=(),
        is_whole=False,
        children=tuple(map(_bare, ended(own.children))),
    )


def _bare(child: ChildTold) -> ChildTold:
    return replace(
        child,
        voice="",
        working_well="",
        worried_about="",
        participation="",
        agency_views="",
        scores="",
        dissent="",
        members=(),
        after=NextTold(),
        core_group=None,
        review=None,
    )


def told_to(kind: str, record: RecordTold, recipient: Recipient) -> RecordTold:
    """What of a record stands in a document of a kind, for this reader."""
    return closing_of(record, recipient) if kind == DocumentKind.CLOSING else copy_of(record, recipient)
