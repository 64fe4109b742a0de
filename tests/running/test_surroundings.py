"""What check --deploy sees around the service: mail, Redis, room, and what works unseen, a sentence each."""

import datetime as dt
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Warning, run_checks

from safeguarding.celery import app
from safeguarding.clock import now
from safeguarding.heartbeats import checking, surroundings
from safeguarding.heartbeats.checks import SURROUNDINGS
from safeguarding.mail import notify
from safeguarding.mail.transports import NOTIFY, SMTP
from safeguarding.models import Heartbeat
from tests.mail.test_transports import SECRET, SERVICE, TEMPLATE
from tests.running.postbox import HERE, Postbox

# The port that discards, where nobody listens.
NOBODY = 9


@pytest.fixture(autouse=True)
def production(settings: Any, tmp_path: Path) -> None:
    settings.PRODUCTION, settings.UPLOAD_FOLDER, settings.EMAIL_FILE_PATH = True, tmp_path, None


@pytest.fixture
def postbox(settings: Any) -> Iterator[Postbox]:
    """A mail server that answers, and is the one of the settings."""
    box = Postbox()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, HERE, box.port
    yield box
    box.close()


def told(**asked: Any) -> list[tuple[str, str]]:
    """Each warning of ours, as (id, sentence)."""
    found = run_checks(include_deployment_checks=True, **asked)
    return [(str(one.id), str(one.msg)) for one in found if isinstance(one, Warning)]


def test_where_all_answers_nothing_is_told(postbox: Postbox) -> None:
    assert told(tags=[SURROUNDINGS]) == []


def test_a_mail_server_that_is_away_is_told(postbox: Postbox, settings: Any) -> None:
    settings.EMAIL_PORT = NOBODY
    assert told(tags=[SURROUNDINGS]) == [
        ("safeguarding.W011", "E-mail cannot leave: nothing answers at its address.")
    ]


def test_a_proxy_that_cannot_be_reached_is_told(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody knows then whether GOV.UK Notify would answer."""
    settings.EMAIL_BACKEND, settings.NOTIFY_TEMPLATE = NOTIFY, TEMPLATE
    settings.NOTIFY_API_KEY = f"live-{SERVICE}-{SECRET}"
    monkeypatch.setenv("https_proxy", f"http://{HERE}:{NOBODY}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setattr(notify, "OPENER", urllib.request.build_opener(notify.NoRedirects))
    assert told(tags=[SURROUNDINGS]) == [
        (
            "safeguarding.W011",
            "E-mail cannot leave: GOV.UK Notify is not reached by the proxy that HTTPS_PROXY names.",
        )
    ]


def test_redis_that_is_away_is_told(postbox: Postbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.conf, "broker_read_url", "redis+socket:///nowhere?virtual_host=0")
    assert told(tags=[SURROUNDINGS]) == [("safeguarding.W012", "Redis does not answer at REDIS_URL.")]


def test_a_folder_without_room_is_told(
    postbox: Postbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(surroundings, "ROOM_BYTES", 10**18)
    assert ("safeguarding.W013", f"{tmp_path} has less than 1000000000000 MB left.") in told(
        tags=[SURROUNDINGS]
    )


def test_nothing_of_it_is_asked_where_nobody_is_served(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PRODUCTION = False
    monkeypatch.setattr(checking, "fault", pytest.fail)
    monkeypatch.setattr(surroundings, "redis_answers", pytest.fail)
    assert told(tags=[SURROUNDINGS]) == []


@pytest.mark.django_db
def test_a_worker_that_never_ran_and_a_timetable_that_stands_still_are_told() -> None:
    assert "safeguarding.W014" not in dict(told(tags=["database"], databases=["default"]))
    Heartbeat.objects.filter(part="WORKER").delete()
    long_ago = now() - dt.timedelta(minutes=2)
    Heartbeat.objects.filter(part="BEAT").update(worked_at=long_ago)
    found = [
        sentence
        for identity, sentence in told(tags=["database"], databases=["default"])
        if identity == "safeguarding.W014"
    ]
    assert len(found) == 2
    assert found[0].endswith(
        "has never been seen at work: no email leaves, nothing new is found due, and no file is read."
    )
    assert " has not worked since " in found[1]
