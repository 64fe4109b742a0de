"""What the database holds of the unit’s learning: what is compared stays what was to be compared."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_kept import never_deleted
from safeguarding.promises import stays

IDEA_KEPT = [never_deleted("learningidea")]
HEARD_KEPT = [never_deleted("learningheard")]
TRIAL_KEPT = [
    never_deleted("learningtrial"),
    stays(
        "learningtrial_measure_stays",
        "The figure, the months and the first day of a trial stay: what was before would be another.",
        operation=pgtrigger.Update,
        when="""(OLD.idea_id, OLD.measure, OLD.months, OLD.start_date, OLD.movement) IS DISTINCT FROM
            (NEW.idea_id, NEW.measure, NEW.months, NEW.start_date, NEW.movement)""",
    ),
    stays(
        "learningtrial_ended_stays",
        "This trial is over.",
        operation=pgtrigger.Update,
        when="OLD.ended_date IS NOT NULL",
    ),
]
