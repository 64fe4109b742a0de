"""A second opinion: drawn as it is decided, asked of whoever can give it, given once, changing nothing."""

import datetime as dt
import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from conferences.models import Consultation, Duty, SecondOpinion, SecondOpinionReason
from conferences.operations import consultations_second as operations
from conferences.operations.consultations_after import record_dissent
from conferences.operations.consultations_deciding import ChildAnswer, decide
from conferences.operations.consultations_second import Opinion
from conferences.operations.consultations_second_reader import ask_others
from conferences.operations.duties import scan
from conferences.queries.consultations_second import kept_from, knowing, to_give
from conferences.queries.duties_list import my_work
from conferences.rules.consultations import Answer
from conferences.rules.consultations_second import lot
from conferences.rules.deadlines import Code
from safeguarding.models import PolicySetting
from safeguarding.refusals import FORBIDDEN, NOT_FOUND, Refused
from tests.cast import person
from tests.factories import (
    BookingFactory,
    ConsultationAnswerFactory,
    ConsultationConditionFactory,
    ConsultationFactory,
    RestrictedGrantFactory,
    SecondOpinionFactory,
    ThresholdStatementFactory,
)
from tests.operations.asking import AT, ON

pytestmark = pytest.mark.django_db
SAID = Opinion(Answer.ANOTHER_WAY, " The invented uncle would hold it. ", knew=False)
AGREE = ChildAnswer(Answer.AGREE, "The harm has come back.")


def share(percent, on=dt.date(2018, 4, 1)):
    row = {"key": "SECOND_OPINION_SHARE_PERCENT", "value": str(percent), "effective_date": on}
    PolicySetting.objects.create(**row, set_by=person("SYSTEM_ADMINISTRATOR"), reason="Test", set_at=AT)


def seconds():
    return SecondOpinion.objects.unscoped("test")


def asked(number=1):
    """A family's children who wait for a decision."""
    first = ConsultationFactory(state="ASKED")
    request = first.requested_child.request
    of = {"requested_child__request": request, "requested_child__child__family": request.family}
    return [first, *(ConsultationFactory(state="ASKED", **of) for _ in range(number - 1))]


def decided(*children, by=None, **answers):
    told = {one.pk: AGREE for one in children}
    return decide(consultations=children, answers=told, by=by or person("STRATEGIC_LEAD"), at=AT, **answers)


@pytest.fixture
def drawn(db):
    """A decision that was drawn, with a manager who is asked."""
    share(100)
    manager = person("MANAGER")
    decided(*asked())
    second = seconds().get()
    assert second.reader == manager
    return second


def test_all_are_drawn_or_none_as_it_is_set_on_the_day():
    share(100)
    share(0, ON + dt.timedelta(days=1))
    decided(*asked())
    one = asked()
    decide(
        consultations=one,
        answers={one[0].pk: AGREE},
        by=person("STRATEGIC_LEAD"),
        at=AT + dt.timedelta(days=1),
    )
    assert seconds().count() == 1


def test_one_child_of_an_act_is_drawn_by_a_lot_that_can_be_drawn_again():
    share(100)
    made = decided(*asked(3))
    second = seconds().get()
    again = lot([one.ref for one in made])
    assert second.answer.ref == again.decision and second.lot == again.number
    assert second.share == 100 and second.drawn_at == AT


def test_as_many_are_drawn_as_is_set(monkeypatch):
    """The references are the only chance in it: with their seed fixed, the draws are those of the rule."""
    share(25)
    rows = [decided(*asked(2)) for _ in range(12)]
    wanted = [lot([one.ref for one in made]).number < 25 for made in rows]
    drawn = {one.answer.act for one in seconds().select_related("answer")}
    assert [made[0].act in drawn for made in rows] == wanted


@pytest.mark.parametrize("answer", [Answer.MORE_INFORMATION, Answer.ESCALATE])
def test_a_question_is_not_drawn(answer):
    share(100)
    one = asked()
    more = {"instead": "The school", "wanted_by_date": ON, "to_whom": "The director"}
    said = ChildAnswer(answer, "Not clear yet.", **more)
    decide(consultations=one, answers={one[0].pk: said}, by=person("STRATEGIC_LEAD"), at=AT)
    assert not seconds().exists()


def test_a_decision_that_replaces_another_is_not_drawn(drawn):
    one = drawn.answer.consultation
    decided(one, because="New facts.")
    assert seconds().count() == 1 and drawn.answer.superseded_by is not None


def test_whoever_asked_or_decided_or_disagreed_is_not_asked():
    share(100)
    lead, dissenter = person("STRATEGIC_LEAD"), person("STRATEGIC_LEAD")
    one = asked()
    record_dissent(consultations=one, agency=None, words="No.", by=dissenter, at=AT)
    decided(*one, by=lead)
    assert seconds().get().reader is None
    other = person("STRATEGIC_LEAD")
    assert ask_others(at=AT) == 1 and seconds().get().reader == other
    assert ask_others(at=AT) == 0
    for who in (lead, dissenter, one[0].requested_child.request.requested_by):
        assert not to_give(who).exists()
    assert to_give(other).exists()


@pytest.mark.parametrize("part", ["leads", "meets", "chairs"])
def test_whoever_acts_on_it_knows_it_and_is_not_asked(drawn, part):
    """Who leads the support, meets a condition or chairs the conference needs the decision to do so."""
    acting, one = drawn.reader, drawn.answer.consultation
    if part == "leads":
        other = ConsultationFactory(requested_child__request=one.requested_child.request)
        way = {"way": "NAMED_SUPPORT", "review_date": ON, "instead": "Support.", "act": uuid.uuid4()}
        ConsultationAnswerFactory(consultation=other, answer="ANOTHER_WAY", lead=acting, **way)
    elif part == "meets":
        ConsultationConditionFactory(answer=drawn.answer, owner=acting, owner_words="")
    else:
        booking = BookingFactory(request=one.requested_child.request, chair=acting)
    assert acting.pk in knowing(drawn.answer) and kept_from(acting).filter(pk=drawn.pk).exists()
    assert not to_give(acting).exists()
    person("STRATEGIC_LEAD")
    assert ask_others(at=AT) == 1
    asked_now = seconds().get().reader
    assert asked_now not in (None, acting) and to_give(asked_now).exists()
    if part == "chairs":
        type(booking).every.filter(pk=booking.pk).update(chair=person("CHAIR"))
        assert to_give(acting).exists()


def test_whoever_sees_not_each_child_of_the_family_is_not_asked():
    share(100)
    manager, lead = person("MANAGER"), person("STRATEGIC_LEAD")
    children = asked(2)
    hidden = children[1].child
    type(hidden).every.filter(pk=hidden.pk).update(
        is_restricted=True, restricted_reason="x", restricted_by=lead, restricted_at=AT
    )
    RestrictedGrantFactory(child=hidden, user=lead, granted_at=AT)
    decided(children[0], by=lead)
    assert seconds().get().reader is None and not to_give(manager).exists()
    RestrictedGrantFactory(child=hidden, user=manager, granted_at=AT)
    ask_others(at=AT)
    assert seconds().get().reader == manager


def test_it_is_asked_of_whoever_has_the_fewest_to_give():
    share(100)
    two = {person("MANAGER").pk, person("MANAGER").pk}
    lead = person("STRATEGIC_LEAD")
    for _ in range(4):
        decided(*asked(), by=lead)
    readers = [one.reader_id for one in seconds()]
    assert set(readers) == two and readers.count(readers[0]) == 2


def test_who_left_is_asked_no_more(drawn):
    other = person("MANAGER")
    type(other).objects.filter(pk=drawn.reader_id).update(is_active=False)
    ask_others(at=AT)
    assert seconds().get().reader == other


def test_given_it_is_kept_with_its_reasons_and_changes_nothing(drawn):
    statement = ThresholdStatementFactory()
    before = Consultation.objects.unscoped("test").values().get()
    opinion = Opinion(Answer.ANOTHER_WAY, SAID.words, False, (statement,))
    operations.give_second(second=drawn, opinion=opinion, by=drawn.reader, at=AT)
    given = seconds().get()
    assert given.words == "The invented uncle would hold it." and given.given_by == drawn.reader
    assert SecondOpinionReason.objects.unscoped("test").get().statement == statement
    assert Consultation.objects.unscoped("test").values().get() == before
    assert drawn.answer.consultation.answers.count() == 1


def test_the_same_sent_twice_is_there_once(drawn):
    for _ in range(2):
        operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    other = person("MANAGER")
    with pytest.raises(Refused, match="Somebody has given"):
        operations.give_second(second=drawn, opinion=SAID, by=other, at=AT)
    assert seconds().get().given_by == drawn.reader


def test_what_is_missing_is_said_beside_its_field(drawn):
    with pytest.raises(Refused) as refused:
        operations.give_second(second=drawn, opinion=Opinion(None, " ", None), by=drawn.reader, at=AT)
    assert [one.field for one in refused.value.problems] == ["opinion", "words", "knew"]


def test_the_decider_is_refused_and_so_is_who_sees_not_all(drawn):
    with pytest.raises(Refused) as refused:
        operations.give_second(second=drawn, opinion=SAID, by=drawn.answer.answered_by, at=AT)
    assert refused.value.status == FORBIDDEN
    with pytest.raises(Refused):
        operations.give_second(second=drawn, opinion=SAID, by=person("CHAIR"), at=AT)
    sibling = ConsultationFactory(
        requested_child__request=drawn.answer.consultation.requested_child.request,
        requested_child__child__is_restricted=True,
        requested_child__child__restricted_reason="x",
        requested_child__child__restricted_by=person("STRATEGIC_LEAD"),
        requested_child__child__restricted_at=AT,
    )
    assert sibling.within == drawn.answer.consultation.within
    with pytest.raises(Refused) as refused:
        operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    assert refused.value.status == NOT_FOUND


def test_who_has_a_part_in_it_is_said_alike_both_ways(drawn):
    people = [drawn.reader, drawn.answer.answered_by, drawn.answer.consultation.asked_by]
    for who in people:
        assert kept_from(who).filter(pk=drawn.pk).exists() == (who.pk in knowing(drawn.answer))


def run_sql(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE conferences_secondopinion SET opinion = 'AGREE' WHERE id = %s",
        "UPDATE conferences_secondopinion SET given_at = NULL, given_by_id = NULL, knew = NULL, opinion = '',"
        " words = '' WHERE id = %s",
        "UPDATE conferences_secondopinion SET lot = 1 WHERE id = %s",
        "DELETE FROM conferences_secondopinion WHERE id = %s",
    ],
)
def test_raw_sql_does_not_change_what_was_given(drawn, statement):
    operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    with pytest.raises(IntegrityError, match="secondopinion_stays"):
        run_sql(statement, drawn.pk)


def test_raw_sql_gives_none_for_the_decider(drawn):
    with pytest.raises(IntegrityError, match="secondopinion_not_ones_own"):
        run_sql(
            "UPDATE conferences_secondopinion SET given_by_id = %s, given_at = now(), knew = false,"
            " opinion = 'AGREE', words = 'x' WHERE id = %s",
            drawn.answer.answered_by_id,
            drawn.pk,
        )


def test_raw_sql_draws_no_question_and_no_later_decision(drawn):
    later = decided(drawn.answer.consultation, because="New facts.")[0]
    with pytest.raises(IntegrityError, match="secondopinion_of_a_first_decision"):
        SecondOpinionFactory(answer=later)


# ----- As a duty -------------------------------------------------------------------------------------------


def test_it_is_a_duty_of_whoever_is_asked_by_its_day(drawn):
    scan(on=ON, at=AT)
    duty = Duty.objects.unscoped("test").get(kind=Code.SECOND_OPINION)
    assert duty.owner == drawn.reader and duty.due_date == dt.date(2018, 4, 25)
    assert any(
        line.kind == Code.SECOND_OPINION
        for one in my_work(drawn.reader, on=ON).lists.values()
        for line in one.lines
    )
    operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    duty.refresh_from_db()
    assert duty.closed_because == "MET" and duty.met_by == drawn.reader


def kinds_of(user, on=ON):
    return {line.kind for one in my_work(user, on=on).lists.values() for line in one.lines}


def test_nobody_else_hears_of_it(drawn):
    """Neither whoever decided, however late it is, nor the asker, nor a chair."""
    late = AT + dt.timedelta(days=40)
    scan(on=late.date(), at=late)
    part = drawn.answer.consultation
    others = [drawn.answer.answered_by, part.asked_by, part.requested_child.request.requested_by]
    for who in [*others, person("CHAIR"), person("BUSINESS_SUPPORT")]:
        assert Code.SECOND_OPINION not in kinds_of(who, late.date())
    assert Code.SECOND_OPINION in kinds_of(drawn.reader, late.date())


def test_nobody_who_can_give_it_makes_no_duty():
    share(100)
    decided(*asked())
    scan(on=ON, at=AT)
    assert seconds().get().reader is None
    assert not Duty.objects.unscoped("test").filter(kind=Code.SECOND_OPINION).exists()


# ----- What was said of it ---------------------------------------------------------------------------------


def test_a_difference_is_talked_about_once(drawn):
    operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    said = {"held_date": ON, "words": "The uncle was not known.", "by": drawn.answer.answered_by, "at": AT}
    operations.record_talk(second=drawn, **said)
    with pytest.raises(Refused, match="already"):
        operations.record_talk(second=drawn, **said)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (None, "Enter the day"),
        (ON + dt.timedelta(days=1), "today or earlier"),
        (ON - dt.timedelta(days=1), "before the second opinion"),
    ],
)
def test_its_day_is_one_on_which_it_could_be_talked_about(drawn, day, says):
    operations.give_second(second=drawn, opinion=SAID, by=drawn.reader, at=AT)
    with pytest.raises(Refused, match=says):
        operations.record_talk(second=drawn, held_date=day, words="x", by=drawn.reader, at=AT)


def test_what_agrees_or_was_not_given_is_not_talked_about(drawn):
    say = {"held_date": ON, "words": "x", "by": drawn.reader, "at": AT}
    with pytest.raises(Refused):
        operations.record_talk(second=drawn, **say)
    same = Opinion(Answer.AGREE, "It has come back.", False)
    operations.give_second(second=drawn, opinion=same, by=drawn.reader, at=AT)
    with pytest.raises(Refused, match="nothing to talk about"):
        operations.record_talk(second=drawn, **say)


# ----- At once ---------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_kept():
    share(100)
    people = [person("MANAGER") for _ in range(6)]
    decided(*asked())
    second, told, start = seconds().get(), [], threading.Barrier(len(people))

    def give(who):
        try:
            start.wait()
            words = f"As {uuid.uuid4()} sees it"
            operations.give_second(
                second=second, opinion=Opinion(Answer.ANOTHER_WAY, words, False), by=who, at=AT
            )
            told.append("")
        except Refused as refused:
            told.append(refused.sentence)
        finally:
            connection.close()

    hands = [threading.Thread(target=give, args=(who,)) for who in people]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert told.count("") == 1 and set(told) == {"", operations.GIVEN}
