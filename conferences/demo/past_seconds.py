"""The second opinions of the demo's past: drawn by the rule, given by the manager, some of them other than
what was decided, and most of those talked about.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from random import Random
from uuid import UUID

from conferences.demo.past_rows import Rows, moment
from conferences.models import (
    ConsultationAnswer,
    SecondOpinion,
    SecondOpinionReason,
    SecondOpinionTalk,
    ThresholdStatement,
)
from conferences.rules.consultations import Answer
from conferences.rules.consultations_second import DRAWN_FROM, is_drawn, lot
from safeguarding.clock import day_of
from safeguarding.models import User
from safeguarding.workingdays import Calendar, add_days, add_months

MANAGER = "manager@fableshire.example"
WHY = "the demo tells what somebody else thought of its decisions"
# So far back they are told, at the share that the demo's council set.
MONTHS, SHARE = 24, 25
DUE, TALKED = 10, 30
SAME = (
    "The invented history says the same to me: what was tried did not hold.",
    "I would have done the same, for the whole story and not the last week.",
    "The family asked for help this time, and that weighs as it did there.",
)
OTHER = {
    Answer.AGREE: "It is not the first time, and without a plan nobody will see the child each week.",
    Answer.AGREE_LEGAL: "What must change was named before. I would ask the lawyers now, not in six months.",
    Answer.ANOTHER_WAY: "The invented grandmother could hold this, with a family group conference.",
    Answer.MORE_INFORMATION: "I could not decide on this account: the invented school has not been asked.",
}
SAID = (
    "Both read the account again. The second saw that the invented aunt had moved in, the first did not.",
    "How long support must have been tried is not clear from 4.5. It is put to the next meeting of chairs.",
    "The two weighed the harm alike and the help not. Nothing follows for the family.",
)
# What somebody else may well have thought instead.
INSTEAD = {
    Answer.AGREE: (Answer.ANOTHER_WAY, Answer.AGREE_LEGAL, Answer.MORE_INFORMATION),
    Answer.AGREE_LEGAL: (Answer.AGREE, Answer.AGREE),
    Answer.ANOTHER_WAY: (Answer.AGREE, Answer.MORE_INFORMATION),
}


class PastSeconds:
    """Drawn apart from everything else in the demo, so that no other draw moves."""

    def __init__(self, on: dt.date, calendar: Calendar) -> None:
        self.rows, self.on, self.calendar = Rows(), on, calendar
        self.rng = Random("fableshire second opinions")
        self.manager = User.objects.get(email=MANAGER)
        self.statements = list(ThresholdStatement.objects.order_by("key", "from_date"))

    def tell(self) -> None:
        """Of every act that the lot drew; the latest waits, and what was decided these days."""
        drawn = list(self._drawn())
        for at, (answer, number) in enumerate(drawn):
            given = self.calendar.add(day_of(answer.answered_at), self.rng.randint(1, DUE)).due
            is_given = given <= self.on and at < len(drawn) - 1
            self._second(answer, number, given if is_given else None)
        self.rows.write()

    def _drawn(self) -> list[tuple[ConsultationAnswer, int]]:
        since = moment(add_months(self.on, -MONTHS), 0)
        rows = ConsultationAnswer.objects.unscoped(WHY).filter(
            answer__in=DRAWN_FROM, supersedes__isnull=True, answered_at__gte=since, act__isnull=False
        )
        acts: dict[tuple[UUID, int], dict[UUID, ConsultationAnswer]] = defaultdict(dict)
        for one in rows.select_related("consultation").order_by("answered_at", "pk"):
            acts[one.act, one.consultation.within_id][one.ref] = one
        lots = [(lot([*by_ref]), by_ref) for by_ref in acts.values()]
        return [(by_ref[one.decision], one.number) for one, by_ref in lots if is_drawn(one.number, SHARE)]

    def _second(self, answer: ConsultationAnswer, number: int, given: dt.date | None) -> None:
        first, drawn = Answer[answer.answer], {"lot": number, "share": SHARE, "drawn_at": answer.answered_at}
        if given is None:
            self.rows.add(SecondOpinion(answer=answer, reader=self.manager, **drawn))
            return
        differs = self.rng.random() < 0.15
        opinion = self.rng.choice(INSTEAD[first]) if differs else first
        second = self.rows.add(
            SecondOpinion(
                answer=answer,
                reader=self.manager,
                opinion=opinion.value,
                words=OTHER[opinion] if differs else self.rng.choice(SAME),
                knew=self.rng.random() < 0.05,
                given_by=self.manager,
                given_at=moment(given, 16),
                **drawn,
            )
        )
        self._tie(second, given)
        if differs and add_days(given, TALKED) < self.on and self.rng.random() < 0.8:
            self._talk(second, add_days(given, self.rng.randint(5, TALKED)))

    def _tie(self, second: SecondOpinion, given: dt.date) -> None:
        held = [one for one in self.statements if one.from_date <= given < (one.until_date or dt.date.max)]
        if held:
            self.rows.add(SecondOpinionReason(second=second, statement=self.rng.choice(held)))

    def _talk(self, second: SecondOpinion, day: dt.date) -> None:
        self.rows.add(
            SecondOpinionTalk(
                second=second,
                held_date=day,
                words=self.rng.choice(SAID),
                recorded_by=self.manager,
                recorded_at=moment(day, 17),
            )
        )
