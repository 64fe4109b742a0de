"""What the database holds of feedback: what somebody gave stays as they gave it."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_kept import never_deleted
from safeguarding.promises import stays

# Rows of a quarter are written anew, in another order, with each answer: so they may be deleted.
ANSWER_KEPT = [
    stays(
        "feedbackanswer_stays",
        "What somebody answered stays; only a name in their words is covered.",
        operation=pgtrigger.Update,
        wrong="""(NEW.id, NEW.giver, NEW.wave, NEW.quarter, NEW.answer_1, NEW.answer_2, NEW.answer_3,
            NEW.answer_4, NEW.answer_5, NEW.answer_6)
        IS DISTINCT FROM (OLD.id, OLD.giver, OLD.wave, OLD.quarter, OLD.answer_1, OLD.answer_2, OLD.answer_3,
            OLD.answer_4, OLD.answer_5, OLD.answer_6)
        OR (OLD.words = '' AND NEW.words <> '')""",
    )
]
READING_KEPT = [
    never_deleted("feedbackreading"),
    stays(
        "feedbackreading_of_its_answer",
        "What was decided of some words stays with them.",
        operation=pgtrigger.Update,
        when="OLD.answer_id IS DISTINCT FROM NEW.answer_id",
    ),
]
OFFER_KEPT = [never_deleted("feedbackoffer")]
LANGUAGE_KEPT = [never_deleted("feedbacklanguage")]
