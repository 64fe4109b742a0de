"""Work for the background: each task reads the clock and calls one thing. Ids only, never a name."""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task

from conferences.exchange.census import asked, inbox
from conferences.exchange.feed import inbox as feed_inbox
from conferences.operations import (
    consultations_rules,
    duties,
    duties_notices,
    duties_reconciliation,
    duties_refresh,
    feedback_ends,
    invitations_links_ends,
    learning_trials,
    look_ups,
    notices_messages,
    pairs_scan,
    service_horizon,
)
from safeguarding.clock import now, today
from safeguarding.heartbeats.marks import timed
from safeguarding.models import Part

# Younger ones are most likely in a worker's hands already.
LOST_AFTER = timedelta(minutes=2)


@shared_task
def read_census_file(file_id: int) -> None:
    """Read a census file that was handed in."""
    inbox.read(file_id=file_id, clock=now)


@shared_task
def do_what_is_asked_of_file(file_id: int) -> None:
    """Keep, discard or undo a census file that was read, or look at it again."""
    asked.do(file_id=file_id, clock=now)


@shared_task
def ask_for_waiting_files() -> None:
    """Ask again for files whose message was lost."""
    inbox.ask_for_all(before=now() - LOST_AFTER)
    asked.send_all(before=now() - LOST_AFTER)
    feed_inbox.ask_for_all(before=now() - LOST_AFTER)


@shared_task
def read_children_feed(feed_id: int) -> None:
    """Read a file of children that was handed in, and compare it with the record."""
    feed_inbox.read(feed_id=feed_id, clock=now)


@shared_task
def take_in_children_feed(feed_id: int) -> None:
    """Take in a file of children that somebody has seen."""
    feed_inbox.take_in(feed_id=feed_id, clock=now)


@shared_task
def raise_duties() -> None:
    """Raise what is due and close what is not."""
    with timed(Part.SCAN, now):
        duties.scan(on=today(), at=now())


@shared_task
def look_up_trials() -> None:
    """Look up the figure of each trial whose review has come."""
    learning_trials.look_up_due(at=now())


@shared_task
def raise_consultations() -> None:
    """Raise the consultations that a rule asks for, and close those that are asked no more.

    Raises RuntimeError where some could not be: the service’s page shows it, and the next turn tries again.
    """
    failed = consultations_rules.raise_by_rule(at=now()).failed
    if failed:
        raise RuntimeError(f"{failed} consultations could not be raised or closed")


@shared_task
def look_up_what_became() -> None:
    """Look up what became of children some months after decisions and after plans ended.

    Raises RuntimeError where something could not be kept: the service’s page shows it, and the next turn
    tries again.
    """
    failed = look_ups.look_up(at=now()).failed
    if failed:
        raise RuntimeError(f"{failed} look-ups could not be kept")


@shared_task
def write_messages() -> None:
    """Make the e-mails that are owed, beside those that are being sent."""
    notices_messages.write_messages(at=now())


@shared_task
def send_notices() -> None:
    """Send the e-mails that were made."""
    duties_notices.send_due(clock=now)


@shared_task
def refresh_duties(children: list[int]) -> None:
    """Compare the duties of these children anew, for whom a scan was running when a fact was written."""
    duties_refresh.refresh_children(children, at=now())


@shared_task
def reconcile_duties() -> None:
    """Check once a day what was raised against what should have been."""
    duties_reconciliation.reconcile_once(clock=now)


@shared_task
def find_pairs() -> None:
    """Compare the records of children with each other, for those that may be of one child."""
    pairs_scan.find_pairs(at=now())


@shared_task
def ask_for_holidays() -> None:
    """Ask for more bank holidays before the known ones end."""
    service_horizon.ask_for_holidays(at=now())


@shared_task
def sweep_feedback() -> None:
    """Delete what people wrote long ago, and codes of slips that are taken no more."""
    feedback_ends.sweep(on=today())


@shared_task
def sweep_report_links() -> None:
    """End the links of agencies whose day is over, with what was typed there and not sent."""
    invitations_links_ends.sweep(on=today(), at=now())
