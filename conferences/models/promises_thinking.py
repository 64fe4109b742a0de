"""What the database holds of thinking time: when it was recorded, and whose it is before a signing."""

from __future__ import annotations

import pgtrigger

from safeguarding.promises import said, stays

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

# Thinking is its chair's own: held by who chairs, on the day of the meeting or before it; or a second person
# lets it go on without.
THOUGHT_FIRST = said(
    "meetingrecord_thought_first",
    "Thinking time is required before this conference. Hold it, or ask for a waiver.",
)
THOUGHT_FIRST_WRONG = """EXISTS (
        SELECT FROM conferences_booking AS b JOIN conferences_thinkingtime AS t ON t.request_id = b.request_id
        WHERE b.id = NEW.booking_id AND t.is_required AND NOT t.in_error
            AND NOT EXISTS (
                SELECT FROM conferences_thinkingtime AS o
                WHERE (o.id = t.id OR o.follows_id = t.id) AND NOT o.in_error AND o.chair_id = b.chair_id
                    AND o.held_date <= (b.starts_at AT TIME ZONE 'Europe/London')::date)
            AND NOT EXISTS (
                SELECT FROM conferences_thinkingwaiver AS w
                WHERE w.session_id = t.id AND w.outcome = 'CONFIRMED'))"""
THINKING_FOLLOWS = stays(
    "thinkingtime_follows_its_own",
    "Thinking time follows what another chair held for the same conference.",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when="NEW.follows_id IS NOT NULL",
    wrong="""NOT EXISTS (
        SELECT FROM conferences_thinkingtime AS f
        WHERE f.id = NEW.follows_id AND f.id <> NEW.id AND f.request_id = NEW.request_id
            AND f.follows_id IS NULL)""",
)
