"""The state and the book on their way out: JSON, its JSON Schema, and JSON Lines."""

from inspect import cleandoc
from typing import Any

import msgspec

from governance.state.model import Published, State

SCHEMA_ID = "https://referat.invalid/schema/state-1.json"


def state_json(state: Published) -> bytes:
    """Return the state, or a part of it, as indented JSON that ends in a line feed. The same state gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(state), indent=2) + b"\n"


def state_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the state, generated from its types."""
    schema = _plainly_described(msgspec.json.schema(State))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "State of a minute book (referat)",
        **schema,
    }


def schema_json() -> bytes:
    """Return the JSON Schema as indented JSON that ends in a line feed."""
    return msgspec.json.format(msgspec.json.encode(state_schema()), indent=2) + b"\n"


def _plainly_described(schema: Any) -> Any:
    """Return a schema whose descriptions have no indentation, as docstrings have or have not by the Python that runs."""
    if isinstance(schema, dict):
        return {
            key: cleandoc(held) if key == "description" and isinstance(held, str) else _plainly_described(held)
            for key, held in schema.items()
        }
    return [_plainly_described(held) for held in schema] if isinstance(schema, list) else schema
