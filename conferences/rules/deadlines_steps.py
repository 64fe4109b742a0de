"""What may be done with a duty besides doing it, and until when one may be put off. Pure."""

from __future__ import annotations

import datetime as dt

from safeguarding.labelled import Labelled


class Step(Labelled):
    """A step of a duty's chain."""

    ACKNOWLEDGED = "ACKNOWLEDGED", "Acknowledged"
    PUT_OFF = "PUT_OFF", "Put off"
    GIVEN = "GIVEN", "Given to somebody else"


def latest_put_off(due: dt.date, *, is_statutory: bool, statutory: dt.date | None) -> dt.date | None:
    """The last day until which a duty may be put off; None where nothing limits it.

    What the law sets, to its own day; another, to the day that the law sets for the same child, if any.
    """
    return due if is_statutory else statutory
