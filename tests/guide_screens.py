"""Takes the screens that the README and the guides show, from the application itself. ``make docs`` runs it.

A block ``screen NAME`` of a page holds the screen of that name of the stories in ``tests/story.py`` (the secretary's) and
``tests/auditor_story.py``.
"""

import asyncio
import re
import tempfile
from pathlib import Path

from tests import auditor_story, story
from tests.conftest import ROOT

PAGES = ("README.md", "docs/secretary.md", "docs/auditor.md", "docs/revisor.md")
_BLOCK = re.compile(r"(?P<fence>^```screen (?P<name>[a-z-]+)\n)(?P<inside>.*?)(?=^```$)", re.M | re.S)


async def screens() -> dict[str, str]:
    """Return the screens of the stories by their names."""
    taken = {}
    for told in (story.told, auditor_story.told):
        with tempfile.TemporaryDirectory() as folder:
            taken |= {name: text async for name, text in told(Path(folder))}
    return taken


def shown(page: str) -> dict[str, str]:
    """Return the screens that a page shows by their names."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return {block.group("name"): block.group("inside") for block in _BLOCK.finditer(text)}


def main() -> None:
    """Put the screens of today's application into the pages."""
    taken = asyncio.run(screens())
    for page in PAGES:
        path = ROOT / page
        text = path.read_text(encoding="utf-8")
        path.write_text(
            _BLOCK.sub(lambda block: block.group("fence") + taken[block.group("name")], text), encoding="utf-8"
        )
        print(page)


if __name__ == "__main__":
    main()
