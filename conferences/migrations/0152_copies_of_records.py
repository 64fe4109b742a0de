"""The record of a conference as copies: to a person or an agency, released, sent, or called off."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0151_ended_before_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_follows_the_one_before_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="document",
            name="document_follows_the_one_before",
        ),
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
        migrations.RemoveConstraint(
            model_name="document",
            name="document_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="document",
            name="document_sent_after_it_was_made",
        ),
        migrations.AddField(
            model_name="document",
            name="agency_kind",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="document",
            name="agency_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AddField(
            model_name="document",
            name="needs_release",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="document",
            name="off_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="off_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="off_reason",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why it will not be sent."
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="released_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="released_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="sent_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("POST", "By post"),
                    ("RECORDED_POST", "By recorded post"),
                    ("BY_HAND", "By hand"),
                    ("SECURE_EMAIL", "By secure email"),
                ],
                db_default="",
                default="",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="sent_proof",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="What shows that it went."
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="agency_kind",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="agency_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=150),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="needs_release",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="off_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="off_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="off_reason",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="Why it will not be sent."
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="released_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="released_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="sent_how",
            field=models.CharField(
                blank=True,
                choices=[
                    ("POST", "By post"),
                    ("RECORDED_POST", "By recorded post"),
                    ("BY_HAND", "By hand"),
                    ("SECURE_EMAIL", "By secure email"),
                ],
                db_default="",
                default="",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="sent_proof",
            field=models.TextField(
                blank=True, db_default="", default="", help_text="What shows that it went."
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[("DECISION_LETTER", "Decision letter"), ("RECORD", "Record of a conference")],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="person",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="safeguarding.person",
            ),
        ),
        migrations.AlterField(
            model_name="documentevent",
            name="kind",
            field=models.CharField(
                choices=[("DECISION_LETTER", "Decision letter"), ("RECORD", "Record of a conference")],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="documentevent",
            name="person",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.person",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_follows_the_one_before_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.agency_kind, lower(o.agency_name), o.version + 1)\n            IS DISTINCT FROM\n            (r.record_id, r.kind, r.person_id, r.agency_kind, lower(r.agency_name), r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="f1e96c1ba91896c0ee82a07e67b5ebfbca9063d4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_follows_the_one_before_new_f03f5",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_follows_the_one_before",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.supersedes_id IS DISTINCT FROM NEW.supersedes_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.agency_kind, lower(o.agency_name), o.version + 1)\n            IS DISTINCT FROM\n            (r.record_id, r.kind, r.person_id, r.agency_kind, lower(r.agency_name), r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="75decc966d46039144653ad8c2b774bf8fd636c4",
                    operation='UPDATE OF "supersedes_id"',
                    pgid="pgtrigger_document_follows_the_one_before_15aa9",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_copy_of_a_signed_record_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n        WHERE r.kind = 'RECORD' AND m.state <> 'SIGNED') THEN\n        RAISE EXCEPTION 'document_copy_of_a_signed_record' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_copy_of_a_signed_record';\n    END IF;\n    RETURN NULL;",
                    hash="d19e15c69f4ff53dd8f7bc5cfde5daba4edf441b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_copy_of_a_signed_record_new_2b0e4",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_copy_of_a_signed_record",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.kind IS DISTINCT FROM NEW.kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n        WHERE r.kind = 'RECORD' AND m.state <> 'SIGNED') THEN\n        RAISE EXCEPTION 'document_copy_of_a_signed_record' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_copy_of_a_signed_record';\n    END IF;\n    RETURN NULL;",
                    hash="ba23650f8d90d5afb256aa5121737a84a09f1263",
                    operation='UPDATE OF "record_id", "kind"',
                    pgid="pgtrigger_document_copy_of_a_signed_record_1db12",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_copy_of_its_own_people_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n        WHERE r.kind = 'RECORD' AND r.person_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM conferences_childpart AS c\n                JOIN conferences_requestedchild AS rc ON rc.id = c.requested_child_id\n                JOIN safeguarding_relationship AS t ON t.child_id = rc.child_id\n            WHERE c.record_id = r.record_id AND t.person_id = r.person_id AND NOT t.in_error)) THEN\n        RAISE EXCEPTION 'document_copy_of_its_own_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_copy_of_its_own_people';\n    END IF;\n    RETURN NULL;",
                    hash="c388bdc8713c93319892271d888bc5031f371c8e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_copy_of_its_own_people_new_f2072",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_copy_of_its_own_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.person_id IS DISTINCT FROM NEW.person_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r\n        WHERE r.kind = 'RECORD' AND r.person_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM conferences_childpart AS c\n                JOIN conferences_requestedchild AS rc ON rc.id = c.requested_child_id\n                JOIN safeguarding_relationship AS t ON t.child_id = rc.child_id\n            WHERE c.record_id = r.record_id AND t.person_id = r.person_id AND NOT t.in_error)) THEN\n        RAISE EXCEPTION 'document_copy_of_its_own_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_copy_of_its_own_people';\n    END IF;\n    RETURN NULL;",
                    hash="e47311a50a6f123525da8b5b6c0e83f1b5df8998",
                    operation='UPDATE OF "record_id", "kind", "person_id"',
                    pgid="pgtrigger_document_copy_of_its_own_people_ede88",
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
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'off_by_id', 'off_at', 'off_reason'] <> to_jsonb(NEW) - ARRAY['sent_date', 'sent_by_id', 'sent_how', 'sent_proof', 'released_by_id', 'released_at', 'off_by_id', 'off_at', 'off_reason']\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL)\n        OR (OLD.released_at IS NOT NULL AND (NEW.released_at, NEW.released_by_id)\n            IS DISTINCT FROM (OLD.released_at, OLD.released_by_id))\n        OR (OLD.off_at IS NOT NULL AND (NEW.off_at, NEW.off_by_id, NEW.off_reason)\n            IS DISTINCT FROM (OLD.off_at, OLD.off_by_id, OLD.off_reason)) THEN\n        RAISE EXCEPTION 'document_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f49623b282d901d199f23696a56629124ea7ed56",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b23178a8e709db1e386693c2429510de796068c2",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."released_at", new_values."released_by_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="61d3aaa03a3b5aaa15c62ed262ffeeb2ddf817bc",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "released_at", "released_by_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT old_values."agency_kind", old_values."agency_name", old_values."changed", old_values."id", old_values."is_late", old_values."kind", old_values."left_out", old_values."made_at", old_values."made_by_id", old_values."needs_release", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."released_at", old_values."released_by_id", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."supersedes_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="851a56e08f985a51551776e9a22a0ce6ba1f4b1b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da19f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency_kind", ""), ("agency_name", ""), ("person__isnull", False)),
                    models.Q(
                        ("kind", "RECORD"),
                        ("person__isnull", True),
                        models.Q(("agency_kind", ""), _negated=True),
                        models.Q(("agency_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_to_a_person_or_an_agency",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("kind", "RECORD"), _negated=True), ("sent_how", ""), ("sent_proof", "")
                    ),
                    models.Q(
                        ("kind", "RECORD"), ("sent_date__isnull", True), ("sent_how", ""), ("sent_proof", "")
                    ),
                    models.Q(
                        ("kind", "RECORD"),
                        ("sent_date__isnull", False),
                        ("sent_how__in", ["POST", "RECORDED_POST", "BY_HAND", "SECURE_EMAIL"]),
                    ),
                    _connector="OR",
                ),
                name="document_copy_sent_how",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("released_at__isnull", True), ("released_by__isnull", True)),
                    models.Q(("released_at__isnull", False), ("released_by__isnull", False)),
                    _connector="OR",
                ),
                name="document_released_by_and_at",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("released_by__isnull", True),
                    models.Q(("released_by", models.F("made_by")), _negated=True),
                    _connector="OR",
                ),
                name="document_released_by_another",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needs_release", False),
                    ("sent_date__isnull", True),
                    ("released_at__isnull", False),
                    _connector="OR",
                ),
                name="document_released_before_it_goes",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("off_at__isnull", True), ("off_by__isnull", True), ("off_reason", "")),
                    models.Q(
                        ("off_at__isnull", False),
                        ("off_by__isnull", False),
                        ("sent_date__isnull", True),
                        models.Q(("off_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_off_by_at_and_why",
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["DECISION_LETTER", "RECORD"])), name="document_kind_known"
            ),
        ),
        AddConstraintNotValid(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_date__isnull", True),
                    models.Q(("kind", "DECISION_LETTER"), ("version", 1)),
                    django.db.models.lookups.GreaterThanOrEqual(
                        models.F("sent_date"), safeguarding.promises.LocalDay("made_at")
                    ),
                    _connector="OR",
                ),
                name="document_sent_after_it_was_made",
            ),
        ),
    ]
