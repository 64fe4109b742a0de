"""A council's number that was another child's before. What a file tells under it is asked of a person, and
not taken until somebody says that it is the same child: two children in one record would be found by nobody.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from django.db import connection

from conferences.exchange.census.faults import REFUSED, Fault
from conferences.exchange.census.guarded import IS_GUARDED
from conferences.exchange.census.staging import OF_A_CHILD, Staging
from conferences.exchange.census.tellings import Telling
from conferences.models import ImportQuestion, QuestionKind
from conferences.rules.new_numbers import is_another_child
from conferences.rules.same_child import Identity
from safeguarding.wording import uk_date

RULE = "USED"
HERE, FILE = "HERE", "FILE"
CHOICES = (
    (HERE, "Another child: nothing that the file tells under this number is taken"),
    (FILE, "The same child: take what the file tells, its birth date too"),
)
# Children whom this file alone tells of, and whose record has another birth and nothing of the same day that
# was recorded here.
APART = f"""
    SELECT s.n, s.line, s.col, s.number, s.upn, s.former_upn, s.birth, s.expected, s.sex,
        c.upn, c.former_upn, c.birth_date, c.expected_birth_date, c.sex, {IS_GUARDED}
    FROM census_child s JOIN safeguarding_child c ON c.la_child_id = s.number AND c.joined_into_id IS NULL
    WHERE s.n > 0 AND coalesce(s.birth, s.expected) <> coalesce(c.birth_date, c.expected_birth_date)
        AND NOT EXISTS (
            SELECT FROM conferences_importedchild i JOIN conferences_importedfile f ON f.id = i.file_id
            WHERE i.number = s.number AND i.file_id <> %(file)s AND f.status = 'READ')
        AND NOT EXISTS (SELECT FROM census_plan t JOIN conferences_plan h ON h.start_date = t.start_date
            WHERE t.n = s.n AND h.child_id = c.id AND h.source = 'RECORDED')
        AND NOT EXISTS (SELECT FROM census_episode t JOIN conferences_needepisode h
            ON h.referral_date = t.referral WHERE t.n = s.n AND h.child_id = c.id AND h.source = 'RECORDED'
                AND NOT h.in_error)
        AND NOT EXISTS (SELECT FROM census_enquiry t JOIN conferences_enquiry h
            ON h.started_date = t.start_date WHERE t.n = s.n AND h.child_id = c.id AND h.source = 'RECORDED'
                AND h.voided_at IS NULL)
"""
# Of the child of the record nobody tells then; its place is below those of children whom other files tell.
NOBODY_TELLS = """
    UPDATE census_child SET n = -1000000000 - n, line = 0, col = 0, upn = '', former_upn = '',
        upn_unknown = '', birth = NULL, expected = NULL, death = NULL, sex = 'U', ethnicity = '',
        nobody = true
    WHERE n = ANY(%s)
"""
TO_SEEING = """
    UPDATE conferences_importfault SET told_to = 'SEEING'
    WHERE file_id = %s AND rule = %s AND la_child_id = ANY(%s)
"""


def answers_of_used(files: Iterable[int]) -> dict[tuple[int, str], str]:
    """{(file, number): what was answered, "" for nothing yet} of the numbers asked about."""
    asked = ImportQuestion.objects.filter(file__in=list(files), kind=QuestionKind.RECORDED, fact="children")
    return {(file, number): answer for file, number, answer in asked.values_list("file", "number", "answer")}


def is_another(told: Telling, others: Iterable[Telling]) -> bool:
    """Whether a file tells of another child than every other file tells of under the same number."""
    days = _days(told)
    found = [
        is_another_child(_identity(told), _identity(other), shared=len(days & _days(other)))
        for other in others
    ]
    return bool(found) and all(found)


def _days(telling: Telling) -> set[tuple[str, str]]:
    return {
        *(("referral", one.referral) for one in telling.episodes),
        *(("enquiry", one.start) for one in telling.enquiries),
        *(("conference", one.held) for one in telling.conferences),
        *(("plan", one.start) for one in telling.plans),
    }


def _identity(telling: Telling) -> Identity:
    c = telling.child
    birth, expected = (dt.date.fromisoformat(day) if day else None for day in (c.birth, c.expected))
    return Identity(
        c.number, upn=c.upn, former_upn=c.former_upn, birth_date=birth, expected_date=expected, sex=c.sex
    )


def ask_of(staging: Staging, told: Telling, other: Telling) -> None:
    """Ask whether they are one child, and say that what the file tells was not taken."""
    at = (told.child.line, told.child.col, f"Child[{told.n}]")
    _ask(staging, at, _identity(told), _identity(other))


def leave_out_used(staging: Staging) -> None:
    """The same of records of which no other file tells: what was staged of such children goes."""
    answers = answers_of_used([staging.file_id])
    gone, closed = [], []
    with connection.cursor() as cursor:
        cursor.execute(APART, {"file": staging.file_id})
        for n, line, col, number, *who, is_guarded in cursor.fetchall():
            told, held = (_of_row(number, who[at : at + 5]) for at in (0, 5))
            if is_another_child(told, held, shared=0) and answers.get((staging.file_id, number)) != FILE:
                _ask(staging, (line, col, f"Child[{n}]"), told, held)
                gone.append(n)
                closed += [number] if is_guarded else []
        for table in OF_A_CHILD[1:] if gone else ():
            cursor.execute(f"DELETE FROM {table} WHERE n = ANY(%s)", [gone])
        cursor.execute(NOBODY_TELLS, [gone])
        staging.flush()
        if closed:
            cursor.execute(TO_SEEING, [staging.file_id, RULE, closed])


def _of_row(number: str, row: list[Any]) -> Identity:
    upn, former, birth, expected, sex = row
    return Identity(
        number, upn=upn or "", former_upn=former or "", birth_date=birth, expected_date=expected, sex=sex
    )


def _ask(staging: Staging, at: tuple[int, int, str], told: Identity, held: Identity) -> None:
    sentence = (
        f"The number {held.council_number} is that of a child {_born(held)} here, and the file tells under it"
        f" of a child {_born(told)}. Nothing that happened is of the same day."
    )
    place = (*at, told.council_number)
    not_taken = f"{sentence} It was not taken: somebody must say whether it is the same child."
    staging.add_faults([Fault(REFUSED, *place, RULE, not_taken, beside_record=True)])
    asked = (QuestionKind.RECORDED.value, "children", held.council_number, None, None)
    staging.stage([("census_asked", (*asked, sentence, json.dumps(CHOICES), ""))])


def _born(one: Identity) -> str:
    if one.birth_date:
        return f"born on {uk_date(one.birth_date)}"
    return f"expected on {uk_date(one.expected_date)}"
