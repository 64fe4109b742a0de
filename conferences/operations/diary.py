"""The secret address of one's own diary: made, and ended at any time. Only its hash is kept."""

from __future__ import annotations

import datetime as dt
import secrets

from django.db import transaction

from conferences.models import DiaryFeed
from conferences.queries.diary import hashed
from safeguarding.audit import record
from safeguarding.models import User

BYTES = 32


@transaction.atomic
def make_feed(*, by: User, at: dt.datetime) -> str:
    """The secret of a new address, told this once; an earlier address of the same person ends."""
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    _end(by, at)
    secret = secrets.token_urlsafe(BYTES)
    feed = DiaryFeed.objects.create(owner=by, secret=hashed(secret), made_at=at)
    record("diary_feed.made", feed, by=by, at=at)
    return secret


@transaction.atomic
def end_feed(*, by: User, at: dt.datetime) -> bool:
    """End one's address; false where there was none."""
    ended = _end(by, at)
    for feed in ended:
        record("diary_feed.ended", feed, by=by, at=at)
    return bool(ended)


def _end(owner: User, at: dt.datetime) -> list[DiaryFeed]:
    feeds = list(DiaryFeed.objects.select_for_update().filter(owner=owner, ended_at=None))
    for feed in feeds:
        feed.ended_at = at
        feed.save(update_fields=["ended_at"])
    return feeds
