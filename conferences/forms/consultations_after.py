"""The forms of what follows a decision, and of raising a consultation by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.models import Consultation
from conferences.operations.consultations_after import SupportFound
from conferences.operations.consultations_deciding import Partner
from conferences.rules.consultations import SupportOutcome
from safeguarding.labelled import choices
from safeguarding.models import Agency, Child
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field


class ForChildren(KeepsDraft):
    """A form about some of a family's children."""

    children = forms.MultipleChoiceField(
        label="For which children?", widget=forms.CheckboxSelectMultiple, required=False
    )

    def offer_children(self, children: Sequence[Consultation]) -> None:
        """Let these be chosen; the only one is chosen already."""
        self.by_ref = {str(one.ref): one for one in children}
        names = [(ref, one.child.display_name) for ref, one in self.by_ref.items()]
        self.fields["children"].choices = names  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Consultation]:
        return [self.by_ref[ref] for ref in self.answers["children"] if ref in self.by_ref]


class OfChildren(ForChildren):
    """The same, with a mark by which the same sending is known again."""

    act = forms.UUIDField(widget=forms.HiddenInput, required=False)


def _agency(label: str, empty: str) -> forms.ModelChoiceField:  # type: ignore[type-arg]
    agencies = Agency.objects.order_by("name")
    return forms.ModelChoiceField(agencies, label=label, empty_label=empty, required=False)


class PartnerForm(OfChildren):
    """A partner agency uses its right to a conference."""

    draft_title = "A partner’s right to a conference"
    agency = _agency("Which agency?", "Choose an agency")
    agency_person = TextField(
        label="Who asked there?", subject="Name of who asked", max_length=120, required=False
    )
    agency_date = DateField(label="When did they ask?", subject="Day they asked", required=False)
    reasons = words_field("Why do they want a conference?", subject="Why they want a conference")

    def __init__(self, *args: Any, children: Sequence[Consultation], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_children(children)
        self.helper = Helper(
            "act",
            "children",
            "agency",
            "agency_person",
            "agency_date",
            GovField("reasons", rows=4),
            Buttons(Button("Record it"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        partner = Partner(answers["agency"], answers["agency_person"], answers["agency_date"])
        return {"partner": partner, "reasons": answers["reasons"], "act": answers["act"]}


class DissentForm(OfChildren, JoinsTexts):
    """Somebody disagrees: the writer, or an agency that said so."""

    draft_title = "Disagreement on a consultation"
    agency = _agency("Who disagrees?", "I do")
    words = words_field("Why?", hint="It stands beside the decision", subject="Why")

    def __init__(self, *args: Any, children: Sequence[Consultation], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_children(children)
        self.helper = Helper(
            "seen",
            "act",
            "children",
            "agency",
            GovField("words", rows=4),
            Buttons(Button("Record the disagreement"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        return {name: self.answers[name] for name in ("agency", "words", "act")} | self.opened


class TakeBackForm(ForChildren):
    """A consultation is withdrawn for some of its children."""

    draft_title = "Withdrawing a consultation"
    reason = words_field(
        "Why is it withdrawn?", hint="It stands on the record of each child", subject="Why it is withdrawn"
    )

    def __init__(self, *args: Any, children: Sequence[Consultation], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_children(children)
        self.helper = Helper(
            "children", GovField("reason", rows=4), Buttons(Button("Withdraw it"), CancelLink(back))
        )

    @property
    def given(self) -> dict[str, Any]:
        return {"reason": self.answers["reason"]}


class ConditionForm(ForChildren):
    """A condition was met, or is withdrawn by whoever decides: for all for whom it was set, or for some."""

    draft_title = "Condition of a decision"
    met_date = DateField(label="When was it done?", subject="Day it was done", required=False)
    words = words_field("What was done?", hint="You can leave this empty", subject="What was done")
    reason = words_field(
        "Or: why is it not needed any more?",
        hint="Only where it was not done and need not be",
        subject="Why it is withdrawn",
    )

    def __init__(
        self, *args: Any, children: Sequence[Consultation], may_withdraw: bool, back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer_children(children)
        whom = ["children"] if len(children) > 1 else []
        if not may_withdraw:
            del self.fields["reason"]
        more = [GovField("reason", rows=3)] if may_withdraw else []
        self.helper = Helper(
            *whom, "met_date", GovField("words", rows=3), *more, Buttons(Button("Save"), CancelLink(back))
        )

    @property
    def alone(self) -> list[Consultation] | None:
        """For whom of several alone; None for all for whom it was set."""
        is_for_all = len(self.by_ref) < 2 or len(self.chosen) == len(self.by_ref)
        return None if is_for_all else self.chosen


class ReviewForm(KeepsDraft):
    """How another way goes."""

    draft_title = "Review of another way"
    held_date = DateField(label="When was it reviewed?", subject="Day of the review", required=False)
    words = words_field("How is the child?", hint="What holds, and what does not", subject="How the child is")
    outcome = forms.TypedChoiceField(
        label="How does it go?",
        choices=choices(SupportOutcome),
        coerce=lambda code: SupportOutcome[code],
        empty_value=None,
        widget=forms.RadioSelect,
        required=False,
    )
    next_review_date = DateField(
        label="When is the next review?", subject="Day of the next review", required=False
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "held_date",
            GovField("words", rows=4),
            GovField("outcome", reveal={SupportOutcome.GOES_ON.value: ["next_review_date"]}),
            Buttons(Button("Save the review"), CancelLink(back)),
        )

    @property
    def given(self) -> SupportFound:
        answers = self.answers
        names = ("held_date", "outcome", "words", "next_review_date")
        return SupportFound(**{name: answers[name] for name in names})


class RaiseForm(KeepsDraft):
    """A consultation raised by hand, for children of a family."""

    draft_title = "Consultation raised by hand"
    children = forms.MultipleChoiceField(
        label="For which children?", widget=forms.CheckboxSelectMultiple, required=False
    )
    words = words_field("Why is a consultation needed?", subject="Why it is needed")

    def __init__(self, *args: Any, family: Sequence[Child], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(child.ref): child for child in family}
        names = [(ref, child.display_name) for ref, child in self.by_ref.items()]
        self.fields["children"].choices = names  # type: ignore[attr-defined]
        self.helper = Helper(
            "children",
            GovField("words", rows=4),
            Buttons(Button("Raise the consultation"), CancelLink(back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        answers = self.answers
        return {
            "children": [self.by_ref[ref] for ref in answers["children"] if ref in self.by_ref],
            "words": answers["words"],
        }


class StatementForm(KeepsDraft):
    """A threshold statement from a day on."""

    draft_title = "Threshold statement"
    key = forms.CharField(label="Number", max_length=12, required=False)
    words = forms.CharField(label="Statement", max_length=300, required=False)
    from_date = DateField(label="From which day?", subject="Day", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("key", width="5"),
            "words",
            "from_date",
            Buttons(Button("Save the statement"), CancelLink(back)),
        )


class EndStatementForm(Refusable):
    """The day from which a threshold statement holds no more."""

    until_date = DateField(
        label="From which day does it hold no more?",
        help_text="Decisions made before keep it.",
        subject="Day",
        required=False,
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        buttons = Buttons(Button("End the statement", kind="warning"), CancelLink(back))
        self.helper = Helper("until_date", buttons)
