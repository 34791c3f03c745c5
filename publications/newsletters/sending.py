"""Sending: one message to one address, over SMTP with STARTTLS (RFC 3207); never twice, never half."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from publications.faults import Fault, PublicationError

_TIMEOUT = 30.0  # seconds
_TLS_PORT = 465  # encrypted from the first byte (RFC 8314)
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_NOT_SENT = "Nothing was sent."


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. user: "" for one that asks for no name and password."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def send(message: EmailMessage, server: Server) -> None:
    """Hand the message over. Whatever keeps it from that is a PublicationError that says whether it may have arrived."""
    with _connected(server) as connection:
        _sign_in(connection, server)
        try:
            connection.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            reason = " ".join(_words(code, text) for code, text in error.recipients.values())
            raise _fault(server, f"refuses the address {message['To']}: {reason}. {_NOT_SENT}") from None
        except smtplib.SMTPResponseException as error:
            reason = _words(error.smtp_code, error.smtp_error)
            raise _fault(server, f"does not take the message: {reason}. {_NOT_SENT}") from None
        except (smtplib.SMTPException, OSError) as error:
            raise _fault(
                server,
                f"broke off while it was given the message ({_reason(error)}). It may have arrived all the same: "
                f"look into the mailbox of {message['To']} before you send it again.",
            ) from None


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """A connection that nobody listens to; to this machine itself it may be open."""
    secure = ssl.create_default_context()
    try:
        if server.port == _TLS_PORT:
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_TIMEOUT, context=secure
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
            connection.ehlo_or_helo_if_needed()
            if connection.has_extn("starttls"):
                connection.starttls(context=secure)
                connection.ehlo()
            elif server.host not in _LOOPBACK or server.password:
                connection.close()
                raise _fault(
                    server, f"offers no encryption (STARTTLS). {_NOT_SENT} Ask for its other port, 465."
                )
    except ssl.SSLCertVerificationError as error:
        reason = f"shows a certificate that is not valid: {error.verify_message}. {_NOT_SENT}"
        raise _fault(server, f"{reason} Write the server's name as its owner does.") from None
    except (smtplib.SMTPException, OSError) as error:
        reason = f"cannot be reached ({_reason(error)}). {_NOT_SENT} Look at its name and its port."
        raise _fault(server, reason) from None
    try:
        yield connection
    finally:
        # The message is taken by now, or it is not: a server that says no good-bye changes neither.
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()


def _sign_in(connection: smtplib.SMTP, server: Server) -> None:
    if not server.user:
        return
    try:
        connection.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        reason = _words(error.smtp_code, error.smtp_error)
        message = f"does not know '{server.user}' with this password: {reason}. {_NOT_SENT}"
        raise _fault(server, message) from None
    except (smtplib.SMTPException, OSError) as error:
        raise _fault(server, f"does not let anybody sign in ({_reason(error)}). {_NOT_SENT}") from None


def _fault(server: Server, message: str) -> PublicationError:
    return PublicationError(Fault(f"mail server {server}", 0, message))


def _words(code: int, text: bytes | str) -> str:
    said = text.decode(errors="replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(said.split())}".rstrip(".")


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", "") or error or type(error).__name__).rstrip(".")
