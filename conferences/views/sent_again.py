"""A page that is checked before it is sent carries what was typed in hidden fields, so that nothing is kept
elsewhere and nothing is lost on the way back.
"""

from __future__ import annotations

from django.http import QueryDict

STEP = "step"
CONFIRM, CHANGE = "confirm", "change"


def hidden(data: QueryDict) -> list[tuple[str, str]]:
    """What was sent, name by name, without the token and the button."""
    left_out = {"csrfmiddlewaretoken", STEP}
    return [(name, value) for name, values in data.lists() for value in values if name not in left_out]
