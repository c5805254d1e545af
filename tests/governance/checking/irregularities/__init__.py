"""Twenty irregularities, one of each kind, that can be planted in a regular book of an integration council."""

from collections.abc import Callable

from tests.governance.checking.irregularities import followup, meetings, people, votes
from tests.governance.checking.planting import Garden, Planted

IRREGULARITIES: tuple[Callable[[Garden], Planted], ...] = (
    meetings.quorum_lost,
    meetings.short_notice,
    meetings.minutes_not_approved,
    people.absent_held_to_be_inhabil,
    people.below_the_legal_minimum,
    people.stand_in_out_of_order,
    votes.vote_that_does_not_add_up,
    votes.carried_against_the_majority,
    meetings.decided_off_the_agenda,
    followup.never_came_back,
    followup.answer_overdue,
    followup.task_overdue,
    people.acted_early,
    meetings.too_few_meetings,
    meetings.wrong_weekday,
    meetings.late_item_irregularly_taken_up,
    meetings.nobody_leads,
    votes.inhabil_and_voted,
    votes.abstainer_dissents,
    meetings.approved_by_silence,
)
