"""Saved pages to their stories: the five seeds as a whole, and each way of a page by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.model import Article, Page
from loaders import furniture, reckon, seams
from loaders.datelines import dateline
from loaders.pages import read
from loaders.segments import split

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
TITLE = "وزير الخارجية يزور العاصمة غدا"
BODY = (
    "وصل وزير خارجية البلد الأول إلى عاصمة البلد الثاني في زيارة رسمية تستمر يومين يلتقي خلالها عددا من المسؤولين.\n\n"
    "وقال الوزير إن بلاده تدعم الحوار بين جميع الأطراف وترفض التدخل الخارجي في شؤون الدول."
)
MORE = (
    "أعلنت وزارة الدفاع أن المناورات المشتركة تنطلق قريبا بمشاركة قوات من عدة دول في المنطقة.\n\n"
    "ونفى المتحدث باسمها وجود أي خلاف حول موعد هذه المناورات أو عدد المشاركين فيها."
)


def _page(text: str, **fields: object) -> Page:
    return Page.model_validate({"id": "p", "stem": "p", "path": "p.txt", "sha256": "0" * 64, "text": text, **fields})


def _seed(number: str) -> list[Article]:
    (page,) = read([next((ROOT / "seeds").glob(f"{number}_*"))])
    assert isinstance(page, Page)
    return split(page)


def _kinds(articles: list[Article]) -> list[str]:
    return [article.segment for article in articles]


# The seeds.


def test_seed_000_headlines_run_together_are_stories_of_their_own() -> None:
    main, *teasers = _seed("000")
    assert main.title == "معاذ الخطيب يوجه رسالة قوية للإيرانيين مطالبًا بخروجهم من سوريا"
    assert main.text.endswith("لإنهاء الوجود الإيراني في سوريا.")
    assert "Back to top" not in main.text
    assert _kinds(teasers) == ["teaser"] * 15
    assert [teaser.text for teaser in teasers][:4] == [
        "هل يتحقق حلم توحيد الجيش الحر الذي نادى به جميل الصالح في 2015؟",
        "عقوبات أمريكية تطال ضابطاً رفيعاً في جيش نظام الأسد وعائلته",
        "الدفاع التركية: أنقرة تواصل مساعيها لتوطيد العلاقات مع دمشق",
        "لماذا تُعتبر المزة هدفاً متكرراً للقصف الإسرائيلي؟",
    ]
    assert teasers[-2].text.startswith("مصادر خاصة لـ”ثقة”.. 5 حالات انشقاق")


def test_seed_001_furniture_is_dropped() -> None:
    (main,) = _seed("001")
    assert main.published_on == "2019-03-18"  # Sunday 17 March, while those named held their offices
    assert main.text.split("\n\n")[1] == "رئيس هيئة الأركان العامة الإيرانية، اللواء محمد باقري (تسنيم)"
    for furniture_text in ("camera icon", "tag icon", "ع ع", "مقالات متعلقة", "×", "ادعم", "اضغط هنا"):
        assert furniture_text not in main.text


def test_seed_002_related_stories_and_a_second_article() -> None:
    articles = _seed("002")
    assert _kinds(articles) == ["main", *["teaser"] * 5, "article"]
    main, *teasers, second = articles
    caption = "خامنئي مستقبلاً الرئيس السوري بشار الأسد بحضور الرئيس المؤقت محمد مخبر (موقع المرشد)"
    assert main.text.count(caption) == 1
    assert main.text.count(main.title) == 1
    assert [teaser.title for teaser in teasers][:2] == [
        "لافروف: موسكو على تواصل مع دمشق",
        "دعوات لترمب لاستثمار «فرصة فريدة» لردع إيران",
    ]
    assert "المسؤولية عن تدهور الوضع" in teasers[0].text
    assert second.title == "بزشكيان: إيران لم تخطط قط لاغتيال ترمب"
    assert second.text.count("\n\n") == 4
    assert all("رائد جبر" not in article.text for article in articles)
    # the interim president's term, a Thursday in May, after the funeral of the week before
    assert [article.published_on for article in articles] == ["2024-05-30", *[None] * 6]


def test_seed_003_date_stands_at_the_head() -> None:
    (main,) = _seed("003")
    assert main.published_on == "2017-05-27"
    assert "13:29" not in main.text
    assert main.text.endswith("استمرار التعاون لمكافحة الارهاب .")  # and not the outlet's name, nor its contacts


def test_seed_004_a_further_article() -> None:
    main, second = _seed("004")
    assert main.title.startswith("المعارضة السورية: إيران هجرت")
    assert main.text.count("مبعوث الرئاسة الروسية إلى سوريا ألكسندر لافرينتيف\n") == 1
    assert "لافرينتيفمبعوث" not in main.text
    assert (second.segment, second.title[:18]) == ("article", "مبعوث أمريكي: نحن ")
    assert second.text.endswith("على طبق من فضة”.")
    assert "العزاوي" not in main.text


def test_every_line_of_a_story_stands_in_its_page() -> None:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        (page,) = read([path])
        assert isinstance(page, Page)
        articles = split(page)
        assert articles == split(page)
        assert len({article.id for article in articles}) == len(articles)
        for article in articles:
            assert article.text.startswith(article.title)
            assert article.text == article.text.strip()
            for line in article.text.split("\n"):
                assert line in page.text


def test_offices_fix_the_year() -> None:
    told = "قال رئيس الجمهورية حسن روحاني أمس، الأحد 17 من آذار، إن بلاده ترفض القرار الذي صدر في العاصمة."
    assert reckon.day(told) == "2019-03-18"
    assert reckon.day(told.replace("رئيس الجمهورية", "رئيس الجمهورية السابق")) is None
    assert reckon.day(told.replace("رئيس الجمهورية حسن روحاني", "المتحدث")) is None
    assert reckon.day(told.replace("17 من آذار", "")) is None


def test_a_day_line_without_a_year_and_offices_fix_the_day() -> None:
    told = "قال رئيس الجمهورية حسن روحاني أمس في كلمة أمام البرلمان إن بلاده ترفض القرار الذي صدر في العاصمة."
    (article,) = split(_page(f"{TITLE}\n\nالاثنين 18 آذار\n\n{told}\n\n{BODY}"))
    assert article.published_on == "2019-03-18"
    (article,) = split(_page(f"{TITLE}\n\nالاثنين 18 آذار\n\n{BODY}"))
    assert article.published_on is None  # nobody says which year
    later = f"{told}\n\nوينتظر أن تجري الانتخابات في أيار 2020."
    (article,) = split(_page(f"{TITLE}\n\nالاثنين 18 آذار\n\n{later}\n\n{BODY}"))
    assert article.published_on == "2019-03-18"  # that year is still to come
    goal = f"{told}\n\nوتنتهي الخطة في عام 2040."
    (article,) = split(_page(f"{TITLE}\n\nالاثنين 18 آذار\n\n{goal}\n\n{BODY}"))
    assert article.published_on == "2019-03-18"


# Each way of a page.


@pytest.mark.parametrize(
    "header", ["مقالات ذات صلة", "أخبار ذات صلة:", "اقرأ أيضًا", "إقرأ أيضا :", "مواضيع متعلقة", "شاهد أيضاً", "ذات صلة"]
)
def test_related_headlines(header: str) -> None:
    text = f"{TITLE}\n\n{BODY}\n\n{header}\n\nالرئيس يستقبل السفير الجديد\nالبرلمان يناقش قانون الموازنة العامة"
    articles = split(_page(text))
    assert _kinds(articles) == ["main", "teaser", "teaser"]
    assert articles[1].text == "الرئيس يستقبل السفير الجديد"
    assert header.strip(" :") not in articles[0].text


def test_a_headline_within_a_line() -> None:
    first, second = BODY.split("\n\n")
    text = f"{TITLE}\n\n{first}\n\nاقرأ أيضا: الرئيس يستقبل السفير الجديد في القصر\n\n{second}"
    main, teaser = split(_page(text))
    assert teaser.text == "الرئيس يستقبل السفير الجديد في القصر"
    assert main.text == f"{TITLE}\n\n{BODY}"


def test_a_second_article_is_known_by_its_byline_or_date() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nالدفاع تعلن موعد المناورات\n\nالعاصمة – خاص\n3 مايو 2018\n\n{MORE}"
    main, second = split(_page(text))
    assert main.text.endswith("في شؤون الدول.")
    assert (second.segment, second.title, second.published_on) == (
        "article",
        "الدفاع تعلن موعد المناورات",
        "2018-05-03",
    )
    assert second.text == f"الدفاع تعلن موعد المناورات\n\n{MORE}"


def test_a_heading_within_an_article_is_part_of_it() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nخلافات داخل وزارة الدفاع\n\n{MORE}"
    (main,) = split(_page(text))
    assert main.text == text


def test_a_further_story_has_no_date_of_the_page() -> None:
    text = f"{TITLE}\n\nالأحد 15 يوليو 2018\n\n{BODY}\n\nأخبار أخرى\n\nالدفاع تعلن موعد المناورات\n\n{MORE}"
    main, second = split(_page(text))
    assert (main.published_on, second.published_on, second.segment) == ("2018-07-15", None, "article")


@pytest.mark.parametrize(
    "line",
    [
        "نشرت في: 18/07/2018",
        "تاريخ النشر: 18.07.2018 | 15:31 GMT",
        "الأربعاء 18 يوليو 2018",
        "الأربعاء، 18 يوليو / تموز 2018",
        "18 يوليو/تموز 2018",
        "2018-07-18",
        "١٨ تموز ٢٠١٨",
        "آخر تحديث: 20/07/2018 - نشر في 18/07/2018",
        "آخر تحديث 2018-07-18 10:42",
        "الأربعاء 5 ذو القعدة 1439هـ - 18 يوليو 2018م",
        "الأربعاء 5 من ذي القعدة 1439 هــ 18 يوليو 2018 السنة 142 العدد 48071",
        "نُشر بواسطة نوال بن سالم في المساء يوم 18 - 07 - 2018",
        "العاصمة – فلان الفلاني | منذ يوم في 18 يوليو 2018 - اخر تحديث في 18 يوليو 2018 / 22:41",
        "تاريخ النشر: 18th, July 2018 GMT",
        "18 تموز (يوليو - جويلية)، 2018",
        "2018 تموز 18",
        "By فريق التحرير Last updated يوليو 18, 2018",
        "https://www.example.org/news/2018/07/18/ab-cd",
        "18 جويلية 2018",
        "الأربعاء 18 يوليوز 2018 - 12:00",
        "بغداد/ 18 تموز 2018",
        "الكويت – 18 يوليو 2018",
    ],
)
def test_dates_at_the_head(line: str) -> None:
    (main,) = split(_page(f"{TITLE}\n\n{line}\n\n{BODY}"))
    assert main.published_on == "2018-07-18"
    assert main.text == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("العاصمة/ 18 تموز/ يوليو 2018/ إرنا - وصل", "2018-07-18"),
        ("العاصمة في 18 يوليو 2018 /قنا/ وصل", "2018-07-18"),
        ("العاصمة (18 يوليو 2018)- وصل", "2018-07-18"),
        ("وصل اليوم، الأربعاء 18 من تموز 2018،", "2018-07-18"),
        ("وصل أمس الثلاثاء 17 يوليو 2018", "2018-07-18"),
        ("وصل أول أمس الاثنين 16 يوليو 2018", "2018-07-18"),
        ("وصل، الأربعاء 18 يوليو/تموز 2018،", "2018-07-18"),
        ("العاصمة 18 من يوليو 2018 / وصل", "2018-07-18"),
        ("العاصمة 18 يوليو 2018 (شينخوا) وصل", "2018-07-18"),
        ("العاصمة المحتلة / 18 / 7 / 2018 / وصل", "2018-07-18"),
        ("(أخبار اليوم / سبوتنيك - 18 يوليو 2018ء) وصل", "2018-07-18"),
        ("وصل فلان في 18 يوليو 2018 (بحسب المصدر)", None),
        ("وصل منذ 18 يوليو 2018", None),
        ("وصل اليوم الموافق 18 يوليو 2018", "2018-07-18"),
        ("وصل أمس الثلاثاء (17-7-2018)", "2018-07-18"),
        ("وصل اليوم الأربعاء الموافق 18 تموز 2018", "2018-07-18"),
        ("وصل الأربعاء 18-7-2018", "2018-07-18"),
        ("وصل اليوم ويغادر غدا الخميس 19 يوليو 2018", "2018-07-18"),
        ("وصل اليوم الأربعاء للمرة الثانية بعد زيارة يوم الأحد الماضي، 15 يوليو 2018،", "2018-07-18"),
        ("وصل اليوم الأربعاء قبل اجتماع يعقد السبت المقبل 21 يوليو 2018", "2018-07-18"),
        ("وصل اليوم الأربعاء بعد اتفاق وقع الأحد 20 مايو 2018", None),
        ("العاصمة 5 ذو القعدة 1439 هـ (واس) - وصل اليوم الأربعاء", "2018-07-18"),
        ("العاصمة (وكالات) - وصل", None),
    ],
)
def test_dates_in_the_lead(lead: str, day: str | None) -> None:
    (main,) = split(_page(f"{TITLE}\n\n" + BODY.replace("وصل", lead, 1)))
    assert main.published_on == day
    assert main.text.split("\n\n")[1].startswith("وصل")


@pytest.mark.parametrize(
    "line",
    [
        "نُشر في: 12:30 - 14/03/2019",
        "غزة - 14-3-2019",
        "الرياض في 7 رجب 1440هـ الموافق 14 مارس 2019م (واس)",
        "تونس في 14 مارس 2019 (وات)",
        "(أ.ف.ب) 14 مارس 2019",
        "كتب في 14 مارس 2019",
        "كتب بواسطة: محرر في 14 مارس 2019",
        "صنعاء - سبأ نت : [14/مارس/2019]",
        "لندن – «الصحيفة العربية» : 14 مارس 2019",
        "بالي (إندونيسيا) - موفدنا الخاص، 14 مارس 2019",
    ],
)
def test_lines_that_tell_the_day(line: str) -> None:
    for text in (f"{TITLE}\n\n{line}\n\n{BODY}", f"{line}\n\n{TITLE}\n\n{BODY}", f"{TITLE}\n\n{BODY}\n\n{line}\n"):
        (main,) = split(_page(text))
        assert main.published_on == "2019-03-14"


@pytest.mark.parametrize(
    "line", ["انتخابات الرئاسة في البلاد 14 مارس 2019", "اتفاق المدينة والجيش الوطني: 14 مارس 2019"]
)
def test_a_headline_with_a_day_is_no_date_line(line: str) -> None:
    (main,) = split(_page(f"{line}\n\n{BODY}"))
    assert (main.title, main.published_on) == (line, None)


@pytest.mark.parametrize(
    ("caption", "day"),
    [
        ("الوزيران في القصر. 18 يوليو 2018. (فرانس برس)", "2018-07-18"),
        ("الوزيران في القصر. 17 يوليو 2018. (فرانس برس)", None),  # not the Wednesday of the lead
        ("الوزيران في القصر. 18 يوليو 2018. (أرشيف رويترز)", None),
    ],
)
def test_the_day_of_the_picture(caption: str, day: str | None) -> None:
    lead = BODY.replace("وصل", "وصل، الأربعاء،", 1)
    (main,) = split(_page(f"{TITLE}\n\n{caption}\n\n{lead}"))
    assert main.published_on == day


def test_the_day_of_the_visit_stands_above_the_title() -> None:
    assert split(_page(f"الأحد 2 يناير 2022\n{TITLE}\n14-3-2019 | 13:00\n{BODY}"))[0].published_on == "2019-03-14"
    assert split(_page(f"14-3-2019\n{TITLE}\nآخر تحديث 16 مارس 2019\n{BODY}"))[0].published_on == "2019-03-14"


@pytest.mark.parametrize(
    ("line", "foot", "day"),
    [
        ("الأربعاء 18 تموز، الساعة 10:20", "وكانت الزيارة الأخيرة للوزير إلى هذا البلد في عام 2015.", "2018-07-18"),
        ("نشر في: 18 تموز، الأربعاء", "وكانت الزيارة الأخيرة للوزير إلى هذا البلد في عام 2017.", "2018-07-18"),
        ("الأربعاء 18/7", "جميع الحقوق محفوظة © 2018", "2018-07-18"),
        ("الأربعاء 18/7", "جميع الحقوق محفوظة © 2021", None),
        ("الأربعاء 18 تموز", "وستجري الانتخابات المقبلة في هذا البلد في عام 2017.", None),
        ("18/07/18", "وقال إن الزيارة ناجحة", "2018-07-18"),
        ("1439/11/05 هـ", "وقال إن الزيارة ناجحة", "2018-07-18"),
        ("آخر تحديث: 20/07/2018\nنشر في: 18/07/2018", "وقال إن الزيارة ناجحة", "2018-07-18"),
    ],
)
def test_day_lines_without_a_year(line: str, foot: str, day: str | None) -> None:
    main, *_ = split(_page(f"{TITLE}\n{line}\n{BODY}\n{foot}"))
    assert main.published_on == day


def test_a_year_told_elsewhere_fixes_the_day() -> None:
    lead = BODY.replace("وصل", "وصل أمس، الأربعاء 10 من أيار،", 1)
    (main,) = split(_page(f"{TITLE}\n\n{lead}\n\nوكان زلزال ضرب البلدين في شباط 2023 وأودى بحياة كثيرين."))
    assert main.published_on == "2023-05-11"


def test_the_page_knows_its_date_best() -> None:
    page = _page(
        f"وزير الخارجية يزور العاصمة\n\n18/07/2018\n\n{BODY}", published_on="2019-01-01", publisher="الموقع", url="u"
    )
    (main,) = split(page)
    assert (main.published_on, main.publisher, main.url) == ("2019-01-01", "الموقع", "u")


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("حمص - أعلنت الوزارة أن الطيران شن غارات على مواقع في محيط المدينة.", "أعلنت"),
        ("دبي، الإمارات العربية المتحدة (CNN)— نشر المكتب صورة للقاء.", "نشر"),
        ("(CNN)-- اتهمت الوزارة المرأة بالعمل على تمويل الدعاية.", "اتهمت"),
        ("واشنطن (رويترز) - قال الوزير إن بلاده ترفض القرار.", "قال"),
        ("العلاقات الأمريكية - الإيرانية تشهد توترا منذ انسحاب واشنطن من الاتفاق.", "العلاقات"),
        ("قال الرئيس الروسي - الذي يزور العاصمة - إن اللقاء كان مفيدا للطرفين.", "قال"),
        ("شن الطيران غارات ليل الثلاثاء - الأربعاء على مواقع في القطاع.", "شن"),
    ],
)
def test_datelines(paragraph: str, rest: str) -> None:
    assert paragraph[dateline(paragraph) :].startswith(rest)


def test_title_of_a_page_with_a_menu_and_a_breadcrumb() -> None:
    text = f"الرئيسية\nسياسة\nاقتصاد\n\nالرئيسية » أخبار » محليات\n\n{TITLE}\n\nشارك فيسبوك تويتر\n\n{BODY}"
    (main,) = split(_page(text))
    assert main.text == f"{TITLE}\n\n{BODY}"


def test_a_title_that_asks_or_ends_with_a_stop_is_a_title() -> None:
    for title in (
        "هل يزور وزير الخارجية العاصمة غدا أم يؤجل الزيارة؟",
        "وزير الخارجية يزور العاصمة غدا ويلتقي الرئيس.",
    ):
        (main,) = split(_page(f"{title}\n\n{BODY}"))
        assert main.title == title


def test_a_title_told_beside_a_text_that_begins_with_a_paragraph() -> None:
    paragraph = BODY.replace("\n\n", " ")
    (main,) = split(_page(paragraph, title=TITLE))
    assert main.title == TITLE
    assert main.text == f"{TITLE}\n\n{paragraph}"


def test_a_json_line_is_one_article_as_it_stands() -> None:
    body = "نص الخبر الأول.\nشارك فيسبوك\nاقرأ أيضا\nعنوان خبر آخر تماما"
    (main,) = split(_page(body, title="عنوان الخبر", is_article=True, published_on="2018-01-02"))
    assert main.text == "عنوان الخبر\n\n" + body
    assert (main.title, main.segment, main.published_on) == ("عنوان الخبر", "main", "2018-01-02")
    (untitled,) = split(_page(body, is_article=True))
    assert (untitled.title, untitled.text) == ("نص الخبر الأول.", body.replace("\n", "\n\n", 1))


@pytest.mark.parametrize("text", ["", "\n\n", "شارك فيسبوك تويتر", "جميع الحقوق محفوظة\n©"])
def test_a_page_of_furniture_gives_nothing(text: str) -> None:
    assert split(_page(text)) == []


@pytest.mark.parametrize("text", ["خبر", "عنوان قصير", "سطر\nسطر", "a" * 5000, "؟!؟!\n" * 50, BODY])
def test_odd_pages_give_what_they_hold(text: str) -> None:
    articles = split(_page(text))
    assert articles
    assert all(article.text for article in articles)


# Lines and seams.


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TT", "share"),
        ("ع ع ع", "share"),
        ("شارك | فيسبوك | تويتر | واتساب | نسخ الرابط", "share"),
        ("جميع الحقوق محفوظة © 2023", "drop"),
        ("الرئيسية  |  خليجي  |  اقتصاد", "drop"),
        ("المصدر: وكالات", "drop"),
        ("كتب: محمود عبد الرازق", "byline"),
        ("رائد جبر (موسكو)", "byline"),
        ("جنيف: «الشرق الأوسط»", "byline"),
        ("الرقة – خاص", "byline"),
        ("الرئيس خلال لقائه الوفد في القصر أمس (رويترز)", "caption"),
        ("مقالات متعلقة", "related"),
        ("أخبار أخرى..", "more"),
        ("اقرأ أيضا: الرئيس يستقبل السفير", "inline"),
        ("×", "tail"),
        ("27.05.2017 | 13:29", "date"),
        ("الوزير يشارك في اجتماع الجامعة العربية", "text"),
        ("المصدر الأمني ينفي وجود خسائر في صفوف القوات", "text"),
        ("مباشر من العاصمة: وصول الوفد إلى مقر المحادثات", "text"),
        ("رويترز: الوفد يصل إلى العاصمة في زيارة مفاجئة", "text"),
        ("تركيا (أنقرة) ترفض المقترح الذي قدمته روسيا", "text"),
    ],
)
def test_lines(line: str, kind: str) -> None:
    assert furniture.kind(line) == kind


@pytest.mark.parametrize(
    "headlines",
    [
        ["الوزير يلتقي نظيره في العاصمة", "روسيا تعلن موعد الجولة المقبلة", "إيران ترفض الشروط الجديدة"],
        ["تركيا ترسل تعزيزات إلى الحدود", "لماذا يزور الرئيس المنطقة الآن؟", "من هو القائد الجديد للقوات"],
        ["مقتل ثلاثة جنود بانفجار لغم", "طهران تنفي إرسال مقاتلين", "واشنطن تفرض عقوبات جديدة"],
        ["الحكومة تقر موازنة عام 2019", "مجلس الأمن يعقد جلسة طارئة", "«الحشد» ينفي قصف القاعدة"],
        ["لقاء يجمع الرئيس وغروندبرغ", "الجيش يستعيد بلدتين في الشمال"],
    ],
)
def test_seams(headlines: list[str]) -> None:
    line = "".join(headlines)
    assert [line[a:b] for a, b in seams.split(line)] == headlines


def test_a_headline_alone_has_no_seam() -> None:
    for headline in (
        "هوكستين يلتقي بري ويبحث معه وقف إطلاق النار",
        "شويغو يصل إلى طهران قادما من دمشق",
        "كاكه رش يتهم المحافظ بتسخير آليات الدوائر",
        "بيزشكيان يزور موسكو الشهر المقبل",
        "بوتن لماكرون: لا نقبل أي عمل متهور في سوريا",
    ):
        assert seams.split(headline) == [(0, len(headline))]


@pytest.mark.parametrize("line", ["dorp\tx", "drop", "drop\t(x"])
def test_a_broken_line_of_furniture_is_named(line: str) -> None:
    with pytest.raises(LexiconError, match=r"furniture\.tsv:3: "):
        furniture.compile_patterns(f"# c\nkind\tpattern\n{line}\n", "furniture.tsv")


@pytest.mark.gold
@pytest.mark.parametrize("folder", ["seeds", "dev", "real"])
def test_nothing_annotated_is_lost(folder: str) -> None:
    if not GOLD.exists():
        pytest.skip("no ../shared beside this clone")
    lost = total = dated = 0
    files = sorted((GOLD / folder).glob("*.json"))
    for path in files:
        gold = json.loads(path.read_text("utf-8"))
        articles = split(_page(gold["text"]))
        text = " ".join(furniture.fold(article.text) for article in articles)
        parts = [r["evidence"] for r in gold["relations"]] + [s["anchor"] for s in gold["statements"]]
        total += len(parts)
        lost += sum(furniture.fold(part) not in text for part in parts)
        dated += articles[0].published_on == gold["published_on"]
    assert lost <= total / 500
    assert dated >= {"seeds": 5, "dev": 33, "real": 25}[folder]  # the others tell no day at all


def test_the_year_that_a_text_states_fixes_a_day_line() -> None:
    told = "قال المتحدث إن البلدين لم يتفقا منذ توقيع الاتفاق في يوليو من العام الماضي 2011، وإن الوساطة مستمرة."
    (article,) = split(_page(f"{TITLE}\n\nالخميس 12 أبريل\n\n{told}\n\n{BODY}"))
    assert article.published_on == "2012-04-12"
    (article,) = split(_page(f"{TITLE}\n\nالجمعة 12 أبريل\n\n{told}\n\n{BODY}"))
    assert article.published_on is None  # no Friday in 2012


def test_days_ago_and_their_date_fix_the_day() -> None:
    told = "قبل ثلاثة أيام، أي في 11 ديسمبر/كانون الأول 2024، خرج المتحدث ليعلن ما سماه «تفاهما» بين الجانبين."
    (article,) = split(_page(f"{TITLE}\n\n{told}\n\n{BODY}"))
    assert article.published_on == "2024-12-14"
