"""Why there is a conference though another way was decided: part of the forms that put one into the diary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.rules.consultations import BookedDespite
from safeguarding.labelled import choices as codes
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import GovField, Words
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import joined


class DespiteFields(KeepsDraft):
    """The reason of the list, and more in words; asked only where another way was decided for a child."""

    draft_title = "A conference though another way was decided"

    despite = forms.TypedChoiceField(
        label="Why is there a conference all the same?",
        choices=codes(BookedDespite),
        coerce=lambda code: BookedDespite[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    despite_words = words_field("Anything to add (optional)", subject="Why all the same", longest=2000)

    def despite_layout(self, another_way: Sequence[str]) -> list[Any]:
        """The fields beneath the names of the children; nothing where there is none."""
        if not another_way:
            return []
        warning = f"Another way was decided for {joined(another_way)}."
        return [Words(warning, "inset"), "despite", GovField("despite_words", rows=2)]
