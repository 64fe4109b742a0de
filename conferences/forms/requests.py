"""The form for a conference: which children, each for what, why, and what keeps them safe until then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from conferences.forms.children_line import child_hint
from conferences.operations.requests import Arrival, ChildAsk
from conferences.queries.requests import Askable
from conferences.rules.deadlines import Code
from conferences.rules.deadlines_days import Due, working_days
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side, Words
from safeguarding.pagekit.texts import words_field
from safeguarding.refusals import Problem
from safeguarding.register.authorities import authorities
from safeguarding.wording import uk_date, uk_day

TRANSFER_IN = ConferenceKind.TRANSFER_IN.value
OUTSIDE_ENGLAND = "OUTSIDE"
NO_DAY = "Its day lies outside the bank holidays this service knows"
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


class RequestForm(KeepsDraft):
    """`family`: what may be asked for its children. One for whom nothing may is named with the reason."""

    draft_title = "Request for a conference"
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    children = forms.MultipleChoiceField(
        label="Which children is the conference for?",
        help_text="Each child has their own decision. Select a child to see when the conference is due.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = words_field(
        "Why is a conference needed?",
        hint="What you are worried about, in a few sentences the family could read",
        subject="Reason",
    )
    interim_safety = words_field(
        "What keeps the children safe until the conference?",
        hint="Who does what until then. If there is a plan, this becomes its outline.",
        subject="Safety until the conference",
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
        self.helper = self._layout(none, back)

    def _layout(self, none: Sequence[str], back: str) -> Helper:
        return Helper(
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
            due = next(iter(one.days.of(one.plan).reviews), None)
            told = f"Due by {uk_day(due.date)}: {due.explanation}." if due else ""
            return [Words(f"Review conference, because the child is on a plan. {told}", "inset")]
        key = one.child.ref.hex
        arrival = [
            GovField(f"from_authority_{key}", width="two-thirds"),
            Side(f"notified_date_{key}", f"moved_date_{key}"),
            Side(f"papers_received_date_{key}", f"accepted_date_{key}"),
        ]
        hints = {str(e.pk): due_words(one.days.conferences.get(e.pk)) for e in one.enquiries}
        hints[TRANSFER_IN] = (
            f"Due {working_days(Code.HOLD_TRANSFER_IN)} working days after you were told. "
            "The child is on another authority’s plan."
        )
        return [GovField(f"kind_{key}", option_hints=hints, reveal={TRANSFER_IN: arrival})]

    def asks(self) -> list[ChildAsk]:
        """The children as the operation wants them."""
        return [self._ask(self.by_ref[ref]) for ref in self.answers["children"]]

    def _ask(self, one: Askable) -> ChildAsk:
        key = one.child.ref.hex
        # As it was sent: the page may have been opened before a plan began, of which it could not tell.
        kind = self.data.get(f"kind_{key}", "")
        if one.plan is not None and not kind:
            return ChildAsk(one.child, ConferenceKind.REVIEW, plan=one.plan)
        if kind == TRANSFER_IN:
            return ChildAsk(one.child, ConferenceKind.TRANSFER_IN, transfer_in=self._arrival(key))
        enquiry = next((found for found in one.enquiries if str(found.pk) == kind), None)
        return ChildAsk(one.child, ConferenceKind.INITIAL if kind else None, enquiry=enquiry)

    def _arrival(self, key: str) -> Arrival:
        authority = self.answers.get(f"from_authority_{key}")
        code = "" if authority == OUTSIDE_ENGLAND else authority or None
        return Arrival(code, **{field: self.answers.get(f"{field}_{key}") for field in ARRIVAL_DATES})

    def field_of(self, problem: Problem) -> str:
        """The child's own, where the problem is about one and the child has it."""
        child = next((one.child for one in self.by_ref.values() if one.child.pk == problem.about), None)
        own = f"{problem.field}_{child.ref.hex}" if child else problem.field
        return own if own in self.fields else "children" if child else problem.field


def due_words(due: Due | None) -> str:
    """Due by Monday 30 April 2018: 15 working days from Monday 9 April 2018."""
    return f"Due by {uk_day(due.date)}: {due.explanation}" if due else NO_DAY


class WithdrawForm(KeepsDraft):
    """Why a request is withdrawn."""

    draft_title = "Withdrawal of a request"
    reason = words_field(
        "Why is the request withdrawn?",
        hint="This is kept with the request. Do not withdraw a request because a date has passed.",
        subject="Reason",
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            "reason", Buttons(Button("Withdraw the request", kind="warning"), CancelLink(back))
        )


def authority_choices(*, former: bool = False) -> list[tuple[str, str]]:
    """England's authorities by name, and one for elsewhere: those of today, with `former` all there were."""
    latest = max(authority.last_year for authority in authorities())
    found = {one.code: one.name for one in authorities() if one.last_year == latest}
    if former:
        ended = {one.code: f"{one.name} (until {one.last_year})" for one in authorities()}
        found = ended | found
    named = sorted(found.items(), key=lambda pair: pair[1])
    return [("", "Choose an authority"), *named, (OUTSIDE_ENGLAND, "Outside England")]
