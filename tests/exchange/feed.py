"""A file of children for the tests: rows by the names of the columns, and taken in as the command does it."""

from __future__ import annotations

import csv
import io

from conferences.exchange.feed import inbox
from conferences.models import ChildrenFeed, FeedLine
from conferences.operations import children_feed
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now

COLUMNS = {
    "number": "Child number",
    "upn": "UPN",
    "given": "Given names",
    "family": "Family name",
    "born": "Date of birth",
    "expected": "Expected date of birth",
    "sex": "Sex",
    "ref": "Family reference",
    "address": "Address",
    "postcode": "Postcode",
    "worker": "Worker",
    "team": "Team",
}


def row(number: str = "FB001", **cells: str) -> dict[str, str]:
    """A child who is new; a cell given as "" is empty."""
    return {"number": number, "given": "Amber", "family": "Fable", "born": "2012-05-04", "sex": "F"} | cells


def bare(number: str, **cells: str) -> dict[str, str]:
    """A line that tells of a child nothing but what is given."""
    return {"number": number, **cells}


def feed_csv(*rows: dict[str, str]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return out.getvalue().encode()


def shown(*rows: dict[str, str], content: bytes = b"") -> ChildrenFeed:
    """The file read and compared."""
    file, system = io.BytesIO(content or feed_csv(*rows)), system_user()
    size, sha256 = inbox.look_at(file)
    with acting_as(system):
        feed = children_feed.accept_feed(file_name="c.csv", sha256=sha256, size=size, by=system, at=now())
        return inbox.show(feed, file, by=system, clock=now, on_progress=lambda lines: None)


def put_in(feed: ChildrenFeed, reason: str = "It is right") -> ChildrenFeed:
    """A file that was shown, taken in."""
    system = system_user()
    with acting_as(system):
        children_feed.ask_in(feed=feed, reason=reason, by=system, at=now())
        return inbox.write(feed, by=system, clock=now)


def fed(*rows: dict[str, str]) -> ChildrenFeed:
    return put_in(shown(*rows))


def lines(feed: ChildrenFeed) -> list[FeedLine]:
    return list(FeedLine.objects.unscoped("a test").filter(feed=feed))
