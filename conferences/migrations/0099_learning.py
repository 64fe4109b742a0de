"""What the unit learns: ideas, their trials and figures, what was decided, what was said and done."""

import uuid

import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import safeguarding.promises


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0098_first_views"),
        ("pghistory", "0007_auto_20250421_0444"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LearningReading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("is_before", models.BooleanField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField()),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("undecided", models.PositiveIntegerField(default=0)),
                ("undecided_of", models.PositiveIntegerField(default=0)),
                ("not_known", models.CharField(blank=True, max_length=300)),
                ("coverage", models.TextField(blank=True)),
                ("read_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["day", "id"],
            },
        ),
        migrations.CreateModel(
            name="LearningDecision",
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
                        choices=[("ADOPTED", "Adopted"), ("NOT_ADOPTED", "Not adopted")], max_length=12
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("MOVED", "What it was to move has moved"),
                            ("BETTER", "Families and workers find it better"),
                            ("NO_MOVE", "Nothing has moved that we could see"),
                            ("WORSE", "Something else became worse"),
                            ("TOO_MUCH", "It asks for more time or money than there is"),
                            ("NOT_HERE", "It does not fit how we work here"),
                            ("OVERTAKEN", "Something else took its place"),
                            ("NOT_TRIED", "It was not tried far enough to say"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("replaces_reason", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="conferences.learningdecision",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LearningHeard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("CHILDREN", "Children and young people"),
                            ("PARENTS", "Parents and carers"),
                            ("PROFESSIONALS", "Professionals of the council"),
                            ("PARTNERS", "Partner agencies"),
                        ],
                        max_length=14,
                    ),
                ),
                ("said", models.TextField()),
                ("heard_date", models.DateField()),
                ("how_heard", models.CharField(max_length=200)),
                ("did", models.TextField(blank=True)),
                ("did_date", models.DateField(blank=True, null=True)),
                ("told_back", models.TextField(blank=True)),
                ("told_back_date", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-heard_date", "-id"],
            },
        ),
        migrations.CreateModel(
            name="LearningHeardEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("CHILDREN", "Children and young people"),
                            ("PARENTS", "Parents and carers"),
                            ("PROFESSIONALS", "Professionals of the council"),
                            ("PARTNERS", "Partner agencies"),
                        ],
                        max_length=14,
                    ),
                ),
                ("said", models.TextField()),
                ("heard_date", models.DateField()),
                ("how_heard", models.CharField(max_length=200)),
                ("did", models.TextField(blank=True)),
                ("did_date", models.DateField(blank=True, null=True)),
                ("told_back", models.TextField(blank=True)),
                ("told_back_date", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "added_by",
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
                        to="conferences.learningheard",
                    ),
                ),
                (
                    "saved_by",
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
            name="LearningIdea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.CharField(max_length=120)),
                (
                    "came_from",
                    models.CharField(
                        choices=[
                            ("VISIT", "A visit to another authority or organisation"),
                            ("TALK", "A call, an exchange or a meeting with them"),
                            ("READ", "Something published: research, a review, an inspection"),
                            ("OWN", "Our own work"),
                            ("CONSULTATION", "A re-plan consultation"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the authority.", max_length=3),
                ),
                ("where_words", models.CharField(blank=True, max_length=100)),
                ("day", models.DateField()),
                ("who_went", models.CharField(blank=True, max_length=200)),
                ("learned", models.TextField()),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("EVALUATED", "An evaluation or research"),
                            ("FIGURES", "Their figures, before and after"),
                            ("INSPECTION", "An inspection or audit says so"),
                            ("SEEN", "We saw it at work"),
                            ("TOLD", "They told us"),
                            ("NONE", "None yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("evidence_words", models.CharField(blank=True, max_length=300)),
                ("added_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="learning",
                        to="conferences.familyconsultation",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-day", "-id"],
            },
        ),
        migrations.CreateModel(
            name="LearningDecisionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[("ADOPTED", "Adopted"), ("NOT_ADOPTED", "Not adopted")], max_length=12
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("MOVED", "What it was to move has moved"),
                            ("BETTER", "Families and workers find it better"),
                            ("NO_MOVE", "Nothing has moved that we could see"),
                            ("WORSE", "Something else became worse"),
                            ("TOO_MUCH", "It asks for more time or money than there is"),
                            ("NOT_HERE", "It does not fit how we work here"),
                            ("OVERTAKEN", "Something else took its place"),
                            ("NOT_TRIED", "It was not tried far enough to say"),
                            ("OTHER", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField()),
                ("replaces_reason", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
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
                        to="conferences.learningdecision",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.learningdecision",
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.learningidea",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="learningdecision",
            name="idea",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="decisions",
                to="conferences.learningidea",
            ),
        ),
        migrations.CreateModel(
            name="LearningIdeaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("title", models.CharField(max_length=120)),
                (
                    "came_from",
                    models.CharField(
                        choices=[
                            ("VISIT", "A visit to another authority or organisation"),
                            ("TALK", "A call, an exchange or a meeting with them"),
                            ("READ", "Something published: research, a review, an inspection"),
                            ("OWN", "Our own work"),
                            ("CONSULTATION", "A re-plan consultation"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "authority",
                    models.CharField(blank=True, help_text="DfE code of the authority.", max_length=3),
                ),
                ("where_words", models.CharField(blank=True, max_length=100)),
                ("day", models.DateField()),
                ("who_went", models.CharField(blank=True, max_length=200)),
                ("learned", models.TextField()),
                (
                    "evidence",
                    models.CharField(
                        choices=[
                            ("EVALUATED", "An evaluation or research"),
                            ("FIGURES", "Their figures, before and after"),
                            ("INSPECTION", "An inspection or audit says so"),
                            ("SEEN", "We saw it at work"),
                            ("TOLD", "They told us"),
                            ("NONE", "None yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("evidence_words", models.CharField(blank=True, max_length=300)),
                ("added_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.familyconsultation",
                    ),
                ),
                (
                    "owner",
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
                        to="conferences.learningidea",
                    ),
                ),
                (
                    "saved_by",
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
            name="LearningReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("reviewed_at", models.DateTimeField()),
                (
                    "reading",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review",
                        to="conferences.learningreading",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LearningReviewEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("words", models.TextField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("reviewed_at", models.DateTimeField()),
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
                        to="conferences.learningreview",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.learningreading",
                    ),
                ),
                (
                    "reviewed_by",
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
            name="LearningTrial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("what", models.TextField()),
                ("measure", models.CharField(max_length=40)),
                ("movement", models.CharField(choices=[("UP", "Up"), ("DOWN", "Down")], max_length=4)),
                ("months", models.PositiveSmallIntegerField()),
                ("start_date", models.DateField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("stopped_because", models.TextField(blank=True)),
                ("started_at", models.DateTimeField()),
                (
                    "idea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trials",
                        to="conferences.learningidea",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["start_date", "id"],
            },
        ),
        migrations.CreateModel(
            name="LearningReadingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("day", models.DateField()),
                ("is_before", models.BooleanField()),
                ("from_date", models.DateField()),
                ("to_date", models.DateField()),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("undecided", models.PositiveIntegerField(default=0)),
                ("undecided_of", models.PositiveIntegerField(default=0)),
                ("not_known", models.CharField(blank=True, max_length=300)),
                ("coverage", models.TextField(blank=True)),
                ("read_at", models.DateTimeField()),
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
                        to="conferences.learningreading",
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.learningtrial",
                    ),
                ),
            ],
            options={
                "ordering": ["pgh_id"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="learningreading",
            name="trial",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="readings",
                to="conferences.learningtrial",
            ),
        ),
        migrations.CreateModel(
            name="LearningTrialEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("what", models.TextField()),
                ("measure", models.CharField(max_length=40)),
                ("movement", models.CharField(choices=[("UP", "Up"), ("DOWN", "Down")], max_length=4)),
                ("months", models.PositiveSmallIntegerField()),
                ("start_date", models.DateField()),
                ("next_review_date", models.DateField(blank=True, null=True)),
                ("ended_date", models.DateField(blank=True, null=True)),
                ("stopped_because", models.TextField(blank=True)),
                ("started_at", models.DateTimeField()),
                (
                    "idea",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="conferences.learningidea",
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
                        to="conferences.learningtrial",
                    ),
                ),
                (
                    "started_by",
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
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("heard_date"),
                    models.Q(
                        ("did_date__isnull", True),
                        safeguarding.promises.IsFinite("did_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("told_back_date__isnull", True),
                        safeguarding.promises.IsFinite("told_back_date"),
                        _connector="OR",
                    ),
                ),
                name="learningheard_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("heard_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("heard_date"), safeguarding.promises.LocalDay("saved_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("did_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("did_date"), safeguarding.promises.LocalDay("saved_at")
                        ),
                        _connector="OR",
                    ),
                    models.Q(
                        ("told_back_date__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("told_back_date"), safeguarding.promises.LocalDay("saved_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="learningheard_days_by_their_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(("group__in", ["CHILDREN", "PARENTS", "PROFESSIONALS", "PARTNERS"])),
                name="learningheard_group_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("said", ""), _negated=True), models.Q(("how_heard", ""), _negated=True)
                ),
                name="learningheard_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("did", ""), ("did_date__isnull", True)),
                    models.Q(
                        models.Q(("did", ""), _negated=True),
                        ("did_date__gte", models.F("heard_date")),
                        ("did_date__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="learningheard_done_with_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningheard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told_back", ""), ("told_back_date__isnull", True)),
                    models.Q(
                        models.Q(("told_back", ""), _negated=True),
                        ("did_date__isnull", False),
                        ("told_back_date__gte", models.F("did_date")),
                        ("told_back_date__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="learningheard_told_back_after_it_was_done",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningheard",
            trigger=pgtrigger.compiler.Trigger(
                name="learningheard_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'learningheard_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'learningheard_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="2e7e68b583aa6e3fe2256c5d74e9692013ff4289",
                    operation="DELETE",
                    pgid="pgtrigger_learningheard_stays_63496",
                    table="conferences_learningheard",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningheard",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningheardevent" ("added_at", "added_by_id", "did", "did_date", "group", "heard_date", "how_heard", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "said", "saved_at", "saved_by_id", "told_back", "told_back_date") SELECT new_values."added_at", new_values."added_by_id", new_values."did", new_values."did_date", new_values."group", new_values."heard_date", new_values."how_heard", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."said", new_values."saved_at", new_values."saved_by_id", new_values."told_back", new_values."told_back_date" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="aca9538c5f434e4d5485002d595639939460385f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4a105",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningheard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningheard",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningheardevent" ("added_at", "added_by_id", "did", "did_date", "group", "heard_date", "how_heard", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "said", "saved_at", "saved_by_id", "told_back", "told_back_date") SELECT new_values."added_at", new_values."added_by_id", new_values."did", new_values."did_date", new_values."group", new_values."heard_date", new_values."how_heard", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."said", new_values."saved_at", new_values."saved_by_id", new_values."told_back", new_values."told_back_date" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b295ddefd51749dcc43f9e9846fbed4c0770e3c6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b5b11",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningheard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningheard",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningheardevent" ("added_at", "added_by_id", "did", "did_date", "group", "heard_date", "how_heard", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "said", "saved_at", "saved_by_id", "told_back", "told_back_date") SELECT old_values."added_at", old_values."added_by_id", old_values."did", old_values."did_date", old_values."group", old_values."heard_date", old_values."how_heard", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."said", old_values."saved_at", old_values."saved_by_id", old_values."told_back", old_values."told_back_date" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3b62c55f0858ff2c9a384c574def05620c5e2e67",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a2365",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningheard",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningheardevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e54f37828d01772cd138c4a08b30be52c1cdfeb0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_354e8",
                    table="conferences_learningheardevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(safeguarding.promises.IsFinite("day")), name="learningidea_days_finite"
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("day__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("day"), safeguarding.promises.LocalDay("saved_at")
                    ),
                    _connector="OR",
                ),
                name="learningidea_day_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("came_from__in", ["VISIT", "TALK", "READ", "OWN", "CONSULTATION"]),
                    ("evidence__in", ["EVALUATED", "FIGURES", "INSPECTION", "SEEN", "TOLD", "NONE"]),
                ),
                name="learningidea_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("title", ""), _negated=True), models.Q(("learned", ""), _negated=True)
                ),
                name="learningidea_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(("authority__regex", "^(\\d{3})?$")),
                name="learningidea_authority_is_a_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("came_from__in", ["VISIT", "TALK"]), _negated=True),
                    models.Q(
                        models.Q(
                            models.Q(("authority", ""), _negated=True),
                            models.Q(("where_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(("who_went", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="learningidea_visit_says_where_and_who",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningidea",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("came_from", "CONSULTATION"), ("consultation__isnull", False)),
                    models.Q(
                        models.Q(("came_from", "CONSULTATION"), _negated=True), ("consultation__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="learningidea_of_its_consultation",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningidea",
            trigger=pgtrigger.compiler.Trigger(
                name="learningidea_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'learningidea_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'learningidea_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="9ca96db51d0878d4e1743cbd31f94c9c09289642",
                    operation="DELETE",
                    pgid="pgtrigger_learningidea_stays_9d872",
                    table="conferences_learningidea",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningidea",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningideaevent" ("added_at", "added_by_id", "authority", "came_from", "consultation_id", "day", "evidence", "evidence_words", "id", "learned", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "title", "where_words", "who_went") SELECT new_values."added_at", new_values."added_by_id", new_values."authority", new_values."came_from", new_values."consultation_id", new_values."day", new_values."evidence", new_values."evidence_words", new_values."id", new_values."learned", new_values."owner_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."title", new_values."where_words", new_values."who_went" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ae41906e31517a3a0707d70677a022e66401bd27",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f0142",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningidea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningidea",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningideaevent" ("added_at", "added_by_id", "authority", "came_from", "consultation_id", "day", "evidence", "evidence_words", "id", "learned", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "title", "where_words", "who_went") SELECT new_values."added_at", new_values."added_by_id", new_values."authority", new_values."came_from", new_values."consultation_id", new_values."day", new_values."evidence", new_values."evidence_words", new_values."id", new_values."learned", new_values."owner_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."saved_at", new_values."saved_by_id", new_values."title", new_values."where_words", new_values."who_went" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="289f45815201fc9a9432bf7c515c4caf98191204",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23765",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningidea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningidea",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningideaevent" ("added_at", "added_by_id", "authority", "came_from", "consultation_id", "day", "evidence", "evidence_words", "id", "learned", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "saved_at", "saved_by_id", "title", "where_words", "who_went") SELECT old_values."added_at", old_values."added_by_id", old_values."authority", old_values."came_from", old_values."consultation_id", old_values."day", old_values."evidence", old_values."evidence_words", old_values."id", old_values."learned", old_values."owner_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."saved_at", old_values."saved_by_id", old_values."title", old_values."where_words", old_values."who_went" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3889f7ff9917d5ad5bf6f6fe2e1919b7d56188eb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_32c05",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningidea",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningdecisionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ad99fad47bc99b96de159fa8e5ff01e8ea85f6be",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2c0d7",
                    table="conferences_learningdecisionevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="learningdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ["ADOPTED", "NOT_ADOPTED"]),
                    (
                        "why__in",
                        [
                            "MOVED",
                            "BETTER",
                            "NO_MOVE",
                            "WORSE",
                            "TOO_MUCH",
                            "NOT_HERE",
                            "OVERTAKEN",
                            "NOT_TRIED",
                            "OTHER",
                        ],
                    ),
                ),
                name="learningdecision_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="learningdecision_with_its_reasons"
            ),
        ),
        migrations.AddConstraint(
            model_name="learningdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("replaces__isnull", True), ("replaces_reason", "")),
                    models.Q(("replaces__isnull", False), models.Q(("replaces_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="learningdecision_says_why_it_replaces",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningdecision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaces__isnull", True)),
                fields=("idea",),
                name="learningdecision_first_once",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="learningdecision_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="eb8cfe8be46a49bbecacd59be6ddba0e4b0d027e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_learningdecision_never_changed_13fb9",
                    table="conferences_learningdecision",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningdecisionevent" ("decided_at", "decided_by_id", "id", "idea_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "replaces_reason", "why", "words") SELECT new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."idea_id", new_values."outcome", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."replaces_id", new_values."replaces_reason", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ff65ebbf8a1e1c0d6de616b7fe46b59f7b150863",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61cdc",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningdecisionevent" ("decided_at", "decided_by_id", "id", "idea_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "replaces_reason", "why", "words") SELECT new_values."decided_at", new_values."decided_by_id", new_values."id", new_values."idea_id", new_values."outcome", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."replaces_id", new_values."replaces_reason", new_values."why", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d39984948e47290f69e403c0b42d1ac1d8e6d655",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2edf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningdecision",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningdecisionevent" ("decided_at", "decided_by_id", "id", "idea_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replaces_id", "replaces_reason", "why", "words") SELECT old_values."decided_at", old_values."decided_by_id", old_values."id", old_values."idea_id", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."replaces_id", old_values."replaces_reason", old_values."why", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d83fac7449c88b18aab5dc2f5b51fb14ef0df7c9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8c637",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningdecision",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningideaevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2b0ac19a1b6a2cf695e8f9ca0d804a0541c79dc",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fd3c9",
                    table="conferences_learningideaevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_review_date__isnull", True),
                    safeguarding.promises.IsFinite("next_review_date"),
                    _connector="OR",
                ),
                name="learningreview_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="learningreview_says_something"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreview",
            trigger=pgtrigger.compiler.Trigger(
                name="learningreview_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2f7006e50895bcbbf16fa061c5c00900511c6399",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_learningreview_never_changed_5d748",
                    table="conferences_learningreview",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreviewevent" ("id", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "reviewed_at", "reviewed_by_id", "words") SELECT new_values."id", new_values."next_review_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reading_id", new_values."reviewed_at", new_values."reviewed_by_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="41d20366e5e527ee084bef06c9f891fb5d054d57",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_caf29",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreviewevent" ("id", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "reviewed_at", "reviewed_by_id", "words") SELECT new_values."id", new_values."next_review_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reading_id", new_values."reviewed_at", new_values."reviewed_by_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="54c60fca22290429b3f4d531f8fcae0dbf5a77c8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_af7ac",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreview",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreviewevent" ("id", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading_id", "reviewed_at", "reviewed_by_id", "words") SELECT old_values."id", old_values."next_review_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reading_id", old_values."reviewed_at", old_values."reviewed_by_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="e27aa09a0680586791fe4dbdec245522e23e188c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_78092",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningreview",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreviewevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="abba57ad34f679f8b774390c8c3092f38b5803bf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6ea6d",
                    table="conferences_learningreviewevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("start_date"),
                    models.Q(
                        ("next_review_date__isnull", True),
                        safeguarding.promises.IsFinite("next_review_date"),
                        _connector="OR",
                    ),
                    models.Q(
                        ("ended_date__isnull", True),
                        safeguarding.promises.IsFinite("ended_date"),
                        _connector="OR",
                    ),
                ),
                name="learningtrial_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start_date__isnull", True),
                    django.db.models.lookups.LessThanOrEqual(
                        models.F("start_date"), safeguarding.promises.LocalDay("started_at")
                    ),
                    _connector="OR",
                ),
                name="learningtrial_began_by_its_telling",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(("movement__in", ["UP", "DOWN"]), ("months__in", [3, 6, 12])),
                name="learningtrial_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("what", ""), _negated=True), models.Q(("measure", ""), _negated=True)
                ),
                name="learningtrial_says_what",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("next_review_date__isnull", True),
                    models.Q(("next_review_date__gt", models.F("start_date")), ("ended_date__isnull", True)),
                    _connector="OR",
                ),
                name="learningtrial_reviewed_while_it_goes_on",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_date__isnull", True), ("ended_date__gte", models.F("start_date")), _connector="OR"
                ),
                name="learningtrial_ends_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.CheckConstraint(
                condition=models.Q(("stopped_because", ""), ("ended_date__isnull", False), _connector="OR"),
                name="learningtrial_stopped_is_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningtrial",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_date__isnull", True)),
                fields=("idea",),
                name="learningtrial_one_at_a_time",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="learningtrial_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'learningtrial_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'learningtrial_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="f2239de83b4c5b444ddef3ee40ddce0f50ec715e",
                    operation="DELETE",
                    pgid="pgtrigger_learningtrial_stays_fee12",
                    table="conferences_learningtrial",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="learningtrial_measure_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN ((OLD.idea_id, OLD.measure, OLD.months, OLD.start_date, OLD.movement) IS DISTINCT FROM\n            (NEW.idea_id, NEW.measure, NEW.months, NEW.start_date, NEW.movement))",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'learningtrial_measure_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'learningtrial_measure_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="0c6ec3e89eaeba2f42900baa8756998acd4f8d88",
                    operation="UPDATE",
                    pgid="pgtrigger_learningtrial_measure_stays_aed35",
                    table="conferences_learningtrial",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="learningtrial_ended_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_date IS NOT NULL)",
                    func="\n    IF true THEN\n        RAISE EXCEPTION 'learningtrial_ended_stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'learningtrial_ended_stays';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;",
                    hash="21af4d66f65385ddd70be40abdeca4804b888384",
                    operation="UPDATE",
                    pgid="pgtrigger_learningtrial_ended_stays_f9439",
                    table="conferences_learningtrial",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningtrialevent" ("ended_date", "id", "idea_id", "measure", "months", "movement", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "start_date", "started_at", "started_by_id", "stopped_because", "what") SELECT new_values."ended_date", new_values."id", new_values."idea_id", new_values."measure", new_values."months", new_values."movement", new_values."next_review_date", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ref", new_values."start_date", new_values."started_at", new_values."started_by_id", new_values."stopped_because", new_values."what" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="865a8342d61850c28d2c23ee6dc8207c16ebaef5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a9869",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningtrial",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningtrialevent" ("ended_date", "id", "idea_id", "measure", "months", "movement", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "start_date", "started_at", "started_by_id", "stopped_because", "what") SELECT new_values."ended_date", new_values."id", new_values."idea_id", new_values."measure", new_values."months", new_values."movement", new_values."next_review_date", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ref", new_values."start_date", new_values."started_at", new_values."started_by_id", new_values."stopped_because", new_values."what" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fbd7c3da70f874e19194d7f959af7907ff789efb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4dfd7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningtrial",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrial",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningtrialevent" ("ended_date", "id", "idea_id", "measure", "months", "movement", "next_review_date", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ref", "start_date", "started_at", "started_by_id", "stopped_because", "what") SELECT old_values."ended_date", old_values."id", old_values."idea_id", old_values."measure", old_values."months", old_values."movement", old_values."next_review_date", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ref", old_values."start_date", old_values."started_at", old_values."started_by_id", old_values."stopped_because", old_values."what" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3c37491fc77a2755f070fe9940d7b2dd04bef921",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_99096",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningtrial",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreadingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b51abf0fd7a0262db769fa820c927bbd7c32b38c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3bc7a",
                    table="conferences_learningreadingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    safeguarding.promises.IsFinite("day"),
                    safeguarding.promises.IsFinite("from_date"),
                    safeguarding.promises.IsFinite("to_date"),
                ),
                name="learningreading_days_finite",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreading",
            constraint=models.UniqueConstraint(fields=("trial", "day"), name="learningreading_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="learningreading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_before", True)), fields=("trial",), name="learningreading_one_before"
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("from_date__lte", models.F("to_date")),
                    ("to_date__lt", models.F("day")),
                    models.Q(
                        ("day__isnull", True),
                        django.db.models.lookups.LessThanOrEqual(
                            models.F("day"), safeguarding.promises.LocalDay("read_at")
                        ),
                        _connector="OR",
                    ),
                ),
                name="learningreading_of_days_that_are_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="learningreading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("not_known", ""), ("numerator__isnull", False)),
                    models.Q(
                        models.Q(("not_known", ""), _negated=True),
                        ("denominator__isnull", True),
                        ("numerator__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="learningreading_a_number_or_why_not",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreading",
            trigger=pgtrigger.compiler.Trigger(
                name="learningreading_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f5b306341a82d17c0c59815df41f428c7f1d390a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_learningreading_never_changed_e2797",
                    table="conferences_learningreading",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreading",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreadingevent" ("coverage", "day", "denominator", "from_date", "id", "is_before", "not_known", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "to_date", "trial_id", "undecided", "undecided_of") SELECT new_values."coverage", new_values."day", new_values."denominator", new_values."from_date", new_values."id", new_values."is_before", new_values."not_known", new_values."numerator", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."read_at", new_values."to_date", new_values."trial_id", new_values."undecided", new_values."undecided_of" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c72d89c398eef393f10f3eda3f4451ec877bdd42",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f378a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="conferences_learningreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreading",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreadingevent" ("coverage", "day", "denominator", "from_date", "id", "is_before", "not_known", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "to_date", "trial_id", "undecided", "undecided_of") SELECT new_values."coverage", new_values."day", new_values."denominator", new_values."from_date", new_values."id", new_values."is_before", new_values."not_known", new_values."numerator", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."read_at", new_values."to_date", new_values."trial_id", new_values."undecided", new_values."undecided_of" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="742bac6241cbcad1027a81595d0a12204ec29993",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1a0b3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="conferences_learningreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningreading",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "conferences_learningreadingevent" ("coverage", "day", "denominator", "from_date", "id", "is_before", "not_known", "numerator", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "to_date", "trial_id", "undecided", "undecided_of") SELECT old_values."coverage", old_values."day", old_values."denominator", old_values."from_date", old_values."id", old_values."is_before", old_values."not_known", old_values."numerator", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."read_at", old_values."to_date", old_values."trial_id", old_values."undecided", old_values."undecided_of" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7e8eddd524b900f969b146a8f86a677163036eb0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_03301",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="conferences_learningreading",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="learningtrialevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a5759b8df58263d7e78b1da040cd27fac2d7b041",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_80f2a",
                    table="conferences_learningtrialevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
