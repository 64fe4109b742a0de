"""The form for a conference: which children, each for what, why, and what keeps them safe until then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from conferences.forms.refusable import Refusable, child_hint, words_field
from conferences.operations.requests import Arrival, ChildAsk, RequestRefused, due_of
from conferences.queries.requests import Askable
from conferences.rules.requests import arrival_problem
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side, Words
from safeguarding.register.authorities import authorities
from safeguarding.wording import uk_date, uk_day

TRANSFER_IN = ConferenceKind.TRANSFER_IN.value
OUTSIDE_ENGLAND = "OUTSIDE"
ARRIVAL_DATES = {
    "notified_date": "When were you told of the move?",
    "moved_date": "When did the child move? (if known)",
    "papers_received_date": "When did the papers come? (if they have)",
    "accepted_date": "When was the transfer accepted? (if it was)",
}
SUBJECTS = {
    "notified_date": "Day you were told of the move",
    "moved_date": "Day of the move",
    "papers_received_date": "Day the papers came",
    "accepted_date": "Day it was accepted",
}


class RequestForm(Refusable):
    """`family`: what may be asked for its children. One for whom nothing may is named with the reason."""

    form_key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), "Open this page again"),
    )
    children = forms.MultipleChoiceField(
        label="Which children is the conference for?",
        help_text="Each child has a decision of their own. The clock of each is shown when you select them.",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Select at least one child"},
    )
    reason = words_field(
        "Why is a conference needed?",
        hint="What you are worried about, in a few sentences that the family could read",
        missing="Enter why a conference is needed",
    )
    interim_safety = words_field(
        "What keeps the children safe until the conference?",
        hint="Who does what until then. It becomes the outline of the plan, if there is one.",
    )

    def __init__(self, *args: Any, family: Sequence[Askable], on: date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.by_ref = {str(one.child.ref): one for one in family if one.kinds}
        names = [(ref, one.child.display_name) for ref, one in self.by_ref.items()]
        self.fields["children"].choices = names  # type: ignore[attr-defined]
        for one in self.by_ref.values():
            self._add_fields(one)
        none = [f"{one.child.display_name} {one.why_none}." for one in family if one.why_none]
        self.helper = Helper(
            "form_key",
            GovField("children", label_size="m", option_hints=self._hints(), reveal=self._reveals()),
            *(Words(sentence, "inset") for sentence in none),
            GovField("reason", label_size="m"),
            GovField("interim_safety", label_size="m"),
            Buttons(Button("Check your answers"), CancelLink(back)),
        )

    def _add_fields(self, one: Askable) -> None:
        name, key = one.child.display_name, one.child.ref.hex
        if ConferenceKind.REVIEW in one.kinds:
            return
        options = [
            (str(e.pk), f"Initial conference, on the enquiry of {uk_date(e.started_date)}")
            for e in one.enquiries
        ]
        self.fields[f"kind_{key}"] = forms.ChoiceField(
            label=f"What is it for {name}?",
            choices=[*options, (TRANSFER_IN, "Transfer-in conference")],
            widget=forms.RadioSelect,
            required=False,
            initial=options[0][0] if len(options) == 1 else None,
        )
        self.fields[f"from_authority_{key}"] = forms.ChoiceField(
            label="Which authority does the child come from?", choices=authority_choices(), required=False
        )
        for field, label in ARRIVAL_DATES.items():
            self.fields[f"{field}_{key}"] = DateField(label=label, subject=SUBJECTS[field], required=False)

    def _hints(self) -> dict[str, str]:
        return {ref: child_hint(one.child, self.on) for ref, one in self.by_ref.items()}

    def _reveals(self) -> dict[str, list[Any]]:
        return {ref: self._reveal(one) for ref, one in self.by_ref.items()}

    def _reveal(self, one: Askable) -> list[Any]:
        if one.plan is not None:
            due = one.review_due
            told = f"Due by {uk_day(due.date)}: {due.explanation}." if due else ""
            return [Words(f"Review conference, for the child is on a plan. {told}", "inset")]
        key = one.child.ref.hex
        arrival = [
            GovField(f"from_authority_{key}", width="two-thirds"),
            Side(f"notified_date_{key}", f"moved_date_{key}"),
            Side(f"papers_received_date_{key}", f"accepted_date_{key}"),
        ]
        hints = {
            str(e.pk): self._due(ChildAsk(one.child, ConferenceKind.INITIAL, enquiry=e))
            for e in one.enquiries
        }
        hints[TRANSFER_IN] = (
            "Due 15 working days after you were told. The child is on another authority’s plan."
        )
        return [GovField(f"kind_{key}", option_hints=hints, reveal={TRANSFER_IN: arrival})]

    def _due(self, ask: ChildAsk) -> str:
        try:
            due = due_of(ask, self.on)
        except RequestRefused as refusal:
            return refusal.sentence
        return f"Due by {uk_day(due.date)}: {due.explanation}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for ref in cleaned.get("children", []):
            self._check(self.by_ref[ref], cleaned)
        return cleaned

    def _check(self, one: Askable, cleaned: dict[str, Any]) -> None:
        """Beside the field of the child: no kind chosen, or the dates of an arrival that cannot be."""
        key, name = one.child.ref.hex, one.child.display_name
        if one.plan is not None and self.data.get(f"kind_{key}"):
            # The page was opened before the plan began: what was checked is not what would be sent.
            self.add_error("children", f"{name} is on a plan by now: only a review can be requested")
        if one.plan is not None or f"kind_{key}" in self.errors:
            return
        kind = cleaned.get(f"kind_{key}")
        if not kind:
            self.add_error(f"kind_{key}", f"Select what the conference is for {name}")
        if kind == TRANSFER_IN:
            self._check_arrival(key, name, cleaned)

    def _check_arrival(self, key: str, name: str, cleaned: dict[str, Any]) -> None:
        if not cleaned.get(f"from_authority_{key}"):
            self.add_error(f"from_authority_{key}", f"Select the authority that {name} comes from")
        if any(f"{field}_{key}" in self.errors for field in ARRIVAL_DATES):
            return
        notified, moved, papers, accepted = (cleaned.get(f"{field}_{key}") for field in ARRIVAL_DATES)
        if notified is None:
            self.add_error(f"notified_date_{key}", f"Enter the day you were told that {name} has moved here")
            return
        field, sentence = arrival_problem(
            on=self.on, notified=notified, moved=moved, papers=papers, accepted=accepted
        )
        if field:
            self.add_error(f"{field}_{key}", sentence)

    def asks(self) -> list[ChildAsk]:
        """The children as the operation wants them. Call after is_valid()."""
        return [self._ask(self.by_ref[ref]) for ref in self.cleaned_data["children"]]

    def _ask(self, one: Askable) -> ChildAsk:
        if one.plan is not None:
            return ChildAsk(one.child, ConferenceKind.REVIEW, plan=one.plan)
        key = one.child.ref.hex
        kind = self.cleaned_data[f"kind_{key}"]
        if kind == TRANSFER_IN:
            dates = {field: self.cleaned_data[f"{field}_{key}"] for field in ARRIVAL_DATES}
            authority = self.cleaned_data[f"from_authority_{key}"]
            code = "" if authority == OUTSIDE_ENGLAND else authority
            return ChildAsk(one.child, ConferenceKind.TRANSFER_IN, transfer_in=Arrival(code, **dates))
        enquiry = next(found for found in one.enquiries if str(found.pk) == kind)
        return ChildAsk(one.child, ConferenceKind.INITIAL, enquiry=enquiry)

    def take_back(self, refusal: RequestRefused) -> None:
        """Show an operation's refusal beside its field, of its child where it is about one."""
        field = f"{refusal.field}_{refusal.child.ref.hex}" if refusal.child else refusal.field
        self.refuse(refusal.sentence, field if field in self.fields else "children")


class WithdrawForm(Refusable):
    """Why a request is withdrawn."""

    reason = words_field(
        "Why is the request withdrawn?",
        hint="It stays on the request. Do not withdraw because a date has passed.",
        missing="Enter why the request is withdrawn",
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "reason", Buttons(Button("Withdraw the request", kind="warning"), CancelLink(back))
        )


def authority_choices() -> list[tuple[str, str]]:
    """England's authorities of today by name, and one for elsewhere."""
    latest = max(authority.last_year for authority in authorities())
    present = {one.code: one.name for one in authorities() if one.last_year == latest}
    named = sorted(present.items(), key=lambda pair: pair[1])
    return [("", "Choose an authority"), *named, (OUTSIDE_ENGLAND, "Outside England")]
