"""The time that a time stamp proves for a checkpoint, in words."""

from datetime import datetime
from math import ceil

from events.proofs.outside_time import OutsideTime, has_run_out
from governance.audited import CheckpointFound
from governance.language import _
from governance.wording.speaking import day


def stamp_said(one: CheckpointFound, moment: datetime) -> str | None:
    """Return what the time stamp beside a checkpoint comes to, as told at a moment (aware); None where there is none."""
    if one.time is not None:
        return time_said(one.time, one.name, moment)
    if one.stated is not None:
        told = _(
            "{name}: the time stamp beside it says {day} at {clock} UTC, by {service}; not checked, for that takes the "
            "service's certificate."
        )
        at = one.stated.moment
        return told.format(name=one.name, day=day(at[:10]), clock=at[11:19], service=one.stated.service)
    if one.stamp == "unread":
        return _(
            "{name}: a time stamp lies beside it; the extra that reads it is missing: pip install 'referat[timestamps]'"
        ).format(name=one.name)
    if one.stamp is not None:
        return _("{name}: what lies beside it as a time stamp is none over this checkpoint.").format(name=one.name)
    return None


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
