"""The words of letters: our own, or those that a council wrote, as they hold on a day. Pure.

L: what a letter must say follows from its row of documents.md 11; how it says it is the council's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conferences.rules.letters_words_agency import AGENCY, RECORD
from conferences.rules.letters_words_child import FORM, GROWN, READ, SIDE
from conferences.rules.letters_words_closing import CLOSING
from conferences.rules.letters_words_excluded import EXCLUSION
from conferences.rules.letters_words_family import DECISION, INVITATION
from conferences.rules.letters_words_own import OWN_FORM, OWN_GROWN, OWN_READ, OWN_SIDE
from conferences.rules.letters_words_part import TAGS, LetterKind, Part
from safeguarding.refusals import Problem
from safeguarding.wording import joined

LONGEST = 2000
TAG = re.compile(r"\{\{ *([a-z_]+) *\}\}")
# In pairs, whatever stands between: {{Child Name}} is a tag that somebody meant.
PAIRED = re.compile(r"\{\{([^{}\n]*)\}\}")
HTML = re.compile(r"</?[a-zA-Z!][^<>\n]*>|&(?:#\d+|[a-zA-Z]+);")
# Kinds of signs that no typeface of letters has: pictures, control signs, signs that nobody gave a meaning.
UNPRINTED = frozenset(["So", "Cs", "Co", "Cn", "Cc", "Cf"])
AROUND = 20

CATALOGUE: dict[LetterKind, tuple[Part, ...]] = {
    LetterKind.DECISION: DECISION,
    LetterKind.INVITATION: INVITATION,
    LetterKind.AGENCY: AGENCY,
    LetterKind.CHILD_READ: READ,
    LetterKind.CHILD_SIDE: SIDE,
    LetterKind.CHILD_FORM: FORM,
    LetterKind.CHILD_GROWN: GROWN,
    LetterKind.EXCLUSION: EXCLUSION,
    LetterKind.RECORD: RECORD,
    LetterKind.CLOSING: CLOSING,
    LetterKind.OWN_READ: OWN_READ,
    LetterKind.OWN_SIDE: OWN_SIDE,
    LetterKind.OWN_FORM: OWN_FORM,
    LetterKind.OWN_GROWN: OWN_GROWN,
}
PARTS = {kind: {part.code: part for part in parts} for kind, parts in CATALOGUE.items()}
SINCE = (
    "The council’s words for this letter changed after it was made. You may make it again with the new ones."
)


@dataclass(frozen=True)
class LetterWords:
    """The words of one kind of letter on a day: `texts` the council's own by part, `versions` their numbers;
    every other part has ours.
    """

    kind: LetterKind
    texts: Mapping[str, str] = field(default_factory=dict, compare=False)
    versions: Mapping[str, int] = field(default_factory=dict, compare=False)
    council: str = field(default="", compare=False)

    def of(self, council: str) -> LetterWords:
        """The same in the letters of a council."""
        return replace(self, council=council)

    @property
    def kept(self) -> dict[str, Mapping[str, int]]:
        """What is kept with a letter that is made of them: the versions of the council's own."""
        return {"words": self.versions} if self.versions else {}

    def text(self, code: str) -> str:
        """The words of a part with its tags."""
        return self.texts.get(code) or PARTS[self.kind][code].default

    def say(self, code: str, **values: str) -> str:
        """The words of a part with what each tag stands for. Values are never read for tags."""
        return filled(self.text(code), {"council": self.council} | values)

    def lines(self, code: str, **values: str) -> list[str]:
        """Each line of a part that is a list."""
        told = {"council": self.council} | values
        return [filled(line, told) for line in self.text(code).split("\n") if line.strip()]


def filled(text: str, values: Mapping[str, str]) -> str:
    """A text with what each of its tags stands for."""
    return TAG.sub(lambda found: values[found[1]], text)


def tidy(text: str) -> str:
    """A text as it is kept: no space at the ends of lines, no empty lines about it or two in a row."""
    lines = "\n".join(line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def words_changed(kept: Mapping[str, object], now: Mapping[str, int]) -> str:
    """That a letter was made of other words than stand now; "" where it was not. `kept` is what it was made
    from: a letter from before councils had words of their own has ours.
    """
    return SINCE if kept.get("words", {}) != dict(now) else ""


# ----- What is wrong with a text -----
def text_problems(kind: LetterKind, texts: Mapping[str, str]) -> list[Problem]:
    """What is wrong with the words of parts, each beside its field."""
    parts = PARTS[kind]
    return [
        Problem(sentence, code)
        for code, text in texts.items()
        for sentence in _wrong(kind, parts[code], tidy(text))
    ][:50]


def _wrong(kind: LetterKind, part: Part, text: str) -> list[str]:
    """At most one of each kind: whoever mends it sees the next."""
    if not text:
        return [f"Enter the words of “{part.name}”. To have ours again, put back our words"]
    if len(text) > LONGEST:
        return [f"The words must be {LONGEST:,} characters or fewer. There are {len(text):,}"]
    found = [_broken(part, text), _unknown(kind, part, text), _html(text), _unprinted(text)]
    if not any(found):
        found.append(_lacking(part, text))
    return [sentence for sentence in found if sentence]


def _broken(part: Part, text: str) -> str:
    """A brace that belongs to no pair, and where it stands."""
    for number, line in enumerate(text.split("\n"), 1):
        bare = PAIRED.sub(lambda found: " " * len(found[0]), line)
        if found := re.search(r"[{}]", bare):
            near = line[max(0, found.start() - 5) : found.start() + AROUND].strip()
            return (
                f"A tag is broken in line {number}, at “{near}”. Write each tag with two brackets before and"
                f" after it, as in {{{{ {part.allowed[0]} }}}}"
            )
    return ""


def _unknown(kind: LetterKind, part: Part, text: str) -> str:
    for number, line in enumerate(text.split("\n"), 1):
        for found in PAIRED.finditer(line):
            name = found[1].strip()
            if name not in part.allowed or not TAG.fullmatch(found[0]):
                elsewhere = _part_with(kind, name)
                why = f"belongs to another part ({elsewhere})" if elsewhere else "is no tag of these letters"
                return f"“{found[0]}” in line {number} {why}. Here you can use {_tags(part.allowed)}"
    return ""


def _part_with(kind: LetterKind, tag: str) -> str:
    """One part that knows a tag, of the same letter before others; "" where none does."""
    for other in (kind, *CATALOGUE):
        for part in CATALOGUE[other]:
            if tag in part.allowed:
                return f"“{part.name}”" if other is kind else f"“{part.name}” of: {other.label}"
    return ""


def _html(text: str) -> str:
    for number, line in enumerate(text.split("\n"), 1):
        if found := HTML.search(line):
            return f"“{found[0]}” in line {number} would stand in the letter as it is. Write plain words"
    return ""


def _unprinted(text: str) -> str:
    for number, line in enumerate(text.split("\n"), 1):
        for sign in line:
            if ord(sign) > 0xFF and (unicodedata.category(sign) in UNPRINTED or ord(sign) > 0xFFFF):
                return f"“{sign}” in line {number} cannot be printed in a letter. Take it out"
    return ""


def _lacking(part: Part, text: str) -> str:
    have = set(TAG.findall(text))
    lacking = [name for name in part.required if name not in have]
    if not lacking:
        return ""
    said = joined([f"{{{{ {name} }}}} ({TAGS[name].says})" for name in lacking])
    return f"These words must hold {said}, which every such letter tells"


def _tags(names: Iterable[str]) -> str:
    return joined([f"{{{{ {name} }}}}" for name in names], "or")


def tags_explained(part: Part) -> Iterator[str]:
    """Each tag of a part with what it stands for: {{ child_name }}: the child's name (it must be there)."""
    for name in part.allowed:
        must = " (it must be there)" if name in part.required else ""
        yield f"{{{{ {name} }}}}: {TAGS[name].says}{must}"


def sample(part: Part, text: str) -> str:
    """A text as it would read to the invented family, for whatever is not asked of a whole letter. Tags that
    are not the part's stay as they are.
    """
    return TAG.sub(lambda found: TAGS[found[1]].example if found[1] in TAGS else found[0], text)


def following(kind: LetterKind, own: Sequence[tuple[str, int, str]]) -> LetterWords:
    """The words of which (part, version, text) stand. What another release took for right and this one does
    not is left, and ours stand there.
    """
    parts = PARTS[kind]
    known = [one for one in own if one[0] in parts and not _wrong(kind, parts[one[0]], one[2])]
    return LetterWords(
        kind, {code: text for code, _, text in known}, {code: version for code, version, _ in known}
    )
