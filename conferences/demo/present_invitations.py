"""Who is invited to the conferences that the demo has in its diary these days, and what they answered."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db.models import Prefetch

from conferences.demo.present import Present
from conferences.documents.invitations import writer
from conferences.forms.invitations import CHILD
from conferences.models import Booking, Invitation, Request, RequestedChild
from conferences.operations.invitations import Guest, put_on, tell_answer, tell_choice, tell_invited
from conferences.operations.invitations_giving import Window, give_report
from conferences.operations.invitations_letters import make_letters, mark_letters_sent
from conferences.operations.invitations_links import make_link
from conferences.operations.invitations_reports import chase, go_on, tell_report
from conferences.operations.invitations_showings import show
from conferences.queries.invitations import Suggested, invited_of, suggested_for, told_ties
from conferences.queries.invitations_letters import letters_in_hand
from conferences.rules.documents import SentHow
from conferences.rules.invitations import Channel, Need, Reply, TakesPart
from conferences.rules.invitations_links import Part, ReportGiven, SharedWay
from conferences.rules.invitations_reports import ChaseTold, ReportTold
from conferences.rules.invitations_showings import ShowingTold, ShowingWay
from conferences.rules.workflow import BookingState
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.policy.words import role_words
from safeguarding.register.agencykinds import SOCIAL_CARE
from safeguarding.rights import Role
from safeguarding.workingdays import Calendar

WHY = "the demo's people go about their work"
AGENCIES = (
    Guest("Edith Chalkdust", "Headteacher", "SCHOOL", True),
    Guest("Petra Truncheon", "Detective sergeant", "POLICE", True),
    Guest("Nora Thermometer", "School nurse", "SCHOOL_NURSING", True),
)
# By turns, of the agencies: all come, one is still silent, too few come.
ANSWERS = (
    (Reply.COMING, Reply.VIDEO, Reply.COMING),
    (Reply.COMING, None, Reply.COMING),
    (Reply.REPORT, Reply.DECLINED, Reply.COMING),
)
TOO_FEW = 2
# A letter takes a moment to be written, and the demo is to be there soon.
WITH_LETTERS = 1
AGREED = "The chair: by post, as they asked."
NURSE_WROTE = {
    Part.INVOLVED.value: "I see the children at school each term, and more often since the spring.",
    Part.HELPED.value: "I helped with meals and sleep. The mornings are better, the weekends are not.",
    Part.WELL.value: "The children come to school and like it. Their mother keeps what we agree.",
    Part.SAW.value: "In March both were tired and had had no breakfast, on four days out of ten.",
    Part.HEARD.value: "A neighbour says that there is shouting at night. Nobody of us has heard it.",
    Part.THOUGHT.value: "I think that their mother is alone with too much.",
    Part.CHILD.value: "“I like it best when it is quiet.”",
    Part.CHANGE.value: "Nights without shouting, and breakfast each day.",
    Part.OFFER.value: "I come each week, and go along to the breakfast club.",
}
WRITE = writer(settings.COUNCIL_NAME)


def tell_invitations(on: dt.date, calendar: Calendar) -> None:
    """To be called within the demo's transaction, after its present. The last that was scheduled waits for
    somebody to put its people on the list.
    """
    present = Present(on, calendar)
    asked = Prefetch("request__children", RequestedChild.objects.unscoped(WHY).select_related("child"))
    rows = Booking.objects.unscoped(WHY).filter(
        state=BookingState.BOOKED, starts_at__gte=present.moment(calendar.add(on, -1).due, 0)
    )
    meetings = list(rows.select_related("request").prefetch_related(asked).order_by("booked_at", "pk"))
    for at, meeting in enumerate(meetings[:-1]):
        _List(present, meeting, at).tell()


class _List:
    """The list of one meeting, the next in turn."""

    def __init__(self, present: Present, meeting: Booking, turn: int) -> None:
        self.present, self.meeting, self.turn = present, meeting, turn
        self.request: Request = meeting.request
        self.support: User = present.cast.support
        self.booked = day_of(meeting.booked_at)

    def tell(self) -> None:
        if self._is_to_come(0):
            return
        known = suggested_for(self.support, invited_of(self.support, self.request, self.present.on))
        family = [Guest(one.full_name, told_ties(ties), "", person=one) for one, ties in known.family]
        role = role_words(Role.SOCIAL_WORKER, self.present.on).first
        workers = [Guest(one.full_name, role, SOCIAL_CARE, True) for one in known.workers]
        guests = [*self._children(known), *family, *workers, *AGENCIES]
        made = put_on(request=self.request, guests=guests, by=self.support, at=self._at(0, 14))
        if self._is_to_come(1):
            return
        if self.turn < WITH_LETTERS:
            self._letters(made)
        else:
            self._invited(made)
        if not self._is_to_come(2):
            self._answers(made)

    def _children(self, known: Suggested) -> list[Guest]:
        """The children of the first meeting are invited to it."""
        if self.turn >= WITH_LETTERS:
            return []
        return [Guest(one.child.display_name, CHILD, "", asked=one) for one in known.children]

    def _letters(self, made: list[Invitation]) -> None:
        """Everybody of the first meeting is written to: the family by post, agencies by secure email."""
        known, at = letters_in_hand(self.request), self._at(1, 9)
        due = [one for one in made if known.is_due(one.pk)]
        letters = make_letters(
            request=self.request, invitations=due, doubt_words=AGREED, write=WRITE, by=self.support, at=at
        )
        of_agency = {one.pk for one in _agencies(made)}
        if small := [one for one in made if one.requested_child_id and one not in due]:
            tell_invited(
                invitations=small,
                channel=Channel.IN_PERSON,
                invited_date=day_of(at),
                by=self.support,
                at=self._at(1, 11),
            )
        for how, went in (
            (SentHow.POST, [one for one in letters if one.invitation_id not in of_agency]),
            (SentHow.SECURE_EMAIL, [one for one in letters if one.invitation_id in of_agency]),
        ):
            if went:
                mark_letters_sent(
                    letters=went, how=how, sent_date=day_of(at), by=self.support, at=self._at(1, 11)
                )

    def _invited(self, made: list[Invitation]) -> None:
        for people, channel in ((_family(made), Channel.LETTER), (_agencies(made), Channel.EMAIL)):
            if people:
                tell_invited(
                    invitations=people,
                    channel=channel,
                    invited_date=day_of(self._at(1, 9)),
                    by=self.support,
                    at=self._at(1, 11),
                )

    def _answers(self, made: list[Invitation]) -> None:
        for one in made:
            if one.requested_child_id:
                self._choice(one)
        for one in _family(made)[:1]:
            self._answer(one, Reply.COMING, Need.CHILDCARE, words="Somebody to mind the baby.")
        own = [one for one in _agencies(made) if one.agency_kind == SOCIAL_CARE]
        others = [one for one in _agencies(made) if one.agency_kind != SOCIAL_CARE]
        for one in own:
            self._answer(one, Reply.COMING)
        for one, reply in zip(others, ANSWERS[self.turn % len(ANSWERS)], strict=True):
            if reply:
                self._answer(one, reply)
        for one in own[:1]:
            told = ReportTold(day_of(self._at(2, 9)))
            tell_report(invitation=one, told=told, by=self.support, at=self._at(2, 16))
            self._shown(one, _family(made))
        self._chased(others)
        if self.turn < WITH_LETTERS:
            self._by_link(others)

    def _shown(self, report: Invitation, family: list[Invitation]) -> None:
        """By turns, all of the family or the first alone is read the report."""
        words = "At home, with time to ask."
        told = ShowingTold(ShowingWay.READ, day_of(self._at(2, 9)), report.name, words=words)
        if readers := family if self.turn % 2 else family[:1]:
            show(reports=[report], readers=readers, told=told, by=self.support, at=self._at(2, 16))

    def _chased(self, others: list[Invitation]) -> None:
        """The school's report does not come: first its head is asked once more, then who manages them."""
        words = "It is promised for tomorrow."
        first = ChaseTold(Channel.TELEPHONE, day_of(self._at(3, 9)), whom=others[0].name, words=words)
        manager = ChaseTold(Channel.EMAIL, day_of(self._at(4, 9)), True, "Una Ledgerly")
        for after, told in ((3, first), (4, manager)):
            if not self._is_to_come(after):
                chase(invitations=others[:1], told=told, by=self.support, at=self._at(after, 12))
        if self.turn % len(ANSWERS) == TOO_FEW and not self._is_to_come(3):
            reason = "The school and the police report in writing, and the children cannot wait."
            go_on(booking=self.meeting, reason=reason, by=self.meeting.chair, at=self._at(3, 15))

    def _by_link(self, others: list[Invitation]) -> None:
        """The nurse's report comes by its link, and the police have theirs and wait."""
        police, nurse = others[1], others[2]
        at = self._at(2, 10)
        make_link(invitation=police, address_of=str, by=self.support, at=at)
        door = make_link(invitation=nurse, address_of=str, by=self.support, at=at)
        given = ReportGiven(
            writer=nurse.name,
            writer_role=nurse.role,
            texts=NURSE_WROTE,
            score=4,
            score_why="The help has only begun.",
            shared_way=SharedWay.READ.value,
            shared_date=day_of(at),
            shared_with="The mother",
            sheet="She asks that nobody at home hears where she spends the afternoons.",
        )
        give_report(door.address, given, Window(), self._at(2, 15))

    def _choice(self, one: Invitation) -> None:
        """A child tells somebody beforehand."""
        tell_choice(
            invitation=one,
            takes_part=TakesPart.TOLD,
            needs=(),
            needs_words="The worker reads it out.",
            by=self.support,
            at=self._at(2, 10),
        )

    def _answer(self, one: Invitation, reply: Reply, *needs: Need, words: str = "") -> None:
        """What is needed is arranged for every second meeting."""
        tell_answer(
            invitation=one,
            reply=reply,
            needs=needs,
            arranged=needs if self.turn % 2 == 0 else (),
            needs_words=words,
            by=self.support,
            at=self._at(2, 10),
        )

    def _at(self, after: int, hour: int) -> dt.datetime:
        """An hour so many working days after it was scheduled."""
        day = self.present.calendar.add(self.booked, after).due if after else self.booked
        return self.present.moment(day, hour)

    def _is_to_come(self, after: int) -> bool:
        return day_of(self._at(after, 16)) >= self.present.on


def _family(made: list[Invitation]) -> list[Invitation]:
    return [one for one in made if not (one.agency_kind or one.requested_child_id)]


def _agencies(made: list[Invitation]) -> list[Invitation]:
    return [one for one in made if one.agency_kind]
