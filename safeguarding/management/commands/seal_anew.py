"""manage.py seal_anew: seals second factors with the present SECRET_KEY, to let an earlier one go."""

from typing import Any

from django.core.management.base import BaseCommand

from safeguarding.accounts.signin import sealing
from safeguarding.wording import counted


class Command(BaseCommand):
    help = "After a change of SECRET_KEY: seal the secrets of second factors with the new one."

    def handle(self, *args: Any, **options: Any) -> None:
        done, closed = sealing.seal_anew()
        self.stdout.write(f"{counted(done, 'second factor')} sealed with the present key.")
        if closed:
            self.stderr.write(
                f"{counted(closed, 'second factor')} cannot be opened by any key given. Add the earlier "
                "key to SECRET_KEY_FALLBACKS and run this again, or reset them on the page People."
            )
