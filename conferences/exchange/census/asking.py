"""What only a person can answer, as it was found beside the record, into the questions of a file.

A question that is asked again keeps its row, so that its address stays; nobody who answers waits for a look.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from conferences.exchange.census.statements.questions import COLUMNS

SAME = """a.kind = q.kind AND a.fact = q.fact AND a.number = q.number AND a.other_number = q.other_number
    AND a.day IS NOT DISTINCT FROM q.day AND a.other_day IS NOT DISTINCT FROM q.other_day"""
# Of the whole file no child is named: such a question is no part of what is found.
NO_LONGER = f"""
    DELETE FROM conferences_importquestion q WHERE q.file_id = %(file)s AND q.answer = '' AND q.number <> ''
        AND (%(numbers)s IS NULL OR q.number = ANY(%(numbers)s) AND q.kind <> 'SAME_CHILD')
        AND NOT EXISTS (SELECT FROM census_asked a WHERE {SAME})
"""
OTHERWISE = f"""
    UPDATE conferences_importquestion q SET sentence = a.sentence, choices = a.choices
    FROM census_asked a WHERE q.file_id = %(file)s AND q.answer = '' AND {SAME}
        AND (a.sentence, a.choices) IS DISTINCT FROM (q.sentence, q.choices)
"""
NEW = f"""
    INSERT INTO conferences_importquestion (file_id, {COLUMNS}, answer, words)
    SELECT %(file)s, {COLUMNS}, '', '' FROM census_asked ON CONFLICT DO NOTHING
"""


def ask_what_was_found(file_id: int, numbers: Sequence[str] | None = None) -> None:
    """What the file leaves open and was not found is asked no longer: of the whole file, or where they are
    given of the children of these `numbers`. Whose record a number is was then not looked for.
    """
    with connection.cursor() as cursor:
        for statement in (NO_LONGER, OTHERWISE, NEW):
            cursor.execute(
                statement, {"file": file_id, "numbers": None if numbers is None else list(numbers)}
            )
