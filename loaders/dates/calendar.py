"""The words that Arabic dates are made of, as tables: months of every family, weekdays, numbers, qualifiers.

All keys are folded as `loaders.dates.fold` does: أإآ→ا, ى→ي, ة→ه, ئ→ي, ؤ→و, no marks, ASCII digits.
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FAMILIES: Final = (
    # the Gulf, Egypt, Sudan, Libya
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "ينايير فبرائر مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    # Tunisia, Algeria
    "جانفي فيفري مارس افريل ماي جوان جويليه اوت سبتمبر اكتوبر نوفمبر ديسمبر",
    # Morocco, Mauritania
    "يناير فبراير مارس ابريل ماي يونيو يوليوز غشت شتنبر اكتوبر نونبر دجنبر",
    "يناير فبراير مارس ابريل مايو يونيو يوليو اغشت شتمبر اكتوبر نوفمبر دجمبر",
)
MONTHS: Final[dict[str, int]] = {
    name: number for family in _FAMILIES for number, name in enumerate(family.split(), 1)
} | {"شباط": 2, "اذار": 3, "نيسان": 4, "ايار": 5, "حزيران": 6, "تموز": 7, "اب": 8, "ايلول": 9}
TWO_WORD_MONTHS: Final[dict[tuple[str, str], int]] = {
    ("كانون", "الثاني"): 1,
    ("كانون", "ثاني"): 1,
    ("كانون", "الاول"): 12,
    ("كانون", "اول"): 12,
    ("تشرين", "الاول"): 10,
    ("تشرين", "اول"): 10,
    ("تشرين", "الثاني"): 11,
    ("تشرين", "ثاني"): 11,
}
DOUBTFUL: Final = frozenset(("ماي", "مارس", "اب", "جوان", "اوت", "نيسان", "تموز"))
"""Months that are another word too (the Prime Minister May, `practised`, `father`, Joan …): alone they are no date."""
AFTER_IN: Final = frozenset(("مارس", "اب", "اوت", "نيسان", "تموز"))
"""Those of them that can only be a month after في."""

HIJRI: Final[dict[str, int]] = {
    "محرم": 1,
    "المحرم": 1,
    "صفر": 2,
    "رجب": 7,
    "شعبان": 8,
    "رمضان": 9,
    "شوال": 10,
}
HIJRI_TWO: Final[dict[tuple[str, str], int]] = {
    ("ربيع", "الاول"): 3,
    ("ربيع", "الثاني"): 4,
    ("ربيع", "الاخر"): 4,
    ("جمادي", "الاولي"): 5,
    ("جمادي", "الاول"): 5,
    ("جمادي", "الثانيه"): 6,
    ("جمادي", "الاخره"): 6,
    ("جمادي", "الثاني"): 6,
    ("جمادي", "الاخر"): 6,
    ("ذو", "القعده"): 11,
    ("ذي", "القعده"): 11,
    ("ذو", "الحجه"): 12,
    ("ذي", "الحجه"): 12,
}
WEEKDAYS: Final[dict[str, int]] = {  # as date.weekday(): Monday is 0
    "الاثنين": 0,
    "الثلاثاء": 1,
    "الثلثاء": 1,
    "الاربعاء": 2,
    "الخميس": 3,
    "الجمعه": 4,
    "السبت": 5,
    "الاحد": 6,
}
NOT_BEFORE_WEEKDAY: Final = _words(
    "عبد سوق كل ايام صلاه وصلاه لصلاه خطبه بين هذين كلا كلتا احد شارع مسجد جامع هولاء يوما مدينه بلده جمعه"
)

PAST: Final = frozenset(
    (
        "الماضي",
        "الماضيه",
        "المنصرم",
        "المنصرمه",
        "الفايت",
        "الفايته",
        "المنقضي",
        "المنقضيه",
    )
)
FUTURE: Final = frozenset(("المقبل", "المقبله", "القادم", "القادمه", "الاتي", "الاتيه", "التالي", "التاليه"))
CURRENT: Final = frozenset(("الجاري", "الجاريه", "الحالي", "الحاليه"))
PERIODS: Final = _words(
    "مطلع مستهل بدايه اوايل منتصف اواسط اواخر نهايه ختام موفي مطالع شهر خلال صيف شتاء ربيع خريف غضون نهايات بدايات"
)
"""Words before a month or year that belong to the date and make it no finer."""
YEAR_WORDS: Final = frozenset(("عام", "العام", "سنه", "السنه", "لعام", "للعام", "لسنه", "بعام", "وعام", "عامي"))
BEFORE_YEAR: Final = YEAR_WORDS | _words(
    "في منذ خلال بحلول حتي صيف شتاء ربيع خريف مطلع مستهل بدايه اوايل منتصف اواسط اواخر نهايه وفي ومنذ قبل بعد بين"
)
EVENTS: Final = _words(
    "ثوره انتفاضه حراك انقلاب هجمات هجوم احداث حرب قوي فريق حركه عمليه ميدان شارع جسر استاد مدينه جامعه مطار "
    "كوبري عيد اتفاق معاهده وثيقه تفجيرات بيان مظاهرات شباب كتله تحالف تيار ساحه ذكري هزيمه نكسه معركه محور "
    "قاعده ايام انتخابات"
)
EVENTS_OF_MONTH: Final = _words("ثوره حرب هجمات اعتداءات احداث انتفاضه نكسه معركه قصر مفاعل")
"""Before a day and month (or a month alone) without a year they name something older: ثورة 25 يناير, قوى 14 آذار."""

_UNITS = "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"
ORDINALS: Final[dict[str, int]] = {word: n for n, word in enumerate(_UNITS.split(), 1)} | {
    "الحادي": 1,
    "العشرين": 20,
    "العشرون": 20,
    "الثلاثين": 30,
    "الثلاثون": 30,
    "غره": 1,
    "فاتح": 1,
}
OPENING: Final = frozenset(("غره", "فاتح"))
"""The first of a month, no من behind it: غرة رمضان, فاتح ماي."""
TENS: Final[dict[str, int]] = {"والعشرين": 20, "والعشرون": 20, "والثلاثين": 30, "والثلاثون": 30, "عشر": 10, "عشره": 10}
COUNTS: Final[dict[str, int]] = {
    word: number
    for number, words in {
        2: "اثنين اثنتين",
        3: "ثلاثه ثلاث",
        4: "اربعه اربع",
        5: "خمسه خمس",
        6: "سته ست",
        7: "سبعه سبع",
        8: "ثمانيه ثماني ثمان",
        9: "تسعه تسع",
        10: "عشره عشر",
    }.items()
    for word in words.split()
}
DAYS: Final[dict[str, int]] = {"يوم": 1, "يومين": 2, "اسبوع": 7, "اسبوعين": 14}
"""Spans that tell their days in one word."""
UNITS: Final[dict[str, tuple[str, int | None]]] = {
    # unit, and how many of it the word itself says (None: a number stands before it, or it is vague)
    "يوم": ("day", 1),
    "يومين": ("day", 2),
    "يوما": ("day", None),
    "ايام": ("day", None),
    "اسبوع": ("week", 1),
    "اسبوعين": ("week", 2),
    "اسابيع": ("week", None),
    "اسبوعا": ("week", None),
    "شهر": ("month", 1),
    "شهرين": ("month", 2),
    "اشهر": ("month", None),
    "شهور": ("month", None),
    "شهرا": ("month", None),
    "عام": ("year", 1),
    "عامين": ("year", 2),
    "اعوام": ("year", None),
    "عاما": ("year", None),
    "سنه": ("year", 1),
    "سنتين": ("year", 2),
    "سنوات": ("year", None),
    "سنين": ("year", None),
}
NOT_TODAY_AFTER: Final = _words(
    "التالي الاول الثاني الثالث الرابع الخامس السادس السابع الاخير الوطني العالمي الدولي نفسه ذاته الواحد "
    "الذي التي الموعود المقبل الماضي الدراسي المفتوح السابق الاسود"
)
"""`اليوم` and one of these is a day of its own (the next, the national), or an outlet (اليوم السابع)."""
NOT_TODAY_BEFORE: Final = _words("روسيا المصري صحيفه جريده ذلك حتي بعد موقع قناه منذ مصر الي سوريا اسراييل لبنان")

SHIFTS: Final = {"امس": -1, "الليله": -1, "البارحه": -1, "اليوم": 0, "غدا": 1, "غد": 1}
"""Words for days, in days from the day of publishing."""
PERIOD_WORDS: Final = ("الشهر", "العام", "السنه", "الاسبوع")


def with_clitics(name: str) -> list[str]:
    """A trigger word and its forms with و, ب, ف, ل before it, where these cannot be taken for another word."""
    if name in DOUBTFUL or (len(name) < 4 and name != "امس") or name == "ربيع":
        return [name]
    return [name, *(lead + (name[1:] if lead == "ل" and name.startswith("ال") else name) for lead in "وبفل")]


NAMES: Final = frozenset(
    form
    for names in (
        MONTHS,
        ("كانون", "تشرين"),
        WEEKDAYS,
        SHIFTS,
        PERIOD_WORDS,
        HIJRI,
        [first for first, _ in HIJRI_TWO],
    )
    for name in names
    for form in with_clitics(name)
)
"""All words that a reader is called for, with their clitics."""
