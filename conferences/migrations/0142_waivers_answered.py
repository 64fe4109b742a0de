"""Who asked for a waiver of thinking time is told of the answer; its reasons are told in clearer words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0141_thinking_once_a_chair"),
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
                    ("CHAIR_CHANGED", "A conference has another chair"),
                    ("MINUTES", "A conference has another minute taker"),
                    ("CHILDREN", "A conference is for other children than before"),
                    ("ANSWERED", "A re-plan consultation is answered"),
                    ("MORE_ASKED", "More is asked for a re-plan consultation"),
                    ("WAIVED", "A waiver of thinking time is granted: the conference can go on without"),
                    ("NOT_WAIVED", "A waiver of thinking time is refused: it is still required"),
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
        migrations.AlterField(
            model_name="thinkingwaiver",
            name="why",
            field=models.CharField(
                choices=[
                    (
                        "CANNOT_WAIT",
                        "There was no time to think before the conference, and it cannot be put off",
                    ),
                    ("LATELY", "The chair held thinking time about this family not long ago"),
                    (
                        "HANDED_OVER",
                        "Another chair held thinking time, and has told this one what they concluded",
                    ),
                    ("NOT_NEEDED", "The reason for which it is required does not apply to this family"),
                    ("OTHER", "Another reason"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="thinkingwaiverevent",
            name="why",
            field=models.CharField(
                choices=[
                    (
                        "CANNOT_WAIT",
                        "There was no time to think before the conference, and it cannot be put off",
                    ),
                    ("LATELY", "The chair held thinking time about this family not long ago"),
                    (
                        "HANDED_OVER",
                        "Another chair held thinking time, and has told this one what they concluded",
                    ),
                    ("NOT_NEEDED", "The reason for which it is required does not apply to this family"),
                    ("OTHER", "Another reason"),
                ],
                max_length=16,
            ),
        ),
    ]
