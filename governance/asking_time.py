"""Asking a time-stamping service for a time over a checkpoint (RFC 3161 over HTTP).

The only thing in the program that uses the network, and only when it is asked to. The service is sent a SHA-256 and
nothing else: its answer is anybody's until ``proved_time`` has held it against a certificate.
"""

import threading
from http.client import HTTPException
from ssl import SSLError
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from events.errors import N_, RecordError, RefusedEvent
from events.proofs.checkpoints import Checkpoint
from events.proofs.outside_time import LONGEST_TOKEN, request_for, require_answer
from events.system_faults import system_fault

LONGEST_WAIT = 20.0
"""Seconds that a service is waited for, all in all."""
_SILENT_FOR = 10.0


class ServiceFailed(RecordError):
    """A time-stamping service did not answer as it should."""


def ask_for_time(checkpoint: Checkpoint, service: str, *, wait: float = LONGEST_WAIT) -> bytes:
    """Return a service's answer over a checkpoint, after a check that it is one.

    ``service`` is an address of http or https, ``wait`` is in seconds. Raises RefusedEvent for any other address,
    ServiceFailed where the service does not answer, TokenRefused where it answers with something else than was asked for.
    """
    request = request_for(checkpoint)
    answer = _answer(_web_address(service), request.as_bytes(), wait)
    require_answer(answer, request, checkpoint)
    return answer


class _NoOtherPlace(HTTPRedirectHandler):
    """A question that is led elsewhere would be asked without its content: the user is to name the right address."""

    def redirect_request(self, *_rest: Any, **_named: Any) -> None:
        return None


def _web_address(service: str) -> str:
    try:
        parts = urlsplit(service)
        named = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        named = False
    if not named or not service.isascii() or any(mark <= " " for mark in service):
        raise RefusedEvent(
            N_("{address} is no address of a time-stamping service. It begins with https:// or http://."),
            address=service,
        )
    return service


def _answer(address: str, question: bytes, wait: float) -> bytes:
    """Ask in a thread of its own: a service that sends a byte now and then would keep a socket's own limit busy for ever."""
    got: list[bytes | Exception] = []

    def ask() -> None:
        try:
            got.append(_exchange(address, question, min(wait, _SILENT_FOR)))
        except Exception as problem:
            got.append(problem)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(wait)
    answer = got[0] if got else TimeoutError()
    if isinstance(answer, bytes):
        return answer
    raise _failed(address, answer) from None


def _exchange(address: str, question: bytes, silent_for: float) -> bytes:
    """Send a question as RFC 3161 (3.4) has it over HTTP, and return at most one byte more than an answer may have."""
    asked = Request(address, question, {"Content-Type": "application/timestamp-query"})  # noqa: S310 - http or https
    with build_opener(_NoOtherPlace).open(asked, timeout=silent_for) as answer:
        data: bytes = answer.read(LONGEST_TOKEN + 1)
        return data


def _failed(address: str, problem: Exception) -> ServiceFailed:
    if isinstance(problem, HTTPError):
        problem.close()
        return ServiceFailed(
            N_(
                "{address} did not give a time: it answered with the HTTP status {status}. See that the address is right."
            ),
            address=address,
            status=problem.code,
        )
    if isinstance(problem, URLError) and isinstance(problem.reason, Exception):
        problem = problem.reason
    if isinstance(problem, TimeoutError):
        return ServiceFailed(
            N_("{address} did not answer in time. Nothing was kept. Try again later."), address=address
        )
    if isinstance(problem, SSLError):
        return ServiceFailed(
            N_("{address} gave no safe connection: its certificate is not good, or it does not speak https."),
            address=address,
        )
    if isinstance(problem, HTTPException | UnicodeError):
        return ServiceFailed(N_("{address} did not answer as a web server does. Nothing was kept."), address=address)
    return ServiceFailed(
        N_("{address} cannot be reached: {problem}. Nothing was kept. Try again later."),
        address=address,
        problem=system_fault(problem),
    )
