"""The census's rules over one child's whole record: what is refused, what is bent, what is only noted.

Every rule is asked of the record as it was told, and only then is anything mended or left out: no fault
hides another.
"""

from conferences.exchange.census.checks.assessments import check_assessments
from conferences.exchange.census.checks.enquiries import check_enquiries
from conferences.exchange.census.checks.episodes import check_episodes, mend_episodes
from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.checks.inneed import check_in_need
from conferences.exchange.census.checks.meetings import check_conferences
from conferences.exchange.census.checks.person import check_person, mend_person
from conferences.exchange.census.checks.plans import check_plans
from conferences.exchange.census.checks.pupils import check_pupil_number, mend_pupil_number
from conferences.exchange.census.checks.wholefile import WholeFile
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild

__all__ = ["Facts", "WholeFile", "check_child"]


def check_child(child: CensusChild, facts: Facts, file: WholeFile, say: Faults) -> None:
    """Judge one child. Marks what cannot be kept (`kept`), mends what was bent, and says each rule broken.

    Linear in the child's records, but for sorting them.
    """
    check_person(child, facts, say)
    check_pupil_number(child, facts, say)
    file.check_once(child, say)
    file.count(child)
    if child.episodes:
        check_plans(child, facts, say)
        check_in_need(child, facts, say)
        check_enquiries(child, facts, say)
        check_conferences(child, say)
        check_assessments(child, facts, say)
        check_episodes(child, facts, say)
        mend_episodes(child, say)
    mend_person(child)
    mend_pupil_number(child, say)
