"""The wording of dates, counts and shares, for templates."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template

from safeguarding import wording

register = template.Library()


@register.filter
def uk_date(value: dt.date | None, form: str = "short") -> str:
    """20 December 2018; with "long", Thursday 20 December 2018."""
    return wording.uk_day(value) if form == "long" else wording.uk_date(value)


@register.filter
def count_of(part: int, whole: int) -> str:
    """{{ part|count_of:whole }}: 30 of 112 (26.8%)."""
    return wording.count_of(part, whole)


@register.filter
def counted(count: int, nouns: str) -> str:
    """{{ n|counted:"child,children" }}: 3 children."""
    one, _, many = nouns.partition(",")
    return wording.counted(count, one, many)


@register.filter
def joined(words: Any, last: str = "and") -> str:
    """day, month and year."""
    return wording.joined([str(word) for word in words], last)


register.filter("uk_month", wording.uk_month)
register.filter("uk_time", wording.uk_time)
register.filter("uk_moment", wording.uk_moment)
register.filter("percent", wording.percent)
register.filter("number", wording.number)
