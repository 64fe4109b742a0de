"""A file of children from the case system: what it may tell, and when it is asked about as a whole. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from safeguarding.labelled import Labelled

# From so many on a share tells something.
FEW = 20
# Less than this share of known numbers, in both directions, is the mark of somebody else's file.
LEAST_KNOWN = 50
# More than this share of the last file's children are not gone by themselves.
MOST_MISSING = 20
# More than this share of the names do not change from one file to the next.
MOST_RENAMED = 20


class Item(Labelled):
    """What a line tells of a child, as one thing to keep or to take."""

    NAME = "NAME", "Name"
    BIRTH = "BIRTH", "Date of birth"
    SEX = "SEX", "Sex"
    UPN = "UPN", "Pupil number"
    FAMILY = "FAMILY", "Family"
    ADDRESS = "ADDRESS", "Address"
    HOLDER = "HOLDER", "Team and worker"


class Concern(Labelled):
    """What is asked before a file as a whole is taken in."""

    UNKNOWN = "UNKNOWN", "Few of the numbers are known here. Is this another council’s file?"
    MISSING = "MISSING", "Many children of the last file are missing from this one"
    RENAMED = "RENAMED", "Many children have another name than in the last file"


@dataclass(frozen=True)
class Overlap:
    """How a file and the record lie over each other, in children. `last`: of the last file taken in."""

    rows: int
    known: int
    recorded: int
    last: int
    last_missing: int
    named_before: int
    renamed: int


def concerns(overlap: Overlap) -> Mapping[str, int]:
    """{concern: the share in a hundred that it is about}, for those that there are."""
    shares = {
        Concern.UNKNOWN: _unknown(overlap),
        Concern.MISSING: _over(overlap.last_missing, overlap.last, MOST_MISSING),
        Concern.RENAMED: _over(overlap.renamed, overlap.named_before, MOST_RENAMED),
    }
    return {concern.value: share for concern, share in shares.items() if share is not None}


def _unknown(overlap: Overlap) -> int | None:
    """The share of numbers that are known, where it is small both of the file and of the record."""
    if min(overlap.rows, overlap.recorded) < FEW:
        return None
    share = 100 * overlap.known // min(overlap.rows, overlap.recorded)
    return share if share < LEAST_KNOWN else None


def _over(part: int, whole: int, most: int) -> int | None:
    if whole < FEW:
        return None
    share = 100 * part // whole
    return share if share > most else None
