"""Which decisions are drawn for a second opinion, and whose turn it is to give one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import connection
from django.db.models import Q

from conferences.models import ConsultationAnswer, SecondOpinion
from conferences.operations.duties_holders import may_give_second
from conferences.rules.consultations_second import DRAWN_FROM, is_drawn, lot
from safeguarding.clock import day_of
from safeguarding.policy.values import whole

SHARE = "SECOND_OPINION_SHARE_PERCENT"
# Who may give it, and has the fewest to give; of several one by the lot.
NEXT = f"""
    SELECT u.id FROM conferences_secondopinion n CROSS JOIN safeguarding_user u
    WHERE n.id = %(opinion)s AND {may_give_second("n")}
    ORDER BY (
        SELECT count(*) FROM conferences_secondopinion w WHERE w.reader_id = u.id AND w.given_at IS NULL
    ), md5(n.ref::text || u.id::text) LIMIT 1
"""
# Whose turn it is without their being able to, any more or ever.
UNREAD = f"""
    SELECT n.id FROM conferences_secondopinion n LEFT JOIN safeguarding_user u ON u.id = n.reader_id
    WHERE n.given_at IS NULL AND (u.id IS NULL OR NOT ({may_give_second("n")})) ORDER BY n.id
"""


def draw(made: Sequence[ConsultationAnswer], at: dt.datetime) -> SecondOpinion | None:
    """Draw one act of deciding, for the operation that has just written it; None where it is not drawn.

    By lot over references that were made as the answers were written, so that nobody who decides can foresee
    or choose it. A decision that replaces another is not drawn: whoever made it saw the first one.
    """
    firsts = {one.ref: one for one in made if one.answer in DRAWN_FROM and one.supersedes_id is None}
    share = whole(SHARE, day_of(at))
    drawn = lot([*firsts]) if firsts and share else None
    if drawn is None or not is_drawn(drawn.number, share):
        return None
    answer = firsts[drawn.decision]
    second: SecondOpinion = SecondOpinion.objects.create(
        answer=answer, lot=drawn.number, share=share, drawn_at=at
    )
    _ask(second.pk, at)
    return second


def ask_others(*, at: dt.datetime) -> int:
    """Ask somebody else where whoever was asked cannot give it any more, or where nobody could be asked
    before; returns for how many that changed something. Done again it changes nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute(UNREAD, {"at": at})
        waiting = [pk for (pk,) in cursor.fetchall()]
    return sum(_ask(pk, at) for pk in waiting)


def _ask(pk: int, at: dt.datetime) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, {"opinion": pk, "at": at})
        found = cursor.fetchone()
    reader = found[0] if found else None
    rows = SecondOpinion.objects.unscoped("whose turn it is, for nobody in particular")
    others = rows.filter(pk=pk, given_at__isnull=True).filter(
        ~Q(reader=reader) | Q(reader__isnull=True) if reader else Q(reader__isnull=False)
    )
    return bool(others.update(reader=reader))
