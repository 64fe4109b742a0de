"""What is left to do of exclusions, for My work. It names nobody."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from conferences.models import Exclusion
from conferences.rules.workflow import OPEN_REQUESTS
from safeguarding.pagekit.components import Link
from safeguarding.wording import uk_date


def exclusion_links(found: Sequence[Exclusion]) -> list[Link]:
    """Each exclusion with what is to be done."""
    return [Link(_to_do(one), reverse("exclusion", args=[one.ref])) for one in found]


def _to_do(one: Exclusion) -> str:
    since = f"asked for on {uk_date(one.asked_date)}"
    if one.over_at:
        return f"See that whoever was excluded is told that it stands no more: {since}"
    if not one.answer:
        return f"Decide on an exclusion, {since}"
    if one.told_date is None:
        return f"See that whoever is excluded is told: {since}"
    if not one.gets_letter and one.request.state not in OPEN_REQUESTS:
        return f"Decide what whoever was excluded gets of the conference: {since}"
    return f"Tell whoever is excluded of the new day: the conference was moved, {since}"
