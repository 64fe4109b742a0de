"""Nobody sees a child, or a field, they may not, by any address (C1, C2, C5, C10): every address,
every role.
"""

import math
from collections import defaultdict
from operator import itemgetter

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.test import override_settings
from django.urls import reverse

from safeguarding.accounts.signin import sessions
from safeguarding.models.base import ChildRecord
from safeguarding.pages.middleware import policy_of
from tests.access import oracle, planted, samples
from tests.access import test_settled_once as settling
from tests.access.samples import MISSING, Sample, children
from tests.access.story import CODES
from tests.access.walk import NOBODY, NoSample, Walk, is_turned_away
from tests.access.world import NOT_PLANTED_YET, build, is_text
from tests.cast import person
from tests.factories import BarFactory, ChildFactory
from tests.guards.test_urls import patterns


def address(name, args):
    return reverse(name, args=args)


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One council for all tests of this file, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # A session notes once a minute that it is in use: undone, each request after that would note it anew.
        patch.setattr(sessions, "GRAIN_SECONDS", math.inf)
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def answers(world):
    return Walk(world, patterns(), address).run()


def forbidden(world, answers):
    """(role, view, method, field, kind) of everything shown that the oracle does not allow."""
    return sorted(
        {
            (a.role, a.name, a.method, world.tokens[t].where, world.tokens[t].kind)
            for a in answers
            for t in a.shown
            if not oracle.may_see(a.role, a.name, world.tokens[t], a.began_at)
        }
    )


def unlogged(world, answers):
    """(role, view, field) of what was shown of children of whom none was logged for that answer."""
    return sorted(
        {
            (a.role, a.name, world.tokens[t].where)
            for a in answers
            for t in a.shown
            if world.tokens[t].children.isdisjoint(a.logged)
            and a.name != oracle.FEED
            and not only_leads_on(a)
        }
    )


def only_leads_on(answer):
    """A redirect shows nobody anything: it holds an opaque address."""
    return answer.status in (301, 302)


def told_apart(answers):
    """Refusals of a record that is there which differ from the refusal of one that is not."""
    missing = {(a.role, a.name, a.method): a for a in answers if a.args[:1] == (MISSING,) and a.status == 404}
    return sorted(
        {
            (a.role, a.name, a.method)
            for a in answers
            if (other := missing.get((a.role, a.name, a.method)))
            and a.began_at == a.name
            and a.status in (403, 404, 410, 500)
            and (a.status, a.body, a.headers) != (other.status, other.body, other.headers)
        }
    )


def failures(answers):
    return sorted({(a.role, a.name, a.method, a.status) for a in answers if a.status >= 500})


# ----- The site -----------------------------------------------------------------------------------------


def test_nothing_forbidden_is_shown_to_anybody(world, answers):
    assert forbidden(world, answers) == [], (
        "Read the record by access.get or access.scope. Where the role may see it there, say so in"
        " tests/access/oracle.py, from the promise and not from the code."
    )


def test_every_look_is_logged(world, answers):
    assert unlogged(world, answers) == [], (
        "Read the record by access.get or access.scope, which note the look: what was read otherwise, in an"
        " answer kept from before or in rows of its own, is noted by nobody."
    )


def test_what_may_not_be_seen_cannot_be_told_from_what_is_not(answers):
    assert told_apart(answers) == [], (
        "Answer both with Http404, from access.get: the same words, and nothing done before."
    )


def test_no_address_fails_for_anybody(answers):
    assert [f for f in failures(answers) if f[1] not in ("component_error", "health_ready")] == []


def test_every_address_was_asked_by_everybody(answers):
    asked = {(a.role, a.began_at) for a in answers}
    assert {(role, p.name) for role in oracle.KINDS_SEEN for p in patterns()} - asked == set(), (
        "Ask it: a sample in tests/access/samples.py says what fills the address."
    )


def test_the_gate_turns_away_whoever_lacks_the_right(world, answers):
    people = {**world.people, NOBODY: None}
    at_the_gate = {(r, p.name) for r, user in people.items() for p in patterns() if is_turned_away(p, user)}
    met = {
        ((a.role, a.name), a.status)
        for a in answers
        if a.began_at == a.name and (a.role, a.name) in at_the_gate
    }
    assert {status for _, status in met} == {302, 403}
    assert {role for (role, _), status in met if status == 302} == {NOBODY}
    assert not [a.name for a in answers if (a.role, a.name) in at_the_gate and a.shown]


def test_every_address_answers_somebody(answers):
    answered = {a.name for a in answers if a.status in (200, 302)}
    refuses_all = {"component_error", "health_ready"}
    assert {p.name for p in patterns()} - answered - refuses_all == set(), (
        "Nobody is answered 200 or 302: fill the address with what there is (tests/access/samples.py, and"
        " story.py or world.py for what there is not yet), or give the right to a role."
    )


def test_what_should_show_shows(world, answers):
    shown = {world.tokens[t].where for a in answers for t in a.shown}
    planted_open = {p.where for p in world.tokens.values() if p.kind == "OPEN"}
    assert planted_open - shown - oracle.NEVER_SHOWN.keys() == set(), (
        "Show each text on a page that the walk opens, or say in NEVER_SHOWN of tests/access/oracle.py why"
        " none does."
    )


@pytest.mark.parametrize("role", [role for role, kinds in oracle.KINDS_SEEN.items() if kinds])
def test_each_role_sees_the_kinds_it_should(world, answers, role):
    names = {t: p.kind for t, p in world.tokens.items() if p.where == "Child.family_name"}
    records = [a for a in answers if a.role == role and a.name not in oracle.FOUND_BY_IDENTITY]
    shown = {names[t] for a in records for t in a.shown & names.keys()}
    assert shown == oracle.KINDS_SEEN[role]


def test_each_who_governs_sees_the_numbers(world, answers):
    for role in oracle.GOVERNING:
        shown = {
            world.tokens[t].kind
            for a in answers
            if a.role == role and a.name == "child_viewed"
            for t in a.shown
        }
        assert {"RESTRICTED", "OPEN"} <= shown and "BARRED" not in shown


@pytest.mark.parametrize("role", settling.ROLES)
def test_no_page_settles_more_than_once_who_may_be_seen(world, answers, role):
    """About the open child, and about the one they are named for."""
    about = {p.name: settling.about(world, p) for p in patterns()}
    pairs = [(a.name, a.settled) for a in answers if a.role == role and a.settled and a.args in about[a.name]]
    assert pairs, "The walk asked no page that settles it."
    most = dict(sorted(pairs, key=itemgetter(1)))
    found = settling.too_often(most) | settling.asked_too_often(world, role)
    assert found == {}, "Settle it once: sight_of(user), then by plain ids."


# No draft is kept of what nobody fills in, nor of a form that leads to nobody.
NO_DRAFTS = {
    "components": "every component is shown, and nothing is sent",
    "feedback_form": "whoever got a slip has no account, and nothing is kept that was not sent",
    "feedback_language_seen": "it shows how the form of a slip looks, and has no button to send it",
}


def test_every_page_with_a_text_keeps_drafts(answers):
    texts = {a.name for a in answers if b"<textarea" in a.body and b'name="draft"' not in a.body}
    assert texts == NO_DRAFTS.keys(), "Its view asks safeguarding.pages.drafts.typed(request) for its data."


HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def test_every_answer_carries_its_headers(answers):
    lacking = {(a.name, h) for a in answers for h, value in HEADERS.items() if a.headers.get(h) != value}
    assert lacking == set()
    assert {a.name for a in answers if "camera=()" not in a.headers.get("Permissions-Policy", "")} == set()


def test_every_answer_has_a_strict_content_policy(answers):
    policies = {a.headers.get("Content-Security-Policy", "") for a in answers}
    assert all("default-src 'none'" in p and "frame-ancestors 'none'" in p for p in policies)
    assert not [p for p in policies if "unsafe" in p or "data:" in p or "*" in p]


def test_no_cache_keeps_what_is_not_public(answers):
    public = {p.name for p in patterns() if policy_of(p.callback).public}
    kept = {
        a.name
        for a in answers
        if a.name not in public and "no-store" not in a.headers.get("Cache-Control", "")
    }
    assert kept == set()


def test_every_text_about_a_child_is_planted(world):
    models = [m for m in apps.get_models() if issubclass(m, ChildRecord)]
    fields = {(m.__name__, f.name) for m in models for f in m._meta.fields if is_text(f)}
    with_text = {model for model, name in fields if f"{model}.{name}" not in CODES}
    planted_ones = {p.where.partition(".")[0] for p in world.tokens.values()}
    assert with_text - planted_ones == NOT_PLANTED_YET & with_text, (
        "Make a row of each with a word of its own in tests/access/world.py or story.py; what is no free text"
        " stands in CODES."
    )


# ----- Two roles: what either may see, where either may see it ---------------------------------------------

TWO_ROLES = (("TEAM_MANAGER", "CHAIR"), ("SYSTEM_ADMINISTRATOR", "BUSINESS_SUPPORT"))
# Where records, lists and people are read; what a role of a team has for its own team alone among them.
READ_BY_TWO = {"my_work", "child", "family", "request", "consultation", "booking", "duty", "allocations"}
READ_BY_TWO |= {"diary_chairs", "user", "policy", "children_feed_file", "child_viewed", "measures"}


@pytest.fixture(params=TWO_ROLES, ids="+".join)
def of_two_roles(request, world):
    """The roles, and the answers to somebody who holds both, in the team and barred as everybody is."""
    with transaction.atomic():
        team = world.people["SOCIAL_WORKER"].team
        user = person(*request.param, team=team)
        BarFactory(user=user, family=world.children["BARRED"].family, barred_by=world.people["GIVER"])
        world.people["BOTH"] = user
        chosen = [one for one in patterns() if one.name in READ_BY_TWO]
        yield request.param, list(Walk(world, chosen, address)._by("BOTH", user))
        del world.people["BOTH"]
        transaction.set_rollback(True)


def test_whoever_holds_two_roles_sees_what_either_may_and_each_look_is_logged(world, of_two_roles):
    roles, answers = of_two_roles
    shown = {(a.name, a.began_at, t) for a in answers for t in a.shown}
    wrong = {
        (name, world.tokens[t].where, world.tokens[t].kind)
        for name, began_at, t in shown
        if not any(oracle.may_see(role, name, world.tokens[t], began_at) for role in roles)
    }
    assert wrong == set() and unlogged(world, answers) == [] and failures(answers) == []
    seen = {world.tokens[t].kind for name, _, t in shown if name == "child"}
    assert seen == oracle.EVERY_OPEN - {"NAMED"}


def test_the_lists_of_a_team_stay_the_team_s_where_another_role_sees_more(world, of_two_roles):
    roles, answers = of_two_roles
    listed = [a for a in answers if a.name == "allocations" and a.status == 200]
    assert bool(listed) == ("TEAM_MANAGER" in roles)
    assert "OTHER_TEAM" not in {world.tokens[t].kind for a in listed for t in a.shown}


# ----- Planted faults: the matrix is seen to find each kind ------------------------------------------------


@pytest.fixture(scope="module")
def faulty(world):
    """The answers of the planted addresses alone."""
    ours = [p for p in planted.urlpatterns if getattr(p, "name", None) and p.name != "bare"]
    planted_samples = {
        name: Sample(children) for name in ("by_reference_alone", "tells_restricted_from_missing")
    }
    with override_settings(ROOT_URLCONF="tests.access.planted"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(samples, "SAMPLES", samples.SAMPLES | planted_samples)
        patch.setattr("tests.access.walk.SAMPLES", samples.SAMPLES)
        found = defaultdict(list)
        for answer in Walk(world, ours, address).run():
            found[answer.began_at].append(answer)
    return found


@pytest.mark.parametrize("fault", ["by_reference_alone", "unscoped_list", "in_a_header"])
def test_a_planted_leak_is_found(world, faulty, fault):
    assert forbidden(world, faulty[fault])


def test_a_planted_way_round_the_log_is_found(world, faulty):
    assert forbidden(world, faulty["round_the_log"]) == []
    assert unlogged(world, faulty["round_the_log"])


def test_a_planted_page_that_settles_twice_is_found(faulty):
    asked = {a.name: a.settled for a in faulty["settles_again"] if a.role == "CHAIR" and a.settled}
    assert settling.too_often(asked) == {"settles_again": 2}


def test_a_planted_difference_from_what_is_not_is_found(faulty):
    assert told_apart(faulty["tells_restricted_from_missing"])


def test_a_planted_view_without_a_policy_is_found(faulty):
    assert failures(faulty["forgotten_policy"])


def test_a_planted_address_without_a_sample_is_found(world):
    bare = [p for p in planted.urlpatterns if getattr(p, "name", None) == "bare"]
    with pytest.raises(NoSample):
        Walk(world, bare, address).run()


# ----- The book cannot be written --------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_where_the_look_cannot_be_logged_nothing_is_shown(client):
    child = ChildFactory(family_name="Zqunlogged")
    client.force_login(person("CHAIR"))
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE safeguarding_readlog RENAME TO safeguarding_readlog_away")
    try:
        response = client.get(reverse("child", args=[child.ref]))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE safeguarding_readlog_away RENAME TO safeguarding_readlog")
    assert response.status_code == 503
    assert "Zqunlogged" not in response.content.decode()
