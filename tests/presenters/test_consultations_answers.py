"""An answer in words, for the consultation and wherever it is told of later."""

import datetime as dt

from conferences.views.presenters import consultations_answers as answers
from tests.factories import ConsultationAnswerFactory, ConsultationConditionFactory, ConsultationFactory
from tests.presenters.made import made, person

ON = dt.date(2018, 4, 11)


def answer(**fields):
    whole = {"consultation": made(ConsultationFactory), "answered_by": person("MANAGER"), "account": None}
    return made(ConsultationAnswerFactory, **(whole | fields))


def test_the_lines_begin_with_what_was_answered_by_whom_and_for_whom():
    told = answers.answer_lines(answer(for_another=person("STRATEGIC_LEAD")))
    assert told[0].startswith("Agree that a conference is held: Sample Manager, for Sample Strategic Lead, ")
    assert told[1] == "The invented harm has come back."


def test_what_must_happen_ends_before_who_does_it():
    one = made(
        ConsultationConditionFactory,
        answer=answer(),
        what="Visit weekly",
        owner=None,
        owner_words="The school",
    )
    assert answers.condition_words(one) == "Visit weekly. The school, by 20 April 2018"


def test_a_condition_is_met_or_withdrawn_with_its_words():
    given = answer()
    met = {"answer": given, "owner": person("SOCIAL_WORKER"), "met_date": ON, "met_words": "Offered."}
    told = answers.condition_line(made(ConsultationConditionFactory, **met))
    assert told.endswith("by 20 April 2018. Met on 11 April 2018. Offered.")
    outside = {"answer": given, "owner": None, "owner_words": "The school", "withdrawn_reason": "Moved."}
    told = answers.condition_line(made(ConsultationConditionFactory, **outside))
    assert told.endswith("The school, by 20 April 2018. Withdrawn: Moved.")


def test_a_replaced_decision_tells_of_its_conditions_where_any_were_open():
    at = dt.datetime(2018, 4, 12, 9, tzinfo=dt.UTC)
    for closed, told in (([], ""), ([None], " 1 open condition went with it."), ([at], "")):
        rows = [made(ConsultationConditionFactory, answer=None, closed_at=day) for day in closed]
        first = answer(conditions=rows)
        later = answer(supersedes=first, answered_at=at)
        first.consultation = made(ConsultationFactory, answers=[first, later])
        taken = f"A later decision took its place on 12 April 2018.{told}"
        assert answers.replaced_lines(first) == [taken]


def test_an_open_condition_of_somebody_who_left_says_where_it_is_due_now():
    gone = person("SOCIAL_WORKER")
    gone.is_active = False
    one = made(ConsultationConditionFactory, answer=answer(), owner=gone)
    told = answers.condition_line(one)
    assert told.endswith(f"{gone.full_name} has left: it is due on My work of whoever has that work now.")
    done = made(ConsultationConditionFactory, answer=answer(), owner=gone, met_date=ON)
    assert "has left" not in answers.condition_line(done)
