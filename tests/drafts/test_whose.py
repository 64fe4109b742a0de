"""A draft is its writer's alone, and only while the writer may see every child it may be about."""

import datetime as dt
import logging

import pytest
from django.test import Client
from django.urls import reverse

from safeguarding.clock import now
from safeguarding.drafts.queries import drafts_at, unsaved
from safeguarding.drafts.sheets import Place
from safeguarding.labelled import values
from safeguarding.models import Draft, ReadLog
from safeguarding.rights import Role
from tests.cast import person
from tests.drafts.browser import Window
from tests.factories import (
    AllocationFactory,
    BarFactory,
    ChildFactory,
    DraftFactory,
    RestrictedGrantFactory,
    TeamFactory,
)
from tests.guards.source import Module, imports, modules, parse

TEXT = "Zqcanary said that Zqcanary was afraid."


@pytest.fixture
def kept(window, child):
    """The chair's draft on the child's form."""
    window.type(words=TEXT).autosave()
    return Draft.objects.get()


def opened(user, window):
    client = Client()
    client.force_login(user)
    return Window(client, window.path)


@pytest.mark.parametrize("role", values(Role))
def test_nobody_else_reads_it(window, kept, role):
    other = opened(person(role), window)
    listed = other.client.get(reverse("own_drafts")).content.decode()
    assert "Zqcanary" not in other.text + listed and "Invented note" not in listed
    for name in ("draft", "draft_form", "draft_discard"):
        assert other.client.get(reverse(name, args=[kept.pk])).status_code == 404
    assert other.client.post(reverse("draft_discard", args=[kept.pk])).status_code == 404
    assert Draft.objects.filter(pk=kept.pk).exists()


def test_its_writer_finds_it_in_the_list_without_its_words(window, kept):
    page = window.client.get(reverse("own_drafts")).content.decode()
    assert "Invented note" in page and "31 October 2018" in page
    assert "Zqcanary" not in page and Draft.objects.get().subject not in page
    onward = window.client.get(reverse("draft_form", args=[kept.pk]))
    assert onward.headers["Location"] == window.path


def test_its_writer_reads_it_where_the_form_takes_it_no_more(window, kept, child):
    before = ReadLog.objects.count()
    assert TEXT in window.client.get(reverse("draft", args=[kept.pk])).content.decode()
    assert ReadLog.objects.count() == before + 1


def test_its_writer_may_discard_it(window, kept):
    address = reverse("draft_discard", args=[kept.pk])
    assert "Zqcanary" not in window.client.get(address).content.decode()
    assert window.client.post(address).headers["Location"] == reverse("own_drafts")
    assert not Draft.objects.exists()


def barred(child, user):
    BarFactory(user=user, family=child.family)


def restricted(child, user):
    type(child).objects.filter(pk=child.pk).update(
        is_restricted=True, restricted_reason="x", restricted_by=user, restricted_at=now()
    )


@pytest.mark.parametrize("hide", [barred, restricted])
def test_it_is_not_shown_once_its_child_is_hidden(window, kept, child, chair, hide):
    hide(child, chair)
    assert unsaved(chair) == [] and drafts_at(chair, Place(kept.form, kept.subject)) == []
    assert window.client.get(window.path).status_code == 404
    assert "Invented note" not in window.client.get(reverse("own_drafts")).content.decode()


def test_it_is_not_shown_to_a_worker_whose_child_moved_to_another_team(clock, child):
    team = TeamFactory()
    worker = person("SOCIAL_WORKER", team=team)
    held = AllocationFactory(child=child, team=team)
    DraftFactory(owner=worker, children=[child.pk])
    assert len(unsaved(worker)) == 1
    type(held).objects.unscoped("test").filter(pk=held.pk).update(end_date=dt.date(2018, 9, 30))
    assert unsaved(worker) == []


def test_it_is_not_shown_where_one_of_several_children_is_hidden(chair):
    seen, hidden = ChildFactory(), ChildFactory(restricted=True)
    DraftFactory(owner=chair, children=[seen.pk, hidden.pk])
    assert unsaved(chair) == []


def test_a_hidden_draft_is_there_again_when_the_child_may_be_seen(window, kept, child, chair):
    restricted(child, chair)
    assert unsaved(chair) == []
    RestrictedGrantFactory(child=child, user=chair, granted_at=now(), until_at=now() + dt.timedelta(hours=1))
    assert Window(window.client, window.path).fields["words"] == TEXT


def test_who_governs_a_restricted_child_keeps_drafts_about_its_access_alone(clock):
    lead, child = person("STRATEGIC_LEAD"), ChildFactory(restricted=True)
    DraftFactory(owner=lead, children=[child.pk], title="Why it is restricted", is_governing=True)
    DraftFactory(owner=lead, children=[child.pk], title="Record", is_governing=False)
    assert [draft.title for draft in unsaved(lead)] == ["Why it is restricted"]
    BarFactory(user=lead, family=child.family)
    assert unsaved(lead) == []


def test_a_draft_that_is_shown_is_a_look_at_each_of_its_children(window, kept, child):
    sibling = ChildFactory(family=child.family)
    Draft.objects.update(children=[child.pk, sibling.pk])
    before = ReadLog.objects.count()
    Window(window.client, window.path)
    looks = ReadLog.objects.order_by("id")[before:]
    assert {look.child_id for look in looks} == {child.pk, sibling.pk}


def test_keeping_is_no_look_and_writes_no_word_into_the_log(window, child, caplog):
    before = ReadLog.objects.count()
    with caplog.at_level(logging.DEBUG):
        window.type(words=TEXT).autosave()
    assert ReadLog.objects.count() == before
    ours = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert not [record for record in ours if "Zqcanary" in str(record.__dict__)]


# Who may know the table: what keeps and reads drafts, and what types them.
MAY_KNOW = (
    "safeguarding.drafts",
    "safeguarding.models",
    "safeguarding.pagekit.drafts",
    "safeguarding.pages.own_drafts",
)


def knows_drafts(module: Module) -> bool:
    known = "safeguarding.models.Draft" in imports(module, for_types=True)
    return known and not module.name.startswith(MAY_KNOW)


def test_nothing_else_reads_the_table():
    found = [module.name for module in modules() if knows_drafts(module)]
    assert found == [], "Ask safeguarding.drafts.queries for the owner's own drafts."


def test_a_planted_reader_of_the_table_is_found():
    assert knows_drafts(parse("conferences.views.x", "from safeguarding.models import Draft"))
