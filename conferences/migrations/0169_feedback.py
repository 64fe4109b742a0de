"""What is given back after conferences, and how many were asked: nothing that leads to a meeting."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0162_exclusions"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_squashed_0044_days_were_finite"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedbackCode",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("PARENT", "Parents and carers"),
                            ("CHILD", "Children and young people"),
                            ("PROFESSIONAL", "Professionals"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "wave",
                    models.CharField(
                        choices=[("SOON", "Straight after"), ("LATER", "Two weeks later")], max_length=5
                    ),
                ),
                ("ends_date", models.DateField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackLanguage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True)),
                ("name", models.CharField(max_length=40)),
                ("own_name", models.CharField(max_length=40)),
                ("is_rtl", models.BooleanField(default=False)),
                ("texts", models.JSONField(blank=True, default=dict)),
                ("checked_by", models.CharField(blank=True, max_length=100)),
                ("checked_date", models.DateField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackLanguageEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=40)),
                ("own_name", models.CharField(max_length=40)),
                ("is_rtl", models.BooleanField(default=False)),
                ("texts", models.JSONField(blank=True, default=dict)),
                ("checked_by", models.CharField(blank=True, max_length=100)),
                ("checked_date", models.DateField(blank=True, null=True)),
                ("saved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FeedbackOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quarter", models.DateField()),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("PARENT", "Parents and carers"),
                            ("CHILD", "Children and young people"),
                            ("PROFESSIONAL", "Professionals"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "wave",
                    models.CharField(
                        choices=[("SOON", "Straight after"), ("LATER", "Two weeks later")], max_length=5
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-recorded_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackOfferEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("quarter", models.DateField()),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("PARENT", "Parents and carers"),
                            ("CHILD", "Children and young people"),
                            ("PROFESSIONAL", "Professionals"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "wave",
                    models.CharField(
                        choices=[("SOON", "Straight after"), ("LATER", "Two weeks later")], max_length=5
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FeedbackReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("SHOWN", "Show them"),
                            ("TELLS_WHO", "Do not show them: they tell who wrote, or whom they are about"),
                            ("HARM", "Do not show them: somebody may be at risk, and it is passed on"),
                            ("NO_WORDS", "Do not show them: they say nothing about a conference"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("TOLD", "Being told beforehand"),
                                ("REPORTS", "Reports, and when they came"),
                                ("WORDS", "Words that are understood"),
                                ("SAFE", "Feeling safe"),
                                ("HEARD", "Being heard"),
                                ("PLAN", "The plan, and what comes after"),
                                ("PLACE", "The room, the time, the way there"),
                                ("OTHER", "Something else"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackReadingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("SHOWN", "Show them"),
                            ("TELLS_WHO", "Do not show them: they tell who wrote, or whom they are about"),
                            ("HARM", "Do not show them: somebody may be at risk, and it is passed on"),
                            ("NO_WORDS", "Do not show them: they say nothing about a conference"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "themes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("TOLD", "Being told beforehand"),
                                ("REPORTS", "Reports, and when they came"),
                                ("WORDS", "Words that are understood"),
                                ("SAFE", "Feeling safe"),
                                ("HEARD", "Being heard"),
                                ("PLAN", "The plan, and what comes after"),
                                ("PLACE", "The room, the time, the way there"),
                                ("OTHER", "Something else"),
                            ],
                            max_length=8,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FeedbackAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("PARENT", "Parents and carers"),
                            ("CHILD", "Children and young people"),
                            ("PROFESSIONAL", "Professionals"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "wave",
                    models.CharField(
                        choices=[("SOON", "Straight after"), ("LATER", "Two weeks later")], max_length=5
                    ),
                ),
                ("quarter", models.DateField()),
                ("answer_1", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("answer_2", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("answer_3", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("answer_4", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("answer_5", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("answer_6", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("words", models.TextField(blank=True, max_length=2000)),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(safeguarding.promises.IsFinite("quarter")),
                        name="feedbackanswer_days_finite",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("giver__in", ["PARENT", "CHILD", "PROFESSIONAL"]),
                            ("wave__in", ["SOON", "LATER"]),
                        ),
                        name="feedbackanswer_codes_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter__day", 1), ("quarter__month__in", (1, 4, 7, 10))),
                        name="feedbackanswer_first_of_quarter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_1__isnull", True),
                            models.Q(("answer_1__gte", 1), ("answer_1__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_1_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_2__isnull", True),
                            models.Q(("answer_2__gte", 1), ("answer_2__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_2_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_3__isnull", True),
                            models.Q(("answer_3__gte", 1), ("answer_3__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_3_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_4__isnull", True),
                            models.Q(("answer_4__gte", 1), ("answer_4__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_4_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_5__isnull", True),
                            models.Q(("answer_5__gte", 1), ("answer_5__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_5_on_the_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer_6__isnull", True),
                            models.Q(("answer_6__gte", 1), ("answer_6__lte", 5)),
                            _connector="OR",
                        ),
                        name="feedbackanswer_6_on_the_scale",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="feedbackanswer_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF (NEW.id, NEW.giver, NEW.wave, NEW.quarter, NEW.answer_1, NEW.answer_2, NEW.answer_3,\n            NEW.answer_4, NEW.answer_5, NEW.answer_6)\n        IS DISTINCT FROM (OLD.id, OLD.giver, OLD.wave, OLD.quarter, OLD.answer_1, OLD.answer_2, OLD.answer_3,\n            OLD.answer_4, OLD.answer_5, OLD.answer_6)\n        OR (OLD.words = '' AND NEW.words <> '') THEN\n        RAISE EXCEPTION 'feedbackanswer_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'feedbackanswer_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="07584990028879e496b02d403fd2a0c97f952b70",
                    operation="UPDATE",
                    pgid="pgtrigger_feedbackanswer_stays_b07c6",
                    table="conferences_feedbackanswer",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackcode",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("ends_date")),
                name="feedbackcode_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackcode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("giver__in", ["PARENT", "CHILD", "PROFESSIONAL"]), ("wave__in", ["SOON", "LATER"])
                ),
                name="feedbackcode_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackcode",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_date__day", 1)), name="feedbackcode_first_of_month"
            ),
        ),
        migrations.AddField(
            model_name="feedbacklanguage",
            name="saved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="feedbacklanguageevent",
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
            model_name="feedbacklanguageevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.feedbacklanguage",
            ),
        ),
        migrations.AddField(
            model_name="feedbacklanguageevent",
            name="saved_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="feedbackoffer",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="feedbackofferevent",
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
            model_name="feedbackofferevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.feedbackoffer",
            ),
        ),
        migrations.AddField(
            model_name="feedbackofferevent",
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
            model_name="feedbackreading",
            name="answer",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reading",
                to="conferences.feedbackanswer",
            ),
        ),
        migrations.AddField(
            model_name="feedbackreading",
            name="read_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="feedbackreadingevent",
            name="answer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.feedbackanswer",
            ),
        ),
        migrations.AddField(
            model_name="feedbackreadingevent",
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
            model_name="feedbackreadingevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.feedbackreading",
            ),
        ),
        migrations.AddField(
            model_name="feedbackreadingevent",
            name="read_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbacklanguage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_date__isnull", True),
                    safeguarding.promises.IsFinite("checked_date"),
                    _connector="OR",
                ),
                name="feedbacklanguage_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbacklanguage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("code__regex", "^[a-z]{2,3}$"),
                    models.Q(("name", ""), _negated=True),
                    models.Q(("own_name", ""), _negated=True),
                ),
                name="feedbacklanguage_has_code_and_names",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbacklanguage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_by", ""), ("checked_date__isnull", True)),
                    models.Q(models.Q(("checked_by", ""), _negated=True), ("checked_date__isnull", False)),
                    _connector="OR",
                ),
                name="feedbacklanguage_checked_by_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbacklanguage",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("checked_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("checked_date"), safeguarding.promises.LocalDay("saved_at")
                    ),
                    _connector="OR",
                ),
                name="feedbacklanguage_checked_by_its_telling",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbacklanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="feedbacklanguage_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'feedbacklanguage_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'feedbacklanguage_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="5b395fa4689f5dc2f02fa8fb80133230859095c8",
                    operation="DELETE",
                    pgid="pgtrigger_feedbacklanguage_stays_d7868",
                    table="conferences_feedbacklanguage",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbacklanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbacklanguageevent" ("checked_by", "checked_date", "code", "id", "is_rtl", "name", "own_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "texts") SELECT new_values."checked_by", new_values."checked_date", new_values."code", new_values."id", new_values."is_rtl", new_values."name", new_values."own_name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."texts" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="44c6fa8d4f85335bd74d26dfaaecb9ee4e9c53d6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a3a16",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_feedbacklanguage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbacklanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbacklanguageevent" ("checked_by", "checked_date", "code", "id", "is_rtl", "name", "own_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "texts") SELECT new_values."checked_by", new_values."checked_date", new_values."code", new_values."id", new_values."is_rtl", new_values."name", new_values."own_name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."saved_at", new_values."saved_by_id", new_values."texts" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2cd28f8912be1604e76910e69106f28a60b003a2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f43d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_feedbacklanguage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbacklanguage",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbacklanguageevent" ("checked_by", "checked_date", "code", "id", "is_rtl", "name", "own_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "saved_at", "saved_by_id", "texts") SELECT old_values."checked_by", old_values."checked_date", old_values."code", old_values."id", old_values."is_rtl", old_values."name", old_values."own_name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."saved_at", old_values."saved_by_id", old_values."texts" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b948289311d3e8a0113b61e172087e020ea62db4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f0f78",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_feedbacklanguage",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbacklanguageevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ca5c899b8486b6d4e8a0dcbf0b974e0d1c3cb858",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0ddd5",
                    table="conferences_feedbacklanguageevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("quarter")),
                name="feedbackoffer_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("giver__in", ["PARENT", "CHILD", "PROFESSIONAL"]), ("wave__in", ["SOON", "LATER"])
                ),
                name="feedbackoffer_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("quarter__day", 1), ("quarter__month__in", (1, 4, 7, 10))),
                name="feedbackoffer_first_of_quarter",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackoffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("quarter__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("quarter"), safeguarding.promises.LocalDay("recorded_at")
                    ),
                    _connector="OR",
                ),
                name="feedbackoffer_by_its_telling",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackoffer",
            trigger=pgtrigger.compiler.Trigger(
                name="feedbackoffer_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'feedbackoffer_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'feedbackoffer_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="ce3bd2784ac0c539a6f26c436c0b95ff99fb9902",
                    operation="DELETE",
                    pgid="pgtrigger_feedbackoffer_stays_2c898",
                    table="conferences_feedbackoffer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackoffer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackofferevent" ("giver", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "wave") SELECT new_values."giver", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."wave" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3ad682597155f062cdf1c58a1737d4c860e03e75",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9ecf1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_feedbackoffer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackoffer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackofferevent" ("giver", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "wave") SELECT new_values."giver", new_values."id", new_values."number", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."quarter", new_values."recorded_at", new_values."recorded_by_id", new_values."wave" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="28399da31a2e2ae08530a3b138591368a130301b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f9a64",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_feedbackoffer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackoffer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackofferevent" ("giver", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quarter", "recorded_at", "recorded_by_id", "wave") SELECT old_values."giver", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quarter", old_values."recorded_at", old_values."recorded_by_id", old_values."wave" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3693c87e41a6feacb217e6328df0c2ed3183fae5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19a30",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_feedbackoffer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackofferevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ed1d9da5599436544ab6cdaa625ca365042b0d4e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a1c65",
                    table="conferences_feedbackofferevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ["SHOWN", "TELLS_WHO", "HARM", "NO_WORDS"]),
                    (
                        "themes__contained_by",
                        ["TOLD", "REPORTS", "WORDS", "SAFE", "HEARD", "PLAN", "PLACE", "OTHER"],
                    ),
                ),
                name="feedbackreading_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedbackreading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "SHOWN"), _negated=True),
                    models.Q(("themes", []), _negated=True),
                    _connector="OR",
                ),
                name="feedbackreading_shown_has_theme",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreading",
            trigger=pgtrigger.compiler.Trigger(
                name="feedbackreading_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'feedbackreading_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'feedbackreading_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="34111748b951400d7ec683addedaa77044d0b4d0",
                    operation="DELETE",
                    pgid="pgtrigger_feedbackreading_stays_84cc0",
                    table="conferences_feedbackreading",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreading",
            trigger=pgtrigger.compiler.Trigger(
                name="feedbackreading_of_its_answer",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.answer_id IS DISTINCT FROM NEW.answer_id)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'feedbackreading_of_its_answer' USING ERRCODE = 'check_violation', CONSTRAINT = 'feedbackreading_of_its_answer';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="3bb64ed3def2e8171574183b375e6d7de98d404e",
                    operation="UPDATE",
                    pgid="pgtrigger_feedbackreading_of_its_answer_d1183",
                    table="conferences_feedbackreading",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreading",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackreadingevent" ("answer_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "themes") SELECT new_values."answer_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."themes" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2d0d977dc0243c60977015743645161015d49c04",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_611c7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_feedbackreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreading",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackreadingevent" ("answer_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "themes") SELECT new_values."answer_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_at", new_values."read_by_id", new_values."themes" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9e4b65feac91291cb9cb8edbe5fb52f0badb9cf7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e7100",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_feedbackreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreading",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_feedbackreadingevent" ("answer_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "read_by_id", "themes") SELECT old_values."answer_id", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_at", old_values."read_by_id", old_values."themes" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="265b8c9638105878d2a8b31d0d59e70d2392d05f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_284db",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_feedbackreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="feedbackreadingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1b63485ea284ea6e9cf44836bbc8eb233549b20d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_32c03",
                    table="conferences_feedbackreadingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
