"""What an error says to the user, in the language that is spoken."""

import pytest

from events.errors import RefusedEvent
from governance.language import said


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ("2025-05-05", "05.05.2025"),
        ("2027-02-30", "2027-02-30"),
        ("2025-05-05T15:30", "2025-05-05T15:30"),
        ("referat --from 2025-05-05", "referat --from 2025-05-05"),
        (RefusedEvent("inner {day}", day="2025-05-05"), "inner 05.05.2025"),
        (7, "7"),
    ],
)
def test_days_are_in_figures_as_danes_write_them(detail: object, told: str) -> None:
    assert said(RefusedEvent("{what}; write 2022-09-28", what=detail)) == f"{told}; write 2022-09-28"


def test_what_somebody_gave_is_repeated_as_it_was_given() -> None:
    assert said(RefusedEvent("'{value}' is no id", value="2025-05-05")) == "'2025-05-05' is no id"
