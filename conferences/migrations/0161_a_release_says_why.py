"""Whoever releases a copy in which something is in doubt says why."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0160_who_belonged_then"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_stays_as_made",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="document",
            name="release_words",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Why it may go though something in it was in doubt.",
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="release_words",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="Why it may go though something in it was in doubt.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_released_with_why_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n        WHERE r.released_at IS NOT NULL AND r.release_words = ''\n            AND coalesce(r.told -> 'cautions', '[]') <> '[]') THEN\n        RAISE EXCEPTION 'document_released_with_why' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_released_with_why';\n    END IF;\n    RETURN NULL;",
                    hash="9cd7603bdbf3c2e8d69d9fecb3b7987fc3e28c9e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_released_with_why_new_a5c96",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_released_with_why",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.released_at IS DISTINCT FROM NEW.released_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r\n        WHERE r.released_at IS NOT NULL AND r.release_words = ''\n            AND coalesce(r.told -> 'cautions', '[]') <> '[]') THEN\n        RAISE EXCEPTION 'document_released_with_why' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_released_with_why';\n    END IF;\n    RETURN NULL;",
                    hash="b39a1342e70dbe5d57b20001461306a342a0c6c1",
                    operation='UPDATE OF "released_at"',
                    pgid="pgtrigger_document_released_with_why_50109",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_holds_no_hidden_address_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n        WHERE r.released_at IS NOT NULL AND r.told -> 'cautions' @> '[\"HIDDEN\"]') THEN\n        RAISE EXCEPTION 'document_holds_no_hidden_address' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_holds_no_hidden_address';\n    END IF;\n    RETURN NULL;",
                    hash="8c8eeef7d1d8dbe348dd03f6cec94c5b8924ad94",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_holds_no_hidden_address_new_f9717",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_holds_no_hidden_address",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.released_at IS DISTINCT FROM NEW.released_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r\n        WHERE r.released_at IS NOT NULL AND r.told -> 'cautions' @> '[\"HIDDEN\"]') THEN\n        RAISE EXCEPTION 'document_holds_no_hidden_address' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_holds_no_hidden_address';\n    END IF;\n    RETURN NULL;",
                    hash="2014e8ff6f38d6cb5b2be9d369c5ad27eb859399",
                    operation='UPDATE OF "released_at"',
                    pgid="pgtrigger_document_holds_no_hidden_address_d5d84",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_went_released_and_newest_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN conferences_document AS n ON n.supersedes_id = r.id\n        WHERE r.kind = 'RECORD' AND (\n            r.sent_date < (r.released_at AT TIME ZONE 'Europe/London')::date\n            OR r.sent_date > (n.made_at AT TIME ZONE 'Europe/London')::date)) THEN\n        RAISE EXCEPTION 'document_went_released_and_newest' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_went_released_and_newest';\n    END IF;\n    RETURN NULL;",
                    hash="fc280bd5d6480e73e7e80af40ab42c85ba44fda4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_went_released_and_newest_new_660ae",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_went_released_and_newest",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.sent_date IS DISTINCT FROM NEW.sent_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r LEFT JOIN conferences_document AS n ON n.supersedes_id = r.id\n        WHERE r.kind = 'RECORD' AND (\n            r.sent_date < (r.released_at AT TIME ZONE 'Europe/London')::date\n            OR r.sent_date > (n.made_at AT TIME ZONE 'Europe/London')::date)) THEN\n        RAISE EXCEPTION 'document_went_released_and_newest' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_went_released_and_newest';\n    END IF;\n    RETURN NULL;",
                    hash="fc1a4ef625e342cd305b9ed99a19ad9e7b5d5f57",
                    operation='UPDATE OF "sent_date"',
                    pgid="pgtrigger_document_went_released_and_newest_ebac0",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason'] <> to_jsonb(NEW) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'release_words', 'off_by_id', 'off_at', 'off_reason']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL)\n        OR (OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by_id, NEW.release_words)\n            IS DISTINCT FROM (OLD.released_at, OLD.released_by_id, OLD.release_words))\n        OR (OLD.off_at IS NOT NULL AND (NEW.off_at, NEW.off_by_id, NEW.off_reason)\n            IS DISTINCT FROM (OLD.off_at, OLD.off_by_id, OLD.off_reason)) THEN\n        RAISE EXCEPTION 'document_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="d884ea360121514df1f624204cc2e8e10859b31e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_document_stays_as_made_b46e7",
                    table="conferences_document",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="384c7148873cb6441e909f7d1c7a2d396939d3f7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_853a4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="aa2276d23e273908cb633037893c2f1bb5544ce2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d0a68",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "release_words", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT old_values."agency_kind", old_values."agency_name", old_values."changed", old_values."id", old_values."is_late", old_values."kind", old_values."left_out", old_values."made_at", old_values."made_by_id", old_values."needs_release", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."release_words", old_values."released_at", old_values."released_by_id", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."supersedes_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d2da20df556aa65079b90d4ea590923646723932",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da19f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
    ]
