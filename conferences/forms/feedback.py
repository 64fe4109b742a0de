"""The forms of feedback: what is given back, slips printed and handed out, words read, and a language."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from conferences.operations.feedback_texts import LanguageTold
from conferences.queries.feedback_texts import Language
from conferences.rules.feedback import LONGEST_WORDS, QUESTIONS, SCALE, Given, Giver, Reading, Theme, Wave
from conferences.rules.feedback_texts import LONGEST
from safeguarding.labelled import choices
from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import TextField
from safeguarding.refusals import Problem, Refused
from safeguarding.versions import StaleVersion

USUAL, LARGE, EASY = "usual", "large", "easy"
STYLES = ((USUAL, "Usual print"), (LARGE, "Large print"), (EASY, "Easy words and pictures"))


class GivingForm(Refusable):
    """What somebody gives back. Its own page draws it; its sentences are of the texts of a language."""

    words = forms.CharField(widget=forms.Textarea, required=False)

    def __init__(self, *args: Any, giver: Giver, texts: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.giver, self.texts = giver, texts
        for question in QUESTIONS[giver]:
            self.fields[question] = forms.TypedChoiceField(
                choices=[(str(n), str(n)) for n in SCALE], coerce=int, empty_value=None, required=False
            )

    @property
    def given(self) -> Given:
        answers = self.answers
        return Given({name: answers[name] for name in QUESTIONS[self.giver]}, answers["words"].strip())

    def show_problem(self, problem: Problem) -> None:
        """Whole sentences, with their stop: not every language has ours."""
        sentence = self.texts[problem.sentence].format(most=LONGEST_WORDS)
        self.add_error(problem.field if problem.field in self.fields else None, sentence)


class OfSlips(Refusable):
    """How many slips, for whom and when: printed or handed out."""

    @property
    def told(self) -> dict[str, Any]:
        return {
            "giver": _code(Giver, self.answers["giver"]),
            "wave": _code(Wave, self.answers["wave"]),
            "number": self.answers["number"],
        }


class OfferForm(OfSlips):
    """How many slips were handed out."""

    giver = radios("Who got a slip?", Giver)
    wave = radios("For when is it?", Wave)
    number = forms.IntegerField(label="How many people got one?", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("giver", label_size="m"),
            GovField("wave", label_size="m"),
            GovField("number", label_size="m", width="3"),
            Buttons(Button("Record"), CancelLink(back)),
        )


class ChangeOfferForm(Refusable):
    """How many it really were."""

    number = forms.IntegerField(label="How many people got one?", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("number", label_size="m", width="3"), Buttons(Button("Save"), CancelLink(back))
        )


class SlipsForm(OfSlips):
    """A sheet of slips to print. The day of the conference is not kept: the second slip says from when it
    is answered.
    """

    giver = radios("Who is asked?", Giver)
    wave = radios("When are they asked?", Wave)
    held = DateField(
        label="Day of the conference, for a slip of two weeks later (optional)",
        subject="Day of the conference",
        help_text="It is printed as a day to answer from, and not kept.",
        required=False,
    )
    language = forms.ChoiceField(label="In which language?", required=False)
    style = forms.ChoiceField(
        label="How is it printed?", choices=STYLES, initial=USUAL, widget=forms.RadioSelect, required=False
    )
    number = forms.IntegerField(label="How many slips?", initial=6, required=False)

    def __init__(self, *args: Any, languages: Sequence[Language], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = {one.code: one for one in languages}
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (one.code, one.name) for one in languages
        ]
        self.helper = Helper(
            GovField("giver", label_size="m"),
            GovField("wave", label_size="m"),
            "held",
            GovField("language", label_size="m"),
            GovField("style", label_size="m"),
            GovField("number", label_size="m", width="3"),
            Buttons(Button("Make the sheet"), CancelLink(back)),
        )

    @property
    def language_chosen(self) -> Language:
        return self.languages.get(self.answers["language"]) or next(iter(self.languages.values()))


class ReadForm(Refusable):
    """What is done with some words. It is opened with a mark of what was decided of them (`seen`): who was
    slower reads what another decided, and may still save.
    """

    seen = CarriedText()
    cover = TextField(
        label="Words to cover, with commas between them (optional)",
        subject="Words to cover",
        help_text="Names, schools, streets, whatever tells who somebody is. They are gone for good.",
        max_length=500,
        required=False,
    )
    outcome = radios("What is done with these words?", Reading)
    themes = forms.MultipleChoiceField(
        label="What are they about?",
        choices=choices(Theme),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_meant = forms.BooleanField(label="The word is not somebody’s name here", required=False)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        names = ["is_meant"] if "cover" in self.errors or self.data.get("is_meant") else []
        return Helper(
            "seen",
            "cover",
            *names,
            GovField("outcome", label_size="m"),
            GovField("themes", label_size="m"),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        answers = self.answers
        return {
            "cover": [one.strip() for one in answers["cover"].split(",") if one.strip()],
            "outcome": _code(Reading, answers["outcome"]),
            "themes": [Theme(one) for one in answers["themes"] or []],
            "is_meant": bool(answers["is_meant"]),
            "seen": answers["seen"],
        }

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        if isinstance(refusal, StaleVersion):
            assert isinstance(self.data, QueryDict)  # A clash is of something that was typed.
            typed = self.data.copy()
            typed["seen"] = refusal.seen
            self.data = typed
        super().take(refusal, besides)


class LanguageForm(JoinsTexts):
    """The words of the forms in a language, each beside the English ones, and who checked them."""

    draft_title = "A language of the feedback forms"
    name = TextField(label="Language, in English", subject="Language", max_length=40, required=False)
    own_name = TextField(
        label="Language, as its speakers write it",
        subject="Language as its speakers write it",
        max_length=40,
        required=False,
    )
    is_rtl = forms.BooleanField(label="It is written from right to left", required=False)
    checked_by = TextField(
        label="Who checked all of it, as somebody who translates? (optional)",
        subject="Who checked it",
        help_text="Until then nobody is asked in this language.",
        max_length=100,
        required=False,
    )
    checked_date = DateField(label="When? (optional)", subject="Day it was checked", required=False)

    def __init__(self, *args: Any, code: str, english: Mapping[str, str], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code, self.english, self.back = code, english, back
        for key, text in english.items():
            self.fields[key] = TextField(
                label=text,
                subject=text,
                widget=forms.Textarea(attrs={"lang": code, "dir": "auto"}),
                max_length=LONGEST,
                required=False,
            )

    @property
    def helper(self) -> Helper:
        texts = [part for key in self.english for part in self.shown(key, rows=2)]
        return Helper(
            "seen",
            *self.shown("name", width="two-thirds"),
            *self.shown("own_name", width="two-thirds"),
            "is_rtl",
            Set("The words", *texts),
            Set("Checked", *self.shown("checked_by", width="two-thirds"), *self.shown("checked_date")),
            Buttons(Button("Save"), CancelLink(self.back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        answers = self.answers
        language = LanguageTold(
            code=self.code,
            name=answers["name"],
            own_name=answers["own_name"],
            is_rtl=bool(answers["is_rtl"]),
            texts={key: answers[key] for key in self.english},
            checked_by=answers["checked_by"],
            checked_date=answers["checked_date"],
        )
        return {"told": language} | self.opened


class NewLanguageForm(Refusable):
    """The code of a language that is not there yet."""

    code = TextField(
        label="Code of the language",
        help_text="Two or three small letters: so for Somali, ar for Arabic, ti for Tigrinya",
        subject="Code of the language",
        max_length=3,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(GovField("code", width="3"), Button("Add a language"), method="get")


def _code(codes: Any, given: str) -> Any:
    return codes(given) if given else None
