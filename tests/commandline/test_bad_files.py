"""Files that cannot be taken in are refused in words that say what, where and what to do, and nothing is written."""

import resource
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commandline.running import AGENDA, MARCH, Referat, refused

HEAD = "Referat af møde i Integrationsrådet i Nordholm Kommune\n\n{date}\n\nMødt: Amina Farah\n\n"
TEXT = MARCH.read_text(encoding="utf-8")


class TestFiles:
    @pytest.mark.parametrize(
        ("content", "da", "en"),
        [
            (
                b"K\xc3\xa6re Anna\n\nTak for sidst, vi ses til jul.\n",
                "hverken et referat eller en dagsorden",
                "neither minutes",
            ),
            (b"", "tom", "empty"),
            (b" \n\t\r\n\xef\xbb\xbf", "tom", "empty"),
            (bytes(range(256)) * 40, "UTF-8", "UTF-8"),
            (b"\x00" * 5000, "UTF-8", "UTF-8"),
            (b"%PDF-1.7\n%\xe2\xe3", "PDF", "PDF"),
            (b"PK\x03\x04\x14\x00\x06\x00", "Word", "Word"),
            (b"{\\rtf1\\ansi Referat}", "RTF", "RTF"),
            (TEXT.encode("utf-16-le"), "UTF-8", "UTF-8"),
            (TEXT.replace("ı", "i").encode("cp865"), "UTF-8", "UTF-8"),
        ],
        ids=["a letter", "empty", "blank", "binary", "zeros", "PDF", "Word", "RTF", "UTF-16 unmarked", "DOS"],
    )
    def test_no_minutes(self, either: Referat, tmp_path: Path, language: str, content: bytes, da: str, en: str) -> None:
        file = tmp_path / "fil æ.txt"
        file.write_bytes(content)
        refused(either, "import", file, code=3, says=(str(file), da if language == "da" else en))
        refused(either, "import", MARCH, file, "--book", "nordholm", code=3, says=(str(file),))

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
    def test_other_encodings_that_make_sense_are_read(self, empty: Referat, tmp_path: Path, encoding: str) -> None:
        text = TEXT.replace("Yıldız", "Yildiz")
        file = tmp_path / "referat.md"
        file.write_bytes(text.encode(encoding))
        ran = empty.done("import", file)
        assert ("Windows-1252" in ran.messages or "cp1252" in ran.messages) == (encoding == "cp1252")
        assert "Bjørn Kjær" in [person["name"] for person in empty.done("export").json["persons"]]

    def test_line_ends_make_no_difference(self, empty: Referat, tmp_path: Path) -> None:
        said = []
        for end in ("\n", "\r\n", "\r"):
            (tmp_path / "referat.md").write_bytes(TEXT.replace("\n", end).encode())
            said.append(empty.done("import", tmp_path / "referat.md", "--dry-run").out)
        assert said[0] == said[1] == said[2]

    def test_far_too_large(self, either: Referat, tmp_path: Path, language: str) -> None:
        sparse, full = tmp_path / "hul.txt", tmp_path / "fuld.txt"
        with sparse.open("wb") as file:
            file.truncate(100_000_000)
        full.write_bytes(TEXT.encode() * 6000)
        for large in (sparse, full):
            begun = time.monotonic()
            refused(either, "import", large, code=3, says=(str(large), "MB"))
            assert time.monotonic() - begun < 1

    def test_without_end_in_little_memory(self, empty: Referat) -> None:
        if not Path("/dev/zero").is_char_device():
            pytest.skip("needs the device /dev/zero")

        def in_little_memory() -> None:
            resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))

        ran = empty.apart("import", "/dev/zero", preexec_fn=in_little_memory)
        assert ran.returncode == 3
        assert b"too large" in ran.stderr

    def test_two_documents_in_one_file(self, either: Referat, tmp_path: Path, language: str) -> None:
        file = tmp_path / "to.md"
        other = TEXT.replace("Integrationsrådet", "Ældrerådet")
        file.write_text(TEXT + "\n\n" + other, encoding="utf-8")
        line = len(TEXT.splitlines()) + 3
        refused(either, "import", file, code=3, says=(str(file), "Ældrerådet"))
        ran = either("import", file)
        assert any(str(number) in ran.messages for number in range(line - 3, line + 4))

    @pytest.mark.parametrize("date", ["Tirsdag d. 31. februar 2025", "30.02.2025"])
    def test_a_day_that_does_not_exist(self, either: Referat, tmp_path: Path, language: str, date: str) -> None:
        file = tmp_path / "dag.txt"
        file.write_text(HEAD.format(date=date) + "1. Godkendelse af dagsorden\n\nGodkendt.\n", encoding="utf-8")
        refused(either, "import", file, code=3, says=(str(file), "februar" if "februar" in date else "30"))

    def test_a_day_that_does_not_exist_among_the_items(self, either: Referat, tmp_path: Path, language: str) -> None:
        file = tmp_path / "dag.md"
        file.write_text(TEXT.replace("d. 10. juni 2025", "d. 31. juni 2025"), encoding="utf-8")
        book = ("--book", "nordholm")
        refused(either, "import", file, *book, code=3, says=(str(file), "31. juni", "--keep-unclear"))
        assert either.done("import", file, *book, "--keep-unclear").out

    def test_an_unknown_member(self, either: Referat, tmp_path: Path, language: str) -> None:
        file = tmp_path / "navn.md"
        file.write_text(TEXT.replace("Amina blev valgt", "Zenobia blev valgt"), encoding="utf-8")
        book = ("--book", "nordholm")
        refused(either, "import", file, *book, code=3, says=(str(file), "Zenobia", "--keep-unclear"))
        assert either.done("import", file, *book, "--keep-unclear").out

    def test_a_folder_and_a_file_that_is_not_there(self, either: Referat, tmp_path: Path, language: str) -> None:
        refused(either, "import", tmp_path, code=3, says=(str(tmp_path), "*.txt"))
        refused(either, "import", tmp_path / "nej.txt", code=3, says=("nej.txt",))
        refused(either, "import", MARCH / "nej.txt", code=3, says=("nej.txt",))
        refused(either, "restore", tmp_path, code=5, says=(str(tmp_path),))
        refused(either, "restore", tmp_path / "nej.jsonl", code=5, says=("nej.jsonl",))

    def test_one_bad_file_among_good_ones(self, either: Referat, tmp_path: Path, language: str) -> None:
        (tmp_path / "tom.txt").touch()
        refused(either, "import", AGENDA, MARCH, tmp_path / "tom.txt", code=3, says=("tom.txt",))


class TestRestoring:
    @pytest.mark.parametrize(
        ("change", "where"),
        [
            (lambda lines: [*lines[:20], b"hest\n", *lines[20:]], "21"),
            (lambda lines: [*lines[:20], *lines[21:]], "21"),
            (lambda lines: [*lines[:20], lines[20].replace(b'"number":21', b'"number":99'), *lines[21:]], "21"),
            (lambda lines: [*lines[:30], lines[30][: len(lines[30]) // 2]], "31"),
            (lambda lines: [lines[0].replace(b"Nordholm Kommune", b"Sydholm Kommune"), *lines[1:]], "1"),
            (lambda lines: lines[1:], "1"),
            (lambda lines: [b"\xff\xfe" + b"".join(lines)], "1"),
            (lambda lines: [b'{"body":{},"words":{}}\n'], "1"),
            (lambda lines: [], "jsonl"),
        ],
        ids=["text", "gap", "number", "cut off", "word", "beginning", "bytes", "nothing in it", "empty"],
    )
    def test_lines_that_are_not_as_they_were_written(
        self,
        referat: Referat,
        empty: Referat,
        tmp_path: Path,
        language: str,
        change: Callable[[list[bytes]], list[bytes]],
        where: str,
    ) -> None:
        lines = referat.done("export", "--format", "jsonl").data.splitlines(keepends=True)
        file = tmp_path / "b.jsonl"
        file.write_bytes(b"".join(change(lines)))
        ran = refused(empty, "restore", file, code=5, says=(where,))
        assert ("Intet blev" if language == "da" else "Nothing was restored") in ran.messages
        assert not empty.record.exists()
