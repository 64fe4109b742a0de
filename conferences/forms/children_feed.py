"""Forms of the file of children: handing it in, answering what is asked, taking it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from conferences.models import FeedLine
from conferences.rules.children_feed import Item
from safeguarding.labelled import label
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field
from safeguarding.wording import lower_first

OURS, THEIRS = "OURS", "THEIRS"
MISSING = "Select a CSV file"


class ChildrenFileForm(Refusable):
    """One file."""

    FIELD_FOR = {"": "file"}

    file = forms.FileField(
        label="File of children",
        help_text="Saved as CSV in UTF-8. The first row names the columns.",
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        max_length=200,
        error_messages={
            "required": MISSING,
            "missing": MISSING,
            "invalid": MISSING,
            "empty": "The selected file is empty",
            "max_length": "The file’s name must be 200 characters or less",
        },
    )

    def __init__(self, *args: Any, too_large: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = too_large
        self.helper = Helper(GovField("file", label_size="m"), Buttons(Button("See what it would change")))


@dataclass(frozen=True)
class Choice:
    """One item of a line that is a question: what stands here, and what the file says."""

    line: FeedLine
    item: str
    ours: str
    theirs: str

    @property
    def field(self) -> str:
        return f"answer_{self.line.pk}_{self.item}"


class QuestionsForm(KeepsDraft):
    """A page of questions; ours is kept where nobody says otherwise."""

    draft_title = "Answers to questions about a file of children"

    def __init__(
        self, *args: Any, choices: Sequence[Choice], legends: Mapping[int, str], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        for one in choices:
            self.fields[one.field] = forms.ChoiceField(
                label=label(Item, one.item),
                required=False,
                choices=[(OURS, f"Keep ours: {one.ours}"), (THEIRS, f"Take the file’s: {one.theirs}")],
                widget=forms.RadioSelect,
                initial=THEIRS if one.item in one.line.takes else OURS,
            )
        groups = [
            Set(legend, *(GovField(one.field) for one in choices if one.line.pk == line))
            for line, legend in legends.items()
        ]
        self.helper = Helper(*groups, Buttons(Button("Save the answers"), CancelLink(back, "Back")))

    @property
    def taken(self) -> dict[FeedLine, list[str]]:
        """{line: the items of which the file's words are taken}, for every line of the page."""
        answers: dict[FeedLine, list[str]] = {one.line: [] for one in self.choices}
        for one in self.choices:
            if self.answers[one.field] == THEIRS:
                answers[one.line].append(one.item)
        return answers


class AllAnswersForm(Refusable):
    """One answer for every question about the same item."""

    item = forms.ChoiceField(label="Answer for all questions about", required=False)
    answer = forms.ChoiceField(
        label="What is kept of all of them?",
        required=False,
        choices=[(OURS, "Keep ours"), (THEIRS, "Take the file’s")],
        widget=forms.RadioSelect,
        initial=OURS,
    )

    def __init__(self, *args: Any, counts: Mapping[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = [(item, f"{lower_first(label(Item, item))} ({count})") for item, count in counts.items()]
        self.fields["item"].choices = words  # type: ignore[attr-defined]
        self.helper = Helper(
            GovField("item"), GovField("answer"), Buttons(Button("Answer all", name="all", value="1"))
        )


class TakeInForm(KeepsDraft):
    """The button that takes a file in; with a reason where something is asked of it as a whole."""

    draft_title = "Reason to take in a file of children"

    reason = words_field("Reason to take it in all the same", longest=300)

    def __init__(self, *args: Any, is_asked: bool, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_asked:
            del self.fields["reason"]
        parts: list[Any] = [GovField("reason", label_size="m")] if is_asked else []
        self.helper = Helper(*parts, Buttons(Button("Take it in"), CancelLink(back)))
