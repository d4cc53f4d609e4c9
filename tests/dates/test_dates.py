"""Every row of the tables beside this file: a sentence, the day it was published, the dates that it tells."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from loaders.dates import days_of, find, is_day_line, tells_day


def _rows() -> list[tuple[str, str, str, str]]:
    rows = []
    for path in sorted(Path(__file__).parent.glob("*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                anchor, sentence, expected = line.split("\t")
                rows.append((f"{path.stem}:{number}", anchor, sentence, expected))
    return rows


ROWS = _rows()


def test_there_are_enough_rows() -> None:
    assert len(ROWS) >= 150


@pytest.mark.parametrize(("where", "anchor", "sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_sentence(where: str, anchor: str, sentence: str, expected: str) -> None:
    day = None if anchor == "-" else date.fromisoformat(anchor)
    spans = find(sentence, day)
    got = " ; ".join(f"{s.iso}{'?' if s.future else ''} = {sentence[s.start : s.end]}" for s in spans)
    assert (got or "-") == expected


def test_a_weekday_ahead_is_offered_beside_the_one_behind() -> None:
    (span,) = find("من المقرر أن يلتقيا الخميس في جنيف", date(2018, 4, 10))
    assert (span.iso, span.alt, span.kind) == ("2018-04-05", "2018-04-12", "weekday")
    (span,) = find("على أن تفرض المزيد في نوفمبر", date(2018, 6, 27))
    assert (span.iso, span.alt, span.kind) == ("2017-11", "2018-11", "yearless")


def test_kinds() -> None:
    day = date(2018, 6, 27)
    kinds = {
        "وصل اليوم": "today",
        "وصل أمس": "relative",
        "يقيم هناك منذ عام 2011": "since",
        "زاره قبل أيام": "vague",
        "زاره في 2011": "absolute",
        "زاره في 5 محرم 1440هـ": "hijri",
    }
    assert {text: [span.kind for span in find(text, day)] for text in kinds} == {t: [k] for t, k in kinds.items()}


def test_publishing_day_is_reckoned_from_weekday_and_day() -> None:
    text = "قال المتحدث أمس، الأحد 17 من آذار، إن الاجتماع تأجل."
    assert tells_day(text)
    assert days_of(text, date(2016, 1, 1), date(2022, 12, 31)) == [date(2019, 3, 18)]
    assert [day.year for day in days_of(text)] == [2013, 2019, 2024, 2030]
    assert not tells_day("قال المتحدث أمس الأحد إن الاجتماع تأجل.")
    assert days_of("قال المتحدث إن الاجتماع تأجل.") == []


def test_publishing_day_is_reckoned_from_a_dateline_without_a_year_and_the_weekday_of_its_lead() -> None:
    year = (date(2019, 1, 1), date(2023, 12, 31))
    for head in (
        "نواكشوط 9 مارس آذار (وكالة) - قال الوزير يوم الأربعاء إن الحدود أغلقت.",
        "عنوان للخبر\n\nالدوحة في 9 آذار/مارس /وكالة/ - استقبل الأمير الأربعاء وفدا.",
        "بغداد / 9 آذار / مارس / وكالة – غادر الوفد اليوم الأربعاء.",
    ):
        assert tells_day(head)
        assert days_of(head, *year) == [date(2022, 3, 9)]
    for other in (
        "نواكشوط 9 مارس 2022 (وكالة) - قال الوزير يوم الأربعاء إن الحدود أغلقت.",
        "وقال الوزير إن اجتماع 9 مارس آذار (الماضي) أجل، وغادر يوم الأربعاء.",
        "نواكشوط 9 مارس آذار (وكالة) - قال الوزير يوم الأربعاء الماضي إن الحدود أغلقت.",
    ):
        assert days_of(other, *year) == []


def test_publishing_day_is_reckoned_from_a_line_without_a_year() -> None:
    year = (date(2019, 1, 1), date(2023, 12, 31))
    lead = "زار الوزير أول أمس الاثنين المدينة."  # two days back, not one
    for line in ("الأربعاء 9 آذار", "9 مارس", "سامي فرح - 9 مارس", "الأربعاء، 9 آذار/مارس - 14:30"):
        assert is_day_line(line)
        assert days_of(f"عنوان للخبر\n\n{line}\n\n{lead}", *year) == [date(2022, 3, 9)]
        assert not tells_day(f"عنوان للخبر\n\n{line}\n\n{lead}", lines=False)
    for other in ("9 مارس 2022", "في 9 مارس زار الوزير المدينة", "مارس", "الأربعاء"):
        assert not is_day_line(other)


def test_a_line_that_is_put_up_a_day_later_would_be_of_another_year() -> None:
    text = "عنوان للخبر\n\n9 مارس\n\nزار الوزير أمس الثلاثاء المدينة."
    assert days_of(text, date(2016, 1, 1), date(2023, 12, 31)) == [date(2016, 3, 9), date(2022, 3, 9)]
    assert days_of(text, date(2016, 1, 1), date(2023, 12, 31), later=1) == [date(2017, 3, 8), date(2023, 3, 8)]
    assert days_of("عنوان للخبر\n\nزار الوزير أمس الثلاثاء المدينة.", later=1) == []


def test_last_week_lies_after_the_day_told_of_this_month() -> None:
    text = "وصل اليوم الخميس للتعزية بضحايا حادث 19 مايو (أيار) الحالي، وغاب عن الجنازة الأسبوع الماضي."
    assert days_of(text, date(2024, 1, 1), date(2024, 12, 31)) == [date(2024, 5, 30)]


def test_spans_are_in_order_and_apart() -> None:
    text = "في 3 مايو 2018 وأمس الأول ثم في 2018-05-09 و12/5/2018 وقبل يومين، والأسبوع الماضي."
    spans = find(text, date(2018, 5, 20))
    assert [s.start for s in spans] == sorted(s.start for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len(spans) == 6
