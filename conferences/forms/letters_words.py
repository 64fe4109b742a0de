"""The words of a letter, all its parts on one form, each with its tags and how hard it is to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conferences.queries.letters_words import PartStanding
from conferences.rules.letters_words import LONGEST, tags_explained
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.texts import words_field

LETTER_HINT = (
    "A letter that is made on that day or later has these words. Letters that were made stay as they are."
)
SHORT, LONG = 1, 4


class WordsForm(JoinsTexts):
    """New words for any of the parts, from a day on, and why: all of it the operation's to refuse.

    `advice` by part: how hard the words are to read.
    """

    draft_title = "Words of a letter"

    from_date = DateField(
        label="From which day do letters have these words?",
        subject="Day from which letters have them",
        help_text=LETTER_HINT,
        required=False,
    )
    reason = words_field(
        "Why do the words change?",
        hint="For example, who agreed it and when. Do not name a child or a family.",
        subject="Reason",
        longest=1000,
    )

    def __init__(
        self, *args: Any, parts: Sequence[PartStanding], advice: Mapping[str, str], back: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.parts, self.advice, self.back = parts, advice, back
        for one in parts:
            # The operation says how long words may be: a sentence at their place, and nothing cut off.
            self.fields[one.part.code] = words_field(one.part.name, _hint(one), longest=LONGEST * 5)
        # Mistakes are listed in the order of the page.
        self.order_fields(["seen", *(one.part.code for one in parts), "from_date", "reason"])

    @property
    def helper(self) -> Helper:
        texts = [shown for one in self.parts for shown in self._part(one)]
        return Helper(
            "seen",
            Set("The words", *texts),
            Set("From when, and why", *self.shown("from_date"), GovField("reason", characters=1000)),
            Buttons(
                Button("Save the words"),
                Button("Look at a letter", name="then", value="look", kind="secondary"),
                Button("Look at the first example as PDF", name="then", value="pdf", kind="secondary"),
                CancelLink(self.back),
            ),
        )

    def _part(self, one: PartStanding) -> list[Any]:
        rows = LONG if len(one.newest) > 80 or one.part.is_list else SHORT
        hint = " ".join(filter(None, (_hint(one), self.advice.get(one.part.code, ""))))
        return self.shown(one.part.code, rows=rows + 1, hint=hint)

    @property
    def texts(self) -> dict[str, str]:
        """The words of each part, as they were sent."""
        answers = self.answers
        return {one.part.code: answers[one.part.code] for one in self.parts}

    @property
    def told(self) -> dict[str, Any]:
        answers = self.answers
        when = {"from_date": answers["from_date"], "reason": answers["reason"]}
        return {"texts": self.texts} | when | self.opened


def _hint(one: PartStanding) -> str:
    """Where the words stand, and the tags that may be in them."""
    lines = "Each line is one of a list." if one.part.is_list else ""
    tags = "; ".join(tags_explained(one.part))
    return " ".join(filter(None, (one.part.about, lines, f"Tags: {tags}.")))
