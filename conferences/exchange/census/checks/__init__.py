"""The census's rules over one child's whole record: what is refused, what is bent, what is only noted."""

from conferences.exchange.census.checks.enquiries import check_conferences, check_enquiries
from conferences.exchange.census.checks.episodes import check_episodes
from conferences.exchange.census.checks.facts import Facts
from conferences.exchange.census.checks.inneed import check_in_need
from conferences.exchange.census.checks.person import check_person
from conferences.exchange.census.checks.plans import check_plans
from conferences.exchange.census.checks.wholefile import WholeFile
from conferences.exchange.census.faults import Faults
from conferences.exchange.census.records import CensusChild

__all__ = ["Facts", "WholeFile", "check_child"]


def check_child(child: CensusChild, facts: Facts, file: WholeFile, say: Faults) -> None:
    """Judge one child. Marks what cannot be kept (`kept`), mends what was bent, and says each rule broken.

    Linear in the child's records, but for sorting them.
    """
    check_person(child, facts, say)
    if child.kept:
        file.check_once(child, say)
    if not child.kept:
        return
    check_plans(child, facts, say)
    check_in_need(child, facts, say)
    check_enquiries(child, facts, say)
    check_conferences(child, say)
    check_episodes(child, facts, say)
    file.count(child)
