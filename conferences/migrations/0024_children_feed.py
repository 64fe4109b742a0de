"""Files of children from the case system: their lines until they are taken in, and what the last one said."""

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
        ("conferences", "0023_notices_out_of_sight"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0016_tables_counted_anew"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChildrenFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waiting to be read"),
                            ("READING", "Being read"),
                            ("SHOWN", "To be looked at"),
                            ("GOING_IN", "Being taken in"),
                            ("TAKEN_IN", "Taken in"),
                            ("REFUSED", "Refused"),
                            ("LEFT", "Left"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("concerns", models.JSONField(default=dict)),
                ("progress", models.PositiveIntegerField(default=0, help_text="Lines read so far.")),
                ("handed_in_at", models.DateTimeField()),
                ("taken_in_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why it was taken in although something was asked."
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_in_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ChildrenFeedEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file_name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waiting to be read"),
                            ("READING", "Being read"),
                            ("SHOWN", "To be looked at"),
                            ("GOING_IN", "Being taken in"),
                            ("TAKEN_IN", "Taken in"),
                            ("REFUSED", "Refused"),
                            ("LEFT", "Left"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("concerns", models.JSONField(default=dict)),
                ("handed_in_at", models.DateTimeField()),
                ("taken_in_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reason",
                    models.TextField(
                        blank=True, help_text="Why it was taken in although something was asked."
                    ),
                ),
                (
                    "handed_in_by",
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
                        to="conferences.childrenfeed",
                    ),
                ),
                (
                    "taken_in_by",
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
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FeedLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("upn", models.CharField(blank=True, max_length=13)),
                ("given_names", models.CharField(blank=True, max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                ("birth_date", models.DateField(blank=True, null=True)),
                ("expected_birth_date", models.DateField(blank=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                        max_length=1,
                    ),
                ),
                ("family_ref", models.CharField(blank=True, max_length=40)),
                ("address", models.TextField(blank=True)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("line", models.PositiveIntegerField()),
                ("number", models.CharField(blank=True, max_length=20)),
                ("team_text", models.CharField(blank=True, max_length=254)),
                ("worker_text", models.CharField(blank=True, max_length=254)),
                ("problem", models.TextField(blank=True)),
                ("remark", models.TextField(blank=True)),
                ("finding", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("REFUSED", "Refused"),
                            ("ADDED", "Added"),
                            ("NAMED", "Named"),
                            ("CHANGED", "Changed"),
                            ("UNCHANGED", "Unchanged"),
                        ],
                        default="UNCHANGED",
                        max_length=10,
                    ),
                ),
                (
                    "writes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "asks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "takes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="conferences.childrenfeed",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safeguarding.team",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["line"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FeedMemory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("upn", models.CharField(blank=True, max_length=13)),
                ("given_names", models.CharField(blank=True, max_length=100)),
                ("family_name", models.CharField(blank=True, max_length=100)),
                ("birth_date", models.DateField(blank=True, null=True)),
                ("expected_birth_date", models.DateField(blank=True, null=True)),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("F", "Female"), ("M", "Male"), ("U", "Not known or not yet born")],
                        max_length=1,
                    ),
                ),
                ("family_ref", models.CharField(blank=True, max_length=40)),
                ("address", models.TextField(blank=True)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                (
                    "settled",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                (
                    "child",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feed_memory",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "feed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="conferences.childrenfeed",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="safeguarding.team",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "feed memories",
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
            model_name="childrenfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["WAITING", "READING", "SHOWN", "GOING_IN", "TAKEN_IN", "REFUSED", "LEFT"])
                ),
                name="childrenfeed_status_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="childrenfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "REFUSED"), _negated=True),
                    models.Q(("refusal", ""), _negated=True),
                    _connector="OR",
                ),
                name="childrenfeed_refusal_said",
            ),
        ),
        migrations.AddConstraint(
            model_name="childrenfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reason", ""), ("taken_in_at__isnull", True), ("taken_in_by__isnull", True)),
                    models.Q(("taken_in_at__isnull", False), ("taken_in_by__isnull", False)),
                    _connector="OR",
                ),
                name="childrenfeed_taken_in_by_and_at",
            ),
        ),
        migrations.AddConstraint(
            model_name="childrenfeed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("concerns", {}),
                    ("taken_in_by__isnull", True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="childrenfeed_concern_with_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childrenfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT new_values."concerns", new_values."counts", new_values."file_name", new_values."handed_in_at", new_values."handed_in_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."ref", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."taken_in_at", new_values."taken_in_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="01badcbeee7cfbe783813675cb56db26f0135022",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b99f9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_childrenfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childrenfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT new_values."concerns", new_values."counts", new_values."file_name", new_values."handed_in_at", new_values."handed_in_by_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."ref", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."taken_in_at", new_values."taken_in_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."concerns" IS DISTINCT FROM (new_values."concerns") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."file_name" IS DISTINCT FROM (new_values."file_name") OR old_values."handed_in_at" IS DISTINCT FROM (new_values."handed_in_at") OR old_values."handed_in_by_id" IS DISTINCT FROM (new_values."handed_in_by_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."reason" IS DISTINCT FROM (new_values."reason") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."refusal" IS DISTINCT FROM (new_values."refusal") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."taken_in_at" IS DISTINCT FROM (new_values."taken_in_at") OR old_values."taken_in_by_id" IS DISTINCT FROM (new_values."taken_in_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b8378f920ac08c092b42a61be3300225eaf4aa8f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d4b46",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childrenfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childrenfeed",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childrenfeedevent" ("concerns", "counts", "file_name", "handed_in_at", "handed_in_by_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "ref", "refusal", "sha256", "size", "status", "taken_in_at", "taken_in_by_id") SELECT old_values."concerns", old_values."counts", old_values."file_name", old_values."handed_in_at", old_values."handed_in_by_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."ref", old_values."refusal", old_values."sha256", old_values."size", old_values."status", old_values."taken_in_at", old_values."taken_in_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ada99b464029559fbf37aaeeb8ed1a4cb6e5bc9d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_557d6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_childrenfeed",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childrenfeedevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f4be98429250ce65efec4f4e6cbc4f0031d09750",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0afb9",
                    table="conferences_childrenfeedevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="feedline",
            index=models.Index(fields=["feed", "outcome", "line"], name="feedline_by_outcome"),
        ),
        migrations.AddIndex(
            model_name="feedline",
            index=models.Index(fields=["feed", "number"], name="feedline_by_number"),
        ),
        migrations.AddConstraint(
            model_name="feedline",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["REFUSED", "ADDED", "NAMED", "CHANGED", "UNCHANGED"])),
                name="feedline_outcome_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedline",
            constraint=models.CheckConstraint(
                condition=models.Q(("sex__in", ["", "F", "M", "U"])), name="feedline_sex_known_code"
            ),
        ),
        migrations.AddIndex(
            model_name="feedmemory",
            index=models.Index(
                condition=models.Q(("family_ref", ""), _negated=True),
                fields=["family_ref"],
                name="feedmemory_by_family_ref",
            ),
        ),
    ]
