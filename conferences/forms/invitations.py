"""The forms of who is invited: putting people on the list, inviting them, their answer, their report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from conferences.models import Invitation
from conferences.operations.invitations import Guest
from conferences.queries.invitations import Suggested, told_ties
from conferences.rules.invitations import Channel, Need, OffReason, Reply, TakesPart
from safeguarding.labelled import choices
from safeguarding.models import AgencyKind, Person
from safeguarding.pagekit.choosing import radios
from safeguarding.pagekit.dates import DateField
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.joining import JoinsTexts
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Set
from safeguarding.pagekit.texts import TextField, words_field
from safeguarding.policy.words import role_words
from safeguarding.refusals import Problem
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Role

FAMILY = "FAMILY"
NO_AGENCY = [("", "Choose"), (FAMILY, "Family or friend of the family")]
LONGEST = 1000
CHILD = "Child of this conference"


class PutOnForm(KeepsDraft):
    """Whom to put on the list: of those whom the service knows, and one more by name."""

    draft_title = "People to invite to a conference"

    people = forms.MultipleChoiceField(
        label="Who is to be invited?", widget=forms.CheckboxSelectMultiple, required=False
    )
    name = TextField(label="Name", subject="Name of the person", max_length=150, required=False)
    role = TextField(label="Role or relationship (optional)", subject="Role", max_length=100, required=False)
    kind = forms.ChoiceField(label="Agency or family", required=False)
    is_report_asked = forms.BooleanField(label="Ask them for a report", required=False)

    def __init__(
        self,
        *args: Any,
        suggested: Suggested,
        kinds: Sequence[AgencyKind],
        on: dt.date,
        back: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.guests = _suggestions(suggested, {kind.code: kind.name for kind in kinds}, on)
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (key, guest.name) for key, (guest, _) in self.guests.items()
        ]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            *NO_AGENCY,
            *((kind.code, kind.name) for kind in kinds),
        ]
        hints = {key: hint for key, (_, hint) in self.guests.items()}
        known = [GovField("people", label_size="m", option_hints=hints)] if hints else []
        if not known:
            del self.fields["people"]
        more = "Somebody else" if known else "Who is to be invited?"
        self.helper = Helper(
            *known,
            Set(more, "name", "role", GovField("kind", width="two-thirds"), "is_report_asked"),
            Buttons(Button("Put on the list"), CancelLink(back)),
        )

    @property
    def chosen(self) -> list[Guest]:
        """Those who were ticked, and the one more where anything was typed of them."""
        given = self.answers
        found = [self.guests[key][0] for key in given.get("people", ()) if key in self.guests]
        if any(given[name] for name in ("name", "role", "kind", "is_report_asked")):
            kind = "" if given["kind"] == FAMILY else given["kind"] or None
            found.append(Guest(given["name"], given["role"], kind, given["is_report_asked"]))
        return found

    def field_of(self, problem: Problem) -> str:
        """Where nobody is chosen the sentence stands at the first question."""
        return super().field_of(problem) or next(iter(self.fields))


def _suggestions(suggested: Suggested, kinds: Mapping[str, str], on: dt.date) -> dict[str, tuple[Guest, str]]:
    """{key: (who, what is said beside the name)}."""
    found = {}
    for asked in suggested.children:
        guest = Guest(asked.child.display_name, CHILD, "", asked=asked)
        found[f"c{asked.pk}"] = (guest, CHILD)
    for person, ties in suggested.family:
        said = told_ties(ties)
        found[f"p{person.pk}"] = (_of_family(person, said), said)
    for worker in suggested.workers:
        role = role_words(Role.SOCIAL_WORKER, on).first
        found[f"w{worker.pk}"] = (Guest(worker.full_name, role, SOCIAL_CARE, True), role)
    for one in suggested.last_time:
        kind = one.agency_kind if one.agency_kind in kinds else None
        said = ", ".join(filter(None, (one.role, kinds.get(one.agency_kind, ""))))
        if kind:
            found[f"a{one.pk}"] = (Guest(one.name, one.role, kind, True), f"{said}; came last time")
    return found


def _of_family(person: Person, said: str) -> Guest:
    """Somebody of the family, with what is on record of how they understand and are understood."""
    language = person.interpreter_language
    needs = (Need.INTERPRETER,) if language else ()
    words = "\n".join(filter(None, (language, person.communication_needs)))
    return Guest(person.full_name, said, "", person=person, needed=needs, needs_words=words)


class InvitedForm(KeepsDraft):
    """Who was invited, how and when."""

    draft_title = "Who was invited to a conference"

    people = forms.MultipleChoiceField(
        label="Who was invited?", widget=forms.CheckboxSelectMultiple, required=False
    )
    channel = radios("How?", Channel)
    invited_date = DateField(label="When?", subject="Day they were invited", required=False)

    def __init__(self, *args: Any, people: Sequence[Invitation], back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_ref = {str(one.ref): one for one in people}
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (ref, one.name) for ref, one in self.by_ref.items()
        ]
        hints = {ref: said_of(one) for ref, one in self.by_ref.items()}
        self.helper = Helper(
            GovField("people", label_size="m", option_hints=hints),
            GovField("channel", label_size="m"),
            GovField("invited_date", label_size="m"),
            Buttons(Button("Save"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        return {
            "invitations": [self.by_ref[ref] for ref in given["people"] if ref in self.by_ref],
            "channel": Channel(given["channel"]) if given["channel"] else None,
            "invited_date": given["invited_date"],
        }


def said_of(one: Any) -> str:
    """Role and agency of somebody on the list; "Family" where nothing else is known."""
    of = one.kind_name or ("" if one.role else "Family")
    return ", ".join(filter(None, (one.role, of)))


class OfOne(JoinsTexts):
    """What one person told, some of it in `words`; two who tell different things see both."""

    words: str

    @property
    def told(self) -> dict[str, Any]:
        """What the operation is given."""
        raise NotImplementedError

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back = back

    @property
    def helper(self) -> Helper:
        names = [name for name in self.fields if name not in ("seen", self.words)]
        return Helper(
            "seen",
            *(part for name in names for part in self.shown(name, label_size="m")),
            *self.shown(self.words, rows=3, characters=LONGEST),
            Buttons(Button("Save"), CancelLink(self.back)),
        )


class AnswerForm(OfOne):
    """What somebody answered, and what they need to take part."""

    draft_title = "What somebody who is invited answered"
    words = "needs_words"

    reply = radios("What did they answer?", Reply)
    needs = forms.MultipleChoiceField(
        label="What do they need to take part?",
        choices=choices(Need),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    arranged = forms.MultipleChoiceField(
        label="What of it is arranged?",
        choices=choices(Need),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    needs_words = words_field(
        "More about what they need (optional)",
        hint="For example, which language, or who brings the child",
        subject="What they need",
        longest=LONGEST,
    )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        reply = Reply(given["reply"]) if given["reply"] else None
        needs, arranged = ([Need(code) for code in given[name]] for name in ("needs", "arranged"))
        told = {"reply": reply, "needs": needs, "arranged": arranged, "needs_words": given["needs_words"]}
        return {**told, **self.opened}


class ChoiceForm(OfOne):
    """How a child chose to take part, and what they need."""

    draft_title = "How a child takes part in a conference"
    words = "needs_words"

    takes_part = radios("What did they choose?", TakesPart)
    needs = forms.MultipleChoiceField(
        label="What do they need to take part?",
        choices=choices(Need),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    arranged = forms.MultipleChoiceField(
        label="What of it is arranged?",
        choices=choices(Need),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    needs_words = words_field(
        "More about how they take part (optional)",
        hint="For example which part, who says it for them, or who brings them",
        subject="How they take part",
        longest=LONGEST,
    )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        choice = TakesPart(given["takes_part"]) if given["takes_part"] else None
        needs, arranged = ([Need(code) for code in given[name]] for name in ("needs", "arranged"))
        told = {"takes_part": choice, "needs": needs, "arranged": arranged}
        return {**told, "needs_words": given["needs_words"], **self.opened}


class OffForm(KeepsDraft):
    """Why somebody is invited no more."""

    draft_title = "Somebody who is invited no more"

    reason = radios("Why are they invited no more?", OffReason)
    words = words_field("The reason in words", subject="Reason", longest=LONGEST)

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            GovField("reason", label_size="m", reveal={OffReason.OTHER.value: ["words"]}),
            Buttons(Button("Take off the list", kind="warning"), CancelLink(back)),
        )

    @property
    def told(self) -> dict[str, Any]:
        given = self.answers
        reason = OffReason(given["reason"]) if given["reason"] else None
        words = given["words"] if reason is OffReason.OTHER else ""
        return {"reason": reason, "words": words}
