"""What the service needs around it: Redis that answers, and room on its disks."""

from __future__ import annotations

import os
import shutil
import tempfile

from django.conf import settings
from kombu.exceptions import OperationalError

from safeguarding.celery import app
from safeguarding.db import SECONDS

# Less than this, and somebody is to look.
ROOM_BYTES = 500_000_000
BROKER_OPTIONS = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS}


def redis_answers() -> bool:
    """Whether Celery's broker answers now; a few seconds at most."""
    probe = app.connection_for_read(transport_options=BROKER_OPTIONS)
    try:
        probe.ensure_connection(max_retries=0, timeout=SECONDS)
    except OperationalError:
        return False
    finally:
        probe.release()
    return True


def full_folders() -> list[str]:
    """The folders with too little room for what is handed in, and for what a page keeps for the moment."""
    folders = [tempfile.gettempdir(), str(settings.UPLOAD_FOLDER)]
    there = [folder for folder in folders if os.path.isdir(folder)]
    return [folder for folder in there if shutil.disk_usage(folder).free <= ROOM_BYTES]
