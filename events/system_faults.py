"""What the operating system, the network or SQLite complains of, in words that can be translated.

The words follow a colon or stand in brackets, in the midst of a sentence that names the file and what to do.
"""

import errno

from events.errors import N_, ReferatError
from events.plain_files import FileTooLong, NoPlainFile

_FAULTS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you have no right to it"),
    errno.EPERM: N_("the system does not permit it"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOSPC: N_("there is no room left on the disk"),
    errno.EDQUOT: N_("you have no more room on the disk"),
    errno.EFBIG: N_("the file grew longer than it may be"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("what stands before the last name is no folder"),
    errno.EEXIST: N_("there is something of that name already"),
    errno.ENOTEMPTY: N_("the folder is not empty"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead in a circle"),
    errno.EIO: N_("the disk fails"),
    errno.EBUSY: N_("another program uses it"),
    errno.ETXTBSY: N_("another program uses it"),
    errno.EMFILE: N_("too many files are open"),
    errno.ENFILE: N_("too many files are open"),
    errno.ENXIO: N_("nobody is at the other end"),
    errno.ENODEV: N_("the device is not there"),
    errno.ENOMEM: N_("the machine has no memory left"),
    errno.EINVAL: N_("the system does not take it like that"),
    errno.ETIMEDOUT: N_("there was no answer in time"),
    errno.ECONNREFUSED: N_("nothing answers there"),
    errno.ECONNRESET: N_("the connection was cut"),
    errno.EPIPE: N_("the connection was cut"),
    errno.ENETUNREACH: N_("there is no network to it"),
    errno.EHOSTUNREACH: N_("there is no way to it"),
}

_OF_SQLITE = {
    "BUSY": N_("another program keeps the file locked"),
    "LOCKED": N_("another program keeps the file locked"),
    "READONLY": N_("the file can only be read"),
    "IOERR": N_("the disk fails, or is full"),
    "FULL": N_("there is no room left on the disk"),
    "CANTOPEN": N_("the file cannot be opened"),
    "NOTADB": N_("the file is no database of SQLite"),
    "CORRUPT": N_("the file is no longer a whole database"),
    "INTERRUPT": N_("reading in it comes to no end"),
}
"""By the second part of the names of SQLite's result codes, as in ``SQLITE_IOERR_WRITE``."""


def system_fault(problem: Exception) -> ReferatError:
    """Return what went wrong as a piece of a sentence, to stand as a detail of another error.

    What has no words of ours is told as the system, or the reader of a format, told it.
    """
    words = _words(problem)
    if words is not None:
        return ReferatError(words)
    told = getattr(problem, "strerror", None) or str(problem) or type(problem).__name__
    return ReferatError("{told}", told=told)


def has_words(problem: Exception) -> bool:
    """Tell whether there are words of ours for a problem."""
    return _words(problem) is not None


def _words(problem: Exception) -> str | None:
    if isinstance(problem, NoPlainFile):
        return N_("it is no plain file")
    if isinstance(problem, FileTooLong):
        return N_("it is longer than it may be")
    if isinstance(problem, OSError):
        from socket import gaierror

        unknown = isinstance(problem, gaierror)
        return N_("no machine of that name is known") if unknown else _FAULTS.get(problem.errno or 0)
    code: str | None = getattr(problem, "sqlite_errorname", None)
    if code is not None:
        return _OF_SQLITE.get(code.split("_")[1])
    if isinstance(problem, UnicodeDecodeError):
        return N_("it is not text in UTF-8")
    return None
