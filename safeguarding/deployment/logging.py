"""Logs as JSON without personal data: fields by an allow-list, and no value of any record in the text.

The message of an exception may hold a name (PostgreSQL's DETAIL, a value that would not parse), so a log line
says the exception's class and where it was raised, never what it said.
"""

import logging
import re
import traceback
from typing import Any

from pythonjsonlogger.json import JsonFormatter

# What a caller may add with `extra=`, as a number or one word; anything else is dropped.
EXTRA_FIELDS = frozenset(
    {"children", "duration_ms", "error", "event", "method", "path", "reference", "status", "status_code"}
    | {"task", "template", "user_id"}
)
OWN_FIELDS = frozenset({"time", "level", "logger", "message", "exception", "stack"})
ONE_WORD = re.compile(r"[\w./:…?-]{1,100}")
QUERY = re.compile(r"(?<=[^\s?])\?[^\s\"']*")
# The code of a slip of feedback: with its time it would say who gave an answer when. And the secret of a link
# by which an agency gives its report.
SLIP = re.compile(r"(/say/|/report/)[\w-]+")
# What PostgreSQL adds to an error, to the end of its line; and rows and keys quoted within one. Of spaces in
# a row only the first is a beginning: an address may hold thousands.
POSTGRES_LINES = re.compile(
    r"(?<!\s)\s*\b(DETAIL|CONTEXT|HINT|STATEMENT|LINE \d+|PARAMETERS):\s[^\n]*", re.IGNORECASE
)
POSTGRES_VALUES = re.compile(r"(Failing row contains|Key) \(.*")


class JsonLines(JsonFormatter):
    """One JSON object a line, of allowed fields only."""

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        return {
            key: value
            for key, value in log_data.items()
            if key in OWN_FIELDS or (key in EXTRA_FIELDS and ONE_WORD.fullmatch(str(value)))
        }

    def formatException(self, ei: Any) -> str:
        return ""


class WithoutValues(logging.Filter):
    """Take the values of records out of a log record before any handler sees it."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            text = without_errors(text, error)
            record.exception = type(error).__name__
            record.stack = [
                f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)
            ]
        record.msg, record.args = without_values(text), None
        record.exc_info = record.exc_text = record.stack_info = None
        if hasattr(record, "path"):
            record.path = without_values(str(record.path))
        return True


def without_values(text: str) -> str:
    """The text without query strings, codes and secrets of addresses, PostgreSQL's details, quoted rows."""
    text = POSTGRES_LINES.sub("", SLIP.sub(r"\1…", QUERY.sub("?…", text)))
    return POSTGRES_VALUES.sub(r"\1 (…)", text)


def without_errors(text: str, error: BaseException) -> str:
    """The text with what the error, and the errors behind it, said replaced by their class."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        for said in (repr(link), str(link), *(str(argument) for argument in link.args)):
            if said:
                text = text.replace(said, type(link).__name__)
        link = link.__cause__ or link.__context__
    return text


def configuration(level: str, *, plain: bool) -> dict[str, Any]:
    """Django's LOGGING: JSON lines on standard error; `plain` for a developer's terminal."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_values": {"()": WithoutValues}},
        "formatters": {
            "json": {
                "()": JsonLines,
                "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
                "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
            },
            "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "plain" if plain else "json",
                "filters": ["without_values"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers would print and mail what our filter has not seen.
            "django": {"handlers": [], "propagate": True, "level": level},
            "django.server": {"handlers": [], "propagate": True, "level": level},
            # At DEBUG this one prints every statement with its parameters.
            "django.db.backends": {"level": "WARNING"},
            "gunicorn.error": {"handlers": [], "propagate": True, "level": level},
            # It says at each request that finds no free thread how many wait.
            "waitress.queue": {"level": "ERROR"},
            "gunicorn.access": {"handlers": [], "propagate": False},
        },
    }
