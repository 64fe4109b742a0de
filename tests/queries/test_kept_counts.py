"""A figure is counted once, and anew as soon as anything it was counted from has changed."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.utils import CaptureQueriesContext

from conferences.models import Plan
from conferences.queries.measures import figures, months
from conferences.queries.measures.counts import STOCK
from conferences.queries.measures.passes import passes
from conferences.queries.measures.rows import ROWS
from conferences.queries.measures.run import _statement
from conferences.rules.coverage import Coverage
from safeguarding import counts
from safeguarding.models import Child, KeptCount, TableChange
from tests.factories import (
    DecisionFactory,
    EnquiryFactory,
    FamilyFactory,
    ImportedChildFactory,
    PlanCategoryFactory,
    TransferInFactory,
)
from tests.queries.measures_world import YEAR, child, day, initial, plan, reviewed

pytestmark = pytest.mark.django_db(transaction=True)


def open_plans() -> int:
    return figures(YEAR, ["plans_open"])["plans_open"].numerator


def statements() -> list[str]:
    """The counting statements that reading the open plans takes."""
    with CaptureQueriesContext(connection) as caught:
        open_plans()
    return [query["sql"] for query in caught if query["sql"].startswith("WITH")]


@pytest.fixture
def another() -> Iterator[BaseDatabaseWrapper]:
    """A second connection, as another process has."""
    other = connection.copy()
    yield other
    other.close()


def put_off(other: BaseDatabaseWrapper, later: Plan) -> None:
    with other.cursor() as cursor:
        cursor.execute("UPDATE conferences_plan SET start_date = '2019-06-01' WHERE id = %s", [later.pk])


def test_what_has_not_changed_is_not_counted_again():
    plan("10 Apr 2018")
    assert len(statements()) == 2
    assert statements() == []
    assert open_plans() == 1


def test_what_is_kept_is_what_was_counted():
    plan("10 Apr 2018", child=child(family=FamilyFactory()))
    plan("1 Feb 2016", "1 May 2018")
    assert figures(YEAR) == figures(YEAR)
    assert months(YEAR.from_, YEAR.to) == months(YEAR.from_, YEAR.to)


CHANGES = {
    "a plan": lambda: plan("3 May 2018"),
    "a plan's start": lambda: Plan.objects.unscoped("test").update(start_date=day("1 Jun 2018")),
    "a plan of others": lambda: Plan.objects.unscoped("test").update(held_for_other_authority=True),
    "a child's family": lambda: Child.objects.unscoped("test").update(family=FamilyFactory()),
    "a review": lambda: reviewed("10 Apr 2018", "2 Jul 2018"),
    "a conference": lambda: initial("14 Jun 2018", "2 Jul 2018"),
    "an enquiry": EnquiryFactory,
    "a transfer in": TransferInFactory,
    "a decision": DecisionFactory,
    "a category": PlanCategoryFactory,
    "a child of a file": ImportedChildFactory,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_has_it_counted_anew(change):
    plan("10 Apr 2018")
    open_plans()
    assert statements() == []
    change()
    assert len(statements()) == 2


def test_a_change_that_was_under_way_while_it_was_counted_is_not_missed(another):
    later = plan("10 Apr 2018")
    another.set_autocommit(False)
    put_off(another, later)
    # It begins first, and what began later is done first: it stands below the newest transaction.
    EnquiryFactory()
    assert open_plans() == 1
    assert open_plans() == 1
    another.commit()
    assert open_plans() == 0


def test_a_change_between_the_look_and_the_count_is_not_missed(another):
    later = plan("10 Apr 2018")
    with connection.cursor() as cursor:
        cursor.execute(counts.STANDING, ["of nothing"])
        _, before, _ = cursor.fetchone()
    put_off(another, later)
    assert open_plans() == 0
    KeptCount.objects.update(snapshot=before)
    assert len(statements()) == 2


def test_what_is_undone_is_not_counted():
    plan("10 Apr 2018")
    assert open_plans() == 1
    with transaction.atomic():
        plan("3 May 2018")
        assert open_plans() == 2
        transaction.set_rollback(True)
    assert open_plans() == 1


def test_amid_ones_own_changes_each_is_counted():
    with transaction.atomic():
        for number in range(1, 4):
            plan("10 Apr 2018")
            assert open_plans() == number
        assert not KeptCount.objects.exists()
    assert open_plans() == 3


def test_ones_own_change_after_the_count_is_counted():
    plan("10 Apr 2018")
    with transaction.atomic():
        assert open_plans() == 1
        plan("3 May 2018")
        assert open_plans() == 2


def test_where_nothing_can_be_written_it_is_still_counted():
    plan("10 Apr 2018")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
        assert open_plans() == 1
    assert not KeptCount.objects.exists()


def test_in_a_stricter_isolation_it_is_counted_and_not_kept():
    plan("10 Apr 2018")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        assert open_plans() == 1
    assert not KeptCount.objects.exists()


def test_what_another_server_kept_does_not_stand():
    plan("10 Apr 2018")
    open_plans()
    KeptCount.objects.update(server=7)
    assert len(statements()) == 2


def oldest_missed() -> int:
    """The oldest transaction not over now, or not over when something was counted: later ones may be missed.

    Other tests' transactions on the same server count too.
    """
    counted = KeptCount.objects.values_list("snapshot", flat=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        (now,) = cursor.fetchone()
    return min(int(snapshot.split(":")[0]) for snapshot in [now, *counted])


def test_sweeping_leaves_what_may_still_be_asked(another):
    plan("10 Apr 2018")
    open_plans()
    counts.sweep()
    assert statements() == []
    TableChange.objects.update(changed_at=dt.datetime(2018, 1, 1, tzinfo=dt.UTC))
    oldest = oldest_missed()
    counts.sweep()
    assert all(int(change) >= oldest for change in TableChange.objects.values_list("pk", flat=True))
    assert statements() == []
    plan("3 May 2018")
    TableChange.objects.update(changed_at=dt.datetime(2018, 1, 1, tzinfo=dt.UTC))
    counts.sweep()
    assert TableChange.objects.count() > 0, "A change that a kept count has not seen must stay."
    assert open_plans() == 2
    KeptCount.objects.update(kept_at=dt.datetime(2018, 1, 1, tzinfo=dt.UTC))
    counts.sweep()
    assert not KeptCount.objects.exists()


# ----- Every table that is counted from -------------------------------------------------------------------


def tables_of(statement: str, parameters: dict[str, object]) -> set[str]:
    """The tables that a statement reads, as the database plans it."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
        return set(_named(cursor.fetchone()[0]))


def _named(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _named(one)
    if isinstance(part, dict):
        yield from [part["Relation Name"]] if "Relation Name" in part else []
        yield from _named(list(part.values()))


def silent(tables: set[str]) -> set[str]:
    """Those of the tables that do not note their changes."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE tgname LIKE %s AND tgenabled = 'O'",
            [f"pgtrigger_{counts.NOTES_CHANGES}%"],
        )
        return tables - {name for (name,) in cursor.fetchall()}


@pytest.mark.parametrize("file", [None, 1])
def test_every_table_a_figure_is_counted_from_notes_its_changes(file):
    asked = ([YEAR], file, None, Coverage(), [], {})
    read = tables_of(*_statement([STOCK], ["spans", "periods"], *asked))
    for one in passes(ROWS):
        selects = [one.rows_sql(), one.families_sql()]
        read |= tables_of(*_statement(selects, [one.source], *asked, {one.name: one.sql()}))
    assert len(read) > 15
    assert silent(read) == set(), "Give these models @is_counted_from (safeguarding.counts)."


def test_a_table_that_does_not_would_be_found():
    assert silent({"conferences_plan", "conferences_room"}) == {"conferences_room"}
