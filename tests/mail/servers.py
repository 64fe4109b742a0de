"""A mail server and a GOV.UK Notify as small as can be, on sockets of this machine."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import ipaddress
import json
import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = "127.0.0.1"
USER, PASSWORD = "me@x", "p/w"


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate of this machine that nobody vouches for: the file to trust, and a server's use of it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "fable")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    trusted, whole = folder / "trusted.pem", folder / "server.pem"
    trusted.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    whole.write_bytes(pem + trusted.read_bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(whole)
    return trusted, context


class Session(socketserver.StreamRequestHandler):
    """One client of the mail server; what it was told stands in `server.taken`."""

    server: Any

    def handle(self) -> None:
        self.is_secure = self.server.wraps
        if self.is_secure:
            self._secure()
        self.say("220 fable")
        while line := self.rfile.readline():
            words = line.decode().strip()
            answer = getattr(self, words.split(":")[0].split(" ")[0].lower(), None)
            if answer is None:
                self.say("500 what?")
            elif answer(words) is False:
                return

    def say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())

    def _secure(self) -> None:
        secured = self.server.context.wrap_socket(self.request, server_side=True)
        self.rfile, self.wfile = secured.makefile("rb"), secured.makefile("wb", 0)
        self.is_secure = True

    def ehlo(self, _: str) -> None:
        offers = ["AUTH PLAIN"] if self.is_secure else ["STARTTLS"]
        self.say("250-fable", f"250 {offers[0]}")

    def starttls(self, _: str) -> bool:
        self.say("220 go on")
        try:
            self._secure()
        except (ssl.SSLError, OSError):
            return False
        return True

    def auth(self, words: str) -> None:
        given = base64.b64decode(words.split()[2]).decode().split("\0")[1:]
        self.say("235 ok" if given == [USER, PASSWORD] else "535 no")

    def mail(self, _: str) -> None:
        self.say("250 ok")

    rcpt = rset = mail

    def data(self, _: str) -> None:
        self.say("354 go on")
        lines = list(iter(self.rfile.readline, b".\r\n"))
        self.server.taken.append((self.is_secure, b"".join(lines).decode()))
        self.say("250 ok")

    def quit(self, _: str) -> bool:
        self.say("221 bye")
        return False


@contextmanager
def mail_server(context: ssl.SSLContext | None = None, *, wraps: bool = False) -> Iterator[Any]:
    """A mail server: `port`, `taken` as (whether encrypted, text). `wraps`: TLS from the start."""

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that does not trust us goes away."""

    with Server((HERE, 0), Session) as server:
        server.context, server.wraps, server.taken = context, wraps, []  # type: ignore[attr-defined]
        server.port = server.server_address[1]  # type: ignore[attr-defined]
        with serving(server):
            yield server


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


class Notify(BaseHTTPRequestHandler):
    """GOV.UK Notify as its documentation says it: one template, e-mails, and a list by reference."""

    server: Any

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def answer(self, code: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def refuse(self, code: int, message: str) -> None:
        self.answer(code, {"status_code": code, "errors": [{"error": "Error", "message": message}]})

    def is_known(self) -> bool:
        head, body, signature = self.headers["Authorization"].removeprefix("Bearer ").split(".")
        made = hmac.new(self.server.secret.encode(), f"{head}.{body}".encode(), hashlib.sha256).digest()
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        is_ours = hmac.compare_digest(base64.urlsafe_b64decode(signature + "=="), made)
        return is_ours and claims["iss"] == self.server.service and self._is_of_now(claims["iat"])

    def _is_of_now(self, at: int) -> bool:
        return abs(dt.datetime.now(dt.UTC).timestamp() - at) < 30

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.server.asked.append(address.path)
        if self.server.is_away:
            return self.answer(503, "away")
        if not self.is_known():
            return self.refuse(403, "Invalid token: signature, api token not found")
        if address.path.startswith("/v2/template/"):
            is_ours = address.path.endswith(self.server.template)
            return self.answer(200, {}) if is_ours else self.refuse(404, "No result found")
        wanted = parse_qs(address.query)["reference"][0]
        found = [one for one in self.server.taken if one["reference"] == wanted]
        return self.answer(200, {"notifications": found})

    def do_POST(self) -> None:
        given = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.is_away:
            return self.answer(503, "away")
        if not self.is_known():
            return self.refuse(403, "Invalid token: signature, api token not found")
        if "@" not in given["email_address"]:
            return self.refuse(400, "email_address Not a valid email address")
        self.server.taken.append({**given, "status": "sending"})
        return self.answer(201, {"id": "1"})


@contextmanager
def notify(service: str, secret: str, template: str) -> Iterator[Any]:
    """A Notify: `address`, what it has `taken`, which paths it was `asked`; `is_away` makes it fail."""
    with ThreadingHTTPServer((HERE, 0), Notify) as server:
        for name, value in {"service": service, "secret": secret, "template": template}.items():
            setattr(server, name, value)
        server.taken, server.asked, server.is_away = [], [], False  # type: ignore[attr-defined]
        server.address = f"http://{HERE}:{server.server_address[1]}"  # type: ignore[attr-defined]
        with serving(server):
            yield server
