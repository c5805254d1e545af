"""The seed of a fault run, and how its figures reach whoever reads the results."""

import os
from typing import Protocol

SEED = int(os.environ.get("REFERAT_SEED", "20261122"))


class Tell(Protocol):
    """Takes what was done, its seed and its figures; they are printed when all runs are over."""

    def __call__(self, what: str, seed: int, **figures: object) -> None:
        """Take the figures of a run."""
