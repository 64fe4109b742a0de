"""Work for the background that the ground needs: each task reads the clock and calls one thing."""

from __future__ import annotations

from celery import shared_task

from safeguarding import counts
from safeguarding.clock import now, today
from safeguarding.drafts import operations as drafts
from safeguarding.heartbeats import checking


@shared_task
def sweep_drafts() -> None:
    """Delete what was typed long ago and never saved."""
    drafts.sweep(on=today())


@shared_task
def sweep_counts() -> None:
    """Delete counts of a week ago, and the changes that no kept count can have missed."""
    counts.sweep()


@shared_task
def check_mail() -> None:
    """Try whether e-mail could leave."""
    checking.check(at=now())
