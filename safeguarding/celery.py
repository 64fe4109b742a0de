"""The Celery app: tasks of every installed app, configured by the CELERY_ settings."""

import logging.config
import os
from typing import Any

from celery import Celery, signals
from django.conf import settings

from safeguarding.deployment import localservices

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "safeguarding.settings")

app = Celery("safeguarding")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@signals.setup_logging.connect
def use_our_logging(**_: Any) -> None:
    """Keep Celery from installing its own log format, which prints what tasks were given and raised."""
    logging.config.dictConfig(settings.LOGGING)


@signals.celeryd_init.connect
@signals.beat_init.connect
def start_local_services(**_: Any) -> None:
    """A worker or beat started by hand, with DATABASE_URL unset, brings its servers up like any command."""
    if settings.LOCAL_SERVICES:
        localservices.ensure()
