"""Trying whether e-mail could leave now, so that a server that is away is known before it is needed."""

from __future__ import annotations

import datetime as dt
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection

from safeguarding.heartbeats import marks
from safeguarding.models import Part


def check(*, at: dt.datetime) -> None:
    """Try it, and note how that went."""
    if error := fault():
        marks.fails(Part.MAIL, error, at=at)
    else:
        marks.works(Part.MAIL, at=at)


def fault() -> Exception | None:
    """Open a connection, sign in, close it: what was wrong, or None. Files need no connection."""
    mail = get_connection()
    try:
        if not settings.EMAIL_FILE_PATH:
            mail.open()
    except (OSError, SMTPException, ValueError) as error:
        return error
    finally:
        mail.close()
    return None
