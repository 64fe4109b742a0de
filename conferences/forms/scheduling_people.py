"""Forms of who is at a meeting: who takes its minutes, and who takes over the chair on the day."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet

from conferences.forms.scheduling import MINUTES_HINT, NOBODY, offer
from conferences.rules.workflow import ChairReason
from safeguarding.labelled import choices as codes
from safeguarding.models import User
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field


class MinutesForm(Refusable):
    """Choosing who takes the minutes of a meeting; `seen` is whom the page showed."""

    minute_taker = forms.ModelChoiceField(
        label="Who takes the minutes?", queryset=User.objects.none(), required=False, empty_label=NOBODY
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, back: str, minute_takers: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["minute_taker"], minute_takers)
        buttons = Buttons(Button("Save"), CancelLink(back))
        self.helper = Helper("seen", GovField("minute_taker", label_size="m", hint=MINUTES_HINT), buttons)


class TakeOverForm(KeepsDraft):
    """Another chair takes over on the day; `seen` is the chair whom the page showed."""

    draft_title = "Another chair takes over"

    chair = forms.ModelChoiceField(
        label="Who takes over?",
        queryset=User.objects.none(),
        required=False,
        empty_label=None,
        widget=forms.RadioSelect,
    )
    reason = forms.TypedChoiceField(
        label="Why can the chair not chair it?",
        choices=codes(ChairReason),
        coerce=lambda code: ChairReason[code],
        widget=forms.RadioSelect,
        empty_value=None,
        required=False,
    )
    note = words_field("Anything to add (optional)", subject="Note", longest=2000)
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        back: str,
        chairs: QuerySet[User],
        busy: Collection[int],
        away: Collection[int],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["chair"], chairs)
        taken = {str(pk): "Has another meeting, or time to think, then" for pk in busy}
        taken |= {str(pk): "Is away that day" for pk in away}
        self.helper = Helper(
            "seen",
            GovField("chair", label_size="m", option_hints=taken),
            GovField("reason", label_size="m"),
            GovField("note", rows=3),
            Buttons(Button("Pass the meeting on"), CancelLink(back)),
        )
