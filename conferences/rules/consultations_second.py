"""Which decided consultations somebody else looks at anew, without seeing the decision. Pure.

One child of one act of deciding at most, so that brothers and sisters do not count as several cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from conferences.rules.consultations import Answer

# What is drawn from. A question is no decision, and a partner's right nobody decides.
DRAWN_FROM = (Answer.AGREE, Answer.AGREE_LEGAL, Answer.ANOTHER_WAY)
LOTS = 100


@dataclass(frozen=True)
class Lot:
    """The lot of an act: `number` from 0 to 99, and the decision (its reference) that it falls on."""

    number: int
    decision: UUID


def lot(decisions: Sequence[UUID]) -> Lot:
    """The lot of the decisions of one act, by the references that they were given as they were written.

    Random to everybody before, and the same for everybody after: whoever has the references draws it again.
    """
    ordered = sorted(one.bytes for one in decisions)
    digest = sha256(b"".join(ordered)).digest()
    number = int.from_bytes(digest[:8]) % LOTS
    return Lot(number, UUID(bytes=ordered[int.from_bytes(digest[8:16]) % len(ordered)]))


def is_drawn(number: int, share: int) -> bool:
    """Whether a lot falls within a share in per cent: never within 0, always within 100."""
    return number < share
