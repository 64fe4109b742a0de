"""What waits for a record while it is joined into another is refused: written on it, nobody would find it."""

import datetime as dt

import pytest

from conferences.models import ChildInNeedPlan, Enquiry
from conferences.operations.corrections import Change
from conferences.operations.corrections_child import correct_child
from conferences.operations.enquiries import record_enquiry
from conferences.operations.families_people import Contact, Tie, add_person
from conferences.operations.in_need import record_in_need_plan
from conferences.operations.life_events import record_life_event
from conferences.operations.pairs import answer, name_pair
from conferences.operations.pairs_join import join_records
from conferences.operations.pairs_undo import undo_join
from conferences.rules.life_events import Happening, LifeKind
from conferences.rules.same_child import PairAnswerCode
from safeguarding.models import Child, ChildName, Relationship
from safeguarding.operation import JOINED, lock_all
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, FamilyFactory, TeamFactory
from tests.rush import Hand, meanwhile
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db(transaction=True)
DAY = dt.date(2018, 10, 1)


@pytest.fixture
def manager():
    return person("TEAM_MANAGER", team=TeamFactory())


@pytest.fixture
def pair(manager):
    family = FamilyFactory()
    kept, gone = (ChildFactory(family=family, given_names=name) for name in ("Thomas", "Tom"))
    for child in (kept, gone):
        AllocationFactory(child=child, team=manager.team)
    return name_pair(child=kept, other=gone, by=manager, at=NOW)


def test_nothing_is_written_on_a_record_that_was_joined_while_it_was_waited_for(manager, pair):
    gone = pair.other
    renamed = Happening(LifeKind.NEW_NAME, DAY, "The aunt wrote.", given_names="Tommy")
    typed = Change({"given_names": "Tomas"}, why="TYPED")
    asked = {"held_date": DAY, "further_discussions": [], "notes": ""}
    said = {"answer": PairAnswerCode.DIFFERENT, "reason": "Twins"}
    tied = {"contact": Contact("Ann Fable"), "ties": {gone: Tie("MOTHER")}}
    hands = [
        Hand(record_life_event, child=gone, told=renamed, by=manager),
        Hand(correct_child, row=gone, change=typed, by=manager),
        Hand(record_in_need_plan, child=gone, start_date=DAY, by=manager),
        Hand(record_enquiry, children=[pair.one, gone], **asked, by=manager),
        Hand(add_person, family=gone.family, **tied, by=manager),
        Hand(answer, pair=pair, **said, by=manager),
    ]

    def act():
        join_records(pair=pair, kept=pair.one, reason="One child", by=manager, at=NOW)

    assert meanwhile(hands, lambda: lock_all([pair.one, gone]), act) == [Refused] * len(hands)
    assert {str(hand.said) for hand in hands} == {JOINED}
    assert Child.every.get(pk=gone.pk).given_names == "Tom"
    for model in (ChildInNeedPlan, ChildName, Enquiry, Relationship):
        assert not model.every.filter(child=gone).exists()


def test_a_record_that_was_joined_is_parted_again_and_then_written_on(manager, pair):
    join = join_records(pair=pair, kept=pair.one, reason="One child", by=manager, at=NOW)
    undo_join(join=join, reason="Twins", by=manager, at=NOW)
    renamed = Happening(LifeKind.NEW_NAME, DAY, "The aunt wrote.", given_names="Tommy")
    record_life_event(child=pair.other, told=renamed, by=manager, at=NOW)
    assert Child.every.get(pk=pair.other_id).given_names == "Tommy"
