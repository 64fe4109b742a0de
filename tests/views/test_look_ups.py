"""What became of it, before the Lead: the list in its parts, seen by whom, and where else it stands."""

import datetime as dt

import pytest
from django.urls import reverse

from conferences.models import LookUp
from conferences.operations.look_ups import look_up
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    LookUpFactory,
    NeedEpisodeFactory,
    PlanFactory,
    RequestedChildFactory,
    RequestFactory,
)
from tests.golive import live_from
from tests.views.pages import text

pytestmark = pytest.mark.django_db
D = dt.date
ENDED = D(2018, 5, 4)
LATER = dt.datetime(2018, 8, 4, 9, tzinfo=dt.UTC)
NEED = {"kind": "REFERRAL", "day": "2018-06-01", "until": None, "what": "", "source": "RECORDED"}
REFERRED = {"found": "REFERRAL", "told": [{**NEED, "table": "needepisode", "row": 1}]}


@pytest.fixture
def lead(client):
    user = person("STRATEGIC_LEAD")
    client.force_login(user)
    live_from(D(2017, 1, 2))
    return user


def page(client, part=""):
    return text(client.get(reverse("look_ups") + (f"?part={part}" if part else "")))


def after_plan(child=None, **of):
    plan = PlanFactory(child=child or ChildFactory(), start_date=D(2017, 5, 1), end_date=ENDED)
    return LookUpFactory(plan=plan, **of)


def test_what_weighs_more_is_read_first_and_the_rest_is_a_click_away(client, lead):
    quiet, grave, away = after_plan(), after_plan(**REFERRED), after_plan(found="NOT_KNOWN", not_known="AWAY")
    shown = page(client)
    assert grave.child.la_child_id in shown and "Referred again" in shown
    assert quiet.child.la_child_id not in shown and away.child.la_child_id not in shown
    assert quiet.child.la_child_id in page(client, "quiet")
    assert "the child moved away" in page(client, "unknown")


def test_an_empty_part_says_so(client, lead):
    assert "None." in page(client)


def test_what_the_record_says_today_stands_beside_what_was_found(client, lead):
    one = after_plan()
    NeedEpisodeFactory(child=one.child, referral_date=D(2018, 7, 1))
    shown = page(client, "quiet")
    assert "Nothing is recorded since." in shown
    assert "The record was corrected since. It tells today: Referred again on 1 July 2018." in shown


def test_a_corrected_end_is_counted_from_the_day_that_stands(client, lead):
    one = after_plan()
    type(one.plan).objects.filter(pk=one.plan_id).update(end_date=D(2018, 4, 4))
    NeedEpisodeFactory(child=one.child, referral_date=D(2018, 4, 20))
    shown = page(client, "quiet")
    assert "The end of the plan was corrected since, to 4 April 2018." in shown
    assert "It tells today: Referred again on 20 April 2018." in shown


def test_those_on_the_page_are_marked_as_seen_and_no_others(client, lead):
    first, second = after_plan(), after_plan()
    sent = {"ref": [first.ref, "nothing"], "part": "quiet"}
    answer = client.post(reverse("look_ups_seen"), sent, follow=True)
    assert "1 look-up marked as seen." in text(answer)
    seen = LookUp.objects.unscoped("test").exclude(seen_at=None)
    assert [(one.pk, one.seen_by) for one in seen] == [(first.pk, lead)]
    shown = page(client, "seen")
    assert f"Seen by {lead.full_name}" in shown and second.child.la_child_id not in shown
    again = client.post(reverse("look_ups_seen"), {"ref": [first.ref], "part": "quiet"}, follow=True)
    assert "Somebody else had marked these as seen already." in text(again)


def test_a_record_out_of_sight_is_neither_shown_nor_counted_nor_marked(client, lead):
    hidden = after_plan(child=ChildFactory(restricted=True), **REFERRED)
    barred = after_plan(**REFERRED)
    BarFactory(user=lead, family=barred.child.family)
    shown = page(client)
    assert "(0)" in shown and hidden.child.la_child_id not in shown
    assert barred.child.la_child_id not in shown
    assert "nobody has seen yet" not in text(client.get(reverse("my_work")))
    client.post(reverse("look_ups_seen"), {"ref": [hidden.ref, barred.ref]})
    assert not LookUp.objects.unscoped("test").exclude(seen_at=None).exists()


@pytest.mark.parametrize("role", ["CHAIR", "SOCIAL_WORKER", "TEAM_MANAGER", "MANAGER", "BUSINESS_SUPPORT"])
def test_only_whoever_decides_consultations_has_the_list(client, role):
    client.force_login(person(role))
    assert client.get(reverse("look_ups")).status_code == 403
    assert client.post(reverse("look_ups_seen"), {"ref": []}).status_code == 403
    assert reverse("look_ups") not in client.get(reverse("my_work")).content.decode()


def test_my_work_and_the_list_of_decisions_lead_to_it(client, lead):
    after_plan()
    words = "What became of it: 1 look-up nobody has seen yet"
    assert words in text(client.get(reverse("my_work")))
    assert words in text(client.get(reverse("consultations")))


# ----- Where else it stands ---------------------------------------------------------------------------------


def decided_and_looked_up(*, withdrawn=False):
    gone = {"state": "WITHDRAWN", "withdrawn_by": person("CHAIR"), "withdrawn_at": LATER}
    gone |= {"withdrawn_reason": "Not needed."}
    request = RequestFactory(**(gone if withdrawn else {}))
    asked = RequestedChildFactory(request=request, child__family=request.family)
    one = ConsultationFactory(requested_child=asked, state="ASKED")
    ConsultationAnswerFactory(consultation=one, answered_at=dt.datetime(2018, 5, 4, 9, tzinfo=dt.UTC))
    look_up(at=LATER)
    return one


def test_it_stands_on_the_page_of_the_consultation_with_the_next_day(client, lead):
    one = decided_and_looked_up()
    shown = text(client.get(reverse("consultation", args=[one.within.ref])))
    assert "3 months after the decision of 4 May 2018" in shown
    assert "A conference was asked for on 9 April 2018, and was not held yet." in shown


def test_it_stands_on_the_child_s_timeline_and_on_the_family_s(client, lead):
    one = decided_and_looked_up()
    for address in (
        reverse("child_timeline", args=[one.child.ref]),
        reverse("family_timeline", args=[one.child.family.ref]),
    ):
        shown = text(client.get(address))
        assert "Looked up, 3 months after the decision of 4 May 2018" in shown


def test_it_stands_in_the_facts_of_the_next_consultation(client, lead):
    one = decided_and_looked_up(withdrawn=True)
    plan = PlanFactory(child=one.child, start_date=D(2016, 5, 1), end_date=D(2017, 5, 1))
    LookUpFactory(plan=plan, since_date=D(2017, 5, 1), due_date=D(2017, 8, 1), **REFERRED)
    asked = RequestedChildFactory(child=one.child, due_date=D(2018, 12, 3))
    following = ConsultationFactory(requested_child=asked)
    shown = text(client.get(reverse("consultation", args=[following.within.ref])))
    assert "3 months after the decision of 4 May 2018: Nothing is recorded since." in shown
    assert "3 months after the plan ended on 1 May 2017: Referred again on 1 June 2018." in shown
    assert "3 months after: referred again" in shown


def test_more_look_ups_ask_no_more_queries(client, lead, django_assert_max_num_queries):
    def asked():
        with django_assert_max_num_queries(24) as queries:
            client.get(reverse("look_ups") + "?part=quiet")
        return len(queries)

    after_plan()
    asked()
    once = asked()
    for _ in range(5):
        after_plan()
    assert asked() == once
