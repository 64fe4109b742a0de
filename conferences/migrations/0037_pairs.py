"""Pairs of records that may be of one child, what people say of them, and records joined."""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0036_children_leave_requests"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0031_joined_words_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("is_suggested", models.BooleanField(default=True)),
                (
                    "is_certain",
                    models.BooleanField(default=False, help_text="A number of the two records is the same."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "To be judged"),
                            ("SAME", "The same child, not joined yet"),
                            ("DIFFERENT", "Two different children"),
                            ("NOT_SURE", "Not sure"),
                        ],
                        default="OPEN",
                        max_length=10,
                    ),
                ),
                ("facts", models.CharField(max_length=64)),
                ("found_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-is_certain", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ChildPairEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("is_suggested", models.BooleanField(default=True)),
                (
                    "is_certain",
                    models.BooleanField(default=False, help_text="A number of the two records is the same."),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("OPEN", "To be judged"),
                            ("SAME", "The same child, not joined yet"),
                            ("DIFFERENT", "Two different children"),
                            ("NOT_SURE", "Not sure"),
                        ],
                        default="OPEN",
                        max_length=10,
                    ),
                ),
                ("facts", models.CharField(max_length=64)),
                ("found_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PairAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("SAME", "The same child"),
                            ("DIFFERENT", "Two different children"),
                            ("NOT_SURE", "Not sure"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("facts", models.CharField(max_length=64)),
                ("answered_at", models.DateTimeField()),
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
            name="PairAnswerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("SAME", "The same child"),
                            ("DIFFERENT", "Two different children"),
                            ("NOT_SURE", "Not sure"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("facts", models.CharField(max_length=64)),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RecordJoin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("reason", models.TextField()),
                ("moved", models.JSONField(default=dict)),
                ("changed", models.JSONField(default=dict)),
                ("added", models.JSONField(default=dict)),
                ("joined_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_reason", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="RecordJoinEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("reason", models.TextField()),
                ("moved", models.JSONField(default=dict)),
                ("changed", models.JSONField(default=dict)),
                ("added", models.JSONField(default=dict)),
                ("joined_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("undone_reason", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="daytold",
            name="daytold_never_changed",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="daytold",
            trigger=pgtrigger.compiler.Trigger(
                name="daytold_never_gone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="07527b32dedfbb79c38fee6c8eaf74e59b4adbca",
                    operation="DELETE",
                    pgid="pgtrigger_daytold_never_gone_bbf7b",
                    table="conferences_daytold",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="daytold",
            trigger=pgtrigger.compiler.Trigger(
                name="daytold_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."because" IS DISTINCT FROM (NEW."because") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."consultation_id" IS DISTINCT FROM (NEW."consultation_id") OR OLD."due_date" IS DISTINCT FROM (NEW."due_date") OR OLD."explanation" IS DISTINCT FROM (NEW."explanation") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."not_counted" IS DISTINCT FROM (NEW."not_counted") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."requested_child_id" IS DISTINCT FROM (NEW."requested_child_id") OR OLD."started_date" IS DISTINCT FROM (NEW."started_date") OR OLD."told_at" IS DISTINCT FROM (NEW."told_at") OR OLD."told_by_id" IS DISTINCT FROM (NEW."told_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5018f144617312f1e3f1225d80b644753b3ba3d8",
                    operation="UPDATE",
                    pgid="pgtrigger_daytold_never_changed_dc71f",
                    table="conferences_daytold",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="childpair",
            name="one",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="childpair",
            name="other",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="childpairevent",
            name="one",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="childpairevent",
            name="other",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="childpairevent",
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
            model_name="childpairevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.childpair",
            ),
        ),
        migrations.AddField(
            model_name="pairanswer",
            name="answered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="pairanswer",
            name="pair",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="conferences.childpair",
            ),
        ),
        migrations.AddField(
            model_name="pairanswerevent",
            name="answered_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="pairanswerevent",
            name="pair",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.childpair",
            ),
        ),
        migrations.AddField(
            model_name="pairanswerevent",
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
            model_name="pairanswerevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.pairanswer",
            ),
        ),
        migrations.AddField(
            model_name="recordjoin",
            name="gone",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="recordjoin",
            name="joined_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="recordjoin",
            name="kept",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="joins", to="safeguarding.child"
            ),
        ),
        migrations.AddField(
            model_name="recordjoin",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordjoinevent",
            name="gone",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="recordjoinevent",
            name="joined_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="recordjoinevent",
            name="kept",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="safeguarding.child",
            ),
        ),
        migrations.AddField(
            model_name="recordjoinevent",
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
            model_name="recordjoinevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.recordjoin",
            ),
        ),
        migrations.AddField(
            model_name="recordjoinevent",
            name="undone_by",
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
        migrations.AddIndex(
            model_name="childpair",
            index=models.Index(
                condition=models.Q(("state", "DIFFERENT"), _negated=True),
                fields=["-is_certain", "id"],
                name="childpair_to_judge",
            ),
        ),
        migrations.AddConstraint(
            model_name="childpair",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="childpair_once"),
        ),
        migrations.AddConstraint(
            model_name="childpair",
            constraint=models.CheckConstraint(
                condition=models.Q(("one__lt", models.F("other"))), name="childpair_lower_first"
            ),
        ),
        migrations.AddConstraint(
            model_name="childpair",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["OPEN", "SAME", "DIFFERENT", "NOT_SURE"])),
                name="childpair_state_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpair",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpairevent" ("facts", "found_at", "id", "is_certain", "is_suggested", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "state") SELECT new_values."facts", new_values."found_at", new_values."id", new_values."is_certain", new_values."is_suggested", new_values."one_id", new_values."other_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c37e63c802fca5a3cc0fb1d5b7d7658fe8c93f47",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3be8f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_childpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpair",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpairevent" ("facts", "found_at", "id", "is_certain", "is_suggested", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "state") SELECT new_values."facts", new_values."found_at", new_values."id", new_values."is_certain", new_values."is_suggested", new_values."one_id", new_values."other_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5927422e9b08b55b348915ca5e3092117e0a6748",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffccd",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpair",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childpairevent" ("facts", "found_at", "id", "is_certain", "is_suggested", "one_id", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "state") SELECT old_values."facts", old_values."found_at", old_values."id", old_values."is_certain", old_values."is_suggested", old_values."one_id", old_values."other_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c4175ce69b89c16bb6cbae076725e6626b5c6570",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b5dea",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_childpair",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childpairevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="79752c3ac125199560f4e087914f47d7401dc407",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_68703",
                    table="conferences_childpairevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="pairanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer__in", ["SAME", "DIFFERENT", "NOT_SURE"])), name="pairanswer_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="pairanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="pairanswer_with_its_reason"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="pairanswer_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3be9eecf6695927dc735007de72cabf4048df149",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_pairanswer_never_changed_4db01",
                    table="conferences_pairanswer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_pairanswerevent" ("answer", "answered_at", "answered_by_id", "facts", "id", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."facts", new_values."id", new_values."pair_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="83250eb3272da71f084546c91cd5c147d078440f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc414",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_pairanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_pairanswerevent" ("answer", "answered_at", "answered_by_id", "facts", "id", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer", new_values."answered_at", new_values."answered_by_id", new_values."facts", new_values."id", new_values."pair_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9cfd94aa5004e21341474333ffed46659ae4cb9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fca45",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_pairanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_pairanswerevent" ("answer", "answered_at", "answered_by_id", "facts", "id", "pair_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."answer", old_values."answered_at", old_values."answered_by_id", old_values."facts", old_values."id", old_values."pair_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f63db6afafddea8b54b179089c3361d6f643a6c0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0bb7f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_pairanswer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pairanswerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="48fd7fac46012fc0f4c3cb16a76db2ec218a8677",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_643e3",
                    table="conferences_pairanswerevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="recordjoin",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="recordjoin_with_its_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordjoin",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("gone")), _negated=True), name="recordjoin_of_two"
            ),
        ),
        migrations.AddConstraint(
            model_name="recordjoin",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("undone_at__isnull", True), ("undone_by__isnull", True), ("undone_reason", "")),
                    models.Q(
                        ("undone_at__isnull", False),
                        ("undone_by__isnull", False),
                        models.Q(("undone_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="recordjoin_undone_by_at_and_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordjoin",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("gone",),
                name="recordjoin_stands_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_recordjoinevent" ("added", "changed", "gone_id", "id", "joined_at", "joined_by_id", "kept_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "undone_at", "undone_by_id", "undone_reason") SELECT new_values."added", new_values."changed", new_values."gone_id", new_values."id", new_values."joined_at", new_values."joined_by_id", new_values."kept_id", new_values."moved", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."undone_at", new_values."undone_by_id", new_values."undone_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bf7fa6253a11d882ef93d72e8060c9e688ef4176",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2de6d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_recordjoin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_recordjoinevent" ("added", "changed", "gone_id", "id", "joined_at", "joined_by_id", "kept_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "undone_at", "undone_by_id", "undone_reason") SELECT new_values."added", new_values."changed", new_values."gone_id", new_values."id", new_values."joined_at", new_values."joined_by_id", new_values."kept_id", new_values."moved", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."undone_at", new_values."undone_by_id", new_values."undone_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0c12b41c67c19f9240bb39a8afd32a1b32d6e845",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_46158",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_recordjoin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoin",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_recordjoinevent" ("added", "changed", "gone_id", "id", "joined_at", "joined_by_id", "kept_id", "moved", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "undone_at", "undone_by_id", "undone_reason") SELECT old_values."added", old_values."changed", old_values."gone_id", old_values."id", old_values."joined_at", old_values."joined_by_id", old_values."kept_id", old_values."moved", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."undone_at", old_values."undone_by_id", old_values."undone_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="89c01c2d811428e22336199c07f9a84269216f58",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_994db",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_recordjoin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="recordjoinevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e56012b96b4450002b7a75118d0f94213131ebb2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_024a0",
                    table="conferences_recordjoinevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
