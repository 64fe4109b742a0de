"""A whole census file in, its figures out: those that were worked out for it beforehand."""

import datetime as dt
import json

import pytest

from conferences.exchange.census.importing import import_census
from conferences.models import ImportedFile
from conferences.queries.measures import figures
from safeguarding.audit import acting_as, system_user
from safeguarding.clock import now
from safeguarding.workingdays import Period
from tests.bench.plain_script import plain_figures, read_frames
from tests.shared_data import shared_file

pytestmark = pytest.mark.django_db
YEAR = Period(dt.date(2023, 4, 1), dt.date(2024, 3, 31))


@pytest.fixture
def imported() -> ImportedFile:
    by = system_user()
    path = shared_file("cin/trafford_like_1.xml")
    with path.open("rb") as file, acting_as(by, command="import_cin"):
        return import_census(file=file, file_name=path.name, by=by, clock=now)


def test_a_census_file_gives_the_figures_worked_out_for_it(imported):
    expected = json.loads(shared_file("cin/trafford_like_1.figures.json").read_text())["measures"]
    found = {code: figure.as_json() for code, figure in figures(YEAR).items()}
    for code, figure in expected.items():
        assert {key: found[code][key] for key in figure} == figure, code


def test_a_file_alone_in_the_database_gives_the_same_figures_by_itself(imported):
    assert figures(YEAR, file=imported.pk) == figures(YEAR)


def test_a_census_file_gives_what_a_plain_script_counts(imported):
    frames = read_frames(shared_file("cin/trafford_like_1.xml"))
    for period in (Period.year(2022), Period.year(2023), YEAR):
        found = figures(period)
        for code, plain in plain_figures(frames, period.from_, period.to).items():
            assert found[code].numerator == plain["numerator"], code
            assert found[code].denominator == plain["denominator"], code
            breakdown = found[code].as_json().get("breakdown", {})
            if period != YEAR:
                # The script reads the file's latest category back into the years before it.
                latest = [one.pop("latest", {}) for one in (breakdown, plain["breakdown"])]
                assert len({sum(counts.values()) for counts in latest}) == 1
            assert breakdown == plain["breakdown"], code
