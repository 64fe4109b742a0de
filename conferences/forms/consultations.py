"""The forms of a family's consultation: the asker's account, with a part for each child."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from conferences.models import Consultation
from conferences.operations.consultations import AccountWords, ChildWords
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, Helper, Set
from safeguarding.pagekit.texts import words_field
from safeguarding.policy.words import in_words

FAMILY_TEXTS = tuple(AccountWords.__dataclass_fields__)
CHILD_TEXTS = tuple(ChildWords.__dataclass_fields__)


class AccountForm(JoinsTexts):
    """What only the asker can know: of the family, then of each child (`waiting`) in their own part."""

    draft_title = "Account for a re-plan consultation"
    why_now = words_field(
        "Why now?",
        hint="What has happened, and the harm: the whole history, not only the latest incident",
        subject="Why now",
    )
    what_is_different = words_field(
        "What is different from the last time?",
        hint="Another home, another risk, other help. How the last plan went stands with the history",
        subject="What is different",
    )
    what_else = words_field(
        "What else is possible?",
        hint="What was not tried yet, and what it would need. What the record knows of stands on this page",
        subject="What else is possible",
    )
    parents_words = words_field(
        "What do the parents say?", hint="In their own words where you can", subject="What the parents say"
    )
    manager_view = words_field("", subject="Their view")
    outcome_sought = words_field("What do you ask for?", subject="What you ask for")
    how_different = words_field(
        "How would a new plan differ from the last?", subject="How the plan would differ"
    )

    def __init__(
        self,
        *args: Any,
        waiting: Sequence[Consultation],
        back: str,
        action: str,
        on: dt.date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.waiting, self.back, self.action, self.on = waiting, back, action, on
        self.fields["manager_view"].label = in_words("What does the {TEAM_MANAGER.first} think?", on)
        for one in waiting:
            name = one.child.display_name
            self.fields[f"child_words_{one.pk}"] = words_field(
                f"What does {name} say?",
                hint="In the child’s own words where you can, with who heard them",
                subject=f"What {name} says",
            )
            self.fields[f"what_is_different_{one.pk}"] = words_field(
                f"What is different for {name}?",
                hint="Only where it is not the same as for the family",
                subject=f"What is different for {name}",
            )

    @property
    def given(self) -> dict[str, Any]:
        """The account as the operation wants it."""
        answers = self.answers
        return {
            "words": AccountWords(**{name: answers[name] for name in FAMILY_TEXTS}),
            "of_children": {
                one.pk: ChildWords(**{name: answers[f"{name}_{one.pk}"] for name in CHILD_TEXTS})
                for one in self.waiting
            },
        } | self.opened

    @property
    def helper(self) -> Helper:
        family = [part for name in FAMILY_TEXTS for part in self.shown(name, label_size="s", rows=3)]
        return Helper(
            "seen",
            *family,
            *(self._part(one) for one in self.waiting),
            Buttons(Button(in_words("Send to the {STRATEGIC_LEAD}", self.on)), CancelLink(self.back)),
            action=self.action,
        )

    def _part(self, one: Consultation) -> Set:
        names = [f"{name}_{one.pk}" for name in CHILD_TEXTS]
        parts = [part for name in names for part in self.shown(name, label_size="s", rows=3)]
        return Set(one.child.display_name, *parts)
