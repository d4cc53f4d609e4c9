"""What `kg explain` shows is all of the page and all that was read in it, and nothing in it can do harm."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import loaders
from kg.cli import main
from kg.model import Actor, Article, Extraction, Mention, Relation, Span, Statement, article_id
from loaders.explain import render
from loaders.pages import PageError, read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds() -> list[Extraction]:
    pages = [page for page in read([SEEDS]) if not isinstance(page, PageError)]
    assert len(pages) == 5
    return [one for page in pages for one in loaders.extract(page)]


class Shown(HTMLParser):
    """The running text of an explained page without our marks, article by article, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.articles: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._stack: list[tuple[str, str]] = []
        self.feed(page)
        self.close()
        assert not self._stack, f"not closed: {self._stack}"

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag == "article":
            self.articles.append("")
        if tag not in ("meta", "link", "br", "img"):
            self._stack.append((tag, found.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        within = [tag for tag, _ in self._stack]
        ours = "sup" in within or any(kind.startswith("tag ") for _, kind in self._stack)
        if "p" in within and "article" in within and not ours:
            self.articles[-1] += data


def words(text: str) -> str:
    return "".join(text.split())


def test_page_shows_whole_text_in_order(seeds: list[Extraction]) -> None:
    shown = Shown(render(seeds, html=True))
    assert [words(text) for text in shown.articles] == [words(one.article.text) for one in seeds]


def test_lines_show_whole_text_in_order(seeds: list[Extraction]) -> None:
    for one in seeds:
        lines = render([one]).split("\n")
        lines = lines[2 : lines.index("actors")]
        text = "".join(line for line in lines if not line.startswith("    "))
        plain = re.sub(r"[{<][SR]\d+: |\|\d+\]|[\[{}<>]", "", text)
        assert words(plain) == words(re.sub(r"[\[{}<>]", "", one.article.text))


@pytest.mark.parametrize("html", [False, True])
def test_everything_read_is_told_with_who_and_how_sure(seeds: list[Extraction], html: bool) -> None:
    for one in seeds:
        told = render([one], html=html)
        if html:
            # A proposer and its score stand apart in the page only for the order of digits.
            told = told.replace("</bdi> ", " ")
        items: list[Relation | Statement] = [*one.relations, *one.statements]
        for item in items:
            line = f"by {item.by} {item.score:.2f}" if html else f"score {item.score:.2f} by {item.by}"
            assert line in told
        for relation in one.relations:
            assert relation.type in told
        for actor in one.actors:
            assert actor.id in told
        tags = re.findall(r'class="tag [SR]">([SR]\d+)<' if html else r"^    ([SR]\d+)  ", told, re.MULTILINE)
        wanted = {f"S{n + 1}" for n in range(len(one.statements))} | {f"R{n + 1}" for n in range(len(one.relations))}
        assert set(tags) == wanted


def test_same_bytes_again(seeds: list[Extraction]) -> None:
    for html in (False, True):
        assert render(seeds, html=html) == render(list(seeds), html=html)


def test_style_is_the_one_that_the_policy_allows(seeds: list[Extraction]) -> None:
    page = render(seeds, html=True)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'")
    assert f"style-src 'sha256-{digest}'" in policy
    shown = Shown(page)
    assert shown.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    # The policy would refuse them, and nothing would show it.
    assert not [tag for tag, about in shown.tags if tag in ("script", "img", "link", "iframe") or "style" in about]


EVIL = '<script>alert(1)</script> "quoted" & \x1b[31mred \u202eturned \x07 {S9: [x|3]'


def made(text: str = EVIL, **about: object) -> Extraction:
    title = text.split("\n")[0]
    article = Article(id=article_id(text, None, None), segment="main", title=title, text=text, **about)  # type: ignore[arg-type]
    start = text.index("quoted")
    mentions = (
        Mention(start=start, end=start + 6, text="quoted", form="name"),
        Mention(start=start - 1, end=start + 7, text='"quoted"', form="title"),
    )
    one = Actor(id='person/<b>"x"', type="person", name="<i>\u202ename", mentions=mentions[:1], roles=("<u>role",))
    other = Actor(id="country/iran", type="country", name="إيران", iso="IRN", mentions=mentions[1:])
    said = Statement(
        id="s", speaker=one.id, kind="direct", act="say", start=0, end=8, text=text[:8], by="<s>", score=0.5
    )
    told = Relation(
        id="r", subject=one.id, type="VISITED", object=other.id, by="frame:<x>", score=0.25,
        evidence=Span(start=start, end=len(text), text=text[start:]), title="<em>",
    )  # fmt: skip
    return Extraction(page="<page>", article=article, actors=(one, other), relations=(told,), statements=(said,))


def test_hostile_text_is_inert_in_page() -> None:
    page = render([made(url="javascript:alert(1)", publisher="<h1>paper")], html=True)
    shown = Shown(page)
    ours = {
        "html", "head", "meta", "title", "style", "body", "main", "div", "span", "article", "header", "bdi", "p",
        "sup", "ul", "li", "b", "h3", "table", "tr", "td",
    }  # fmt: skip
    assert {tag for tag, _ in shown.tags} <= ours
    assert not any("href" in about or any(name.startswith("on") for name in about) for _, about in shown.tags)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)
    assert r"\u202eturned" in page
    assert r"\u001b[31mred" in page


def test_web_address_becomes_link() -> None:
    shown = Shown(render([made(url='https://example.org/?a=1&b="2"')], html=True))
    (link,) = [about for tag, about in shown.tags if tag == "a"]
    assert link == {"href": 'https://example.org/?a=1&b="2"', "rel": "noopener noreferrer"}


def test_hostile_text_is_inert_in_lines() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", render([made()]))


def test_colours_only_where_wanted() -> None:
    plain, coloured = render([made()]), render([made()], colour=True)
    assert "\x1b" not in plain
    assert re.sub("\x1b\\[\\d+m", "", coloured) == plain


def test_mentions_within_mentions_and_narrow_evidence() -> None:
    line = render([made('a b c d e "quoted" f')]).split("\n")[2]
    # The outer mention is of actor 1 for it begins first; what the relation was read from begins within it.
    assert line == '{S1: a b c d }e ["<R1: [quoted|2]"|1] f>'


def test_nothing_read() -> None:
    assert render([]) == ""
    assert "<main>" in render([], html=True)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = next(SEEDS.glob("001_*"))
    assert main(["explain", str(page)]) == 0
    lines = capsys.readouterr().out
    assert "DEMANDED_WITHDRAWAL" in lines
    assert "\x1b" not in lines
    out = tmp_path / "page.html"
    assert main(["explain", str(page), "--html", "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert main(["explain", str(tmp_path / "none.txt")]) == 1
