"""The form that hands in a census file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.urls import reverse

from safeguarding.pagekit.layout import Button, Buttons, GovField, Helper
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
