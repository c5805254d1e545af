"""A real pseudo-terminal with a process of its own in it, for the tests that must not be spared anything."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal, which this system does not have")
import fcntl  # noqa: E402 - these two exist where pty does
import struct  # noqa: E402
import termios  # noqa: E402

REFERAT = Path(sys.executable).parent / "referat"
PATIENCE = 30.0
CONTROL = re.compile(r"\x1b\[[0-9;?<>=$]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\|\x1b.")


F1, F2, F3, F4, F6, F7, F9 = "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[17~", "\x1b[18~", "\x1b[20~"
SAVE, QUIT, ESCAPE, ENTER = "\x13", "\x11", "\x1b", "\r"


def _take_terminal() -> None:
    """Make the terminal the one that controls the process, so that closing it is heard."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A process in a terminal of 80x24; everything that it writes is kept."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.screen, held = pty.openpty()
        fcntl.ioctl(held, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(held)
        self._held = held
        self.written = ""
        self._gone = False
        self.process = subprocess.Popen(
            command,
            stdin=held,
            stdout=held,
            stderr=held,
            env=environment,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )

    def wait_for(self, text: str) -> None:
        """Wait until the process has written a text."""
        until = time.monotonic() + PATIENCE
        while text not in self.words and time.monotonic() < until:
            self.read(0.1)
        assert text in self.words, self.words[-2000:]

    @property
    def words(self) -> str:
        """What was written, without control sequences."""
        return CONTROL.sub("", self.written)

    def type(self, keys: str) -> None:
        """Type keys."""
        os.write(self.screen, keys.encode())

    def forget(self) -> None:
        """Look only at what is written from here on."""
        self.read(0.05)
        self.written = ""

    def kill(self) -> None:
        """Kill the process as kill -9 does: it gets no chance to do anything more."""
        self.process.kill()
        self.process.wait()

    def hang_up(self) -> int:
        """Close the terminal, as a lost connection does, and return the exit code of the process."""
        os.close(self._held)
        os.close(self.screen)
        self._gone = True
        return self.process.wait(PATIENCE)

    def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        fcntl.ioctl(self._held, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def ended(self) -> int:
        """Wait for the end and return the exit code."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self.read(0.05)
        self.read(0.05)
        assert self.process.poll() is not None, "still running"
        return self.process.returncode

    def assert_restored(self) -> None:
        """Check that the terminal is as it was: its settings, the normal screen, the cursor in sight."""
        assert termios.tcgetattr(self._held) == self.before
        assert self.written.count("\x1b[?1049h") == self.written.count("\x1b[?1049l")
        assert self.written.rfind("\x1b[?25h") >= self.written.rfind("\x1b[?25l")
        assert "Traceback" not in self.written

    def close(self) -> None:
        """End the process and let go."""
        if self.process.poll() is None:
            self.kill()
        if not self._gone:
            os.close(self.screen)
            os.close(self._held)

    def read(self, seconds: float) -> None:
        """Take in what is written, waiting so long for the first of it."""
        while select.select([self.screen], [], [], seconds)[0]:
            self.written += os.read(self.screen, 65536).decode("utf-8", "replace")
            seconds = 0
