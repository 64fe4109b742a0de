"""Says what is missing before the first conference can be held: for whoever runs the service."""

from typing import Any

from django.core.management.base import BaseCommand

from conferences.queries.start import first_steps
from safeguarding.clock import today


class Command(BaseCommand):
    help = "List what is missing before the first conference can be held."

    def handle(self, *args: Any, **options: Any) -> None:
        for step in first_steps(on=today()):
            mark = "done " if step.is_done else "TO DO"
            self.stdout.write(f"{mark}  {step.code.label}: {step.words}. {step.need.why}")
