"""What the tests of asking share: a family with an enquiry, somebody who asks, and the asking itself."""

import datetime as dt
import uuid

from conferences.operations.consultations import AccountWords, ChildWords, give_account
from conferences.operations.consultations_deciding import ChildAnswer, decide
from conferences.operations.requests import ChildAsk, request_conference
from conferences.rules.vocabulary import ConferenceKind
from safeguarding.models import Allocation
from tests.cast import person
from tests.factories import AllocationFactory, ChildFactory, EnquiryFactory, TeamFactory

AT = dt.datetime(2018, 4, 11, 10, tzinfo=dt.UTC)
ON = AT.date()
STARTED = dt.date(2018, 4, 9)


def asker(role="SOCIAL_WORKER", *children):
    """Somebody of the team that holds the children; who is held by none yet comes to it."""
    held = Allocation.objects.unscoped("test").filter(child__in=children, end_date__isnull=True)
    teams = dict(held.values_list("child", "team"))
    team = next((one.team for one in held.select_related("team")), None) or TeamFactory()
    for child in children:
        if child.pk not in teams:
            AllocationFactory(child=child, team=team)
    return person(role, team=team)


def asker_of(request, role="SOCIAL_WORKER"):
    """Somebody of the team that holds the children of a request."""
    return asker(role, *(one.child for one in request.children.all()))


def initial(child, **fields):
    """The child asked for on an enquiry of 9 April 2018."""
    return ChildAsk(child, ConferenceKind.INITIAL, enquiry=EnquiryFactory(child=child, started_date=STARTED))


def make(*asks, **more):
    """A request for these, by a social worker, on 11 April 2018."""
    values = {
        "form_key": uuid.uuid4(),
        "family": asks[0].child.family,
        "children": asks,
        "reason": "An invented worry.",
        "interim_safety": "They stay with the invented aunt.",
        "at": AT,
    } | more
    known = {ask.child.pk: ask.child for ask in asks}
    by = {} if "by" in more else {"by": asker("SOCIAL_WORKER", *known.values())}
    return request_conference(**values, **by)


def child_with_earlier_plan(plan_factory, **child):
    """A child whose plan ended on 1 February 2016."""
    found = ChildFactory(**child)
    plan_factory(child=found, start_date=dt.date(2015, 1, 5), end_date=dt.date(2016, 2, 1))
    return found


def ask(*, consultation, why_now, what_is_different, child_words="", options_tried="", **more):
    """The account of one child, given; the child's part as it stands then."""
    give_account(
        consultations=[consultation],
        words=AccountWords(why_now, what_is_different, what_else=options_tried),
        of_children={consultation.pk: ChildWords(child_words)},
        **more,
    )
    consultation.refresh_from_db()
    return consultation


SAID = tuple(ChildAnswer.__dataclass_fields__)


def answer(*, consultation, **more):
    """One child decided by itself."""
    said = ChildAnswer(**{name: more.pop(name) for name in SAID if name in more})
    return decide(consultations=[consultation], answers={consultation.pk: said}, **more)[0]
