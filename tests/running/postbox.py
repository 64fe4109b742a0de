"""A mail server that refuses an address, hangs, or is away, as it is told."""

from __future__ import annotations

import re
import socketserver
import threading
from typing import Any

HERE = "127.0.0.1"
SECONDS = 30


class Session(socketserver.StreamRequestHandler):
    """One client, told of the commands that Django's backend sends."""

    server: Any

    def handle(self) -> None:
        box: Postbox = self.server.box
        self.say("220 fable")
        for line in iter(self.rfile.readline, b""):
            box.answers.wait(SECONDS)
            words = line.decode().strip()
            command = words[:4].upper()
            if command == "RCPT" and box.refused and box.refused in words:
                self.say("550 No such user here")
            elif command == "DATA":
                self.say("354 go on")
                box.take(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                self.say("250 ok")
            else:
                self.say("221 bye" if command == "QUIT" else "250 ok")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    box: Postbox

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed goes away."""


class Postbox:
    """What was taken, as (Message-ID, address) in order, and how it behaves: `answers` cleared, it hangs."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.refused = ""
        self.answers = threading.Event()
        self.answers.set()
        self.port = 0
        self.open()

    def open(self) -> None:
        self.server = Server((HERE, self.port), Session)
        self.server.box = self
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def close(self) -> None:
        """Away: nobody listens any more."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def take(self, text: str) -> None:
        ids = re.findall(r"^Message-ID: (\S+)", text, re.MULTILINE)
        to = re.findall(r"^To: (\S+)", text, re.MULTILINE)
        self.taken.append((ids[0], to[0]))
