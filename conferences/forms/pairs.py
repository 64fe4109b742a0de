"""Forms about two records of one child: what one thinks, which number stays, and why a joining is undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django import forms

from conferences.rules.same_child import PairAnswerCode
from safeguarding.labelled import choices
from safeguarding.models import Child
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field

LONGEST = 2000


class PairForm(KeepsDraft):
    """What somebody thinks of two records, and what they go by."""

    draft_title = "Whether two records are of one child"

    answer = forms.TypedChoiceField(
        label="Are these records of one child?",
        choices=choices(PairAnswerCode),
        coerce=lambda code: PairAnswerCode[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    reason = words_field(
        "What do you go by?",
        hint="For example who told you, or which paper shows it",
        subject="What you go by",
        longest=LONGEST,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("answer", label_size="m"),
            GovField("reason", label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )


class OtherRecordForm(Refusable):
    """The number of the other record of the child."""

    number = forms.CharField(
        label="The council’s number of the other record",
        help_text="Nothing is joined yet. You see both records first",
        required=False,
        max_length=20,
    )

    def __init__(self, *args: Any, find: Callable[[str], Child | None], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.find = find
        self.helper = Helper(
            GovField("number", label_size="m", width="10"), Buttons(Button("Continue"), CancelLink(back))
        )

    @property
    def given(self) -> dict[str, Any]:
        return {"other": self.find(self.answers["number"])}


class JoinRecordsForm(KeepsDraft):
    """Which of the two numbers stays, and why these are records of one child."""

    draft_title = "Why two records are joined"

    stays = forms.ChoiceField(
        label="Which number stays?",
        help_text="The record with this number stays. The other number goes on finding it",
        widget=forms.RadioSelect,
        required=False,
    )
    reason = words_field("Why are these records of one child?", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, records: Sequence[Child], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.record_of = {str(record.ref): record for record in records}
        offered = [(ref, f"{one.la_child_id}, {one.display_name}") for ref, one in self.record_of.items()]
        self.fields["stays"].choices = offered  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("stays", label_size="m"),
            GovField("reason", label_size="m"),
            Buttons(Button("Continue"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {"kept": self.record_of.get(answers["stays"]), "reason": answers["reason"]}


class UndoJoinForm(KeepsDraft):
    """Why two records that were joined are of two children after all."""

    draft_title = "Why a joining of records is undone"

    reason = words_field("Why are these two children after all?", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m"), Buttons(Button("Undo the joining"), CancelLink(back))
        )
