"""What the database holds of a council's words: each version follows the one before and stays as written."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import stays

LATER = "ARRAY['off_at', 'off_by_id']"
WORDS_HOLD = [
    stays(
        "letterwording_follows",
        "Newer words of this part stand already. Look at them first.",
        operation=pgtrigger.Insert,
        wrong="""(NEW.version <> 1 + coalesce((
            SELECT max(o.version) FROM conferences_letterwording AS o
            WHERE o.kind = NEW.kind AND o.part = NEW.part), 0))
        OR EXISTS (
            SELECT FROM conferences_letterwording AS o
            WHERE o.kind = NEW.kind AND o.part = NEW.part AND o.off_at IS NULL
                AND o.from_date > NEW.from_date)""",
    ),
    stays(
        "letterwording_stays_as_written",
        "These words stay as they were written: newer words take their place.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong=f"""TG_OP = 'DELETE' OR to_jsonb(OLD) - {LATER} <> to_jsonb(NEW) - {LATER}
        OR OLD.off_at IS NOT NULL""",
    ),
]
