"""What the database holds of the letters of exclusions: of what they are made, and that they stay as made."""

from __future__ import annotations

import pgtrigger

from conferences.models.letters_kept import LATER, UNSENT
from safeguarding.promises import stays

LETTER_HOLDS = [
    stays(
        "exclusionletter_of_somebody_excluded",
        "A letter is made for somebody whom the chair has excluded, and whom it can reach.",
        operation=pgtrigger.Insert,
        wrong="""NOT EXISTS (
            SELECT FROM conferences_exclusion AS e
            WHERE e.id = NEW.exclusion_id AND e.answer IN ('WHOLE', 'PART') AND e.lifted_at IS NULL
                AND (e.person_id IS NOT NULL OR e.way IN ('POST', 'HAND')))
        OR (NEW.version > 1 AND NOT EXISTS (
            SELECT FROM conferences_exclusionletter AS o
            WHERE o.exclusion_id = NEW.exclusion_id AND o.version = NEW.version - 1))""",
    ),
    stays(
        "exclusionletter_stays_as_made",
        "This letter stays as it was made.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong=f"""TG_OP = 'DELETE' OR to_jsonb(OLD) - {LATER} <> to_jsonb(NEW) - {LATER}
        OR {UNSENT}""",
    ),
]
