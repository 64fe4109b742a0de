"""The scan for duties in a large unit, beside the same derivation as one plain statement."""

from collections.abc import Iterator

import pytest

from conferences.operations import duties
from conferences.queries.clocks import clock_parameters
from conferences.rules.deadlines import Code
from safeguarding.clock import now, today
from safeguarding.workingdays import add_days
from tests.bench import limits
from tests.bench.copies import count_of, rows_of, run
from tests.bench.memory import forget_peaks, peak_memory
from tests.bench.processor import least
from tests.bench.sizes import give_much_to_do, large_unit
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
LIVE = 30_000
WRITES = ("conferences_duty", "conferences_notice", "conferences_escalation")


@pytest.fixture(scope="module")
def unit(served: None) -> Iterator[None]:
    with large_unit():
        give_much_to_do()
        yield


def scan() -> duties.Scanned:
    return duties.scan(on=today(), at=now())


def derive() -> None:
    """Who owes what by when, derived and counted, nothing written."""
    found = " UNION ALL ".join(duties.standing_of(row) for row in duties.DEADLINES)
    statement = f"{duties.with_clocks(list(Code))} SELECT count(*), max(due_date) FROM ({found}) AS standing"
    run(statement, clock_parameters() | {"on": today(), "at": now(), "until": add_days(today(), 28)})


def left() -> tuple[int, ...]:
    """How many rows stand in each table that a scan writes."""
    return tuple(count_of(table) for table in WRITES)


def test_a_scan_that_finds_nothing_new(unit):
    forget_peaks()
    first, held, again = scan(), left(), scan()
    assert (again.raised, again.closed, left()) == (0, 0, held)
    peaks = peak_memory()
    ours, plain = least(scan, derive, rounds=3)
    live = int(rows_of("SELECT count(*) FROM conferences_duty WHERE closed_at IS NULL")[0][0])
    assert live >= LIVE
    hold(
        f"The scan at {count_of('safeguarding_child'):,} children, {live:,} live duties",
        [
            Row(
                "in times one plain statement",
                ours.both / plain.both,
                limits.SCAN_PLAIN,
                f"{ours}; plain {plain}; the first raised {first.raised:,}",
            ),
            Row("seconds of the processor", ours.both, limits.SCAN_SECONDS),
            *(Row(f"most memory {where}, MB", mb, limits.SCAN_MEMORY_MB) for where, mb in peaks.items()),
        ],
    )
