"""What the database holds of when thinking time was recorded, and whether the record was signed by then."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import stays

# The release before writes no moment; it is now. What is recorded after the signing is late for good.
RECORDED = """
    IF TG_OP = 'UPDATE' AND OLD.state = 'HELD' THEN RETURN NEW; END IF;
    NEW.recorded_at := coalesce(NEW.recorded_at, now());
    NEW.is_late := EXISTS (
        SELECT FROM conferences_meetingrecord AS m JOIN conferences_booking AS b ON b.id = m.booking_id
        WHERE b.request_id = NEW.request_id AND m.state = 'SIGNED' AND m.signed_at < NEW.recorded_at);
    RETURN NEW;"""
THINKING_RECORDED = [
    pgtrigger.Trigger(
        name="thinkingtime_recorded",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        condition=pgtrigger.Condition("(NEW.state = 'HELD')"),
        func=RECORDED,
    ),
    stays(
        "thinkingtime_recorded_stays",
        "When thinking time was recorded stays as it was.",
        operation=pgtrigger.Update,
        when="""OLD.recorded_at IS NOT NULL
            AND (OLD.recorded_at, OLD.is_late) IS DISTINCT FROM (NEW.recorded_at, NEW.is_late)""",
    ),
]
