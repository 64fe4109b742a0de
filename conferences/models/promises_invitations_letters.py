"""What the database holds of the letters of invitation: to whom one is made, and that it stays as made."""

from __future__ import annotations

import pgtrigger

from conferences.models.letters_kept import LATER, UNSENT
from safeguarding.promises import stays

LATER_OR_PROOF = f"({LATER} || ARRAY['sent_proof'])"
LETTER_HOLDS = [
    stays(
        "invitationletter_of_somebody_on_the_list",
        "A letter of invitation is made for somebody who is on the list and not excluded from it all.",
        operation=pgtrigger.Insert,
        wrong="""NOT EXISTS (
            SELECT FROM conferences_invitation AS i
            WHERE i.id = NEW.invitation_id AND i.off_at IS NULL
                AND (i.agency_kind <> '' OR i.requested_child_id IS NOT NULL OR NOT EXISTS (
                    SELECT FROM conferences_exclusion AS e
                    WHERE e.request_id = i.request_id AND e.answer = 'WHOLE' AND e.lifted_at IS NULL
                        AND (e.person_id = i.person_id
                            OR (e.person_id IS NULL OR i.person_id IS NULL)
                                AND lower(e.name) = lower(i.name)))))
        OR (NEW.version > 1 AND NOT EXISTS (
            SELECT FROM conferences_invitationletter AS o
            WHERE o.invitation_id = NEW.invitation_id AND o.version = NEW.version - 1))""",
    ),
    stays(
        "invitationletter_stays_as_made",
        "This letter stays as it was made.",
        operation=pgtrigger.Update | pgtrigger.Delete,
        wrong=f"""TG_OP = 'DELETE' OR to_jsonb(OLD) - {LATER_OR_PROOF} <> to_jsonb(NEW) - {LATER_OR_PROOF}
        OR {UNSENT}""",
    ),
]
