"""Registers, families, allocation and accounts as each who keeps them: each page wide, then narrow."""

import datetime as dt
from types import SimpleNamespace

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from safeguarding.models import Team
from tests import factories as make
from tests.browser.conftest import SIZES
from tests.cast import cast

pytestmark = pytest.mark.django_db(transaction=True)
LATER = dt.date(2099, 1, 1)
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 2
ROLES = ("BUSINESS_SUPPORT", "SYSTEM_ADMINISTRATOR", "TEAM_MANAGER", "STRATEGIC_LEAD")
ROWS = f"Name,Seats\n{LONG},12\nElm,none\n"


@pytest.fixture
def council():
    """One team with its people and a family, and something that waits on each list."""
    team = Team.objects.filter(is_safeguarding_unit=False).first() or make.TeamFactory(name="North Team")
    people = cast(team)
    child = make.ChildFactory(family_name=LONG, family__name=LONG)
    make.AllocationFactory(child=child, team=team, worker=people["SOCIAL_WORKER"])
    brother = make.ChildFactory(unborn=True, given_names="", family=child.family)
    make.AllocationFactory(child=brother, team=team, worker=None)
    parent = make.PersonFactory(family=child.family, full_name=LONG, address_is_confidential=True)
    make.RelationshipFactory(child=child, person=parent)
    make.HouseholdFactory(family=child.family)
    newcomer = make.AccountChangeFactory(new=True, role="SOCIAL_WORKER", team=team, last_date=LATER)
    feed = make.ChildrenFeedFactory(handed_in_by=people["BUSINESS_SUPPORT"])
    make.FeedLineFactory(feed=feed)
    return SimpleNamespace(
        people=people,
        child=child,
        family=child.family,
        parent=parent,
        room=make.RoomFactory(name=LONG),
        feed=feed,
        newcomer=newcomer,
        taken_on=make.TakenOnFactory(),
        removal=make.RestrictionRemovalFactory(last_date=LATER),
    )


def pages_of(role, council):
    """{page: what fills its address}, for who keeps what it shows."""
    family, child, worker = council.family.ref, council.child.ref, council.people["SOCIAL_WORKER"].ref
    return {
        "BUSINESS_SUPPORT": {
            "directory": ("rooms",),
            "directory_row": ("rooms", council.room.pk),
            "child_new": (),
            "family": (family,),
            "person_new": (family,),
            "person_change": (council.parent.ref,),
            "family_split": (family,),
            "home_new": (family,),
            "children_feed": (),
            "children_feed_file": (council.feed.ref,),
        },
        "SYSTEM_ADMINISTRATOR": {
            "start": (),
            "people": (),
            "user": (worker,),
            "user_address": (worker,),
            "user_further": (worker,),
            "user_off": (worker,),
            "directory_row": ("teams", council.people["SOCIAL_WORKER"].team_id),
        },
        "TEAM_MANAGER": {
            "allocations": (),
            "allocation": (child,),
            "allocation_hand_over": (child,),
            "account_changes": (),
            "account_change": (council.newcomer.ref,),
        },
        "STRATEGIC_LEAD": {
            "taken_on": (),
            "taken_on_review": (council.taken_on.ref,),
            "restriction_removals": (),
            "restriction_removal": (council.removal.ref,),
        },
    }[role]


@pytest.fixture
def looks_well(strict_page, axe, no_overflow):
    """looks_well(): the page that is open has no fault, wide and then narrow."""

    def look():
        for width, height in SIZES.values():
            strict_page.set_viewport_size({"width": width, "height": height})
            no_overflow(strict_page)
            axe(strict_page)

    return look


@pytest.mark.parametrize("role", ROLES)
def test_the_pages_of_registers_and_allocation_look_well(strict_page, role, council, sign_in, looks_well):
    sign_in(council.people[role])
    for name, args in pages_of(role, council).items():
        address = reverse(name, args=args)
        strict_page.goto(address)
        assert strict_page.url.endswith(address)
        looks_well()


def test_refused_answers_and_rows_look_well(strict_page, council, sign_in, looks_well):
    sign_in(council.people["BUSINESS_SUPPORT"])
    strict_page.goto(reverse("directory_add", args=["closures"]))
    strict_page.get_by_role("button", name="Save").click()
    strict_page.get_by_role("link", name="Enter the first day").click()
    expect(strict_page.get_by_label("Day").first).to_be_focused()
    looks_well()
    strict_page.goto(reverse("directory_file", args=["rooms"]))
    rows = {"name": f"{LONG}.csv", "mimeType": "text/csv", "buffer": ROWS.encode()}
    strict_page.locator("input[type=file]").set_input_files(files=[rows])
    strict_page.get_by_role("button", name="See what it would change").click()
    expect(strict_page.get_by_role("table", name="Refused (1 row)")).to_contain_text("a whole number")
    looks_well()
