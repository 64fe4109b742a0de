"""What help was tried for a child, and corrections of it."""

import uuid

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
        ("conferences", "0090_days_were_finite"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SupportTried",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("FAMILY_GROUP_CONFERENCE", "Family group conference"),
                            ("EARLY_HELP", "Early help plan"),
                            ("LEGAL_GATEWAY", "Legal gateway meeting"),
                            ("PRE_PROCEEDINGS", "Pre-proceedings (PLO)"),
                            ("SERVICE", "Commissioned service"),
                            ("OTHER", "Other named support"),
                        ],
                        max_length=24,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100)),
                ("offered_date", models.DateField(blank=True, null=True)),
                ("started_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                (
                    "uptake",
                    models.CharField(
                        choices=[
                            ("TAKEN_UP", "It was taken up"),
                            ("DECLINED", "It was declined"),
                            ("NEVER_STARTED", "It never started"),
                            ("WAITING", "It is offered and has not started yet"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "why_not",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NOT_WANTED", "The family did not want it"),
                            ("NOT_FITTING", "The day, place, travel or language did not fit"),
                            ("NO_PLACE", "No place was free, or the wait was too long"),
                            ("NOT_ELIGIBLE", "The family did not meet the service’s conditions"),
                            ("NOT_FOLLOWED_UP", "We did not follow it up"),
                            ("NOT_SAFE", "It was not safe to go on with it"),
                            ("OVERTAKEN", "Something else took its place"),
                            ("NOT_KNOWN", "Not known"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=16,
                    ),
                ),
                ("why_words", models.TextField(blank=True)),
                ("aim", models.TextField()),
                (
                    "did_change",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "Yes"),
                            ("PARTLY", "Partly"),
                            ("NO", "No"),
                            ("NOT_KNOWN", "Not known, or not yet"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "known_from",
                    models.CharField(
                        choices=[
                            ("OURS", "Our own papers"),
                            ("FAMILY", "The family"),
                            ("SERVICE", "The service or a partner agency"),
                            ("AUTHORITY", "Another authority’s papers"),
                        ],
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "supports tried",
                "ordering": ["offered_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="SupportTriedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "in_error",
                    models.BooleanField(
                        db_default=False,
                        default=False,
                        help_text="Recorded in error; kept, and counts as none.",
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("FAMILY_GROUP_CONFERENCE", "Family group conference"),
                            ("EARLY_HELP", "Early help plan"),
                            ("LEGAL_GATEWAY", "Legal gateway meeting"),
                            ("PRE_PROCEEDINGS", "Pre-proceedings (PLO)"),
                            ("SERVICE", "Commissioned service"),
                            ("OTHER", "Other named support"),
                        ],
                        max_length=24,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100)),
                ("offered_date", models.DateField(blank=True, null=True)),
                ("started_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                (
                    "uptake",
                    models.CharField(
                        choices=[
                            ("TAKEN_UP", "It was taken up"),
                            ("DECLINED", "It was declined"),
                            ("NEVER_STARTED", "It never started"),
                            ("WAITING", "It is offered and has not started yet"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "why_not",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NOT_WANTED", "The family did not want it"),
                            ("NOT_FITTING", "The day, place, travel or language did not fit"),
                            ("NO_PLACE", "No place was free, or the wait was too long"),
                            ("NOT_ELIGIBLE", "The family did not meet the service’s conditions"),
                            ("NOT_FOLLOWED_UP", "We did not follow it up"),
                            ("NOT_SAFE", "It was not safe to go on with it"),
                            ("OVERTAKEN", "Something else took its place"),
                            ("NOT_KNOWN", "Not known"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=16,
                    ),
                ),
                ("why_words", models.TextField(blank=True)),
                ("aim", models.TextField()),
                (
                    "did_change",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("YES", "Yes"),
                            ("PARTLY", "Partly"),
                            ("NO", "No"),
                            ("NOT_KNOWN", "Not known, or not yet"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "known_from",
                    models.CharField(
                        choices=[
                            ("OURS", "Our own papers"),
                            ("FAMILY", "The family"),
                            ("SERVICE", "The service or a partner agency"),
                            ("AUTHORITY", "Another authority’s papers"),
                        ],
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="correctionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
                    ("RELATIONSHIP", "What somebody is to the child"),
                    ("NEED", "In need"),
                    ("TRANSFER_IN", "Move here"),
                    ("LIFE_EVENT", "What happened"),
                    ("IN_NEED_PLAN", "Child in need plan"),
                    ("PLAN", "Child protection plan"),
                    ("CATEGORY", "Category of the plan"),
                    ("CONFERENCE", "Conference"),
                    ("CORE_GROUP", "Core group"),
                    ("FOLLOW_UP", "Follow-up"),
                    ("PLAN_ELSEWHERE", "Plan with another authority"),
                    ("SUPPORT", "Help that was tried"),
                    ("THINKING_TIME", "Thinking time"),
                    ("THINKING_ENTRY", "What was thought, on the child’s file"),
                    ("RECORD_SENT", "Record of the conference"),
                    ("LETTER", "Decision letter"),
                    ("ALLOCATION", "Team and worker"),
                ],
                max_length=20,
            ),
        ),
        AddConstraintNotValid(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "CHILD",
                            "NAME",
                            "RELATIONSHIP",
                            "NEED",
                            "TRANSFER_IN",
                            "LIFE_EVENT",
                            "IN_NEED_PLAN",
                            "PLAN",
                            "CATEGORY",
                            "CONFERENCE",
                            "CORE_GROUP",
                            "FOLLOW_UP",
                            "PLAN_ELSEWHERE",
                            "SUPPORT",
                            "THINKING_TIME",
                            "THINKING_ENTRY",
                            "RECORD_SENT",
                            "LETTER",
                            "ALLOCATION",
                        ],
                    )
                ),
                name="correction_kind_known",
            ),
        ),
        migrations.AddField(
            model_name="supporttried",
            name="child",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="supports", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="supporttried",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="supporttried",
            name="told_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="supporttriedevent",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="supporttriedevent",
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
            model_name="supporttriedevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.supporttried",
            ),
        ),
        migrations.AddField(
            model_name="supporttriedevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="supporttriedevent",
            name="told_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("offered_date__isnull", True),
                        safeguarding.promises.IsFinite("offered_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("started_date__isnull", True),
                        safeguarding.promises.IsFinite("started_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_date__isnull", True),
                        safeguarding.promises.IsFinite("ended_date"),
                        _connector="OR",
                    ),
                ),
                name="supporttried_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_date__isnull", True),
                    ("started_date__isnull", True),
                    ("started_date__gte", models.F("offered_date")),
                    _connector="OR",
                ),
                name="supporttried_started_after_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_date__isnull", True),
                    ("ended_date__isnull", True),
                    ("ended_date__gte", models.F("offered_date")),
                    _connector="OR",
                ),
                name="supporttried_ended_after_offered",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_date__isnull", True),
                    ("ended_date__isnull", True),
                    ("ended_date__gte", models.F("started_date")),
                    _connector="OR",
                ),
                name="supporttried_ended_after_started",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("offered_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("offered_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="supporttried_offered_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("started_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("started_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="supporttried_started_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("ended_date"), safeguarding.promises.LocalDay("told_at")
                    ),
                    _connector="OR",
                ),
                name="supporttried_ended_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "FAMILY_GROUP_CONFERENCE",
                            "EARLY_HELP",
                            "LEGAL_GATEWAY",
                            "PRE_PROCEEDINGS",
                            "SERVICE",
                            "OTHER",
                        ],
                    ),
                    ("known_from__in", ["OURS", "FAMILY", "SERVICE", "AUTHORITY"]),
                ),
                name="supporttried_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ["SERVICE", "OTHER"]), models.Q(("name", ""), _negated=True)),
                    models.Q(models.Q(("kind__in", ["SERVICE", "OTHER"]), _negated=True), ("name", "")),
                    _connector="OR",
                ),
                name="supporttried_named_where_it_must_be",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("did_change__in", ["YES", "PARTLY", "NO", "NOT_KNOWN"]),
                        ("uptake", "TAKEN_UP"),
                        ("why_not", ""),
                    ),
                    models.Q(
                        ("did_change", ""),
                        ("ended_date__isnull", True),
                        ("started_date__isnull", True),
                        ("uptake__in", ["DECLINED", "NEVER_STARTED"]),
                        (
                            "why_not__in",
                            [
                                "NOT_WANTED",
                                "NOT_FITTING",
                                "NO_PLACE",
                                "NOT_ELIGIBLE",
                                "NOT_FOLLOWED_UP",
                                "NOT_SAFE",
                                "OVERTAKEN",
                                "NOT_KNOWN",
                                "OTHER",
                            ],
                        ),
                    ),
                    models.Q(
                        ("did_change", ""),
                        ("ended_date__isnull", True),
                        ("offered_date__isnull", False),
                        ("started_date__isnull", True),
                        ("uptake", "WAITING"),
                        ("why_not", ""),
                    ),
                    _connector="OR",
                ),
                name="supporttried_uptake_and_what_it_needs",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("why_not", "OTHER"), models.Q(("why_words", ""), _negated=True)),
                    models.Q(models.Q(("why_not", "OTHER"), _negated=True), ("why_words", "")),
                    _connector="OR",
                ),
                name="supporttried_another_reason_in_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.CheckConstraint(
                condition=models.Q(("aim", ""), _negated=True), name="supporttried_was_to_change_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="supporttried",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_error", False)),
                fields=("child", "kind", "name", "offered_date", "started_date"),
                name="supporttried_stands_once",
                nulls_distinct=False,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="supporttried_of_a_record_that_stands_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'supporttried_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'supporttried_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="26998904a78abef66e64fe9a9d466a8d6954810a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_supporttried_of_a_record_that_stands_new_06e87",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_supporttried",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="supporttried_of_a_record_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_supporttried WHERE id = NEW.id) AS r JOIN safeguarding_child AS c ON c.id = r.child_id\n        WHERE c.joined_into_id IS NOT NULL) THEN\n        RAISE EXCEPTION 'supporttried_of_a_record_that_stands' USING ERRCODE = 'check_violation', CONSTRAINT = 'supporttried_of_a_record_that_stands';\n    END IF;\n    RETURN NULL;",
                    hash="d032fddffc0452a6f5124d076a8967794f12a901",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_supporttried_of_a_record_that_stands_49601",
                    table="conferences_supporttried",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="supporttried_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'supporttried_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'supporttried_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="7b54765f249059987415bb819ddea5c8300d1cc8",
                    operation="DELETE",
                    pgid="pgtrigger_supporttried_stays_63bdb",
                    table="conferences_supporttried",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supporttriedevent" ("aim", "child_id", "did_change", "ended_date", "id", "in_error", "kind", "known_from", "name", "offered_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "started_date", "told_at", "told_by_id", "uptake", "why_not", "why_words") SELECT new_values."aim", new_values."child_id", new_values."did_change", new_values."ended_date", new_values."id", new_values."in_error", new_values."kind", new_values."known_from", new_values."name", new_values."offered_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."started_date", new_values."told_at", new_values."told_by_id", new_values."uptake", new_values."why_not", new_values."why_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7179b02bc30cbb47f2eea97c8e5ba912aaa033a8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc6f8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_supporttried",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supporttriedevent" ("aim", "child_id", "did_change", "ended_date", "id", "in_error", "kind", "known_from", "name", "offered_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "started_date", "told_at", "told_by_id", "uptake", "why_not", "why_words") SELECT new_values."aim", new_values."child_id", new_values."did_change", new_values."ended_date", new_values."id", new_values."in_error", new_values."kind", new_values."known_from", new_values."name", new_values."offered_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."ref", new_values."started_date", new_values."told_at", new_values."told_by_id", new_values."uptake", new_values."why_not", new_values."why_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9dd51afb906e85e0e74cfde14aa5ded80b5423d7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dff9e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_supporttried",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttried",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_supporttriedevent" ("aim", "child_id", "did_change", "ended_date", "id", "in_error", "kind", "known_from", "name", "offered_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "ref", "started_date", "told_at", "told_by_id", "uptake", "why_not", "why_words") SELECT old_values."aim", old_values."child_id", old_values."did_change", old_values."ended_date", old_values."id", old_values."in_error", old_values."kind", old_values."known_from", old_values."name", old_values."offered_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."ref", old_values."started_date", old_values."told_at", old_values."told_by_id", old_values."uptake", old_values."why_not", old_values."why_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="577474b2fd50aa8b7f88c387dafda75f022fe272",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0f935",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_supporttried",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supporttriedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0e536b00cd5812ebc6f30218b3f860c84a583c3e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_52489",
                    table="conferences_supporttriedevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
