"""What came back is not kept for ever: words go after some months, and a code that nobody used."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from conferences.models import FeedbackAnswer, FeedbackCode
from conferences.rules.feedback import quarter_end
from safeguarding.policy.values import whole
from safeguarding.workingdays import add_months

KEPT_MONTHS = "FEEDBACK_WORDS_MONTHS"


@transaction.atomic
def sweep(*, on: dt.date) -> int:
    """Delete the words of quarters that ended so many months ago, and the codes that are taken no more. The
    numbers stay. Gives how many words went.
    """
    months = whole(KEPT_MONTHS, on)
    FeedbackCode.objects.filter(ends_date__lte=on).delete()
    quarters = (
        FeedbackAnswer.objects.exclude(words="").order_by().values_list("quarter", flat=True).distinct()
    )
    over = [quarter for quarter in quarters if add_months(quarter_end(quarter), months) < on]
    return int(FeedbackAnswer.objects.filter(quarter__in=over).exclude(words="").update(words=""))
