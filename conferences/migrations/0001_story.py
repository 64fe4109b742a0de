"""The story: need episodes, enquiries, conferences, plans, files read and benchmarks."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import conferences.models.benchmark
import conferences.models.plan


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("pghistory", "0007_auto_20250421_0444"),
        ("safeguarding", "0001_ground"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BenchmarkFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "geography",
                    models.CharField(
                        choices=[
                            ("COUNTRY", "Country"),
                            ("REGION", "Region"),
                            ("AUTHORITY", "Local authority"),
                        ],
                        max_length=10,
                    ),
                ),
                ("place", models.CharField(max_length=9)),
                ("place_name", models.CharField(max_length=80)),
                ("year", models.PositiveSmallIntegerField()),
                ("measure", models.CharField(max_length=40)),
                ("part", models.CharField(blank=True, default="", max_length=40)),
                (
                    "statistic",
                    models.CharField(
                        choices=[
                            ("NUMERATOR", "Count"),
                            ("DENOMINATOR", "Out of"),
                            ("VALUE", "Percentage or rate"),
                        ],
                        max_length=11,
                    ),
                ),
                ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("marker", models.CharField(blank=True, default="", max_length=2)),
                ("derived", models.BooleanField(default=False)),
                ("source", models.CharField(max_length=200)),
                ("release", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["measure", "part", "year", "geography", "place", "statistic"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "part", "year", "place", "statistic"), name="benchmark_one_figure"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("marker", ""), ("value__isnull", False)),
                            models.Q(("value__isnull", True), models.Q(("marker", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="benchmark_value_or_marker",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geography__in", conferences.models.benchmark.Geography)),
                        name="benchmark_geography",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("statistic__in", conferences.models.benchmark.Statistic)),
                        name="benchmark_statistic",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildInNeedPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("start_date", models.DateField()),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="in_need_plans",
                        to="safeguarding.child",
                    ),
                ),
            ],
            options={
                "ordering": ["-start_date"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Conference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("held_date", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "chair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chaired",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "family",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conferences",
                        to="safeguarding.family",
                    ),
                ),
            ],
            options={
                "ordering": ["-held_date", "-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceChild",
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
                            ("INITIAL", "Initial conference"),
                            ("REVIEW", "Review conference"),
                            ("TRANSFER_IN", "Transfer-in conference"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conferences",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="conferences.conference",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "children at conferences",
                "ordering": ["-conference__held_date", "-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("held_date", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "chair",
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
                    "family",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.family",
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
                        to="conferences.conference",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("reasons", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "conference_child",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decision",
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
            name="DecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("PLAN_BEGINS", "A child protection plan begins"),
                            ("NO_PLAN", "No child protection plan"),
                            ("PLAN_CONTINUES", "The child protection plan continues"),
                            ("PLAN_ENDS", "The child protection plan ends"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("reasons", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "conference_child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "decided_by",
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
                        to="conferences.decision",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Enquiry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_date", models.DateField()),
                (
                    "conference_need",
                    models.CharField(
                        choices=[
                            ("UNDECIDED", "Not yet decided"),
                            ("NEEDED", "Conference needed"),
                            ("NOT_NEEDED", "Conference not needed"),
                        ],
                        default="UNDECIDED",
                        max_length=10,
                    ),
                ),
                (
                    "recorded_target_date",
                    models.DateField(
                        blank=True,
                        help_text="The conference's target date as another system counted it.",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="enquiries",
                        to="safeguarding.child",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "enquiries",
                "ordering": ["-started_date"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="conferencechild",
            name="enquiry",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conferences",
                to="conferences.enquiry",
            ),
        ),
        migrations.CreateModel(
            name="ImportedFile",
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
                ("authority", models.CharField(blank=True, max_length=10)),
                ("collection_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("reference_date", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waiting to be read"),
                            ("READING", "Being read"),
                            ("READ", "Read"),
                            ("REFUSED", "Refused"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("progress", models.PositiveIntegerField(default=0, help_text="Children read so far.")),
                ("uploaded_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imported_files",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ImportedChild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="conferences.importedfile",
                    ),
                ),
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
            name="ImportedFileEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file_name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("authority", models.CharField(blank=True, max_length=10)),
                ("collection_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("reference_date", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("WAITING", "Waiting to be read"),
                            ("READING", "Being read"),
                            ("READ", "Read"),
                            ("REFUSED", "Refused"),
                        ],
                        default="WAITING",
                        max_length=10,
                    ),
                ),
                ("refusal", models.TextField(blank=True)),
                ("counts", models.JSONField(default=dict)),
                ("uploaded_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
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
                        to="conferences.importedfile",
                    ),
                ),
                (
                    "uploaded_by",
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
        migrations.CreateModel(
            name="ImportFault",
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
                            ("REFUSED", "Not taken"),
                            ("BENT", "Taken, with a change"),
                            ("NOTED", "Taken, to be looked at"),
                        ],
                        max_length=10,
                    ),
                ),
                ("line", models.PositiveIntegerField()),
                ("la_child_id", models.CharField(blank=True, max_length=60)),
                ("rule", models.CharField(max_length=12)),
                ("sentence", models.TextField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faults",
                        to="conferences.importedfile",
                    ),
                ),
            ],
            options={
                "ordering": ["line", "id"],
            },
        ),
        migrations.CreateModel(
            name="NeedEpisode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("referral_date", models.DateField()),
                (
                    "referral_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1A", "Family member, relative or carer"),
                            ("1B", "Acquaintance, neighbour or child minder"),
                            ("1C", "The child"),
                            ("1D", "Another person, including a stranger"),
                            ("2A", "School"),
                            ("2B", "Education service"),
                            ("3A", "General practitioner (GP)"),
                            ("3B", "Health visitor"),
                            ("3C", "School nurse"),
                            ("3D", "Other primary health service"),
                            ("3E", "Accident and emergency department"),
                            ("3F", "Other health service, for example a hospice"),
                            ("4", "Housing"),
                            ("5A", "Social care, for example adult social care"),
                            ("5B", "Another department of this council, for example youth justice"),
                            ("5C", "Another local authority"),
                            ("5D", "Early help"),
                            ("6", "Police"),
                            ("7", "Court, probation, immigration, Cafcass or prison"),
                            ("8", "Other, for example a children's centre or voluntary organisation"),
                            ("9", "Anonymous"),
                            ("10", "Not known"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "primary_need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("N1", "Abuse or neglect"),
                            ("N2", "Child's disability"),
                            ("N3", "Parental disability or illness"),
                            ("N4", "Family in acute stress"),
                            ("N5", "Family dysfunction"),
                            ("N6", "Socially unacceptable behaviour"),
                            ("N7", "Low income"),
                            ("N8", "Absent parenting"),
                            ("N9", "Cases other than children in need"),
                            ("N0", "Not stated"),
                        ],
                        max_length=2,
                    ),
                ),
                ("no_further_action", models.BooleanField(default=False)),
                ("closure_date", models.DateField(blank=True, null=True)),
                (
                    "closure_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RC1", "Adopted"),
                            ("RC2", "Died"),
                            ("RC3", "Child arrangements order"),
                            ("RC4", "Special guardianship order"),
                            ("RC5", "Transferred to another local authority"),
                            ("RC6", "Transferred to adult social care"),
                            (
                                "RC7",
                                "Services ceased for any other reason, including child no longer in need",
                            ),
                            ("RC8", "Closed after assessment, no further action"),
                            ("RC9", "Closed after assessment, referred to early help"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="need_episodes",
                        to="safeguarding.child",
                    ),
                ),
            ],
            options={
                "ordering": ["-referral_date"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="EnquiryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("started_date", models.DateField()),
                (
                    "conference_need",
                    models.CharField(
                        choices=[
                            ("UNDECIDED", "Not yet decided"),
                            ("NEEDED", "Conference needed"),
                            ("NOT_NEEDED", "Conference not needed"),
                        ],
                        default="UNDECIDED",
                        max_length=10,
                    ),
                ),
                (
                    "recorded_target_date",
                    models.DateField(
                        blank=True,
                        help_text="The conference's target date as another system counted it.",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
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
                        to="conferences.enquiry",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.needepisode",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="enquiry",
            name="episode",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="enquiries",
                to="conferences.needepisode",
            ),
        ),
        migrations.CreateModel(
            name="ChildInNeedPlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("start_date", models.DateField()),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
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
                        to="conferences.childinneedplan",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.needepisode",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="childinneedplan",
            name="episode",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="in_need_plans",
                to="conferences.needepisode",
            ),
        ),
        migrations.CreateModel(
            name="NeedEpisodeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("referral_date", models.DateField()),
                (
                    "referral_source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1A", "Family member, relative or carer"),
                            ("1B", "Acquaintance, neighbour or child minder"),
                            ("1C", "The child"),
                            ("1D", "Another person, including a stranger"),
                            ("2A", "School"),
                            ("2B", "Education service"),
                            ("3A", "General practitioner (GP)"),
                            ("3B", "Health visitor"),
                            ("3C", "School nurse"),
                            ("3D", "Other primary health service"),
                            ("3E", "Accident and emergency department"),
                            ("3F", "Other health service, for example a hospice"),
                            ("4", "Housing"),
                            ("5A", "Social care, for example adult social care"),
                            ("5B", "Another department of this council, for example youth justice"),
                            ("5C", "Another local authority"),
                            ("5D", "Early help"),
                            ("6", "Police"),
                            ("7", "Court, probation, immigration, Cafcass or prison"),
                            ("8", "Other, for example a children's centre or voluntary organisation"),
                            ("9", "Anonymous"),
                            ("10", "Not known"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "primary_need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("N1", "Abuse or neglect"),
                            ("N2", "Child's disability"),
                            ("N3", "Parental disability or illness"),
                            ("N4", "Family in acute stress"),
                            ("N5", "Family dysfunction"),
                            ("N6", "Socially unacceptable behaviour"),
                            ("N7", "Low income"),
                            ("N8", "Absent parenting"),
                            ("N9", "Cases other than children in need"),
                            ("N0", "Not stated"),
                        ],
                        max_length=2,
                    ),
                ),
                ("no_further_action", models.BooleanField(default=False)),
                ("closure_date", models.DateField(blank=True, null=True)),
                (
                    "closure_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("RC1", "Adopted"),
                            ("RC2", "Died"),
                            ("RC3", "Child arrangements order"),
                            ("RC4", "Special guardianship order"),
                            ("RC5", "Transferred to another local authority"),
                            ("RC6", "Transferred to adult social care"),
                            (
                                "RC7",
                                "Services ceased for any other reason, including child no longer in need",
                            ),
                            ("RC8", "Closed after assessment, no further action"),
                            ("RC9", "Closed after assessment, referred to early help"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
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
                        to="conferences.needepisode",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("start_date", models.DateField()),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
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
                    "step_down",
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
                    "initial_category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "latest_category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "previous_plans_recorded",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The count that came with the plan (census NumberOfPreviousCPP).",
                        null=True,
                    ),
                ),
                ("held_for_other_authority", models.BooleanField(default=False)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "begun_at",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_begun",
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="conferences.needepisode",
                    ),
                ),
            ],
            options={
                "ordering": ["-start_date"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.AddField(
            model_name="conferencechild",
            name="plan",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="conferences.plan",
            ),
        ),
        migrations.CreateModel(
            name="PlanCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("from_date", models.DateField()),
                ("date_is_exact", models.BooleanField(default=True)),
                (
                    "conference_child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="conferences.plan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "plan categories",
                "ordering": ["from_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PlanCategoryEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("from_date", models.DateField()),
                ("date_is_exact", models.BooleanField(default=True)),
                (
                    "conference_child",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.conferencechild",
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
                        to="conferences.plancategory",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanElsewhere",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the authority.", max_length=3),
                ),
                ("authority_name", models.CharField(max_length=100)),
                ("start_date", models.DateField(blank=True, null=True)),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("how_known", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plans_elsewhere",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "plans elsewhere",
                "ordering": ["-start_date", "-id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="PlanElsewhereEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the authority.", max_length=3),
                ),
                ("authority_name", models.CharField(max_length=100)),
                ("start_date", models.DateField(blank=True, null=True)),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                ("how_known", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
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
                        to="conferences.planelsewhere",
                    ),
                ),
                (
                    "recorded_by",
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
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("start_date", models.DateField()),
                ("end_date", models.DateField(blank=True, null=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
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
                    "step_down",
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
                    "initial_category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "latest_category",
                    models.CharField(
                        choices=[
                            ("NEG", "Neglect"),
                            ("PHY", "Physical abuse"),
                            ("SAB", "Sexual abuse"),
                            ("EMO", "Emotional abuse"),
                            ("MUL", "Multiple or not recommended"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "previous_plans_recorded",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The count that came with the plan (census NumberOfPreviousCPP).",
                        null=True,
                    ),
                ),
                ("held_for_other_authority", models.BooleanField(default=False)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "begun_at",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.needepisode",
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
                        to="conferences.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatisticalNeighbour",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("authority", models.CharField(max_length=3)),
                ("neighbour", models.CharField(max_length=3)),
                ("model_year", models.PositiveSmallIntegerField()),
                ("rank", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["authority", "-model_year", "rank"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "model_year", "rank"), name="neighbour_one_a_rank"
                    ),
                    models.UniqueConstraint(
                        fields=("authority", "model_year", "neighbour"), name="neighbour_named_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("authority", models.F("neighbour")), _negated=True),
                        name="neighbour_is_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StrategyDiscussion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_date", models.DateField()),
                ("started_enquiry", models.BooleanField(default=False)),
                ("notes", models.TextField(blank=True)),
                (
                    "enquiry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="discussions",
                        to="conferences.enquiry",
                    ),
                ),
            ],
            options={
                "ordering": ["held_date", "id"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="StrategyDiscussionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("held_date", models.DateField()),
                ("started_enquiry", models.BooleanField(default=False)),
                ("notes", models.TextField(blank=True)),
                (
                    "enquiry",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.enquiry",
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
                        to="conferences.strategydiscussion",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TransferIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_authority",
                    models.CharField(blank=True, help_text="DfE code of the other authority.", max_length=3),
                ),
                ("moved_date", models.DateField(blank=True, null=True)),
                ("notified_date", models.DateField()),
                ("papers_received_date", models.DateField(blank=True, null=True)),
                ("accepted_date", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="transfers_in",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers_in",
                        to="conferences.needepisode",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "transfers in",
                "ordering": ["-notified_date"],
                "abstract": False,
                "base_manager_name": "every",
                "default_manager_name": "every",
            },
            managers=[
                ("every", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ConferenceChildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("INITIAL", "Initial conference"),
                            ("REVIEW", "Review conference"),
                            ("TRANSFER_IN", "Transfer-in conference"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "conference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.conference",
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
                        to="conferences.conferencechild",
                    ),
                ),
                (
                    "enquiry",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.enquiry",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.plan",
                    ),
                ),
                (
                    "transfer_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.transferin",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="conferencechild",
            name="transfer_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="conferences",
                to="conferences.transferin",
            ),
        ),
        migrations.CreateModel(
            name="TransferInEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "from_authority",
                    models.CharField(blank=True, help_text="DfE code of the other authority.", max_length=3),
                ),
                ("moved_date", models.DateField(blank=True, null=True)),
                ("notified_date", models.DateField()),
                ("papers_received_date", models.DateField(blank=True, null=True)),
                ("accepted_date", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[("RECORDED", "Recorded here"), ("CENSUS", "Children in Need census")],
                        default="RECORDED",
                        max_length=10,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="safeguarding.child",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.needepisode",
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
                        to="conferences.transferin",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="conference",
            index=models.Index(fields=["held_date"], name="conference_held"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conference",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="26f01657e98a30703ae11e107a483fc334c6ad93",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT new_values."chair_id", new_values."family_id", new_values."held_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e8f24aaf5c70da49cd3be359a09c0a651d0c766f",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferenceevent" ("chair_id", "family_id", "held_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "source") SELECT old_values."chair_id", old_values."family_id", old_values."held_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8f6bc9f12cd9487d0e415d602025002f4ac2fa1b",
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
            model_name="conferenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d5208dc4032eb6f4f66bd6905363df488d92ee42",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0d0e1",
                    table="conferences_conferenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("outcome__in", ["PLAN_BEGINS", "PLAN_CONTINUES"]),
                        ("category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"]),
                    ),
                    models.Q(("outcome__in", ["NO_PLAN", "PLAN_ENDS"]), ("category", "")),
                    _connector="OR",
                ),
                name="decision_category_where_there_is_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reasons", ""), _negated=True), name="decision_reasons_given"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT new_values."category", new_values."conference_child_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reasons" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="215f0d9a1d81ffbd944197b88bead390f236e460",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_30879",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT new_values."category", new_values."conference_child_id", new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reasons" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b432a872d485c1611cb2561aa90b9d9f19bb7693",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ed511",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_decisionevent" ("category", "conference_child_id", "decided_at", "decided_by_id", "id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasons") SELECT old_values."category", old_values."conference_child_id", old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reasons" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="50fa2a22b090ac3c967d3e0e10e57336a4f1c2d8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c52fa",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_decision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="decisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab97b8430505eac55228f71333f4586e54e85736",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a6d6d",
                    table="conferences_decisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="importedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["WAITING", "READING", "READ", "REFUSED"])),
                name="importedfile_status_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="importedfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "REFUSED"), _negated=True),
                    models.Q(("refusal", ""), _negated=True),
                    _connector="OR",
                ),
                name="importedfile_refusal_said",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."reference_date", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3bd01e4b7cc0b2f5a379259afb25132c566713c4",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_31fb6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT new_values."authority", new_values."collection_year", new_values."counts", new_values."file_name", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."reference_date", new_values."refusal", new_values."sha256", new_values."size", new_values."status", new_values."uploaded_at", new_values."uploaded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."authority" IS DISTINCT FROM (new_values."authority") OR old_values."collection_year" IS DISTINCT FROM (new_values."collection_year") OR old_values."counts" IS DISTINCT FROM (new_values."counts") OR old_values."file_name" IS DISTINCT FROM (new_values."file_name") OR old_values."finished_at" IS DISTINCT FROM (new_values."finished_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."ref" IS DISTINCT FROM (new_values."ref") OR old_values."reference_date" IS DISTINCT FROM (new_values."reference_date") OR old_values."refusal" IS DISTINCT FROM (new_values."refusal") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."uploaded_at" IS DISTINCT FROM (new_values."uploaded_at") OR old_values."uploaded_by_id" IS DISTINCT FROM (new_values."uploaded_by_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="904204e055f0ffe5598d0fcd39e7812a05ee4bae",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4e84",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfile",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_importedfileevent" ("authority", "collection_year", "counts", "file_name", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "reference_date", "refusal", "sha256", "size", "status", "uploaded_at", "uploaded_by_id") SELECT old_values."authority", old_values."collection_year", old_values."counts", old_values."file_name", old_values."finished_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."reference_date", old_values."refusal", old_values."sha256", old_values."size", old_values."status", old_values."uploaded_at", old_values."uploaded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1d97781e7c27bfb8e9ed40ae1aff8aed8776df06",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_43873",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_importedfile",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="importedchild",
            constraint=models.UniqueConstraint(fields=("file", "child"), name="importedchild_once"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importedfileevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ad4f23be8ed8a7b373aaeebb5693d86f4ec9845b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9f2ea",
                    table="conferences_importedfileevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="importfault",
            index=models.Index(fields=["file", "rule"], name="importfault_by_rule"),
        ),
        migrations.AddConstraint(
            model_name="importfault",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["REFUSED", "BENT", "NOTED"])), name="importfault_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="needepisode",
            constraint=models.UniqueConstraint(
                fields=("child", "referral_date"), name="needepisode_once_by_referral"
            ),
        ),
        migrations.AddConstraint(
            model_name="needepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closure_date__isnull", True),
                    ("closure_date__gte", models.F("referral_date")),
                    _connector="OR",
                ),
                name="needepisode_closes_after_referral",
            ),
        ),
        migrations.AddConstraint(
            model_name="needepisode",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closure_date__isnull", True), ("closure_reason", "")),
                    models.Q(
                        ("closure_date__isnull", False), models.Q(("closure_reason", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="needepisode_closure_date_and_reason",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="needepisode",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a626ac7aa35294c764f2835b4b5f4d0c18be8f8c",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT new_values."child_id", new_values."closure_date", new_values."closure_reason", new_values."id", new_values."no_further_action", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."primary_need", new_values."referral_date", new_values."referral_source", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="13f72294c47ad6799ef907174ec84201121715e0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_needepisodeevent" ("child_id", "closure_date", "closure_reason", "id", "no_further_action", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "referral_date", "referral_source", "source") SELECT old_values."child_id", old_values."closure_date", old_values."closure_reason", old_values."id", old_values."no_further_action", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."primary_need", old_values."referral_date", old_values."referral_source", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="80db4615deb6505e87c4a3373dcf001216374d87",
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
            model_name="enquiryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="02995a5d21dd40bddf9c49d52a8497070a2e5ecd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b28b2",
                    table="conferences_enquiryevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="enquiry",
            index=models.Index(fields=["started_date"], name="enquiry_started"),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.UniqueConstraint(
                fields=("child", "started_date"), name="enquiry_once_by_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(("conference_need__in", ["UNDECIDED", "NEEDED", "NOT_NEEDED"])),
                name="enquiry_need_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fa91605b1f6ada30c9770fa6c37bafdc8d6745b3",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT new_values."child_id", new_values."conference_need", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_target_date", new_values."source", new_values."started_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f18359138a11c4d89c49d752fb2b7257f279a46b",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_enquiryevent" ("child_id", "conference_need", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_target_date", "source", "started_date") SELECT old_values."child_id", old_values."conference_need", old_values."episode_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_target_date", old_values."source", old_values."started_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="934de6b500dbf28ac4a89187b8baa8e43cf6e441",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_87135",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplanevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6d875785ff77cb53402b1a139ed0ab4e415b6fbe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_02fef",
                    table="conferences_childinneedplanevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="childinneedplan",
            constraint=models.UniqueConstraint(
                fields=("child", "start_date"), name="inneedplan_once_by_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="childinneedplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("end_date__isnull", True), ("end_date__gte", models.F("start_date")), _connector="OR"
                ),
                name="inneedplan_ends_after_start",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="childinneedplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="56f0d203dced92f15432f6857183f273dc5eedaa",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT new_values."child_id", new_values."end_date", new_values."episode_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ace3c8cce9d37c879b54c82c4c28003b14037505",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_childinneedplanevent" ("child_id", "end_date", "episode_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "start_date") SELECT old_values."child_id", old_values."end_date", old_values."episode_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="da13cf8a473ff38c94c43d0b3c5ab6eb6227c778",
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
            model_name="needepisodeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="21372a6618feed2e243c5c32d5cf197627cef4ad",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_47aa4",
                    table="conferences_needepisodeevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["start_date", "end_date"], name="plan_dates"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["end_date"], name="plan_end"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("held_for_other_authority", False)),
                expressions=[
                    ("child", "="),
                    (
                        conferences.models.plan.DateRange(
                            "start_date",
                            "end_date",
                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                inclusive_lower=True, inclusive_upper=True
                            ),
                        ),
                        "&&",
                    ),
                ],
                name="plan_no_overlap_for_a_child",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("child", "start_date"), name="plan_once_by_start"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("end_date__isnull", True), ("end_date__gt", models.F("start_date")), _connector="OR"
                ),
                name="plan_ends_after_its_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("initial_category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])),
                name="plan_initial_category_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("latest_category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])),
                name="plan_latest_category_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_date__isnull", True), ("end_reason", "")),
                    models.Q(
                        ("end_date__isnull", False),
                        models.Q(
                            models.Q(("end_reason", ""), _negated=True),
                            models.Q(("source", "RECORDED"), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="plan_end_date_and_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("step_down", ""), ("end_date__isnull", False), _connector="OR"),
                name="plan_step_down_only_when_ended",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a8cb7913a7d22a3c6489cc67651b5ff02cbcb4a0",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT new_values."begun_at_id", new_values."child_id", new_values."end_date", new_values."end_reason", new_values."episode_id", new_values."held_for_other_authority", new_values."id", new_values."initial_category", new_values."latest_category", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."previous_plans_recorded", new_values."ref", new_values."source", new_values."start_date", new_values."step_down" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="10b13cf68d7f226ec1211d9748a994e38121b9bc",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planevent" ("begun_at_id", "child_id", "end_date", "end_reason", "episode_id", "held_for_other_authority", "id", "initial_category", "latest_category", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans_recorded", "ref", "source", "start_date", "step_down") SELECT old_values."begun_at_id", old_values."child_id", old_values."end_date", old_values."end_reason", old_values."episode_id", old_values."held_for_other_authority", old_values."id", old_values."initial_category", old_values."latest_category", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."previous_plans_recorded", old_values."ref", old_values."source", old_values."start_date", old_values."step_down" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="659a26a30c6c3f4f38a34a70eb2e6448360f455c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_553af",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_plan",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="plancategory",
            constraint=models.UniqueConstraint(fields=("plan", "from_date"), name="plancategory_one_a_day"),
        ),
        migrations.AddConstraint(
            model_name="plancategory",
            constraint=models.CheckConstraint(
                condition=models.Q(("category__in", ["NEG", "PHY", "SAB", "EMO", "MUL"])),
                name="plancategory_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT new_values."category", new_values."conference_child_id", new_values."date_is_exact", new_values."from_date", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0d5374df45f9810e4e97e78767d25bc053f80225",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf3ac",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_plancategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT new_values."category", new_values."conference_child_id", new_values."date_is_exact", new_values."from_date", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e3a58e8da0113b0af75b677b1b96aa8757826bb6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_294b3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_plancategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategory",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_plancategoryevent" ("category", "conference_child_id", "date_is_exact", "from_date", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") SELECT old_values."category", old_values."conference_child_id", old_values."date_is_exact", old_values."from_date", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="39d420abd93e85c73b33183afb504b9a41494dbf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4f3f4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_plancategory",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="plancategoryevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8766f916b6fa304332bf1a1374fec31238cd60ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8fea4",
                    table="conferences_plancategoryevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="planelsewhere",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start_date__isnull", True),
                    ("end_date__isnull", True),
                    ("end_date__gte", models.F("start_date")),
                    _connector="OR",
                ),
                name="planelsewhere_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="planelsewhere",
            constraint=models.CheckConstraint(
                condition=models.Q(("how_known", ""), _negated=True), name="planelsewhere_how_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="planelsewhere",
            constraint=models.CheckConstraint(
                condition=models.Q(("category__in", ["", "NEG", "PHY", "SAB", "EMO", "MUL"])),
                name="planelsewhere_category_known",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planelsewhere",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d02155012dd027b2152affa0b225752d4112cd69",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT new_values."authority", new_values."authority_name", new_values."category", new_values."child_id", new_values."end_date", new_values."how_known", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."start_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6c7b089ec74d0846f31fef1389eb6d5897a00144",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_planelsewhereevent" ("authority", "authority_name", "category", "child_id", "end_date", "how_known", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "start_date") SELECT old_values."authority", old_values."authority_name", old_values."category", old_values."child_id", old_values."end_date", old_values."how_known", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."start_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b292916ed18529270d9448b1c600992d2479346e",
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
            model_name="planelsewhereevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="69051ef6928798ba55296828849b23f621496a6a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6aaee",
                    table="conferences_planelsewhereevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3c1abc474228bd4e01a3011513fb97bdd26794d4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_99f8f",
                    table="conferences_planevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="strategydiscussion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("started_enquiry", True)),
                fields=("enquiry",),
                name="strategydiscussion_one_starts_it",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussion",
            trigger=pgtrigger.compiler.Trigger(
                name="enquiry_starts_with_its_discussion",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (SELECT 1 FROM conferences_enquiry WHERE id = NEW.enquiry_id) AND (\n        SELECT count(*) FILTER (WHERE d.started_enquiry AND d.held_date = e.started_date) <> 1\n        FROM conferences_enquiry e LEFT JOIN conferences_strategydiscussion d ON d.enquiry_id = e.id\n        WHERE e.id = NEW.enquiry_id\n    ) THEN\n        RAISE EXCEPTION 'enquiry_starts_with_its_discussion' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="d968e9b7e42dbf38e0c8d30533344b16393f51f2",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_enquiry_starts_with_its_discussion_b2c9e",
                    table="conferences_strategydiscussion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT new_values."enquiry_id", new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."started_enquiry" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="edaafb38428f0d88ce0831acb2bbca95aa6fb859",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e9a74",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_strategydiscussion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT new_values."enquiry_id", new_values."held_date", new_values."id", new_values."notes", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."started_enquiry" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="463091993b7da664265f92a56fe9d71fda4d3208",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fcfa6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_strategydiscussion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_strategydiscussionevent" ("enquiry_id", "held_date", "id", "notes", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_enquiry") SELECT old_values."enquiry_id", old_values."held_date", old_values."id", old_values."notes", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."started_enquiry" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0584d8058280531b55bf0eaf786ee3a3882994e2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e8af2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_strategydiscussion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="strategydiscussionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d34ba77632a40470a7beb264c18fc4d7dd52d6f8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_22365",
                    table="conferences_strategydiscussionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="transferin",
            constraint=models.UniqueConstraint(
                fields=("child", "notified_date"), name="transferin_once_by_notification"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferin",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6ad0ad9cf1ee611f2d07dda7ab71801bfbd043a5",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT new_values."accepted_date", new_values."child_id", new_values."episode_id", new_values."from_authority", new_values."id", new_values."moved_date", new_values."notified_date", new_values."papers_received_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."source" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6db345f3f2e5f9dc9fa598c85b6e597b4e7b3e9e",
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
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_transferinevent" ("accepted_date", "child_id", "episode_id", "from_authority", "id", "moved_date", "notified_date", "papers_received_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source") SELECT old_values."accepted_date", old_values."child_id", old_values."episode_id", old_values."from_authority", old_values."id", old_values."moved_date", old_values."notified_date", old_values."papers_received_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5013c23b9000c75dd971d599dbfc5e80c3891d77",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_89a28",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_transferin",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechildevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5755706013ce8dcb6f96478ea9931a7535bedbf0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_62280",
                    table="conferences_conferencechildevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="conferencechild",
            index=models.Index(fields=["kind", "child"], name="conferencechild_by_kind"),
        ),
        migrations.AddConstraint(
            model_name="conferencechild",
            constraint=models.UniqueConstraint(fields=("conference", "child"), name="conferencechild_once"),
        ),
        migrations.AddConstraint(
            model_name="conferencechild",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("enquiry__isnull", True),
                        ("kind", "REVIEW"),
                        ("plan__isnull", False),
                        ("transfer_in__isnull", True),
                    ),
                    models.Q(("kind", "INITIAL"), ("plan__isnull", True), ("transfer_in__isnull", True)),
                    models.Q(
                        ("enquiry__isnull", True),
                        ("kind", "TRANSFER_IN"),
                        ("plan__isnull", True),
                        ("transfer_in__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="conferencechild_stands_on_what_its_kind_needs",
            ),
        ),
        migrations.AddConstraint(
            model_name="conferencechild",
            constraint=models.UniqueConstraint(
                condition=models.Q(("enquiry__isnull", False)),
                fields=("enquiry",),
                name="conferencechild_one_an_enquiry",
            ),
        ),
        migrations.AddConstraint(
            model_name="conferencechild",
            constraint=models.UniqueConstraint(
                condition=models.Q(("transfer_in__isnull", False)),
                fields=("transfer_in",),
                name="conferencechild_one_a_transfer",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT new_values."child_id", new_values."conference_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="99ac242c0841a14855904d9936240fa5b9dd38c6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5e697",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT new_values."child_id", new_values."conference_id", new_values."enquiry_id", new_values."id", new_values."kind", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."transfer_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9cafcd027802f8ebe53e3b3786244a4002cf2e75",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c444f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="conferencechild",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_conferencechildevent" ("child_id", "conference_id", "enquiry_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "transfer_in_id") SELECT old_values."child_id", old_values."conference_id", old_values."enquiry_id", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."transfer_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="68cff04b0091abd6cee81926a0f7880f5ac75c22",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2eee4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_conferencechild",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="transferinevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6da90083187c45de061464ae2a33f4abeb60e4f2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e5224",
                    table="conferences_transferinevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
