"""One statement of the merge, and the forms that several of them share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from safeguarding.wording import lower_first

# to_char's form of 20 December 2018, as in every other sentence.
DAY = "FMDD FMMonth YYYY"
# The element of the file that a staged row was read from, within its child.
ELEMENTS = {
    "census_episode": "/CINdetails",
    "census_enquiry": "/CINdetails/Section47",
    "census_plan": "/CINdetails/ChildProtectionPlans",
    "census_review": "/CINdetails/ChildProtectionPlans/Reviews",
    "census_in_need": "/CINdetails/CINPlanDates",
}


@dataclass(frozen=True)
class Step:
    """A statement; `counts` names what its number of rows adds to: ("plans", "added").

    `of_held`: of children who were held before, so nothing to do where none was. `in_parts`: for parts of
    the rows in turn, by `%(part)s` of `%(parts)s`: history joins the rows of one statement with each other.
    """

    sql: str
    counts: tuple[str, str] | None = None
    of_held: bool = False
    in_parts: bool = False


def of_held(*steps: Step) -> tuple[Step, ...]:
    """Steps of which nothing comes where no child of whom files tell is held already."""
    return tuple(replace(step, of_held=True) for step in steps)


def fault(kind: str, rule: str, row: str, sentence: str, source: str) -> Step:
    """Says a fault for every row of `source`, which has census_child as s, at the place of its `row` (t, d);
    `sentence` is SQL text.
    """
    within = ELEMENTS.get(source.split()[0], "")
    path = f"CASE WHEN s.n > 0 THEN 'Child[' || s.n || ']{within}' ELSE '' END"
    return Step(f"""
        INSERT INTO conferences_importfault (file_id, kind, line, col, path, la_child_id, rule, sentence,
            beside_record)
        SELECT %(file)s, '{kind}', {place_of(row)}, {path}, s.number, '{rule}', {sentence}, true FROM {source}
    """)


def place_of(row: str) -> str:
    """Line and column of a staged row; those of the header where the file does not tell of it."""
    return f"coalesce(nullif({row}.line, 0), %(line)s), greatest({row}.col, 1)"


def counted(kind: str) -> tuple[Step, ...]:
    """What of a kind is changed and what moved, as the changes of the file stand."""
    return tuple(
        Step(
            f"""
            SELECT FROM conferences_importchange
            WHERE file_id = %(file)s AND kind = '{kind}' AND how IN ({hows})
            """,
            counts=(kind, what),
        )
        for what, hows in (("changed", "'CHANGED', 'ENDED'"), ("moved", "'MOVED'"))
    )


def day(column: str) -> str:
    return f"to_char({column}, '{DAY}')"


def said(value: str, codes: Iterable[tuple[str, str]]) -> str:
    """SQL text of a value: the words of its code where the list has it."""
    text = f"({value})::text"
    words = ((code, lower_first(label).replace("'", "''")) for code, label in codes)
    whens = " ".join(f"WHEN '{code}' THEN '{label}'" for code, label in words)
    return f"CASE {text} {whens} ELSE {text} END" if whens else text


def differing(*pairs: tuple[str, str, str]) -> str:
    """SQL text that names the fields in which told and held differ, where the file tells them at all."""
    cases = (
        f"CASE WHEN {told} IS NOT NULL AND {told} IS DISTINCT FROM {held} THEN '{name}' END"
        for name, told, held in pairs
    )
    return f"concat_ws(', ', {', '.join(cases)})"
