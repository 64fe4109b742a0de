"""A person at the service: over HTTP behind a proxy that speaks TLS, with cookies, links and forms alone."""

from __future__ import annotations

import http.client
import http.cookies
import uuid
from collections.abc import Mapping
from urllib.parse import urlencode, urljoin, urlsplit

from scripts.trial.page import Control, Form, Page

SECONDS = 60
MOST_REDIRECTS = 6
Answer = str | list[str] | tuple[str, bytes]


class TrialError(Exception):
    """A step did not come to its end; the text says what the page or the program said."""


class Visitor:
    """One browser. `address` is where the proxy says that the person sits: guesses are counted by it.

    `scheme` is what the proxy speaks to the browser.
    """

    def __init__(self, port: int, host: str, address: str, scheme: str = "https") -> None:
        self.port, self.host, self.address, self.scheme = port, host, address, scheme
        self.cookies: dict[str, str] = {}
        self.page = Page("", 200, "/")

    def open(self, address: str) -> Page:
        """The page at an address. Raises TrialError where it is none, or says that something is wrong."""
        return self._show("GET", address, b"", "")

    def follow(self, words: str) -> Page:
        """The page behind the link that has these words."""
        href = next((href for text, href in self.page.links if words in text), None)
        if href is None:
            raise TrialError(f"The page {self.page.address} has no link “{words}”: {self.page.text[:200]}")
        return self.open(urljoin(self.page.address, href))

    def press(self, button: str, answers: Mapping[str, Answer] | None = None) -> Page:
        """Fill in the form that has this button, as the page has it but for `answers`, and send it.

        A choice may be named by its words. Raises TrialError for a field or choice that is not there.
        """
        found = [(form, form.button(button)) for form in self.page.forms]
        form, pressed = next(((f, b) for f, b in found if b), (None, None))
        if form is None or pressed is None:
            raise TrialError(f"The page {self.page.address} has no button “{button}”: {self.page.text[:200]}")
        data, files = filled(form, pressed, answers or {})
        target = urljoin(self.page.address, form.action or self.page.address)
        if not form.is_post:
            return self.open(f"{urlsplit(target).path}?{urlencode(data)}")
        if files:
            return self._show("POST", target, *multipart(data, files))
        return self._show("POST", target, urlencode(data).encode(), "application/x-www-form-urlencoded")

    def fetch(self, address: str) -> bytes:
        """A file."""
        answer, body = self._ask("GET", address, b"", "")
        if answer.status != 200:
            raise TrialError(f"{address} answers {answer.status}.")
        return body

    def _show(self, method: str, address: str, body: bytes, kind: str) -> Page:
        for _ in range(MOST_REDIRECTS):
            answer, content = self._ask(method, address, body, kind)
            if answer.status not in (301, 302, 303):
                self.page = Page(content.decode(), answer.status, address)
                if self.page.wrong:
                    raise TrialError(self.page.wrong)
                return self.page
            target = urlsplit(urljoin(address, answer.headers["Location"]))
            address = f"{target.path}?{target.query}" if target.query else target.path
            method, body, kind = "GET", b"", ""
        raise TrialError(f"{address} leads round and round.")

    def _ask(
        self, method: str, address: str, body: bytes, kind: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {
            "Host": self.host,
            "X-Forwarded-Proto": self.scheme,
            "X-Forwarded-For": self.address,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if method == "POST":
            headers |= {"Content-Type": kind, "Origin": f"{self.scheme}://{self.host}"}
        try:
            connection.request(method, address.split("#")[0], body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
        except OSError as problem:
            raise TrialError(f"{address} does not answer: {problem}") from None
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", []):
            self._keep(line)
        return answer, content

    def _keep(self, line: str) -> None:
        for name, morsel in http.cookies.SimpleCookie(line).items():
            if morsel.value and morsel["max-age"] != "0":
                self.cookies[name] = morsel.value
            else:
                self.cookies.pop(name, None)


def filled(
    form: Form, pressed: Control, answers: Mapping[str, Answer]
) -> tuple[list[tuple[str, str]], list[tuple[str, str, bytes]]]:
    """What a browser sends: (name, value) of each control that counts, and (name, file's name, content)."""
    known = {one.name for one in form.controls}
    if unknown := [name for name in answers if name not in known]:
        raise TrialError(f"The form has no field {unknown[0]}, but {', '.join(sorted(known))}.")
    files = [(name, *answer) for name, answer in answers.items() if isinstance(answer, tuple)]
    data = [(one.name, one.value) for one in standing(form) if one.name not in answers]
    for name, answer in answers.items():
        if not isinstance(answer, tuple):
            texts = answer if isinstance(answer, list) else [answer]
            data += [(name, value_of(form, name, text)) for text in texts]
    return data + ([(pressed.name, pressed.value)] if pressed.name else []), files


def standing(form: Form) -> list[Control]:
    """The controls that are sent as they stand: a list without a choice sends its first."""
    lists = {one.name for one in form.controls if one.kind == "option" and one.is_on}
    sent = []
    for one in form.controls:
        if one.kind == "option" and one.name not in lists:
            lists.add(one.name)
            sent.append(one)
        elif one.is_on and one.kind not in ("submit", "file"):
            sent.append(one)
    return sent


def value_of(form: Form, name: str, text: str) -> str:
    """The value of a choice named by its value or by the words beside it; any other text as it is."""
    options = [
        one for one in form.controls if one.name == name and one.kind in ("option", "radio", "checkbox")
    ]
    if not options:
        return text
    for one in options:
        if text == one.value:
            return text
    named = [one.value for one in options if text in one.words]
    if not named:
        words = "; ".join(one.words for one in options)
        raise TrialError(f"“{text}” cannot be chosen for {name}, but: {words}")
    return named[0]


def multipart(data: list[tuple[str, str]], files: list[tuple[str, str, bytes]]) -> tuple[bytes, str]:
    """The body with files, and its type."""
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="'
    parts = [f'{head}{name}"\r\n\r\n{value}\r\n'.encode() for name, value in data]
    for name, file_name, content in files:
        start = f'{head}{name}"; filename="{file_name}"\r\nContent-Type: application/octet-stream\r\n\r\n'
        parts.append(start.encode() + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"
