"""What every page's frame needs: the council's name and colour, who is signed in, what they may open."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from safeguarding.access import Permission, can
from safeguarding.accounts.signin import sessions
from safeguarding.clock import now, today
from safeguarding.golive.day import day_set, not_live_words
from safeguarding.heartbeats.marks import seen
from safeguarding.heartbeats.verdict import sentence, sentence_for_all, verdicts
from safeguarding.pagekit.components import Link
from safeguarding.policy.words import all_words, said_of
from safeguarding.wording import upper_first

# The pages whose readers wait for what the worker brings.
CONCERNED = frozenset(["my_work"])
# The pages that say whether anything is raised and sent yet.
SAY_LIVE = frozenset(["my_work", "my_work_list", "service", "start"])
PRODUCT_NAME = "Child protection conferences"

# The navigation, in order: words, address name, and the right it asks for (None: shown to everybody).
NAVIGATION: tuple[tuple[str, str, Permission | None], ...] = (
    ("My work", "my_work", None),
    ("Find a child", "find_child", Permission.FIND_CHILD),
    ("Team’s children", "allocations", Permission.ALLOCATE),
    ("Requests", "requests", Permission.READ_REQUEST),
    ("Re-plan decisions", "consultations", Permission.DECIDE_CONSULTATION),
    ("Diary", "diary", Permission.READ_DIARY),
    ("Performance", "measures", Permission.READ_MEASURES),
    ("Learning", "learning", Permission.READ_LEARNING),
    ("Import", "import_census", Permission.IMPORT_CENSUS),
    ("Children’s file", "children_feed", Permission.FEED_CHILDREN),
    ("Local limits", "policy", Permission.READ_POLICY),
    ("Who has viewed", "viewed", Permission.READ_VIEWED),
    ("Restricted records", "restricted", Permission.RESTRICT_CHILD),
    ("Barred people", "bars", Permission.BAR_PERSON),
    ("People", "people", Permission.MANAGE_USERS),
    ("Seen to work", "service", Permission.LOOK_AFTER_SERVICE),
    ("Directory", "directories", Permission.KEEP_DIRECTORY),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor of every page."""
    user = getattr(request, "user", None)
    signed_in = user if user is not None and user.is_authenticated else None
    values = frame()
    # The frame's own are none: what was said to this person comes from Django's processor of messages.
    del values["messages"]
    return (
        values
        | _session(request, signed_in)
        | {
            "signed_in": signed_in,
            "signed_in_role": upper_first(said_of(signed_in, today())) if signed_in else "",
            "roles": SimpleLazyObject(lambda: all_words(today())),
            "navigation": navigation(signed_in, request.path) if signed_in else [],
            "footer_links": _footer_links(signed_in),
            "standing_still": _standing_still(request, signed_in),
            "standing_still_href": _service_href(signed_in),
            "not_live": _not_live(request, signed_in),
            "not_live_href": _go_live_href(signed_in),
        }
    )


def _standing_still(request: HttpRequest, user: Any) -> list[str]:
    """What stands still, for those who look after the service; on its own page, for everybody, what follows.

    One query, and none on the pages of the others.
    """
    looks_after = user is not None and can(user, Permission.LOOK_AFTER_SERVICE)
    match = request.resolver_match
    if not looks_after and not (user and match and match.view_name in CONCERNED):
        return []
    found = verdicts(seen(), at=now())
    if looks_after:
        return [sentence(one) for one in found if one.is_still]
    return [words] if (words := sentence_for_all(found)) else []


def _not_live(request: HttpRequest, user: Any) -> str:
    """That nothing is raised or sent yet, on the pages that would show it; "" once live. One query there."""
    match = request.resolver_match
    if user is None or match is None or match.view_name not in SAY_LIVE:
        return ""
    return not_live_words(day_set(), today())


def _session(request: HttpRequest, signed_in: Any) -> dict[str, Any]:
    """When the session ends, for the warning before it does."""
    ends = sessions.ends_at(request) if signed_in else None
    return {
        "session_ends": ends,
        "session_left": sessions.seconds_left(request, now()) if ends else None,
        "session_warning": settings.SESSION_WARNING_SECONDS,
    }


def _service_href(user: Any) -> str:
    """The page that says more, for those who may open it."""
    return address("service") if user is not None and can(user, Permission.LOOK_AFTER_SERVICE) else ""


def _go_live_href(user: Any) -> str:
    """The page where the day is set, for those who may set it."""
    return address("go_live") if user is not None and can(user, Permission.SET_GO_LIVE) else ""


def frame() -> dict[str, Any]:
    """The frame for nobody in particular: no database, no session. The error pages use it alone."""
    colour = settings.COUNCIL_COLOUR
    return {
        "product_name": PRODUCT_NAME,
        "council_name": settings.COUNCIL_NAME,
        "brand_colour": colour,
        "brand_href": f"{reverse('brand')}?{colour.lstrip('#')}",
        "home_href": address("my_work") or "/",
        "sign_out_href": address("account_logout"),
        "demo": settings.DEMO,
        "messages": [],
        "signed_in": None,
        "signed_in_role": "",
        "navigation": [],
        "footer_links": _footer_links(None),
        "session_ends": None,
        "session_left": None,
        "standing_still": [],
        "standing_still_href": "",
        "not_live": "",
        "not_live_href": "",
    }


def navigation(user: Any, path: str) -> list[Link]:
    """The pages this person may open; the one whose address begins `path` longest is marked."""
    shown = [(words, address(name)) for words, name, right in NAVIGATION if right is None or can(user, right)]
    links = [(words, href) for words, href in shown if href]
    begun = [href for _, href in links if path.startswith(href) and (href != "/" or path == "/")]
    current = max(begun, key=len, default="")
    return [Link(words, href, href == current) for words, href in links]


def _footer_links(user: Any) -> list[Link]:
    shown = [("Accessibility statement", address("accessibility"))]
    if user is not None:
        shown += [
            ("Leave", address("leave")),
            ("Your drafts", address("own_drafts")),
            ("Records you have viewed", address("viewed_by_me")),
            ("Your sign-in", address("mfa_index")),
            ("Who may do what", address("rights")),
        ]
    return [Link(words, href) for words, href in shown if href]


def address(name: str) -> str:
    """The address of a page, or nothing where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
