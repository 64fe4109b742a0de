"""Taking published figures into the database: again adds nothing, and a later release wins."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from conferences.models import BenchmarkFigure, StatisticalNeighbour
from conferences.rules.published import PublishedFigure, PublishedRecord, figures, rank
from safeguarding import audit
from safeguarding.models import User
from safeguarding.operation import lock_rows, operation
from safeguarding.rights import Permission

WRITTEN = ("geography", "place_name", "value", "marker", "derived", "source", "release")
BATCH = 2000


@dataclass
class Loaded:
    """How many figures were new, changed, already there, or older than what is known; neighbours added."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    older: int = 0
    neighbours: int = 0


@operation(needs=Permission.IMPORT_CENSUS, system=True)
def load_benchmarks(
    *,
    records: Iterable[PublishedRecord],
    neighbours: Iterable[tuple[str, str, int, int]] = (),
    by: User,
    at: dt.datetime,
) -> Loaded:
    """Write every figure of the records that is new or of a later release, in few statements."""
    known = {_key(row): row for row in lock_rows(BenchmarkFigure.objects.all())}
    loaded = Loaded()
    new, changed = [], []
    for key, figure in figures(records).items():
        row = known.get(key)
        if row is None:
            new.append(_row(figure))
        elif rank(row.measure, row.derived, row.release, row.source) > figure.rank:
            loaded.older += 1
        elif _written(row) == _written(fresh := _row(figure)):
            loaded.unchanged += 1
        else:
            fresh.pk = row.pk
            changed.append(fresh)
    BenchmarkFigure.objects.bulk_create(new, batch_size=BATCH)
    BenchmarkFigure.objects.bulk_update(changed, WRITTEN, batch_size=BATCH)
    loaded.added, loaded.changed = len(new), len(changed)
    loaded.neighbours = _load_neighbours(neighbours)
    audit.record("benchmarks.loaded", by, by=by, at=at, detail=asdict(loaded))
    return loaded


def _load_neighbours(neighbours: Iterable[tuple[str, str, int, int]]) -> int:
    rows = [
        StatisticalNeighbour(authority=authority, neighbour=neighbour, model_year=year, rank=rank)
        for authority, neighbour, year, rank in neighbours
    ]
    before = StatisticalNeighbour.objects.count()
    StatisticalNeighbour.objects.bulk_create(rows, ignore_conflicts=True)
    return StatisticalNeighbour.objects.count() - before


def _row(figure: PublishedFigure) -> BenchmarkFigure:
    record = figure.record
    return BenchmarkFigure(
        geography=record.geography,
        place=record.place,
        place_name=record.place_name,
        year=record.year,
        measure=figure.measure,
        part=figure.part,
        statistic=figure.statistic,
        value=figure.value,
        marker=figure.marker,
        derived=bool(figure.derived),
        source=figure.source,
        release=record.release,
    )


def _key(row: BenchmarkFigure) -> tuple[str, str, int, str, str]:
    return (row.measure, row.part, row.year, row.place, row.statistic)


def _written(row: BenchmarkFigure) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in WRITTEN)
