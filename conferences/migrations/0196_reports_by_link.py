"""An agency gives its report by a dated link; and a report that was shown before it came is a report."""

import django.db.models.deletion
import django.db.models.lookups
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0194_letters_words"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1)),
                (
                    "changed",
                    models.TextField(blank=True, help_text="What is other than in the version before."),
                ),
                ("writer", models.CharField(max_length=150)),
                ("writer_role", models.CharField(max_length=100)),
                ("texts", models.JSONField(default=dict)),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("score_why", models.TextField(blank=True)),
                (
                    "shared_way",
                    models.CharField(
                        choices=[
                            ("GIVEN", "It was handed to them"),
                            ("READ", "It was read through with them"),
                            ("SENT", "It was sent to them"),
                            ("NOT_YET", "They were not shown it yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("shared_date", models.DateField(blank=True, null=True)),
                ("shared_with", models.CharField(blank=True, max_length=150)),
                ("shared_language", models.CharField(blank=True, max_length=100)),
                ("sheet", models.TextField(blank=True)),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
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
            name="AgencyReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("writer", models.CharField(max_length=150)),
                ("writer_role", models.CharField(max_length=100)),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "shared_way",
                    models.CharField(
                        choices=[
                            ("GIVEN", "It was handed to them"),
                            ("READ", "It was read through with them"),
                            ("SENT", "It was sent to them"),
                            ("NOT_YET", "They were not shown it yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("shared_date", models.DateField(blank=True, null=True)),
                ("shared_with", models.CharField(blank=True, max_length=150)),
                ("shared_language", models.CharField(blank=True, max_length=100)),
                ("sent_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("code_digest", models.CharField(max_length=64)),
                ("ends_date", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("draft", models.JSONField(blank=True, default=dict)),
                ("draft_at", models.DateTimeField(blank=True, null=True)),
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
            name="ReportLinkEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("code_digest", models.CharField(max_length=64)),
                ("ends_date", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_report_comes_before_it_is_shared",
        ),
        migrations.AlterField(
            model_name="notice",
            name="change",
            field=models.CharField(
                blank=True,
                choices=[
                    ("BOOKED", "A conference is in the diary"),
                    ("ENTERED", "A conference that was held is entered, and waits for its record"),
                    ("MOVED", "A conference has moved"),
                    ("CANCELLED", "A conference is cancelled"),
                    ("INQUORATE", "A conference was not quorate, and needs a new date"),
                    ("ADJOURNED", "A conference is adjourned to another day"),
                    ("ABANDONED", "A conference was abandoned, and needs a new date"),
                    (
                        "PUT_BACK",
                        "A conference did not end without a decision after all: it is in the diary again",
                    ),
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("REPORT_CAME", "An agency’s report for a conference has come"),
                    ("MINUTES", "A conference has another minute taker"),
                    ("FIT", "What the day of a conference must fit was told otherwise"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("WAIVED", "A waiver of thinking time is granted: the conference can go on without"),
                    ("NOT_WAIVED", "A waiver of thinking time is refused: it is still required"),
                    ("TAKEN_BACK", "A re-plan consultation is withdrawn"),
                    ("THINKING_FREED", "Time that you kept to think is free again in your diary"),
                    ("MAY_COME_BACK", "A child who left a request may come back to it"),
                    ("WITHDRAWN", "A request for a conference is withdrawn"),
                    ("OPENED_AGAIN", "A record that you are named for is open to others again"),
                    ("DAY_MOVED", "The day by which a conference is due has moved"),
                    ("FILE_NAMED", "A census file changed a record that is closed to others"),
                    ("FILE_UNNAMED", "A census file changed a restricted record for which nobody is named"),
                    ("WENT_LIVE", "The service went live"),
                ],
                default="",
                max_length=14,
            ),
        ),
        AddConstraintNotValid(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shared_date__isnull", True), ("received_date__isnull", False), _connector="OR"
                ),
                name="invitation_report_shown_has_come",
            ),
        ),
        migrations.AddField(
            model_name="agencyreport",
            name="invitation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports_sent",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="agencyreport",
            name="read_by",
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
            model_name="agencyreportevent",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="agencyreportevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="agencyreportevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.agencyreport",
            ),
        ),
        migrations.AddField(
            model_name="agencyreportevent",
            name="read_by",
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
            model_name="reportlink",
            name="ended_by",
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
            model_name="reportlink",
            name="invitation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="report_links",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="reportlink",
            name="made_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="agencyreportevent",
            name="link",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.reportlink",
            ),
        ),
        migrations.AddField(
            model_name="agencyreport",
            name="link",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports_sent",
                to="conferences.reportlink",
            ),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="ended_by",
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
            model_name="reportlinkevent",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.invitation",
            ),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="pgh_context",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="pghistory.context",
            ),
        ),
        migrations.AddField(
            model_name="reportlinkevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.reportlink",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportlink",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("ends_date")), name="reportlink_days_finite"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportlink",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("invitation",),
                name="reportlink_one_that_is_taken",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportlink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)),
                    models.Q(("draft", {}), ("ended_at__isnull", False), ("ended_by__isnull", False)),
                    _connector="OR",
                ),
                name="reportlink_ended_by_and_at_without_a_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("tries__lte", 5)), name="reportlink_tries_are_few"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("draft", {}), ("draft_at__isnull", False), _connector="OR"),
                name="reportlink_draft_since_when",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="reportlink_of_an_agency_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n        WHERE i.agency_kind = '') THEN\n        RAISE EXCEPTION 'reportlink_of_an_agency' USING ERRCODE = 'check_violation', CONSTRAINT = 'reportlink_of_an_agency';\n    END IF;\n    RETURN NULL;",
                    hash="d60b328de6791b2256b3c120966db0c6520e1c39",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_reportlink_of_an_agency_new_5b279",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="reportlink_of_an_agency",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.invitation_id IS DISTINCT FROM NEW.invitation_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_reportlink WHERE id = NEW.id) AS r JOIN conferences_invitation AS i ON i.id = r.invitation_id\n        WHERE i.agency_kind = '') THEN\n        RAISE EXCEPTION 'reportlink_of_an_agency' USING ERRCODE = 'check_violation', CONSTRAINT = 'reportlink_of_an_agency';\n    END IF;\n    RETURN NULL;",
                    hash="0b32c520aa8033929f7bbd016f152aa1a6917dda",
                    operation='UPDATE OF "invitation_id"',
                    pgid="pgtrigger_reportlink_of_an_agency_7cf5c",
                    table="conferences_reportlink",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="reportlink_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL\n        OR (NEW.invitation_id, NEW.digest, NEW.code_digest, NEW.ends_date, NEW.made_by_id, NEW.made_at)\n            IS DISTINCT FROM\n            (OLD.invitation_id, OLD.digest, OLD.code_digest, OLD.ends_date, OLD.made_by_id, OLD.made_at) THEN\n        RAISE EXCEPTION 'reportlink_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'reportlink_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="4dc08d4bcc51a52f593009e50c6097905eeb6acf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_reportlink_stays_26298",
                    table="conferences_reportlink",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code_digest", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ends_date", new_values."id", new_values."invitation_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="95b07a417b74006bfc5d8cf5f9bb6bc6d9b5e35c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_beece",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."code_digest", new_values."digest", new_values."ended_at", new_values."ended_by_id", new_values."ends_date", new_values."id", new_values."invitation_id", new_values."made_at", new_values."made_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."code_digest" IS DISTINCT FROM (new_values."code_digest") OR old_values."digest" IS DISTINCT FROM (new_values."digest") OR old_values."ended_at" IS DISTINCT FROM (new_values."ended_at") OR old_values."ended_by_id" IS DISTINCT FROM (new_values."ended_by_id") OR old_values."ends_date" IS DISTINCT FROM (new_values."ends_date") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invitation_id" IS DISTINCT FROM (new_values."invitation_id") OR old_values."made_at" IS DISTINCT FROM (new_values."made_at") OR old_values."made_by_id" IS DISTINCT FROM (new_values."made_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="64361261369c9ed4846c6c46669ba02d6b2745d0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_74a81",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlink",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_reportlinkevent" ("code_digest", "digest", "ended_at", "ended_by_id", "ends_date", "id", "invitation_id", "made_at", "made_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."code_digest", old_values."digest", old_values."ended_at", old_values."ended_by_id", old_values."ends_date", old_values."id", old_values."invitation_id", old_values."made_at", old_values."made_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3128656529f7158744cb9f4e4689b07e9ee1d94e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4e24",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_reportlink",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6e20838a8b759523acf728aa74378f42945fad0d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56c78",
                    table="conferences_agencyreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shared_date__isnull", True),
                    safeguarding.promises.IsFinite("shared_date"),
                    _connector="OR",
                ),
                name="agencyreport_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.UniqueConstraint(
                fields=("invitation", "version"), name="agencyreport_one_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changed", ""), ("version", 1)),
                    models.Q(("version__gt", 1), models.Q(("changed", ""), _negated=True)),
                    _connector="OR",
                ),
                name="agencyreport_says_what_changed",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("writer", ""), _negated=True), models.Q(("writer_role", ""), _negated=True)
                ),
                name="agencyreport_says_who_wrote_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("score__isnull", True), ("score_why", "")),
                    models.Q(
                        ("score__gte", 0),
                        ("score__isnull", False),
                        ("score__lte", 10),
                        models.Q(("score_why", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agencyreport_score_with_its_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("shared_date__isnull", True),
                        ("shared_language", ""),
                        ("shared_way", "NOT_YET"),
                        ("shared_with", ""),
                    ),
                    models.Q(
                        ("shared_date__isnull", False),
                        ("shared_way__in", ["GIVEN", "READ", "SENT"]),
                        models.Q(("shared_with", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="agencyreport_shared_when_and_with_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("shared_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("shared_date"), safeguarding.promises.LocalDay("sent_at")
                    ),
                    _connector="OR",
                ),
                name="agencyreport_shared_by_its_sending",
            ),
        ),
        migrations.AddConstraint(
            model_name="agencyreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("read_at__isnull", True), ("read_by__isnull", True)),
                    models.Q(("read_at__isnull", False), ("read_by__isnull", False)),
                    _connector="OR",
                ),
                name="agencyreport_read_by_and_at",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_by_its_own_link_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_reportlink AS l ON l.id = r.link_id\n        WHERE l.invitation_id <> r.invitation_id) THEN\n        RAISE EXCEPTION 'agencyreport_by_its_own_link' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_by_its_own_link';\n    END IF;\n    RETURN NULL;",
                    hash="c5fbf8dd8946549f5352a7364ad83495b93db4a1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_agencyreport_by_its_own_link_new_a484f",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_agencyreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_by_its_own_link",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.invitation_id IS DISTINCT FROM NEW.invitation_id OR OLD.link_id IS DISTINCT FROM NEW.link_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_agencyreport WHERE id = NEW.id) AS r JOIN conferences_reportlink AS l ON l.id = r.link_id\n        WHERE l.invitation_id <> r.invitation_id) THEN\n        RAISE EXCEPTION 'agencyreport_by_its_own_link' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_by_its_own_link';\n    END IF;\n    RETURN NULL;",
                    hash="853763698be9a9c78b0b3561773d056ed1542493",
                    operation='UPDATE OF "invitation_id", "link_id"',
                    pgid="pgtrigger_agencyreport_by_its_own_link_7fd12",
                    table="conferences_agencyreport",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="agencyreport_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF TG_OP = 'DELETE' OR OLD.read_at IS NOT NULL\n        OR (to_jsonb(NEW) - ARRAY['read_by_id', 'read_at'])\n            IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['read_by_id', 'read_at']) THEN\n        RAISE EXCEPTION 'agencyreport_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'agencyreport_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9081ec494a6a9a13d60aab0a89871a11cae13332",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_agencyreport_stays_afd66",
                    table="conferences_agencyreport",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportevent" ("id", "invitation_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "score", "sent_at", "shared_date", "shared_language", "shared_way", "shared_with", "version", "writer", "writer_role") SELECT new_values."id", new_values."invitation_id", new_values."link_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."score", new_values."sent_at", new_values."shared_date", new_values."shared_language", new_values."shared_way", new_values."shared_with", new_values."version", new_values."writer", new_values."writer_role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f059a137599c46c27e420614330ed8a47b673e04",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0098c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_agencyreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportevent" ("id", "invitation_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "score", "sent_at", "shared_date", "shared_language", "shared_way", "shared_with", "version", "writer", "writer_role") SELECT new_values."id", new_values."invitation_id", new_values."link_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."score", new_values."sent_at", new_values."shared_date", new_values."shared_language", new_values."shared_way", new_values."shared_with", new_values."version", new_values."writer", new_values."writer_role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."invitation_id" IS DISTINCT FROM (new_values."invitation_id") OR old_values."link_id" IS DISTINCT FROM (new_values."link_id") OR old_values."read_at" IS DISTINCT FROM (new_values."read_at") OR old_values."read_by_id" IS DISTINCT FROM (new_values."read_by_id") OR old_values."score" IS DISTINCT FROM (new_values."score") OR old_values."sent_at" IS DISTINCT FROM (new_values."sent_at") OR old_values."shared_date" IS DISTINCT FROM (new_values."shared_date") OR old_values."shared_language" IS DISTINCT FROM (new_values."shared_language") OR old_values."shared_way" IS DISTINCT FROM (new_values."shared_way") OR old_values."shared_with" IS DISTINCT FROM (new_values."shared_with") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."writer" IS DISTINCT FROM (new_values."writer") OR old_values."writer_role" IS DISTINCT FROM (new_values."writer_role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a58eb499a823b1b7f8179d04d0b916b81a9d21b0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2eb4e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_agencyreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agencyreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_agencyreportevent" ("id", "invitation_id", "link_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "score", "sent_at", "shared_date", "shared_language", "shared_way", "shared_with", "version", "writer", "writer_role") SELECT old_values."id", old_values."invitation_id", old_values."link_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_at", old_values."read_by_id", old_values."score", old_values."sent_at", old_values."shared_date", old_values."shared_language", old_values."shared_way", old_values."shared_with", old_values."version", old_values."writer", old_values."writer_role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5411c579a54515fa23615fc05d10dbc2d0f5ff0c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab449",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_agencyreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlinkevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8c7ee60902ec998f112bab6f2fe5e634b4041ae8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b9ce4",
                    table="conferences_reportlinkevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
