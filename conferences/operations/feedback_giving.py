"""What somebody gives back by the code of a slip. It is taken from nobody: there is no person behind it, it
leaves no row of audit, of history, of a session or of a cache, and no line in the log.
"""

from __future__ import annotations

import datetime as dt

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from conferences.models import FeedbackAnswer, FeedbackCode
from conferences.models.feedback import SCORES
from conferences.rules.feedback import QUESTIONS, Given, Giver, code_of, given_problems, quarter_of
from safeguarding.refusals import Refused, refuse_all

SALT = "conferences.feedback"
TABLE = FeedbackAnswer._meta.db_table
COLUMNS = ", ".join(f'"{field.column}"' for field in FeedbackAnswer._meta.local_fields)
# Where a row lies, and which transaction wrote it, would tell beside the log of other work when it came.
MIX = f"""
    WITH gone AS (DELETE FROM {TABLE} WHERE quarter = %s RETURNING {COLUMNS})
    INSERT INTO {TABLE} ({COLUMNS}) SELECT {COLUMNS} FROM gone ORDER BY random()
"""
USED = "code.wrong"


def digest_of(code: str) -> str:
    """What is kept of a code: without the service’s own key it leads back to none."""
    return salted_hmac(SALT, code_of(code), algorithm="sha256").hexdigest()


def code_open(code: str, on: dt.date) -> FeedbackCode | None:
    """The slip of a code that was not used yet and is still taken."""
    return FeedbackCode.objects.filter(digest=digest_of(code), ends_date__gt=on).first()


@transaction.atomic
def give_back(*, code: str, given: Given, on: dt.date) -> None:
    """Keep what was given, and the code no more. Raises Refused, by the key of the sentence."""
    slip = FeedbackCode.objects.select_for_update().filter(digest=digest_of(code), ends_date__gt=on).first()
    if slip is None:
        raise Refused(USED, "code")
    refuse_all(given_problems(given))
    asked = QUESTIONS[Giver(slip.giver)]
    scores = {column: given.scores.get(question) for column, question in zip(SCORES, asked, strict=False)}
    with connection.cursor() as cursor:
        # Two at once would each leave the other's rows where they lie.
        cursor.execute(f"LOCK TABLE {TABLE} IN SHARE ROW EXCLUSIVE MODE")
        quarter = quarter_of(on)
        FeedbackAnswer.objects.create(
            giver=slip.giver, wave=slip.wave, quarter=quarter, words=given.words, **scores
        )
        slip.delete()
        cursor.execute(MIX, [quarter])
