"""Logs hold what happened and where, and nothing of a record."""

import io
import json
import logging
import logging.config
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection

from safeguarding.deployment.logging import JsonLines, WithoutValues, configuration

CANARY = "Amber Testcase"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a logger called `canary` writes, through our filter and format."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(WithoutValues())
    handler.setFormatter(JsonLines("%(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("canary")
    logger.addHandler(handler)
    yield stream
    logger.removeHandler(handler)


def log() -> logging.Logger:
    return logging.getLogger("canary")


def test_a_line_is_one_json_object(written: io.StringIO) -> None:
    log().warning("read_log_failed", extra={"status_code": 503})
    assert json.loads(written.getvalue())["message"] == "read_log_failed"
    assert json.loads(written.getvalue())["status_code"] == 503


def test_fields_that_nobody_allowed_are_dropped(written: io.StringIO) -> None:
    log().warning("event", extra={"child_name": CANARY, "request": CANARY})
    assert CANARY not in written.getvalue()


def test_an_allowed_field_holds_one_word_and_not_a_name(written: io.StringIO) -> None:
    log().warning("event", extra={"error": f"no such child: {CANARY}", "template": "account/email/reset"})
    assert CANARY not in written.getvalue()
    assert json.loads(written.getvalue())["template"] == "account/email/reset"


def test_what_people_searched_for_is_dropped(written: io.StringIO) -> None:
    log().warning("Not Found: %s", "/children/find?name=Amber+Testcase", extra={"path": "/find?q=Amber"})
    assert "Amber" not in written.getvalue()
    assert json.loads(written.getvalue())["message"] == "Not Found: /children/find?…"


def test_many_spaces_are_written_at_once(written: io.StringIO) -> None:
    began = time.process_time()
    log().warning("Not Found: %s", f"/x{' ' * 8000}y DETAIL: {CANARY}")
    assert time.process_time() - began < 0.5
    assert CANARY not in written.getvalue()


def test_an_exception_says_its_class_and_place_but_not_its_words(written: io.StringIO) -> None:
    try:
        raise ValueError(CANARY) from KeyError(CANARY)
    except ValueError as error:
        log().exception("Task failed: %r", error)
    line = json.loads(written.getvalue())
    assert CANARY not in written.getvalue()
    assert line["exception"] == "ValueError"
    assert any("test_logging.py" in place for place in line["stack"])


@pytest.mark.django_db
def test_what_the_database_tells_of_a_row_is_dropped(written: io.StringIO) -> None:
    with connection.cursor() as cursor, pytest.raises(DatabaseError) as raised:
        cursor.execute("CREATE TEMP TABLE t (name text UNIQUE) ON COMMIT DROP")
        cursor.execute("INSERT INTO t VALUES (%s), (%s)", [CANARY, CANARY])
    assert CANARY in str(raised.value)
    log().error("import refused: %s", raised.value)
    assert CANARY not in written.getvalue()
    assert "duplicate key value" in written.getvalue()


def test_every_logger_that_libraries_use_goes_through_the_filter() -> None:
    made: dict[str, Any] = configuration("INFO", plain=False)
    assert made["handlers"]["console"]["filters"] == ["without_values"]
    for name, logger in made["loggers"].items():
        assert not logger.get("handlers"), name
    assert made["loggers"]["django.db.backends"]["level"] == "WARNING"
