"""My work in a unit of 156,060 children: beside a bare page, and beside the statements it stands for."""

from collections.abc import Iterator

import pytest

from safeguarding.models import User
from tests.bench import limits
from tests.bench.copies import count_of, rows_of
from tests.bench.pages import cost, page, routes
from tests.bench.processor import least
from tests.bench.sizes import large_unit
from tests.bench.table import Row, hold

MY_WORK = ("my_work", "my_work_list")
pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
# The first duties of a chair and the week's meetings, whoever may see them.
DUTIES = """
    SELECT d.*, c.*, f.* FROM conferences_duty d JOIN safeguarding_child c ON c.id = d.child_id
    LEFT JOIN safeguarding_family f ON f.id = c.family_id
    WHERE d.closed_at IS NULL AND (d.owner_id = %s OR d.owner_id IS NULL AND d.owner_role = 'CHAIR')
    ORDER BY d.due_date, d.id LIMIT 20
"""
WAITED_FOR = """
    SELECT DISTINCT d.*, c.* FROM conferences_duty d JOIN safeguarding_child c ON c.id = d.child_id
    JOIN conferences_requestedchild r ON r.child_id = c.id
    JOIN conferences_booking b ON b.request_id = r.request_id
    WHERE d.closed_at IS NULL AND b.chair_id = %s ORDER BY d.due_date, d.id LIMIT 20
"""
MEETINGS = """
    SELECT b.*, r.* FROM conferences_booking b JOIN conferences_request r ON r.id = b.request_id
    WHERE b.state = 'BOOKED' AND b.chair_id = %s AND b.starts_at BETWEEN now() AND now() + interval '7 days'
"""


@pytest.fixture(scope="module")
def unit(served: None) -> Iterator[None]:
    with large_unit():
        yield


def test_my_work_of_a_chair(unit):
    chair = User.objects.get(email="chair@fableshire.example")
    work = cost(page("my_work", "chair", routes()["my_work"]), rounds=5, requests=3)
    (plain,) = least(
        lambda: [rows_of(statement, [chair.pk]) for statement in (DUTIES, WAITED_FOR, MEETINGS)], rounds=9
    )
    hold(
        f"My work of a chair at {count_of('safeguarding_child'):,} children",
        [
            Row("in times a bare page", work.ratio, limits.UNIT_WORK, str(work)),
            Row("in times the plain statements", work.ours.both / plain.both, limits.UNIT_PLAIN, str(plain)),
            Row("ms of the processor", work.milliseconds, limits.UNIT_MS),
        ],
    )


@pytest.mark.parametrize(("name", "who"), limits.IN_A_LARGE_UNIT)
def test_another_page(unit, name, who):
    one = cost(page(name, who, routes()[name]), rounds=3, requests=2)
    most = limits.OVERSEERS_MS if who in limits.OVERSEERS else limits.UNIT_MS
    hold(
        f"{one.page} at {count_of('safeguarding_child'):,} children",
        [
            Row("in times a bare page", one.ratio, limits.IN_A_LARGE_UNIT[name, who], str(one)),
            *([Row("ms of the processor", one.milliseconds, most)] if name in MY_WORK else []),
        ],
    )
