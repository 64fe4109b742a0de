"""A child of a request who is called as somebody excluded by name is not them."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0189_exclusions_again"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="invitation_of_nobody_excluded",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitationletter",
            name="invitationletter_of_somebody_on_the_list",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_of_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NEW.off_at IS NULL AND NEW.agency_kind = '' AND NEW.requested_child_id IS NULL\n        AND (TG_OP = 'INSERT' OR NEW.invited_date IS DISTINCT FROM OLD.invited_date\n            OR (NEW.reply IS DISTINCT FROM OLD.reply AND NEW.reply IN ('COMING', 'VIDEO', 'TELEPHONE')))\n        AND EXISTS (\n            SELECT FROM conferences_exclusion AS e\n            WHERE e.request_id = NEW.request_id AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n                AND (NEW.person_id = e.person_id\n        OR ((NEW.person_id IS NULL OR e.person_id IS NULL) AND lower(NEW.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'invitation_of_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_of_nobody_excluded';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="34e518d280815ffe87be520ab979eb5019e96b20",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_invitation_of_nobody_excluded_41f11",
                    table="conferences_invitation",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitationletter",
            trigger=pgtrigger.compiler.Trigger(
                name="invitationletter_of_somebody_on_the_list",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF NOT EXISTS (\n            SELECT FROM conferences_invitation AS i\n            WHERE i.id = NEW.invitation_id AND i.off_at IS NULL\n                AND (i.agency_kind <> '' OR i.requested_child_id IS NOT NULL OR NOT EXISTS (\n                    SELECT FROM conferences_exclusion AS e\n                    WHERE e.request_id = i.request_id AND e.answer = 'WHOLE' AND e.lifted_at IS NULL\n                        AND (e.person_id = i.person_id\n                            OR (e.person_id IS NULL OR i.person_id IS NULL)\n                                AND lower(e.name) = lower(i.name)))))\n        OR (NEW.version > 1 AND NOT EXISTS (\n            SELECT FROM conferences_invitationletter AS o\n            WHERE o.invitation_id = NEW.invitation_id AND o.version = NEW.version - 1)) THEN\n        RAISE EXCEPTION 'invitationletter_of_somebody_on_the_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitationletter_of_somebody_on_the_list';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="2e378f61a7e3796627412f939c20fa4aeaf2a4dc",
                    operation="INSERT",
                    pgid="pgtrigger_invitationletter_of_somebody_on_the_list_3dbee",
                    table="conferences_invitationletter",
                    when="BEFORE",
                ),
            ),
        ),
    ]
