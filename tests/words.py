"""The council's own words for roles, for the tests that read what somebody set."""

from collections.abc import Iterator
from contextlib import contextmanager

from safeguarding.policy.words import settings_kept


@contextmanager
def words_read_anew() -> Iterator[None]:
    """Within it the words are those of the database, as in a process that has just begun."""
    kept, until = settings_kept.value, settings_kept.until
    settings_kept.forget()
    try:
        yield
    finally:
        settings_kept.value, settings_kept.until = kept, until
