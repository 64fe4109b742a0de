"""The settings as each kind of start gets them, and the checks that guard them."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection, transaction
from django.test import Client

from safeguarding.db import snapshot, unlimited
from safeguarding.deployment.static import missing
from tests.running.processes import python
from tests.running.test_env import PRODUCTION

READ = """
import json
from django.conf import settings
names = {names}
print(json.dumps({{name: getattr(settings, name) for name in names}}, default=str))
"""


def read(*names: str, **environment: str) -> dict[str, Any]:
    """Settings as a process started with this environment sees them."""
    environment = {"DJANGO_SETTINGS_MODULE": "safeguarding.settings", **environment}
    told = python("-c", READ.format(names=names), **environment)
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_the_demo_does_not_pass_the_deployment_check() -> None:
    told = python(
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"), **PRODUCTION, SAFEGUARDING_DEMO="true"
    )
    assert told.returncode == 1
    assert "SAFEGUARDING_DEMO is on." in told.stderr


def test_production_is_strict() -> None:
    found = read(
        *("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_NAME", "REQUIRE_SECOND_FACTOR"),
        *("SECURE_SSL_REDIRECT", "PASSWORD_HASHERS", "DEBUG", "COMPONENTS_PAGE"),
        **PRODUCTION,
    )
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-") and found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_NAME"].startswith("__Host-") and found["SECURE_SSL_REDIRECT"]
    assert found["REQUIRE_SECOND_FACTOR"] and not found["DEBUG"] and not found["COMPONENTS_PAGE"]
    assert "Argon2" in found["PASSWORD_HASHERS"][0]


def test_a_killed_workers_tasks_come_back_but_never_while_one_may_still_run() -> None:
    assert settings.CELERY_TASK_ACKS_LATE and settings.CELERY_TASK_REJECT_ON_WORKER_LOST
    assert settings.CELERY_WORKER_PREFETCH_MULTIPLIER == 1
    assert settings.CELERY_ACCEPT_CONTENT == ["json"]
    assert settings.CELERY_BROKER_TRANSPORT_OPTIONS["visibility_timeout"] > settings.CELERY_TASK_TIME_LIMIT


def test_a_bad_value_ends_a_command_with_a_sentence() -> None:
    told = python("manage.py", "migrate", DEBUG="maybe")
    assert told.returncode == 1
    assert told.stderr == "manage.py: DEBUG must be true or false.\n"


def test_without_static_files_every_page_would_fail(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "staticfiles.json").touch()
    assert missing(tmp_path) == ""
    settings.PRODUCTION, settings.UPLOAD_FOLDER = True, tmp_path
    assert [m.id for m in run_checks(include_deployment_checks=True, tags=["staticfiles"])] == [
        "safeguarding.E002"
    ]


def test_an_upload_folder_that_is_not_there_is_named(settings: Any) -> None:
    settings.PRODUCTION, settings.UPLOAD_FOLDER = True, Path("/nowhere/at/all")
    (fault,) = run_checks(include_deployment_checks=True, tags=["files"])
    assert fault.msg == "UPLOAD_FOLDER: /nowhere/at/all is not a folder that this user may write to."


def test_a_key_that_was_changed_still_opens_what_it_closed() -> None:
    """Sessions and links hold signatures of the key; a new one is tried first, the earlier ones after it."""
    before, after = "b" * 50, "a" * 50
    found = read(
        "SECRET_KEY",
        "SECRET_KEY_FALLBACKS",
        **{**PRODUCTION, "SECRET_KEY": after},
        SECRET_KEY_FALLBACKS=before,
    )
    assert (found["SECRET_KEY"], found["SECRET_KEY_FALLBACKS"]) == (after, [before])


@pytest.mark.parametrize(("demo", "faults"), [(False, ["safeguarding.E001"]), (True, [])])
def test_only_the_demo_may_do_without_a_second_factor(settings: Any, demo: bool, faults: list[str]) -> None:
    settings.REQUIRE_SECOND_FACTOR, settings.TESTING, settings.DEMO = False, False, demo
    assert [m.id for m in run_checks(tags=["security"]) if m.id == "safeguarding.E001"] == faults


def test_nothing_of_others_may_run_in_a_page(client: Client) -> None:
    policy = client.get("/health/live").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy


@pytest.mark.django_db
def test_pages_have_time_limits_in_the_database() -> None:
    assert shown("statement_timeout") == "15s"
    assert shown("lock_timeout") == "3s"
    assert shown("idle_in_transaction_session_timeout") == "1min"


@pytest.mark.django_db
def test_a_row_s_trigger_reads_which_triggers_to_ignore_without_failing() -> None:
    assert shown("pgtrigger.ignore") == "{}"


@pytest.mark.django_db(transaction=True)
def test_long_work_lifts_the_limit_for_its_own_transaction_only() -> None:
    with unlimited():
        assert shown("statement_timeout") == "0"
        assert shown("lock_timeout") == "3s"
    with transaction.atomic():
        assert shown("statement_timeout") == "15s"


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_sees_one_moment_and_may_reckon_for_as_long_as_it_needs() -> None:
    with snapshot():
        assert shown("transaction_isolation") == "repeatable read"
        assert (shown("statement_timeout"), shown("idle_in_transaction_session_timeout")) == ("0", "0")
    with transaction.atomic():
        assert shown("transaction_isolation") == "read committed"
        assert shown("idle_in_transaction_session_timeout") == "1min"


def shown(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {name}")
        return str(cursor.fetchone()[0])
