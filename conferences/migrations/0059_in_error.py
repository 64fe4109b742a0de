"""What was recorded in error is kept and counts as none; a plan may run again by two people; files know a
day that was corrected here.
"""

import uuid

import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0058_raised_is_not_asked"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0038_in_error_is_over"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanResumption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("was_end_date", models.DateField()),
                (
                    "was_end_reason",
                    models.CharField(
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "was_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("TWICE", "It was recorded twice"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={
                "ordering": ["-asked_at", "-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PlanResumptionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("asked_at", models.DateTimeField()),
                ("last_date", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CONFIRMED", "Confirmed"),
                            ("REFUSED", "Refused"),
                            ("WITHDRAWN", "Withdrawn"),
                            ("LAPSED", "Lapsed"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("closed_reason", models.TextField(blank=True, default="")),
                ("was_end_date", models.DateField()),
                (
                    "was_end_reason",
                    models.CharField(
                        choices=[
                            ("RISK_REDUCED", "Risk reduced: decided at a review conference"),
                            (
                                "MOVED",
                                "Moved permanently to another local authority, whose conference was held",
                            ),
                            ("LOOKED_AFTER", "Became looked after or an interim care order was made"),
                            ("OTHER_ORDER", "Another court order was made"),
                            ("EIGHTEEN", "Reached 18"),
                            ("DIED", "Died"),
                            ("LEFT_UK", "Left the United Kingdom permanently"),
                            ("SET_ASIDE", "Set aside or reconvened after a complaint"),
                            ("ERROR", "Recorded in error"),
                            ("NOT_RECORDED", "Not recorded: read from a census file, which has no reason"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "was_step_down",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("CIN_PLAN", "Child in need plan"),
                            ("EARLY_HELP", "Early help"),
                            ("LOOKED_AFTER", "Looked after"),
                            ("CLOSED", "Closed to children's services"),
                            ("OTHER_AUTHORITY", "Another local authority"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("TYPED", "It was typed wrongly"),
                            ("TOLD", "We were told something wrong"),
                            ("OTHER_CHILD", "It was another child’s"),
                            ("TWICE", "It was recorded twice"),
                            ("OTHER_DAY", "It was written down under another day"),
                            ("FILE", "A file or another system had it wrong"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="childinneedplan_in_its_own_episode_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="childinneedplan_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="childinneedplan",
            name="inneedplan_not_beside_a_plan",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conference",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conferencechild",
            name="conferencechild_fits_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="conferencechild",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroup",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroup",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroup",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroup",
            name="coregroup_while_the_plan_runs_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="coregroup",
            name="coregroup_while_the_plan_runs",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_in_its_own_episode_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_not_needed_had_none",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="enquiry",
            name="enquiry_void_carries_nothing",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="followup",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="followup",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="followup",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="followup",
            name="followup_after_the_end_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="followup",
            name="followup_after_the_end",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="lifeevent",
            name="planending_by_its_own_childs_event",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="enquiry_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="plan_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="childinneedplan_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="needepisode",
            name="transferin_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_in_its_own_episode_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="inneedplan_not_beside_a_plan",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_never_reopened",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="plan_ends_by_a_review_or_by_two",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="planending_by_its_own_childs_event",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="coregroup_while_the_plan_runs",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="plan",
            name="followup_after_the_end",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planelsewhere",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planelsewhere",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planelsewhere",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planending",
            name="planending_by_its_own_childs_event_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="planending",
            name="planending_by_its_own_childs_event",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="requestedchild_on_its_own_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="requestedchild",
            name="requestedchild_on_its_own",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtimeentry",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtimeentry",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="thinkingtimeentry",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="transferin_in_its_own_episode_new",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="transferin_in_its_own_episode",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="conferencechild_fits",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="transferin",
            name="requestedchild_on_its_own",
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_why_known",
        ),
        migrations.RemoveConstraint(
            model_name="correction",
            name="correction_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="decisionchange",
            name="decisionchange_why_known",
        ),
        migrations.AddField(
            model_name="childinneedplan",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="childinneedplanevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="conference",
            name="file_held_date",
            field=models.DateField(
                blank=True, help_text="The day that files tell, where it was corrected here.", null=True
            ),
        ),
        migrations.AddField(
            model_name="conferenceevent",
            name="file_held_date",
            field=models.DateField(
                blank=True, help_text="The day that files tell, where it was corrected here.", null=True
            ),
        ),
        migrations.AddField(
            model_name="coregroup",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="coregroupevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="followup",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="followupevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="needepisode",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="needepisodeevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="file_start_date",
            field=models.DateField(
                blank=True, help_text="The start that files tell, where it was corrected here.", null=True
            ),
        ),
        migrations.AddField(
            model_name="planelsewhere",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="planelsewhereevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="planevent",
            name="file_start_date",
            field=models.DateField(
                blank=True, help_text="The start that files tell, where it was corrected here.", null=True
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeentry",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="thinkingtimeentryevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="transferin",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AddField(
            model_name="transferinevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AlterField(
            model_name="correction",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
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
            model_name="correction",
            name="why",
            field=models.CharField(
                choices=[
                    ("TYPED", "It was typed wrongly"),
                    ("TOLD", "We were told something wrong"),
                    ("OTHER_CHILD", "It was another child’s"),
                    ("TWICE", "It was recorded twice"),
                    ("OTHER_DAY", "It was written down under another day"),
                    ("FILE", "A file or another system had it wrong"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="correctionevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("CHILD", "Who the child is"),
                    ("NAME", "Another name"),
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
            name="why",
            field=models.CharField(
                choices=[
                    ("TYPED", "It was typed wrongly"),
                    ("TOLD", "We were told something wrong"),
                    ("OTHER_CHILD", "It was another child’s"),
                    ("TWICE", "It was recorded twice"),
                    ("OTHER_DAY", "It was written down under another day"),
                    ("FILE", "A file or another system had it wrong"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="decisionchange",
            name="why",
            field=models.CharField(
                choices=[
                    ("TYPED", "It was typed wrongly"),
                    ("TOLD", "We were told something wrong"),
                    ("OTHER_CHILD", "It was another child’s"),
                    ("TWICE", "It was recorded twice"),
                    ("OTHER_DAY", "It was written down under another day"),
                    ("FILE", "A file or another system had it wrong"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="decisionchangeevent",
            name="why",
            field=models.CharField(
                choices=[
                    ("TYPED", "It was typed wrongly"),
                    ("TOLD", "We were told something wrong"),
                    ("OTHER_CHILD", "It was another child’s"),
                    ("TWICE", "It was recorded twice"),
                    ("OTHER_DAY", "It was written down under another day"),
                    ("FILE", "A file or another system had it wrong"),
                    ("OTHER", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="lifeevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        migrations.AlterField(
            model_name="lifeeventevent",
            name="in_error",
            field=models.BooleanField(
                db_default=False, default=False, help_text="Recorded in error; kept, and counts as none."
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="childinneedplan_in_its_own_episode_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'childinneedplan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'childinneedplan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="42eb5680a57b1c2589e7b91435633a2a58583ad9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_childinneedplan_in_its_own_episode_new_84094",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="childinneedplan_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.episode_id IS DISTINCT FROM NEW.episode_id OR OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_childinneedplan WHERE id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'childinneedplan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'childinneedplan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="34849f9ef34c0279ed0b0d885c32692f1e79ae3f",
                    operation='UPDATE OF "episode_id", "child_id", "in_error"',
                    pgid="pgtrigger_childinneedplan_in_its_own_episode_d5faa",
                    table="conferences_childinneedplan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="inneedplan_not_beside_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.source = 'RECORDED')",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_childinneedplan WHERE id = NEW.id) AS r JOIN conferences_plan AS p ON p.child_id = r.child_id\n        WHERE r.source = 'RECORDED' AND NOT r.in_error AND NOT p.held_for_other_authority\n            AND r.start_date < coalesce(p.end_date, 'infinity')\n            AND p.start_date < coalesce(r.end_date, 'infinity')) THEN\n        RAISE EXCEPTION 'inneedplan_not_beside_a_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'inneedplan_not_beside_a_plan';\n    END IF;\n    RETURN NULL;",
                    hash="87010b31d5764b469c49540fd75325b8cc125f48",
                    operation='INSERT OR UPDATE OF "start_date", "end_date", "child_id", "source", "in_error"',
                    pgid="pgtrigger_inneedplan_not_beside_a_plan_eff56",
                    table="conferences_childinneedplan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7d946e9c65b30e45ad82ad38b6a49f2041513622",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0ff49",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."in_error" IS DISTINCT FROM (new_values."in_error") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="56e2d331ba004c10ab6dff55bf53f1a501c463f8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_35ab6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."episode_id", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="38117769cdd4b4ea00f9a86ed4b8d52bbc3684d9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b1846",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_childinneedplan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.held_date IS DISTINCT FROM NEW.held_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE conference_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="358c30c15134346dafa09ce0da58d24da7534621",
                    operation='UPDATE OF "held_date"',
                    pgid="pgtrigger_conferencechild_fits_4e168",
                    table="conferences_conference",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "file_held_date", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."file_held_date", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="37dfc2aba5fcbbfa7caf5127554ee3102ff9b608",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7b4d6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_conference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "file_held_date", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."file_held_date", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="73751f09bb04d686356e5b6542df4837a4141c75",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d23b4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_conference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "file_held_date", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT old_values."chair_id", old_values."family_id", old_values."file_held_date", old_values."held_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="448d2a116c63c446c8e6ee453d448069f042b6dc",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbf6e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_conference",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="cd217b03775e7c2c345376a131990dcf8e4afd85",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_conferencechild_fits_new_9036f",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.enquiry_id IS DISTINCT FROM NEW.enquiry_id OR OLD.transfer_in_id IS DISTINCT FROM NEW.transfer_in_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="47d83bca65d8ec34a687dc6aee8d0234a12e4217",
                    operation='UPDATE OF "conference_id", "child_id", "enquiry_id", "transfer_in_id", "plan_id"',
                    pgid="pgtrigger_conferencechild_fits_d29a9",
                    table="conferences_conferencechild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroup_while_the_plan_runs_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND (r.held_date < p.start_date OR r.held_date > p.end_date)) THEN\n        RAISE EXCEPTION 'coregroup_while_the_plan_runs' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroup_while_the_plan_runs';\n    END IF;\n    RETURN NULL;",
                    hash="936b99d764bcd046964d74ded46ba4d0cf64b259",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_coregroup_while_the_plan_runs_new_31826",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_coregroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroup_while_the_plan_runs",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.plan_id IS DISTINCT FROM NEW.plan_id OR OLD.held_date IS DISTINCT FROM NEW.held_date OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_coregroup WHERE id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND (r.held_date < p.start_date OR r.held_date > p.end_date)) THEN\n        RAISE EXCEPTION 'coregroup_while_the_plan_runs' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroup_while_the_plan_runs';\n    END IF;\n    RETURN NULL;",
                    hash="c1d9fe3e04bdb4df855f8f6b35c7e9dcd5898557",
                    operation='UPDATE OF "plan_id", "held_date", "in_error"',
                    pgid="pgtrigger_coregroup_while_the_plan_runs_3d6c3",
                    table="conferences_coregroup",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "in_error", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT new_values."held_date", new_values."id", new_values."in_error", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cf4260c9e8d9e075f10e14258a320ea220562d90",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b301",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_coregroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "in_error", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT new_values."held_date", new_values."id", new_values."in_error", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1b829af43f1b42fe27757cd02efa7868ca18175b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cc4b3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_coregroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="coregroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_coregroupevent" ("held_date", "id", "in_error", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id") SELECT old_values."held_date", old_values."id", old_values."in_error", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_at", old_values."recorded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="cdba17a8ab8e323c2580e8835d137089b197b254",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0efc",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_coregroup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_in_its_own_episode_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND r.voided_at IS NULL)) THEN\n        RAISE EXCEPTION 'enquiry_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="f1797e38b2d21710973f8b1b12f26e09bb2b04ba",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_enquiry_in_its_own_episode_new_12f3c",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.episode_id IS DISTINCT FROM NEW.episode_id OR OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.voided_at IS DISTINCT FROM NEW.voided_at))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_enquiry WHERE id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND r.voided_at IS NULL)) THEN\n        RAISE EXCEPTION 'enquiry_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="5e4dc710a83e744285b180ac4ca01c948c99d771",
                    operation='UPDATE OF "episode_id", "child_id", "voided_at"',
                    pgid="pgtrigger_enquiry_in_its_own_episode_a404a",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.started_date IS DISTINCT FROM NEW.started_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="2f5c5b2f94bcba8449bb2714d095c12b5893d535",
                    operation='UPDATE OF "child_id", "started_date"',
                    pgid="pgtrigger_conferencechild_fits_d4a79",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="b58e44ad8ab4c5c41ab868f745c29cd006b37a73",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_4083a",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_not_needed_had_none",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.conference_need IS DISTINCT FROM NEW.conference_need) AND (NEW.source = 'RECORDED' AND NEW.conference_need = 'NOT_NEEDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n        WHERE e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED') OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'enquiry_not_needed_had_none' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_not_needed_had_none';\n    END IF;\n    RETURN NULL;",
                    hash="350c315789f88863c167e482b7f8df84be526cce",
                    operation='UPDATE OF "conference_need"',
                    pgid="pgtrigger_enquiry_not_needed_had_none_99171",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_void_carries_nothing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.voided_at IS DISTINCT FROM NEW.voided_at) AND (NEW.voided_at IS NOT NULL))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE enquiry_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) OR EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE enquiry_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'enquiry_void_carries_nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_void_carries_nothing';\n    END IF;\n    RETURN NULL;",
                    hash="d31e2dcd1e485f5fc6cf3254b32cde4d53d84f85",
                    operation='UPDATE OF "voided_at"',
                    pgid="pgtrigger_enquiry_void_carries_nothing_020f7",
                    table="conferences_enquiry",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="followup_after_the_end_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND r.held_date <= p.end_date) THEN\n        RAISE EXCEPTION 'followup_after_the_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'followup_after_the_end';\n    END IF;\n    RETURN NULL;",
                    hash="a11f6054be460fd7331654d5db5e198de3ec942b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_followup_after_the_end_new_8fd44",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="followup_after_the_end",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.plan_id IS DISTINCT FROM NEW.plan_id OR OLD.held_date IS DISTINCT FROM NEW.held_date OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_followup WHERE id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND r.held_date <= p.end_date) THEN\n        RAISE EXCEPTION 'followup_after_the_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'followup_after_the_end';\n    END IF;\n    RETURN NULL;",
                    hash="99ec7b77d228377ee2c02c447b3de27c6f7ba195",
                    operation='UPDATE OF "plan_id", "held_date", "in_error"',
                    pgid="pgtrigger_followup_after_the_end_8b751",
                    table="conferences_followup",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b0d1d563f96326bdbdab4aa709efbecec31797c7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fbeb5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT new_values."held_date", new_values."help_now", new_values."how_child_is", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."recorded_at", new_values."recorded_by_id", new_values."which" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0136666850b7dc9d1c64fa6f49117d53b4903222",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe5e5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_followupevent" ("held_date", "help_now", "how_child_is", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by_id", "which") SELECT old_values."held_date", old_values."help_now", old_values."how_child_is", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."recorded_at", old_values."recorded_by_id", old_values."which" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ad16f6e1b9e7faf5922d735adb3bb13d27c3059a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91d39",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_followup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lifeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE event_id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL\n                OR r.outcome = 'CONFIRMED' AND NOT EXISTS (\n        SELECT FROM conferences_planresumption AS v\n        WHERE v.ending_id = r.id AND v.outcome = 'CONFIRMED')))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="d9da68161d43f3c741b962d7bb87732d20a64b6b",
                    operation='UPDATE OF "child_id", "kind", "in_error"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_6abfb",
                    table="conferences_lifeevent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_enquiry WHERE episode_id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND r.voided_at IS NULL)) THEN\n        RAISE EXCEPTION 'enquiry_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'enquiry_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="802377a289ee17cfe820c8ac4cc56e9f26fcbac6",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_enquiry_in_its_own_episode_997c5",
                    table="conferences_needepisode",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plan WHERE episode_id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND true)) THEN\n        RAISE EXCEPTION 'plan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="5066bea06c112e7173b9ef7926d51b765cc32ffb",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_plan_in_its_own_episode_1cf75",
                    table="conferences_needepisode",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="childinneedplan_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_childinneedplan WHERE episode_id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'childinneedplan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'childinneedplan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="2e59befd53895414aac1452ec7f7df8620986e13",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_childinneedplan_in_its_own_episode_57dea",
                    table="conferences_needepisode",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="transferin_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_transferin WHERE episode_id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'transferin_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'transferin_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="1430dc4a9bb24f013ced052c16f9d6b1041158a6",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_transferin_in_its_own_episode_7cc85",
                    table="conferences_needepisode",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "in_error", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."in_error", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8f0f46a4cf52d51cdba062070a8e2ed26c03475a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_97544",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_needepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "in_error", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."in_error", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."closure_date" IS DISTINCT FROM (new_values."closure_date") OR old_values."closure_reason" IS DISTINCT FROM (new_values."closure_reason") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."in_error" IS DISTINCT FROM (new_values."in_error") OR old_values."no_further_action" IS DISTINCT FROM (new_values."no_further_action") OR old_values."primary_need" IS DISTINCT FROM (new_values."primary_need") OR old_values."referral_date" IS DISTINCT FROM (new_values."referral_date") OR old_values."referral_source" IS DISTINCT FROM (new_values."referral_source") OR old_values."source" IS DISTINCT FROM (new_values."source")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b976316409d99ef2adaecf112678407b6b3acdf0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39c67",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_needepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "in_error", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT old_values."child_id", old_values."closure_date", old_values."closure_reason", old_values."id", old_values."in_error", old_values."no_further_action", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_need", old_values."referral_date", old_values."referral_source", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d8430782031ae157be6925f1a59e20f6f7e6a74c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d3f74",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_needepisode",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_in_its_own_episode_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND true)) THEN\n        RAISE EXCEPTION 'plan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="2c7d59bdbedbea847264107a6bf4c3f0316103e4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_plan_in_its_own_episode_new_682fc",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.episode_id IS DISTINCT FROM NEW.episode_id OR OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_plan WHERE id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND true)) THEN\n        RAISE EXCEPTION 'plan_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="82547ccb7873766e72fe495196807b21ba88d666",
                    operation='UPDATE OF "episode_id", "child_id"',
                    pgid="pgtrigger_plan_in_its_own_episode_aa25b",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE plan_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="36279fb120bb3396cfa9d540e667b0a18c67377a",
                    operation='UPDATE OF "child_id", "start_date", "end_date"',
                    pgid="pgtrigger_conferencechild_fits_ed8a4",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE plan_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="3b8bd3ec5c763e6e06b13d45a866091b71de541d",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_c843d",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_ends_by_a_review_or_by_two",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED' AND OLD.end_date IS NULL AND NEW.end_reason <> 'RISK_REDUCED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF NOT EXISTS (\n        SELECT FROM conferences_planending AS e\n        WHERE e.plan_id = NEW.id AND e.outcome = 'CONFIRMED' AND NOT EXISTS (\n        SELECT FROM conferences_planresumption AS v\n        WHERE v.ending_id = e.id AND v.outcome = 'CONFIRMED'))\n        AND NOT EXISTS (\n        SELECT FROM conferences_conferencechild AS cc\n            JOIN conferences_decision AS d ON d.conference_child_id = cc.id AND d.outcome = 'PLAN_ENDS'\n        WHERE cc.plan_id = NEW.id) THEN\n        RAISE EXCEPTION 'plan_ends_by_a_review_or_by_two' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_ends_by_a_review_or_by_two';\n    END IF;\n    RETURN NULL;",
                    hash="1a5fdf6d59c923551baee5310fa8f9430267aa89",
                    operation='UPDATE OF "end_date"',
                    pgid="pgtrigger_plan_ends_by_a_review_or_by_two_0ce5b",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE plan_id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL\n                OR r.outcome = 'CONFIRMED' AND NOT EXISTS (\n        SELECT FROM conferences_planresumption AS v\n        WHERE v.ending_id = r.id AND v.outcome = 'CONFIRMED')))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="40f0b8a463823b9d59cf246807a8fc35c741bd5d",
                    operation='UPDATE OF "child_id"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_09435",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="coregroup_while_the_plan_runs",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_coregroup WHERE plan_id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND (r.held_date < p.start_date OR r.held_date > p.end_date)) THEN\n        RAISE EXCEPTION 'coregroup_while_the_plan_runs' USING ERRCODE = 'check_violation', CONSTRAINT = 'coregroup_while_the_plan_runs';\n    END IF;\n    RETURN NULL;",
                    hash="f8c46add2ea755293116b8e77aa29ce22be19b57",
                    operation='UPDATE OF "start_date", "end_date"',
                    pgid="pgtrigger_coregroup_while_the_plan_runs_5c7b1",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="followup_after_the_end",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.start_date IS DISTINCT FROM NEW.start_date OR OLD.end_date IS DISTINCT FROM NEW.end_date) AND (NEW.source = 'RECORDED'))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_followup WHERE plan_id = NEW.id) AS r JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE NOT r.in_error AND r.held_date <= p.end_date) THEN\n        RAISE EXCEPTION 'followup_after_the_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'followup_after_the_end';\n    END IF;\n    RETURN NULL;",
                    hash="b3cacb6ec4afcb40cb97f3be4e42d83ae93bd46c",
                    operation='UPDATE OF "start_date", "end_date"',
                    pgid="pgtrigger_followup_after_the_end_fd24b",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="inneedplan_not_beside_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.source = 'RECORDED')",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_childinneedplan WHERE child_id = NEW.child_id) AS r JOIN conferences_plan AS p ON p.child_id = r.child_id\n        WHERE r.source = 'RECORDED' AND NOT r.in_error AND NOT p.held_for_other_authority\n            AND r.start_date < coalesce(p.end_date, 'infinity')\n            AND p.start_date < coalesce(r.end_date, 'infinity')) THEN\n        RAISE EXCEPTION 'inneedplan_not_beside_a_plan' USING ERRCODE = 'check_violation', CONSTRAINT = 'inneedplan_not_beside_a_plan';\n    END IF;\n    RETURN NULL;",
                    hash="053d6e1cd8ce917c68a94c00927a9071b7762de8",
                    operation='INSERT OR UPDATE OF "start_date", "end_date", "child_id"',
                    pgid="pgtrigger_inneedplan_not_beside_a_plan_bf56d",
                    table="conferences_plan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="plan_never_reopened",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.end_date IS NOT NULL AND NEW.end_date IS NULL)",
                    func="\n    IF NOT (EXISTS (\n        SELECT FROM conferences_decisionchange AS v\n            JOIN conferences_decisionchangeevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.conference_child_id IN (SELECT id FROM conferences_conferencechild WHERE id = OLD.begun_at_id OR plan_id = OLD.id)) OR EXISTS (\n        SELECT FROM conferences_planresumption AS v\n            JOIN conferences_planresumptionevent AS e ON e.pgh_obj_id = v.id\n        WHERE v.outcome = 'CONFIRMED' AND e.outcome = 'CONFIRMED' AND e.pgh_created_at = now()\n            AND v.plan_id = OLD.id) OR (OLD.source = 'CENSUS' AND strpos(coalesce(current_setting('pghistory.context_metadata', true), ''), '\"file\":') > 0)) THEN\n        RAISE EXCEPTION 'plan_never_reopened' USING ERRCODE = 'check_violation', CONSTRAINT = 'plan_never_reopened';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="5243b3156093683460b649b0b5a104a831c6301c",
                    operation="UPDATE",
                    pgid="pgtrigger_plan_never_reopened_0b46e",
                    table="conferences_plan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "file_start_date", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."file_start_date", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f289f4dfba0b542075f20977131aa6fc6c5d9a71",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24a85",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "file_start_date", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."file_start_date", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."begun_at_id" IS DISTINCT FROM (new_values."begun_at_id") OR old_values."child_id" IS DISTINCT FROM (new_values."child_id") OR old_values."end_date" IS DISTINCT FROM (new_values."end_date") OR old_values."end_reason" IS DISTINCT FROM (new_values."end_reason") OR old_values."episode_id" IS DISTINCT FROM (new_values."episode_id") OR old_values."file_start_date" IS DISTINCT FROM (new_values."file_start_date") OR old_values."held_for_other_authority" IS DISTINCT FROM (new_values."held_for_other_authority") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."initial_category" IS DISTINCT FROM (new_values."initial_category") OR old_values."latest_category" IS DISTINCT FROM (new_values."latest_category") OR old_values."previous_plans_recorded" IS DISTINCT FROM (new_values."previous_plans_recorded") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."source" IS DISTINCT FROM (new_values."source") OR old_values."start_date" IS DISTINCT FROM (new_values."start_date") OR old_values."step_down" IS DISTINCT FROM (new_values."step_down")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="db7b4a4a83d9199f2bc6f305eacf11a597908906",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b6214",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "file_start_date", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT old_values."begun_at_id", old_values."child_id", old_values."end_date", old_values."end_reason", old_values."episode_id", old_values."file_start_date", old_values."held_for_other_authority", old_values."id", old_values."initial_category", old_values."latest_category", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."previous_plans_recorded", old_values."ref", old_values."source", old_values."start_date", old_values."step_down" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7251e10ef56c8f9cce874a60c9d2db5517ff61f5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_553af",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planelsewhere",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5c0708423cce82daff882efe8ea6a75d361ecfea",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c061b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_planelsewhere",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planelsewhere",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="01d3ef87e204c40695d02a30e2b6a215660873be",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_deb77",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_planelsewhere",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planelsewhere",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT old_values."authority", old_values."authority_name", old_values."category", old_values."child_id", old_values."end_date", old_values."how_known", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="02eba5337a0b7b77624f7d6059a5cbbcb827ee86",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ab00b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_planelsewhere",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL\n                OR r.outcome = 'CONFIRMED' AND NOT EXISTS (\n        SELECT FROM conferences_planresumption AS v\n        WHERE v.ending_id = r.id AND v.outcome = 'CONFIRMED')))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="24d05340f2f05bcd533d48bca3703b8fea94c3db",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_planending_by_its_own_childs_event_new_c9bf1",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_planending",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planending",
            trigger=pgtrigger.compiler.Trigger(
                name="planending_by_its_own_childs_event",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.outcome IS DISTINCT FROM NEW.outcome))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planending WHERE id = NEW.id) AS r\n            JOIN conferences_lifeevent AS e ON e.id = r.event_id\n            JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> p.child_id OR (e.kind, r.end_reason) NOT IN (('MOVED_AWAY', 'MOVED'), ('LOOKED_AFTER', 'LOOKED_AFTER'), ('OTHER_ORDER', 'OTHER_ORDER'), ('LEFT_UK', 'LEFT_UK'), ('EIGHTEEN', 'EIGHTEEN'), ('DIED', 'DIED'))\n            OR (e.in_error AND (r.closed_at IS NULL\n                OR r.outcome = 'CONFIRMED' AND NOT EXISTS (\n        SELECT FROM conferences_planresumption AS v\n        WHERE v.ending_id = r.id AND v.outcome = 'CONFIRMED')))) THEN\n        RAISE EXCEPTION 'planending_by_its_own_childs_event' USING ERRCODE = 'check_violation', CONSTRAINT = 'planending_by_its_own_childs_event';\n    END IF;\n    RETURN NULL;",
                    hash="7dd1339f392ac878eb079fd6cbc0cab2f707bc05",
                    operation='UPDATE OF "outcome"',
                    pgid="pgtrigger_planending_by_its_own_childs_event_9d6f4",
                    table="conferences_planending",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="594b964bfd06a93dee81ff6cf7991eb98c96c431",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_requestedchild_on_its_own_new_855af",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_requestedchild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="requestedchild",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.enquiry_id IS DISTINCT FROM NEW.enquiry_id OR OLD.transfer_in_id IS DISTINCT FROM NEW.transfer_in_id OR OLD.plan_id IS DISTINCT FROM NEW.plan_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="cc0a2c942015eaa0ab83ecceffeedcd834004e49",
                    operation='UPDATE OF "child_id", "enquiry_id", "transfer_in_id", "plan_id"',
                    pgid="pgtrigger_requestedchild_on_its_own_3a195",
                    table="conferences_requestedchild",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtimeentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."child_id", new_values."conclusion", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="933b162690c0421eb2198edc677a63c5d874b965",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_672c3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_thinkingtimeentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtimeentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT new_values."child_id", new_values."conclusion", new_values."id", new_values."in_error", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."session_id", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="05c55141ba6c2e9e57dcc20b7df1e72bafea626a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da99d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_thinkingtimeentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="thinkingtimeentry",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_thinkingtimeentryevent" ("child_id", "conclusion", "id", "in_error", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "session_id", "written_at", "written_by_id") SELECT old_values."child_id", old_values."conclusion", old_values."id", old_values."in_error", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."session_id", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5f2fdde8e36fed3f76ebacb1997e8660dd0593f3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b9b33",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_thinkingtimeentry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="transferin_in_its_own_episode_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'transferin_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'transferin_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="881a84615adee6d1b872c13a4200c98e4098f2b0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_transferin_in_its_own_episode_new_200a0",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="transferin_in_its_own_episode",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.episode_id IS DISTINCT FROM NEW.episode_id OR OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_transferin WHERE id = NEW.id) AS r JOIN conferences_needepisode AS e ON e.id = r.episode_id\n        WHERE e.child_id <> r.child_id OR (e.in_error AND NOT r.in_error)) THEN\n        RAISE EXCEPTION 'transferin_in_its_own_episode' USING ERRCODE = 'check_violation', CONSTRAINT = 'transferin_in_its_own_episode';\n    END IF;\n    RETURN NULL;",
                    hash="5f1a0b45059ea5e88b5144a235c05a4ceb1f9532",
                    operation='UPDATE OF "episode_id", "child_id", "in_error"',
                    pgid="pgtrigger_transferin_in_its_own_episode_488ef",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="conferencechild_fits",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.notified_date IS DISTINCT FROM NEW.notified_date OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_conferencechild WHERE transfer_in_id = NEW.id) AS r\n            JOIN conferences_conference AS c ON c.id = r.conference_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR e.voided_at IS NOT NULL OR t.in_error\n            OR (c.source = 'RECORDED' AND (\n                c.held_date < e.started_date OR c.held_date < t.notified_date OR c.held_date <= p.start_date\n                OR (p.source = 'RECORDED' AND c.held_date > p.end_date)))) THEN\n        RAISE EXCEPTION 'conferencechild_fits' USING ERRCODE = 'check_violation', CONSTRAINT = 'conferencechild_fits';\n    END IF;\n    RETURN NULL;",
                    hash="952f2a3c6bcc6c19fd7572cb65d7218ecd02403a",
                    operation='UPDATE OF "child_id", "notified_date", "in_error"',
                    pgid="pgtrigger_conferencechild_fits_a69eb",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="requestedchild_on_its_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.child_id IS DISTINCT FROM NEW.child_id OR OLD.in_error IS DISTINCT FROM NEW.in_error))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_requestedchild WHERE transfer_in_id = NEW.id) AS r JOIN conferences_request AS q ON q.id = r.request_id\n            LEFT JOIN conferences_enquiry AS e ON e.id = r.enquiry_id\n            LEFT JOIN conferences_transferin AS t ON t.id = r.transfer_in_id\n            LEFT JOIN conferences_plan AS p ON p.id = r.plan_id\n        WHERE e.child_id <> r.child_id OR t.child_id <> r.child_id OR p.child_id <> r.child_id\n            OR (q.state <> 'WITHDRAWN' AND (t.in_error OR e.voided_at IS NOT NULL\n                OR (e.conference_need = 'NOT_NEEDED' AND e.source = 'RECORDED')))) THEN\n        RAISE EXCEPTION 'requestedchild_on_its_own' USING ERRCODE = 'check_violation', CONSTRAINT = 'requestedchild_on_its_own';\n    END IF;\n    RETURN NULL;",
                    hash="0dc6e1f6fbcd2cfe888f5e8ba007bc636911b8bc",
                    operation='UPDATE OF "child_id", "in_error"',
                    pgid="pgtrigger_requestedchild_on_its_own_0aeb8",
                    table="conferences_transferin",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "in_error", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."in_error", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c5fec11888bf5509b2c08777163a6b266760dca7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4410",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "in_error", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."in_error", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7f8ccf20b785df91085095deefe0b8ebe6ec8bf0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_879ac",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "in_error", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT old_values."accepted_date", old_values."child_id", old_values."episode_id", old_values."from_authority", old_values."id", old_values."in_error", old_values."moved_date", old_values."notified_date", old_values."papers_received_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f373b3113fae772b7d5cafcf0826585db9934a8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_89a28",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
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
        AddConstraintNotValid(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["TYPED", "TOLD", "OTHER_CHILD", "TWICE", "OTHER_DAY", "FILE", "OTHER"])
                ),
                name="correction_why_known",
            ),
        ),
        AddConstraintNotValid(
            model_name="decisionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["TYPED", "TOLD", "OTHER_CHILD", "TWICE", "OTHER_DAY", "FILE", "OTHER"])
                ),
                name="decisionchange_why_known",
            ),
        ),
        migrations.AddField(
            model_name="planresumption",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="planresumption",
            name="closed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planresumption",
            name="ending",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resumptions",
                to="conferences.planending",
            ),
        ),
        migrations.AddField(
            model_name="planresumption",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="resumptions", to="conferences.plan"
            ),
        ),
        migrations.AddField(
            model_name="planresumptionevent",
            name="asked_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="planresumptionevent",
            name="closed_by",
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
            model_name="planresumptionevent",
            name="ending",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.planending",
            ),
        ),
        migrations.AddField(
            model_name="planresumptionevent",
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
            model_name="planresumptionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="history",
                to="conferences.planresumption",
            ),
        ),
        migrations.AddField(
            model_name="planresumptionevent",
            name="plan",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="conferences.plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("closed_by__isnull", True),
                        ("closed_reason", ""),
                        ("outcome", ""),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        ("closed_by__isnull", False),
                        ("outcome__in", ["CONFIRMED", "REFUSED", "WITHDRAWN", "LAPSED"]),
                    ),
                    _connector="OR",
                ),
                name="planresumption_closed_by_at_and_how",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["REFUSED", "WITHDRAWN"]), _negated=True),
                    models.Q(("closed_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="planresumption_turned_down_with_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_by", models.F("asked_by")), ("outcome", "CONFIRMED"), _negated=True
                ),
                name="planresumption_confirmed_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("why__in", ["TYPED", "TOLD", "OTHER_CHILD", "TWICE", "OTHER_DAY", "FILE", "OTHER"])
                ),
                name="planresumption_why_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="planresumption_why_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "was_end_reason__in",
                        ["MOVED", "LOOKED_AFTER", "OTHER_ORDER", "LEFT_UK", "EIGHTEEN", "DIED"],
                    )
                ),
                name="planresumption_of_an_end_without_a_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="planresumption",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("plan",),
                name="planresumption_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="asked_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="fe5399c13529d3c35a541f9f2df8600c0fdb0a5d",
                    operation="DELETE",
                    pgid="pgtrigger_asked_never_deleted_98975",
                    table="conferences_planresumption",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_for_good",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7bfd7b7246bbc21cfc02cd7d7d5ff7e5501ee6a0",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_for_good_7d719",
                    table="conferences_planresumption",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="as_it_was_asked",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."ending_id" IS DISTINCT FROM (NEW."ending_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."last_date" IS DISTINCT FROM (NEW."last_date") OR OLD."plan_id" IS DISTINCT FROM (NEW."plan_id") OR OLD."ref" IS DISTINCT FROM (NEW."ref") OR OLD."was_end_date" IS DISTINCT FROM (NEW."was_end_date") OR OLD."was_end_reason" IS DISTINCT FROM (NEW."was_end_reason") OR OLD."was_step_down" IS DISTINCT FROM (NEW."was_step_down") OR OLD."why" IS DISTINCT FROM (NEW."why") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bf0377df4c032bd75748bc662ae8cdace6480927",
                    operation="UPDATE",
                    pgid="pgtrigger_as_it_was_asked_e9da8",
                    table="conferences_planresumption",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="planresumption_of_its_end_new",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM new_rows WHERE true) AS r JOIN conferences_planending AS e ON e.id = r.ending_id\n        WHERE e.plan_id <> r.plan_id OR e.outcome <> 'CONFIRMED') THEN\n        RAISE EXCEPTION 'planresumption_of_its_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'planresumption_of_its_end';\n    END IF;\n    RETURN NULL;",
                    hash="3deca95f2718346d29180bb9936ab8bde29f5e49",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_planresumption_of_its_end_new_e6d3d",
                    referencing="REFERENCING NEW TABLE AS new_rows ",
                    table="conferences_planresumption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="planresumption_of_its_end",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.plan_id IS DISTINCT FROM NEW.plan_id OR OLD.ending_id IS DISTINCT FROM NEW.ending_id))",
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM (SELECT * FROM conferences_planresumption WHERE id = NEW.id) AS r JOIN conferences_planending AS e ON e.id = r.ending_id\n        WHERE e.plan_id <> r.plan_id OR e.outcome <> 'CONFIRMED') THEN\n        RAISE EXCEPTION 'planresumption_of_its_end' USING ERRCODE = 'check_violation', CONSTRAINT = 'planresumption_of_its_end';\n    END IF;\n    RETURN NULL;",
                    hash="61096c1a2d97095025281fea73d7ef8c87ef2f8c",
                    operation='UPDATE OF "plan_id", "ending_id"',
                    pgid="pgtrigger_planresumption_of_its_end_c253b",
                    table="conferences_planresumption",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planresumptionevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "ending_id", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "was_end_date", "was_end_reason", "was_step_down", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."ending_id", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."ref", new_values."was_end_date", new_values."was_end_reason", new_values."was_step_down", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7636535bbeef125d1d2fb8fc9cd81c2680929f2f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_161c2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_planresumption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planresumptionevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "ending_id", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "was_end_date", "was_end_reason", "was_step_down", "why", "words") SELECT new_values."asked_at", new_values."asked_by_id", new_values."closed_at", new_values."closed_by_id", new_values."closed_reason", new_values."ending_id", new_values."id", new_values."last_date", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."ref", new_values."was_end_date", new_values."was_end_reason", new_values."was_step_down", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="15d72369822b6320491605cdb02a355e3d8dbb8b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13120",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_planresumption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumption",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planresumptionevent" ("asked_at", "asked_by_id", "closed_at", "closed_by_id", "closed_reason", "ending_id", "id", "last_date", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "ref", "was_end_date", "was_end_reason", "was_step_down", "why", "words") SELECT old_values."asked_at", old_values."asked_by_id", old_values."closed_at", old_values."closed_by_id", old_values."closed_reason", old_values."ending_id", old_values."id", old_values."last_date", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."ref", old_values."was_end_date", old_values."was_end_reason", old_values."was_step_down", old_values."why", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b2c34fef2a4c0ea249152ef47a0568d85720e00d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_57152",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_planresumption",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planresumptionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7f5a1766db8d4de4e3051b55f7e9e04141b06f44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_285db",
                    table="conferences_planresumptionevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
