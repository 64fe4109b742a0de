"""What the database holds of who is at a meeting: nobody is in two places at once, whatever they do there."""

from __future__ import annotations

from safeguarding.promises import said

# Meetings and protected time wait for each other at the row of whoever comes, and the second finds the first.
HOLD_CHAIR = "\n    PERFORM FROM safeguarding_user WHERE id = NEW.chair_id FOR NO KEY UPDATE;"
HOLD_PEOPLE = """
    PERFORM FROM safeguarding_user WHERE id IN (NEW.chair_id, NEW.minute_taker_id)
        ORDER BY id FOR NO KEY UPDATE;"""
CHAIR_THINKS = said("booking_beside_thinking_time", "The chair has time to think then.")
CHAIR_MEETS = said("thinkingslot_beside_meetings", "The chair has a meeting then.")
# As both stand when it is asked: what was given up since is in nobody's way.
BESIDE = """EXISTS (
        SELECT FROM conferences_booking AS b JOIN conferences_thinkingslot AS s
            ON s.chair_id IN (b.chair_id, b.minute_taker_id)
            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at)
        WHERE {one}.id = NEW.id AND b.state <> 'CANCELLED' AND NOT b.never_began
            AND s.cancelled_at IS NULL)"""
PLACE = ("chair_id", "starts_at", "ends_at")
# Who chairs one meeting takes no minutes of another at the same time: each column's constraint sees its own.
ELSEWHERE = said("booking_people_in_one_place", "Somebody of this meeting has another meeting then.")
ELSEWHERE_WRONG = """EXISTS (
        SELECT FROM conferences_booking AS b JOIN conferences_booking AS o ON o.id <> b.id
            AND o.state <> 'CANCELLED' AND NOT o.never_began
            AND (o.chair_id = b.minute_taker_id OR o.minute_taker_id = b.chair_id)
            AND tstzrange(b.starts_at, b.ends_at) && tstzrange(o.starts_at, o.ends_at)
        WHERE b.id = NEW.id AND b.state <> 'CANCELLED')"""
# What a chair told of a meeting's end by mistake: how it ended, or that it ended at all.
OTHERWISE = """(OLD.state IN ('INQUORATE', 'ABANDONED') AND NEW.state IN ('INQUORATE', 'ABANDONED', 'BOOKED')
        OR OLD.state = 'ADJOURNED' AND NEW.state = 'BOOKED')"""
