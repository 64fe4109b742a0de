"""The forms of a census file: handing it in, and answering what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse

from conferences.models import ImportQuestion
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.refusals import Problem


class CensusFileForm(Refusable):
    """One file; a box to have a file read again, shown only once that was met."""

    FIELD_FOR = {"": "file", "again": "file"}

    file = forms.FileField(
        label="Census file",
        help_text="The XML file of the Children in Need census, of any year from 2017. You can use a file"
        " that was sent to the Department for Education.",
        widget=forms.FileInput(attrs={"accept": ".xml,text/xml,application/xml"}),
        error_messages={
            "required": "Select a census file",
            "missing": "Select a census file",
            "invalid": "Select a census file",
            "empty": "The selected file is empty",
            "max_length": "The file’s name must be 200 characters or less",
        },
        max_length=200,
    )
    again = forms.BooleanField(label="Read this file again", required=False)

    def __init__(self, *args: Any, met_before: bool = False, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.met_before = met_before
        if too_large:
            most = f"{settings.CENSUS_MOST_BYTES // 1_000_000:,} MB"
            sentence = f"The selected file must be smaller than {most}"
            self.fields["file"].error_messages["required"] = sentence
        self._lay_out()

    def _lay_out(self) -> None:
        parts: list[Any] = [GovField("file", label_size="m")]
        if self.met_before:
            parts.append(GovField("again"))
        self.helper = Helper(*parts, Buttons(Button("Import")), action=reverse("import_census"))

    def show_problem(self, problem: Problem) -> None:
        """A file that was read before may be read again: from then on the box for it is shown."""
        if problem.field == "again":
            self.met_before = True
            self._lay_out()
        super().show_problem(problem)


class AskForm(Refusable):
    """Something asked of a file by a button alone; its page has the button, and says what is against it."""

    @property
    def problem(self) -> str:
        return " ".join(str(sentence) for found in self.errors.values() for sentence in found)


class KeepFileForm(AskForm):
    """Whether a file is kept, though something is asked of it as a whole."""

    anyway = forms.BooleanField(required=False)


class ImportQuestionForm(KeepsDraft):
    """An answer; a day where something ended then."""

    draft_title = "Answer to a question about a census file"

    FIELD_FOR = {"which": "answer"}

    answer_day = DateField(label="Day it ended", subject="Day it ended", required=False)

    def __init__(self, *args: Any, question: ImportQuestion, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = forms.ChoiceField(
            label="What is right?",
            choices=[(code, words) for code, words in question.choices],
            widget=forms.RadioSelect,
            required=False,
            initial=question.answer,
        )
        self.fields["answer_day"].initial = question.answer_day
        self.lay_out([GovField("answer", label_size="m", reveal=self.reveal(question))], back)

    def reveal(self, question: ImportQuestion) -> dict[str, list[str]]:
        """The day, beneath the answer that wants one; where none does there is no field for it."""
        if any(code == "ENDED" for code, _ in question.choices):
            return {"ENDED": ["answer_day"]}
        del self.fields["answer_day"]
        return {}

    def lay_out(self, parts: Sequence[GovField], back: str) -> None:
        self.helper = Helper(*parts, Buttons(Button("Save the answer"), CancelLink(back)))


class ImportQuestionsForm(ImportQuestionForm):
    """The same answer for questions of one kind: those of a page that are ticked, or all that there are."""

    FIELD_FOR = {}

    which = forms.MultipleChoiceField(
        label="Which children?", widget=forms.CheckboxSelectMultiple, required=False
    )
    whole = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, questions: Sequence[ImportQuestion], count: int, back: str, **kwargs: Any
    ) -> None:
        self.count, self.shown, self.questions = count, len(questions), questions
        self.own: dict[int, str] = {}
        super().__init__(*args, question=questions[0], back=back, **kwargs)
        which, whole = self.fields["which"], self.fields["whole"]
        assert isinstance(which, forms.MultipleChoiceField)
        which.choices = [(str(one.pk), f"{one.number}: {one.sentence}") for one in questions]
        which.initial = [str(one.pk) for one in questions]
        whole.label = f"All {count:,} that ask this, also those that are not shown here"

    def reveal(self, question: ImportQuestion) -> dict[str, list[str]]:
        """The day for all, and below it one for each child who is shown, where it is another."""
        found = super().reveal(question)
        if found:
            self.fields["answer_day"].label = "Day they ended"
            self.own = {one.pk: f"day_{one.pk}" for one in self.questions}
            for one in self.questions:
                label = f"{one.number}, if on another day"
                self.fields[self.own[one.pk]] = DateField(label=label, subject="The day", required=False)
            found["ENDED"] += self.own.values()
        return found

    @property
    def answer(self) -> dict[str, Any]:
        """What all are answered with, and the days of those who have another."""
        given = {name: self.answers[name] for name in ("answer", "answer_day") if name in self.fields}
        own = {pk: day for pk, name in self.own.items() if (day := self.answers[name])}
        return given | {"own_days": own}

    def field_of(self, problem: Problem) -> str:
        own = self.own.get(problem.about or 0) if problem.field == "own_day" else None
        return own or super().field_of(problem)

    def lay_out(self, parts: Sequence[GovField], back: str) -> None:
        more = [GovField("whole")] if self.count > self.shown else []
        which = GovField("which", label_size="m")
        self.helper = Helper(*parts, which, *more, Buttons(Button("Save the answers"), CancelLink(back)))
