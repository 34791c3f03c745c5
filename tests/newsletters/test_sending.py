"""Sending a test: over a real mail server on this machine, which takes it, refuses it, or breaks off."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket
from threading import Thread

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.conftest import pubs
from tests.newsletters.conftest import LOCALES
from tests.newsletters.test_email import WORDS, body

TO = "lasare@example.org"


class Inbox:
    """A server's side: keeps what it is given, unless it is told to refuse."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.messages: list[bytes] = []

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.refuses == "address":
            return "550 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuses == "message":
            return "552 too large for this mailbox"
        content = envelope.content or b""
        self.messages.append(content.encode() if isinstance(content, str) else content)
        if self.refuses == "good-bye" and server.transport:
            server.transport.close()
        return "250 taken"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost that nobody knows, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost "
        f"-keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.fixture
def server() -> Iterator[Callable[..., tuple[Inbox, int]]]:
    running: list[Controller] = []

    def start(refuses: str = "", tls: tuple[Path, Path] | None = None) -> tuple[Inbox, int]:
        inbox = Inbox(refuses)
        context = None
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*tls)

        def sign_in(
            _server: object, _session: object, _envelope: object, _mechanism: str, data: object
        ) -> AuthResult:
            is_right = isinstance(data, LoginPassword) and data.password == b"right"
            return AuthResult(success=is_right, handled=False)

        controller = Controller(
            inbox,
            hostname="127.0.0.1",
            port=free_port(),
            tls_context=context,
            require_starttls=bool(tls),
            authenticator=sign_in,
            auth_require_tls=True,
        )
        controller.start()
        running.append(controller)
        return inbox, controller.port

    yield start
    for controller in running:
        controller.stop(no_assert=True)


def free_port() -> int:
    with socket(AF_INET, SOCK_STREAM) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def send(
    filled: Path, *arguments: str, locale: str = "sv", password: str = "", trusted: Path | None = None
) -> subprocess.CompletedProcess[str]:
    command = ("send", "2021-05", "--locale", locale, "--to", TO, "--project", str(filled), *arguments)
    environment = {"PUBS_SMTP_PASSWORD": password, **({"SSL_CERT_FILE": str(trusted)} if trusted else {})}
    return pubs(*command, cwd=filled, **environment)


@pytest.mark.parametrize("locale", LOCALES)
def test_what_arrives_is_whole_in_every_language(
    filled: Path, server: Callable[..., tuple[Inbox, int]], certificate: tuple[Path, Path], locale: str
) -> None:
    inbox, port = server(tls=certificate)
    done = send(filled, "--smtp", f"localhost:{port}", locale=locale, trusted=certificate[0])

    assert (done.returncode, done.stderr) == (0, "")
    assert len(inbox.messages) == 1
    message = message_from_bytes(inbox.messages[0], policy=policy.default)
    assert message["To"] == TO
    assert message["From"] == "European Pact for Integration <hello@epi-project.com>"
    for kind in ("plain", "html"):
        whole = " ".join(body(message, kind).split())
        assert all(word in whole for word in WORDS[locale])


def test_a_password_is_taken_from_the_environment_and_sent_encrypted_only(
    filled: Path, server: Callable[..., tuple[Inbox, int]], certificate: tuple[Path, Path]
) -> None:
    inbox, port = server(tls=certificate)
    options = ("--smtp", f"localhost:{port}", "--user", "anna")

    wrong, right, none = (
        send(filled, *options, password=word, trusted=certificate[0]) for word in ("wrong", "right", "")
    )

    assert (wrong.returncode, right.returncode, none.returncode) == (1, 0, 2)
    assert "does not know 'anna' with this password" in wrong.stdout + wrong.stderr
    assert "PUBS_SMTP_PASSWORD" in none.stderr
    assert len(inbox.messages) == 1


@pytest.mark.parametrize(
    ("refuses", "said"),
    [
        ("address", "refuses the address lasare@example.org: 550 no such user here"),
        ("message", "552 too large"),
    ],
)
def test_a_server_that_refuses_is_quoted_and_nothing_is_sent(
    filled: Path, server: Callable[..., tuple[Inbox, int]], refuses: str, said: str
) -> None:
    inbox, port = server(refuses)
    done = send(filled, "--smtp", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert said in done.stdout + done.stderr
    assert "Nothing was sent." in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert inbox.messages == []


def test_a_connection_that_breaks_when_the_message_is_there_is_no_reason_to_send_it_twice(
    filled: Path, server: Callable[..., tuple[Inbox, int]]
) -> None:
    inbox, port = server("good-bye")
    done = send(filled, "--smtp", f"127.0.0.1:{port}")

    assert done.returncode == 1
    assert "It may have arrived all the same" in done.stdout + done.stderr
    assert len(inbox.messages) == 1


def test_a_certificate_that_nobody_knows_is_refused(
    filled: Path, server: Callable[..., tuple[Inbox, int]], certificate: tuple[Path, Path]
) -> None:
    inbox, port = server(tls=certificate)
    done = send(filled, "--smtp", f"localhost:{port}")

    assert done.returncode == 1
    assert "certificate that is not valid" in done.stdout + done.stderr
    assert inbox.messages == []


def test_a_server_that_is_not_there_or_says_nothing_is_told(filled: Path) -> None:
    with socket(AF_INET, SOCK_STREAM) as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        Thread(target=hang_up, args=(silent,), daemon=True).start()
        broken = send(filled, "--smtp", f"127.0.0.1:{port}")
    absent = send(filled, "--smtp", f"127.0.0.1:{port}")

    for done in (broken, absent):
        assert done.returncode == 1
        assert "cannot be reached" in done.stdout + done.stderr
        assert "Nothing was sent." in done.stdout + done.stderr


def hang_up(silent: socket) -> None:
    silent.accept()[0].close()


def test_it_can_be_looked_at_before_it_is_sent(filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "test.eml"
    dry = send(filled, "--to-file", str(file), "--dry-run")
    assert dry.returncode == 0
    assert not file.exists()

    assert send(filled, "--to-file", str(file)).returncode == 0
    assert message_from_bytes(file.read_bytes(), policy=policy.default)["To"] == TO


def test_an_address_that_is_none_is_told(filled: Path, tmp_path: Path) -> None:
    done = pubs(
        "send",
        "2021-05",
        "--locale",
        "sv",
        "--to",
        "a@b\nBcc: c@d",
        "--to-file",
        tmp_path / "x",
        "--project",
        filled,
    )

    assert done.returncode == 2
    assert "no e-mail address" in done.stderr
    assert not (tmp_path / "x").exists()
