"""Says what is missing before the first conference can be held: for whoever runs the service."""

from typing import Any

from django.core.management.base import BaseCommand

from conferences.queries.start import first_steps
from safeguarding.clock import today
from safeguarding.policy.words import in_words
from safeguarding.wording import upper_first


class Command(BaseCommand):
    help = "List what is missing before the first conference can be held."

    def handle(self, *args: Any, **options: Any) -> None:
        on = today()
        for step in first_steps(on=on):
            mark = "done " if step.is_done else "TO DO"
            what, why = upper_first(in_words(step.code.label, on)), in_words(step.need.why, on)
            self.stdout.write(f"{mark}  {what}: {step.words}. {why}")
