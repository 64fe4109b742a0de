"""A council's own words of its letters: each version stays as it was written."""

import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0193_arranged_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="LetterWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
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
                        ],
                        max_length=20,
                    ),
                ),
                ("part", models.CharField(max_length=30)),
                ("version", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("from_date", models.DateField()),
                ("reason", models.TextField()),
                ("set_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "off_by",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["kind", "part", "version"],
            },
        ),
        migrations.CreateModel(
            name="LetterWordingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
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
                        ],
                        max_length=20,
                    ),
                ),
                ("part", models.CharField(max_length=30)),
                ("version", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("from_date", models.DateField()),
                ("reason", models.TextField()),
                ("set_at", models.DateTimeField()),
                ("off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "off_by",
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
                        to="conferences.letterwording",
                    ),
                ),
                (
                    "set_by",
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
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("from_date")),
                name="letterwording_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.UniqueConstraint(
                fields=("kind", "part", "version"), name="letterwording_one_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.UniqueConstraint(
                condition=models.Q(("off_at__isnull", True)),
                fields=("kind", "part", "from_date"),
                name="letterwording_one_from_a_day",
            ),
        ),
        migrations.AddConstraint(
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
                        ],
                    )
                ),
                name="letterwording_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__regex", "\\S")), name="letterwording_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason__regex", "\\S")), name="letterwording_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        models.F("from_date"), safeguarding.promises.LocalDay("set_at")
                    )
                ),
                name="letterwording_never_back_in_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterwording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("off_at__isnull", True), ("off_by__isnull", True)),
                    models.Q(
                        django.db.models.lookups.GreaterThanOrEqual(
                            models.F("from_date"), safeguarding.promises.LocalDay("off_at")
                        ),
                        ("off_at__isnull", False),
                        ("off_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="letterwording_off_before_its_day_is_over",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwording",
            trigger=pgtrigger.compiler.Trigger(
                name="letterwording_follows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (NEW.version <> 1 + coalesce((\n            SELECT max(o.version) FROM conferences_letterwording AS o\n            WHERE o.kind = NEW.kind AND o.part = NEW.part), 0))\n        OR EXISTS (\n            SELECT FROM conferences_letterwording AS o\n            WHERE o.kind = NEW.kind AND o.part = NEW.part AND o.off_at IS NULL\n                AND o.from_date > NEW.from_date) THEN\n        RAISE EXCEPTION 'letterwording_follows' USING ERRCODE = 'check_violation', CONSTRAINT = 'letterwording_follows';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f6443f96e2d9bd0fb6e7a4567f4b967bb436f10e",
                    operation="INSERT",
                    pgid="pgtrigger_letterwording_follows_7207e",
                    table="conferences_letterwording",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwording",
            trigger=pgtrigger.compiler.Trigger(
                name="letterwording_stays_as_written",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR to_jsonb(OLD) - ARRAY['off_at', 'off_by_id'] <> to_jsonb(NEW) - ARRAY['off_at', 'off_by_id']\n        OR OLD.off_at IS NOT NULL THEN\n        RAISE EXCEPTION 'letterwording_stays_as_written' USING ERRCODE = 'check_violation', CONSTRAINT = 'letterwording_stays_as_written';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3c5c7840352dc2fd5cc4c24b08d027fb2a72d608",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_letterwording_stays_as_written_a4160",
                    table="conferences_letterwording",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwording",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterwordingevent" ("from_date", "id", "kind", "off_at", "off_by_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "text", "version") SELECT new_values."from_date", new_values."id", new_values."kind", new_values."off_at", new_values."off_by_id", new_values."part", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id", new_values."text", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e93e6886573da7058d026bf060ee175355bf7d7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_35615",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_letterwording",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwording",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterwordingevent" ("from_date", "id", "kind", "off_at", "off_by_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "text", "version") SELECT new_values."from_date", new_values."id", new_values."kind", new_values."off_at", new_values."off_by_id", new_values."part", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."set_at", new_values."set_by_id", new_values."text", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c6280d5547e61aa6a098b93ecf8f7ce157685ebd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4206",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_letterwording",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwording",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_letterwordingevent" ("from_date", "id", "kind", "off_at", "off_by_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_at", "set_by_id", "text", "version") SELECT old_values."from_date", old_values."id", old_values."kind", old_values."off_at", old_values."off_by_id", old_values."part", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."set_at", old_values."set_by_id", old_values."text", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="70562db3554e1bba828f3ef7d83a196f692da433",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d1340",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_letterwording",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="letterwordingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4a60cc03fb89f5746e145253a5d9ac0dc12536b9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de00d",
                    table="conferences_letterwordingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
