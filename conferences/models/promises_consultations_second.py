"""What the database holds of second opinions: what was drawn and given stays, and nobody gives their own."""

from __future__ import annotations

import pgtrigger

from conferences.models.promises_consultations import ASKERS
from conferences.rules.consultations_second import DRAWN_FROM
from safeguarding.promises import said, stays

INSERT, UPDATE, DELETE = pgtrigger.Insert, pgtrigger.Update, pgtrigger.Delete
FIRST = ", ".join(f"'{answer.value}'" for answer in DRAWN_FROM)

# Whoever has a part in what was decided by the answer a, on the consultation k: who asked for it, who decided
# it, for whom a deputy did, and who disagreed. conferences.queries.consultations_second.concerned() says the
# same for one.
CONCERNED = f"""
        SELECT asker.who FROM ({ASKERS}) AS asker
        UNION ALL SELECT a.answered_by_id
        UNION ALL SELECT a.for_another_id
        UNION ALL SELECT d.who_id FROM conferences_consultationdissent AS d
            JOIN conferences_consultation AS o ON o.id = d.consultation_id
            WHERE o.within_id = k.within_id"""
OWN = said(
    "secondopinion_not_ones_own",
    "You asked for this, decided it or disagreed with it, so somebody else gives the second opinion.",
)
OWN_WRONG = f"""EXISTS (
        SELECT FROM conferences_consultationanswer AS a
            JOIN conferences_consultation AS k ON k.id = a.consultation_id
            CROSS JOIN LATERAL ({CONCERNED}) AS concerned
        WHERE a.id = NEW.answer_id AND concerned.who IN (NEW.given_by_id, NEW.reader_id))"""
OF_FIRST = said("secondopinion_of_a_first_decision", "A second opinion is on the first decision on a child.")
OF_FIRST_WRONG = f"""EXISTS (
        SELECT FROM conferences_consultationanswer AS a
        WHERE a.id = NEW.answer_id AND (a.answer NOT IN ({FIRST}) OR a.supersedes_id IS NOT NULL))"""
KEPT = " - ".join(["", "'reader_id'", "'opinion'", "'words'", "'knew'", "'given_by_id'", "'given_at'"])
STAYS = said("secondopinion_stays", "This second opinion was given, and stays as it is.")
DIFFERS = said(
    "secondopiniontalk_where_they_differ", "Both came to the same, so there is nothing to talk about."
)
DIFFERS_WRONG = """NOT EXISTS (
        SELECT FROM conferences_secondopinion AS s
            JOIN conferences_consultationanswer AS a ON a.id = s.answer_id
        WHERE s.id = NEW.second_id AND s.given_at IS NOT NULL AND s.opinion <> a.answer)"""

SECOND_OPINION_HOLDS = [
    stays(OWN, operation=INSERT | UPDATE, wrong=OWN_WRONG),
    stays(OF_FIRST, operation=INSERT, wrong=OF_FIRST_WRONG),
    stays(
        STAYS,
        operation=UPDATE | DELETE,
        wrong=f"TG_OP = 'DELETE' OR OLD.given_at IS NOT NULL OR to_jsonb(OLD){KEPT} <> to_jsonb(NEW){KEPT}",
    ),
]
TALK_HOLDS = [stays(DIFFERS, operation=INSERT, wrong=DIFFERS_WRONG)]
