"""A web process for gunicorn whose threads never wait for a client.

One loop (waitress) reads every request whole and sends every answer; a thread is taken up only in between. So
connections that say nothing, slow bodies and slow readers cost a place in the loop each, and no thread.
"""

from __future__ import annotations

import errno
import os
import resource
import socket
import time
from io import BytesIO
from typing import Any

from gunicorn.workers.base import Worker
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher, WSGITask
from waitress.utilities import Error
from waitress.wasyncore import poll2

from safeguarding.deployment.env import load

# The key in a request's environment under which the application is asked whether a body may come, with its
# size in bytes (0 where it is not said). No header can set it.
ASKED = "safeguarding.body_bytes"
GO_ON = "204"
# A larger body is read only when the application says so: smaller ones stay in memory.
SMALL_BYTES = 256 * 1024
# A head must be there within so long; a body within so long, and a second more for each so many bytes.
HEAD_SECONDS, BODY_SECONDS, BYTES_A_SECOND = 15, 30, 8 * 1024
# A connection on which nothing happens is closed.
QUIET_SECONDS = 20
# What is still sent after a refusal is read and thrown away for so long, else its sender never reads why.
LINGER_SECONDS = 30
# A second, so that the parent sees a sign of life and a stopping process ends soon.
TURN_SECONDS, SOON_SECONDS = 1.0, 0.05
MOST_CONNECTIONS, OTHER_FILES = 4000, 124

FAILED = "500 Internal Server Error", "Something went wrong, so nothing was kept."
TOO_SLOW = "408 Request Timeout", "The request was sent too slowly, so it was not read to its end."
TOO_LARGE = "413 Content Too Large", "More was sent than is taken, so nothing was kept."
NO_ROOM = "507 Insufficient Storage", "The server has no room for a file just now, so nothing was kept."

Headers = list[tuple[str, str]]


class Refusal(Error):  # type: ignore[misc]
    """An answer to a request that is read no further, in waitress's form of an error."""

    def __init__(self, status: str, headers: Headers, body: bytes) -> None:
        super().__init__(body)
        kept = [
            (name, value) for name, value in headers if name.lower() not in {"connection", "content-length"}
        ]
        self.answer = status, kept, body

    @classmethod
    def saying(cls, status: str, sentence: str) -> Refusal:
        """In plain words, where the application is not asked."""
        kind = ("Content-Type", "text/plain; charset=utf-8")
        return cls(status, [kind, ("Cache-Control", "no-store")], f"{sentence}\n".encode())

    def to_response(self, ident: str | None = None) -> tuple[str, Headers, bytes]:
        return self.answer


class Request(HTTPRequestParser):  # type: ignore[misc]
    """A request as it is read: since when, and whether a body so large may come."""

    # Larger ones are refused; the worker says what.
    most_bytes = 0
    may_come = False
    # Where a head is not read to its end.
    command = ""

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)
        self.begun = time.monotonic()

    @property
    def waits(self) -> bool:
        """Whether the application is to be asked first."""
        large = self.headers_finished and (self.chunked or self.content_length > SMALL_BYTES)
        return bool(large and not (self.may_come or self.completed))

    def received(self, data: bytes) -> int:
        try:
            taken = int(super().received(data))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            self.refuse(Refusal.saying(*NO_ROOM))
            return len(data)
        if self.chunked and self.body_bytes_received > self.most_bytes:
            self.refuse(Refusal.saying(*TOO_LARGE))
        return taken

    def refuse(self, refusal: Refusal) -> None:
        """End it here: what was read is thrown away, and the refusal is the answer."""
        self.error, self.completed, self.connection_close = refusal, True, True
        self.close()
        self.body_rcv: Any = None

    @property
    def most_seconds(self) -> float:
        """How long it may be read."""
        if not self.headers_finished:
            return HEAD_SECONDS
        return BODY_SECONDS + float(self.body_bytes_received) / BYTES_A_SECOND


class Question:
    """Whether a large body may come, asked of the application in a thread, with its head alone."""

    def __init__(self, channel: Channel, request: Request) -> None:
        self.channel, self.request = channel, request

    def service(self) -> None:
        """Ask, and let the channel go on or end."""
        refusal: Refusal | None = Refusal.saying(*FAILED)
        try:
            refusal = self.ask()
        finally:
            self.channel.settle(refusal)

    def ask(self) -> Refusal | None:
        """The application's answer, where it is not that the body may come."""
        environ = dict(WSGITask(self.channel, self.request).get_environment())
        size = self.request.content_length
        environ |= {ASKED: size, "CONTENT_LENGTH": "0", "wsgi.input": BytesIO()}
        told: list[Any] = []
        answer = self.channel.server.application(environ, lambda *words: told.extend(words[:2]))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        status, headers = told
        return None if status.startswith(GO_ON) else Refusal(status, headers, body)

    def cancel(self) -> None:
        self.channel.cancel()


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection that reads a large body only when it may come, and none for ever."""

    parser_class = Request
    request: Request | None
    will_close: bool
    close_when_flushed: bool
    is_asking = False
    lingers_until = 0.0

    def received(self, data: bytes) -> bool:
        if self.lingers_until:
            return True
        done = bool(super().received(data))
        request = self.request
        if request is not None and request.waits and not self.is_asking:
            self.is_asking = True
            self.server.add_task(Question(self, request))
        return done

    def readable(self) -> bool:
        return bool(self.lingers_until) or (not self.is_asking and bool(super().readable()))

    def send_continue(self) -> None:
        """Nobody is told to go on before that is known."""
        if self.request is not None and not self.request.waits:
            super().send_continue()

    def _flush_some(self, do_close: bool = True) -> Any:
        """Send what waits. The loop flushes without the lock where no request is queued, and none is while
        the thread that asked says "go on": both would send it, and both take it from what waits."""
        with self.outbuf_lock:
            return super()._flush_some(do_close)

    def settle(self, refusal: Refusal | None) -> None:
        """The answer to the question, from the thread that asked it."""
        with self.requests_lock:
            request = self.request
            if request is not None and refusal is not None:
                self.end(request, refusal)
            elif request is not None:
                request.may_come = True
                if request.expect_continue and not self.sent_continue:
                    self.send_continue()
            self.is_asking = False
        self.server.pull_trigger()

    def end(self, request: Request, refusal: Refusal) -> None:
        """Answer a request that is not read to its end. With the lock on requests."""
        request.refuse(refusal)
        self.requests.append(request)
        self.request = None
        self.server.add_task(self)

    def end_late(self, now: float) -> None:
        """Answer a request that has been read for too long, and close what lingers no more."""
        if self.lingers_until:
            self.will_close = self.will_close or now > self.lingers_until
            return
        with self.requests_lock:
            request = self.request
            if request is None or self.is_asking or self.requests or not self.connected:
                return
            if now - request.begun > request.most_seconds:
                self.end(request, Refusal.saying(*TOO_SLOW))

    def service(self) -> None:
        if isinstance(self.requests[0].error, Refusal):
            self.lingers_until = time.monotonic() + LINGER_SECONDS
        super().service()

    def handle_write(self) -> None:
        """As of old, but a refused sender reads the answer while we throw away what they still send."""
        if self.close_when_flushed and self.lingers_until:
            self._flush_exception(self._flush_some)
            if not self.total_outbufs_len:
                self.close_when_flushed = False
                self.socket.shutdown(socket.SHUT_WR)
            if not self.will_close:
                return
        super().handle_write()


class Server(TcpWSGIServer):  # type: ignore[misc]
    """Accepts while no request waits for a thread, so that another process takes what would wait here."""

    channel_class = Channel

    def readable(self) -> bool:
        return bool(super().readable()) and not self.task_dispatcher.queue

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        for channel in list(self.active_channels.values()):
            channel.end_late(time.monotonic())

    def getsockname(self) -> tuple[str, str]:
        """A socket's file has no port."""
        if self.family == socket.AF_UNIX:
            return "localhost", ""
        host, port = super().getsockname()
        return host, port

    def fix_addr(self, addr: Any) -> Any:
        return ("localhost", None) if self.family == socket.AF_UNIX else addr

    def set_socket_options(self, conn: socket.socket) -> None:
        if self.family != socket.AF_UNIX:
            super().set_socket_options(conn)

    @property
    def is_busy(self) -> bool:
        """Whether anything that was asked is not answered to its end."""
        return any(c.requests or c.total_outbufs_len or c.is_asking for c in self.active_channels.values())


class PatientWorker(Worker):  # type: ignore[misc]
    """One of gunicorn's processes: a loop, and so many threads for the application."""

    def run(self) -> None:
        """Serve until the parent asks to stop, then end what was begun."""
        channels: dict[int, Any] = {}
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(self.cfg.threads)
        servers = [self.server(one, channels, threads) for one in self.sockets]
        while self.alive and self.ppid == os.getppid():
            self.turn(channels, threads)
        deadline = time.monotonic() + self.cfg.graceful_timeout
        for server in servers:
            server.accepting = False
        while any(server.is_busy for server in servers) and time.monotonic() < deadline:
            self.turn(channels, threads)
        threads.shutdown(timeout=1)

    def turn(self, channels: dict[int, Any], threads: ThreadedTaskDispatcher) -> None:
        """Once round the loop; soon again while a request waits for a thread that nobody tells of."""
        self.notify()
        poll2(SOON_SECONDS if threads.queue or not self.alive else TURN_SECONDS, channels)

    def server(self, listener: Any, channels: dict[int, Any], threads: ThreadedTaskDispatcher) -> Server:
        """What accepts from one socket of the parent's."""
        env = load()
        Request.most_bytes = env.most_body_bytes
        plain = listener.sock
        adjustments = Adjustments(
            sockets=[plain],
            ident=None,
            backlog=1024,
            threads=self.cfg.threads,
            connection_limit=most_connections(),
            channel_timeout=QUIET_SECONDS,
            cleanup_interval=5,
            max_request_header_size=32 * 1024,
            # Ours refuse first, and say more.
            max_request_body_size=1 << 62,
            inbuf_overflow=2 * SMALL_BYTES,
            # Without a proxy that is told of, what such headers say is anybody's.
            clear_untrusted_proxy_headers=not env.trusted_proxies,
        )
        found = plain.family, plain.type, plain.proto, plain.getsockname()
        return Server(
            self.wsgi, channels, True, plain, threads, adjustments, sockinfo=found, bind_socket=False
        )


def most_connections() -> int:
    """How many connections this process may hold, after asking for as many files as it may have."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OTHER_FILES
    allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return allowed - OTHER_FILES
