"""Each of the family was shown each report, or not: told of each."""

import uuid

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0229_own_versions_owed_checked"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportShowing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("GIVEN", "It was handed to them"),
                            ("READ", "It was read through with them"),
                            ("SENT", "It was sent to them"),
                            ("DECLINED", "They did not want to read it"),
                            ("NOT_THEIRS", "It is not for them to see"),
                        ],
                        max_length=10,
                    ),
                ),
                ("shown_date", models.DateField()),
                ("shown_by", models.CharField(blank=True, max_length=150)),
                ("language", models.CharField(blank=True, max_length=100)),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_why", models.TextField(blank=True)),
                (
                    "invitation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="showings",
                        to="conferences.invitation",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_shown",
                        to="conferences.invitation",
                    ),
                ),
                (
                    "taken_back_by",
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
                    "told_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["shown_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ReportShowingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("GIVEN", "It was handed to them"),
                            ("READ", "It was read through with them"),
                            ("SENT", "It was sent to them"),
                            ("DECLINED", "They did not want to read it"),
                            ("NOT_THEIRS", "It is not for them to see"),
                        ],
                        max_length=10,
                    ),
                ),
                ("shown_date", models.DateField()),
                ("shown_by", models.CharField(blank=True, max_length=150)),
                ("language", models.CharField(blank=True, max_length=100)),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_why", models.TextField(blank=True)),
                (
                    "invitation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.invitation",
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
                        to="conferences.reportshowing",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.invitation",
                    ),
                ),
                (
                    "taken_back_by",
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
                    "told_by",
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
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("shown_date")),
                name="report_showing_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ["GIVEN", "READ", "SENT", "DECLINED", "NOT_THEIRS"])),
                name="report_showing_by_a_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shown_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("shown_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="report_showing_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way__in", ("GIVEN", "READ", "SENT")), _negated=True),
                    models.Q(("shown_by", ""), _negated=True),
                    _connector="OR",
                ),
                name="report_showing_says_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(("way__in", ("GIVEN", "READ", "SENT")), ("language", ""), _connector="OR"),
                name="report_showing_in_a_language_if_shown",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("way", "NOT_THEIRS"), _negated=True),
                    models.Q(("words", ""), _negated=True),
                    _connector="OR",
                ),
                name="report_showing_says_why_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("taken_back_at__isnull", True),
                        ("taken_back_by__isnull", True),
                        ("taken_back_why", ""),
                    ),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("taken_back_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="report_showing_taken_back_by_at_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportshowing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_at__isnull", True)),
                fields=("invitation", "reader"),
                name="report_showing_once_to_each",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_of_one_list_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            JOIN conferences_invitation AS o ON o.id = r.reader_id\n        WHERE i.request_id <> o.request_id OR i.agency_kind = '' OR o.agency_kind <> '') THEN\n        RAISE EXCEPTION 'report_showing_of_one_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_of_one_list';\n    END IF;\n    RETURN NULL;",
                    hash="6297a497042b02703cb67afed8bb2e53660ac7f1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_report_showing_of_one_list_new_e8b82",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_of_one_list",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.invitation_id IS DISTINCT FROM NEW.invitation_id OR OLD.reader_id IS DISTINCT FROM NEW.reader_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_reportshowing WHERE id = NEW.id) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            JOIN conferences_invitation AS o ON o.id = r.reader_id\n        WHERE i.request_id <> o.request_id OR i.agency_kind = '' OR o.agency_kind <> '') THEN\n        RAISE EXCEPTION 'report_showing_of_one_list' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_of_one_list';\n    END IF;\n    RETURN NULL;",
                    hash="f0590961c90fbe4ed95f92297f7fc53fe59db948",
                    operation='UPDATE OF "invitation_id", "reader_id"',
                    pgid="pgtrigger_report_showing_of_one_list_721aa",
                    table="conferences_reportshowing",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_since_its_request_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            JOIN conferences_request AS q ON q.id = i.request_id\n        WHERE r.shown_date < (q.requested_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'report_showing_since_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_since_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="60d564bc09284141c9f3c956fd22cc09f24d885f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_report_showing_since_its_request_new_6ce0a",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_since_its_request",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.shown_date IS DISTINCT FROM NEW.shown_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_reportshowing WHERE id = NEW.id) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n            JOIN conferences_request AS q ON q.id = i.request_id\n        WHERE r.shown_date < (q.requested_at AT TIME ZONE 'Europe/London')::date) THEN\n        RAISE EXCEPTION 'report_showing_since_its_request' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_since_its_request';\n    END IF;\n    RETURN NULL;",
                    hash="2cc845174310878bfd55aaf012934c869ff1791a",
                    operation='UPDATE OF "shown_date"',
                    pgid="pgtrigger_report_showing_since_its_request_b7fc0",
                    table="conferences_reportshowing",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_to_nobody_excluded_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS o ON o.id = r.reader_id\n            JOIN conferences_exclusion AS e ON e.request_id = o.request_id\n        WHERE r.way IN ('GIVEN', 'READ', 'SENT') AND o.requested_child_id IS NULL\n            AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n            AND r.shown_date >= (e.decided_at AT TIME ZONE 'Europe/London')::date\n            AND (o.person_id = e.person_id\n                OR ((o.person_id IS NULL OR e.person_id IS NULL) AND lower(o.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'report_showing_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_to_nobody_excluded';\n    END IF;\n    RETURN NULL;",
                    hash="2742c65edb7e3196a04c6824c05ce6ace009dec3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_report_showing_to_nobody_excluded_new_5e9a0",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_to_nobody_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.way IS DISTINCT FROM NEW.way OR OLD.shown_date IS DISTINCT FROM NEW.shown_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_reportshowing WHERE id = NEW.id) AS r JOIN conferences_invitation AS o ON o.id = r.reader_id\n            JOIN conferences_exclusion AS e ON e.request_id = o.request_id\n        WHERE r.way IN ('GIVEN', 'READ', 'SENT') AND o.requested_child_id IS NULL\n            AND e.lifted_at IS NULL AND e.answer = 'WHOLE'\n            AND r.shown_date >= (e.decided_at AT TIME ZONE 'Europe/London')::date\n            AND (o.person_id = e.person_id\n                OR ((o.person_id IS NULL OR e.person_id IS NULL) AND lower(o.name) = lower(e.name)))) THEN\n        RAISE EXCEPTION 'report_showing_to_nobody_excluded' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_to_nobody_excluded';\n    END IF;\n    RETURN NULL;",
                    hash="d3ce8301c4723353c06df25cbb666a77c7216c87",
                    operation='UPDATE OF "way", "shown_date"',
                    pgid="pgtrigger_report_showing_to_nobody_excluded_c46c1",
                    table="conferences_reportshowing",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="report_showing_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL\n        OR (NEW.invitation_id, NEW.reader_id) IS DISTINCT FROM (OLD.invitation_id, OLD.reader_id) THEN\n        RAISE EXCEPTION 'report_showing_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'report_showing_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="a4a829a50129d177b1ab69f2120a795c1fda49a4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_report_showing_stays_8d99f",
                    table="conferences_reportshowing",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportshowingevent" ("id", "invitation_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "shown_by", "shown_date", "taken_back_at", "taken_back_by_id", "taken_back_why", "told_at", "told_by_id", "way", "words") SELECT new_values."id", new_values."invitation_id", new_values."language", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reader_id", new_values."ref", new_values."shown_by", new_values."shown_date", new_values."taken_back_at", new_values."taken_back_by_id", new_values."taken_back_why", new_values."told_at", new_values."told_by_id", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="57e1fb1229c938cb04aa7535712c7d74cb1ccf18",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0f812",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportshowingevent" ("id", "invitation_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "shown_by", "shown_date", "taken_back_at", "taken_back_by_id", "taken_back_why", "told_at", "told_by_id", "way", "words") SELECT new_values."id", new_values."invitation_id", new_values."language", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reader_id", new_values."ref", new_values."shown_by", new_values."shown_date", new_values."taken_back_at", new_values."taken_back_by_id", new_values."taken_back_why", new_values."told_at", new_values."told_by_id", new_values."way", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4c2f223076d914cb956e44bea0eb844a458fc7cd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_50041",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportshowingevent" ("id", "invitation_id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reader_id", "ref", "shown_by", "shown_date", "taken_back_at", "taken_back_by_id", "taken_back_why", "told_at", "told_by_id", "way", "words") SELECT old_values."id", old_values."invitation_id", old_values."language", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reader_id", old_values."ref", old_values."shown_by", old_values."shown_date", old_values."taken_back_at", old_values."taken_back_by_id", old_values."taken_back_why", old_values."told_at", old_values."told_by_id", old_values."way", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1db89440831b3a4e72a12e93722a37c7781c93e4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0311e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowing",
            trigger=pgtrigger.compiler.Trigger(
                name="notes_that_it_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nINSERT INTO safeguarding_tablechange (transaction) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;\nRETURN NULL;\n",
                    hash="e5be18ce6f1cd12c5b7762c90f542e7c51eca501",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE OR TRUNCATE",
                    pgid="pgtrigger_notes_that_it_changed_acf43",
                    table="conferences_reportshowing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportshowingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4e4fa8a9f3e5b5f1e9eed53b39f9e8fa9773a919",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56451",
                    table="conferences_reportshowingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
