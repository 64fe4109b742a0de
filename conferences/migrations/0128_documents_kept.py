"""What is sent is kept as it was made: documents in versions, and their files byte for byte."""

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import conferences.models.documents
import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0127_meetings_undecided_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("DECISION_LETTER", "Decision letter")], max_length=20)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("is_late", models.BooleanField(db_default=False, default=False)),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("sent_date", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="safeguarding.person",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="conferences.meetingrecord",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="conferences.document",
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
            name="DocumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("kind", models.CharField(choices=[("DECISION_LETTER", "Decision letter")], max_length=20)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("is_late", models.BooleanField(db_default=False, default=False)),
                ("left_out", models.TextField(blank=True)),
                ("told", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("sent_date", models.DateField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.person",
                    ),
                ),
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
                        to="conferences.document",
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
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.document",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DocumentFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("format", models.CharField(choices=[("WORD", "Word"), ("PDF", "PDF")], max_length=4)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="conferences.document",
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
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("record", "kind", "person", "version"), name="document_one_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["DECISION_LETTER"])), name="document_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changed", ""), ("supersedes__isnull", True), ("version", 1)),
                    models.Q(
                        ("is_late", False),
                        ("supersedes__isnull", False),
                        ("version__gt", 1),
                        models.Q(("changed", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="document_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_by__isnull", True), ("sent_date__isnull", True)),
                    models.Q(("sent_by__isnull", False), ("sent_date__isnull", False)),
                    _connector="OR",
                ),
                name="document_sent_by_and_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sent_date__isnull", True),
                    ("version", 1),
                    django.db.models.lookups.GreaterThanOrEqual(
                        models.F("sent_date"), safeguarding.promises.LocalDay("made_at")
                    ),
                    _connector="OR",
                ),
                name="document_sent_after_it_was_made",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_of_its_letter_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r WHERE r.kind = 'DECISION_LETTER' AND NOT EXISTS (\n            SELECT FROM conferences_letter AS l\n            WHERE l.record_id = r.record_id AND l.person_id = r.person_id)) THEN\n        RAISE EXCEPTION 'document_of_its_letter' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_of_its_letter';\n    END IF;\n    RETURN NULL;",
                    hash="91045e4675822f452248fa809e7f470933fa089d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_document_of_its_letter_new_599a1",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_of_its_letter",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.person_id IS DISTINCT FROM NEW.person_id OR OLD.kind IS DISTINCT FROM NEW.kind))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r WHERE r.kind = 'DECISION_LETTER' AND NOT EXISTS (\n            SELECT FROM conferences_letter AS l\n            WHERE l.record_id = r.record_id AND l.person_id = r.person_id)) THEN\n        RAISE EXCEPTION 'document_of_its_letter' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_of_its_letter';\n    END IF;\n    RETURN NULL;",
                    hash="f0e9010f686626ca5d773cc286607fa2f0649aab",
                    operation='UPDATE OF "record_id", "person_id", "kind"',
                    pgid="pgtrigger_document_of_its_letter_a0e17",
                    table="conferences_document",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="document_follows_the_one_before_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.version + 1)\n            IS DISTINCT FROM (r.record_id, r.kind, r.person_id, r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="011b16dda433f758b8dc318d63f3a623e55a41e0",
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
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_document WHERE id = NEW.id) AS r JOIN conferences_document AS o ON o.id = r.supersedes_id\n        WHERE (o.record_id, o.kind, o.person_id, o.version + 1)\n            IS DISTINCT FROM (r.record_id, r.kind, r.person_id, r.version::int)) THEN\n        RAISE EXCEPTION 'document_follows_the_one_before' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_follows_the_one_before';\n    END IF;\n    RETURN NULL;",
                    hash="e1ea981613270be3f9ff7e02b0d2ed8e3d6ee3f4",
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
                name="document_stays_as_made",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - 'sent_date' - 'sent_by_id'\n        <> to_jsonb(NEW) - 'sent_date' - 'sent_by_id'\n        OR (OLD.sent_date IS NOT NULL AND NEW.sent_date IS NULL) THEN\n        RAISE EXCEPTION 'document_stays_as_made' USING ERRCODE = 'check_violation', CONSTRAINT = 'document_stays_as_made';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="ecfbe7f8c3d470e6da3f9ffcf35ddb7919eca314",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date", "supersedes_id", "told", "version") SELECT new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."record_id", new_values."sent_by_id", new_values."sent_date", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b78a9a4b0b321e358a015b9d3fe6d21eab4d8c16",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date", "supersedes_id", "told", "version") SELECT new_values."changed", new_values."id", new_values."is_late", new_values."kind", new_values."left_out", new_values."made_at", new_values."made_by_id", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."record_id", new_values."sent_by_id", new_values."sent_date", new_values."supersedes_id", new_values."told", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8af9fa01318c8a6aa492674cb7c90f10480d9c6e",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_documentevent" ("changed", "id", "is_late", "kind", "left_out", "made_at", "made_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_id", "sent_by_id", "sent_date", "supersedes_id", "told", "version") SELECT old_values."changed", old_values."id", old_values."is_late", old_values."kind", old_values."left_out", old_values."made_at", old_values."made_by_id", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."record_id", old_values."sent_by_id", old_values."sent_date", old_values."supersedes_id", old_values."told", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fcba4d84d3273bc458f25f9a58e5b6d13cd04cb1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da19f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_document",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7b8ec642ca02ccc1e6ed6c3de91b53143d58b4d0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fc1f8",
                    table="conferences_documentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="documentfile",
            constraint=models.UniqueConstraint(
                fields=("document", "format"), name="documentfile_one_a_format"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("format__in", ["WORD", "PDF"])), name="documentfile_format_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentfile",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.F("sha256"), conferences.models.documents.Sum("content")
                ),
                name="documentfile_sum_of_its_bytes",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        conferences.models.documents.Length("content"), 1
                    ),
                    django.db.models.lookups.GreaterThanOrEqual(
                        10000000, conferences.models.documents.Length("content")
                    ),
                ),
                name="documentfile_size",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="documentfile",
            trigger=pgtrigger.compiler.Trigger(
                name="documentfile_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c74d69b24e6bc48eb08e246946af1a616436b517",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_documentfile_never_changed_7d967",
                    table="conferences_documentfile",
                    when="BEFORE",
                ),
            ),
        ),
    ]
