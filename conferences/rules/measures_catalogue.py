"""Every performance figure in the order of the reports, one definition each, read by all that show it.

Pure. The rows behind each figure are found by conferences.queries.measures, by the same codes.
"""

from collections.abc import Iterable

from conferences.rules.measures_became import BECAME
from conferences.rules.measures_conferences import CONFERENCES
from conferences.rules.measures_definition import Measure
from conferences.rules.measures_plans import PLANS
from conferences.rules.measures_work import WORK

MEASURES: dict[str, Measure] = {measure.code: measure for measure in (*PLANS, *CONFERENCES, *WORK, *BECAME)}


class UnknownMeasure(KeyError):
    """A code that no figure has; the text is a sentence."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.sentence = f"There is no figure called {code}."

    def __str__(self) -> str:
        return self.sentence


def measure(code: str) -> Measure:
    """The definition of one figure. Raises UnknownMeasure."""
    try:
        return MEASURES[code]
    except KeyError:
        raise UnknownMeasure(code) from None


def chosen(codes: Iterable[str] | None) -> list[Measure]:
    """The definitions of these codes (None: of all), in the order of the list. Raises UnknownMeasure."""
    if codes is None:
        return list(MEASURES.values())
    wanted = {measure(code).code for code in codes}
    return [found for found in MEASURES.values() if found.code in wanted]
