"""What a browser makes of a page: its words, links and forms, and what it says is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"input", "br", "img", "meta", "link", "hr", "source", "path", "use", "circle", "rect"}
SUMMARY = "govuk-error-summary__body"


@dataclass
class Control:
    """A box, a choice among several, or a button. `words` are its label's, or a button's own."""

    name: str
    value: str
    kind: str
    is_on: bool = True
    ident: str = ""
    words: str = ""


@dataclass
class Form:
    """A form with its controls in their order; `action` is "" for the page's own address."""

    action: str
    is_post: bool
    controls: list[Control] = field(default_factory=list)

    def button(self, words: str) -> Control | None:
        """The button with these words."""
        return next((one for one in self.controls if one.kind == "submit" and one.words == words), None)


def plain(text: str) -> str:
    """The words with one space between them."""
    return re.sub(r"\s+", " ", text).strip()


class Page(HTMLParser):
    """`status` is the answer's; `address` is where the page stands."""

    def __init__(self, html: str, status: int, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.status, self.address = html, status, address
        self.links: list[tuple[str, str]] = []
        self.forms: list[Form] = []
        self.labels: dict[str, str] = {}
        self.words: list[str] = []
        self.problems: list[str] = []
        # What stands open: tag, where its words begin, and what to do with them.
        self.open: list[tuple[str, int, dict[str, str]]] = []
        self.select = ""
        self.unseen = 0
        self.feed(html)
        for form in self.forms:
            for control in form.controls:
                control.words = control.words or self.labels.get(control.ident, "")

    @property
    def text(self) -> str:
        return plain(" ".join(self.words))

    @property
    def wrong(self) -> str:
        """What the page says is wrong; "" where nothing is."""
        if self.problems:
            return " ".join(dict.fromkeys(self.problems))
        return f"The answer is {self.status}: {self.text[:300]}" if self.status >= 400 else ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style", "template", "svg"):
            self.unseen += 1
        if self.unseen:
            return
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "").lower() == "post"))
        if tag == "input":
            self._add_input(given)
        if tag == "select":
            self.select = given["name"]
        if tag not in VOID:
            self.open.append((tag, len(self.words), given))

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "template", "svg"):
            self.unseen -= 1
            return
        if self.unseen or tag in VOID:
            return
        while self.open:
            opened, begin, given = self.open.pop()
            if opened == tag:
                self._close(tag, given, "".join(self.words[begin:]))
                return

    def _close(self, tag: str, given: dict[str, str], words: str) -> None:
        if tag == "a" and "href" in given:
            self.links.append((plain(words), given["href"]))
        if tag == "label":
            self.labels[given.get("for", "")] = plain(words)
        if tag == "textarea":
            self._add(Control(given["name"], words.removeprefix("\n"), "text"))
        if tag == "option":
            value = given.get("value", plain(words))
            self._add(Control(self.select, value, "option", "selected" in given, words=plain(words)))
        if tag == "button" and given.get("type", "submit") == "submit":
            self._add(Control(given.get("name", ""), given.get("value", ""), "submit", words=plain(words)))
        if tag in ("li", "p") and any(SUMMARY in one[2].get("class", "") for one in self.open):
            self.problems.append(plain(words))

    def _add_input(self, given: dict[str, str]) -> None:
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            value, is_on = given.get("value", "on"), "checked" in given
            self._add(Control(given["name"], value, kind, is_on, given.get("id", "")))
        elif "name" in given:
            self._add(Control(given["name"], given.get("value", ""), kind))

    def _add(self, control: Control) -> None:
        if self.forms:
            self.forms[-1].controls.append(control)
