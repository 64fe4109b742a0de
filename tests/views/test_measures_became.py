"""The page of what was decided and what became of it: its numbers, the children behind each, the hidden."""

import csv
import datetime as dt
import re

import pytest
from django.urls import reverse

from safeguarding.models import Child
from tests.cast import person
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    ConferenceChildFactory,
    ConsultationAnswerFactory,
    ConsultationFactory,
    DecisionFactory,
    EarlierPlanFactory,
    LookUpFactory,
    PlanFactory,
    RequestedChildFactory,
    TeamFactory,
)
from tests.golive import live_from
from tests.views.pages import text

pytestmark = pytest.mark.django_db
D = dt.date
DAYS = "?from=2018-04-01&to=2018-09-30"
AT = dt.datetime(2018, 5, 4, 9, tzinfo=dt.UTC)
BEFORE = D(2018, 1, 4)


@pytest.fixture(autouse=True)
def reader(client):
    user = person("STRATEGIC_LEAD")
    client.force_login(user)
    live_from(D(2017, 1, 2))
    return user


def decided(child=None, answer="AGREE", ended=BEFORE, team=None):
    """A decision of 4 May 2018, asked on 9 April, of a child whose plan ended before."""
    child = child or ChildFactory()
    if team:
        AllocationFactory(child=child, team=team, start_date=D(2018, 1, 1))
    asked = RequestedChildFactory(child=child)
    if ended:
        EarlierPlanFactory(requested_child=asked, start_date=D(2014, 1, 6), end_date=ended)
    one = ConsultationFactory(requested_child=asked, state="ASKED")
    way = {"instead": "Help.", "way": "NAMED_SUPPORT", "lead_words": "The invented centre"}
    way |= {"review_date": D(2018, 6, 4)}
    ConsultationAnswerFactory(
        consultation=one, answer=answer, answered_at=AT, **(way if answer == "ANOTHER_WAY" else {})
    )
    return one


def met(one, outcome, category=""):
    at = ConferenceChildFactory(
        child=one.child, enquiry=one.requested_child.enquiry, held_date=D(2018, 5, 14)
    )
    DecisionFactory(conference_child=at, outcome=outcome, category=category)


def ended(months=12, down="CIN_PLAN", child=None, **of):
    due = D(2018, 8, 4)
    since = D(2017, 8, 4) if months == 12 else D(2018, 5, 4)
    plan = PlanFactory(
        child=child or ChildFactory(), start_date=D(2016, 5, 1), end_date=since, step_down=down
    )
    looked = dt.datetime(2018, 8, 4, 9, tzinfo=dt.UTC)
    return LookUpFactory(plan=plan, months=months, since_date=since, due_date=due, looked_at=looked, **of)


def told(*kinds):
    rows = [
        {"kind": kind, "day": "2018-06-01", "until": None, "what": "", "source": "", "table": "", "row": 1}
        for kind in kinds
    ]
    return {"found": kinds[0], "told": rows}


def numbers(client):
    """{(table, line, column): (number, out of)} of the file."""
    answer = client.get(reverse("measures_became_csv") + DAYS)
    rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
    return {(row["table"], row["line"], row["column"]): (row["number"], row["out_of"]) for row in rows}


def test_what_was_decided_by_team_and_gap(client):
    north, south = TeamFactory(name="North"), TeamFactory(name="South")
    decided(team=north)
    decided(team=north, answer="ANOTHER_WAY", ended=D(2017, 5, 1))
    decided(team=south, answer="AGREE_LEGAL", ended=D(2015, 5, 1))
    decided(ended=None)
    found = numbers(client)
    teams, gaps = "What was decided, by team", "What was decided, by how long before the last plan ended"
    assert found[teams, "All", "Children"] == ("4", "")
    assert found[teams, "North", "Agreed"] == ("1", "2")
    assert found[teams, "North", "Another way"] == ("1", "2")
    assert found[teams, "South", "Agreed, with legal planning"] == ("1", "1")
    assert found[teams, "No team recorded", "Children"] == ("1", "")
    assert [found[gaps, line, "Children"][0] for line in ("Under 6 months", "6 to 12 months")] == ["1", "1"]
    assert found[gaps, "2 years or more", "Children"] == ("1", "")
    assert found[gaps, "No earlier plan of the child", "Children"] == ("1", "")


def test_what_the_conferences_then_decided(client):
    met(decided(), "PLAN_BEGINS", "NEG")
    met(decided(), "NO_PLAN")
    decided()
    found, table = numbers(client), "What the conferences then decided"
    assert found[table, "Agreed", "The conference decided"] == ("2", "3")
    assert found[table, "Agreed", "A plan"] == ("1", "2")
    assert found[table, "Agreed", "No plan"] == ("1", "2")
    assert found[table, "Agreed", "Too early"] == ("1", "")


def test_what_became_of_it_by_where_support_went(client):
    ended(**told("ON_PLAN", "CONFERENCE"))
    ended(**told("CONFERENCE", "HAD_PLAN"))
    ended()
    ended(found="NOT_KNOWN", not_known="AWAY")
    ended(down="CLOSED", **told("REFERRAL"))
    found = numbers(client)
    table = "What became of it after plans ended, by where support went"
    line = "Child in need plan: 12 months"
    assert found[table, line, "Looked up"] == ("4", "")
    assert found[table, line, "On a plan again"] == ("2", "3")
    assert found[table, line, "Not known"] == ("1", "")
    closed = "Closed to children's services: 12 months"
    assert found[table, closed, "Conference, enquiries, referral"] == ("1", "")


def test_how_many_were_looked_up(client):
    ended()
    LookUpFactory(looked_at=dt.datetime(2018, 8, 20, 9, tzinfo=dt.UTC))
    PlanFactory(start_date=D(2017, 1, 1), end_date=D(2018, 5, 4))
    found, table = numbers(client), "How many were looked up"
    assert found[table, "All", "Due"] == ("3", "")
    assert found[table, "All", "Looked up"] == ("2", "3")
    assert found[table, "All", "In time"] == ("1", "3")
    assert found[table, "All", "Not looked up"] == ("1", "3")
    assert found[table, "After plans ended", "Known"] == ("2", "2")


def links(client):
    page = client.get(reverse("measures_became") + DAYS).content.decode()
    return re.findall(r'href="(/performance/what-became-of-it/children[^"]+)"[^>]*>\s*(\d+)', page)


def test_every_number_opens_to_as_many_children(client):
    met(decided(team=TeamFactory(name="North")), "PLAN_BEGINS", "NEG")
    decided(answer="ANOTHER_WAY", ended=None)
    ended(**told("ON_PLAN"))
    ended(months=3)
    opened = links(client)
    assert len(opened) > 20
    for href, number in opened:
        shown = text(client.get(href.replace("&amp;", "&")))
        assert re.search(rf"This list shows {number} rows?, for", shown), href


def test_what_names_no_number_is_not_found(client):
    base = reverse("measures_became_children") + DAYS
    for cell in ("", "&cell=teams", "&cell=teams.all.none", "&cell=none.all.all", "&cell=a.b.c.d"):
        assert client.get(base + cell).status_code == 404


def test_days_that_are_not_known_have_no_numbers(client):
    live_from(D(2018, 7, 2))
    decided()
    shown = text(client.get(reverse("measures_became") + DAYS))
    assert "Known only for 2 July 2018 to 30 September 2018." in shown
    assert "What was decided, by team" not in shown
    assert b"Known only for" in client.get(reverse("measures_became_csv") + DAYS).getvalue()


@pytest.mark.parametrize("days", [DAYS, "?from=2018-04-01&to=2019-03-31"])
def test_a_hidden_child_changes_no_byte(client, days):
    """Not even of a whole year, for every number here can be narrowed."""
    decided(team=TeamFactory(name="North"))
    ended()
    hidden = ChildFactory()
    addresses = [reverse(name) + days for name in ("measures_became", "measures_became_csv")]
    addresses.append(reverse("measures_became_children") + days + "&cell=teams.all.all")

    def pages():
        bodies = [client.get(address).getvalue().decode() for address in addresses]
        return [re.sub(r'csrf\w*" value="\w+"|data-(left|last)="\d+"', "", body) for body in bodies]

    before = pages()
    restricted = {"restricted_reason": "Known to staff", "restricted_by": person("STRATEGIC_LEAD")}
    Child.objects.filter(pk=hidden.pk).update(is_restricted=True, restricted_at=AT, **restricted)
    hidden.refresh_from_db()
    decided(child=hidden)
    ended(child=ChildFactory(restricted=True), **told("ON_PLAN"))
    assert pages() == before


def test_who_reads_no_figures_has_no_page(client):
    client.force_login(person("SOCIAL_WORKER"))
    for name in ("measures_became", "measures_became_csv", "measures_became_children"):
        assert client.get(reverse(name) + DAYS).status_code == 403


def test_more_rows_ask_no_more_queries(client, django_assert_max_num_queries):
    address = reverse("measures_became_children") + DAYS + "&cell=teams.all.all"

    def asked():
        counts = []
        for one in (reverse("measures_became") + DAYS, address):
            with django_assert_max_num_queries(20) as queries:
                client.get(one)
            counts.append(len(queries))
        return counts

    decided()
    asked()
    once = asked()
    for _ in range(4):
        decided()
        ended()
    assert asked() == once


def test_the_page_of_figures_leads_to_it(client):
    shown = client.get(reverse("measures")).content.decode()
    assert reverse("measures_became") in shown
