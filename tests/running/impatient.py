"""The project's Celery app on a timetable of fractions of a second, at the hour that a trial sets.

The file TRIAL_CLOCK, where one is given, holds the moment that each task begins at.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

import time_machine
from celery import signals
from django.conf import settings

from safeguarding.celery import app

app.conf.beat_schedule = {
    "duties": {"task": "conferences.tasks.raise_duties", "schedule": 0.4},
    "messages": {"task": "conferences.tasks.write_messages", "schedule": 2.0},
    "notices": {"task": "conferences.tasks.send_notices", "schedule": 0.3},
}
app.conf.beat_max_loop_interval = 0.2
# A wiped broker takes its queue and its bindings with it; a beat must find it again within the trial.
app.conf.broker_transport_options = {**app.conf.broker_transport_options, "visibility_timeout": 30}
settings.EMAIL_TIMEOUT = 1
clock: list[time_machine.Traveller] = []


@signals.task_prerun.connect
def set_clock(**_: Any) -> None:
    """In the process of the task alone: the worker's own, which keeps its timetable, stays in its time."""
    if "TRIAL_CLOCK" not in os.environ:
        return
    moment = datetime.fromisoformat(Path(os.environ["TRIAL_CLOCK"]).read_text())
    if clock:
        clock[0].move_to(moment, tick=True)
    else:
        clock.append(time_machine.travel(moment, tick=True).start())
