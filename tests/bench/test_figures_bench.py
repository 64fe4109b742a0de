"""The figures of a year: over 650,000 plans beside a plain script, over 70,000 beside a plain statement;
and the same as they.
"""

import datetime as dt
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest

from conferences.exchange.census.importing import import_census
from conferences.queries.measures import figures
from conferences.rules.figures import Figure
from conferences.rules.look_ups import MONTHS_KEY
from safeguarding.audit import system_user
from safeguarding.clock import now
from safeguarding.db import unlimited
from safeguarding.policy.values import limits_over_time
from safeguarding.workingdays import Period, month_ends
from tests import database
from tests.bench import limits
from tests.bench.census_generator import write_census
from tests.bench.copies import copy_of, count_of, multiply, run
from tests.bench.plain_script import Frames, plain_figures, read_frames
from tests.bench.plain_statement import as_plain as as_statement
from tests.bench.plain_statement import plain_statement
from tests.bench.processor import least
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]

YEAR = Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31))
NATIONAL = 650_000
REGIONAL = 65_000
# Children of the file whose copies they are.
CHILDREN = 5_000


@pytest.fixture(scope="module")
def census(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("census") / "census.xml"
    write_census(path, CHILDREN, on_plans=1)
    return path


@contextmanager
def on_plans(census: Path, plans: int) -> Iterator[int]:
    """A database with at least so many plans: those of the census, the times that are told."""
    with copy_of(database.template()):
        # At work for years, so that an earlier plan that is not on record ended long ago: the script says no.
        run(database.LIVE)
        with census.open("rb") as file:
            import_census(file=file, file_name=census.name, by=system_user(), clock=now)
        times = math.ceil(plans / count_of("conferences_plan"))
        multiply(times)
        run("VACUUM ANALYZE")
        yield times


@pytest.fixture(scope="module")
def region(served: None, census: Path) -> Iterator[None]:
    """The plans of a few large councils in the database."""
    with on_plans(census, REGIONAL):
        yield


@pytest.fixture(scope="module")
def country(served: None, census: Path) -> Iterator[Frames]:
    """Everybody's plans in the database, and the same as the plain script's frames."""
    with on_plans(census, NATIONAL) as times:
        yield {name: many(frame, times) for name, frame in read_frames(census).items()}


def many(frame: pd.DataFrame, times: int) -> pd.DataFrame:
    """So many times the rows, each time about other children."""
    return pd.concat(
        [frame, *(frame.assign(LAchildID=frame.LAchildID + f"-{n}") for n in range(1, times))],
        ignore_index=True,
    )


def ours() -> dict[str, Figure]:
    with unlimited():
        # So that they are counted, and not read as they were kept.
        run("DELETE FROM safeguarding_keptcount")
        return figures(YEAR)


def test_all_figures_of_a_year_in_times_a_plain_statement(region):
    months = month_ends(YEAR.from_, YEAR.to)
    look_ups = limits_over_time([MONTHS_KEY]).wholes(MONTHS_KEY, YEAR.to)

    def plain():
        return plain_statement(YEAR, months, look_ups)

    assert as_statement(ours()) == plain()
    counted, plainly = least(ours, plain, rounds=7)
    said = f"{counted.both:.2f} s, the plain statement {plainly.both:.2f} s"
    hold(
        f"All figures of a year, {count_of('conferences_plan'):,} plans: in times a plain statement in SQL",
        [Row("figures", counted.both / plainly.both, limits.FIGURES_SQL, said)],
    )


def test_all_figures_of_a_year(country):
    def plain():
        return plain_figures(country, YEAR.from_, YEAR.to)

    assert as_plain(ours(), plain()) == plain()
    counted, plainly = least(ours, plain, rounds=2)
    said = f"{counted.both:.1f} s, the plain script {plainly.both:.1f} s"
    hold(
        f"All figures of a year, {count_of('conferences_plan'):,} plans: in times the plain script",
        [Row("figures", counted.both / plainly.both, limits.FIGURES, said)],
    )


def as_plain(found: dict[str, Figure], plain: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Our figures in the plain script's shape: the codes it has."""
    ours = {code: found[code].as_json() for code in plain}
    keys = ("numerator", "denominator", "breakdown")
    return {code: {key: figure.get(key, {}) for key in keys} for code, figure in ours.items()}
