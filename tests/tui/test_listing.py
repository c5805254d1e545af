"""Which entry stands on which line."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.listing import Listing


@given(head=st.integers(1, 300), newest_first=st.booleans(), data=st.data())
def test_lines_and_entries_answer_each_other(head: int, newest_first: bool, data: st.DataObject) -> None:
    numbers = data.draw(st.none() | st.sets(st.integers(1, head)).map(sorted))
    found = None if numbers is None else array("q", numbers)
    listing = Listing(head, newest_first=newest_first, found=found)
    listed = [listing.number(index) for index in range(listing.count)]
    assert sorted(listed) == (list(range(1, head + 1)) if numbers is None else numbers)
    assert listed == sorted(listed, reverse=newest_first)
    assert [listing.index(number) for number in listed] == list(range(listing.count))
    assert [number for number in range(head + 2) if listing.lists(number)] == sorted(listed)
    assert listing.numbers(0, head + 5) == listed
    assert listing.numbers(listing.count, 3) == []


@pytest.mark.parametrize(("number", "nearest"), [(1, 10), (10, 10), (11, 20), (20, 20), (25, 20)])
def test_an_entry_that_is_not_listed_leads_to_the_next_that_is(number: int, nearest: int) -> None:
    for newest_first in (False, True):
        listing = Listing(30, newest_first=newest_first, found=array("q", [10, 20]))
        assert listing.number(listing.index(number)) == nearest
