"""Signs are noted: the worker's and the timetable's by themselves, e-mail's and the scan's as tried."""

import datetime as dt

import psycopg
import pytest
from celery import signals

from safeguarding.celery import app
from safeguarding.heartbeats import processes
from safeguarding.heartbeats.checking import check
from safeguarding.heartbeats.marks import fails, seen, timed, works
from safeguarding.heartbeats.processes import EVERY, Pulse, Timetable
from safeguarding.heartbeats.verdict import Seen
from safeguarding.models import Heartbeat, Part
from tests.mail.servers import HERE, mail_server

NOW = dt.datetime(2018, 4, 25, 9, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


@pytest.mark.django_db
def test_what_works_keeps_nothing_of_what_was_wrong_before():
    fails(Part.MAIL, TimeoutError("a name"), at=NOW)
    assert seen()[Part.MAIL].wrong == "TimeoutError"
    works(Part.MAIL, at=NOW + SECOND, took=3 * SECOND)
    assert seen()[Part.MAIL] == Seen(NOW + SECOND, NOW + SECOND, "", 3000, NOW + SECOND)


@pytest.mark.django_db
def test_what_fails_keeps_when_it_last_worked():
    works(Part.MAIL, at=NOW)
    fails(Part.MAIL, TimeoutError(), at=NOW + SECOND)
    assert seen()[Part.MAIL] == Seen(NOW, NOW + SECOND, "TimeoutError", 0, NOW)


@pytest.mark.django_db
def test_a_piece_of_work_is_timed_and_its_error_raised():
    moments = iter([NOW, NOW + SECOND, NOW, NOW + 2 * SECOND])
    with timed(Part.SCAN, lambda: next(moments)):
        pass
    assert seen()[Part.SCAN].took_ms == 1000
    with pytest.raises(ZeroDivisionError), timed(Part.SCAN, lambda: next(moments)):
        raise ZeroDivisionError
    assert seen()[Part.SCAN] == Seen(NOW + SECOND, NOW + 2 * SECOND, "ZeroDivisionError", 1000, NOW + SECOND)


@pytest.mark.django_db
def test_it_is_known_since_when_a_part_has_worked_without_a_pause():
    Heartbeat.objects.all().delete()
    for seconds in (0, 15, 60, 180, 190):
        works(Part.WORKER, at=NOW + seconds * SECOND)
    assert seen()[Part.WORKER].since_at == NOW + 180 * SECOND


@pytest.mark.django_db
def test_a_clock_that_was_set_back_begins_anew():
    works(Part.WORKER, at=NOW + 3600 * SECOND)
    works(Part.WORKER, at=NOW)
    assert (seen()[Part.WORKER].worked_at, seen()[Part.WORKER].since_at) == (NOW, NOW)


@pytest.fixture
def signs(monkeypatch):
    """[(part, moment)] as the processes give them."""
    given = []
    monkeypatch.setattr(processes, "sign", lambda part, *, at: given.append((part, at)))
    return given


def test_a_sign_is_given_once_in_a_while(signs):
    pulse = Pulse(Part.WORKER)
    for seconds in range(0, 31, 2):
        pulse.give(at=NOW + seconds * SECOND)
    assert [at - NOW for _, at in signs] == [0 * SECOND, 16 * SECOND]


def test_a_database_that_is_away_ends_no_process(monkeypatch):
    def away(part, *, at):
        raise psycopg.OperationalError

    monkeypatch.setattr(processes, "sign", away)
    Pulse(Part.WORKER).give(at=NOW)


def test_a_worker_gives_its_sign_without_being_asked_for_anything(signs, monkeypatch):
    monkeypatch.setattr(processes, "worker", Pulse(Part.WORKER))
    signals.heartbeat_sent.send(sender=None)
    assert [part for part, _ in signs] == [Part.WORKER]


def test_a_timetable_gives_its_sign_at_each_turn_and_waits_no_longer(signs, monkeypatch, tmp_path):
    monkeypatch.setattr(Timetable, "beat", Pulse(Part.BEAT))
    timetable = Timetable(app=app, schedule_filename=str(tmp_path / "schedule"), lazy=True)
    timetable._store, timetable.merge_inplace = {"entries": {}}, lambda schedule: None
    assert timetable.tick(event_t=None) <= EVERY.total_seconds()
    assert [part for part, _ in signs] == [Part.BEAT]


@pytest.mark.django_db(transaction=True)
def test_a_sign_stands_at_once_whatever_else_is_written():
    processes.sign(Part.BEAT, at=NOW)
    assert seen()[Part.BEAT].worked_at == NOW


@pytest.fixture
def by_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_FILE_PATH, settings.EMAIL_USE_TLS = None, False
    with mail_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = HERE, server.port
        yield settings


@pytest.mark.django_db
def test_e_mail_works_where_its_server_answers_and_nothing_is_sent(by_server):
    check(at=NOW)
    assert seen()[Part.MAIL] == Seen(NOW, NOW, "", 0, NOW)


@pytest.mark.django_db
def test_a_mail_server_that_is_away_is_noted(by_server):
    check(at=NOW)
    by_server.EMAIL_PORT = 9
    check(at=NOW + SECOND)
    assert seen()[Part.MAIL] == Seen(NOW, NOW + SECOND, "ConnectionRefusedError", 0, NOW)


@pytest.mark.django_db
def test_e_mail_that_is_written_to_files_works(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path
    check(at=NOW)
    assert seen()[Part.MAIL].worked_at == NOW and not list(tmp_path.iterdir())


def test_what_is_begun_too_late_is_dropped():
    assert {row["options"]["expires"] / row["schedule"] for row in app.conf.beat_schedule.values()} == {2}


def test_a_clock_that_is_set_back_silences_no_process(signs):
    pulse = Pulse(Part.WORKER)
    for moment in (NOW, NOW - 3600 * SECOND, NOW - 3599 * SECOND):
        pulse.give(at=moment)
    assert signs == [(Part.WORKER, NOW), (Part.WORKER, NOW - 3600 * SECOND)]
