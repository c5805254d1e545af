"""The keys that a person signs with, as files in the user's own folder: OpenSSH's format, which ssh-keygen reads and changes.

A key is a file and beside it, ending in ``.pub``, its public part. There is one kind of key: it signs minutes as well as
checkpoints. A key without a passphrase signs checkpoints by itself; one with a passphrase does when it is unlocked.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from events.errors import N_, ReferatError
from events.ids import KeyId, PersonId
from events.plain_files import FileTooLong, NoPlainFile, read_plain
from events.proofs.ssh_keys import (
    LONGEST_KEY_FILE,
    PrivateKey,
    PublicKey,
    is_protected,
    new_private_key,
    read_private_key,
    read_public_key,
)
from events.system_faults import system_fault
from governance.settings import settings_path
from governance.state.fold import Fold

PUBLIC = ".pub"
SHORTEST_PASSPHRASE = 8
"""Characters that a passphrase has at the least."""


class KeyRefused(ReferatError):
    """A key file cannot be found, read or written, or a passphrase will not do."""

    exit_code = 5


class KeyUnclear(KeyRefused):
    """There are several keys, and nobody said which."""


class KeyFile(msgspec.Struct, frozen=True):
    """A key of the user's: the private file, its public part, and what the file says about it behind the key."""

    path: Path
    public: PublicKey
    comment: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def is_protected(self) -> bool:
        """Tell whether a passphrase protects the key. Raises KeyRefused where the file cannot be read."""
        return is_protected(_read(self.path))

    def unlocked(self, passphrase: str = "") -> PrivateKey:
        """Return the private key.

        Raises PassphraseWrong where it needs a passphrase or another one, ProofRefused for a file of another kind,
        KeyRefused where it cannot be read or is not the key that its public part says.
        """
        private = read_private_key(_read(self.path), passphrase)
        if private.public != self.public:
            raise KeyRefused(
                N_("{path} is not the key that {path}.pub says. Put the right file there."), path=self.path
            )
        return private


def keys_folder(environment: Mapping[str, str]) -> Path:
    """Return where the user's keys lie: REFERAT_KEYS, else a folder beside the user's settings."""
    named = environment.get("REFERAT_KEYS")
    return Path(named).expanduser() if named else settings_path(environment).with_name("keys")


def new_key(folder: Path, name: str, passphrase: str, comment: str) -> KeyFile:
    """Make a key and write it into the folder, for its owner only. An empty passphrase leaves it unprotected.

    Raises KeyRefused where there is a key of that name, the passphrase is too short, or it cannot be written.
    """
    if passphrase and len(passphrase) < SHORTEST_PASSPHRASE:
        raise KeyRefused(N_("A passphrase has {least} characters or more."), least=SHORTEST_PASSPHRASE)
    if name != Path(name).name or name.startswith(".") or name.endswith(PUBLIC) or not name.isprintable():
        raise KeyRefused(N_("'{name}' cannot name a key. Use letters, digits and hyphens."), name=name)
    path = folder / name
    private = new_private_key()
    said = " ".join(comment.split())
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, private.written(passphrase), 0o600)
        _write(path.with_name(name + PUBLIC), f"{private.public.line} {said}".rstrip().encode() + b"\n", 0o644)
    except FileExistsError:
        raise KeyRefused(N_("There is a key {path} already. Choose another name."), path=path) from None
    except OSError as problem:
        raise _unusable(path, problem) from None
    return KeyFile(path, private.public, said)


def held_keys(folder: Path) -> Iterator[KeyFile]:
    """Return the keys in the folder, by name; what is none is passed over."""
    try:
        found = sorted(path for path in folder.glob(f"*{PUBLIC}") if path.with_suffix("").is_file())
    except OSError as problem:
        raise _unusable(folder, problem) from None
    for path in found:
        try:
            yield key_file(path.with_suffix(""))
        except ReferatError:
            continue


def key_file(path: Path) -> KeyFile:
    """Return the key in a file, with its public part beside it. Raises KeyRefused or RefusedEvent where it is none."""
    public = path.with_name(path.name + PUBLIC)
    text = _read(public).decode("utf-8", "replace").strip()
    return KeyFile(path, read_public_key(text), text.partition(" ")[2].partition(" ")[2])


def public_key_in(path: Path) -> PublicKey:
    """Return the public key that a file holds: one ending in ``.pub``. Raises KeyRefused or RefusedEvent."""
    return read_public_key(_read(path).decode("utf-8", "replace"))


def key_meant(environment: Mapping[str, str], said: str | None) -> KeyFile:
    """Return the key that is meant: as said (a name or a path), else REFERAT_KEY, else the only one there is.

    Raises KeyRefused where there is none, or more than one.
    """
    folder = keys_folder(environment)
    named = said or environment.get("REFERAT_KEY")
    if named:
        beside = folder / named
        return key_file(beside if beside.name == named and beside.is_file() else Path(named).expanduser())
    found = list(held_keys(folder))
    if len(found) == 1:
        return found[0]
    if not found:
        raise KeyRefused(N_("You have no key to sign with. Make one: referat key new"))
    raise KeyUnclear(N_("Which key? You have: {names}."), names=", ".join(held.name for held in found))


def key_at_hand(environment: Mapping[str, str]) -> PrivateKey | None:
    """Return the key that signs checkpoints without anybody being asked: the one that is meant, where it is unprotected."""
    try:
        meant = key_meant(environment, None)
        return None if meant.is_protected() else meant.unlocked()
    except ReferatError:
        return None


def enrolled_key(fold: Fold, person: PersonId, environment: Mapping[str, str]) -> tuple[KeyId, KeyFile] | None:
    """Return the key of the user's that counts as this person's in a book, with its id there; None where there is none."""
    try:
        held = {key.public.line: key for key in held_keys(keys_folder(environment))}
    except ReferatError:
        return None
    for one, enrolled in fold.keys.items():
        if enrolled.person == person and enrolled.revoked_in is None and enrolled.public_key in held:
            return one, held[enrolled.public_key]
    return None


def _read(path: Path) -> bytes:
    try:
        return read_plain(path, LONGEST_KEY_FILE)
    except (NoPlainFile, FileTooLong):
        raise KeyRefused(N_("{path} is no key file."), path=path) from None
    except OSError as problem:
        raise _unusable(path, problem) from None


def _write(path: Path, data: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def _unusable(path: Path, problem: OSError) -> KeyRefused:
    return KeyRefused(N_("{path} cannot be used: {problem}."), path=path, problem=system_fault(problem))
