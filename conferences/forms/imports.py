"""The forms of a census file: handing it in, and answering what it leaves open."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse

from conferences.models import ImportQuestion
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper
from safeguarding.pagekit.refusals import Refusable
from safeguarding.refusals import Problem, Refused


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


class KeepFileForm(Refusable):
    """Whether a file is kept, though something is asked of it as a whole; its page has the buttons."""

    anyway = forms.BooleanField(required=False)

    @property
    def problem(self) -> str:
        return " ".join(str(sentence) for found in self.errors.values() for sentence in found)


class UndoFileForm(Refusable):
    """Undoing a file; `stands`: (child's number, what of it keeps the file), None where nothing was asked."""

    stands: Sequence[tuple[str, str]] | None = None

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        self.stands = [(problem.field, problem.sentence) for problem in refusal.problems]


class ImportQuestionForm(Refusable):
    """An answer; a day where something ended then."""

    answer_day = DateField(label="Day it ended", subject="Day it ended", required=False)

    def __init__(self, *args: Any, question: ImportQuestion, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(code, words) for code, words in question.choices]
        self.fields["answer"] = forms.ChoiceField(
            label="What is right?",
            choices=choices,
            widget=forms.RadioSelect,
            required=False,
            initial=question.answer,
        )
        self.fields["answer_day"].initial = question.answer_day
        parts = [GovField("answer", label_size="m")]
        if any(code == "ENDED" for code, _ in question.choices):
            parts.append(GovField("answer_day", label_size="m"))
        else:
            del self.fields["answer_day"]
        self.helper = Helper(*parts, Buttons(Button("Save the answer"), CancelLink(back)))
