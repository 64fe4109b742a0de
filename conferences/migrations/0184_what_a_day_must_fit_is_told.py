"""Who holds a meeting is told that its day must fit something else now."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0183_figures_count_invitations"),
    ]

    operations = [
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
    ]
