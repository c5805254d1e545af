"""Where two minutes differ."""

from hypothesis import given
from hypothesis import strategies as st

from tui.screens.two_minutes import side_by_side

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", ""]), min_size=1, max_size=12)


def test_a_line_that_was_changed_is_marked_in_both() -> None:
    then, now, differences = side_by_side(["one", "two", "three"], ["one", "zwei", "three"])
    assert [line.text for line in then] == ["one", "▌two", "three"]
    assert [line.text for line in now] == ["one", "▌zwei", "three"]
    assert differences == [(1, 1)]


def test_a_line_that_was_added_at_the_end_is_stood_at() -> None:
    assert side_by_side(["one"], ["one", "two"])[2] == [(0, 1)]


@given(LINES, LINES)
def test_texts_differ_somewhere_unless_they_are_the_same(before: list[str], after: list[str]) -> None:
    then, now, differences = side_by_side(before, after)
    assert bool(differences) == (before != after)
    assert all(0 <= here < len(before) and 0 <= there < len(after) for here, there in differences)
    assert [line for line in then if not line.look] == [line for line in now if not line.look]
    assert [line.text.removeprefix("▌") for line in then] == before
    assert [line.text.removeprefix("▌") for line in now] == after
