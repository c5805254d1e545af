"""docs/events.md says what the types say."""

import re

from events.catalogue import EVENT_TYPES
from tests import events_doc


def test_the_page_is_up_to_date():
    held = events_doc.PATH.read_text(encoding="utf-8")
    assert held == events_doc.text(), "docs/events.md is out of date. Make it anew with: make docs"


def test_every_event_has_its_heading_and_every_field_its_row():
    sections = events_doc.PATH.read_text(encoding="utf-8").split("\n### ")[1:]
    told = {section.split("\n", 1)[0]: section for section in sections}
    missing = [
        f"{name}.{field}"
        for name, event_type in EVENT_TYPES.items()
        for field in event_type.__struct_fields__
        if f"| `{field}` |" not in told[name]
    ]
    assert not missing


def test_every_part_that_is_spoken_of_has_its_section_and_no_default_is_in_python():
    page = events_doc.PATH.read_text(encoding="utf-8")
    headings = {heading.lower() for heading in re.findall(r"^### (\w+)$", page, re.MULTILINE)}
    assert set(re.findall(r"\]\(#(\w+)\)", page)) <= headings
    assert "deadline" in headings
    assert not re.findall(r"else `\w+\(", page)
