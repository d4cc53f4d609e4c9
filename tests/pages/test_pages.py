"""What users hand over: right files are read right, everything else is told in one line and the rest goes on."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import Page
from loaders.pages import PageError, PageNote, Source, find, read

ROOT = Path(__file__).parents[2]
TEXT = "وصل وزير الخارجية إلى دمشق في زيارة تستمر يومين.\n\nوقال الوزير إن بلاده تدعم الحوار بين جميع الأطراف.\n"


def _read(*paths: str | Path) -> tuple[list[Page], list[str]]:
    pages, told = [], []
    for item in read(paths):
        if isinstance(item, Page):
            pages.append(item)
        else:
            assert "\n" not in str(item)
            told.append(str(item))
    return pages, told


def _line(**fields: object) -> str:
    return json.dumps({"id": "a1", "title": "عنوان", "text": "نص الخبر هنا", **fields}, ensure_ascii=False) + "\n"


# Encodings.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    (page,), told = _read(tmp_path / "a.txt")
    assert (page.text, told) == (TEXT, [])
    assert page.stem == "a"
    assert page.id == page.path == str(tmp_path / "a.txt")
    assert not page.is_article


def test_utf16_big_endian(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert _read(tmp_path)[0][0].text == TEXT


def test_line_ends_and_presentation_forms(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر ﻻ يُقرأ\r\nآخر\rثالث".encode())
    assert _read(tmp_path)[0][0].text == "سطر لا يُقرأ\nآخر\nثالث"


@pytest.mark.parametrize(
    "data",
    [
        "Le ministre est arrivé à Damas, où il a été reçu par son homologue.".encode("cp1252"),
        "وصل الوزير إلى دمشق في زيارة من يومين".encode("iso8859_6"),
        TEXT.encode("utf-8")[:-8] + b"\xd8\xff" + TEXT.encode("utf-8")[-8:],
    ],
    ids=["french", "iso-8859-6", "broken utf-8"],
)
def test_other_encodings_are_told_not_guessed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    pages, told = _read(tmp_path / "a.txt")
    assert pages == []
    assert len(told) == 1
    assert "neither UTF-8" in told[0]


# Files that are no pages.


def test_bad_files_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").write_bytes(b"")
    (tmp_path / "2-blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "3-binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "4-zip.txt").write_bytes(b"PK\x03\x04" + os.urandom(3000))
    with (tmp_path / "5-large.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    (tmp_path / "6-nothing.html").write_bytes(b"<html><body></body></html>")
    (tmp_path / "7-good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "8-other.pdf").write_bytes(b"%PDF")
    pages, told = _read(tmp_path)
    assert [page.stem for page in pages] == ["7-good"]
    reasons = ["empty", "empty", "binary", "binary", "too large: 50 MB, the limit is 20 MB", "no article", "1 .pdf"]
    assert len(told) == len(reasons)
    for line, number, reason in zip(told, "123456", reasons, strict=False):
        assert f"{number}-" in line
        assert reason in line
    assert reasons[-1] in told[-1]


def test_missing_path_and_folder_without_pages(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    pages, told = _read(tmp_path / "gone.txt", tmp_path / "none", "\0")
    assert pages == []
    assert [line.split(": ", 1)[1][:24] for line in told][:2] == ["no such file or folder", "no page in this folder ("]
    assert len(told) == 3


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    pages, told = _read(tmp_path)
    assert len(pages) == 1
    assert "gone.txt: no such file" in told[0]
    assert "pipe.txt: not a regular file" in told[1]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="no /proc")
def test_a_file_that_cannot_be_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").symlink_to("/proc/self/mem")  # opens, and fails at the first read
    pages, told = _read(tmp_path)
    assert pages == []
    assert "a.jsonl: input/output error" in told[0].lower()


def test_forbidden_file_and_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.txt").write_text(TEXT, encoding="utf-8")
    os.chmod(tmp_path / "b.txt", 0)
    os.chmod(tmp_path / "c", 0)
    # the superuser may read everything: read as somebody else then
    code = f"""
import sys
sys.path[:0] = {[str(ROOT), *sys.path]!r}
import loaders.pages
from pathlib import Path
import os
if os.getuid() == 0:
    os.chdir("/")
    for folder in {[str(p) for p in (*reversed(tmp_path.parents), tmp_path) if "pytest-" in str(p)]!r}:
        os.chmod(folder, 0o755)
    os.setuid(65534)
for item in loaders.pages.read([{str(tmp_path)!r}]):
    print(item if isinstance(item, Exception) else "read " + item.stem)
"""
    try:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    finally:
        os.chmod(tmp_path / "c", 0o755)
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "read a"
    assert lines[1] == f"{tmp_path}/b.txt: no permission to read it"
    assert lines[2] == f"{tmp_path}/c: no permission to read it"


# Order and repeats.


def test_folders_are_walked_in_a_total_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", "b/x/0.txt", ".hidden/9.txt", "b/.9.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found = [source.path.relative_to(tmp_path).as_posix() for source in find([tmp_path]) if isinstance(source, Source)]
    assert found == ["a.txt", "c.txt", "b/1.txt", "b/2.txt", "b/x/0.txt"]


def test_a_path_given_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    items = list(read(["a.txt", tmp_path, "../" + tmp_path.name + "/a.txt"]))
    assert [type(item) for item in items] == [Page, PageNote, PageNote]


def test_a_file_of_another_kind_is_tried_as_text_when_named(tmp_path: Path) -> None:
    (tmp_path / "saved.page").write_text(TEXT, encoding="utf-8")
    (page,), told = _read(tmp_path / "saved.page")
    assert (page.stem, told) == ("saved", [])


# Lines.


def test_lines(tmp_path: Path) -> None:
    fields = {"date": "2018-02-03", "url": "https://example.org/1", "outlet": "الموقع"}
    (tmp_path / "a.jsonl").write_text(_line(**fields) + "\n" + _line(id=7), encoding="utf-8")
    (first, second), told = _read(tmp_path)
    assert told == []
    assert (first.id, first.stem, first.publisher, first.published_on) == ("الموقع:a1", "a1", "الموقع", "2018-02-03")
    assert (first.title, first.text, first.url, first.is_article) == ("عنوان", "نص الخبر هنا", fields["url"], True)
    assert (second.id, second.publisher, second.published_on) == ("7", None, None)
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "broken JSON"),
        ('["a"]', "not a JSON object"),
        ("[" * 100_000, "broken JSON"),
        (_line(text=None), "text of a1 is null"),
        (_line(text=12), "text of a1 is int, not text"),
        (_line(text=["x"]), "text of a1 is list, not text"),
        ('{"id": "a1", "title": "t"}', "text of a1 is missing"),
        (_line(text=" ", title=""), "text of a1 is empty"),
        (_line(id=None), "no id"),
        (_line(id=True), "no id"),
        (_line(title=5), "title of a1 is int"),
        (_line(outlet={}), "outlet of a1 is dict"),
    ],
)
def test_a_bad_line_is_told_by_file_and_number(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(_line(id="first") + line.rstrip("\n") + "\n" + _line(id="last", text="خبر ثان"), encoding="utf-8")
    pages, told = _read(path)
    assert [page.stem for page in pages] == ["first", "last"]
    assert len(told) == 1
    assert told[0].startswith(f"{path}:2: {reason}")


@pytest.mark.parametrize("date", ["٢٠١٨/٢/٣", "2018/2/3", "2018-02-03T10:00:00Z", "3/2/2018", "03.02.2018"])
def test_dates_are_understood(tmp_path: Path, date: str) -> None:
    (tmp_path / "a.jsonl").write_text(_line(date=date), encoding="utf-8")
    (page,), told = _read(tmp_path)
    assert (page.published_on, told) == ("2018-02-03", [])


@pytest.mark.parametrize("date", ["0000-00-00", "2018-02-31", "أمس", 20180203, "1018-02-03"])
def test_a_date_that_is_none_is_told_and_the_article_kept(tmp_path: Path, date: object) -> None:
    (tmp_path / "a.jsonl").write_text(_line(date=date), encoding="utf-8")
    page, note = list(read([tmp_path]))
    assert isinstance(page, Page) or isinstance(note, Page)
    kept = page if isinstance(page, Page) else note
    told = note if isinstance(page, Page) else page
    assert isinstance(kept, Page)
    assert kept.published_on is None
    assert isinstance(told, PageNote)
    assert "is not one: read without a date" in str(told)


def test_two_lines_of_one_id(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text(_line(outlet="س") + _line(outlet="ص") + _line(outlet="س"), encoding="utf-8")
    second.write_text(_line(outlet="س", text="نص آخر"), encoding="utf-8")
    items = list(read([first, second]))
    assert [type(item) for item in items] == [Page, Page, PageNote, PageError]
    assert f"{first}:3: the same id and text as {first}:1" in str(items[2])
    assert str(items[3]).startswith(f"{second}:1: the id of {first}:1, with another text")


def test_gzip_of_several_members(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(_line(id="1").encode()) + gzip.compress(_line(id="2").encode()) + b"\0" * 100)
    pages, told = _read(path)
    assert ([page.stem for page in pages], told) == (["1", "2"], [])


@pytest.mark.parametrize("cut", [0.3, 0.7, 0.999])
def test_a_cut_gzip_keeps_what_was_read(tmp_path: Path, cut: float) -> None:
    lines = [_line(id=f"n{i}", text=os.urandom(300).hex()) for i in range(400)]
    data = gzip.compress("".join(lines).encode())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data[: int(len(data) * cut)])
    pages, told = _read(path)
    assert len(pages) >= int(400 * cut) - 5
    assert [page.stem for page in pages] == [f"n{i}" for i in range(len(pages))]
    assert told == [f"{path}: damaged .gz after line {len(pages)} (cut short): what was read stays"]


def test_a_damaged_gzip_and_one_that_is_none(tmp_path: Path) -> None:
    data = bytearray(gzip.compress("".join(_line(id=str(i), text=os.urandom(99).hex()) for i in range(2000)).encode()))
    data[len(data) // 2 : len(data) // 2 + 50] = b"\xff" * 50
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    (tmp_path / "b.jsonl.gz").write_text(_line(), encoding="utf-8")
    pages, told = _read(tmp_path)
    assert len(pages) > 0
    assert any("a.jsonl.gz: damaged .gz after line" in line for line in told)
    assert "b.jsonl.gz: damaged .gz after line 0" in told[-1]


def test_empty_files_of_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    (tmp_path / "b.jsonl.gz").write_bytes(b"")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b""))
    assert [line.split(": ")[1] for line in _read(tmp_path)[1]] == ["empty file"] * 3


def test_a_line_that_is_too_long_is_skipped_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(_line(id="1") + _line(id="2", text="ا" * 2_000_000) + _line(id="3", text="خبر"), encoding="utf-8")
    items = list(read([path], limit_mb=1))
    assert [getattr(item, "stem", str(item)) for item in items] == ["1", f"{path}:2: line longer than 1 MB", "3"]


def test_memory_does_not_grow_with_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        for number in range(30_000):
            file.write(_line(id=f"n{number}", text=f"{number} " + "نص الخبر " * 200))
    code = f"""
import sys, resource
sys.path[:0] = {[str(ROOT), *sys.path]!r}
from loaders.pages import read
usage = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
for number, page in enumerate(read([{str(path)!r}])):
    if number == 1000:
        early = usage()
print(number + 1, usage() - early)
"""
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True).stdout
    count, grown = out.split()
    assert int(count) == 30_000
    assert float(grown) < 25  # MB, for 95 MB of text: the ids' table, and no text


# HTML.

HTML = """<html><head><meta charset="{charset}"><title>الوزير يزور دمشق | موقع</title>
<meta property="og:site_name" content="موقع الخبر"><meta property="og:title" content="الوزير يزور دمشق">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body>
<nav><a href="/">الرئيسية</a><a href="/2">اقتصاد</a></nav><article><h1>الوزير يزور دمشق</h1>
<p>وصل وزير الخارجية اليوم إلى دمشق في زيارة تستمر يومين يلتقي خلالها عددا من المسؤولين لبحث العلاقات الثنائية.</p>
<p>وقال الوزير للصحفيين إن بلاده تدعم الحوار وإن اللقاءات ستتناول ملفات كثيرة من بينها عودة اللاجئين.</p></article>
<div><h3>مقالات ذات صلة</h3><ul><li><a href="/a">موسكو تعلن موعد الجولة المقبلة من المحادثات</a></li></ul></div>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_html(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.html").write_bytes(HTML.format(charset=encoding).encode(encoding))
    (page,), told = _read(tmp_path)
    assert told == []
    assert (page.title, page.publisher, page.published_on) == ("الوزير يزور دمشق", "موقع الخبر", "2021-03-04")
    assert page.text.startswith("الوزير يزور دمشق\n\nوصل وزير الخارجية")
    assert page.text.endswith("مقالات ذات صلة\n\nموسكو تعلن موعد الجولة المقبلة من المحادثات")
    assert "محفوظة" not in page.text
    assert "اقتصاد" not in page.text


@pytest.mark.parametrize("data", [b"<", b"<html>", b"<?xml version='1.0'?><a/>", b"\xff" * 500, b"<p>" * 50_000])
def test_html_that_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.htm").write_bytes(data)
    pages, told = _read(tmp_path)
    assert pages == []
    assert "no article text found" in told[0]
