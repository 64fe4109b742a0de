"""System checks of what stands around a deployed service, and of what works unseen: a sentence each."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError

from safeguarding.clock import now
from safeguarding.heartbeats import checking, surroundings
from safeguarding.heartbeats.marks import seen
from safeguarding.heartbeats.verdict import reason, sentence, verdicts
from safeguarding.models import Part

SURROUNDINGS = "surroundings"


@register(SURROUNDINGS, deploy=True)
def mail(**_: Any) -> list[Warning]:
    """Whether e-mail could leave now, from this machine. Without it pages are served."""
    error = checking.fault() if settings.PRODUCTION else None
    if error is None:
        return []
    return [
        Warning(
            f"E-mail cannot leave: {reason(type(error).__name__)}.",
            hint="It goes the way of EMAIL_URL. Emails wait, and are sent when it answers.",
            id="safeguarding.W011",
        )
    ]


@register(SURROUNDINGS, deploy=True)
def redis(**_: Any) -> list[Warning]:
    """Whether the broker answers now. Without it pages are served."""
    if not settings.PRODUCTION or surroundings.redis_answers():
        return []
    return [
        Warning(
            "Redis does not answer at REDIS_URL.",
            hint="Without it no email leaves, nothing new is found due, and no file is read.",
            id="safeguarding.W012",
        )
    ]


@register(SURROUNDINGS, deploy=True)
def room(**_: Any) -> list[Warning]:
    """Room for what is handed in."""
    least = f"{surroundings.ROOM_BYTES // 1_000_000} MB"
    return [
        Warning(
            f"{folder} has less than {least} left.",
            hint="Files that are handed in wait there. Give it more room.",
            id="safeguarding.W013",
        )
        for folder in (surroundings.full_folders() if settings.PRODUCTION else ())
    ]


@register(Tags.database, deploy=True)
def at_work(databases: Sequence[str] | None = None, **_: Any) -> list[Warning]:
    """Worker, timetable and scan by their last signs. Asked by: check --deploy --database default"""
    try:
        signs = seen() if databases and settings.PRODUCTION else None
    except DatabaseError:
        return []  # Before the first migration there is nothing to look into.
    if signs is None:
        return []
    return [
        Warning(
            sentence(one),
            hint="Start it. Before the first start this is no fault.",
            id="safeguarding.W014",
        )
        for one in verdicts(signs, at=now())
        if one.is_still and one.part is not Part.MAIL
    ]
