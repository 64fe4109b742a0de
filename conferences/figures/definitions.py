"""The definitions of the figures as a page of documentation, made from the list itself."""

from conferences.rules.measures_catalogue import MEASURES
from conferences.rules.measures_definition import Measure
from safeguarding.wording import lower_first

HEADING = """# The performance figures

Made from `conferences.rules.measures_catalogue` by `manage.py figures --definitions`; a test compares them.
Grades: S statute or statutory guidance, C the census and the DfE's statistics, L local, I inferred.
"""


def as_markdown() -> str:
    """The whole page."""
    return "\n".join([HEADING, *(_section(measure) for measure in MEASURES.values())])


def _section(measure: Measure) -> str:
    facts = [
        f"- **Counts:** {measure.numerator_words}",
        *([f"- **Out of:** {measure.denominator_words}"] if measure.denominator_words else []),
        *(f"- **By:** {lower_first(split.label)}" for split in measure.splits),
        *(f"- {sentence}" for sentence in measure.exclusions),
        f"- **Source:** {measure.source}",
        f"- **Fed by:** {measure.fed_by}",
        *([f"- **{measure.waits}:** it is not counted yet"] if measure.waits_for else []),
        *([f"- {measure.elsewhere}."] if measure.elsewhere else []),
    ]
    return f"## {measure.title}\n`{measure.code}` - {measure.sentence}\n\n" + "\n".join(facts) + "\n"
