"""Takes the picture of the terminal that the README shows, from the application itself. Run it with `make docs`."""

import asyncio
import contextlib
import io
import os
import re
import tempfile
from pathlib import Path

from governance.commandline import main as run_command
from governance.language import speak
from tests.conftest import ROOT

README = ROOT / "README.md"
SIZE = (80, 24)
KEYS = ("3",)
"""What is pressed before the picture is taken: the view of the meetings."""
SAMPLES = ("2025-03-11-referat.md", "2025-06-10-referat.md", "2025-09-09-dagsorden.md")
_PICTURE = re.compile(r"(?<=^```screen\n).*?(?=^```$)", re.M | re.S)
_MOMENT = re.compile(r"\d\d\.\d\d\.\d{4} \d\d:\d\d")


def sample_record(folder: Path) -> Path:
    """Return a record in the folder that holds the sample minutes."""
    record = folder / "protokol.referat"
    samples = [str(ROOT / "governance" / "samples" / name) for name in SAMPLES]
    silent = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stderr(silent), contextlib.redirect_stdout(silent):
        code = run_command(["--record", str(record), "--by", "Hanne Bro", "import", *samples, "--yes"])
    assert code == 0
    return record


async def picture(record: Path) -> str:
    """Return what the application shows of a record after the keys, as lines of text."""
    from tui.app import ReferatApp

    app = ReferatApp(record)
    async with app.run_test(size=SIZE) as pilot:
        await _settled(pilot)
        for key in KEYS:
            await pilot.press(key)
            await _settled(pilot)
        strips = app.screen._compositor.render_strips()
        return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


async def _settled(pilot: object) -> None:
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def shown() -> str:
    """Return the picture that the README holds."""
    found = _PICTURE.search(README.read_text(encoding="utf-8"))
    assert found is not None, "README.md has no block of ``screen``"
    return found.group()


def without_moments(text: str) -> str:
    """Return a picture without the moments of recording in it, which differ each time."""
    return _MOMENT.sub("dd.mm.yyyy hh:mm", text)


def main() -> None:
    """Put the picture of today's application into the README."""
    os.environ["REFERAT_LANG"] = os.environ["LANGUAGE"] = "da"
    speak("da")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["REFERAT_SETTINGS"] = str(Path(folder) / "settings.json")
        taken = asyncio.run(picture(sample_record(Path(folder))))
    text = README.read_text(encoding="utf-8")
    if without_moments(shown()) != without_moments(taken):
        README.write_text(_PICTURE.sub(lambda _: taken, text, count=1), encoding="utf-8")
    print("README.md")


if __name__ == "__main__":
    main()
