"""Enquiries have an outcome and may be void; what was told otherwise of them is kept, each thing a row."""

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0038_decision_versions"),
        ("safeguarding", "0025_another_address_checked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EnquiryChange",
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
                            ("OUTCOME", "Outcome"),
                            ("START", "Start"),
                            ("VOIDED", "Void"),
                            ("RESTORED", "Put back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=12)),
                ("words", models.TextField(blank=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFERENCE", "An initial child protection conference"),
                            ("SERVICES", "Services for a child in need (section 17)"),
                            ("ASSESSMENT", "The assessment continues"),
                            ("LEGAL_ACTION", "Legal action"),
                            ("NO_ACTION", "No further action"),
                        ],
                        max_length=12,
                    ),
                ),
                ("day", models.DateField(blank=True, null=True)),
                ("day_before", models.DateField(blank=True, null=True)),
                ("changed_at", models.DateTimeField()),
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
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="enquiry",
            name="file_start_date",
            field=models.DateField(
                blank=True,
                help_text="The start that files tell, where it was told otherwise here.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("CONFERENCE", "An initial child protection conference"),
                    ("SERVICES", "Services for a child in need (section 17)"),
                    ("ASSESSMENT", "The assessment continues"),
                    ("LEGAL_ACTION", "Legal action"),
                    ("NO_ACTION", "No further action"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="outcome_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="voided_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="voided_by",
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
            model_name="enquiry",
            name="voided_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("WRONG_CHILD", "It was recorded for the wrong child"),
                    ("TWICE", "It was recorded twice"),
                    ("NONE_STARTED", "No section 47 enquiries were started"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="enquiry",
            name="voided_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="file_start_date",
            field=models.DateField(
                blank=True,
                help_text="The start that files tell, where it was told otherwise here.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("CONFERENCE", "An initial child protection conference"),
                    ("SERVICES", "Services for a child in need (section 17)"),
                    ("ASSESSMENT", "The assessment continues"),
                    ("LEGAL_ACTION", "Legal action"),
                    ("NO_ACTION", "No further action"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="outcome_date",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="voided_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="voided_by",
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
            model_name="enquiryevent",
            name="voided_reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("WRONG_CHILD", "It was recorded for the wrong child"),
                    ("TWICE", "It was recorded twice"),
                    ("NONE_STARTED", "No section 47 enquiries were started"),
                ],
                db_default="",
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="enquiryevent",
            name="voided_words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "file_start_date", "id", "outcome", "outcome_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date", "voided_at", "voided_by_id", "voided_reason", "voided_words") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."file_start_date", new_values."id", new_values."outcome", new_values."outcome_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date", new_values."voided_at", new_values."voided_by_id", new_values."voided_reason", new_values."voided_words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a2e549a7fb16c1b8c5751414041ef7e87c751254",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_07aac",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "file_start_date", "id", "outcome", "outcome_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date", "voided_at", "voided_by_id", "voided_reason", "voided_words") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."file_start_date", new_values."id", new_values."outcome", new_values."outcome_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date", new_values."voided_at", new_values."voided_by_id", new_values."voided_reason", new_values."voided_words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."conference_need" IS DISTINCT FROM (new_values."conference_need") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."file_start_date" IS DISTINCT FROM (new_values."file_start_date") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."outcome" IS DISTINCT FROM (new_values."outcome") OR old_values."outcome_date" IS DISTINCT FROM (new_values."outcome_date") OR old_values."recorded_target_date" IS DISTINCT FROM (new_values."recorded_target_date") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."started_date" IS DISTINCT FROM (new_values."started_date") OR old_values."voided_at" IS DISTINCT FROM (new_values."voided_at") OR old_values."voided_by_id" IS DISTINCT FROM (new_values."voided_by_id") OR old_values."voided_reason" IS DISTINCT FROM (new_values."voided_reason") OR old_values."voided_words" IS DISTINCT FROM (new_values."voided_words")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2ab4912ae5ef29a17fa4878d09f9056020af9963",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d8d14",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "file_start_date", "id", "outcome", "outcome_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date", "voided_at", "voided_by_id", "voided_reason", "voided_words") SELECT old_values."child_id", old_values."conference_need", old_values."episode_id", old_values."file_start_date", old_values."id", old_values."outcome", old_values."outcome_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_target_date", old_values."source", old_values."started_date", old_values."voided_at", old_values."voided_by_id", old_values."voided_reason", old_values."voided_words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fb1d3659d57b1e149dac4c452a7fce9d786efc5e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_87135",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", ""), ("outcome_date__isnull", True)),
                    models.Q(
                        ("conference_need", "NEEDED"),
                        ("outcome", "CONFERENCE"),
                        ("outcome_date__isnull", False),
                    ),
                    models.Q(
                        ("conference_need", "NOT_NEEDED"),
                        ("outcome__in", ["SERVICES", "ASSESSMENT", "LEGAL_ACTION", "NO_ACTION"]),
                        ("outcome_date__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="enquiry_outcome_with_its_day",
            ),
        ),
        AddConstraintNotValid(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome_date__isnull", True),
                    ("outcome_date__gte", models.F("started_date")),
                    _connector="OR",
                ),
                name="enquiry_outcome_after_start",
            ),
        ),
        AddConstraintNotValid(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("voided_at__isnull", True),
                        ("voided_by__isnull", True),
                        ("voided_reason", ""),
                        ("voided_words", ""),
                    ),
                    models.Q(
                        ("voided_at__isnull", False),
                        ("voided_by__isnull", False),
                        ("voided_reason__in", ["WRONG_CHILD", "TWICE", "NONE_STARTED"]),
                        models.Q(("voided_words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="enquiry_void_by_at_and_why",
            ),
        ),
        migrations.AddField(
            model_name="enquirychange",
            name="agreed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="enquirychange",
            name="changed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="enquirychange",
            name="enquiry",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="conferences.enquiry"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirychange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("agreed_by__isnull", True),
                        ("kind", "OUTCOME"),
                        ("outcome", "CONFERENCE"),
                        ("reason", ""),
                    ),
                    models.Q(
                        ("agreed_by__isnull", False),
                        ("kind", "OUTCOME"),
                        ("outcome__in", ["SERVICES", "ASSESSMENT", "LEGAL_ACTION", "NO_ACTION"]),
                        ("reason", ""),
                        models.Q(("words", ""), _negated=True),
                        models.Q(("agreed_by", models.F("changed_by")), _negated=True),
                    ),
                    models.Q(
                        ("kind", "START"),
                        ("outcome", ""),
                        ("reason__in", ["ANOTHER", "WRONG_DATE", "ANEW"]),
                        models.Q(("words", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "VOIDED"),
                        ("outcome", ""),
                        ("reason__in", ["WRONG_CHILD", "TWICE", "NONE_STARTED"]),
                        models.Q(("words", ""), _negated=True),
                    ),
                    models.Q(
                        ("kind", "RESTORED"),
                        ("outcome", ""),
                        ("reason", ""),
                        models.Q(("words", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="enquirychange_says_what_its_kind_needs",
            ),
        ),
        migrations.AddConstraint(
            model_name="enquirychange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("day__isnull", False), ("day_before__isnull", True), ("kind", "OUTCOME")),
                    models.Q(("day__isnull", False), ("day_before__isnull", False), ("kind", "START")),
                    models.Q(
                        ("day__isnull", True),
                        ("day_before__isnull", True),
                        ("kind__in", ["VOIDED", "RESTORED"]),
                    ),
                    _connector="OR",
                ),
                name="enquirychange_days_of_its_kind",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquirychange",
            trigger=pgtrigger.compiler.Trigger(
                name="enquirychange_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="02440112654a8103a088ba2a1e3fa3fee2a2b1b9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_enquirychange_never_changed_02bfb",
                    table="conferences_enquirychange",
                    when="BEFORE",
                ),
            ),
        ),
    ]
