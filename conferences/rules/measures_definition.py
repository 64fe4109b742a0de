"""What the definition of a performance figure consists of. Pure; the definitions: measures_catalogue.py."""

from dataclasses import dataclass

from conferences.rules.breakdowns import Split
from conferences.rules.figures import Unit


@dataclass(frozen=True)
class Measure:
    """One definition, in words that a page can show.

    `sentence` says what the figure tells. `numerator_words` and `denominator_words` (None for a count) say
    what is counted, of what. `counted_rows` is what one row behind it is: "plans", "conferences".
    `exclusions` are sentences. `measured` names the number kept with each row ("days", "working days"), ""
    where there is none. `at_end` is True for a figure of the last day of a period, False for one of all its
    days. `waits_for` names what must be built before it can be counted, "" where it is: `fed_by` says what it
    is counted from, or will be.
    """

    code: str
    title: str
    sentence: str
    numerator_words: str
    denominator_words: str | None
    unit: Unit
    counted_rows: str
    source: str
    fed_by: str
    exclusions: tuple[str, ...] = ()
    splits: tuple[Split, ...] = ()
    measured: str = ""
    at_end: bool = False
    waits_for: str = ""
    # Where it is told instead, as a sentence without its stop: a figure that is never one number.
    elsewhere: str = ""
    # Counted from this service's own records alone: where it holds none, 0 of 0 would say too much.
    is_of_service: bool = False

    @property
    def waits(self) -> str:
        """What the figure waits for, or where it is told instead, in words; "" where it is counted."""
        return f"Waits for {self.waits_for}" if self.waits_for else self.elsewhere
