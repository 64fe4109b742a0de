"""Recording an enquiry: one strategy discussion, an enquiry a child, and the days it cannot have been."""

import datetime as dt

import pytest

from conferences.models import Enquiry, StrategyDiscussion
from conferences.operations.enquiries import record_enquiry
from safeguarding.models import AuditEntry
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import ChildFactory, EnquiryFactory, NeedEpisodeFactory, PlanFactory
from tests.operations.asking import AT, ON, STARTED, asker

pytestmark = pytest.mark.django_db


def record(*children, **more):
    values = {"held_date": STARTED, "further_discussions": [], "notes": "Who took part.", "at": AT} | more
    by = {} if "by" in more else {"by": asker("SOCIAL_WORKER", *children)}
    return record_enquiry(children=children, **values, **by)


def siblings():
    amber = ChildFactory()
    return amber, ChildFactory(family=amber.family)


def test_one_discussion_starts_an_enquiry_about_each_child():
    amber, basil = siblings()
    made = record(amber, basil, further_discussions=[ON, dt.date(2018, 4, 10)])
    assert [(e.child, e.started_date) for e in made] == [(amber, STARTED), (basil, STARTED)]
    told = StrategyDiscussion.objects.unscoped("test").filter(enquiry=made[0])
    assert list(told.values_list("held_date", "started_enquiry", "notes")) == [
        (STARTED, True, "Who took part."),
        (dt.date(2018, 4, 10), False, ""),
        (ON, False, ""),
    ]
    assert AuditEntry.objects.filter(event="enquiry.recorded").count() == 2


def test_an_earlier_discussion_that_did_not_start_it_is_recorded_too():
    (made,) = record(ChildFactory(), further_discussions=[dt.date(2018, 4, 6)])
    days = StrategyDiscussion.objects.unscoped("test").filter(enquiry=made)
    assert list(days.values_list("held_date", "started_enquiry")) == [
        (dt.date(2018, 4, 6), False),
        (STARTED, True),
    ]


def test_a_void_enquiry_of_the_day_is_in_nobody_s_way():
    child = ChildFactory()
    EnquiryFactory(child=child, started_date=STARTED, void=True)
    assert record(child)


def test_a_discussion_may_be_held_at_a_weekend():
    (made,) = record(ChildFactory(), held_date=dt.date(2018, 4, 8))
    assert made.started_date == dt.date(2018, 4, 8)


def test_the_enquiry_lies_in_the_spell_that_is_open():
    child = ChildFactory()
    NeedEpisodeFactory(
        child=child,
        referral_date=dt.date(2016, 1, 4),
        closure_date=dt.date(2016, 5, 2),
        closure_reason="RC8",
    )
    spell = NeedEpisodeFactory(child=child, referral_date=dt.date(2018, 4, 3))
    (made,) = record(child)
    assert made.episode == spell


@pytest.mark.parametrize(
    ("more", "sentence", "field", "row"),
    [
        ({"held_date": dt.date(2018, 4, 12)}, "must be today or in the past", "held_date", None),
        ({"held_date": dt.date(2011, 7, 28)}, "more than 40 weeks before the birth", "held_date", None),
        ({"further_discussions": [ON, STARTED]}, "the discussion that started", "held_date", 1),
        ({"further_discussions": [dt.date(2018, 4, 12)]}, "today or in the past", "held_date", 0),
        ({"further_discussions": [ON, ON]}, "entered twice", "held_date", 1),
    ],
)
def test_a_day_that_cannot_be_is_refused_beside_its_field(more, sentence, field, row):
    with pytest.raises(Refused, match=sentence) as refused:
        record(ChildFactory(birth_date=dt.date(2012, 5, 4)), **more)
    assert (refused.value.field, refused.value.about) == (field, row)
    assert not Enquiry.objects.unscoped("test").exists()


def test_who_had_died_or_was_18_is_named_and_no_enquiry_is_recorded():
    died = ChildFactory(birth_date=dt.date(2012, 5, 4), death_date=dt.date(2018, 4, 2), given_names="Amber")
    grown = ChildFactory(birth_date=dt.date(2000, 4, 3), family=died.family)
    with pytest.raises(Refused) as refused:
        record(died, grown)
    assert [one.field for one in refused.value.problems] == ["held_date", "held_date"]
    assert refused.value.problems[0].sentence.startswith("Amber")
    assert "the child died on 2 April 2018" in refused.value.problems[0].sentence
    assert "the child was 18 on 3 April 2018" in refused.value.problems[1].sentence
    assert not Enquiry.objects.unscoped("test").exists()


def test_forty_weeks_before_a_birth_is_early_enough():
    assert record(ChildFactory(birth_date=dt.date(2012, 5, 4)), held_date=dt.date(2011, 7, 29))


def test_an_unborn_child_s_enquiry_counts_from_the_expected_day():
    with pytest.raises(Refused, match="40 weeks"):
        record(ChildFactory(unborn=True, expected_birth_date=dt.date(2019, 2, 1)))


def test_the_same_enquiry_twice_is_refused_and_nobody_s_is_recorded():
    known = EnquiryFactory(started_date=STARTED)
    with pytest.raises(Refused, match="is already recorded"):
        record(ChildFactory(family=known.child.family), known.child)
    assert Enquiry.objects.unscoped("test").count() == 1


def test_everything_that_is_missing_is_told_at_once():
    with pytest.raises(Refused, match="at least one child") as refused:
        record(held_date=None)
    assert [one.field for one in refused.value.problems] == ["children", "held_date"]


def test_each_further_discussion_that_cannot_be_is_told_with_its_number():
    with pytest.raises(Refused) as refused:
        record(ChildFactory(), further_discussions=[STARTED, ON, dt.date(2018, 4, 12)])
    assert [one.about for one in refused.value.problems] == [0, 2]


def test_children_of_two_families_are_no_enquiry():
    with pytest.raises(Refused, match="not of one family") as refused:
        record(ChildFactory(), ChildFactory())
    assert refused.value.field == "children"
    assert not Enquiry.objects.unscoped("test").exists()


def test_only_those_who_ask_and_see_every_child_record_an_enquiry():
    amber, basil = siblings()
    for by, status in ((person("CHAIR"), FORBIDDEN), (asker("SOCIAL_WORKER", amber), NOT_FOUND)):
        with pytest.raises(Refused) as refused:
            record(amber, basil, by=by)
        assert refused.value.status == status


def test_while_an_enquiry_is_open_another_one_is_asked_about():
    child = ChildFactory()
    EnquiryFactory(child=child, started_date=STARTED - dt.timedelta(7))
    with pytest.raises(Refused) as refusal:
        record(child)
    assert refusal.value.problems[0].field == "is_another"
    assert "from 2 April 2018 is open. Add the discussion to it" in str(refusal.value)
    assert record(child, is_another=True)


@pytest.mark.parametrize("over", [{"conference_need": "NOT_NEEDED"}, {"voided": True}, {"planned": True}])
def test_what_is_no_longer_open_asks_nothing(over):
    child, before = ChildFactory(), STARTED - dt.timedelta(7)
    if over.get("voided"):
        EnquiryFactory(
            child=child,
            started_date=before,
            voided_at=AT,
            voided_by=person("TEAM_MANAGER"),
            voided_reason="TWICE",
            voided_words="Typed twice",
        )
    else:
        need = over.get("conference_need", "NEEDED")
        EnquiryFactory(child=child, started_date=before, conference_need=need)
    if over.get("planned"):
        PlanFactory(child=child, start_date=before + dt.timedelta(2))
    assert record(child)
