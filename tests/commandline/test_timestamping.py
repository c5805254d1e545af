"""Outside time: asking a service over HTTP, keeping its answer, and what `verify` tells of it."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from events.moments import timestamp
from events.proofs.checkpoints import Checkpoint
from events.proofs.outside_time import OutsideTime
from governance.asking_time import ServiceFailed, ask_for_time
from governance.wording.outside_time import time_said
from tests.commandline.running import NORDHOLM, Referat, refused
from tests.time_service import TimeService, made_service, serving
from tests.tui.beginning import fill
from tests.tui.screens import opened, press, screen_text


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> TimeService:
    return made_service(tmp_path_factory.mktemp("service"))


@pytest.fixture
def address(service: TimeService, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving(service) as address:
        yield address


@pytest.fixture
def kept(referat: Referat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REFERAT_KEYS", str(tmp_path / "keys"))
    file = tmp_path / "kept.checkpoint"
    referat.done("checkpoint", NORDHOLM, "-o", file)
    return file


def stamp_of(file: Path) -> Path:
    return file.with_name(f"{file.name}.tsr")


class TestProvingATime:
    @pytest.mark.parametrize("way", ["good", "chain"])
    def test_asked_kept_and_told(
        self, referat: Referat, kept: Path, service: TimeService, address: str, way: str
    ) -> None:
        day = datetime.now(UTC).strftime("%d.%m.%Y")
        ran = referat.done("timestamp", kept, "--service", f"{address}/{way}")
        assert "kept.checkpoint.tsr" in ran.out
        assert "not been checked" in ran.messages
        assert service.accepts(kept.read_bytes(), stamp_of(kept))
        for command in (("timestamp", kept), ("verify", "--checkpoint", kept)):
            told = referat.done(*command, "--timestamp-ca", service.root).out
            assert f"kept.checkpoint: was there on {day} at " in told
            assert "UTC, as Tidstjenesten vouches (within 2 s)." in told
        told = referat.done("verify", "--checkpoint", kept).out
        assert f"kept.checkpoint: the time stamp beside it says {day} at " in told
        assert "UTC, by Tidstjenesten; not checked" in told
        assert "--timestamp-ca FILE checks it" in told
        (held, *_) = referat.done("verify", "--checkpoint", kept, "--json").json["checkpoints"]
        assert (held["stamp"], held["time"], held["stated"]["service"]) == ("unproved", None, "Tidstjenesten")
        ran = referat.done("verify", "--checkpoint", kept, "--timestamp-ca", service.root, "--json")
        assert ran.json["checkpoints"][0]["time"]["service"] == "Tidstjenesten"
        assert (ran.json["checkpoints"][0]["stamp"], ran.json["checkpoints"][0]["stated"]) == ("proved", None)

    def test_what_lies_beside_another_checkpoint_states_no_time(
        self, referat: Referat, kept: Path, address: str, tmp_path: Path
    ) -> None:
        referat.done("timestamp", kept, "--service", f"{address}/good")
        referat.done("record", NORDHOLM, "RemarkRecorded", "--data", '{"entry": 3, "text": "Se bilag."}')
        later = tmp_path / "later"
        referat.done("checkpoint", NORDHOLM, "-o", later)
        for stamp in (stamp_of(kept).read_bytes(), b"hest"):
            stamp_of(later).write_bytes(stamp)
            told = referat.done("verify", "--checkpoint", later).out
            assert "later: what lies beside it as a time stamp is none over this checkpoint." in told

    async def test_the_audit_screen_shows_it_too(self, referat: Referat, kept: Path, address: str) -> None:
        """Beside a file that is held against the book, and beside the checkpoints that lie with the record."""
        referat.done("timestamp", kept, "--service", f"{address}/good")
        beside = next(Path(f"{referat.record}.checkpoints").rglob("*.checkpoint"))
        stamp_of(beside).write_bytes(stamp_of(kept).read_bytes())
        day = datetime.now(UTC).strftime("%d.%m.%Y")
        async with opened(referat.record, width=160, height=40) as pilot:
            await press(pilot, "v")
            shown = " ".join(screen_text(pilot).split())
            assert f"{beside.name}: the time stamp beside it says {day} at " in shown
            assert "not checked, for that takes the service's certificate." in shown
            await press(pilot, "h")
            await fill(pilot, "filling-path", str(kept))
            await press(pilot, "enter")
            assert f"kept.checkpoint: the time stamp beside it says {day} at " in screen_text(pilot)

    def test_of_the_lines_whoever_signs_below_them(
        self, referat: Referat, kept: Path, service: TimeService, address: str, tmp_path: Path
    ) -> None:
        referat.done("timestamp", kept, "--service", f"{address}/good", "--timestamp-ca", service.root)
        cosigned, full = tmp_path / "cosigned", tmp_path / "auditor.txt"
        referat.done("key", "new", "vidne", "--unprotected")
        referat.done("witness", kept, "-o", cosigned)
        referat.done("checkpoint", NORDHOLM, "--with-entries", "-o", full)
        for file in (cosigned, full):
            stamp_of(file).write_bytes(stamp_of(kept).read_bytes())
            ran = referat.done("verify", "--checkpoint", file, "--timestamp-ca", service.root)
            assert "as Tidstjenesten vouches" in ran.out

    def test_one_that_is_not_there(self, referat: Referat, kept: Path, service: TimeService) -> None:
        ran = referat.done("verify", "--checkpoint", kept, "--timestamp-ca", service.root)
        assert "no time stamp lies beside it" in ran.out
        refused(referat, "timestamp", kept, "--timestamp-ca", service.root, code=5, says=("kept.checkpoint.tsr",))

    def test_a_certificate_that_ran_out_afterwards_is_told(self) -> None:
        now = datetime.now(UTC)
        time = OutsideTime(timestamp(now), None, "Tidstjenesten", timestamp(now + timedelta(days=1)))
        assert "ran out" not in time_said(time, "kept", now)
        assert "ran out" in time_said(time, "kept", now + timedelta(days=2))


class TestWhatProvesNone:
    def test_the_stamp_of_another_checkpoint(
        self, referat: Referat, kept: Path, service: TimeService, address: str, tmp_path: Path
    ) -> None:
        referat.done("timestamp", kept, "--service", f"{address}/good")
        referat.done("record", NORDHOLM, "RemarkRecorded", "--data", '{"entry": 3, "text": "Se bilag."}')
        later = tmp_path / "later"
        referat.done("checkpoint", NORDHOLM, "-o", later)
        stamp_of(later).write_bytes(stamp_of(kept).read_bytes())
        says = ("later.tsr: The time stamp and the checkpoint do not belong together", "The entries are as they were")
        refused(referat, "verify", "--checkpoint", later, "--timestamp-ca", service.root, code=5, says=says)
        refused(referat, "timestamp", later, "--timestamp-ca", service.root, code=5, says=("do not belong together",))

    @pytest.mark.parametrize(
        ("way", "root", "says"),
        [("good", "other.pem", "not signed by the service"), ("past", "root.pem", "certificate was good from")],
    )
    def test_a_service_that_cannot_be_trusted(
        self, referat: Referat, kept: Path, service: TimeService, address: str, way: str, root: str, says: str
    ) -> None:
        asked = ("timestamp", kept, "--service", f"{address}/{way}")
        refused(referat, *asked, "--timestamp-ca", service.folder / root, code=5, says=(says,))
        assert not stamp_of(kept).exists()
        referat.done(*asked)
        verifying = ("verify", "--checkpoint", kept, "--timestamp-ca", service.folder / root)
        refused(referat, *verifying, code=5, says=(says,))
        assert referat(*verifying, "--json").json["findings"][0]["damage"] == "time-stamp"

    @pytest.mark.parametrize(
        ("way", "says"),
        [
            ("nowhere", "HTTP status 404"),
            ("elsewhere", "HTTP status 302"),
            ("page", "no time stamp"),
            ("big", "longer than one may be"),
            ("picky", "refused (status 2)"),
        ],
    )
    def test_an_answer_that_is_none(self, referat: Referat, kept: Path, address: str, way: str, says: str) -> None:
        refused(referat, "timestamp", kept, "--service", f"{address}/{way}", code=5, says=(says,))
        assert not stamp_of(kept).exists()

    def test_an_answer_to_an_earlier_question(self, referat: Referat, kept: Path, address: str, tmp_path: Path) -> None:
        referat.done("timestamp", kept, "--service", f"{address}/earlier")
        stamp_of(kept).unlink()
        refused(referat, "timestamp", kept, "--service", f"{address}/earlier", code=5, says=("another question",))

    def test_a_service_that_never_comes_to_an_end(self, address: str) -> None:
        made = Checkpoint("referat/aaaaaaaaaaaaaaaa", 1, bytes(32))
        with pytest.raises(ServiceFailed, match="did not answer in time"):
            ask_for_time(made, f"{address}/drop", wait=0.3)

    @pytest.mark.parametrize(
        "named", ["file:///etc/passwd", "ftp://x/tsr", "tid.dk/tsr", "https://", "http://[x/", "http://a b/"]
    )
    def test_what_is_no_address(self, referat: Referat, kept: Path, named: str) -> None:
        refused(referat, "timestamp", kept, "--service", named, code=3, says=("no address of a time-stamping service",))

    def test_nobody_there(self, referat: Referat, kept: Path, service: TimeService) -> None:
        with serving(service) as gone:
            pass
        refused(referat, "timestamp", kept, "--service", f"{gone}/good", code=5, says=("cannot be reached",))

    def test_no_safe_connection(self, referat: Referat, kept: Path, address: str) -> None:
        named = address.replace("http:", "https:")
        refused(referat, "timestamp", kept, "--service", named, code=5, says=("no safe connection",))


class TestWrongUse:
    def test_the_older_stamp_is_not_overwritten(self, referat: Referat, kept: Path, address: str) -> None:
        referat.done("timestamp", kept, "--service", f"{address}/good")
        before = stamp_of(kept).read_bytes()
        refused(referat, "timestamp", kept, "--service", f"{address}/good", code=5, says=("there already",))
        assert stamp_of(kept).read_bytes() == before

    def test_without_what_it_takes(self, referat: Referat, kept: Path, service: TimeService) -> None:
        refused(referat, "timestamp", kept, code=3, says=("--service", "--timestamp-ca"))
        refused(referat, "verify", "--timestamp-ca", service.root, code=3, says=("--checkpoint",))
        refused(referat, "verify", "--checkpoint", kept, "--timestamp-ca", kept, code=3, says=("PEM or DER",))
        refused(referat, "timestamp", kept.parent / "nothing", "--service", "http://x", code=3, says=("nothing",))

    def test_without_the_extra(
        self, referat: Referat, kept: Path, service: TimeService, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stamp_of(kept).write_bytes(b"x")
        monkeypatch.setitem(sys.modules, "rfc3161_client", None)
        for command in (
            ("timestamp", kept, "--timestamp-ca", service.root),
            ("verify", "--checkpoint", kept, "--timestamp-ca", service.root),
        ):
            refused(referat, *command, code=2, says=("referat[timestamps]",))
        assert "a time stamp lies beside it" in referat.done("verify", "--checkpoint", kept).out
