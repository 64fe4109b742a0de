"""The secret address of one's own diary: made, and ended at any time. Only its hash is kept."""

from __future__ import annotations

import datetime as dt
import secrets

from conferences.models import DiaryFeed
from conferences.queries.diary import hash_of
from safeguarding.audit import record
from safeguarding.models import User
from safeguarding.operation import lock, lock_rows, operation
from safeguarding.rights import Permission

BYTES = 32


@operation(needs=Permission.READ_DIARY)
def make_feed(*, by: User, at: dt.datetime) -> str:
    """The secret of a new address, told this once; an earlier address of the same person ends."""
    owner = lock(by)
    _end(owner, at)
    secret = secrets.token_urlsafe(BYTES)
    feed = DiaryFeed.objects.create(owner=owner, secret=hash_of(secret), made_at=at)
    record("diary_feed.made", feed, by=by, at=at)
    return secret


@operation(needs=Permission.READ_DIARY)
def end_feed(*, by: User, at: dt.datetime) -> bool:
    """End one's address; false where there was none."""
    ended = _end(by, at)
    for feed in ended:
        record("diary_feed.ended", feed, by=by, at=at)
    return bool(ended)


def _end(owner: User, at: dt.datetime) -> list[DiaryFeed]:
    feeds = lock_rows(DiaryFeed.objects.filter(owner=owner, ended_at=None))
    for feed in feeds:
        feed.ended_at = at
        feed.save(update_fields=["ended_at"])
    return feeds
