"""What a request of each page of the demo costs, beside a bare page behind the same middleware."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from safeguarding.models import User
from tests.accounts.people import freshly
from tests.bench.copies import rows_of
from tests.bench.processor import Spent, least
from tests.bench.subjects import statement_for

# Who opens a page that is not of the day's work: the first of them whom it lets in.
PEOPLE = (
    *("chair", "lead", "manager", "support", "teammanager", "socialworker", "admin", "governance"),
    *("chair2", "chair3", "chair4"),
)
MOST_SUBJECTS = 5
MOST_REFUSALS = 15
BARE_REQUESTS = 16
OK, FORBIDDEN, ONLY_SENT_TO = 200, 403, 405
TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(frozen=True)
class Page:
    """A page by the name of its address, and who opens it. Addresses about several children take turns."""

    name: str
    who: str
    addresses: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}, {self.who}"


@dataclass(frozen=True)
class Cost:
    """What one request takes, what a bare page takes of the same person, and the most queries and bytes."""

    page: Page
    ours: Spent
    bare: Spent
    queries: int
    body: int

    @property
    def ratio(self) -> float:
        return self.ours.both / self.bare.both

    @property
    def milliseconds(self) -> float:
        return self.ours.both * 1000

    def __str__(self) -> str:
        bare = f"bare {self.bare.both * 1000:.1f}"
        return f"{self.ours}, {bare}; {self.queries} queries, {self.body:,} bytes"


def routes() -> dict[str, str]:
    """{name: address with its parts in angles} of every address of the product."""
    return dict(_inside(get_resolver("safeguarding.urls").url_patterns, ""))


def _inside(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _inside(pattern.url_patterns, route)
        elif pattern.name:
            yield pattern.name, route


def client_of(who: str) -> Client:
    """Somebody of the demo, signed in this minute."""
    return freshly(Client(), User.objects.get(email=f"{who}@fableshire.example"))


def page(name: str, who: str, route: str) -> Page:
    """The page as this person opens it; without addresses where it does not open to them."""
    return Page(name, who, opened(name, route, client_of(who)))


def anyones_page(name: str, route: str, clients: dict[str, Client]) -> Page | None:
    """The page as the first person opens it whom it lets in; None where it opens to nobody."""
    pages = (Page(name, who, opened(name, route, client)) for who, client in clients.items())
    return next((page for page in pages if page.addresses), None)


def opened(name: str, route: str, client: Client) -> tuple[str, ...]:
    """The addresses of this name, a few, that answer this person with a page."""
    pages: list[str] = []
    refusals = 0
    for args in _subjects(route):
        address = reverse(name, args=args)
        status = client.get(address).status_code
        pages += [address] if status == OK else []
        refusals += status != OK
        if status == FORBIDDEN or refusals == MOST_REFUSALS or len(pages) == MOST_SUBJECTS:
            break
    return tuple(pages)


def is_only_sent_to(name: str, route: str, clients: dict[str, Client]) -> bool:
    """Whether the address shows nothing by itself, to anybody."""
    address = next((reverse(name, args=args) for args in _subjects(route)), "")
    return bool(address) and any(
        client.get(address).status_code == ONLY_SENT_TO for client in clients.values()
    )


def _subjects(route: str) -> list[tuple[Any, ...]]:
    parts = route.count("<")
    return [row[:parts] for row in rows_of(statement_for(route))] if parts else [()]


def cost(
    page: Page, *, rounds: int = 5, requests: int = 8, before: Callable[[], object] = lambda: None
) -> Cost:
    """What one request of the page takes, at the least of so many rounds of so many requests.

    `before` is called ahead of each request, also of the bare page's.
    """
    client = client_of(page.who)

    def ask(addresses: tuple[str, ...], times: int) -> None:
        for n in range(times):
            before()
            client.get(addresses[n % len(addresses)])

    queries, body = _weighed(client, page)
    ours, bare = least(
        lambda: ask(page.addresses, requests), lambda: ask((reverse("bare"),), BARE_REQUESTS), rounds=rounds
    )
    return Cost(page, ours / requests, bare / BARE_REQUESTS, queries, body)


def _weighed(client: Client, page: Page) -> tuple[int, int]:
    """The most queries and the most bytes of the page's addresses, each once warm."""
    weights = []
    for address in page.addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            body = client.get(address).content
        asked = [query for query in captured.captured_queries if not query["sql"].startswith(TRANSACTION)]
        weights.append((len(asked), len(body)))
    return max(queries for queries, _ in weights), max(body for _, body in weights)
