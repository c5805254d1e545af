"""Outside time: a token of a time-stamping service (RFC 3161) over a checkpoint, which proves that it was there by then.

What is stamped is the checkpoint's three lines, not the signatures below them: a witness may cosign afterwards, and who
holds the lines on paper can check the same token. The token is kept as the service answered (a DER TimeStampResp, what
``openssl ts`` reads). Whether it proves anything is for the certificates to say that the reader trusts.

Needs the extra ``timestamps``; what asks or proves raises ExtraMissing without it.
"""

import hashlib
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from events.errors import N_, ReferatError
from events.moments import Timestamp, timestamp
from events.proofs.checkpoints import Checkpoint
from events.proofs.errors import ProofRefused
from events.proofs.token_order import with_certificates_in_order

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import Accuracy, TimeStampRequest, TimeStampResponse

LONGEST_TOKEN = 65_536
"""Bytes that a service's answer may have; one with a whole chain of certificates takes about 6,000."""

_HASHES = {
    "2.16.840.1.101.3.4.2.1": "sha256",
    "2.16.840.1.101.3.4.2.2": "sha384",
    "2.16.840.1.101.3.4.2.3": "sha512",
}
_GRANTED = 0


class ExtraMissing(ReferatError):
    """The extra that reads tokens is not installed."""

    exit_code = 2


class TokenRefused(ProofRefused):
    """A token is none, is of something else, or is not signed by the service whose certificates were given."""


class CertificateRefused(TokenRefused):
    """A file that was named as a service's certificate is none: nothing was held against it."""

    exit_code = 3


class OutsideTime(msgspec.Struct, frozen=True):
    """What a token proves: the checkpoint was there at ``moment``, give or take ``accuracy`` seconds (None: not told).

    ``service`` is the name in the certificate that signed, which is good until ``good_until``.
    """

    moment: Timestamp
    accuracy: float | None
    service: str
    good_until: Timestamp


def request_for(checkpoint: Checkpoint) -> "TimeStampRequest":
    """Return what to ask a service: a time for the SHA-256 of the checkpoint's lines, with a nonce and certificates."""
    client = _client()
    built = client.TimestampRequestBuilder().data(checkpoint.text.encode())
    request: TimeStampRequest = built.hash_algorithm(client.HashAlgorithm.SHA256).build()
    return request


def require_answer(answer: bytes, request: "TimeStampRequest", checkpoint: Checkpoint) -> None:
    """Check that an answer is a token over the checkpoint, and to this request. Raises TokenRefused where it is not.

    Whose token it is, only certificates can tell: see ``proved_time``.
    """
    with _whatever_it_holds():
        token = _token(answer)
        _require_over(token, checkpoint)
        if token.tst_info.nonce != request.nonce:
            raise TokenRefused(N_("The time-stamping service answered another question than was asked. Ask again."))


def certificates_in(data: bytes) -> "tuple[Certificate, ...]":
    """Return the certificates (X.509, PEM or DER) that a file holds. Raises CertificateRefused where there are none."""
    from cryptography.x509 import load_der_x509_certificate, load_pem_x509_certificates

    try:
        if b"-----BEGIN" in data:
            return tuple(load_pem_x509_certificates(data))
        return (load_der_x509_certificate(data),)
    except ValueError:
        raise CertificateRefused(
            N_("The file named as the service's certificate holds none. It is a file in PEM or DER, from the service.")
        ) from None


def proved_time(answer: bytes, checkpoint: Checkpoint, trusted: "Sequence[Certificate]") -> OutsideTime:
    """Return the time that a token proves for a checkpoint, by certificates that the reader trusts.

    Raises TokenRefused where it is no token, is over something else, was not signed under these certificates, or was
    signed when they were not valid. A certificate that ran out afterwards does not take the time away.
    """
    with _whatever_it_holds():
        token = _token(answer)
        _require_over(token, checkpoint)
        signer = _signer(token)
        _require_good_at(token.tst_info.gen_time, signer)
        _require_signed(token, checkpoint, trusted)
        return _told(token, signer)


def stated_time(answer: bytes, checkpoint: Checkpoint) -> OutsideTime:
    """Return the time that a token states for a checkpoint. It proves nothing: whoever made it may have signed it.

    Raises TokenRefused where it is no token, or is over something else.
    """
    with _whatever_it_holds():
        token = _token(answer)
        _require_over(token, checkpoint)
        return _told(token, _signer(token))


def has_run_out(time: OutsideTime, moment: datetime) -> bool:
    """Tell whether the certificate that signed is no longer good at a moment (aware)."""
    return timestamp(moment.astimezone(UTC)) > time.good_until


def _client() -> ModuleType:
    try:
        import rfc3161_client
    except ImportError:
        raise ExtraMissing(
            N_("Time stamps need an extra part of referat. Install it with: pip install 'referat[timestamps]'")
        ) from None
    return rfc3161_client


@contextmanager
def _whatever_it_holds() -> Iterator[None]:
    """Somebody else made the bytes: whatever the readers of certificates fail at, or warn of, makes them no time stamp."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except ReferatError:
            raise
        except Exception:
            raise TokenRefused(N_("This is no time stamp (RFC 3161).")) from None


def _token(answer: bytes) -> "TimeStampResponse":
    """Return a service's answer. Raises TokenRefused where it holds no token."""
    if len(answer) > LONGEST_TOKEN:
        raise TokenRefused(N_("This is no time stamp: it is longer than one may be."))
    token: TimeStampResponse = _client().decode_timestamp_response(with_certificates_in_order(answer))
    if token.status != _GRANTED:
        said = "; ".join(token.status_string)[:300] or "-"
        raise TokenRefused(
            N_("The time-stamping service refused (status {status}): {said}."), status=token.status, said=said
        )
    return token


def _require_good_at(moment: datetime, signer: "Certificate") -> None:
    if not signer.not_valid_before_utc <= moment <= signer.not_valid_after_utc:
        raise TokenRefused(
            N_("The service's certificate was good from {first} to {last}, and the time stamp says {moment}."),
            first=signer.not_valid_before_utc.date().isoformat(),
            last=signer.not_valid_after_utc.date().isoformat(),
            moment=moment.date().isoformat(),
        )


def _require_signed(token: "TimeStampResponse", checkpoint: Checkpoint, trusted: "Sequence[Certificate]") -> None:
    client = _client()
    try:
        client.VerifierBuilder(roots=list(trusted)).build().verify_message(token, checkpoint.text.encode())
    except (client.VerificationError, ValueError):
        raise TokenRefused(
            N_(
                "The time stamp is not signed by the service whose certificate was given, or its certificates were not "
                "valid then. Take the root certificate that the service publishes."
            )
        ) from None


def _require_over(token: "TimeStampResponse", checkpoint: Checkpoint) -> None:
    imprint = token.tst_info.message_imprint
    name = _HASHES.get(imprint.hash_algorithm.dotted_string)
    if name is None or imprint.message != hashlib.new(name, checkpoint.text.encode()).digest():
        raise TokenRefused(
            N_("The time stamp and the checkpoint do not belong together: the stamp is of something else.")
        )


def _signer(token: "TimeStampResponse") -> "Certificate":
    """Return the certificate that signed, of those that the token carries.

    Two that are called the same could be told apart by nobody: one would be verified and the other's name told.
    """
    from cryptography.x509 import load_der_x509_certificate

    (signed,) = token.signed_data.signer_infos
    carried = [load_der_x509_certificate(one) for one in token.signed_data.certificates]
    found = [one for one in carried if (one.issuer, one.serial_number) == (signed.issuer, signed.serial_number)]
    if len(found) != 1:
        raise TokenRefused(
            N_("The time stamp does not carry the one certificate that signed it, so that it cannot be checked.")
        )
    return found[0]


def _told(token: "TimeStampResponse", signer: "Certificate") -> OutsideTime:
    moment, good_until = token.tst_info.gen_time, signer.not_valid_after_utc
    return OutsideTime(timestamp(moment), _accuracy(token), _name(signer), timestamp(good_until))


def _accuracy(token: "TimeStampResponse") -> float | None:
    told: Accuracy | None = token.tst_info.accuracy
    if told is None:
        return None
    return (told.seconds or 0) + (told.millis or 0) / 1_000 + (told.micros or 0) / 1_000_000


def _name(signer: "Certificate") -> str:
    from cryptography.x509.oid import NameOID

    names = signer.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value if names else signer.subject.rfc4514_string())[:200]
