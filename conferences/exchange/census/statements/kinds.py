"""What the merge does with each kind of fact alike: what is held and told found in each other, what differs,
what no file tells any longer, and what a person has touched.

Held facts of an affected child that no file tells stand in census_untold; facts that differ in
census_differs, with the columns that do, and those of them that stay because a person wrote them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from conferences.exchange.census.statements.questions import answered
from conferences.exchange.census.statements.step import Step, day, fault, of_held, place_of, said


@dataclass(frozen=True)
class Column:
    """A held column, and SQL over t (told) and h (held) of what it is to be; `words` name it to a reader, and
    `codes` say its values.
    """

    name: str
    told: str
    words: str = ""
    is_day: bool = False
    codes: Iterable[tuple[str, str]] = ()

    def text(self, value: str) -> str:
        return day(value) if self.is_day else said(value, self.codes)


@dataclass(frozen=True)
class Kind:
    """One kind of fact: its temporary and its lasting table, and by which day both know a fact.

    `which`: SQL over `held` of what stands at all. `memory`: the column that keeps the day which files tell,
    where somebody corrected it here. `extra`: columns which, written by a person, keep the
    whole fact as it is. `alike`: SQL over t and h, besides the day, of what may be one fact that moved.
    """

    name: str
    staged: str
    table: str
    key: str
    told: str
    what: str
    columns: tuple[Column, ...]
    which: str = ""
    memory: str = ""
    extra: tuple[str, ...] = ()
    alike: str = "true"

    @property
    def key_column(self) -> Column:
        told = f"t.{self.told}"
        if self.memory:
            told = f"CASE WHEN h.{self.memory} IS NULL THEN {told} ELSE h.{self.key} END"
        return Column(self.key, told, "day", is_day=True)

    @property
    def all_columns(self) -> tuple[Column, ...]:
        return (self.key_column, *self.columns)


# The columns that say when a fact ended, each with the word for it.
ENDED = {"end_date": "ended", "closure_date": "closed"}
NO_ERROR = "AND NOT held.in_error"


def in_error(kind: Kind) -> tuple[Step, ...]:
    """What was said here to be recorded in error stays so: a file that tells of it again is told."""
    again = f"{kind.table} o WHERE o.child_id = s.id AND o.{kind.key} = t.{kind.told} AND NOT o.in_error"
    rows = (
        f"{kind.staged} t JOIN census_child s ON s.n = t.n JOIN {kind.table} held ON held.child_id = s.id"
        f" AND held.{kind.key} = t.{kind.told} AND held.in_error WHERE NOT EXISTS (SELECT FROM {again})"
    )
    return of_held(
        fault(
            "NOTED",
            "HELD",
            "t",
            f"'{kind.what} of ' || {day(f't.{kind.told}')} || ' was recorded in error, as somebody here said."
            " It was not taken.'",
            rows,
        ),
        Step(
            f"DELETE FROM {kind.staged} gone USING (SELECT t.n, t.{kind.told} FROM {rows}) c"
            f" WHERE gone.n = c.n AND gone.{kind.told} = c.{kind.told}"
        ),
    )


def match(kind: Kind, key: str = "") -> Step:
    """Finds the held record of each told one by its day."""
    return Step(
        f"""
        UPDATE {kind.staged} s SET id = held.id, ours = held.source = 'CENSUS'
        FROM {kind.table} held, census_child who
        WHERE s.id IS NULL AND who.n = s.n AND NOT who.is_new AND held.child_id = who.id
            AND held.{key or kind.key} = s.{kind.told} {kind.which}
    """,
        of_held=True,
    )


def untold(kind: Kind) -> Step:
    """What files brought of the children looked at, and none of them tells now."""
    return Step(
        f"""
        INSERT INTO census_untold (kind, id, n, day, was)
        SELECT '{kind.name}', held.id, s.n, held.{kind.key}, {_stood(kind)}
        FROM census_child s JOIN {kind.table} held ON held.child_id = s.id
        WHERE NOT s.is_new AND NOT s.legacy AND held.source = 'CENSUS' {kind.which}
            AND NOT EXISTS (SELECT FROM {kind.staged} t WHERE t.id = held.id)
    """,
        of_held=True,
    )


def moves(kind: Kind) -> tuple[Step, ...]:
    """What is told and not held, and held and not told, is one fact that moved: the nearest first."""
    pairs = f"""
        SELECT t.ctid AS told, u.id, abs(u.day - t.{kind.told}) AS apart, u.day
        FROM {kind.staged} t JOIN census_untold u ON u.n = t.n AND u.kind = '{kind.name}'
            JOIN {kind.table} h ON h.id = u.id
        WHERE t.id IS NULL AND {kind.alike}
    """
    return nearest(kind.staged, kind.name, pairs)


def nearest(staged: str, name: str, pairs: str) -> tuple[Step, ...]:
    """Joins what is nearest to each other; twice, for what was only second."""
    step = Step(
        f"""
        WITH pairs AS ({pairs}),
        ranked AS (
            SELECT *, row_number() OVER (PARTITION BY told ORDER BY apart, day, id) AS of_told,
                row_number() OVER (PARTITION BY id ORDER BY apart, told) AS of_held
            FROM pairs
        ),
        moved AS (
            UPDATE {staged} t SET id = r.id, ours = true FROM ranked r
            WHERE t.ctid = r.told AND r.of_told = 1 AND r.of_held = 1
            RETURNING t.id
        )
        DELETE FROM census_untold u USING moved WHERE u.kind = '{name}' AND u.id = moved.id
    """,
        of_held=True,
    )
    return step, step


def differs(kind: Kind) -> Step:
    """The told facts that are held otherwise, with the columns and, in words, what was and what is to be."""
    told, held = (
        ", ".join(side) for side in zip(*((c.told, f"h.{c.name}") for c in kind.all_columns), strict=True)
    )
    return Step(
        f"""
        INSERT INTO census_differs (kind, id, n, line, col, day, cols, ends)
        SELECT '{kind.name}', h.id, t.n, {place_of("t")}, t.{kind.told},
            array_remove(ARRAY[{", ".join(_named(c) for c in kind.all_columns)}], NULL),
            {_ends(kind)}
        FROM {kind.staged} t JOIN census_child s ON s.n = t.n JOIN {kind.table} h ON h.id = t.id
        WHERE t.ours AND NOT s.is_new AND NOT s.outdated AND ({told}) IS DISTINCT FROM ({held})
    """,
        of_held=True,
    )


def _named(column: Column) -> str:
    return f"CASE WHEN {column.told} IS DISTINCT FROM h.{column.name} THEN '{column.name}' END"


def _end(kind: Kind) -> Column | None:
    return next((c for c in kind.columns if c.name in ENDED), None)


def _ends(kind: Kind) -> str:
    end = _end(kind)
    return f"h.{end.name} IS NULL AND {end.told} IS NOT NULL" if end else "false"


def _stood(kind: Kind) -> str:
    """SQL of how a held fact stood: open, or since when not; nothing where it has no end."""
    end = _end(kind)
    return f"coalesce('{ENDED[end.name]} ' || {day(f'held.{end.name}')}, 'open')" if end else "''"


# Who wrote a column last counts not; that a person wrote it at all, or recorded the fact here, does.
TOUCHED = """
    SELECT id, array_agg(DISTINCT col) AS cols, bool_or(was IS NULL) AS made
    FROM (
        SELECT w.id, w.cols, to_jsonb(e) AS now,
            lag(to_jsonb(e)) OVER (PARTITION BY e.pgh_obj_id ORDER BY e.pgh_id) AS was,
            coalesce(x.metadata ? 'file', false) AS by_file
        FROM ({which}) w JOIN {table}event e ON e.pgh_obj_id = w.id
            LEFT JOIN pghistory_context x ON x.id = e.pgh_context_id
    ) wrote CROSS JOIN unnest(cols) AS col
    WHERE NOT by_file AND (was IS NULL OR was -> col IS DISTINCT FROM now -> col)
    GROUP BY id
"""


def array(names: tuple[str, ...]) -> str:
    return f"ARRAY[{', '.join(repr(name) for name in names)}]::text[]"


def touched(kind: Kind) -> tuple[Step, ...]:
    """Keeps what a person wrote: a column of what differs, and the whole of what no file tells."""
    name, extra = f"kind = '{kind.name}'", array(kind.extra)
    every = array((*(c.name for c in kind.all_columns), *kind.extra))
    differ = TOUCHED.format(
        which=f"SELECT id, cols || {extra} AS cols FROM census_differs WHERE {name}", table=kind.table
    )
    gone = TOUCHED.format(
        which=f"SELECT id, {every} AS cols FROM census_untold WHERE {name}", table=kind.table
    )
    return (
        Step(
            f"""
            UPDATE census_differs d SET
                kept = CASE WHEN w.cols && {extra} THEN d.cols
                    ELSE ARRAY(SELECT unnest(d.cols) INTERSECT SELECT unnest(w.cols)) END
            FROM ({differ}) w, census_child s
            WHERE {name} AND w.id = d.id AND s.n = d.n AND NOT {answered(kind.name, "s.number", "d.day")}
        """,
            of_held=True,
        ),
        Step(
            f"""
            UPDATE census_untold u SET stands = true FROM ({gone}) w, census_child s
            WHERE {name} AND w.id = u.id AND s.n = u.n AND NOT {answered(kind.name, "s.number", "u.day")}
        """,
            of_held=True,
        ),
    )


def say_kept(kind: Kind) -> Step:
    """What a person wrote stays, and the report says of what."""
    names = ", ".join(
        f"CASE WHEN '{c.name}' = ANY(d.kept) THEN '{c.words}' END" for c in kind.all_columns if c.words
    )
    return fault(
        "NOTED",
        "HELD",
        "d",
        f"'{kind.what}: recorded here with another ' || concat_ws(', ', {names}) || '.'",
        f"census_differs d JOIN census_child s ON s.n = d.n WHERE d.kind = '{kind.name}' AND"
        f" concat_ws(', ', {names}) <> ''",
    )


def settle(kind: Kind) -> tuple[Step, ...]:
    """From here on `cols` are the columns that change; each fact that does is a change of the file."""
    was, now = (
        ", ".join(
            f"CASE WHEN '{c.name}' = ANY(d.cols)"
            f" THEN '{c.words} ' || coalesce(nullif({c.text(value)}, ''), 'none') END"
            for c in kind.all_columns
            if c.words
            for value in [f"h.{c.name}" if side == "was" else f"({c.told})"]
        )
        for side in ("was", "now")
    )
    return (
        say_kept(kind),
        Step(
            f"""
            UPDATE census_differs d SET cols = ARRAY(SELECT unnest(d.cols) EXCEPT SELECT unnest(d.kept))
            WHERE kind = '{kind.name}' AND kept <> '{{}}'
        """,
            of_held=True,
        ),
        Step(
            f"""
            INSERT INTO conferences_importchange (file_id, kind, how, number, day, was, now, line)
            SELECT %(file)s, '{kind.name}', CASE WHEN '{kind.key}' = ANY(d.cols) THEN 'MOVED'
                    WHEN d.ends AND NOT d.cols && d.kept THEN 'ENDED' ELSE 'CHANGED' END,
                s.number, d.day, concat_ws(', ', {was}), concat_ws(', ', {now}), d.line
            FROM census_differs d JOIN census_child s ON s.n = d.n JOIN {kind.staged} t ON t.id = d.id
                JOIN {kind.table} h ON h.id = d.id
            WHERE d.kind = '{kind.name}' AND d.cols <> '{{}}' AND concat_ws(', ', {was}) <> ''
        """,
            of_held=True,
        ),
    )


def change(kind: Kind, also: str = "", where: str = "true") -> Step:
    """Writes the columns that change; a change that nobody would see in words is not counted."""
    sets = ", ".join(f"{c.name} = {wanted(c)}" for c in kind.all_columns)
    return Step(
        f"""
        UPDATE {kind.table} h SET {sets}{also}
        FROM census_differs d JOIN {kind.staged} t ON t.id = d.id
        WHERE d.kind = '{kind.name}' AND h.id = d.id AND d.cols <> '{{}}' AND {where}
            AND d.id %% %(parts)s = %(part)s
        """,
        of_held=True,
        in_parts=True,
    )


def wanted(column: Column) -> str:
    return f"CASE WHEN '{column.name}' = ANY(d.cols) THEN {column.told} ELSE h.{column.name} END"


def in_episode(kind: Kind) -> Step:
    """In which spell in need a told fact of a child who is held lies."""
    return Step(
        f"""
        UPDATE {kind.staged} t SET episode_id = e.id FROM census_episode e, census_child s
        WHERE e.n = t.n AND e.referral = t.referral AND s.n = t.n AND NOT s.is_new
    """,
        of_held=True,
    )


def held_here(kind: Kind, words: str) -> Step:
    """What was recorded here stands against what the file tells, and the report says so."""
    return fault(
        "NOTED",
        "HELD",
        "t",
        f"'{kind.what}: recorded here with another ' || {words} || '.'",
        f"{kind.staged} t JOIN census_child s ON s.n = t.n JOIN {kind.table} held ON held.id = t.id"
        f" WHERE {words} <> '' AND NOT t.ours AND s.n > 0",
    )


def withdraw(kind: Kind, hangs: str) -> tuple[Step, ...]:
    """Takes away what no file tells, unless a person touched it or something hangs from it (SQL of u.id)."""
    return (
        Step(f"UPDATE census_untold u SET stands = true WHERE kind = '{kind.name}' AND ({hangs})"),
        Step(
            f"DELETE FROM {kind.table} h USING census_untold u"
            f" WHERE u.kind = '{kind.name}' AND NOT u.stands AND h.id = u.id"
        ),
    )


# How each fact that no file tells any longer came out.
GONE = (
    Step("""
        INSERT INTO conferences_importchange (file_id, kind, how, number, day, was, now, line)
        SELECT %(file)s, u.kind, CASE WHEN u.stands THEN 'STANDS' ELSE 'WITHDRAWN' END, s.number, u.day,
            u.was, '', 0
        FROM census_untold u JOIN census_child s ON s.n = u.n ORDER BY s.number, u.kind, u.day, u.id
    """),
)
