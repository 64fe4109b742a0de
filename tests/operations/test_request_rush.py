"""A hundred identical posts at once make one request, and everybody is told where it is."""

import threading

import pytest
from django.db import connection
from django.test import Client

from conferences.models import Consultation, Request, ThinkingTime
from tests.cast import person
from tests.factories import TeamFactory
from tests.views.asking import asked, enquired, family, planned_before, send

# Fewer hands than a process has connections (DATABASE_POOL_SIZE): they meet at the lock, not before it.
POSTS, HANDS = 100, 8
pytestmark = pytest.mark.django_db(transaction=True)


def rush(user, child, data, answers, numbers):
    client = Client()
    client.force_login(user)
    try:
        for _ in numbers:
            answer = send(client, child, data)
            answers.append((answer.status_code, answer.headers.get("Location", "")))
    finally:
        connection.close()


def test_a_hundred_identical_posts_make_one_request():
    team = TeamFactory()
    child, _ = family(team)
    planned_before(child)
    user, data, answers = person("SOCIAL_WORKER", team=team), asked(enquired(child), step="confirm"), []
    hands = [
        threading.Thread(target=rush, args=(user, child, data, answers, range(at, POSTS, HANDS)))
        for at in range(HANDS)
    ]
    [hand.start() for hand in hands]
    [hand.join() for hand in hands]
    assert len(answers) == POSTS
    assert {status for status, _ in answers} == {302} and len({place for _, place in answers}) == 1
    for model in (Request, Consultation, ThinkingTime):
        assert model.objects.unscoped("test").count() == 1
