"""The form that is answered by the code of a slip, and the slip, in one language: what their pages take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

import qrcode
from django.utils.safestring import SafeString, mark_safe

from conferences.forms.feedback import EASY, LARGE, STYLES, GivingForm
from conferences.queries.feedback_texts import Language
from conferences.rules.feedback import HIGHEST, LOWEST, QUESTIONS, SCALE, Giver, Wave, code_shown
from conferences.rules.feedback_texts import key_shown
from safeguarding.pagekit.components import Link

# The mouth of the face beside each number, from sad to glad, in a square of 32.
MOUTHS = (
    "M9 23 Q16 15 23 23",
    "M9 22 Q16 18 23 22",
    "M9 21 L23 21",
    "M9 20 Q16 24 23 20",
    "M9 19 Q16 28 23 19",
)


@dataclass(frozen=True)
class Look:
    """In which language and how a page of this kind is drawn; `others` are the languages to choose from."""

    language: Language
    style: str
    others: Sequence[Language] = ()

    @property
    def easy(self) -> bool:
        return self.style == EASY

    @property
    def classes(self) -> str:
        large = self.style in (LARGE, EASY)
        return "feedback feedback--large" if large else "feedback"

    @property
    def query(self) -> str:
        return urlencode({"l": self.language.code, "s": self.style})

    def text(self, key: str) -> str:
        return key_shown(key, self.language.texts, easy=self.easy)

    @property
    def words(self) -> dict[str, str]:
        """Every text of the pages' frame, by a name that a template can ask for."""
        return {
            key.replace(".", "_"): self.text(key)
            for key in self.language.texts
            if not key.endswith(".easy") and not key.startswith("q.")
        }

    @property
    def languages(self) -> list[Link]:
        return [
            Link(
                one.own_name,
                f"?{urlencode({'l': one.code, 's': self.style})}",
                one.code == self.language.code,
            )
            for one in self.others
        ]

    @property
    def styles(self) -> list[Link]:
        return [
            Link(
                self.text(f"style.{code}"),
                f"?{urlencode({'l': self.language.code, 's': code})}",
                code == self.style,
            )
            for code, _ in STYLES
        ]

    @property
    def lang_codes(self) -> list[tuple[Link, str, str]]:
        """Each language's link with its code and direction, so that it is read aloud in its own sounds."""
        return [
            (link, one.code, one.direction) for link, one in zip(self.languages, self.others, strict=True)
        ]


def look_for(found: Sequence[Language], code: str, style: str, usual: str) -> Look:
    """What was asked for, among the languages that are offered; English and the usual style otherwise."""
    language = next((one for one in found if one.code == code), found[0])
    known = {one for one, _ in STYLES}
    return Look(language, style if style in known else usual, found)


@dataclass(frozen=True)
class Option:
    number: int
    ident: str
    mouth: str
    end: str
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    name: str
    words: str
    options: list[Option]


@dataclass(frozen=True)
class FormPage:
    """The whole of a form as it is drawn."""

    look: Look
    title: str
    intro: str
    scale: str
    questions: list[Question]
    typed: str = ""
    problems: list[tuple[str, str]] = field(default_factory=list)


def form_page(look: Look, giver: Giver, wave: Wave, form: GivingForm | None = None) -> FormPage:
    """The questions of a kind of giver with what was chosen, the words typed, and what is wrong."""
    asked = [_question(look, giver, name, form) for name in QUESTIONS[giver]]
    return FormPage(
        look=look,
        title=look.text(f"title.{giver.value}"),
        intro=look.text(f"intro.{wave.value}"),
        scale=look.text("scale").format(low=LOWEST, high=HIGHEST),
        questions=asked,
        typed=str(form["words"].value() or "") if form else "",
        problems=_problems(form) if form else [],
    )


def _question(look: Look, giver: Giver, name: str, form: GivingForm | None) -> Question:
    chosen = str(form[name].value() or "") if form else ""
    ends = {LOWEST: look.text("low"), HIGHEST: look.text("high")}
    options = [Option(n, f"{name}-{n}", MOUTHS[n - LOWEST], ends.get(n, ""), str(n) == chosen) for n in SCALE]
    return Question(name, look.text(f"q.{giver.value}.{name}"), options)


def _problems(form: GivingForm) -> list[tuple[str, str]]:
    """Each sentence with the part of the page that it is about."""
    first = f"{QUESTIONS[form.giver][0]}-{LOWEST}"
    return [
        (str(sentence), "words" if name == "words" else first)
        for name, several in form.errors.items()
        for sentence in several
    ]


# ----- Slips -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Slip:
    """One slip of a sheet: the square, the code, and what is said."""

    code: str
    square: SafeString


@dataclass(frozen=True)
class Sheet:
    look: Look
    slips: list[Slip]
    address: str
    later: str


def sheet(look: Look, codes: Sequence[str], address: str, from_day: date | None) -> Sheet:
    """A sheet of slips; `address` is where a code is typed, and the beginning of what each square holds."""
    slips = [Slip(code_shown(code), square(f"{address}/{code}?{look.query}")) for code in codes]
    later = look.text("slip.later").format(day=_numeric(from_day)) if from_day else ""
    return Sheet(look, slips, address.partition("://")[2] or address, later)


def _numeric(day: date) -> str:
    """A day in numbers, which are the same in every language here."""
    return f"{day.day}/{day.month}/{day.year}"


def square(text: str) -> SafeString:
    """The text as a square code, drawn as one path. The margin is part of it: readers need it."""
    code: Any = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows)
    return mark_safe(
        f'<svg class="feedback-square" viewBox="0 0 {size} {size}" aria-hidden="true" focusable="false"'
        f' shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#ffffff"/>'
        f'<path d="{path}" fill="#000000"/></svg>'
    )
