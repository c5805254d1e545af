"""What an audit found, in words: what is wrong and where, what to do next, who signed, which checkpoints hold."""

from collections.abc import Iterator

from events.damage import Damage
from events.errors import N_
from events.text import cut
from events.verifying.findings import Finding, Report
from governance.audited import Audit, CheckpointFound, SignatureFound
from governance.language import _, plural, said
from governance.wording.speaking import day, moment

DAMAGES = {
    Damage.ALTERED: N_("altered"),
    Damage.MISSING: N_("missing"),
    Damage.OUT_OF_ORDER: N_("out of order"),
    Damage.INSERTED: N_("inserted"),
    Damage.TRUNCATED: N_("cut off"),
    Damage.NOT_CANONICAL: N_("not written as entries are"),
    Damage.UNREADABLE: N_("unreadable"),
    Damage.COLUMN: N_("a column differs"),
    Damage.COMMAND: N_("the note of the command differs"),
    Damage.CLOCK: N_("the clock went backwards"),
    Damage.WORD_REPLACED: N_("a word was replaced"),
    Damage.WORD_RESTORED: N_("an erased word was put back"),
    Damage.WORD_LOST: N_("a word is gone"),
    Damage.WORD_WITHHELD: N_("words are left out"),
    Damage.BLOCK_ROOT: N_("a kept root is wrong"),
    Damage.CHECKPOINT: N_("checkpoint or signature"),
    Damage.TIME_STAMP: N_("a time stamp"),
    Damage.FILE: N_("the file"),
    Damage.ATTACHMENT: N_("an attached file"),
}


def finding_said(found: Finding) -> str:
    """Return what is wrong and where, in a sentence."""
    cause, kind = said(found.cause), _(DAMAGES[found.damage])
    if found.book is None or found.first is None:
        return (
            cause
            if cause.endswith(".")
            else _("{book}: {cause}.").format(book=cut(found.book or _("The record")), cause=cause)
        )
    if found.last is not None and found.last > found.first:
        words = (
            _("Entries {first} to {last} of {book} are not as they were recorded ({kind}); of the first: {cause}.")
            if found.every
            else _("Entries {first} to {last} of {book} ({kind}): {cause}.")
        )
        return words.format(
            first=found.first, last=found.last, book=cut(found.book), kind=kind, cause=cause.rstrip(".")
        )
    words = (
        _("Entry {number} of {book} ({kind}): {cause}.")
        if found.damage is Damage.CHECKPOINT
        else _("Entry {number} of {book} is not as it was recorded ({kind}): {cause}.")
    )
    return words.format(number=found.first, book=cut(found.book), kind=kind, cause=cause.rstrip("."))


def more_said(report: Report) -> str | None:
    """Return how many findings are not named, or None where all are."""
    if not report.more:
        return None
    words = plural("{count} more finding is not named.", "{count} more findings are not named.", report.more)
    return words.format(count=report.more)


def advice_said(found: Finding) -> str:
    """Return what the auditor should do next."""
    return _(found.advice)


def signature_said(one: SignatureFound) -> str:
    """Return who signed which minutes, and whether the signature is good."""
    words = (
        _("{person} signed the minutes of {day} with a key: good (entry {entry})")
        if one.by_key
        else _("{person} signed the minutes of {day} on paper (entry {entry})")
    )
    if one.fault is not None:
        words = _("{person}'s signature under the minutes of {day} is not good (entry {entry})")
    told = words.format(person=one.person, day=day(one.meeting), entry=one.entry)
    if one.reservation is None:
        return told
    return _("{signature}, with the reservation: »{reservation}«").format(signature=told, reservation=one.reservation)


def checkpoint_said(one: CheckpointFound) -> str:
    """Return whether a book still begins with a checkpoint, and who signed that."""
    words = (
        _("{name}: {entries}, the book begins with them as they were")
        if one.holds
        else _("{name}: {entries}, the book does not begin with them")
    )
    entries = plural("{count} entry", "{count} entries", one.size).format(count=one.size)
    told = words.format(name=one.name, entries=entries)
    if one.false:
        return _("{checkpoint}; a signature does not hold").format(checkpoint=told)
    if one.signed_by:
        return _("{checkpoint}; signed by {names}").format(checkpoint=told, names=", ".join(one.signed_by))
    return told


def cosignatures_said(one: CheckpointFound) -> Iterator[str]:
    """Return for each witness of a checkpoint when it cosigned, by the clock in Denmark, and whether the signature holds."""
    words = {
        True: _("{name}: cosigned by {witness} on {when}; the signature holds (key: {key})"),
        False: _("{name}: cosigned by {witness} on {when}; the signature does not hold (key: {key})"),
        None: _("{name}: says to be cosigned by {witness} on {when}; not checked, for the key is not known here"),
    }
    for held in one.cosigned:
        when = moment(held.time) if held.time is not None else "?"
        yield words[held.holds].format(name=one.name, witness=held.witness, when=when, key=held.key)


def missing_words(audit: Audit) -> Iterator[str]:
    """Return how many words are not there, because they were erased or this copy lacks them."""
    for book in audit.report.books:
        if book.erased:
            words = plural("{book}: {count} word was erased.", "{book}: {count} words were erased.", book.erased)
            yield words.format(book=cut(book.book), count=book.erased)
        if book.withheld:
            words = plural(
                "{book}: {count} word is not in this copy.",
                "{book}: {count} words are not in this copy.",
                book.withheld,
            )
            yield words.format(book=cut(book.book), count=book.withheld)
