"""The figures as the council may publish them: small numbers hidden, and what would give them away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from conferences.rules.breakdowns import Split
from conferences.rules.closed_records import bands_with_closed
from conferences.rules.figures import Figure
from conferences.rules.measures_catalogue import MEASURES
from conferences.rules.publishing import hidden_cells, public_breakdown, public_text
from safeguarding.pagekit.components import Cell, Column, Table
from safeguarding.wording import lower_first

COLUMNS = (Column("Figure"), Column("In this period"))


def public_table(figures: Mapping[str, Figure], seen: Mapping[str, Figure]) -> Table:
    """Every figure that is counted, each followed by its breakdown, in the order of the reports. `seen` are
    the same without the records that are closed to the reader: a band in which they differ is hidden.
    """
    rows = [[words, Cell(number)] for words, number in public_rows(figures, bands_with_closed(figures, seen))]
    return Table("Figures for publication", COLUMNS, rows, caption_hidden=True, row_heads=True, stack=True)


def public_rows(figures: Mapping[str, Figure], telling: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """(title, "30 of 112 (26.8%)" or "c of 112"), and (title: band, "77" or "c") for each band; `telling`
    are bands to hide whatever their number.
    """
    told = {code: figure for code, figure in figures.items() if not figure.waits}
    hidden = hidden_cells({code: figure for code, figure in told.items() if not figure.unknown}, telling)
    for code, figure in told.items():
        title = MEASURES[code].title
        yield title, public_text(figure, hidden)
        for split, bands in public_breakdown(figure, hidden).items():
            for band, number in bands.items():
                if words := _band(MEASURES[code].splits, split, band):
                    yield f"{title}: {lower_first(words)}", number


def _band(splits: Sequence[Split], split: str, band: str) -> str:
    """What a band is called, after its split where the figure has two; nothing for the months of a run."""
    found = ((s, b.label) for s in splits if s.key == split for b in s.all_bands if b.key == band)
    return next((f"{s.label}, {lower_first(label)}" if s.key else label for s, label in found), "")
