"""System checks of the settings: what must never be relaxed where real people are recorded."""

import os
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from safeguarding.deployment import roles, static
from safeguarding.wording import counted


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
