"""What an auditor is shown of a record: whether every entry is as it was recorded, who signed what, and whether attached
files are there. Nothing that the record holds makes it raise; what goes wrong is a finding.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from events.damage import Damage
from events.errors import N_, ReferatError
from events.proofs.leaf_lists import KeptCheckpoint, read_kept
from events.proofs.notes import Verifier
from events.proofs.outside_time import ExtraMissing
from events.sqlite.log import SqliteLog
from events.sqlite.verification import Progress, verify
from events.system_faults import system_fault
from events.verifying.findings import Finding, VerifiedBook, and_found
from events.verifying.lines import is_lines, verify_lines
from governance.audited import Audit, CheckpointFound, SignatureFound
from governance.book import Book
from governance.checkpoints import Kept, verifiers
from governance.cosignatures import cosignatures
from governance.signing import fault_in
from governance.state.fold import Fold
from governance.timestamping import prove_time, stamp_beside, state_time

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

NOBODY: Mapping[bytes, str] = {}


def audit(
    record: Path,
    files: Sequence[Path] = (),
    *,
    book: str | None = None,
    progress: Progress | None = None,
    processes: int = 1,
    read_only: bool = False,
    trusted: "Sequence[Certificate] | None" = None,
    witnesses: Mapping[bytes, str] = NOBODY,
    public: bool = False,
) -> Audit:
    """Verify a record, all of its books or one, against the checkpoints in these files and those kept beside it.

    A file of JSON Lines is verified in the same way; who signed is told of a record only. With ``trusted``, the time
    stamps beside these files are held against those certificates of time-stamping services. ``witnesses`` are public keys
    by which cosignatures are checked, and whose they are; the keys that the book enrolled are known anyway. ``public``
    says that it is a public copy, from which words are left out; of any other record that is a finding. With
    ``read_only`` no attached file is moved to its place.

    Raises only what ``progress`` raises, KeptFileRefused for a file that is no checkpoint, and ExtraMissing where a time
    stamp cannot be read for want of the extra.
    """
    given = [read_kept(path) for path in files]
    beside, not_read = _beside(record, book, given)
    kept = [*given, *(one for _path, one in beside)]
    as_lines = _is_lines(record)
    if as_lines:
        report = verify_lines(record, kept, book=book, progress=progress)
    else:
        report = verify(record, kept, book=book, progress=progress, processes=processes, read_only=read_only)
    signatures: list[SignatureFound] = []
    checkpoints: list[CheckpointFound] = []
    findings = not_read
    folds: dict[str, Fold] = {}
    for verified in report.books if report.sound and not as_lines else ():
        try:
            folds[verified.book] = fold = _fold(record, verified.book)
            signatures += _signatures(fold)
        except Exception as problem:  # a record that verifies and cannot be replayed is a finding like the rest
            findings.append(_unfolding(verified.book, problem))
    places = [*files, *(path for path, _one in beside)]
    for place, one, held in zip(places, kept, report.kept, strict=False):
        found = _checkpoint(one, held.book, held.holds, folds.get(held.book or ""), witnesses)
        found, bad_stamp = _stamped(found, stamp_beside(place), one, None if one.beside else trusted)
        findings += bad_stamp
        checkpoints.append(found)
        if found.false:
            findings.append(_false_signature(one, held.book))
    findings += [_bad_signature(one) for one in signatures if one.fault is not None]
    if not public:
        findings += [_left_out(one) for one in report.books if one.withheld]
    return Audit(and_found(report, findings), tuple(signatures), tuple(checkpoints))


def _is_lines(path: Path) -> bool:
    try:
        return path.is_file() and is_lines(path)
    except OSError:
        return False


def _beside(
    record: Path, book: str | None, given: Sequence[KeptCheckpoint]
) -> tuple[list[tuple[Path, KeptCheckpoint]], list[Finding]]:
    """Return the files with checkpoints beside the record, of the books that there are; they are no more than a help.

    What goes by the name of one and is no file to be read is a finding.
    """
    known = {one.checkpoint for one in given}
    kept, beside, not_read = Kept(record), list[tuple[Path, KeptCheckpoint]](), list[Finding]()
    for name in (name for name in _books(record) if book in (None, name)):
        beside += [
            (path, KeptCheckpoint(path.name, held, beside=True))
            for path, held in kept.files(name)
            if held.checkpoint not in known
        ]
        not_read += [_not_read(path, problem, name) for path, problem in kept.not_read(name)]
    return beside, not_read


def _books(record: Path) -> list[str]:
    log = SqliteLog(record)
    try:
        return [head.book for head in log.books() if isinstance(head.book, str)]
    except ReferatError:
        return []
    finally:
        log.close()


def _not_read(path: Path, problem: OSError, book: str) -> Finding:
    cause = ReferatError(
        N_("the checkpoint {path} beside the record was not read: {problem}"), path=path, problem=system_fault(problem)
    )
    return Finding(Damage.CHECKPOINT, cause, book)


def _fold(record: Path, book: str) -> Fold:
    log = SqliteLog(record)
    try:
        return Book(log, book).fold()
    finally:
        log.close()


def _signatures(fold: Fold) -> Iterator[SignatureFound]:
    for meeting in fold.meetings.values():
        for signing in meeting.signatures:
            yield SignatureFound(
                book=fold.book,
                entry=signing.number,
                person=fold.persons.get(signing.person, signing.person),
                meeting=meeting.date,
                by_key=signing.sign_off is not None,
                fault=fault_in(fold, meeting, signing),
                reservation=signing.reservation,
            )


def _checkpoint(
    one: KeptCheckpoint, book: str | None, holds: bool, fold: Fold | None, witnesses: Mapping[bytes, str]
) -> CheckpointFound:
    names: tuple[str, ...] = ()
    false = False
    known: dict[Verifier, str] = {}
    if fold is not None and one.signed.note.signatures:
        known = verifiers(fold, one.signed)
        of = {(verifier.name, verifier.key_id) for verifier in known}
        if any((held.name, held.key_id) in of for held in one.signed.note.signatures):
            try:
                names = tuple(known[held.verifier] for held in one.signed.verified(known))
            except ReferatError:
                false = True
    keys = {**{verifier.public: name for verifier, name in known.items()}, **witnesses}
    cosigned = tuple(cosignatures(one.signed, keys))
    false = false or any(held.holds is False for held in cosigned)
    return CheckpointFound(one.name, book, one.checkpoint.size, holds, names, false, cosigned=cosigned)


def _false_signature(one: KeptCheckpoint, book: str | None) -> Finding:
    cause = ReferatError(N_("a signature in {name} does not hold: the checkpoint was changed"), name=one.name)
    return Finding(Damage.CHECKPOINT, cause, book, 1, one.checkpoint.size)


def _stamped(
    found: CheckpointFound, stamp: Path, one: KeptCheckpoint, trusted: "Sequence[Certificate] | None"
) -> tuple[CheckpointFound, list[Finding]]:
    """Return the checkpoint with what lies beside it as a time stamp, and a finding where one is to prove a time and fails."""
    replace = msgspec.structs.replace
    if not stamp.exists():
        return found, []
    try:
        if trusted is not None:
            return replace(found, stamp="proved", time=prove_time(stamp, one.checkpoint, trusted)), []
        return replace(found, stamp="unproved", stated=state_time(stamp, one.checkpoint)), []
    except ExtraMissing:
        if trusted is not None:
            raise
        return replace(found, stamp="unread"), []
    except ReferatError as problem:
        cause = ReferatError(N_("{name}: {problem}"), name=stamp.name, problem=problem)
        findings = [Finding(Damage.TIME_STAMP, cause)] if trusted is not None else []
        return replace(found, stamp="not-its-own"), findings


_FAULTS = {
    "key-unknown": N_("the signature of {person} is of a key that the book did not know"),
    "key-of-another": N_("the signature of {person} was made with somebody else's key"),
    "key-revoked": N_("the signature of {person} was made with a key that had been revoked"),
    "reservation-differs": N_("the reservation of {person} reads otherwise than what was signed"),
    "other-minutes": N_("the signature of {person} is not on the minutes as they were issued"),
}


def _bad_signature(one: SignatureFound) -> Finding:
    cause = ReferatError(_FAULTS[one.fault or "other-minutes"], person=one.person)
    return Finding(Damage.CHECKPOINT, cause, one.book, one.entry, one.entry)


def _left_out(book: VerifiedBook) -> Finding:
    cause = ReferatError(
        N_("words of the book are left out ({count}), the first of them here, as is done in a public copy"),
        count=book.withheld,
    )
    return Finding(Damage.WORD_WITHHELD, cause, book.book, book.first_withheld, book.first_withheld)


def _unfolding(book: str, problem: Exception) -> Finding:
    said = problem if isinstance(problem, ReferatError) else type(problem).__name__
    return Finding(Damage.UNREADABLE, ReferatError(N_("it cannot be replayed ({problem})"), problem=said), book)
