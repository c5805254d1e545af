"""The state and the book on their way out: JSON, its JSON Schema, and JSON Lines."""

from typing import Any

import msgspec

from governance.state.model import Published, State

SCHEMA_ID = "https://referat.invalid/schema/state-1.json"


def state_json(state: Published) -> bytes:
    """Return the state, or a part of it, as indented JSON that ends in a line feed. The same state gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n"


def state_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the state, generated from its types."""
    schema = msgspec.json.schema(State)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "State of a minute book (referat)",
        **schema,
    }


def schema_json() -> bytes:
    """Return the JSON Schema as indented JSON that ends in a line feed."""
    return msgspec.json.format(msgspec.json.encode(state_schema()), indent=2) + b"\n"
