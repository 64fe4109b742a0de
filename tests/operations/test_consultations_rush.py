"""Fifty who decide at once: one decision, and everybody else is told."""

import threading

import pytest
from django.db import connection

from conferences.models import ConsultationAnswer
from conferences.operations.consultations_deciding import ChildAnswer, decide
from conferences.rules.consultations import Answer
from safeguarding.refusals import Refused
from tests.cast import person
from tests.factories import NOON, ConsultationFactory

DECIDERS, HANDS = 50, 8
pytestmark = pytest.mark.django_db(transaction=True)


def rush(one, leads, told):
    said = ChildAnswer(Answer.AGREE, "The harm has come back.")
    try:
        for lead in leads:
            try:
                decide(consultations=[one], answers={one.pk: said}, by=lead, at=NOON)
                told.append("")
            except Refused as refused:
                told.append(refused.sentence)
    finally:
        connection.close()


def test_fifty_deciders_at_once_make_one_decision():
    one = ConsultationFactory(state="ASKED")
    leads, told = [person("STRATEGIC_LEAD") for _ in range(DECIDERS)], []
    hands = [threading.Thread(target=rush, args=(one, leads[at::HANDS], told)) for at in range(HANDS)]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert len(told) == DECIDERS and told.count("") == 1
    assert {said for said in told if said} == {
        "This is decided already. Read that decision; to replace it, say why."
    }
    assert ConsultationAnswer.objects.unscoped("test").count() == 1
