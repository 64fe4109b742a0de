"""The pages, each beside a bare one; one of a long story; and all of them for two hundred people at once."""

from collections.abc import Iterator
from statistics import median

import psutil
import pytest
from django.urls import reverse

from tests.bench import limits
from tests.bench.copies import run
from tests.bench.crowd import CROWD, THINKING, trial, visitors, web_server
from tests.bench.pages import (
    PEOPLE,
    Cost,
    Page,
    anyones_page,
    client_of,
    cost,
    is_only_sent_to,
    opened,
    page,
    routes,
)
from tests.bench.sizes import READS, demo_with_reads, long_story
from tests.bench.subjects import NO_PAGE, add_what_the_demo_lacks
from tests.bench.table import Row, hold

pytestmark = [pytest.mark.bench, pytest.mark.usefixtures("served")]
WARM_SECONDS = 5.0
TIMES = "processor of a request, in times a bare page's"


@pytest.fixture(scope="module")
def read_demo(served: None) -> Iterator[None]:
    with demo_with_reads():
        yield


def beside_bare(cost: Cost, at_most: float) -> Row:
    return Row(str(cost.page), cost.ratio, at_most, str(cost))


def test_a_days_work(read_demo):
    addresses = routes()
    costs = [cost(page(*one, addresses[one[0]])) for one in limits.DAYS_WORK]
    spent = [one.milliseconds for one in costs]
    child = next(one for one in costs if one.page.name == "child")
    bare = [beside_bare(one, at_most) for one, at_most in zip(costs, limits.DAYS_WORK.values(), strict=True)]
    whole = [
        Row("the median of them, ms", median(spent), limits.MEDIAN_MS),
        Row("the dearest of them, ms", max(spent), limits.DEAREST_MS),
        Row("child, queries", child.queries, limits.CHILD_PAGE_QUERIES),
    ]
    hold(f"Pages of a day's work, with {READS:,} views in the log: {TIMES}", bare + whole)


def test_the_figures_after_a_change(read_demo):
    manager = page("measures", "manager", routes()["measures"])
    anew = cost(manager, rounds=3, before=lambda: run("DELETE FROM safeguarding_keptcount"))
    hold("The performance page with nothing kept", [beside_bare(anew, limits.FIGURES_PAGE_ANEW)])


def test_every_other_page(read_demo):
    add_what_the_demo_lacks()
    clients = {who: client_of(who) for who in PEOPLE}
    named = {name for name, _ in limits.DAYS_WORK}
    others = {name: route for name, route in routes().items() if name not in named}
    pages = {name: anyones_page(name, route, clients) for name, route in others.items()}
    costs = [cost(opened, rounds=3, requests=6) for opened in pages.values() if opened]
    ratios = [beside_bare(one, limits.DEAR.get(one.page.name, limits.OTHER_PAGES)) for one in costs]
    hold(f"Every other page: {TIMES}", sorted(ratios, key=lambda row: -row.measured))
    shut = (name for name, opened in pages.items() if opened is None)
    assert {name for name in shut if not is_only_sent_to(name, others[name], clients)} == NO_PAGE.keys()


def test_a_story_of_two_thousand_events(read_demo):
    ref = long_story()
    long = cost(
        Page("child_timeline", "chair", (reverse("child_timeline", args=[ref]),)), rounds=3, requests=4
    )
    size = Row("child_timeline, bytes", long.body, limits.TIMELINE_BYTES)
    hold(f"A child with 2,000 events: {TIMES}", [beside_bare(long, limits.TIMELINE), size])


def rounds_of(who: str) -> tuple[str, ...]:
    """What somebody of the crowd opens: the pages of a day's work, as far as their role may."""
    addresses, client = routes(), client_of(who)
    names = dict.fromkeys(name for name, _ in limits.DAYS_WORK)
    return tuple(address for name in names for address in opened(name, addresses[name], client)[:3])


def test_two_hundred_people_are_answered_soon(read_demo):
    crowd = visitors({who: rounds_of(who) for who in CROWD})
    with web_server() as (port, process):
        trial(crowd[:20], port, process, seconds=WARM_SECONDS)
        done = trial(crowd, port, process)
    given = done.answers
    assert given.refused == 0
    others = done.others / done.seconds / psutil.cpu_count()
    p50, p95, p99 = (given.percentile(part) for part in (0.5, 0.95, 0.99))
    said = f"{len(given.waits):,} pages, {done.a_second:.1f} a second"
    waited = f"half within {p50:.0f}, 99% within {p99:.0f}; other work took {others:.0%} of the machine"
    hold(
        f"{len(crowd)} people who think {THINKING[0]:.0f} to {THINKING[1]:.0f} s, {READS:,} views in the log",
        [
            Row("processor of a request, ms", done.milliseconds, limits.CROWD_MS, said),
            # What others take of the machine makes people wait, and is not the product's.
            Row("95% are answered within, ms", p95, limits.CROWD_P95_MS / max(1 - others, 0.1), waited),
        ],
    )
