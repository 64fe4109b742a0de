"""A child's own version of the record, and its words."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0214_core_groups_later_checked"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
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
            name="document_to_a_person_or_an_agency",
        ),
        migrations.RemoveConstraint(
            model_name="document",
            name="document_one_a_version_for_an_agency",
        ),
        migrations.RemoveConstraint(
            model_name="letterwording",
            name="letterwording_kind_known",
        ),
        migrations.AddField(
            model_name="document",
            name="requested_child",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AddField(
            model_name="documentevent",
            name="requested_child",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.requestedchild",
            ),
        ),
        migrations.AlterField(
            model_name="letterwording",
            name="kind",
            field=models.CharField(
                choices=[
                    ("DECISION", "Decision letter"),
                    ("INVITATION", "Invitation to the family"),
                    ("AGENCY", "Invitation to an agency"),
                    ("CHILD_READ", "Invitation to a child, to read together"),
                    ("CHILD_SIDE", "Invitation to a child, one side"),
                    ("CHILD_FORM", "Invitation to a child, with a form"),
                    ("CHILD_GROWN", "Invitation to a young person, as to a grown-up"),
                    ("EXCLUSION", "Letter of an exclusion"),
                    ("RECORD", "Copy of the record"),
                    ("OWN_READ", "A child’s own version of the record, to read together"),
                    ("OWN_SIDE", "A child’s own version of the record, one side"),
                    ("OWN_FORM", "A child’s own version of the record, for who is older"),
                    ("OWN_GROWN", "A young person’s own version of the record"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="letterwordingevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("DECISION", "Decision letter"),
                    ("INVITATION", "Invitation to the family"),
                    ("AGENCY", "Invitation to an agency"),
                    ("CHILD_READ", "Invitation to a child, to read together"),
                    ("CHILD_SIDE", "Invitation to a child, one side"),
                    ("CHILD_FORM", "Invitation to a child, with a form"),
                    ("CHILD_GROWN", "Invitation to a young person, as to a grown-up"),
                    ("EXCLUSION", "Letter of an exclusion"),
                    ("RECORD", "Copy of the record"),
                    ("OWN_READ", "A child’s own version of the record, to read together"),
                    ("OWN_SIDE", "A child’s own version of the record, one side"),
                    ("OWN_FORM", "A child’s own version of the record, for who is older"),
                    ("OWN_GROWN", "A young person’s own version of the record"),
                ],
                max_length=20,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_follows_the_one_before_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.requested_child_id, o.agency_kind,\n                lower(o.agency_name), o.version + 1)\n            IS DISTINCT FROM\n            (r.record_id, r.kind, r.person_id, r.requested_child_id, r.agency_kind,\n                lower(r.agency_name), r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="7fe13c1d32e76e3ca8f8a16624e0d004b5eaa8c6",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.requested_child_id, o.agency_kind,\n                lower(o.agency_name), o.version + 1)\n            IS DISTINCT FROM\n            (r.record_id, r.kind, r.person_id, r.requested_child_id, r.agency_kind,\n                lower(r.agency_name), r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="02d8f7c71fccdd94d824eb00cd69a8bc88f97c10",
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
                name="document_own_version_of_its_children_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n        WHERE r.requested_child_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM conferences_childpart AS c\n            WHERE c.record_id = r.record_id AND c.requested_child_id = r.requested_child_id)) THEN\n        RAISE EXCEPTION 'document_own_version_of_its_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_own_version_of_its_children';\n    END IF;\n    RETURN NULL;",
                    hash="386e1d6fb3d1e4606560e4118a1477c9183efad8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_own_version_of_its_children_new_cf9e2",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_own_version_of_its_children",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.requested_child_id IS DISTINCT FROM NEW.requested_child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r\n        WHERE r.requested_child_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM conferences_childpart AS c\n            WHERE c.record_id = r.record_id AND c.requested_child_id = r.requested_child_id)) THEN\n        RAISE EXCEPTION 'document_own_version_of_its_children' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_own_version_of_its_children';\n    END IF;\n    RETURN NULL;",
                    hash="ecc2bad7b949b46220e87960c0a4e0b7da45d72f",
                    operation='UPDATE OF "record_id", "requested_child_id"',
                    pgid="pgtrigger_document_own_version_of_its_children_00522",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "requested_child_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."read_date", new_values."read_how", new_values."read_language", new_values."read_who", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."requested_child_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5896da40126da6e18b7a68429d46d00fa9c438f2",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "requested_child_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT new_values."agency_kind", new_values."agency_name", new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."needs_release", new_values."off_at", new_values."off_by_id", new_values."off_reason", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."read_date", new_values."read_how", new_values."read_language", new_values."read_who", new_values."record_id", new_values."release_words", new_values."released_at", new_values."released_by_id", new_values."requested_child_id", new_values."sent_by_id", new_values."sent_date", new_values."sent_how", new_values."sent_proof", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="977bde43355d8ef966dcb0414123f8b8f1f6d852",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("agency_kind", "agency_name", "changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "needs_release", "off_at", "off_by_id", "off_reason", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "read_date", "read_how", "read_language", "read_who", "record_id", "release_words", "released_at", "released_by_id", "requested_child_id", "sent_by_id", "sent_date", "sent_how", "sent_proof", "supersedes_id", "told", "version") SELECT old_values."agency_kind", old_values."agency_name", old_values."changed", old_values."id", old_values."is_late", old_values."kind", old_values."left_out", old_values."made_at", old_values."made_by_id", old_values."needs_release", old_values."off_at", old_values."off_by_id", old_values."off_reason", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_at", old_values."read_by_id", old_values."read_date", old_values."read_how", old_values."read_language", old_values."read_who", old_values."record_id", old_values."release_words", old_values."released_at", old_values."released_by_id", old_values."requested_child_id", old_values."sent_by_id", old_values."sent_date", old_values."sent_how", old_values."sent_proof", old_values."supersedes_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4bc0f0b402e16dfdf07d483e9ff61b3edd4bf203",
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
                    models.Q(
                        ("agency_kind", ""),
                        ("agency_name", ""),
                        ("person__isnull", False),
                        ("requested_child__isnull", True),
                    ),
                    models.Q(
                        ("agency_kind", ""),
                        ("agency_name", ""),
                        ("kind", "RECORD"),
                        ("needs_release", True),
                        ("person__isnull", True),
                        ("requested_child__isnull", False),
                    ),
                    models.Q(
                        ("kind", "RECORD"),
                        ("person__isnull", True),
                        ("requested_child__isnull", True),
                        models.Q(("agency_kind", ""), _negated=True),
                        models.Q(("agency_name", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_to_a_person_or_an_agency",
            ),
        ),
        AddConstraintNotValid(
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "DECISION",
                            "INVITATION",
                            "AGENCY",
                            "CHILD_READ",
                            "CHILD_SIDE",
                            "CHILD_FORM",
                            "CHILD_GROWN",
                            "EXCLUSION",
                            "RECORD",
                            "OWN_READ",
                            "OWN_SIDE",
                            "OWN_FORM",
                            "OWN_GROWN",
                        ],
                    )
                ),
                name="letterwording_kind_known",
            ),
        ),
    ]
