"""The site at a moment that a trial sets: gunicorn serves it as tests.running.later.

The file TRIAL_CLOCK holds by how many seconds the trial's clock is ahead of the machine's.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any

import time_machine

from safeguarding.wsgi import application as site


class Later:
    """Answers each request at the moment that the file tells; the same in every process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.told = ""
        self.lock = Lock()
        self.clock: time_machine.Traveller | None = None

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        with self.lock:
            self._set()
        return site(environ, start)

    def _set(self) -> None:
        told = self.file.read_text()
        if told == self.told:
            return
        self.told = told
        if self.clock is None:
            self.clock = time_machine.travel(time.time() + float(told), tick=True).start()
        else:
            # Moved, never stopped: another thread would read the machine's own clock meanwhile.
            self.clock.move_to(time_machine.escape_hatch.time.time() + float(told), tick=True)


application = Later(Path(os.environ["TRIAL_CLOCK"]))
