"""The time that a time stamp proves for a checkpoint, in words."""

from datetime import datetime
from math import ceil

from events.proofs.outside_time import OutsideTime, has_run_out
from governance.language import _
from governance.wording.speaking import day


def time_said(time: OutsideTime, name: str, moment: datetime) -> str:
    """Return by when the checkpoint in a file was there and who vouches for it, as told at a moment (aware)."""
    told = _("{name}: was there on {day} at {clock} UTC, as {service} vouches").format(
        name=name, day=day(time.moment[:10]), clock=time.moment[11:19], service=time.service
    )
    if time.accuracy:
        told += " " + _("(within {seconds} s)").format(seconds=ceil(time.accuracy))
    if not has_run_out(time, moment):
        return f"{told}."
    ended = _("Its certificate ran out on {day}: the time holds as long as nobody could get hold of its key.")
    return f"{told}. {ended.format(day=day(time.good_until[:10]))}"
