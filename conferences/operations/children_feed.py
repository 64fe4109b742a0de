"""What becomes of a file of children: handed in, shown, answered, taken in, or left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping

from django.db import connection
from django.db.models import F, Func, Value

from conferences.models import ChildrenFeed, FeedLine, FeedStatus
from conferences.rules.children_feed import Item
from safeguarding import audit
from safeguarding.access import scope
from safeguarding.models import User
from safeguarding.operation import lock, lock_all, lock_rows, operation
from safeguarding.refusals import Refused
from safeguarding.rights import Permission

LONGEST_NAME = 200
UNREAD = (FeedStatus.WAITING, FeedStatus.READING)
AT_WORK = (*UNREAD, FeedStatus.GOING_IN)
OPEN = (*AT_WORK, FeedStatus.SHOWN)
OVER = "This file is no longer one to be taken in."
CHANGED = "Somebody has done something with this file meanwhile. Look at it again."


@operation(needs=Permission.FEED_CHILDREN, system=True)
def accept_feed(*, file_name: str, sha256: str, size: int, by: User, at: dt.datetime) -> ChildrenFeed:
    """The row of a file that waits to be read. The very file that is open keeps its row: a double click.

    A file that was shown and not taken in is left for this one.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 1))", [sha256])
    same = ChildrenFeed.objects.filter(sha256=sha256, status__in=OPEN).first()
    if same:
        return same
    for shown in lock_rows(ChildrenFeed.objects.filter(status=FeedStatus.SHOWN)):
        _leave(shown, by, at)
    feed = ChildrenFeed.objects.create(
        file_name=file_name[-LONGEST_NAME:], sha256=sha256, size=size, handed_in_by=by, handed_in_at=at
    )
    audit.record("children_feed.handed_in", feed, by=by, at=at, detail={"sha256": sha256, "size": size})
    return feed


@operation(needs=Permission.FEED_CHILDREN, system=True)
def begin_reading(*, feed: ChildrenFeed, by: User) -> bool:
    """The file is being read from now on, from its beginning. False where it was read, or refused."""
    waiting = lock(feed)
    if waiting.status not in UNREAD:
        return False
    waiting.status, waiting.progress = FeedStatus.READING, 0
    waiting.save(update_fields=["status", "progress"])
    return True


@operation(needs=Permission.FEED_CHILDREN, system=True)
def show(
    *, feed: ChildrenFeed, counts: Mapping[str, int], concerns: Mapping[str, int], by: User
) -> ChildrenFeed:
    """The file was read and compared: from now on pages show what it would do."""
    held = lock(feed)
    held.status, held.counts, held.concerns = FeedStatus.SHOWN, dict(counts), dict(concerns)
    held.progress = counts["rows"]
    held.save(update_fields=["status", "counts", "concerns", "progress"])
    return held


@operation(needs=Permission.FEED_CHILDREN, system=True)
def refuse_feed(*, feed: ChildrenFeed, sentence: str, by: User, at: dt.datetime) -> ChildrenFeed:
    """The file could not be read, or may not be taken in: nothing of it is kept but this sentence."""
    held = lock(feed)
    if held.status not in AT_WORK:
        raise Refused(CHANGED)
    _clear(held)
    held.status, held.refusal = FeedStatus.REFUSED, sentence
    held.save(update_fields=["status", "refusal"])
    audit.record("children_feed.refused", held, by=by, at=at)
    return held


@operation(needs=Permission.FEED_CHILDREN)
def answer(*, answers: Mapping[FeedLine, Collection[str]], by: User, at: dt.datetime) -> None:
    """Of each line, the items of which the file's words are taken; ours are kept of the others."""
    for feed in lock_all([line.feed for line in answers]):
        _open(feed)
    for line, items in answers.items():
        held = lock(line)
        takes = [item for item in held.asks if item in items]
        if takes != held.takes:
            held.takes = takes
            held.save(update_fields=["takes"])
            detail = {"line": held.line, "takes": takes}
            audit.record("children_feed.answered", held.feed, by=by, at=at, detail=detail)


@operation(needs=Permission.FEED_CHILDREN)
def answer_all(*, feed: ChildrenFeed, item: str, take: bool, by: User, at: dt.datetime) -> int:
    """Take the file's words of an item, or keep ours, wherever it is asked and `by` may see the child."""
    _open(lock(feed))
    if item not in list(Item):
        raise Refused("Select what the answer is for", "item")
    asked = scope(by, FeedLine).filter(feed=feed, asks__contains=[item])
    without = Func(F("takes"), Value(item), function="array_remove")
    takes = Func(without, Value(item), function="array_append") if take else without
    count = FeedLine.objects.unscoped("questions in scope of who answers").filter(pk__in=asked.values("pk"))
    answered: int = count.update(takes=takes)
    audit.record(
        "children_feed.answered", feed, by=by, at=at, detail={"item": item, "take": take, "lines": answered}
    )
    return answered


@operation(needs=Permission.FEED_CHILDREN, system=True)
def ask_in(*, feed: ChildrenFeed, reason: str = "", by: User, at: dt.datetime) -> ChildrenFeed:
    """Have the file taken in. Raises Refused: it is over; something is asked, and no reason given."""
    held = lock(feed)
    _open(held)
    words = reason.strip()
    if held.concerns and not words:
        raise Refused("Enter why the file is to be taken in all the same", "reason")
    held.status, held.reason = FeedStatus.GOING_IN, words if held.concerns else ""
    held.taken_in_by, held.taken_in_at = by, at
    held.save(update_fields=["status", "reason", "taken_in_by", "taken_in_at"])
    audit.record("children_feed.asked_in", held, by=by, at=at, detail={"concerns": held.concerns})
    return held


@operation(needs=Permission.FEED_CHILDREN, system=True)
def finish(*, feed: ChildrenFeed, counts: Mapping[str, int], by: User, at: dt.datetime) -> ChildrenFeed:
    """The file was taken in, within the transaction that wrote it."""
    held = lock(feed)
    held.status, held.counts = FeedStatus.TAKEN_IN, dict(counts)
    held.save(update_fields=["status", "counts"])
    audit.record("children_feed.taken_in", held, by=by, at=at, detail=dict(counts))
    return held


@operation(needs=Permission.FEED_CHILDREN)
def leave(*, feed: ChildrenFeed, by: User, at: dt.datetime) -> ChildrenFeed:
    """Leave the file: nothing of it is taken in, and its lines are let go."""
    held = lock(feed)
    _open(held)
    return _leave(held, by, at)


def _leave(feed: ChildrenFeed, by: User, at: dt.datetime) -> ChildrenFeed:
    _clear(feed)
    feed.status = FeedStatus.LEFT
    feed.save(update_fields=["status"])
    audit.record("children_feed.left", feed, by=by, at=at)
    return feed


def _open(feed: ChildrenFeed) -> None:
    if feed.status != FeedStatus.SHOWN:
        raise Refused(OVER)


def _clear(feed: ChildrenFeed) -> None:
    FeedLine.objects.unscoped("lines of a file that is let go").filter(feed=feed).delete()
