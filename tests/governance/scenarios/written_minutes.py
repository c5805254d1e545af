"""Minutes as text, to be taken over."""


def minutes(day: str, item: str, *, council: str = "Integrationsrådet") -> str:
    """Return the minutes of a meeting with one item, its title and below it what was said, and any other business."""
    return (
        f"Referat\naf møde i {council} i Nordholm Kommune\n\n{day}\n\n"
        f"Indbudte:\tMedlemmer:\nMødt\tAmina Farah\nMødt\tBjørn Kjær\n\n1. {item}\n\n2. Evt.\n\nIntet.\n"
    )
