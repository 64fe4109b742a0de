"""A second, empty PostgreSQL server, for a backup to be restored into."""

from __future__ import annotations

from pathlib import Path

from safeguarding.deployment.localservices import postgres
from safeguarding.deployment.localservices.binaries import Binaries
from safeguarding.deployment.localservices.state import State


class Spare:
    """Its folder, and the address of its one database once it has started."""

    def __init__(self, folder: Path) -> None:
        self.state = State(folder)
        self.address = ""

    def server(self) -> postgres.Postgres:
        return postgres.Postgres(self.state, Binaries(State.here()))

    def programs(self) -> str:
        """The folder of PostgreSQL's own programs, of the version of both servers."""
        return str(self.server().binaries.postgres())

    def start(self) -> str:
        """Start it, empty; its address as its superuser."""
        self.state.prepare()
        self.server().start()
        self.address = self.server().url()
        return self.address

    def stop(self) -> None:
        if self.address:
            postgres.stop(self.server().data)
