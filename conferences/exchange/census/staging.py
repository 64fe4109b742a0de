"""The records of a file in temporary tables, by COPY, a few thousand children at a time.

One connection can run one COPY at a time, so rows wait in lists, never more than BATCH children of them.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from conferences.exchange.census.faults import Fault, Place
from conferences.exchange.census.records import CensusChild, CensusEnquiry, Episode
from conferences.exchange.census.tellings import written
from conferences.models import ConferenceNeed

BATCH = 4_000

# Each table: the columns copied, then those that merging fills in. `n` is a child's place in the file; less
# than 0 where only other files tell of the child.
TABLES: dict[str, tuple[str, str]] = {
    "census_child": (
        "n int PRIMARY KEY, line int, col int, number text, upn text, former_upn text, upn_unknown text,"
        " birth date, expected date, death date, sex text, ethnicity text, nobody bool DEFAULT false",
        "id bigint, is_new bool DEFAULT false, legacy bool DEFAULT false, outdated bool DEFAULT false,"
        " only_by_files bool DEFAULT false, ref uuid",
    ),
    "census_disability": ("n int, code text", ""),
    "census_episode": (
        "n int, line int, col int, referral date, source text, need text, no_further_action bool,"
        " closure date, reason text, told_by date",
        "id bigint, ours bool",
    ),
    "census_enquiry": (
        "n int, line int, col int, start_date date, referral date, need text, target date, told_by date",
        "id bigint, ours bool, voided date, episode_id bigint",
    ),
    "census_conference": (
        "n int, line int, col int, held date, enquiry_start date, referral date",
        "id bigint, enquiry_id bigint, transfer_id bigint, ours bool, ref uuid",
    ),
    "census_plan": (
        "n int, line int, col int, start_date date, end_date date, initial text, latest text, previous int,"
        " referral date, told_by date",
        "id bigint, ours bool, is_new bool DEFAULT false, episode_id bigint, ref uuid",
    ),
    "census_category": ("n int, plan_start date, category text, day date, exact bool", ""),
    "census_review": (
        "n int, line int, col int, plan_start date, held date",
        "ref uuid, id bigint, ours bool, plan_id bigint",
    ),
    "census_in_need": (
        "n int, line int, col int, start_date date, end_date date, referral date, told_by date",
        "id bigint, ours bool, episode_id bigint",
    ),
    "census_telling": ("n int, number text, told text", "child bigint, renumbered bool DEFAULT false"),
    "census_untold": (
        "kind text, id bigint, n int, day date",
        "stands bool DEFAULT false, was text DEFAULT ''",
    ),
    "census_differs": (
        "kind text, id bigint, n int, line int, col int, day date, cols text[], ends bool",
        "kept text[] DEFAULT '{}', done bool DEFAULT false",
    ),
    "census_question": ("number text, day date, other_day date", ""),
    # What only a person can answer, as it is found beside the record.
    "census_asked": (
        "kind text, fact text, number text, day date, other_day date, sentence text, choices jsonb,"
        " other_number text",
        "",
    ),
    "census_changed": ("id bigint", ""),
    # Children under numbers that are not known here (recognition.py), and the records that may be theirs.
    "census_known": (
        "number text PRIMARY KEY, child bigint, why text, words text DEFAULT ''",
        "line int DEFAULT 0",
    ),
    "census_same": ("number text, record text, certain bool, words text", ""),
    "census_stranger": (
        "number text, upn text, former text, birth date, expected date, sex text, ethnicity text, told jsonb",
        "",
    ),
    "census_record": (
        "id bigint, number text, plain text, upn text, former text, birth date, expected date, sex text,"
        " ethnicity text, is_closed bool",
        "",
    ),
    "census_trait": ("number text, kind text, day date, birth date, covered bool", ""),
    "census_held": ("record bigint, kind text, day date, birth date, due bool", ""),
    "census_pair": ("number text, record bigint, PRIMARY KEY (number, record)", ""),
}
# What is staged of each child, by its place in the file.
OF_A_CHILD = (
    "census_child",
    "census_disability",
    "census_episode",
    "census_enquiry",
    "census_conference",
    "census_plan",
    "census_category",
    "census_review",
    "census_in_need",
)
# What becomes a row with an address (`ref`) of its own.
ADDRESSED = frozenset({"census_child", "census_conference", "census_plan", "census_review"})
MADE_BY_MERGING = ("census_field", "census_wanted", "census_guarded")
FAULT_COLUMNS = "file_id, kind, line, col, path, la_child_id, rule, sentence, beside_record"


def create_tables() -> None:
    """Empty tables that go with the transaction; those of a file that was read in it before go first."""
    drop_tables()
    with connection.cursor() as cursor:
        for name, (copied, filled) in TABLES.items():
            columns = f"{copied}, {filled}" if filled else copied
            cursor.execute(f"CREATE TEMP TABLE {name} ({columns}) ON COMMIT DROP")


def clear_tables() -> None:
    """What was staged of children goes, once it is merged; the tables stay, with their indexes."""
    with connection.cursor() as cursor:
        # What is put off to the transaction's end is asked now: each table looks through all of it.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(f"TRUNCATE {', '.join((*OF_A_CHILD, 'census_telling'))}")


def drop_tables() -> None:
    """What was staged, before the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {', '.join((*TABLES, *MADE_BY_MERGING))}, census_affected")


def index_tables() -> None:
    """What the merge's joins need, once all rows are there."""
    with connection.cursor() as cursor:
        for name in TABLES:
            if " n int" in f" {TABLES[name][0]}" and name not in ("census_telling", "census_child"):
                cursor.execute(f"CREATE INDEX ON {name} (n)")
    analyze_tables(TABLES)


def analyze_tables(names: Iterable[str] = OF_A_CHILD) -> None:
    """Tell the planner what is staged now: emptied tables it takes for small ones."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(name for name in names if name != 'census_telling')}")


def remember_tellings(file_id: int) -> None:
    """Keep what the file tells of each child, with the child where the facts were taken."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO conferences_importedchild (file_id, child_id, number, told, renumbered)
            SELECT %s, s.id, t.number, t.told::jsonb, t.renumbered AND s.id IS NOT NULL
            FROM census_telling t LEFT JOIN census_child s ON s.n = t.n
            """,
            [file_id],
        )


def note_new_numbers(file_id: int) -> None:
    """Of what is kept already, which numbers were taken for another child's new one."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            UPDATE conferences_importedchild i SET renumbered = true FROM census_telling t
            WHERE t.renumbered AND i.file_id = %s AND i.number = t.number
            """,
            [file_id],
        )


@dataclass
class Batch:
    """Rows by their table, and faults."""

    rows: dict[str, list[tuple[Any, ...]]]
    faults: list[Fault]


class Staging:
    """Takes children and faults, and copies them on when enough have come together.

    What the file tells of a child is kept. It is staged at once too, unless other files may tell of the child
    (a number in `known`): then all that they tell is put together first.
    """

    def __init__(self, file_id: int, known: Container[str] = ()) -> None:
        self.file_id = file_id
        self.known = known
        self.children = 0
        self.rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
        self.faults: list[Fault] = []
        # (number, start of an earlier file's plan, start of this one's): one plan, or two?
        self.questions: list[tuple[str, str, str]] = []

    def add(self, child: CensusChild) -> None:
        """The child's records that were kept."""
        self.children += 1
        n = child.n
        rows = list(rows_of(n, child))
        self.rows["census_telling"].append((n, child.number, written(n, rows)))
        if child.number not in self.known:
            self.stage(rows)
        if self.children % BATCH == 0:
            self.flush()

    def stage(self, rows: Iterable[tuple[str, tuple[Any, ...]]]) -> None:
        """Rows to be merged, as rows_of() or a fold gives them: what they leave out at their end is empty."""
        for table, row in rows:
            self.rows[table].append(row)

    def add_faults(self, faults: Sequence[Fault]) -> None:
        self.faults.extend(faults)
        if len(self.faults) >= BATCH:
            self.flush_faults()

    def take(self, batches: Iterable[Batch]) -> int:
        """Copy on what was gathered elsewhere; how many children it is of."""
        for batch in batches:
            for table, rows in batch.rows.items():
                self.rows[table] += rows
            self.faults += batch.faults
        children = len(self.rows["census_telling"])
        self.flush()
        return children

    def flush(self) -> None:
        self.rows["census_question"] += self.questions
        self.questions.clear()
        for table, rows in self.rows.items():
            if rows:
                columns = column_names(TABLES[table][0], len(rows[0]))
                if table in ADDRESSED:
                    columns += ", ref"
                    rows[:] = [(*row, ref) for row, ref in zip(rows, addresses(len(rows)), strict=True)]
                copy(table, columns, rows)
                rows.clear()
        self.flush_faults()

    def flush_faults(self) -> None:
        if self.faults:
            copy("conferences_importfault", FAULT_COLUMNS, [(self.file_id, *f) for f in self.faults])
            self.faults.clear()


def addresses(many: int) -> Iterator[str]:
    """So many random ones (UUID, version 4), drawn together: PostgreSQL opens its source of chance anew for
    each that it draws.
    """
    drawn = os.urandom(16 * many).hex()
    for at in range(0, 32 * many, 32):
        variant = "89ab"[int(drawn[at + 16], 16) & 3]
        yield f"{drawn[at : at + 12]}4{drawn[at + 13 : at + 16]}{variant}{drawn[at + 17 : at + 32]}"


def column_names(columns: str, many: int) -> str:
    return ", ".join(column.split()[0] for column in columns.split(", ")[:many])


def copy(table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as target:
        for row in rows:
            target.write_row(row)


def rows_of(n: int, child: CensusChild) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """(table, row) for everything kept of the n-th child of the file."""
    yield (
        "census_child",
        (
            n,
            child.at.line,
            child.at.column,
            child.number,
            child.upn,
            child.former_upn,
            child.upn_unknown,
            day(child.birth),
            day(child.expected),
            day(child.death),
            child.sex or "U",
            child.ethnicity,
        ),
    )
    for code in child.disabilities:
        yield "census_disability", (n, code)
    for episode in child.episodes:
        yield from episode_rows(n, episode)


def episode_rows(n: int, e: Episode) -> Iterator[tuple[str, tuple[Any, ...]]]:
    referral = day(e.referral)
    if e.kept:
        yield (
            "census_episode",
            (n, *place(e.at), referral, e.source, e.need, e.no_further_action, day(e.closure), e.reason),
        )
    if e.conference and e.conference_kept:
        # An episode that was not kept has no transfer in of its own to stand on.
        yield "census_conference", (n, *place(e.at), day(e.conference), None, referral if e.kept else None)
    for enquiry in e.enquiries:
        start = day(enquiry.start)
        if enquiry.kept:
            yield (
                "census_enquiry",
                (n, *place(enquiry.at), start, referral, need_of(enquiry), day(enquiry.target)),
            )
        if enquiry.conference and enquiry.conference_kept:
            started = start if enquiry.kept else None
            yield "census_conference", (n, *place(enquiry.at), day(enquiry.conference), started, None)
    for in_need in e.in_need:
        if in_need.kept:
            yield "census_in_need", (n, *place(in_need.at), day(in_need.start), day(in_need.end), referral)
    for p in e.plans:
        if p.kept:
            start = day(p.start)
            yield (
                "census_plan",
                (n, *place(p.at), start, day(p.end), p.initial, p.latest, p.previous, referral),
            )
            for review in p.reviews:
                if review.kept:
                    yield "census_review", (n, *place(review.at), start, day(review.date))


def day(when: dt.date | None) -> str | None:
    return when.isoformat() if when else None


def place(at: Place) -> tuple[int, int]:
    return at.line, at.column


def need_of(enquiry: CensusEnquiry) -> str:
    """Whether a conference follows: one that was held was needed, whatever else is marked."""
    if enquiry.conference:
        return ConferenceNeed.NEEDED
    return ConferenceNeed.NOT_NEEDED if enquiry.not_required else ConferenceNeed.UNDECIDED
