"""What a file did, or would do, in words: the same on pages and in the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from conferences.models import ChildrenFeed, FeedLine, FeedOutcome
from conferences.rules.children_feed import Concern
from safeguarding.labelled import label
from safeguarding.wording import number

# Each count, as the lists call it.
COUNTS = {
    "added": "added",
    "named": "named",
    "changed": "changed",
    "moved": "given to a team or worker",
    "unchanged": "unchanged",
    "refused": "refused",
    "noted": "taken in part",
    "asked": "with a question",
}


def words_of(counts: Mapping[str, int]) -> list[str]:
    """["3 added", "1 named", ...], all of them."""
    return [f"{number(counts.get(name, 0))} {words}" for name, words in COUNTS.items()]


def concern_words(concerns: Mapping[str, int]) -> list[str]:
    """["Few of the numbers are known here ... (12 in 100)", ...]."""
    return [f"{label(Concern, code)} ({share} in 100)" for code, share in concerns.items()]


def why(problem: str, remark: str, finding: str) -> str:
    return " ".join(part for part in (problem, finding, remark) if part)


def faults(feed: ChildrenFeed) -> Iterator[tuple[int, str, bool, str]]:
    """(line, the child's number, whether it is refused, why) for each line with something to say."""
    lines = FeedLine.objects.unscoped("numbers and sentences for whoever runs the command").filter(feed=feed)
    told = lines.exclude(problem="", remark="", finding="").order_by("line")
    columns = ("line", "number", "outcome", "problem", "remark", "finding")
    for line, child, outcome, *sentences in told.values_list(*columns).iterator():
        yield line, child, outcome == FeedOutcome.REFUSED, why(*sentences)
