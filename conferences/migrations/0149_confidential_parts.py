"""The confidential section of a record: what was told, and who must not read it."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0148_asked_where_support_failed"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WithheldText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.TextField()),
                ("told_by", models.CharField(max_length=150)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("DANGER", "Telling it would put somebody in danger"),
                            ("POLICE_WORK", "Telling it would harm an enquiry or a court case"),
                            ("COURT", "A court forbids to tell it"),
                            ("CHILD", "A child told it and fears what would follow"),
                            ("HEALTH", "It is about somebody’s health and was told in confidence"),
                            ("ANOTHER", "It is about somebody outside the family"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                ("from_family", models.BooleanField()),
                (
                    "from_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("from_agencies", models.BooleanField()),
                ("owner_agreed", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld",
                        to="conferences.meetingrecord",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="WithheldTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.TextField()),
                ("told_by", models.CharField(max_length=150)),
                ("agency_kind", models.CharField(blank=True, max_length=20)),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("DANGER", "Telling it would put somebody in danger"),
                            ("POLICE_WORK", "Telling it would harm an enquiry or a court case"),
                            ("COURT", "A court forbids to tell it"),
                            ("CHILD", "A child told it and fears what would follow"),
                            ("HEALTH", "It is about somebody’s health and was told in confidence"),
                            ("ANOTHER", "It is about somebody outside the family"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                ("from_family", models.BooleanField()),
                (
                    "from_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("from_agencies", models.BooleanField()),
                ("owner_agreed", models.TextField(blank=True)),
                ("saved_at", models.DateTimeField()),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="history",
                        to="conferences.withheldtext",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.meetingrecord",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="withheldtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("what", ""), _negated=True), models.Q(("told_by", ""), _negated=True)
                ),
                name="withheldtext_what_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="withheldtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason__in", ["DANGER", "POLICE_WORK", "COURT", "CHILD", "HEALTH", "ANOTHER", "OTHER"])
                ),
                name="withheldtext_reason_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="withheldtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", "OTHER"), _negated=True),
                    models.Q(("reason_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="withheldtext_another_reason_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="withheldtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("from_family", True), ("from_people__len", 0)),
                    models.Q(("from_family", False), ("from_people__len__gte", 1)),
                    _connector="OR",
                ),
                name="withheldtext_from_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="withheldtext",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agency_kind", "POLICE"), _negated=True),
                    ("from_agencies", True),
                    models.Q(("owner_agreed", ""), _negated=True),
                    _connector="OR",
                ),
                name="withheldtext_police_agreed",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="withheldtext_kind_known_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'withheldtext_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheldtext_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="71c11498aac97f9b9df0432be725e03d635f98ea",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_withheldtext_kind_known_new_96ae8",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_withheldtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="withheldtext_kind_known",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.agency_kind IS DISTINCT FROM NEW.agency_kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_withheldtext WHERE id = NEW.id) AS r LEFT JOIN safeguarding_agencykind AS k ON k.code = r.agency_kind\n        WHERE r.agency_kind <> '' AND k.id IS NULL) THEN\n        RAISE EXCEPTION 'withheldtext_kind_known' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheldtext_kind_known';\n    END IF;\n    RETURN NULL;",
                    hash="5df0d54f740a396bb3385b3cde4d53f7303d376e",
                    operation='UPDATE OF "agency_kind"',
                    pgid="pgtrigger_withheldtext_kind_known_b41e6",
                    table="conferences_withheldtext",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="withheldtext_from_its_own_people_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id\n            JOIN conferences_request AS q ON q.id = b.request_id\n            CROSS JOIN unnest(r.from_people) AS one(id)\n            LEFT JOIN safeguarding_person AS p ON p.id = one.id\n        WHERE p.id IS NULL OR (p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id)))) THEN\n        RAISE EXCEPTION 'withheldtext_from_its_own_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheldtext_from_its_own_people';\n    END IF;\n    RETURN NULL;",
                    hash="b55d625b5d835b4498d90928340e712b3cf87f2b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_withheldtext_from_its_own_people_new_ba3e8",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_withheldtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="withheldtext_from_its_own_people",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.from_people IS DISTINCT FROM NEW.from_people))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_withheldtext WHERE id = NEW.id) AS r\n            JOIN conferences_meetingrecord AS m ON m.id = r.record_id\n            JOIN conferences_booking AS b ON b.id = m.booking_id\n            JOIN conferences_request AS q ON q.id = b.request_id\n            CROSS JOIN unnest(r.from_people) AS one(id)\n            LEFT JOIN safeguarding_person AS p ON p.id = one.id\n        WHERE p.id IS NULL OR (p.family_id <> q.family_id AND NOT EXISTS (\n            SELECT FROM conferences_requestedchild AS rc JOIN safeguarding_child AS c ON c.id = rc.child_id\n                LEFT JOIN safeguarding_relationship AS t ON t.child_id = c.id AND t.person_id = p.id\n                    AND NOT t.in_error\n            WHERE rc.request_id = q.id AND (t.id IS NOT NULL OR c.family_id = p.family_id)))) THEN\n        RAISE EXCEPTION 'withheldtext_from_its_own_people' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheldtext_from_its_own_people';\n    END IF;\n    RETURN NULL;",
                    hash="b9f41cd7d86726a4a258de065f640f97e1ab9200",
                    operation='UPDATE OF "record_id", "from_people"',
                    pgid="pgtrigger_withheldtext_from_its_own_people_37c09",
                    table="conferences_withheldtext",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="withheldtext_signed_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM conferences_meetingrecord AS m\n            JOIN conferences_meetingrecordevent AS e ON e.pgh_obj_id = m.id\n        WHERE m.state = 'SIGNED' AND e.state = 'SIGNED' AND e.pgh_created_at <> now() AND m.id IN (OLD.record_id, NEW.record_id)) THEN\n        RAISE EXCEPTION 'withheldtext_signed_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'withheldtext_signed_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="d905ba0f32c83da77668e9bd046e615d6e1b1eec",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_withheldtext_signed_stays_5ad8d",
                    table="conferences_withheldtext",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_withheldtextevent" ("agency_kind", "from_agencies", "from_family", "from_people", "id", "owner_agreed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_words", "record_id", "ref", "saved_at", "saved_by_id", "told_by", "what") SELECT new_values."agency_kind", new_values."from_agencies", new_values."from_family", new_values."from_people", new_values."id", new_values."owner_agreed", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."reason_words", new_values."record_id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."told_by", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f98cb5e68e00b16f2e6485e3204634ff8344530f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_feb17",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_withheldtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_withheldtextevent" ("agency_kind", "from_agencies", "from_family", "from_people", "id", "owner_agreed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_words", "record_id", "ref", "saved_at", "saved_by_id", "told_by", "what") SELECT new_values."agency_kind", new_values."from_agencies", new_values."from_family", new_values."from_people", new_values."id", new_values."owner_agreed", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."reason_words", new_values."record_id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."told_by", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f8159c1f277495302708b964a54b05b7ab61f200",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6c167",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_withheldtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_withheldtextevent" ("agency_kind", "from_agencies", "from_family", "from_people", "id", "owner_agreed", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reason_words", "record_id", "ref", "saved_at", "saved_by_id", "told_by", "what") SELECT old_values."agency_kind", old_values."from_agencies", old_values."from_family", old_values."from_people", old_values."id", old_values."owner_agreed", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."reason_words", old_values."record_id", old_values."ref", old_values."saved_at", old_values."saved_by_id", old_values."told_by", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4b59935585d79afd9eb571b4a743523f825f3968",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a7b02",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_withheldtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withheldtextevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f859d7b89168983d122d3bddab84145f465f77ba",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_899cd",
                    table="conferences_withheldtextevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
