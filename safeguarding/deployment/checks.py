"""System checks of the settings: what must never be relaxed where real people are recorded."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register
from django.db import DatabaseError

from safeguarding.clock import now
from safeguarding.deployment import roles, static, surroundings
from safeguarding.heartbeats import checking
from safeguarding.heartbeats.marks import seen
from safeguarding.heartbeats.verdict import reason, sentence, verdicts
from safeguarding.models import Part
from safeguarding.wording import counted

SURROUNDINGS = "surroundings"


@register(Tags.security)
def second_factor(**_: Any) -> list[Error]:
    """Everybody signs in with a second factor, but for the demo's invented people."""
    if settings.REQUIRE_SECOND_FACTOR or settings.DEMO or settings.DEBUG or settings.TESTING:
        return []
    return [
        Error(
            "REQUIRE_SECOND_FACTOR is off outside the demo.",
            hint="Take it out of the settings: only SAFEGUARDING_DEMO=true turns it off.",
            id="safeguarding.E001",
        )
    ]


@register(Tags.security, deploy=True)
def no_demo(**_: Any) -> list[Warning]:
    """A deployed site is neither the demo nor a test run: both let people in who should not be."""
    shortcuts = {"SAFEGUARDING_DEMO": settings.DEMO, "SAFEGUARDING_TESTING": settings.TESTING}
    return [
        Warning(
            f"{name} is on.",
            hint="It weakens how people sign in. Unset it where real people are recorded.",
            id="safeguarding.W001",
        )
        for name, on in shortcuts.items()
        if on
    ]


@register(Tags.staticfiles, deploy=True)
def static_files(**_: Any) -> list[Error]:
    """Where the styles were not collected, every page is an error."""
    sentence = static.missing() if settings.PRODUCTION else ""
    return [Error(sentence, id="safeguarding.E002")] if sentence else []


@register(Tags.files, deploy=True)
def upload_folder(**_: Any) -> list[Error]:
    """Files that are handed in wait in a folder of this user's, which no other user may read."""
    folder = settings.UPLOAD_FOLDER
    if not settings.PRODUCTION or os.access(folder, os.W_OK | os.X_OK):
        return []
    return [
        Error(
            f"UPLOAD_FOLDER: {folder} is not a folder that this user may write to.",
            hint="Make it, owned by the user that the web and worker processes run as, with mode 0700.",
            id="safeguarding.E003",
        )
    ]


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


@register(Tags.database, deploy=True)
def database_role(databases: Sequence[str] | None = None, **_: Any) -> list[Error]:
    """The service's role can write, but change no history. Asked by: check --deploy --database default"""
    if not databases:
        return []
    return [*_ungranted(), *_too_strong()]


def _ungranted() -> list[Error]:
    """After a migration without a grant, pages fail that write to what it made."""
    tables = roles.not_granted()
    if not tables:
        return []
    return [
        Error(
            f"The database role of DATABASE_URL cannot write to {counted(len(tables), 'table')},"
            f" {tables[0]} among them.",
            hint="As the owner run manage.py migrate, or manage.py grant_role where a backup was restored.",
            id="safeguarding.E005",
        )
    ]


def _too_strong() -> list[Error]:
    return [
        Error(
            f"The database role of DATABASE_URL {fault}.",
            hint="Run the service as a role that owns nothing, and manage.py grant_role as the owner.",
            id="safeguarding.E004",
        )
        for fault in roles.weaknesses()
    ]
