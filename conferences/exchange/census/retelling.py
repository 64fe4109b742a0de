"""All that the files in force tell of some children, put together and staged to be merged."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import connection

from conferences.exchange.census.faults import REFUSED, Fault
from conferences.exchange.census.folding import fold
from conferences.exchange.census.folding_state import ONE_PLAN, UNTOLD, Answer, State, Told
from conferences.exchange.census.heading import first_day
from conferences.exchange.census.saying import differences
from conferences.exchange.census.staging import BATCH, Staging
from conferences.exchange.census.tellings import PlanRow, Telling
from conferences.exchange.census.used_numbers import FILE, answers_of_used, ask_of, is_another
from conferences.models import FileStatus, ImportedFile, ImportQuestion

Row = tuple[str, tuple[Any, ...]]
EVERY = 1_000
# The line and column of what the file that is read does not tell.
NOWHERE = (0, 0)
JOINED = (
    "The record under this number was joined into another of the same child, who is in this file too. What"
    " stands under this number was not taken."
)
# A record is found by its own number, and by another under which files told of it; one that was joined into
# another leads to the one that stays.
FOUND = """
    LEFT JOIN safeguarding_child own ON own.la_child_id = t.number AND NOT t.renumbered
    LEFT JOIN safeguarding_child known ON known.id = t.child_id AND own.id IS NULL
    LEFT JOIN safeguarding_child stays ON stays.id = coalesce(own.joined_into_id, known.joined_into_id)
"""
KEY = "coalesce(stays.la_child_id, own.la_child_id, known.la_child_id, t.number)"
TELLS = f"""
    SELECT {KEY} AS key, t.number, t.file_id, t.told
    FROM (
        SELECT number, file_id, told::text, child_id, renumbered FROM conferences_importedchild
        WHERE file_id = ANY(%(files)s) AND told IS NOT NULL
        UNION ALL SELECT number, %(file)s, told, child, renumbered FROM census_telling
    ) t {FOUND}
    WHERE {KEY} IN (SELECT number FROM census_affected)
    ORDER BY 1, (t.number = {KEY}) DESC, t.number
"""


@dataclass(frozen=True)
class InForce:
    """The files whose word counts, but the one that is read: {row's id: (first day, reference date)}; and
    those which that one replaces, or which come back in its place.
    """

    files: dict[int, tuple[str, str]]
    replaced: tuple[int, ...] = ()

    @classmethod
    def next_to(cls, file: int, authority: str, reference: dt.date) -> InForce:
        """Those next to a file of this authority and day, and those which it replaces."""
        kept = ImportedFile.objects.filter(status=FileStatus.READ, reference_date__isnull=False)
        rows = kept.exclude(pk=file).order_by("pk").values_list("pk", "authority", "reference_date")
        replaced = tuple(pk for pk, of, day in rows if (of, day) == (authority, reference))
        newest = {(of, day): pk for pk, of, day in rows if day and pk not in replaced}
        return cls({pk: days_of(day) for (_, day), pk in newest.items()}, replaced)

    @classmethod
    def without(cls, file: ImportedFile) -> InForce:
        """Those in force once this one is undone: the newest that it replaced among them."""
        assert file.reference_date
        files = cls.next_to(file.pk, "", dt.date.min).files
        back = file.replaces.order_by("pk").last()
        if back is None:
            return cls(files)
        return cls({**files, back.pk: days_of(file.reference_date)}, (back.pk,))

    def with_file(self, file: int, reference: dt.date) -> InForce:
        return InForce({**self.files, file: days_of(reference)}, self.replaced)

    def numbers(self) -> set[str]:
        """The numbers under which the files tell, and those of records joined into one that stays."""
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT DISTINCT number FROM (
                    SELECT number FROM conferences_importedchild WHERE file_id = ANY(%(files)s)
                    UNION ALL SELECT c.la_child_id
                    FROM conferences_importedchild i JOIN safeguarding_child c ON c.id = i.child_id
                    WHERE i.file_id = ANY(%(files)s) AND c.la_child_id <> i.number
                    UNION ALL SELECT unnest(ARRAY[c.la_child_id, stays.la_child_id])
                    FROM safeguarding_child c JOIN safeguarding_child stays ON stays.id = c.joined_into_id
                ) numbers
                """,
                {"files": list(self.files)},
            )
            return {number for (number,) in cursor.fetchall()}


def days_of(reference: dt.date) -> tuple[str, str]:
    return first_day(reference).isoformat(), reference.isoformat()


def affect(*, known: bool, files: Iterable[int], numbers: Iterable[str] = ()) -> None:
    """Note whose facts are put together: who is told of by the file read and by others too (`known`: their
    numbers are in a temporary table), all of whom these files tell, and the children of these `numbers`.
    """
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE census_affected (number text PRIMARY KEY) ON COMMIT DROP")
        told = (
            "SELECT number, child AS child_id, renumbered FROM census_telling"
            " WHERE n NOT IN (SELECT n FROM census_child) UNION"
            if known
            else ""
        )
        cursor.execute(
            f"""
            INSERT INTO census_affected SELECT DISTINCT {KEY}
            FROM ({told} SELECT number, child_id, renumbered FROM conferences_importedchild
                    WHERE file_id = ANY(%s)
                UNION SELECT unnest(%s::text[]), NULL, false) t {FOUND}
            WHERE NOT EXISTS (SELECT FROM census_child d WHERE d.number = {KEY})
            """,
            [list(files), list(numbers)],
        )
        cursor.execute("ANALYZE census_affected")


class Retelling:
    """Stages what the files tell together of everybody affected; `file` is the one that is read, if any.

    `on_progress` is told now and then of how many.
    """

    def __init__(
        self,
        staging: Staging,
        in_force: InForce,
        file: int,
        reference: dt.date,
        on_progress: Callable[[int], None] = lambda children: None,
    ) -> None:
        self.staging = staging
        self.on_progress = on_progress
        self.file = file
        self.days = {**in_force.files, file: days_of(reference)} if file else in_force.files
        self.others = list(in_force.files)
        self.answers = answers_of([*self.days])
        self.used = answers_of_used(self.days)
        self.nth = 0

    def run(self) -> None:
        self.staging.flush()
        for count, (key, tells) in enumerate(self._tells(), 1):
            self._put_together(key, tells)
            if count % EVERY == 0:
                self.on_progress(count)
            self._flush_now_and_then()
        self.staging.flush()
        for number in self._nobody_tells():
            self.nth -= 1
            self.staging.stage(
                [("census_child", (self.nth, 0, 0, number, *[""] * 3, *[None] * 3, "U", "", True))]
            )
            self._flush_now_and_then()
        self.staging.flush()

    def _tells(self) -> Iterator[tuple[str, list[tuple[str, int, Telling]]]]:
        with connection.chunked_cursor() as cursor:
            cursor.execute(TELLS, {"files": self.others, "file": self.file})
            for key, rows in groupby(cursor, key=lambda row: row[0]):
                yield key, [(number, file, Telling.of(json.loads(told))) for _, number, file, told in rows]

    def _put_together(self, key: str, tells: list[tuple[str, int, Telling]]) -> None:
        by_file: dict[int, Telling] = {}
        for number, file, telling in tells:
            if file not in by_file:
                by_file[file] = telling
            elif file == self.file:
                at = telling.child
                path = f"Child[{telling.n}]"
                place = (at.line, at.col, path, number)
                self.staging.add_faults([Fault(REFUSED, *place, "JOINED", JOINED, beside_record=True)])
        self._leave_out_used(key, by_file, {file for number, file, _ in tells if number == key})
        answered = self.answers.get(key, {})
        files = [
            Told(file, *self.days[file], by_file.get(file), tuple(answered.get(file, ())))
            for file in self._covering(by_file, answered)
        ]
        state = fold(files)
        self.staging.questions += [
            (key, uncertain.earlier, uncertain.plan.start)
            for uncertain in state.uncertain
            if current_tells(by_file.get(self.file), uncertain.plan)
        ]
        current = by_file.get(self.file)
        self.nth -= current is None
        n = current.n if current else self.nth
        self.staging.stage(staged(n, key, state, current))
        if current:
            later = any(self.days[file][1] > self.days[self.file][1] for file in by_file)
            self.staging.add_faults(differences(current, state, later=later))

    def _leave_out_used(self, key: str, by_file: dict[int, Telling], under_it: Container[int]) -> None:
        """Leave out what files tell `under_it`, the record's number, of another child."""
        for file in [*by_file]:
            if file != self.file and file in under_it and self.used.get((file, key), FILE) != FILE:
                del by_file[file]
        current = by_file.get(self.file)
        if current is None or self.file not in under_it or self.used.get((self.file, key)) == FILE:
            return
        others = [telling for file, telling in by_file.items() if file != self.file]
        if is_another(current, others):
            ask_of(self.staging, current, others[-1])
            del by_file[self.file]

    def _covering(self, by_file: dict[int, Telling], answered: Container[int]) -> list[int]:
        """The files that tell of the child, or asked of the child, and those that cover the same days and
        could have told.
        """
        return [
            file
            for file, (first, reference) in self.days.items()
            if file in by_file
            or file in answered
            or any(self.days[o][0] <= reference and first <= self.days[o][1] for o in by_file)
        ]

    def _nobody_tells(self) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute(
                """
                SELECT a.number FROM census_affected a
                WHERE NOT EXISTS (SELECT FROM census_child d WHERE d.number = a.number) ORDER BY 1
                """
            )
            return [number for (number,) in cursor.fetchall()]

    def _flush_now_and_then(self) -> None:
        if len(self.staging.rows["census_child"]) >= BATCH:
            self.staging.flush()


def current_tells(current: Telling | None, plan: PlanRow) -> bool:
    return current is not None and plan in current.plans


def answers_of(files: list[int]) -> dict[str, dict[int, list[Answer]]]:
    """{number: {file: what was answered to its questions about the child's plans}}."""
    found: dict[str, dict[int, list[Answer]]] = {}
    rows = ImportQuestion.objects.filter(file__in=files, kind__in=[UNTOLD, ONE_PLAN]).exclude(answer="")
    names = ("number", "file_id", "kind", "day", "other_day", "answer", "answer_day")
    for number, file, kind, day, other_day, answer, answer_day in rows.order_by("pk").values_list(*names):
        days = [value.isoformat() if value else None for value in (other_day, answer_day)]
        told = Answer(kind, day.isoformat(), days[0], answer, days[1])
        found.setdefault(number, {}).setdefault(file, []).append(told)
    return found


def staged(n: int, number: str, state: State, current: Telling | None) -> Iterator[Row]:
    """The state's facts as rows to be merged; with the lines at which the file that is read tells them."""
    assert state.child is not None
    c = state.child
    at = current.child[:2] if current else NOWHERE
    yield "census_child", (n, *at, number, *c[3:], False)
    for code in state.disabilities:
        yield "census_disability", (n, code)
    places = places_of(current)
    by = state.told_by
    for day, e in state.episodes.items():
        yield "census_episode", (n, *places.get(("episode", day), NOWHERE), *e[2:], by["episode", day])
    for day, s47 in state.enquiries.items():
        yield "census_enquiry", (n, *places.get(("enquiry", day), NOWHERE), *s47[2:], by["enquiry", day])
    for held in state.conferences.values():
        enquiry = held.enquiry_start if held.enquiry_start in state.enquiries else None
        referral = held.referral if held.referral in state.episodes else None
        yield (
            "census_conference",
            (n, *places.get(("conference", held.held), NOWHERE), held.held, enquiry, referral),
        )
    for day, plan in state.plans.items():
        yield "census_plan", (n, *places.get(("plan", day), NOWHERE), *plan[2:], by["plan", day])
        for review in state.reviews[day]:
            yield "census_review", (n, *places.get((day, review), NOWHERE), day, review)
    for category in state.categories():
        yield "census_category", (n, *category)
    for day, p in state.in_need.items():
        yield "census_in_need", (n, *places.get(("in_need", day), NOWHERE), *p[2:], by["in_need", day])


def places_of(current: Telling | None) -> dict[tuple[str, str], tuple[int, int]]:
    """(line, column) in the file that is read, by kind and day; a review's by its plan's start and day."""
    if current is None:
        return {}
    return {
        **{("episode", e.referral): e[:2] for e in current.episodes},
        **{("enquiry", e.start): e[:2] for e in current.enquiries},
        **{("conference", c.held): c[:2] for c in current.conferences},
        **{("plan", p.start): p[:2] for p in current.plans},
        **{(r.plan_start, r.held): r[:2] for r in current.reviews},
        **{("in_need", p.start): p[:2] for p in current.in_need},
    }
