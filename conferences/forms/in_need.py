"""The forms of a child in need plan: when it began, and when it ended."""

from __future__ import annotations

from typing import Any

from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable


class InNeedForm(Refusable):
    """When a child in need plan began."""

    start_date = DateField(label="When did the plan begin?", subject="Day it began", required=False)
    end_date = DateField(label="When did it end? (only if it has)", subject="Day it ended", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("start_date", label_size="m"),
            GovField("end_date", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )


class InNeedEndForm(Refusable):
    """When a child in need plan ended."""

    end_date = DateField(label="When did the plan end?", subject="Day it ended", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("end_date", label_size="m"), Buttons(Button("Continue"), CancelLink(back))
        )
