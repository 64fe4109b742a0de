"""The form of what a conference leaves for a child's plan: the core group and the next dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from conferences.forms.invitations import FAMILY, NO_AGENCY
from conferences.forms.scheduling import TimeField
from conferences.operations.corrections_next import Joins
from conferences.operations.recording_next_rows import DATES
from conferences.rules.recording_next import Candidate, LastDay, NextTold
from safeguarding.models import AgencyKind
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.refusals import Refused
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.wording import joined, lower_first, uk_day, uk_time

SOMEBODY = "SOMEBODY"
TIME_HINT = "For example, 10am or 2:30pm"


class NextForm(JoinsTexts):
    """Who is of a child's core group, and the next dates, with the last day for each beside it."""

    draft_title = "Record of a conference: core group and next dates"

    members = forms.MultipleChoiceField(
        label="Who is of the core group?", widget=forms.CheckboxSelectMultiple, required=False
    )
    lead = forms.ChoiceField(label="Who is the lead worker?", required=False)
    core_group_date = DateField(label="Date", subject="Date of the core group", required=False)
    core_group_time = TimeField(label="Time of the core group", help_text=TIME_HINT, required=False)
    review_date = DateField(label="Date", subject="Date of the review conference", required=False)
    review_time = TimeField(label="Time of the review conference", help_text=TIME_HINT, required=False)
    late_words = words_field(
        "If one of them is later than the last day: why?",
        hint="Leave this empty if both are in time.",
        subject="Why it is later",
    )
    for_all = forms.BooleanField(label="The same for the other children of this meeting", required=False)

    def __init__(
        self,
        *args: Any,
        known: Sequence[Candidate],
        kinds: dict[str, str],
        last: Sequence[LastDay],
        group: str,
        others: Sequence[str],
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.back = back
        self.fields["members"].choices = [(one.key, _words(one, kinds)) for one in known]  # type: ignore[attr-defined]
        leads = [(one.key, one.name) for one in known if one.agency_kind == SOCIAL_CARE]
        self.fields["lead"].choices = [("", "Choose"), *leads]  # type: ignore[attr-defined]
        hints = {one.code: _hint(one) for one in last}
        for code, what in (("core_group", group), ("review", "Next review conference")):
            field = self.fields[f"{code}_date"]
            field.label, field.help_text = f"Date of the {lower_first(what)}", hints.get(code, "")
        if others:
            self.fields["for_all"].help_text = (
                f"For {joined(others)}: nothing is saved for them yet. Whoever of the family does not belong"
                " to a child is left out of that child’s group, and no child is put into one."
            )
        else:
            del self.fields["for_all"]

    @property
    def helper(self) -> Helper:
        return Helper(
            "seen",
            *self.shown("members", label_size="m"),
            *self.shown("lead"),
            *(box for name in DATES[:4] for box in self.shown(name)),
            *self.shown("late_words", rows=3),
            *(["for_all"] if "for_all" in self.fields else []),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def told(self) -> NextTold:
        given = self.answers
        dates = {name: given[name] for name in DATES}
        return NextTold(**dates, members=frozenset(given["members"]), lead=given["lead"])

    @property
    def of_all(self) -> dict[str, Any]:
        """Whether the same is saved for the other children."""
        return {"for_all": bool(self.answers.get("for_all"))}

    def _words(self, name: str) -> str:
        value = self.theirs[name]
        return uk_time(value) if isinstance(value, dt.time) else super()._words(name)


class JoinsForm(KeepsDraft):
    """Somebody who joins a core group after its conference: one of those who are known, or by name."""

    draft_title = "Somebody who joins a core group"

    who = forms.ChoiceField(label="Who is of it now?", widget=forms.RadioSelect, required=False, choices=[])
    name = TextField(label="Name", subject="Name of the person", max_length=150, required=False)
    role = TextField(label="Role or relationship (optional)", subject="Role", max_length=100, required=False)
    agency_kind = forms.ChoiceField(label="Agency or family", required=False)
    joined_date = DateField(label="Since when?", subject="Day since when they are of it", required=False)
    words = words_field(
        "Why are they of it now?",
        hint="Letters and copies that were made before do not tell it, and say so to whoever looks at them.",
        subject="Why they are of it now",
        longest=1000,
    )

    def __init__(
        self, *args: Any, known: Sequence[Candidate], kinds: Sequence[AgencyKind], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        names = {kind.code: kind.name for kind in kinds}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            *((one.key, _words(one, names)) for one in known),
            (SOMEBODY, "Somebody else"),
        ]
        self.fields["agency_kind"].choices = [*NO_AGENCY, *names.items()]  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("who", label_size="m", reveal={SOMEBODY: ["name", "role", "agency_kind"]}),
            GovField("joined_date", label_size="m"),
            GovField("words", rows=3, label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> Joins:
        given = self.answers
        when = {"joined_date": given["joined_date"], "words": given["words"]}
        if given["who"] != SOMEBODY:
            return Joins(key=given["who"], **when)
        kind = given["agency_kind"]
        if not kind:
            raise Refused("Select the agency, or family", "agency_kind")
        return Joins(
            name=given["name"], role=given["role"], agency_kind="" if kind == FAMILY else kind, **when
        )


def _hint(one: LastDay) -> str:
    said = f"The last day {one.limit}: {uk_day(one.day)}. {one.explanation}"
    late = "No day is left by then: choose the first that can be, and say below why it is later"
    return f"{said}. {late}" if one.is_past else said


def _words(one: Candidate, kinds: dict[str, str]) -> str:
    said = ", ".join(filter(None, (one.name, one.role, kinds.get(one.agency_kind, ""))))
    return f"{said} (excluded from this conference)" if one.is_excluded else said


def shown_times(values: dict[str, Any]) -> dict[str, Any]:
    """The times as they are typed."""
    times = {name: uk_time(one) for name, one in values.items() if isinstance(one, dt.time)}
    return values | times
