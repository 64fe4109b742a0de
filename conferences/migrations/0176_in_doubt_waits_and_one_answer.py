"""What is in doubt waits, a chair alone goes on without a quorum, and each of a family has one answer."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0168_to_release_found_by_index"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_in_doubt_waits_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n        WHERE NOT r.needs_release AND NOT (r.is_late AND r.sent_date IS NOT NULL)\n            AND coalesce(r.told -> 'cautions', '[]') <> '[]') THEN\n        RAISE EXCEPTION 'document_in_doubt_waits' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_in_doubt_waits';\n    END IF;\n    RETURN NULL;",
                    hash="1452be8adbb05f4a901aac249e8e630cc2a72c11",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_in_doubt_waits_new_81baf",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_in_doubt_waits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.needs_release IS DISTINCT FROM NEW.needs_release OR OLD.told IS DISTINCT FROM NEW.told))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r\n        WHERE NOT r.needs_release AND NOT (r.is_late AND r.sent_date IS NOT NULL)\n            AND coalesce(r.told -> 'cautions', '[]') <> '[]') THEN\n        RAISE EXCEPTION 'document_in_doubt_waits' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_in_doubt_waits';\n    END IF;\n    RETURN NULL;",
                    hash="48d8c6037c9a4e3c579b19fa958b94e59797623a",
                    operation='UPDATE OF "needs_release", "told"',
                    pgid="pgtrigger_document_in_doubt_waits_d2016",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_answers_once_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS o ON o.request_id = r.request_id\n        WHERE r.off_at IS NULL AND o.off_at IS NULL AND r.agency_kind = '' AND o.agency_kind = ''\n            AND lower(o.name) = lower(r.name) AND (o.person_id IS NULL) <> (r.person_id IS NULL)) THEN\n        RAISE EXCEPTION 'invitation_answers_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answers_once';\n    END IF;\n    RETURN NULL;",
                    hash="7cbefb45417b8cfbeb9a8950ef645fa525694134",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_invitation_answers_once_new_65958",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="invitation_answers_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.name IS DISTINCT FROM NEW.name OR OLD.agency_kind IS DISTINCT FROM NEW.agency_kind OR OLD.off_at IS DISTINCT FROM NEW.off_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_invitation WHERE id = NEW.id) AS r JOIN conferences_invitation AS o ON o.request_id = r.request_id\n        WHERE r.off_at IS NULL AND o.off_at IS NULL AND r.agency_kind = '' AND o.agency_kind = ''\n            AND lower(o.name) = lower(r.name) AND (o.person_id IS NULL) <> (r.person_id IS NULL)) THEN\n        RAISE EXCEPTION 'invitation_answers_once' USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_answers_once';\n    END IF;\n    RETURN NULL;",
                    hash="533e0aee035c12f061ad16a90e98e0c92b434d40",
                    operation='UPDATE OF "person_id", "name", "agency_kind", "off_at"',
                    pgid="pgtrigger_invitation_answers_once_654af",
                    table="conferences_invitation",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quorumchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="quorum_choice_of_its_chair_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_booking AS b ON b.id = r.booking_id\n        WHERE b.chair_id <> r.told_by_id) THEN\n        RAISE EXCEPTION 'quorum_choice_of_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'quorum_choice_of_its_chair';\n    END IF;\n    RETURN NULL;",
                    hash="ad01502da12d32a72d9dbde89b9de352703f6c2c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_quorum_choice_of_its_chair_new_57678",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_quorumchoice",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="quorumchoice",
            trigger=pgtrigger.compiler.Trigger(
                name="quorum_choice_of_its_chair",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.booking_id IS DISTINCT FROM NEW.booking_id OR OLD.told_by_id IS DISTINCT FROM NEW.told_by_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_quorumchoice WHERE id = NEW.id) AS r JOIN conferences_booking AS b ON b.id = r.booking_id\n        WHERE b.chair_id <> r.told_by_id) THEN\n        RAISE EXCEPTION 'quorum_choice_of_its_chair' USING ERRCODE = 'check_violation', CONSTRAINT = 'quorum_choice_of_its_chair';\n    END IF;\n    RETURN NULL;",
                    hash="2646046a5d778e1905186a1e464bdcc1f13899b4",
                    operation='UPDATE OF "booking_id", "told_by_id"',
                    pgid="pgtrigger_quorum_choice_of_its_chair_ea862",
                    table="conferences_quorumchoice",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
