"""What only a person can answer: each question of a file once, with what may be answered."""

from conferences.exchange.census.statements.step import Step, day
from conferences.models import QuestionKind

COLUMNS = "kind, fact, number, day, other_day, sentence, choices, other_number"
# The first stands until somebody answers.
CHOICES = {
    QuestionKind.UNTOLD: [
        ("OPEN", "It is still open"),
        ("ENDED", "It ended on a day"),
        ("NEVER", "It never was"),
    ],
    QuestionKind.ONE_PLAN: [
        ("APART", "They are two plans, and the earlier file is right"),
        ("MOVED", "They are one plan, and this file has its start"),
        ("NEVER", "The plan of the earlier file never was"),
    ],
    QuestionKind.RECORDED: [
        ("HERE", "Keep what is recorded here"),
        ("FILE", "Take what the file tells"),
    ],
    QuestionKind.SAME_CHILD: [
        ("APART", "Another child, with a record of its own"),
        ("SAME", "The same child: what the file tells belongs to this record"),
    ],
    QuestionKind.AUTHORITY: [("LEAVE", "Do not take the file"), ("TAKE", "Take it all the same")],
    QuestionKind.SMALLER: [("LEAVE", "Do not take the file"), ("TAKE", "Take it all the same")],
}
TOLD_ELSE = "The record here was written by a person, and the file tells it otherwise: "


def choices(kind: QuestionKind) -> str:
    """SQL of what may be answered."""
    pairs = ", ".join(f"jsonb_build_array('{code}', '{words}')" for code, words in CHOICES[kind])
    return f"jsonb_build_array({pairs})"


def ask(kind: QuestionKind, fact: str, days: str, sentence: str, source: str) -> Step:
    """Asks of every row of `source`, once; `fact`, `days` (held, told) and `sentence` are SQL."""
    return Step(f"""
        INSERT INTO census_asked ({COLUMNS})
        SELECT DISTINCT '{kind}', {fact}, {days}, {sentence}, {choices(kind)}, '' FROM {source}
    """)


def answered(kind: str, number: str, held: str) -> str:
    """SQL: whether somebody said that a file's word is to be taken for this fact."""
    return f"""EXISTS (
        SELECT FROM conferences_importquestion q JOIN conferences_importedfile f ON f.id = q.file_id
        WHERE q.kind = 'RECORDED' AND q.fact = '{kind}' AND q.number = {number} AND q.day = {held}
            AND q.answer = 'FILE' AND f.status IN ('READ', 'PROPOSED'))"""


STEPS = (
    Step(f"""
        INSERT INTO census_asked ({COLUMNS})
        SELECT 'SAME_CHILD', 'children', a.record, NULL, NULL, a.words, {choices(QuestionKind.SAME_CHILD)},
            a.number
        FROM census_same a WHERE NOT a.certain
    """),
    ask(
        QuestionKind.ONE_PLAN,
        "'plans'",
        "q.number, q.day, q.other_day",
        f"'An earlier file tells of a plan of ' || {day('q.day')} || ', this one of a plan of '"
        f" || {day('q.other_day')} || ' that shares days with it, and not of the earlier one.'",
        "census_question q",
    ),
    ask(
        QuestionKind.RECORDED,
        "d.kind",
        "s.number, d.day, NULL::date",
        f"'{TOLD_ELSE}' || concat_ws(', ', VARIADIC ARRAY(SELECT replace(unnest(d.kept), '_', ' '))) || '.'",
        "census_differs d JOIN census_child s ON s.n = d.n WHERE d.kept <> '{}' AND d.kept <> ARRAY['links']",
    ),
    ask(
        QuestionKind.RECORDED,
        "u.kind",
        "s.number, u.day, NULL::date",
        "'No file tells of it any longer, and a person wrote in it, or work stands on it.'",
        "census_untold u JOIN census_child s ON s.n = u.n WHERE u.stands AND u.day IS NOT NULL",
    ),
)
