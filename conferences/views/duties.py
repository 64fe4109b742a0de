"""My work, where everybody starts: what is due, in words and in statutory order."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from conferences.forms.children import FindChildForm
from conferences.forms.duties import CLEAR, WorkFilterForm, filters_of
from conferences.queries.children import named_children
from conferences.queries.corrections_decisions import to_agree
from conferences.queries.duties_chairs import loads
from conferences.queries.duties_lines import Part
from conferences.queries.duties_list import ALL, work_list
from conferences.queries.duties_list import my_work as work_of
from conferences.queries.duties_parts import OVERSEES, Filters, owners, parts
from conferences.queries.exclusions import to_do
from conferences.queries.learning import reviews_of, undecided
from conferences.queries.life_events import owed_count
from conferences.queries.life_events import to_confirm as plan_ends_to_confirm
from conferences.queries.life_events_resumptions import resumptions_to_confirm
from conferences.queries.look_ups import unseen_count
from conferences.queries.readiness import is_own_first, meetings_near
from conferences.queries.releases import to_release
from conferences.queries.restrictions import waits_for_names
from conferences.queries.thinking_time import waivers_to_decide
from conferences.queries.thinking_time_before import own_actions
from conferences.views.pairs import pairs_line
from conferences.views.presenters.children_search import matches
from conferences.views.presenters.copies import releases_link
from conferences.views.presenters.duties import WORDS, work_page, work_table
from conferences.views.presenters.duties_chairs import chairs_table, more_chairs
from conferences.views.presenters.exclusions_work import exclusion_links
from conferences.views.presenters.learning import own_table as own_reviews
from conferences.views.presenters.learning import undecided_table
from conferences.views.presenters.look_ups import count_link
from conferences.views.presenters.readiness import near_link
from conferences.views.presenters.recording_tasks import tasks
from conferences.views.presenters.restrictions import waiting_link
from conferences.views.presenters.second_person import ALL_WAITING
from conferences.views.presenters.thinking_time_before import own_table
from safeguarding.access import Permission, can, needs, person_of
from safeguarding.bankholidays import england
from safeguarding.clock import now, today
from safeguarding.models import ReadKind, User
from safeguarding.pagekit.components import Link, Table
from safeguarding.second_person.accounts import to_confirm
from safeguarding.second_person.removals import to_confirm as removals_to_confirm
from safeguarding.wording import counted

# What the lists are narrowed to is kept in the session: it stays from page to page until it is cleared.
KEPT = "my_work_filters"
# Within how many working days a conference is near.
NEAR = 5


@needs(Permission.MY_WORK, reads=ReadKind.LISTED)
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """Find a child; late, today, this week, waiting. A reviewer, who may not search, is shown the sample."""
    user, on = person_of(request), today()
    narrow = _narrowed(request, user)
    filters = narrow.filters
    has_filters = can(user, Permission.READ_REQUEST)
    finds = can(user, Permission.FIND_CHILD)
    sample = can(user, Permission.READ_CHILD) and not finds
    chairs = loads(now()) if user.is_any(*OVERSEES) else []
    values = {
        "form": FindChildForm(on=on, action=reverse("find_child"), short=True) if finds else None,
        "sample": _sample(user, on) if sample else None,
        "lists": work_page(work_of(user, on=on, filters=filters), parts(user), on, england()),
        "filter": narrow if has_filters else None,
        "is_narrowed": filters != Filters(),
        "chairs": chairs_table(chairs, on) if user.is_any(*OVERSEES) else None,
        "more_chairs": more_chairs(chairs, on),
        "confirmable": _confirmable(user, on),
        "exclusions": exclusion_links(to_do(user, on)) if _excludes(user) else [],
        "owed_ends": _owed_ends(user, on),
        "pairs": pairs_line(user),
        "became": count_link(unseen_count(user)) if can(user, Permission.DECIDE_CONSULTATION) else None,
        "thinking": _thinking(user, on),
        "learning": _learning(user, on),
        "near": _near(user, on) if can(user, Permission.SCHEDULE) else None,
        "tells_days": can(user, Permission.SCHEDULE),
        # Who may find a child has work here; the others would see an empty page.
        "tasks": [] if finds else tasks(user),
        "today": on,
    }
    return render(request, "conferences/duties/list.html", values)


def _excludes(user: User) -> bool:
    """Whether something of exclusions is this person's: to decide them, as a chair or in place of one who has
    left, or to tell of them.
    """
    wanted = Permission.RECORD_CONFERENCE, Permission.EXCLUDE_IN_PLACE, Permission.SEND_LETTERS
    return any(can(user, one) for one in wanted)


def _confirmable(user: User, on: dt.date) -> list[Link]:
    """What waits for this person as the second, a line for each kind; and records that wait for a name."""
    lines = []
    if can(user, Permission.CONFIRM_ACCOUNT) and (count := to_confirm(user, on).count()):
        words = counted(count, "change to an account", "changes to accounts")
        lines.append(Link(f"{words} to confirm", reverse("account_changes")))
    if can(user, Permission.CONFIRM_REMOVAL) and (count := removals_to_confirm(user, on).count()):
        words = counted(count, "restricted record", "restricted records")
        lines.append(Link(f"{words} to open again", reverse("restriction_removals")))
    if can(user, Permission.CONFIRM_PLAN_END) and (count := plan_ends_to_confirm(user, on).count()):
        one, many = "plan ends without a review: confirm it", "plans end without a review: confirm each"
        lines.append(Link(counted(count, one, many), reverse("plan_endings")))
    if can(user, Permission.CONFIRM_PLAN_END) and (count := resumptions_to_confirm(user, on).count()):
        one, many = "plan runs again: confirm it", "plans run again: confirm each"
        lines.append(Link(counted(count, one, many), reverse("plan_endings")))
    if can(user, Permission.CORRECT_DECISION) and (count := to_agree(user, on).count()):
        lines.append(Link(f"{counted(count, 'decision')} to set right", reverse("decision_changes")))
    if can(user, Permission.WAIVE_THINKING_TIME) and (count := waivers_to_decide(user, on).count()):
        words = counted(count, "waiver of thinking time", "waivers of thinking time")
        lines.append(Link(f"{words} to decide", reverse("second_person")))
    if len(lines) > 1:
        lines.insert(0, Link(ALL_WAITING, reverse("second_person")))
    if can(user, Permission.SEND_LETTERS) and (link := releases_link(to_release(user).count())):
        lines.append(link)
    if can(user, Permission.RESTRICT_CHILD) and (link := waiting_link(waits_for_names(user, now()))):
        lines.append(link)
    return lines


def _near(user: User, on: dt.date) -> Link:
    """The next conferences of a chair, or of all in sight: how ready they are."""
    return near_link(meetings_near(user, on, NEAR), NEAR, is_own_first(user))


def _thinking(user: User, on: dt.date) -> Table | None:
    """What thinking time asks of this person."""
    found = own_actions(user) if can(user, Permission.READ_REQUEST) else []
    return own_table(found, on) if found else None


def _learning(user: User, on: dt.date) -> list[Table]:
    """Trials of ideas that this person is to review, and those that wait for their decision."""
    keeps = can(user, Permission.KEEP_LEARNING)
    adds = can(user, Permission.ADD_IDEA)
    found = own_reviews(reviews_of(user, on, keeps=keeps), on) if adds else None
    waiting = undecided_table(undecided()) if keeps else None
    return [table for table in (found, waiting) if table]


def _owed_ends(user: User, on: dt.date) -> Link | None:
    """Plans in sight that run though the child died, is 18 or moved, whose end nobody asked for."""
    count = owed_count(user, on) if can(user, Permission.RECORD_LIFE_EVENT) else 0
    one = "plan has no end recorded, though something ends it"
    many = "plans have no end recorded, though something ends them"
    return Link(counted(count, one, many), reverse("plan_endings")) if count else None


def _narrowed(request: HttpRequest, user: User) -> WorkFilterForm:
    """To what the lists are narrowed now: by this page's address, else as they were left."""
    asked = request.GET if request.GET.keys() & {*WorkFilterForm.base_fields, CLEAR} else None
    kept = request.session.get(KEPT, {}) if asked is None else asked
    form = WorkFilterForm(kept, people=owners(user), href=reverse("my_work"))
    if asked is not None:
        request.session[KEPT] = form.data
    return form


def _sample(user: User, on: dt.date) -> Table:
    found = named_children(user, on=on)
    families = can(user, Permission.READ_FAMILY)
    return matches(found, on, "Records you were named for", opens_families=families)


@needs(Permission.MY_WORK, reads=ReadKind.LISTED)
@require_safe
def my_work_list(request: HttpRequest, part: str) -> HttpResponse:
    """The whole of one list of My work, in pages."""
    user, on = person_of(request), today()
    if part not in parts(user):
        raise Http404
    shown = Part(part)
    if CLEAR in request.GET:
        request.session.pop(KEPT, None)
    filters = filters_of(request.session.get(KEPT, {}))
    work, page = work_list(user, shown, on=on, page=request.GET.get("page"), filters=filters)
    values = {
        "title": WORDS[shown].title,
        "table": work_table(shown, work, on, england(), is_whole=True),
        "page": page,
        "all": ALL,
        "is_narrowed": filters != Filters(),
        "today": on,
    }
    return render(request, "conferences/duties/whole.html", values)
