"""The form by which the chair says whether agencies read of a child whose record is restricted."""

from __future__ import annotations

from typing import Any

from conferences.rules.copies_agencies import ForAgencies
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import words_field


class ForAgenciesForm(KeepsDraft):
    """Yes or no, and why."""

    draft_title = "Whether agencies read of a child whose record is restricted"

    answer = radios("Do agencies read of this child?", ForAgencies)
    reason = words_field(
        "Why?",
        hint="What makes it safe, or what is not. It stays here, with your name, and in no copy.",
        subject="Why",
        longest=1000,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("answer", label_size="m"), "reason", Buttons(Button("Save"), CancelLink(back))
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return given | {"answer": ForAgencies(given["answer"]) if given["answer"] else None}
