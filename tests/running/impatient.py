"""The project's Celery app on a timetable of fractions of a second, for trials that kill its workers."""

from safeguarding.celery import app

app.conf.beat_schedule = {
    "duties": {"task": "conferences.tasks.raise_duties", "schedule": 0.4},
    "notices": {"task": "conferences.tasks.send_notices", "schedule": 0.3},
}
app.conf.beat_max_loop_interval = 0.2
# A wiped broker takes its queue and its bindings with it; a beat must find it again within the trial.
app.conf.broker_transport_options = {**app.conf.broker_transport_options, "visibility_timeout": 30}
