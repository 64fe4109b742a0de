"""Forms of the pages of accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from safeguarding.accounts.people import STATES
from safeguarding.directory.naming import NO_ADDRESS
from safeguarding.models import Team, User
from safeguarding.pagekit.carrying import CarriedText
from safeguarding.pagekit.drafts import KeepsDraft
from safeguarding.pagekit.layout import Button, Buttons, CancelLink, GovField, Helper, Side
from safeguarding.pagekit.refusals import Refusable
from safeguarding.pagekit.texts import words_field
from safeguarding.policy.words import role_words
from safeguarding.refusals import Refused
from safeguarding.rights import SEES_OWN_TEAM, Role
from safeguarding.versions import seen_as

TEAM_HINTS = {role.value: "Sees the children of their own team" for role in SEES_OWN_TEAM}
ROLE_HINTS = TEAM_HINTS | {
    Role.REVIEWER.value: "Sees only children they are named for",
    Role.INFORMATION_GOVERNANCE.value: "Sees who has viewed which record, and no record",
    Role.SYSTEM_ADMINISTRATOR.value: "Manages accounts and local limits, and sees no child",
}


class FindPersonForm(forms.Form):
    """Which accounts to list; sent by GET, for staff's own names only."""

    q = forms.CharField(label="Name or email address", required=False, max_length=100)
    state = forms.ChoiceField(label="Show", choices=STATES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper(
            Side(GovField("q", width="20"), "state"), Buttons(Button("Find", kind="secondary")), method="get"
        )


class RoleForm(Refusable):
    """What somebody does here, and in which team."""

    BUTTON = "Save"
    DROPS_UNSEEN = False

    role = forms.ChoiceField(
        label="Role",
        widget=forms.RadioSelect,
        required=False,
    )
    team = forms.ModelChoiceField(
        label="Team", queryset=Team.objects.none(), required=False, empty_label="No team"
    )

    def __init__(self, *args: Any, teams: QuerySet[Team], on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]
        roles = [(role.value, role_words(role, on).first) for role in Role]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        self.helper = Helper(*self.parts(), Buttons(Button(self.BUTTON), CancelLink(back)))

    def parts(self) -> list[Any]:
        return [GovField("role", label_size="m", option_hints=ROLE_HINTS), GovField("team", label_size="m")]


class AddUserForm(RoleForm):
    """A new account. Its owner sets the password, by a link that is sent to the address."""

    field_order = ("full_name", "email", "role", "team")
    BUTTON = "Ask for this account"

    full_name = forms.CharField(label="Full name", max_length=150, required=False)
    email = forms.EmailField(
        label="Email address",
        help_text="They will use it to sign in. The link to set their password is sent to it",
        required=False,
        error_messages={
            "invalid": NO_ADDRESS,
        },
    )

    def parts(self) -> list[Any]:
        own = [GovField("full_name", width="two-thirds"), GovField("email", width="two-thirds")]
        return [*own, *super().parts()]


class FurtherRoleForm(Refusable):
    """One role more, of those that the person has not."""

    role = forms.ChoiceField(label="Which further role?", widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, held: Collection[str], on: dt.date, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [(role.value, role_words(role, on).first) for role in Role if role not in held]
        self.fields["role"].choices = roles  # type: ignore[attr-defined]
        asked = GovField("role", label_size="m", option_hints=TEAM_HINTS)
        self.helper = Helper(asked, Buttons(Button("Ask for this role"), CancelLink(back)))


class NameForm(Refusable):
    """Another full name of somebody; `seen` is the mark of the one that the page showed."""

    DROPS_UNSEEN = False

    seen = CarriedText()
    full_name = forms.CharField(label="Full name", max_length=150, required=False)

    def __init__(self, data: QueryDict | None, *, name: str, back: str) -> None:
        self.mark = seen_as({"full_name": name})
        super().__init__(data, initial={"full_name": name, "seen": self.mark})
        self.helper = Helper(
            "seen", GovField("full_name", width="two-thirds"), Buttons(Button("Save"), CancelLink(back))
        )

    def take(self, refusal: Refused, besides: Collection[str] = ()) -> None:
        """Shown again, the page shows the name that stands."""
        super().take(refusal, besides)
        assert isinstance(self.data, QueryDict)
        self.data = self.data.copy()
        self.data["seen"] = self.mark


class AddressForm(Refusable):
    """Another e-mail address of somebody."""

    DROPS_UNSEEN = False

    email = forms.EmailField(
        label="New email address",
        help_text="They will use it to sign in",
        required=False,
        error_messages={"invalid": NO_ADDRESS},
    )

    def __init__(self, *args: Any, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = GovField("email", width="two-thirds")
        self.helper = Helper(asked, Buttons(Button("Ask for it"), CancelLink(back)))


class TurnDownForm(KeepsDraft):
    """Why a change to an account is not to be."""

    draft_title = "Why a change to an account is not confirmed"

    reason = words_field("Why?", subject="Reason", longest=2000)

    def __init__(self, *args: Any, button: str, back: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = Helper("reason", Buttons(Button(button, kind="warning"), CancelLink(back)))


def account_of(user: User) -> dict[str, Any]:
    """What the form of a role begins with."""
    return {"role": user.role, "team": user.team_id}
