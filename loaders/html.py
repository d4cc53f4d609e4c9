"""A saved web page to the plain text that `segments` reads: title, story, headlines of the related stories."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlparse

from loaders.encoding import clean, decode
from loaders.lines import iso_date

RELATED = "مقالات ذات صلة"
_RELATED = re.compile("ذات صل[ةه]|متعلق[ةه]|[إا]قر[أا] [أا]يض|قد يهمك|related", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    text: str
    title: str | None
    url: str | None
    publisher: str | None
    published_on: str | None


def read(data: bytes) -> Found | None:
    """What is in a saved HTML page; None when there is nothing to read in it. Never raises for what the page holds."""
    # Both are slow to import (0.3 s) and needed for HTML only.
    from lxml import etree
    from lxml import html as lxml_html
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    text = _decode(data)
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    headlines = _related(tree)
    found = bare_extraction(
        tree, fast=True, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=None
    )
    if not isinstance(found, Document) or not found.text:
        return None
    body = clean(found.text).strip()
    if _LETTERS.search(body) is None:
        return None
    title = clean(found.title).strip() if found.title else None
    if title and not body.startswith(title):
        body = f"{title}\n\n{body}"
    paragraphs = [re.sub(r"\n(?!\n)", "\n\n", body)]
    known = set(body.split("\n"))
    if fresh := [line for line in headlines if line not in known and line != title]:
        paragraphs += [RELATED, *fresh]
    return Found(
        text="\n\n".join(paragraphs),
        title=title,
        url=found.url or None,
        publisher=(found.sitename or (urlparse(found.url).hostname if found.url else None)) or None,
        published_on=iso_date(found.date),
    )


def _decode(data: bytes) -> str:
    try:
        return decode(data)
    except ValueError:
        pass
    said = _CHARSET.search(data[:4096])
    try:
        return data.decode(said[1].decode("ascii") if said else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _related(tree: object) -> list[str]:
    """Texts of the links in a block whose heading says that related stories follow; in order, each once."""
    out: dict[str, None] = {}
    for heading in tree.iter("h2", "h3", "h4", "h5", "strong", "span", "div"):  # type: ignore[attr-defined]
        words = (heading.text or "").strip()
        if not words or len(words) > 40 or not _RELATED.search(words):
            continue
        block = heading.getparent()
        for link in block.iter("a") if block is not None else ():
            line = " ".join(link.text_content().split())
            if len(line.split()) >= 4:
                out[clean(line)] = None
    return list(out)[:30]
