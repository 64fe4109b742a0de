"""The pages that say who may see whom, who has viewed which record, and who may do what."""

import datetime as dt
import html

import pytest
from django.urls import reverse

from conferences import urls
from safeguarding.access import scope
from safeguarding.clock import today
from safeguarding.models import Bar, Child, Household, HouseholdMember, Person, ReadLog, RestrictedGrant
from safeguarding.pages.viewed import PAGES
from safeguarding.rights import Permission
from safeguarding.workingdays import add_days
from tests.accounts.people import freshly
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    HouseholdFactory,
    HouseholdMemberFactory,
    PersonFactory,
    ReadLogFactory,
    RelationshipFactory,
    RestrictedGrantFactory,
)
from tests.pagekit.page import tree, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(client):
    lead = person("STRATEGIC_LEAD")
    freshly(client, lead)
    return lead


def text(response):
    return response.content.decode()


def date_parts(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def test_a_lead_restricts_names_and_ends(client, lead):
    child, chair = ChildFactory(), person("CHAIR")
    client.post(reverse("child_restrict", args=[child.ref]), {"reason": "Relative of staff"})
    until = date_parts("until", add_days(today(), 30))
    data = {"user": chair.pk, "reason": "Chairs it", **until}
    page = client.post(reverse("child_grant", args=[child.ref]), data, follow=True)
    assert f"{chair.full_name} can see this record" in text(page)
    grant = RestrictedGrant.objects.get()
    client.post(reverse("child_grant_end", args=[child.ref, grant.pk]))
    grant.refresh_from_db()
    assert grant.ended_by == lead


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(client, lead):
    child = ChildFactory(restricted=True)
    data = {"user": person("CHAIR").pk, "reason": "Chairs it", **date_parts("until", dt.date(2099, 1, 1))}
    page = text(client.post(reverse("child_grant", args=[child.ref]), data))
    assert "govuk-error-summary" in page and "90 days from today" in page and "Chairs it" in page


def test_the_page_of_access_shows_a_number_and_no_name(client, lead):
    child = ChildFactory(restricted=True, given_names="Canary", family_name="Tokenson")
    page = text(client.get(reverse("child_access", args=[child.ref])))
    assert child.la_child_id in page and "Canary" not in page and "Tokenson" not in page


def test_a_barred_lead_does_not_govern_the_family(client, lead):
    child = BarFactory(user=lead, family=ChildFactory(restricted=True).family).family.children.first()
    assert client.get(reverse("child_access", args=[child.ref])).status_code == 404
    assert child.la_child_id not in text(client.get(reverse("restricted")))


def test_opening_a_record_again_asks_for_the_password_after_a_while(client):
    client.force_login(person("STRATEGIC_LEAD"))
    response = client.get(reverse("child_unrestrict", args=[ChildFactory(restricted=True).ref]))
    assert response.url.startswith(reverse("account_reauthenticate"))


def test_a_bar_is_made_and_lifted_by_number(client, lead):
    child, chair = ChildFactory(), person("CHAIR")
    data = {"user": chair.pk, "number": child.la_child_id, "reason": "A neighbour"}
    assert "can no longer see this family" in text(client.post(reverse("bar_add"), data, follow=True))
    bar = Bar.objects.get()
    client.post(reverse("bar_lift", args=[bar.pk]), {"reason": "MISTAKE"})
    bar.refresh_from_db()
    assert bar.lifted_by == lead


def test_an_unknown_number_is_said_so(client, lead):
    data = {"user": person("CHAIR").pk, "number": "NOSUCH", "reason": "A neighbour"}
    assert "No record with this number" in text(client.post(reverse("bar_add"), data))


def test_information_governance_reads_who_viewed_and_no_record(client):
    officer, chair = person("INFORMATION_GOVERNANCE"), person("CHAIR", team=None)
    child = ChildFactory(given_names="Canary")
    ReadLogFactory(child=child, user=chair, view_name="child")
    freshly(client, officer)
    page = text(client.post(reverse("viewed"), {"number": child.la_child_id}, follow=True))
    assert chair.full_name in page and "The record" in page and "Canary" not in page
    assert ReadLog.objects.filter(child=child, user=officer, view_name="child_viewed").exists()


def test_a_number_that_may_not_be_asked_answers_like_one_that_is_not(client):
    officer = person("INFORMATION_GOVERNANCE")
    child = BarFactory(user=officer, family=ChildFactory().family).family.children.first()
    freshly(client, officer)
    pages = [text(client.post(reverse("viewed"), {"number": n})) for n in (child.la_child_id, "NOSUCH")]
    assert all("No record with this number" in page for page in pages)


def test_what_i_viewed_hides_what_i_may_no_longer_see(client):
    chair = person("CHAIR")
    ReadLogFactory(user=chair, child=ChildFactory(given_names="Amber", family_name="Shown"))
    ReadLogFactory(user=chair, child=ChildFactory(restricted=True, given_names="Hidden"))
    client.force_login(chair)
    page = text(client.get(reverse("viewed_by_me")))
    assert "Amber Shown" in page and "Hidden" not in page and "A record you may not see" in page


def test_reading_what_i_viewed_is_left_out_of_it(client):
    chair = person("CHAIR")
    ReadLogFactory(user=chair)
    client.force_login(chair)
    client.get(reverse("viewed_by_me"))
    assert ReadLog.objects.filter(view_name="viewed_by_me").count() == 1
    assert text(client.get(reverse("viewed_by_me"))).count("<tr") == 2


def test_what_i_viewed_makes_a_fixed_number_of_queries(client, django_assert_max_num_queries):
    chair = person("CHAIR")
    ReadLogFactory.create_batch(50, user=chair)
    client.force_login(chair)
    with django_assert_max_num_queries(10):
        client.get(reverse("viewed_by_me"))


def test_everybody_may_read_the_table_of_rights(client):
    client.force_login(person("REVIEWER"))
    page = html.unescape(text(client.get(reverse("rights"))))
    assert [right.code for right in Permission if right.sentence not in page] == []
    assert Permission.WITHDRAW_REQUEST.sentence in page


def test_the_table_of_rights_names_the_roles_and_first_says_what_oneself_may_do(client):
    client.force_login(person("INFORMATION_GOVERNANCE"))
    page = tree(text(client.get(reverse("rights"))))
    who = {words(row[0]): words(row[1]) for row in page.xpath("//table/tbody/tr")}
    assert who[Permission.MY_WORK.sentence] == "Everyone"
    assert who[Permission.BAR_PERSON.sentence] == "Strategic Lead and information governance"
    own = [words(line) for line in page.xpath("//main//ul/li")]
    assert Permission.BAR_PERSON.sentence in own and Permission.SCHEDULE.sentence not in own


# ----- Grown-ups and homes known only through a child one may not see ---------------------------------


def test_a_carer_of_a_restricted_child_alone_is_hidden_from_who_sees_the_sibling():
    sibling = ChildFactory()
    hidden = ChildFactory(restricted=True, family=sibling.family)
    carer = RelationshipFactory(child=hidden, kind="FOSTER_CARER").person
    mother = RelationshipFactory(child=sibling).person
    RelationshipFactory(child=hidden, person=mother)
    apart = PersonFactory(family=sibling.family)
    seen = set(scope(person("CHAIR"), Person))
    assert seen == {mother, apart} and carer not in seen


def test_the_home_of_a_restricted_child_is_hidden_with_everybody_in_it():
    sibling = ChildFactory()
    hidden = ChildFactory(restricted=True, family=sibling.family)
    secret = HouseholdMemberFactory(child=hidden).household
    HouseholdMemberFactory(household=secret, child=None, person=PersonFactory(family=sibling.family))
    shared = HouseholdMemberFactory(child=sibling).household
    HouseholdMemberFactory(household=shared, child=hidden)
    empty = HouseholdFactory(family=sibling.family)
    chair = person("CHAIR")
    assert set(scope(chair, Household)) == {shared, empty}
    assert [member.child for member in scope(chair, HouseholdMember)] == [sibling]


def test_a_named_person_sees_the_carer_and_the_home():
    hidden = ChildFactory(restricted=True)
    chair = RestrictedGrantFactory(child=hidden, user=person("CHAIR")).user
    carer = RelationshipFactory(child=hidden).person
    home = HouseholdMemberFactory(child=hidden).household
    assert set(scope(chair, Person)) == {carer} and set(scope(chair, Household)) == {home}
    assert set(scope(chair, Child)) == {hidden}


# Pages of figures and files alone, which tell of no child.
WITHOUT_CHILDREN = [
    "measures",
    "measure",
    "measures_public",
    "measures_agencies",
    "measures_agencies_csv",
    "measures_became",
    "measures_became_csv",
    "import_census",
    "import_progress",
    "import_ask",
    "own_diary_feed",
    "own_diary_feed_make",
    "own_diary_feed_end",
    "service",
    "message_again",
    "messages_again",
    # How much there is to hand on, in numbers.
    "user_off",
    "user_further_end",
    "user_role",
    "account_change",
    "calibration",
    "calibration_csv",
    "thresholds",
    "threshold_new",
    "threshold_end",
    # Nothing here is about a child.
    "learning",
    "learning_new",
    "learning_change",
    "learning_trial",
    "learning_decide",
    "learning_review",
    "learning_move",
    "learning_stop",
    "learning_heard",
    "learning_heard_new",
    "learning_heard_answer",
    "learning_committee",
    "learning_committee_csv",
    "letter_words",
    "letter_words_change",
    "letter_words_of",
    "letter_words_part",
    "letter_words_pdf",
    "letter_words_preview",
    "feedback",
    "feedback_code",
    "feedback_form",
    "feedback_group",
    "feedback_language",
    "feedback_language_seen",
    "feedback_languages",
    "feedback_offer_change",
    "feedback_offered",
    "feedback_slips",
    "feedback_thanks",
    "feedback_words",
    "report_give",
    "report_sent",
]


def test_the_log_calls_every_page_by_the_field_s_words():
    names = {page.name for page in urls.urlpatterns} - set(WITHOUT_CHILDREN)
    assert sorted(names - PAGES.keys()) == [], "Name the page in safeguarding/pages/viewed.py (PAGES)."
