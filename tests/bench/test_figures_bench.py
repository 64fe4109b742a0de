"""All the figures of a year over a national census file: in two seconds, and the same as a plain script's."""

import datetime as dt

import pytest

from conferences.exchange.census.importing import import_census
from conferences.queries.measures import figures
from conferences.rules.figures import Figure
from safeguarding.audit import system_user
from safeguarding.clock import now
from safeguarding.workingdays import Period
from tests.bench.census_generator import children_for, write_census
from tests.bench.plain_script import plain_figures, read_frames
from tests.bench.timing import median, say, timed, worked

pytestmark = [pytest.mark.bench, pytest.mark.django_db]

YEAR = Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31))
MEGABYTES = 100
LIMIT_SECONDS = 2.0


def test_a_hundred_megabytes_are_read_and_a_years_figures_counted(tmp_path):
    path = tmp_path / "census.xml"
    write_census(path, children_for(MEGABYTES))
    frames, plain_reading = timed(lambda: read_frames(path))
    with path.open("rb") as file:
        by = system_user()
        _, reading = timed(lambda: import_census(file=file, file_name=path.name, by=by, clock=now))
    say(f"Reading {MEGABYTES} MB", reading, plain_reading)

    plain = plain_figures(frames, YEAR.from_, YEAR.to)
    assert as_plain(figures(YEAR), plain) == plain
    counting = median(lambda: figures(YEAR), times=5)
    plain_counting = median(lambda: plain_figures(frames, YEAR.from_, YEAR.to), times=5)
    say(f"All figures of a year, {len(frames['plans']):,} plans", counting, plain_counting)
    say("Both together", reading + counting, plain_reading + plain_counting)
    processor = min(worked(lambda: figures(YEAR)) for _ in range(3))
    print(f"All figures of a year: {processor:.2f} s of the processor")
    assert processor < LIMIT_SECONDS


def as_plain(found: dict[str, Figure], plain: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Our figures in the plain script's shape: the codes it has."""
    ours = {code: found[code].as_json() for code in plain}
    keys = ("numerator", "denominator", "breakdown")
    return {code: {key: figure.get(key, {}) for key in keys} for code, figure in ours.items()}
