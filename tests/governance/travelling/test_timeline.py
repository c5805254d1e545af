"""The whole book on one line."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from governance.travelling.timeline import LEVELS, Timeline

DAYS = st.dictionaries(
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(date.isoformat), st.integers(1, 9999), min_size=1, max_size=40
)
WIDTHS = st.integers(2, 200)


@given(DAYS, WIDTHS)
def test_every_day_with_entries_stands_out_and_no_other(counts: dict[str, int], width: int) -> None:
    line = Timeline(sorted(counts.items()))
    heights = line.heights(width)
    assert {column for column, height in enumerate(heights) if height} == line.columns(counts, width)
    assert len(heights) == width
    assert max(heights) == LEVELS


@given(DAYS, WIDTHS, st.data())
def test_the_day_of_a_column_lies_in_it_and_is_its_last(
    counts: dict[str, int], width: int, data: st.DataObject
) -> None:
    line = Timeline(sorted(counts.items()))
    column = line.column(data.draw(st.sampled_from(sorted(counts))), width)
    day = line.day_in(column, width)
    assert line.column(day, width) == column
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    assert day == line.last or line.column(after, width) > column


def test_what_stands_at_no_day_stands_before_the_first() -> None:
    line = Timeline([("", 3), ("2022-01-01", 1), ("2022-12-31", 1)])
    assert (line.first, line.last) == ("2022-01-01", "2022-12-31")
    assert line.column("", 10) == 0
    assert Timeline([("", 3)]).heights(5) == [LEVELS, 0, 0, 0, 0]
    assert Timeline().heights(3) == [0, 0, 0]
