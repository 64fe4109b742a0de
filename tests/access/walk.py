"""Walks every address as every role, and notes what each answer showed, what was logged for it, and
its headers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from django.db import connection, transaction
from django.db.models import Max
from django.test import Client
from django.urls import URLPattern, resolve

from safeguarding.access import can
from safeguarding.access.views import policy_of
from safeguarding.models import ReadLog
from tests.access.samples import SAMPLES, Sample
from tests.access.world import World
from tests.accounts.people import freshly
from tests.papers import pdf_text

MOST_REDIRECTS = 4
NOBODY = ""
NOT_TAKEN = 405
RIGHTS = ("safeguarding_bar", "safeguarding_restrictedgrant")


class NoSample(LookupError):
    """An address with a part to fill in has no sample in samples.py."""


@dataclass(frozen=True)
class Answer:
    """One answer: who asked what, where the chain began, what it showed and what was logged for it; and how
    many statements asked for bars or names, where it answers the bare address.
    """

    role: str
    name: str
    began_at: str
    args: tuple
    method: str
    status: int
    shown: frozenset[str]
    logged: frozenset[int]
    headers: dict = field(compare=False)
    body: bytes = field(compare=False)
    settled: int = 0


def sample_of(pattern: URLPattern) -> Sample:
    if pattern.pattern.regex.groups and pattern.name not in SAMPLES:
        raise NoSample(f"{pattern.name} ({pattern.pattern}) has no sample in tests/access/samples.py.")
    return SAMPLES.get(pattern.name, Sample())


def is_turned_away(pattern: URLPattern, user) -> bool:
    """Whether the gate refuses a person, or nobody, before the view runs; a test asks whether it does."""
    policy = policy_of(pattern.callback)
    if policy is None or policy.public:
        return False
    return user is None or bool(policy.permission and not can(user, policy.permission))


def body_of(response) -> bytes:
    return response.getvalue() if response.streaming else response.content


def text_of(response) -> str:
    """The whole text of an answer; of a document, the text of every part of it."""
    body = body_of(response)
    if body.startswith(b"%PDF"):
        return pdf_text(body)
    if not body.startswith(b"PK"):
        return body.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        return " ".join(
            re.sub("<[^>]+>", "", parts.read(name).decode(errors="replace")) for name in parts.namelist()
        )


class Settling:
    """Counts the statements that ask who is barred or named."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, execute, sql, params, many, context):
        self.asked += settles(str(sql))
        return execute(sql, params, many, context)


def settles(sql: str) -> bool:
    return any(f'"{table}"' in sql or f" {table} " in sql for table in RIGHTS)


class Walk:
    """Every pattern, for every person and nobody, by GET and POST; each request is undone when it is read."""

    def __init__(self, world: World, patterns: list[URLPattern], address: Callable[..., str]) -> None:
        self.world, self.patterns, self.address, self.last = world, patterns, address, 0

    def run(self) -> list[Answer]:
        people = {role: user for role, user in self.world.people.items() if role != "GIVER"}
        return [answer for role in [*people, NOBODY] for answer in self._by(role, people.get(role))]

    def _by(self, role, user) -> Iterator[Answer]:
        client = Client(raise_request_exception=False)
        # Every request is undone, so what stands in the log before the first stands there before each.
        self.last = ReadLog.objects.aggregate(last=Max("pk"))["last"] or 0
        if user is not None:
            freshly(client, user)
        cookies = client.cookies.copy()
        for pattern in self.patterns:
            takes = {"GET", "POST"}
            for args, method, end, data in self._requests(pattern, user):
                if method not in takes:
                    continue
                client.cookies = cookies.copy()
                answers = self._undone(client, role, pattern.name, args, method, end, data)
                if answers[0].status == NOT_TAKEN:
                    takes.remove(method)
                yield from answers

    def _requests(self, pattern: URLPattern, user) -> Iterator[tuple]:
        sample = sample_of(pattern)
        filled = sample.args(self.world)
        queries, posts = None, None
        if is_turned_away(pattern, user):
            # Before the address is looked at: what is there is asked for, and what is not, each once.
            filled = filled[:1] if len(filled) == 1 else [filled[0], filled[-1]]
            queries, posts = 1, 1
        for args in filled:
            for end in sample.queries[:queries]:
                yield args, "GET", end, {}
            for data in sample.posts(self.world, args)[:posts]:
                yield args, "POST", "", data

    def _undone(self, client, role, name, args, method, end, data) -> list[Answer]:
        path = self.address(name, args) + end
        sent = self.world.in_text(f"{path} {data}")
        with transaction.atomic():
            first, *led_to = self._chain(client, role, name, args, method, path, data, sent)
            transaction.set_rollback(True)
        is_bare = method == "GET" and not end
        return [first if is_bare else replace(first, settled=0), *led_to]

    def _chain(self, client, role, began_at, args, method, path, data, sent) -> list[Answer]:
        """The answer, and those it redirects to within the site."""
        answers, last = [], self.last
        for _ in range(MOST_REDIRECTS):
            settling = Settling()
            with connection.execute_wrapper(settling):
                response = client.generic(method, path) if method == "GET" else client.post(path, data)
            name = began_at if not answers else resolve(path.partition("?")[0]).url_name
            headers = dict(response.headers)
            whole = text_of(response) + " ".join(headers.values())
            logged = self._logged(role, last)
            last = max(logged, default=last)
            answers.append(
                Answer(
                    role,
                    name,
                    began_at,
                    args,
                    method,
                    response.status_code,
                    frozenset(self.world.in_text(whole) - sent),
                    frozenset(logged.values()),
                    headers,
                    body_of(response),
                    0 if answers else settling.asked,
                )
            )
            method, path, data = "GET", headers.get("Location", ""), {}
            if not path.startswith("/"):
                break
        return answers

    def _logged(self, role, last: int) -> dict[int, int]:
        """{row of the log: child} of what was logged for this person since that row."""
        if not role:
            return {}
        rows = ReadLog.objects.filter(pk__gt=last, user=self.world.people.get(role))
        return dict(rows.values_list("pk", "child_id"))
