"""Commands that prove: checkpoint, prove, verify-proof, witness."""

import os
from argparse import Namespace
from typing import Any

from governance.commandline.forms import book_argument, command, output_option, trust_option
from governance.commandline.keys import key_option, passphrase_option
from governance.commandline.session import Session
from governance.language import _


def add_commands(commands: Any) -> None:
    """Add checkpoint, prove, verify-proof and witness."""
    checkpoint = command(
        commands,
        "checkpoint",
        _checkpoint,
        summary=_("write what a book is now in three lines, signed: who keeps them can prove every later change"),
        examples=(
            "  referat checkpoint integrationsraadet -o 2022-09-28.checkpoint\n"
            "  referat checkpoint integrationsraadet --with-entries -o revisor.txt"
        ),
    )
    book_argument(checkpoint)
    checkpoint.add_argument("--unsigned", action="store_true", help=_("without a signature"))
    checkpoint.add_argument(
        "--with-entries",
        action="store_true",
        help=_("with a digest of every entry, so that a changed entry can be named: the auditor's file"),
    )
    prove = command(
        commands,
        "prove",
        _prove,
        summary=_("write a file that proves one entry, to somebody who has no record"),
        examples=(
            "  referat prove integrationsraadet 46 -o punkt-7.tlog-proof\n"
            "  referat prove integrationsraadet 46 --to papir.txt -o punkt-7.tlog-proof\n"
            "  referat prove integrationsraadet --since gammelt.checkpoint -o vaekst.txt"
        ),
    )
    book_argument(prove)
    prove.add_argument("number", metavar="N", nargs="?", type=int, help=_("the entry"))
    prove.add_argument(
        "--since", metavar=_("CHECKPOINT"), help=_("prove instead that the book goes on from this checkpoint")
    )
    prove.add_argument(
        "--to",
        metavar=_("CHECKPOINT"),
        help=_("let the proof lead to this checkpoint, as from printed minutes, and not to the book as it is now"),
    )
    prove.add_argument(
        "--public",
        action="store_true",
        help=_("without the words of closed items, reasons for being away, and the words of non-members"),
    )
    verify_proof = command(
        commands,
        "verify-proof",
        _verify_proof,
        summary=_("check a file that `prove` wrote, without any record, and show the entry"),
        examples="  referat verify-proof punkt-7.tlog-proof --checkpoint fra-papir.txt",
    )
    verify_proof.add_argument("file", metavar=_("FILE"), help=_("the proof"))
    verify_proof.add_argument(
        "--checkpoint", metavar=_("FILE"), help=_("the checkpoint that you hold: the proof has to lead to this one")
    )
    witness = command(
        commands,
        "witness",
        _witness,
        summary=_("cosign a checkpoint, after a check that it goes on from the one you cosigned last"),
        examples=(
            "  referat --record kopi.referat witness 2022-09-28.checkpoint -o medunderskrevet.checkpoint\n"
            "  referat witness 2022-10-25.checkpoint --before 2022-09-28.checkpoint --proof vaekst.txt"
        ),
    )
    witness.add_argument("checkpoint", metavar="CHECKPOINT", help=_("the file with the checkpoint"))
    witness.add_argument("--before", metavar=_("FILE"), help=_("the checkpoint you hold; else the one cosigned last"))
    witness.add_argument(
        "--proof", metavar=_("FILE"), help=_("the proof that `prove --since` wrote, where you have no record")
    )
    witness.add_argument(
        "--name", metavar=_("NAME"), help=_("your name as a witness, without spaces; else that of the key")
    )
    trust_option(verify_proof, _("a public key (.pub) whose signature counts"))
    for parser in (checkpoint, prove, witness):
        key_option(parser)
        passphrase_option(parser)
        output_option(parser)


def _checkpoint(session: Session, options: Namespace) -> int:
    from events.proofs.leaf_lists import written
    from events.proofs.tree import BookTree
    from governance.checkpoints import Kept, checkpoint_now
    from governance.commandline.output import put, put_all
    from governance.commandline.signing_checkpoints import checkpoint_key, tell_unsigned

    book = session.book(options.book)
    key = None if options.unsigned else checkpoint_key(options)
    signed = checkpoint_now(session.log, book.name, key)
    session.keep(book.name, signed)
    if options.with_entries:
        leaves = BookTree(session.log, book.name).leaves(upto=signed.checkpoint.size)
        put_all(written(leaves, signed), options.output)
    else:
        put(Kept(session.record).with_signatures(book.name, signed).written(), options.output)
    if not options.unsigned:
        tell_unsigned(key, options)
    return 0


def _prove(session: Session, options: Namespace) -> int:
    from events.errors import N_, RefusedEvent
    from events.proofs.errors import ProofRefused
    from events.proofs.proof_files import ConsistencyProof, InclusionProof, entry_line
    from events.proofs.tree import BookTree
    from governance.checkpoints import checkpoint_now
    from governance.commandline.output import put
    from governance.commandline.reading_proofs import checkpoint_in
    from governance.commandline.signing_checkpoints import checkpoint_key, tell_unsigned
    from governance.withholding import PublicCopy

    if (options.number is None) == (options.since is None):
        raise RefusedEvent(N_("Name an entry to prove, or a checkpoint with --since."))
    if options.to and options.since:
        raise RefusedEvent(N_("Leave out --to: a proof with --since leads to the book as it is now."))
    book = session.book(options.book)
    before = checkpoint_in(options.since) if options.since else None
    if options.number is not None:
        book.number_at(str(options.number))
    tree, key = BookTree(session.log, book.name), None if options.to else checkpoint_key(options)
    if options.to:
        signed = checkpoint_in(options.to)
        if signed.checkpoint.origin != tree.origin:
            raise ProofRefused(
                N_("The checkpoint is of the log {origin}, and not of this book."), origin=signed.checkpoint.origin
            )
    else:
        signed = checkpoint_now(session.log, book.name, key)
        session.keep(book.name, signed)
    size = signed.checkpoint.size
    if before is not None:
        old = before.checkpoint.size
        proof = ConsistencyProof(
            old, tuple(tree.consistency(old, size, (before.checkpoint.root, signed.checkpoint.root))), signed
        )
        proof.verify(before)
        put(proof.written(), options.output)
        tell_unsigned(key, options)
        return 0
    log = PublicCopy(session.log) if options.public else session.log
    body, words = next(iter(log.read(book.name, after=options.number - 1, upto=options.number)))
    hashes = tuple(tree.inclusion(options.number, size, signed.checkpoint.root))
    made = InclusionProof(options.number - 1, hashes, signed, entry_line(body, words))
    made.verify(body)
    put(made.written(), options.output)
    if not options.to:
        tell_unsigned(key, options)
    return 0


def _verify_proof(_session: Session, options: Namespace) -> int:
    from events.errors import N_
    from events.proofs.errors import ProofRefused
    from events.proofs.proof_files import proved_entry
    from governance.commandline.output import put_line
    from governance.commandline.reading_proofs import checkpoint_in, inclusion_proof_in, tell_signatures, trusted_keys
    from governance.wording.proved import entry_lines, missing_from_proof

    proof = inclusion_proof_in(options.file)
    entry = proved_entry(proof)
    signed = proof.checkpoint
    if options.checkpoint:
        held = checkpoint_in(options.checkpoint)
        if held.checkpoint != signed.checkpoint:
            raise ProofRefused(
                N_(
                    "The proof leads to another checkpoint than yours: of {size} entries, yours of {held}. Ask for a proof "
                    "to yours: referat prove BOOK N --to YOURS."
                ),
                size=signed.checkpoint.size,
                held=held.checkpoint.size,
            )
    signatures = list(tell_signatures(signed, trusted_keys(options)))
    for line in (*entry_lines(entry), *missing_from_proof(entry)):
        put_line(line)
    put_line("")
    said = _("Entry {number} stands in the log {origin} of {size} entries with this root:")
    made = signed.checkpoint
    put_line(said.format(number=entry.number, origin=made.origin, size=made.size))
    put_line(made.text.split("\n")[2])
    for line in signatures:
        put_line(line)
    if not options.checkpoint:
        put_line(_("Compare the root with one that you trust: on printed minutes, or from an auditor."))
    return 0


def _witness(session: Session, options: Namespace) -> int:
    import time

    from governance.commandline.keys import unlocked
    from governance.commandline.output import put, say
    from governance.commandline.reading_proofs import checkpoint_in, consistency_proof_in
    from governance.keyring import key_meant
    from governance.witnessing import Witness, book_of, cosigned, require_following, require_in_book

    signed = checkpoint_in(options.checkpoint)
    meant, witness = key_meant(os.environ, options.key), Witness(os.environ)
    origin = signed.checkpoint.origin
    held = [checkpoint_in(options.before)] if options.before else []
    last = witness.last(origin)
    before = [*held, *([last] if last is not None else [])]
    book = None if options.proof else book_of(session.log, origin) if session.record.exists() else None
    proof = consistency_proof_in(options.proof) if options.proof else None
    for one in before:
        require_following(signed, one, proof) if book is None else require_in_book(session.log, book, signed, one)
    if book is not None and not before:
        require_in_book(session.log, book, signed, None)
    if book is None and not before:
        say(
            _("This is the first checkpoint of {origin} that you cosign; there is nothing to hold it against.").format(
                origin=origin
            )
        )
    done = cosigned(signed, options.name or meant.name, unlocked(options, meant), int(time.time()))
    witness.remember(done)
    put(done.written(), options.output)
    return 0
