"""The forms of who of the family was shown agencies’ reports: several at once, otherwise, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from conferences.forms.invitations import LONGEST, said_of
from conferences.models import Invitation, ReportShowing
from conferences.rules.invitations_showings import ShowingTold, ShowingWay
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field

NAMES = ("shown_date", "shown_by", "language", "words")


class OfShowing(KeepsDraft):
    """How, when, by whom and in which language somebody was shown a report."""

    draft_title = "How the family was shown a report"

    way = radios("How were they shown it?", ShowingWay)
    shown_date = DateField(label="When?", subject="Day they were shown it", required=False)
    shown_by = TextField(
        label="Who showed it to them? (optional)", subject="Who showed it", max_length=150, required=False
    )
    language = TextField(
        label="In which language? (optional)",
        help_text="Where it was not in English",
        subject="Language",
        max_length=100,
        required=False,
    )
    words = words_field(
        "More about it, or why it is not for them to see (optional)",
        hint="For example, with an interpreter on the telephone; or that they come as a supporter",
        subject="How they were shown it",
        longest=LONGEST,
    )

    @property
    def showing(self) -> ShowingTold:
        given = self.answers
        way = ShowingWay(given["way"]) if given["way"] else None
        return ShowingTold(way, **{name: given[name] for name in NAMES})


QUESTIONS = (
    GovField("way", label_size="m"),
    GovField("shown_date", label_size="m"),
    GovField("shown_by", label_size="m"),
    GovField("language", label_size="m"),
    GovField("words", label_size="m", rows=3, characters=LONGEST),
)


class ReportsShownForm(OfShowing):
    """Which reports were shown to whom, several at once."""

    draft_title = "Reports that the family was shown"

    reports = forms.MultipleChoiceField(
        label="Which reports?", widget=forms.CheckboxSelectMultiple, required=False
    )
    readers = forms.MultipleChoiceField(
        label="Who was shown them?", widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ["reports", "readers"]

    def __init__(
        self,
        *args: Any,
        reports: Mapping[Invitation, str],
        readers: Mapping[Invitation, str],
        ticked: Sequence[Invitation],
        on: dt.date,
        back: str,
        **kwargs: Any,
    ) -> None:
        initial = {"shown_date": on, "reports": [str(one.ref) for one in ticked]}
        super().__init__(*args, initial=initial, **kwargs)
        self.by_ref = {str(one.ref): one for one in (*reports, *readers)}
        for name, people in (("reports", reports), ("readers", readers)):
            self.fields[name].choices = [  # type: ignore[attr-defined]
                (str(one.ref), one.name) for one in people
            ]
        hints = {str(one.ref): hint for one, hint in reports.items()}
        of_readers = {
            str(one.ref): ". ".join(filter(None, (said_of(one), hint))) for one, hint in readers.items()
        }
        self.helper = Helper(
            GovField("reports", label_size="m", option_hints=hints),
            GovField("readers", label_size="m", option_hints=of_readers),
            *QUESTIONS,
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        reports, readers = (
            [self.by_ref[ref] for ref in self.answers[name] if ref in self.by_ref]
            for name in ("reports", "readers")
        )
        return {"reports": reports, "readers": readers, "told": self.showing}


class ShowingForm(OfShowing):
    """How somebody was shown a report, told otherwise; or taken back, with the reason."""

    draft_title = "How somebody was shown a report, told otherwise"

    is_taken_back = forms.BooleanField(label="It did not happen: take it back", required=False)
    taken_back_why = words_field(
        "If it is taken back: why? (optional)",
        hint="For example, the wrong parent was ticked",
        subject="Why it is taken back",
        longest=LONGEST,
    )

    def __init__(self, *args: Any, stands: ReportShowing, back: str, **kwargs: Any) -> None:
        names = ("way", *NAMES)
        super().__init__(*args, initial={name: getattr(stands, name) for name in names}, **kwargs)
        self.helper = Helper(
            *QUESTIONS,
            "is_taken_back",
            GovField("taken_back_why", label_size="m", rows=3, characters=LONGEST),
            Buttons(Button("Save"), CancelLink(back)),
        )
