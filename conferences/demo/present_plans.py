"""What the plans of the demo's present say: one action that anybody can see done, and one that is vague."""

from __future__ import annotations

import datetime as dt
from typing import Any

from conferences.operations.recording_lines import Action, Need


def plan_lines(held: dt.date, by_date: dt.date) -> dict[str, Any]:
    """The need and the actions of a child's part, as they are typed at the conference."""
    need = Need(
        "To be looked after at night, also when the grown-ups are unwell",
        "Sleeps in a bed of their own from 8, and is awake in lessons",
    )
    good = Action(
        what="Both parents meet the invented health visitor at home every Tuesday at 4 for eight weeks",
        who="Both parents, each time together",
        by_date=by_date,
        for_need=1,
        measure="Seven of eight visits kept; school’s list shows no late morning, where it was three a week",
        evidence="The health visitor’s book and the register, looked at in each core group",
        service="Invented health visiting",
        agreed_date=held,
    )
    return {
        "child_needs": [need],
        "actions": [good, Action("Mum to engage with services", "Mum", by_date)],
    }
