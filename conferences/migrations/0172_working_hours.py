"""Chairs work in the hours of their pattern, from a day on."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0169_feedback"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkingHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_date", models.DateField()),
                ("monday_from", models.TimeField(blank=True, null=True)),
                ("monday_to", models.TimeField(blank=True, null=True)),
                ("tuesday_from", models.TimeField(blank=True, null=True)),
                ("tuesday_to", models.TimeField(blank=True, null=True)),
                ("wednesday_from", models.TimeField(blank=True, null=True)),
                ("wednesday_to", models.TimeField(blank=True, null=True)),
                ("thursday_from", models.TimeField(blank=True, null=True)),
                ("thursday_to", models.TimeField(blank=True, null=True)),
                ("friday_from", models.TimeField(blank=True, null=True)),
                ("friday_to", models.TimeField(blank=True, null=True)),
                ("set_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="working_hours",
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
                "verbose_name_plural": "working hours",
                "ordering": ["first_date", "id"],
            },
        ),
        migrations.CreateModel(
            name="WorkingHoursEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("first_date", models.DateField()),
                ("monday_from", models.TimeField(blank=True, null=True)),
                ("monday_to", models.TimeField(blank=True, null=True)),
                ("tuesday_from", models.TimeField(blank=True, null=True)),
                ("tuesday_to", models.TimeField(blank=True, null=True)),
                ("wednesday_from", models.TimeField(blank=True, null=True)),
                ("wednesday_to", models.TimeField(blank=True, null=True)),
                ("thursday_from", models.TimeField(blank=True, null=True)),
                ("thursday_to", models.TimeField(blank=True, null=True)),
                ("friday_from", models.TimeField(blank=True, null=True)),
                ("friday_to", models.TimeField(blank=True, null=True)),
                ("set_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
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
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="conferences.workinghours",
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
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("first_date")),
                name="workinghours_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("monday_from__isnull", True), ("monday_to__isnull", True)),
                    models.Q(
                        ("monday_from__isnull", False),
                        ("monday_to__isnull", False),
                        ("monday_to__gt", models.F("monday_from")),
                    ),
                    _connector="OR",
                ),
                name="workinghours_monday_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("tuesday_from__isnull", True), ("tuesday_to__isnull", True)),
                    models.Q(
                        ("tuesday_from__isnull", False),
                        ("tuesday_to__isnull", False),
                        ("tuesday_to__gt", models.F("tuesday_from")),
                    ),
                    _connector="OR",
                ),
                name="workinghours_tuesday_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("wednesday_from__isnull", True), ("wednesday_to__isnull", True)),
                    models.Q(
                        ("wednesday_from__isnull", False),
                        ("wednesday_to__isnull", False),
                        ("wednesday_to__gt", models.F("wednesday_from")),
                    ),
                    _connector="OR",
                ),
                name="workinghours_wednesday_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("thursday_from__isnull", True), ("thursday_to__isnull", True)),
                    models.Q(
                        ("thursday_from__isnull", False),
                        ("thursday_to__isnull", False),
                        ("thursday_to__gt", models.F("thursday_from")),
                    ),
                    _connector="OR",
                ),
                name="workinghours_thursday_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("friday_from__isnull", True), ("friday_to__isnull", True)),
                    models.Q(
                        ("friday_from__isnull", False),
                        ("friday_to__isnull", False),
                        ("friday_to__gt", models.F("friday_from")),
                    ),
                    _connector="OR",
                ),
                name="workinghours_friday_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("monday_from__isnull", False),
                    ("tuesday_from__isnull", False),
                    ("wednesday_from__isnull", False),
                    ("thursday_from__isnull", False),
                    ("friday_from__isnull", False),
                    _connector="OR",
                ),
                name="workinghours_some_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="workinghours_ended_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="workinghours",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("person", "first_date"),
                name="workinghours_once_from_a_day",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinghours",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workinghoursevent" ("ended_at", "ended_by_id", "first_date", "friday_from", "friday_to", "id", "monday_from", "monday_to", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id", "thursday_from", "thursday_to", "tuesday_from", "tuesday_to", "wednesday_from", "wednesday_to") SELECT new_values."ended_at", new_values."ended_by_id", new_values."first_date", new_values."friday_from", new_values."friday_to", new_values."id", new_values."monday_from", new_values."monday_to", new_values."person_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."set_at", new_values."set_by_id", new_values."thursday_from", new_values."thursday_to", new_values."tuesday_from", new_values."tuesday_to", new_values."wednesday_from", new_values."wednesday_to" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="568ab871c0358c383588e5923a433705742658d4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ca3d8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_workinghours",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinghours",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workinghoursevent" ("ended_at", "ended_by_id", "first_date", "friday_from", "friday_to", "id", "monday_from", "monday_to", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id", "thursday_from", "thursday_to", "tuesday_from", "tuesday_to", "wednesday_from", "wednesday_to") SELECT new_values."ended_at", new_values."ended_by_id", new_values."first_date", new_values."friday_from", new_values."friday_to", new_values."id", new_values."monday_from", new_values."monday_to", new_values."person_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."set_at", new_values."set_by_id", new_values."thursday_from", new_values."thursday_to", new_values."tuesday_from", new_values."tuesday_to", new_values."wednesday_from", new_values."wednesday_to" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0faeac5560fba9cd4a98dff8d91b469faad07d8d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b36c4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_workinghours",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinghours",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_workinghoursevent" ("ended_at", "ended_by_id", "first_date", "friday_from", "friday_to", "id", "monday_from", "monday_to", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_at", "set_by_id", "thursday_from", "thursday_to", "tuesday_from", "tuesday_to", "wednesday_from", "wednesday_to") SELECT old_values."ended_at", old_values."ended_by_id", old_values."first_date", old_values."friday_from", old_values."friday_to", old_values."id", old_values."monday_from", old_values."monday_to", old_values."person_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."set_at", old_values."set_by_id", old_values."thursday_from", old_values."thursday_to", old_values."tuesday_from", old_values."tuesday_to", old_values."wednesday_from", old_values."wednesday_to" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d9f47d5b3ce7761425cc3d87cb49d7d877574f80",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56a8b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_workinghours",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workinghoursevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5237a631fd944869be090972ebd1fbe55c6744d8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cf03f",
                    table="conferences_workinghoursevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
