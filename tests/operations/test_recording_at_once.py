"""Fifty people at one draft: every text is either kept or its writer is told; none is lost in silence."""

import threading

import pytest
from django.db import connection

from conferences.models import MeetingRecord
from conferences.operations.recording import StaleVersion, open_record, save_common
from tests.factories import BookingFactory, RequestedChildFactory
from tests.operations.test_recording import AFTER

EDITORS = 50
AT_ONCE = 10


def lines_of(record):
    found = MeetingRecord.objects.unscoped("test").get(pk=record.pk)
    return found.version, found.working_well.splitlines()


def write(record, own):
    """Add one's line; where somebody was first, take up their text and add to it. How often one was told."""
    version, lines, told = 1, [], 0
    while True:
        try:
            values = {"working_well": "\n".join([*lines, own])}
            save_common(record=record, version=version, values=values, by=record.booking.chair, at=AFTER)
            return told
        except StaleVersion as stale:
            version, lines, told = stale.version, stale.theirs["working_well"].splitlines(), told + 1


def editing(record, names, done, gate):
    gate.wait()
    try:
        for name in names:
            done[name] = write(record, name)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_fifty_editors_of_one_draft_are_all_kept():
    booking = BookingFactory()
    RequestedChildFactory(request=booking.request)
    record = open_record(booking=booking, by=booking.chair, at=AFTER)
    names = [f"editor {number}" for number in range(EDITORS)]
    done: dict[str, int] = {}
    gate = threading.Barrier(AT_ONCE)
    shares = [names[start::AT_ONCE] for start in range(AT_ONCE)]
    threads = [threading.Thread(target=editing, args=(record, share, done, gate)) for share in shares]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    version, lines = lines_of(record)
    assert sorted(lines) == sorted(names) and version == EDITORS + 1
    assert len(done) == EDITORS and sum(done.values()) >= EDITORS - 1
