"""What the deadlines of some children run for, about these children alone or with others."""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from conferences.rules.deadlines import Subject

ASKED = "SELECT request_id FROM conferences_requestedchild WHERE child_id = ANY(%(children)s)"
SUBJECTS: dict[Subject, str] = {
    Subject.ENQUIRY: "SELECT id FROM conferences_enquiry WHERE child_id = ANY(%(children)s)",
    Subject.TRANSFER_IN: "SELECT id FROM conferences_transferin WHERE child_id = ANY(%(children)s)",
    Subject.REQUEST: ASKED,
    Subject.PLAN: "SELECT id FROM conferences_plan WHERE child_id = ANY(%(children)s)",
    Subject.CONSULTATION: "SELECT id FROM conferences_consultation WHERE within_id IN ("
    "SELECT within_id FROM conferences_consultation WHERE child_id = ANY(%(children)s))",
    Subject.THINKING_TIME: f"SELECT id FROM conferences_thinkingtime WHERE request_id IN ({ASKED})",
    Subject.MEETING: f"SELECT id FROM conferences_booking WHERE request_id IN ({ASKED})",
}
FIND = f"SELECT {', '.join(f'ARRAY({sql})' for sql in SUBJECTS.values())}"


def subjects_of(children: Collection[int]) -> dict[Subject, list[int]]:
    """{subject: ids of what its deadlines run for} of these children (ids), whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute(FIND, {"children": list(children)})
        return dict(zip(SUBJECTS, cursor.fetchone(), strict=True))
