"""Random fields for acts: the council, its rules, its members, stand-ins and officers, and bodies outside it."""

from collections.abc import Callable
from typing import Any

from governance.state.fold import Fold

FIELDS: dict[str, Callable[[Any, Fold], dict[str, Any]]] = {}
"""For every event of these topics, how its fields are drawn: from the acts so far and the state."""
