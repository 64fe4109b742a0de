"""Two records joined and parted again: all goes along, nothing is lost, and what cannot be is refused."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import connection, models

from conferences.models import ChildPair, EarlierPlan, PairAnswer, Plan, RecordJoin
from conferences.operations import pairs_join_guards as guards
from conferences.operations.duties_refresh import refresh
from conferences.operations.pairs import ITSELF, answer, name_pair
from conferences.operations.pairs_join import join_records
from conferences.operations.pairs_rows import GOES, STAYS, child_keys
from conferences.operations.pairs_undo import LATER, UNDONE, undo_join
from conferences.queries.children import How, find
from conferences.rules.same_child import PairAnswerCode
from conferences.rules.search import Search
from safeguarding.access import scope
from safeguarding.models import Child
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildDisabilityFactory,
    ChildFactory,
    ChildInNeedPlanFactory,
    ChildNameFactory,
    ConferenceChildFactory,
    ConsultationFactory,
    EnquiryFactory,
    FamilyConsultationFactory,
    FamilyFactory,
    LifeEventFactory,
    NeedEpisodeFactory,
    PersonFactory,
    PlanElsewhereFactory,
    PlanEndingFactory,
    PlanFactory,
    RelationshipFactory,
    RequestedChildFactory,
    RestrictedGrantFactory,
    TeamFactory,
)
from tests.queries.measures_world import count
from tests.scheduling import NOW

pytestmark = pytest.mark.django_db
UPN, OTHER_UPN = "H801200001001", "Y801200001002"


@pytest.fixture
def support():
    return person("BUSINESS_SUPPORT")


@pytest.fixture
def family():
    return FamilyFactory()


@pytest.fixture
def kept(family):
    return ChildFactory(
        la_child_id="KEPT1", given_names="Thomas", family_name="Probe", family=family, upn=UPN
    )


@pytest.fixture
def gone(family):
    """The earlier record, with an ended plan, an enquiry, a mother and a name of before."""
    child = ChildFactory(
        la_child_id="GONE1",
        given_names="Tom",
        family_name="Smyth-Probe",
        family=family,
        upn=OTHER_UPN,
        nhs_number="9434765919",
    )
    PlanFactory(child=child, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    EnquiryFactory(child=child)
    ChildNameFactory(child=child)
    RelationshipFactory(child=child, person=PersonFactory(family=family))
    return child


def paired(by, one, other):
    return name_pair(child=one, other=other, by=by, at=NOW)


def joined(by, kept, gone, reason="The mother says that it is one child"):
    return join_records(pair=paired(by, kept, gone), kept=kept, reason=reason, by=by, at=NOW)


def refused(by, kept, gone):
    with pytest.raises(Refused) as refusal:
        joined(by, kept, gone)
    return [(problem.sentence, problem.field) for problem in refusal.value.problems]


def contents():
    """Every row of every table, but of those that only tell what was done."""
    told = {"AuditEntry", "PairAnswer", "RecordJoin", "ChildPair", "TableChange", "Context"}
    tables = [
        model
        for model in apps.get_models()
        if model.__name__ not in told and not model.__name__.endswith(("Event", "Events"))
    ]
    with connection.cursor() as cursor:
        for model in tables:
            cursor.execute(f'SELECT t::text FROM "{model._meta.db_table}" t ORDER BY 1')
            yield model.__name__, cursor.fetchall()


def test_every_model_that_names_a_child_is_thought_of():
    known = {key.model._meta.label_lower for key in child_keys()}
    assert known == GOES | set(STAYS) and not GOES & set(STAYS)
    assert all(STAYS.values())


def test_all_goes_to_the_record_that_stays(support, kept, gone):
    join = joined(support, kept, gone)
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert gone.joined_into == kept and (kept.nhs_number, kept.former_upn) == ("9434765919", OTHER_UPN)
    for name in ("plans", "enquiries", "relationships"):
        assert getattr(kept, name).count() == 1 and getattr(gone, name).count() == 0
    names = {(one.given_names, one.family_name) for one in kept.other_names.all()}
    assert names == {("Tom", "Smyth-Probe"), ("Amber", "Formerly")}
    assert join.moved["conferences.plan"] == [Plan.every.get().pk]


def test_the_record_that_goes_is_in_no_list_and_its_number_finds_the_other(support, kept, gone):
    joined(support, kept, gone)
    assert list(scope(support, Child)) == [kept]
    for number in ("GONE1", "9434765919", OTHER_UPN):
        (match,) = find(support, Search(numbers=(number,)), on=NOW.date()).matches
        assert (match.child, match.how) == (kept, How.NUMBER)


def test_joined_and_undone_leaves_every_table_as_it_was(support, kept, gone):
    ChildDisabilityFactory(child=kept, code="HEAR")
    ChildDisabilityFactory(child=gone, code="HEAR")
    for child in (kept, gone):
        AllocationFactory(child=child)
    twice = [NeedEpisodeFactory(child=child, referral_date=dt.date(2014, 12, 1)) for child in (gone, kept)]
    Plan.every.filter(child=gone).update(episode=twice[0])
    ChildFactory(la_child_id="GONE0", given_names="Tom", family_name="Trial", family=kept.family)
    joined(support, gone, Child.every.get(la_child_id="GONE0"))
    refresh(kept, gone, met_by=None, at=NOW)
    before = dict(contents())
    join = joined(support, kept, gone)
    assert Plan.every.get().episode == twice[1] and kept.allocations.filter(end_date=None).count() == 1
    assert Child.every.get(la_child_id="GONE0").joined_into == kept
    undo_join(join=join, reason="Two children after all", by=support, at=NOW)
    after = dict(contents())
    assert {name for name in before if before[name] != after[name]} == set()
    assert PairAnswer.every.get(pair__other=gone).reason == "Two children after all"


def test_an_unborn_record_becomes_the_child_that_was_born(support, family):
    unborn = ChildFactory(unborn=True, family=family)
    born = ChildFactory(birth_date=dt.date(2018, 8, 20), family=family)
    joined(support, unborn, born)
    unborn.refresh_from_db()
    assert (unborn.birth_date, unborn.expected_birth_date, unborn.sex) == (born.birth_date, None, "F")
    assert unborn.given_names == ("" if unborn.family_name else born.given_names)


def test_a_joining_with_itself_is_refused(support, kept):
    with pytest.raises(Refused, match=ITSELF):
        paired(support, kept, kept)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"nhs_number": "9000000009"}, guards.NHS),
        ({"is_restricted": True}, guards.RESTRICTED),
        ({"family": None}, guards.FAMILIES),
    ],
)
def test_what_makes_two_children_of_them_is_refused(support, kept, gone, change, sentence):
    pair = paired(support, kept, gone)
    if "family" in change:
        change = {"family": FamilyFactory()}
    if "is_restricted" in change:
        change |= {"restricted_reason": "Staff", "restricted_by": support, "restricted_at": NOW}
        support = person("STRATEGIC_LEAD")
        RestrictedGrantFactory(child=kept, user=support, until_at=NOW + dt.timedelta(days=3650))
    Child.every.filter(pk=kept.pk).update(**change)
    with pytest.raises(Refused) as refusal:
        join_records(pair=pair, kept=kept, reason="One child", by=support, at=NOW)
    assert [(one.sentence, one.field) for one in refusal.value.problems] == [(sentence, "stays")]


def test_plans_that_share_days_are_refused_with_their_dates(support, kept, gone):
    PlanFactory(child=kept, start_date=dt.date(2016, 1, 4), end_date=dt.date(2016, 9, 5))
    (sentence, field), *others = refused(support, kept, gone)
    assert "from 4 January 2016 to 5 September 2016 and from 5 January 2015" in sentence
    assert field == "stays" and not others


def test_open_requests_of_both_are_refused(support, kept, gone):
    for child in (kept, gone):
        RequestedChildFactory(child=child, enquiry__started_date=dt.date(2018, 4, 3))
    assert (guards.BOTH_ASKED, "stays") in refused(support, kept, gone)


def test_two_in_one_consultation_are_refused(support, kept, gone):
    within = FamilyConsultationFactory(family=kept.family)
    for child in (kept, gone):
        ConsultationFactory(within=within, child=child, requested_child=None, cause="BY_HAND")
    assert refused(support, kept, gone) == [(guards.TOGETHER, "stays")]


def test_what_was_after_a_death_is_refused(support, kept, gone):
    ConferenceChildFactory(child=kept, held_date=dt.date(2018, 5, 14))
    Child.objects.unscoped("test").filter(pk=gone.pk).update(death_date=dt.date(2018, 5, 13))
    ((said, field),) = refused(support, kept, gone)
    assert field == "stays" and "died on 13 May 2018" in said and "held on 14 May 2018" in said


def test_what_lies_ahead_after_a_death_is_refused(support, kept, gone):
    Child.objects.unscoped("test").filter(pk=gone.pk).update(death_date=dt.date(2018, 5, 13))
    RequestedChildFactory(child=kept, enquiry__started_date=dt.date(2018, 4, 3))
    ((said, _),) = refused(support, gone, kept)
    assert "died on 13 May 2018" in said and "open request" in said


def test_one_enquiry_that_both_have_is_refused(support, kept, gone):
    EnquiryFactory(child=kept, started_date=gone.enquiries.get().started_date)
    assert "enquiries that began" in refused(support, kept, gone)[0][0]


@pytest.mark.parametrize("stays", ["BORN", "DIED"])
def test_a_child_who_died_by_one_record_was_not_born_later_by_the_other(support, family, stays):
    died = ChildFactory(family=family, birth_date=dt.date(2010, 1, 4), death_date=dt.date(2012, 1, 4))
    born = ChildFactory(family=family, birth_date=dt.date(2016, 1, 4))
    kept, gone = (born, died) if stays == "BORN" else (died, born)
    (said,) = refused(support, kept, gone)
    words = guards.DIED_UNBORN.format(died="4 January 2012", born="4 January 2016")
    assert said == (words, "stays")


def test_a_pregnancy_that_ended_is_no_child_who_was_born_later(support, family):
    lost = {"expected_birth_date": dt.date(2018, 1, 4), "death_date": dt.date(2017, 12, 1)}
    unborn = ChildFactory(family=family, unborn=True, **lost)
    born = ChildFactory(family=family, birth_date=dt.date(2018, 1, 4))
    assert [field for _, field in refused(support, unborn, born)] == ["stays"]


def test_no_disability_beside_one_is_put_right_first(support, family):
    kept, gone = (ChildFactory(family=family) for _ in range(2))
    ChildDisabilityFactory(child=kept, code="NONE")
    ChildDisabilityFactory(child=gone, code="HEAR")
    assert refused(support, kept, gone) == [(guards.DISABILITY, "stays")]
    gone.disabilities.update(code="NONE")
    assert joined(support, kept, gone)


def test_a_request_of_both_cannot_be_divided(support, kept, gone):
    join = joined(support, kept, gone)
    asked = RequestedChildFactory(
        child=kept,
        enquiry__started_date=dt.date(2018, 4, 3),
        history_checked_at=NOW + dt.timedelta(hours=1),
    )
    EarlierPlan.every.create(requested_child=asked, found_in="OWN", plan=Plan.every.get())
    with pytest.raises(Refused, match="stands on both of them: the request of"):
        undo_join(join=join, reason="Two children", by=support, at=NOW)


def test_a_review_of_a_plan_that_came_along_cannot_be_divided(support, kept, gone):
    join = joined(support, kept, gone)
    plan = Plan.every.get()
    asked_at = dt.datetime.combine(plan.start_date, dt.time(12), tzinfo=dt.UTC)
    review = {"kind": "REVIEW", "enquiry": None, "plan": plan, "request__requested_at": asked_at}
    RequestedChildFactory(child=kept, **review)
    with pytest.raises(Refused, match="requested child"):
        undo_join(join=join, reason="Two children", by=support, at=NOW)


def test_the_last_joining_is_undone_first_and_once(support, family, kept, gone):
    first = joined(support, kept, gone)
    second = joined(support, kept, ChildFactory(family=family, birth_date=dt.date(2012, 5, 5)))
    with pytest.raises(Refused, match=LATER):
        undo_join(join=first, reason="Two", by=support, at=NOW)
    undo_join(join=second, reason="Two", by=support, at=NOW)
    with pytest.raises(Refused, match=UNDONE):
        undo_join(join=second, reason="Two", by=support, at=NOW)


def test_what_was_changed_since_stays_as_it_was_changed(support, kept, gone):
    join = joined(support, kept, gone)
    Child.every.filter(pk=kept.pk).update(former_upn="", ethnicity="MOTH")
    undo_join(join=join, reason="Two", by=support, at=NOW)
    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.former_upn, kept.ethnicity, kept.nhs_number) == ("", "MOTH", "")
    assert gone.nhs_number == "9434765919"


def test_a_birth_that_was_corrected_since_stays(support, family, gone):
    unborn = ChildFactory(unborn=True, expected_birth_date=dt.date(2018, 6, 1), family=family)
    join = joined(support, unborn, gone)
    Child.every.filter(pk=unborn.pk).update(birth_date=dt.date(2012, 5, 6))
    undo_join(join=join, reason="Two", by=support, at=NOW)
    unborn.refresh_from_db()
    assert (unborn.birth_date, unborn.expected_birth_date) == (dt.date(2012, 5, 6), None)


def test_a_number_that_another_child_has_by_now_does_not_come_back(support, kept, gone, family):
    join = joined(support, kept, gone)
    Child.every.filter(pk=kept.pk).update(nhs_number="")
    ChildFactory(nhs_number="9434765919", family=family)
    with pytest.raises(Refused, match="Another child has the NHS number"):
        undo_join(join=join, reason="Two", by=support, at=NOW)


def test_what_was_taken_away_since_stays_away(support, kept, gone):
    day = dt.date(2014, 1, 6)
    NeedEpisodeFactory(child=kept, referral_date=day)
    spell = NeedEpisodeFactory(child=gone, referral_date=day)
    plan = ChildInNeedPlanFactory(child=gone, episode=spell, start_date=day, end_date=dt.date(2014, 3, 3))
    join = joined(support, kept, gone)
    plan.delete()
    assert undo_join(join=join, reason="Two", by=support, at=NOW).undone_at


def test_what_happened_since_and_ends_the_plan_of_the_other_record_cannot_be_divided(support, kept, gone):
    plan = PlanFactory(child=gone, start_date=dt.date(2018, 1, 8))
    join = joined(support, kept, gone)
    PlanEndingFactory(plan=plan, event=LifeEventFactory(child=kept))
    with pytest.raises(Refused, match="by which a plan ends"):
        undo_join(join=join, reason="Two", by=support, at=NOW)


def test_same_counts_for_the_check_at_once_and_different_silences_a_number(support, kept):
    earlier = PlanFactory(start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1)).child
    asked = RequestedChildFactory(child=kept)
    pair = paired(support, kept, earlier)
    answer(pair=pair, answer=PairAnswerCode.SAME, reason="Same mother", by=support, at=NOW)
    assert asked.earlier_plans.get().found_in == "OTHER_RECORD" and asked.consultation


def test_only_those_with_the_right_and_both_records_in_scope_judge(kept, gone):
    pair = ChildPair.every.create(one=kept, other=gone, facts="", found_at=NOW)
    for role, status in (("SOCIAL_WORKER", FORBIDDEN), ("TEAM_MANAGER", NOT_FOUND), ("CHAIR", FORBIDDEN)):
        team = TeamFactory()
        AllocationFactory(child=kept, team=team)
        with pytest.raises(Refused) as refusal:
            answer(pair=pair, answer=PairAnswerCode.SAME, reason="Yes", by=person(role, team=team), at=NOW)
        assert refusal.value.status == status
        kept.allocations.all().delete()
    assert not PairAnswer.every.exists() and not RecordJoin.every.exists()


def test_a_joining_moves_what_was_told_and_nothing_else_of_it_changes(support, kept, gone):
    told = apps.get_model("conferences", "DayTold")
    trigger = {one.name for one in told._meta.triggers}
    assert trigger >= {"daytold_never_gone", "daytold_never_changed"}
    assert isinstance(told._meta.get_field("child"), models.ForeignKey)


def test_figures_count_the_child_once(support, kept, gone):
    PlanFactory(child=kept, start_date=dt.date(2018, 4, 10), end_date=None, end_reason="")
    before = count("repeat_plans", "1 Apr 2018", "30 Apr 2018")
    join = joined(support, kept, gone)
    after = count("repeat_plans", "1 Apr 2018", "30 Apr 2018")
    assert (before.numerator, after.numerator) == (0, 1) and before.denominator == after.denominator == 1
    undo_join(join=join, reason="Two", by=support, at=NOW)
    assert count("repeat_plans", "1 Apr 2018", "30 Apr 2018").numerator == 0


def test_plans_elsewhere_go_along(support, kept, gone):
    PlanElsewhereFactory(child=gone)
    joined(support, kept, gone)
    assert kept.plans_elsewhere.count() == 1
