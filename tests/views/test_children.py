"""Finding a child and reading the record: what each page says, whom it shows, and what it writes down."""

import datetime as dt
import re
from datetime import date

import pytest
from django.urls import reverse

from conferences.models import CoreGroup
from safeguarding.models import ReadLog
from safeguarding.workingdays import add_days
from tests.cast import person
from tests.factories import (
    BarFactory,
    ChildFactory,
    ChildNameFactory,
    PersonFactory,
    PlanFactory,
    RelationshipFactory,
    RestrictedGrantFactory,
    UserFactory,
)
from tests.scenarios import life_of
from tests.views.pages import text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("october_2018")]


def searched(client, **typed):
    return client.post(reverse("find_child"), {"typed": "", **typed}, follow=True)


def record(client, child):
    return client.get(reverse("child", args=[child.ref]))


def test_a_search_leaves_no_word_of_it_in_the_address(client, chair):
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    response = searched(client, typed="Amber Fablethorpe")
    assert "Amber Fablethorpe" in text(response)
    assert "mber" not in str(response.redirect_chain)


def test_going_back_to_the_results_asks_again_without_sending_anything_twice(client, chair):
    response = searched(client, typed="Amber Fablethorpe")
    assert "No children found" in text(response)
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    assert "1 child found" in text(client.get(response.request["PATH_INFO"]))


def test_a_search_of_another_session_is_not_found(client, chair):
    response = searched(client, typed="Amber Fablethorpe")
    client.force_login(person("MANAGER"))
    again = client.get(response.request["PATH_INFO"], follow=True)
    assert "Search again" in text(again)


def test_the_box_keeps_what_was_typed(client, chair):
    response = searched(
        client, typed="Amber Fablethorpe", age="6", born_day="4", born_month="5", born_year="2012"
    )
    for kept in ('value="Amber Fablethorpe"', 'value="6"', 'value="2012"'):
        assert kept in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Enter a name, a number or a date of birth"),
        ({"typed": "a"}, "Enter at least 2 letters of the name"),
        ({"typed": "31/2/2017"}, "31/2/2017 is not a real date"),
        ({"age": "7"}, "Enter a name as well"),
        ({"typed": "Amber", "age": "x"}, "Age must be a whole number from 0 to 25"),
        ({"typed": "Amber", "born_day": "4"}, "Date of birth or expected date must include a month and year"),
        (
            {"typed": "Amber 4/5/2012", "born_day": "5", "born_month": "5", "born_year": "2012"},
            "Enter one date of birth",
        ),
    ],
)
def test_what_cannot_be_searched_for_is_said_by_the_box_and_lists_nobody(client, chair, typed, sentence):
    ChildFactory(given_names="Amber", family_name="Fablethorpe")
    response = searched(client, **typed)
    assert sentence in text(response)
    assert "Fablethorpe" not in text(response)


def test_a_date_in_its_own_boxes_is_enough(client, chair):
    ChildFactory(given_names="Amber", family_name="Fablethorpe", birth_date=date(2012, 5, 4))
    assert "1 child found" in text(searched(client, born_day="4", born_month="5", born_year="2012"))


def test_each_result_says_why_it_was_found(client, chair):
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    ChildNameFactory(child=child, given_names="Jade", family_name="Formerly")
    assert "Found by an earlier name: Jade Formerly" in text(searched(client, typed="Jade Formerly"))
    assert "Spelt or sounds nearly the same" in text(searched(client, typed="Anber Fabelthorp"))
    assert "Found by this number" in text(searched(client, typed=child.la_child_id))


def test_a_result_tells_age_number_family_and_plan(client, chair):
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe", la_child_id="FB77")
    PlanFactory(child=child, start_date=date(2018, 1, 8))
    shown = text(searched(client, typed="Amber Fablethorpe"))
    for words in ("4 May 2012 (6 years old)", "FB77", child.family.name, "On a plan since 8 January 2018"):
        assert words in shown


def test_a_hit_is_written_down_as_seen_in_a_list_and_a_record_as_opened(client, chair):
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    ChildFactory(given_names="Jade", family_name="Zymurgy")
    searched(client, typed="Amber Fablethorpe")
    record(client, child)
    looks = ReadLog.objects.order_by("id").values_list("child_id", "view_name", "kind")
    assert list(looks) == [(child.pk, "find_child_results", "LISTED"), (child.pk, "child", "OPENED")]


def test_only_the_twenty_shown_are_written_down(client, chair):
    ChildFactory.create_batch(30, given_names="Amber", family_name="Fablethorpe")
    response = searched(client, typed="Amber Fablethorpe")
    assert "More than 20 children fit" in text(response)
    assert ReadLog.objects.count() == 20


def test_a_restricted_child_a_barred_family_s_and_a_missing_one_answer_alike(client, chair):
    barred = ChildFactory()
    BarFactory(user=chair, family=barred.family)
    refs = [ChildFactory(restricted=True).ref, barred.ref, "00000000-0000-4000-8000-000000000000"]
    for name in ("child", "child_timeline"):
        answers = {client.get(reverse(name, args=[ref])).content for ref in refs}
        codes = {client.get(reverse(name, args=[ref])).status_code for ref in refs}
        assert (len(answers), codes) == (1, {404})


def test_a_search_for_a_restricted_child_reads_like_one_for_nobody(client, chair):
    ChildFactory(restricted=True, given_names="Amber", family_name="Fablethorpe")
    hidden = searched(client, typed="Amber Fablethorpe").content.decode()
    nobody = searched(client, typed="Ember Fablethorpe").content.decode()
    own = r'name="csrfmiddlewaretoken" value="\w+"'
    assert re.sub(own, "", hidden).replace("Amber", "Ember") == re.sub(own, "", nobody)


def test_a_grant_opens_a_restricted_record_and_says_why(client, chair):
    child = ChildFactory(restricted=True)
    RestrictedGrantFactory(child=child, user=chair, reason="Chairs this child's conference")
    shown = text(record(client, child))
    assert "You can see it because: Chairs this child's conference." in shown
    assert "Restricted" in shown


@pytest.mark.parametrize("role", ["INFORMATION_GOVERNANCE", "SYSTEM_ADMINISTRATOR"])
def test_those_who_read_no_children_are_refused_before_anything_is_looked_up(client, role):
    client.force_login(person(role))
    assert record(client, ChildFactory()).status_code == 403
    assert client.get(reverse("find_child")).status_code == 403


def test_the_record_s_title_names_no_child(client, chair):
    child = ChildFactory(given_names="Amber", family_name="Fablethorpe")
    for response in (record(client, child), client.get(reverse("child_timeline", args=[child.ref]))):
        title = re.search("<title>(.*?)</title>", response.content.decode(), re.S)[1]
        assert "Amber" not in title
        assert "Child’s" in title


@pytest.mark.parametrize(
    "words",
    [
        "9 April 2018 (6 months)",
        "Neglect at first; emotional abuse since 2 July 2018",
        "By Tuesday 1 January 2019: 41 working days left",
        "183 days, which comes before 6 months, from the last review conference on Monday 2 July 2018",
        "Review conference, 2 July 2018",
        "Chair Samplewood",
        "Invented North Team, Worker Fable",
        "The census counted 3 plans before this one; 1 plan is held here, and 1 plan elsewhere.",
        "2 March 2015 to 4 April 2016",
        "1 year and 1 month",
        "Risk reduced: decided at a review conference",
        "Then: Child in need plan",
        "2 years after the plan before it ended",
        "4 February 2013 to 2 September 2013",
        "Neighbourshire Council",
        "19 March 2018 (started the enquiry), 26 March 2018",
        "Held 9 April 2018 Due by 11 April 2018",
        "The child protection plan continues (Emotional abuse)",
        "Amber Formerly (until 2 June 2014)",
        "Hearing",
    ],
)
def test_the_record_tells_the_plans_of_a_life(client, chair, words):
    child = life_of(ChildFactory(nhs_number="9434765919"))
    assert words in text(record(client, child))


def test_numbers_are_shown_as_people_write_them(client, chair):
    assert "943 476 5919" in text(record(client, ChildFactory(nhs_number="9434765919")))


def test_an_unborn_child_is_told_as_one(client, chair):
    shown = text(record(client, ChildFactory(unborn=True, family_name="Fablethorpe")))
    assert "Unborn Fablethorpe" in shown
    assert "Expected 1 September 2018" in shown


def test_a_child_of_a_census_without_name_or_anything_else_has_a_page(client, chair):
    child = ChildFactory(given_names="", family_name="", family=None, ethnicity="", la_child_id="FB99")
    shown = text(record(client, child))
    assert "Child FB99" in shown
    assert "No child protection plan here is recorded." in shown
    assert "No conference about this child is recorded." in shown


def test_a_confidential_address_is_not_on_the_child_s_page(client, chair):
    tie = RelationshipFactory(
        person__address="9 Hidden Lane", person__postcode="ZZ98 2BB", person__address_is_confidential=True
    )
    open_tie = RelationshipFactory(
        child=tie.child, person=PersonFactory(family=tie.child.family, address="4 Open Street")
    )
    response = record(client, tie.child)
    assert "9 Hidden Lane" not in response.content.decode()
    assert "ZZ98" not in response.content.decode()
    assert "Confidential: see the family’s page" in text(response)
    assert open_tie.person.address in text(response)


def test_the_timeline_tells_the_newest_first_and_turns_round(client, chair):
    child = life_of(ChildFactory())
    newest = text(client.get(reverse("child_timeline", args=[child.ref])))
    oldest = text(client.get(reverse("child_timeline", args=[child.ref]), {"order": "oldest"}))
    first, last = "Plan elsewhere began 4 February 2013", "Review conference 2 July 2018"
    assert newest.index(last) < newest.index(first)
    assert oldest.index(first) < oldest.index(last)


@pytest.mark.parametrize(
    "words",
    [
        "Referred to children’s social care 12 March 2018",
        "Strategy discussion 19 March 2018 It started a section 47 enquiry.",
        "A further discussion in the same section 47 enquiry.",
        "Initial conference 9 April 2018 A child protection plan begins (Neglect). Chaired by Chair",
        "Child protection plan began 9 April 2018 Category: Neglect.",
        "Category changed 2 July 2018 Now emotional abuse.",
        "Child protection plan ended 4 April 2016",
        "It lasted 1 year and 1 month.",
        "Child in need plan began 4 April 2016",
        "Allocated 8 January 2018 To Worker Fable, Invented North Team.",
        "Plan elsewhere ended 2 September 2013 Neighbourshire Council.",
        "Name changed 2 June 2014 Known until then as Amber Formerly.",
    ],
)
def test_the_timeline_tells_the_story_in_sentences(client, chair, words):
    child = life_of(ChildFactory())
    assert words in text(client.get(reverse("child_timeline", args=[child.ref])))


def _two_thousand_events(child):
    plan = PlanFactory(child=child, start_date=date(1990, 1, 8))
    days = [add_days(date(1990, 2, 1), 4 * number) for number in range(2000)]
    who = {"recorded_by": UserFactory(), "recorded_at": dt.datetime(2018, 1, 1, tzinfo=dt.UTC)}
    groups = [CoreGroup(plan=plan, held_date=day, notes="We met.", **who) for day in days]
    CoreGroup.objects.bulk_create(groups)
    return child


def test_a_timeline_of_two_thousand_events_comes_in_pages(client, chair):
    address = reverse("child_timeline", args=[_two_thousand_events(ChildFactory()).ref])
    first = client.get(address)
    assert len(first.content) < 100_000
    assert "Page 1 of 21" in text(first) and first.content.count(b"moj-timeline__item") == 100
    assert "(continued)" in text(client.get(f"{address}?page=2"))


def test_the_whole_of_a_long_timeline_can_be_had_on_one_page(client, chair):
    address = reverse("child_timeline", args=[_two_thousand_events(ChildFactory()).ref])
    whole = client.get(f"{address}?order=oldest&page=all")
    assert whole.content.count(b"moj-timeline__item") == 2002 and "Page 1 of" not in text(whole)


@pytest.mark.parametrize(("name", "most"), [("child", 14), ("child_timeline", 13)])
def test_a_long_life_asks_no_more_queries_than_a_short_one(
    client, chair, name, most, django_assert_max_num_queries
):
    counts = []
    client.get(reverse("my_work"))  # The session's first answer writes the session.
    for child in (life_of(ChildFactory()), _many_plans(life_of(ChildFactory()))):
        with django_assert_max_num_queries(most) as asked:
            client.get(reverse(name, args=[child.ref]))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def _many_plans(child):
    for year in range(1990, 2010):
        PlanFactory(child=child, start_date=date(year, 1, 8), end_date=date(year, 11, 5))
        RelationshipFactory(child=child)
    return child


def test_fifty_that_fit_ask_no_more_queries_than_two(client, chair, django_assert_max_num_queries):
    counts = []
    for more in (2, 48):
        ChildFactory.create_batch(more, given_names="Amber", family_name="Fablethorpe")
        address = searched(client, typed="Amber Fablethorpe").request["PATH_INFO"]
        with django_assert_max_num_queries(13) as asked:
            client.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[1]
