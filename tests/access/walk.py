"""Walks every address as every role, and notes what each answer showed, what was logged for it, and
its headers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
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


class NoSample(LookupError):
    """An address with a part to fill in has no sample in samples.py."""


@dataclass(frozen=True)
class Answer:
    """One answer: who asked what, where the chain began, what it showed and what was logged for it."""

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


class Walk:
    """Every pattern, for every person and nobody, by GET and POST; each request is undone when it is read."""

    def __init__(self, world: World, patterns: list[URLPattern], address: Callable[..., str]) -> None:
        self.world, self.patterns, self.address = world, patterns, address

    def run(self) -> list[Answer]:
        people = {role: user for role, user in self.world.people.items() if role != "GIVER"}
        return [answer for role in [*people, NOBODY] for answer in self._by(role, people.get(role))]

    def _by(self, role, user) -> Iterator[Answer]:
        client = Client(raise_request_exception=False)
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
            answers = self._chain(client, role, name, args, method, path, data, sent)
            transaction.set_rollback(True)
        return answers

    def _chain(self, client, role, began_at, args, method, path, data, sent) -> list[Answer]:
        """The answer, and those it redirects to within the site."""
        answers = []
        for _ in range(MOST_REDIRECTS):
            last = ReadLog.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            response = client.generic(method, path) if method == "GET" else client.post(path, data)
            name = began_at if not answers else resolve(path.partition("?")[0]).url_name
            headers = dict(response.headers)
            whole = text_of(response) + " ".join(headers.values())
            logged = ReadLog.objects.filter(pk__gt=last, user=self.world.people.get(role)) if role else []
            answers.append(
                Answer(
                    role,
                    name,
                    began_at,
                    args,
                    method,
                    response.status_code,
                    frozenset(self.world.in_text(whole) - sent),
                    frozenset(look.child_id for look in logged),
                    headers,
                    body_of(response),
                )
            )
            method, path, data = "GET", headers.get("Location", ""), {}
            if not path.startswith("/"):
                break
        return answers
