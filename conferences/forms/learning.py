"""The forms of what the unit learns: an idea, what is decided of it, what was said and what was done."""

from __future__ import annotations

from typing import Any

from django import forms

from conferences.forms.requests import OUTSIDE_ENGLAND, authority_choices
from conferences.models import LearningHeard, LearningIdea
from conferences.queries.learning import Narrowed, owners
from conferences.rules.learning import (
    LONGEST_TEXT,
    Evidence,
    Group,
    Heard,
    Idea,
    IdeaFrom,
    IdeaOutcome,
    IdeaState,
    OutcomeWhy,
)
from safeguarding.labelled import choices
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side, Words
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField, words_field

NOT_THEM = "The word is not somebody’s name here"
NO_NAMES = "Without the name of a child, a parent or a worker, and without an address: others read it."


class IdeaForm(JoinsTexts):
    """An idea; with `of_consultation` what was learned from one, which asks less."""

    draft_title = "An idea"
    title = TextField(label="What is it about?", subject="What it is about", max_length=120, required=False)
    came_from = radios("Where is it from?", IdeaFrom)
    authority = forms.ChoiceField(
        label="Which authority? (optional)", choices=lambda: authority_choices(former=True), required=False
    )
    where_words = TextField(
        label="Organisation, where it is no authority (optional)",
        subject="Organisation",
        max_length=100,
        required=False,
    )
    who_went = TextField(
        label="Who went, or who spoke with them? (optional)",
        subject="Who went",
        max_length=200,
        required=False,
    )
    day = DateField(label="When was it?", subject="Day", required=False)
    learned = words_field(
        "What was learned?", hint=NO_NAMES, subject="What was learned", longest=LONGEST_TEXT
    )
    evidence = radios("What evidence is there that it works?", Evidence)
    evidence_words = TextField(
        label="Link or name of the document (optional)",
        subject="Link or document",
        max_length=300,
        required=False,
    )
    owner = forms.ModelChoiceField(
        queryset=owners(), label="Who follows it up? (optional)", empty_label="Nobody yet", required=False
    )
    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, back: str, of_consultation: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_consultation, self.back = of_consultation, back
        self.fields["owner"].queryset = owners()  # type: ignore[attr-defined]
        if of_consultation:
            for name in ("came_from", "authority", "where_words", "who_went"):
                del self.fields[name]
        else:
            told = [one for one in choices(IdeaFrom) if one[0] != IdeaFrom.CONSULTATION]
            self.fields["came_from"].choices = told  # type: ignore[attr-defined]

    @property
    def helper(self) -> Helper:
        elsewhere = [
            *self.shown("came_from", label_size="m"),
            *self.shown("authority", width="two-thirds"),
            *self.shown("where_words", width="two-thirds"),
            *self.shown("who_went", width="two-thirds"),
        ]
        return Helper(
            "seen",
            *self.shown("title", width="two-thirds"),
            *([] if self.of_consultation else elsewhere),
            *self.shown("day"),
            *self.shown("learned", label_size="m", characters=LONGEST_TEXT, rows=6),
            *asked_name(self),
            *self.shown("evidence", label_size="m"),
            *self.shown("evidence_words", width="two-thirds"),
            *self.shown("owner", width="two-thirds"),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """The idea as the operation wants it."""
        answers = self.answers
        owner, authority = answers["owner"], answers.get("authority")
        idea = Idea(
            title=answers["title"],
            came_from=IdeaFrom.CONSULTATION if self.of_consultation else answers["came_from"],
            day=answers["day"],
            learned=answers["learned"],
            evidence=answers["evidence"],
            evidence_words=answers["evidence_words"],
            authority="" if authority == OUTSIDE_ENGLAND else authority or None,
            where_words=answers.get("where_words", ""),
            who_went=answers.get("who_went", ""),
            owner_id=owner.pk if owner else None,
        )
        return {"idea": idea, "is_meant": bool(answers.get("is_meant"))}

    @property
    def changed(self) -> dict[str, Any]:
        """The same, with what the form was opened with, for an idea that stands."""
        return self.given | self.opened


def asked_name(form: Refusable) -> list[str]:
    """Where somebody says that a word is no name of a family's: asked once one was found."""
    return ["is_meant"] if "is_meant" in form.errors or form.data.get("is_meant") else []


def idea_before(idea: LearningIdea) -> dict[str, Any]:
    """What stands, for the form by which it is changed."""
    names = ("title", "came_from", "where_words", "who_went", "day", "learned", "evidence", "evidence_words")
    return {name: getattr(idea, name) for name in names} | {
        "authority": idea.authority,
        "owner": idea.owner_id,
    }


class NarrowForm(forms.Form):
    """What the register is narrowed to, in the address."""

    state = forms.ChoiceField(
        label="Where it stands", choices=[("", "All"), *choices(IdeaState)], required=False
    )
    came_from = forms.ChoiceField(
        label="Where it is from", choices=[("", "All"), *choices(IdeaFrom)], required=False
    )
    owner = forms.ModelChoiceField(
        queryset=owners(), label="Who follows it up", empty_label="Anybody", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners()  # type: ignore[attr-defined]
        self.helper = Helper(Side("state", "came_from"), "owner", Button("Show"), method="get")

    @property
    def narrowed(self) -> Narrowed:
        """Without what is not one of the choices."""
        given = self.cleaned_data if self.is_valid() else {}
        owner = given.get("owner")
        return Narrowed(given.get("state", ""), given.get("came_from", ""), owner.pk if owner else None)


class DecideForm(KeepsDraft):
    """Adopted or not, and why; `replaces` where something was decided before."""

    draft_title = "What is decided of an idea"
    outcome = radios("What is decided?", IdeaOutcome)
    why = radios("Why?", OutcomeWhy)
    words = words_field("The reasons", hint=NO_NAMES, subject="Reasons", longest=LONGEST_TEXT)
    replaces_reason = words_field(
        "Why does this take the place of what was decided before?", subject="Why it replaces", longest=1000
    )

    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, replaces: bool, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.replaces, self.back = replaces, back
        if not replaces:
            del self.fields["replaces_reason"]

    @property
    def helper(self) -> Helper:
        later = [GovField("replaces_reason", characters=1000, rows=3)] if self.replaces else []
        return Helper(
            GovField("outcome", label_size="m"),
            GovField("why", label_size="m"),
            GovField("words", label_size="m", characters=LONGEST_TEXT, rows=4),
            *later,
            *asked_name(self),
            Buttons(Button("Save the decision"), CancelLink(self.back)),
        )


class HeardForm(JoinsTexts):
    """What was said; with `answers_it` what was done about it too."""

    draft_title = "You said, we did"
    group = radios("Who said it?", Group)
    said = words_field("What was said?", hint=NO_NAMES, subject="What was said", longest=LONGEST_TEXT)
    heard_date = DateField(label="When?", subject="Day it was said", required=False)
    how_heard = TextField(
        label="How did you hear it?",
        help_text="For example feedback after conferences, a survey, a meeting",
        subject="How you heard it",
        max_length=200,
        required=False,
    )
    did = words_field(
        "What was done about it? (optional)", hint=NO_NAMES, subject="What was done", longest=LONGEST_TEXT
    )
    did_date = DateField(label="When was it done? (optional)", subject="Day it was done", required=False)
    told_back = words_field(
        "Who was told of it, and how? (optional)",
        hint="For example all parents who come to a conference, by the leaflet",
        subject="Who was told, and how",
        longest=1000,
    )
    told_back_date = DateField(
        label="When were they told? (optional)", subject="Day they were told", required=False
    )
    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, answers_it: bool, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers_it, self.back = answers_it, back
        if not answers_it:
            for name in ("did", "did_date", "told_back", "told_back_date"):
                del self.fields[name]

    @property
    def helper(self) -> Helper:
        done = [
            *self.shown("did", label_size="m", characters=LONGEST_TEXT, rows=4),
            *self.shown("did_date"),
            *self.shown("told_back", label_size="m", characters=1000, rows=3),
            *self.shown("told_back_date"),
        ]
        later = [Words("What was done about it is told by those who keep this list.")]
        return Helper(
            "seen",
            *self.shown("group", label_size="m"),
            *self.shown("said", label_size="m", characters=LONGEST_TEXT, rows=4),
            *self.shown("heard_date"),
            *self.shown("how_heard", width="two-thirds"),
            *(done if self.answers_it else later),
            *asked_name(self),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def given(self) -> dict[str, Any]:
        """What was heard, as the operation wants it."""
        answers = self.answers
        heard = Heard(**{name: answers[name] for name in Heard.__dataclass_fields__ if name in answers})
        return {"heard": heard, "is_meant": bool(answers.get("is_meant"))}

    @property
    def changed(self) -> dict[str, Any]:
        """The same, with what the form was opened with, for what stands in the list."""
        return self.given | self.opened


def heard_before(held: LearningHeard) -> dict[str, Any]:
    """What stands, for the form by which it is changed."""
    return {name: getattr(held, name) for name in Heard.__dataclass_fields__}


class GroupForm(forms.Form):
    """Whose words are shown, in the address."""

    group = forms.ChoiceField(label="Who said it", choices=[("", "All"), *choices(Group)], required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("group", Button("Show"), method="get")

    @property
    def chosen(self) -> str:
        return self.cleaned_data["group"] if self.is_valid() else ""


class ReasonForm(KeepsDraft):
    """Why something is done that has no other answer."""

    draft_title = "Stopping a trial"
    reason = words_field("Why is it stopped?", hint=NO_NAMES, subject="Reason", longest=1000)
    is_meant = forms.BooleanField(label=NOT_THEM, required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        return Helper(
            GovField("reason", label_size="m", characters=1000, rows=3),
            *asked_name(self),
            Buttons(Button("Stop the trial", kind="warning"), CancelLink(self.back)),
        )


class MoveForm(Refusable):
    """Another day for a review."""

    review_date = DateField(label="When is the review?", subject="Day of the review", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("review_date", label_size="m"), Buttons(Button("Save"), CancelLink(back))
        )
