"""What the benches' sizes are made of: a million views, a large unit, a long story, a crowd."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from conferences.rules.deadlines import Code
from safeguarding.clock import today
from tests.bench.copies import APART, copy_of, multiply, rows_of, run, untriggered
from tests.demo_database import template

READS = 1_000_000
# 30 times the demo's 5,202.
UNIT_TIMES = 30
ENQUIRIES_OPEN = 21_000
# Thinking time before it; the record, the letters and their sending after it.
AFTER_A_MEETING = (Code.HOLD_THINKING_TIME, Code.FINISH_RECORD, Code.SEND_LETTERS, Code.SEND_RECORD)

LOG_OF_READS = """
    INSERT INTO safeguarding_readlog (child_id, user_id, view_name, kind, read_at, request_id)
    SELECT c.ids[1 + n %% cardinality(c.ids)], u.ids[1 + (n * 7) %% cardinality(u.ids)],
           (ARRAY['child', 'my_work', 'family', 'requests'])[1 + n %% 4],
           (ARRAY['OPENED', 'LISTED', 'OPENED', 'LISTED'])[1 + n %% 4],
           now() - n * interval '90 seconds', gen_random_uuid()
    FROM generate_series(1, %s) AS n,
         (SELECT array_agg(id ORDER BY md5(id::text)) AS ids FROM safeguarding_child) AS c,
         (SELECT array_agg(id ORDER BY id) AS ids FROM safeguarding_user WHERE NOT is_system) AS u
"""
# Every request that has none gets the meeting it was held at, in times and rooms of their own, long ago.
MEETINGS = """
    INSERT INTO conferences_booking (ref, form_key, request_id, room_id, chair_id, starts_at, ends_at, state,
        late_reason, late_agreed_by, booked_by_id, booked_at, cancel_reason, cancel_note, conference_id)
    SELECT gen_random_uuid(), gen_random_uuid(), r.id, rooms.id,
        chairs.ids[1 + r.n % cardinality(chairs.ids)],
        at.day, at.day + interval '2 hours', 'HELD', '', '', chairs.ids[1], at.day, '', '', c.id
    FROM (SELECT id, row_number() OVER (ORDER BY requested_at DESC) AS n FROM conferences_request r
          WHERE NOT EXISTS (SELECT FROM conferences_booking b WHERE b.request_id = r.id)) AS r
    JOIN (SELECT id, row_number() OVER (ORDER BY held_date DESC) AS n FROM conferences_conference c
          WHERE NOT EXISTS (SELECT FROM conferences_booking b WHERE b.conference_id = c.id)) AS c USING (n),
         (SELECT array_agg(id ORDER BY id) AS ids FROM safeguarding_user WHERE role = 'CHAIR') AS chairs,
         (SELECT min(id) AS id FROM conferences_room) AS rooms,
         LATERAL (SELECT now() - interval '12 years' - r.n * interval '3 hours' AS day) AS at
"""
# What each of those meetings asked of its chair, and was done.
DUTIES_MET = """
    INSERT INTO conferences_duty (child_id, kind, booking_id, due_date, owner_id, owner_role, raised_at,
        closed_at, closed_because)
    SELECT r.child_id, k.kind, b.id, r.due_date, b.chair_id, 'CHAIR', b.booked_at,
        b.starts_at, 'MET'
    FROM conferences_requestedchild r JOIN conferences_booking b USING (request_id),
         unnest(%s::text[]) AS k(kind)
    WHERE b.state = 'HELD' ON CONFLICT DO NOTHING
"""
CORE_GROUPS = """
    INSERT INTO conferences_coregroup (plan_id, held_date, notes, recorded_by_id, recorded_at)
    SELECT %s, current_date - n::int, 'The network met and went through who does what next.', %s, now()
    FROM generate_series(1, 1000) AS n ON CONFLICT DO NOTHING
"""
# Each leaves one thing to do: a conference to be asked for, of children on no plan, with days of each kind
ENQUIRIES = """
    INSERT INTO conferences_enquiry (child_id, started_date, conference_need, source)
    SELECT c.id, current_date - (2 + n %% 30)::int, 'NEEDED', 'RECORDED'
    FROM (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM safeguarding_child c
          WHERE NOT EXISTS (
              SELECT FROM conferences_plan p WHERE p.child_id = c.id AND p.end_date IS NULL)) AS c
    WHERE n <= %s ON CONFLICT DO NOTHING
"""
# and the next core group of each plan that is open.
LAST_CORE_GROUPS = """
    INSERT INTO conferences_coregroup (plan_id, held_date, notes, recorded_by_id, recorded_at)
    SELECT p.id, current_date - (16 + n % 40)::int, '', w.id, now()
    FROM (SELECT id, row_number() OVER (ORDER BY md5(id::text)) AS n FROM conferences_plan p
          WHERE p.end_date IS NULL AND p.start_date < current_date - 60 AND NOT EXISTS (
              SELECT FROM conferences_coregroup g WHERE g.plan_id = p.id)) AS p,
         (SELECT min(id) AS id FROM safeguarding_user WHERE role = 'SOCIAL_WORKER') AS w
"""
# The unit's own people are as few as they were: each above is told of all that is late.
FEW_ABOVE = """
    UPDATE safeguarding_user SET is_active = FALSE
    WHERE id > %s AND role IN ('STRATEGIC_LEAD', 'MANAGER', 'BUSINESS_SUPPORT')
"""
ALLOCATIONS = """
    INSERT INTO safeguarding_allocation (child_id, team_id, worker_id, start_date, end_date)
    SELECT %s, (SELECT min(id) FROM safeguarding_team), %s,
        current_date - n::int * 3, current_date - n::int * 3 + 2
    FROM generate_series(1, 1000) AS n
"""
CLONES = """
    INSERT INTO safeguarding_user
        (password, last_login, ref, email, full_name, role, team_id, is_active, is_system)
    SELECT password, last_login, gen_random_uuid(), n || '.crowd.' || email, full_name, role, team_id,
        true, false
    FROM safeguarding_user, generate_series(1, %s) AS n WHERE email = %s
"""


@contextmanager
def demo_with_reads() -> Iterator[None]:
    """The demo, after a year or two of being looked at."""
    with copy_of(template(today())):
        run(LOG_OF_READS, [READS])
        run("VACUUM ANALYZE")
        yield


@contextmanager
def large_unit() -> Iterator[None]:
    """A unit of 156,060 children, with every meeting it has held and all that was due after each."""
    with copy_of(template(today())):
        multiply(UNIT_TIMES)
        with untriggered():
            run(MEETINGS)
            run(DUTIES_MET, [[kind.value for kind in AFTER_A_MEETING]])
        run("VACUUM ANALYZE")
        yield


def give_much_to_do() -> None:
    """So much more that is due in a large unit, or late, that 30,000 duties stand at once."""
    with untriggered():
        run(LAST_CORE_GROUPS)
        run(ENQUIRIES, [ENQUIRIES_OPEN])
        run(FEW_ABOVE, [APART])
    run("VACUUM ANALYZE conferences_enquiry, conferences_coregroup")


def long_story() -> str:
    """Give a child on a plan 2,000 more events, half core groups and half workers; its reference."""
    plan, child, ref, worker = rows_of(
        "SELECT p.id, c.id, c.ref, (SELECT min(id) FROM safeguarding_user WHERE role = 'SOCIAL_WORKER')"
        " FROM conferences_plan p JOIN safeguarding_child c ON c.id = p.child_id"
        " WHERE p.end_date IS NULL AND NOT c.is_restricted ORDER BY c.id LIMIT 1"
    )[0]
    run(CORE_GROUPS, [plan, worker])
    run(ALLOCATIONS, [child, worker])
    return str(ref)


def clone(email: str, times: int) -> str:
    """So many more people who do the work of one; the end of their addresses."""
    run(CLONES, [times, email])
    return f".crowd.{email}"
