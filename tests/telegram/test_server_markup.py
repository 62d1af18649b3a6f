"""HTML to text and entities, as Telegram reads it; what is malformed is refused with the byte it stands at."""

from __future__ import annotations

import pytest
from botapi.detect import detected
from botapi.errors import ApiError
from botapi.markup import parse_html, render_html, trimmed
from botapi.utf16 import covered

READ = [
    ("a &lt;b&gt; &amp; &quot;c&quot; &#65;&#x42;", 'a <b> & "c" AB', []),
    ("&nbsp; &apos; & &;", "&nbsp; &apos; & &;", []),
    ("<b>tebal</b> biasa", "tebal biasa", [("bold", "tebal")]),
    ("<B>x</B><strong>y</strong>", "xy", [("bold", "x"), ("bold", "y")]),
    ("😀<i>miring 😀</i>", "😀miring 😀", [("italic", "miring 😀")]),
    ("<u>a</u><s>b</s><del>c</del>", "abc", [("underline", "a"), ("strikethrough", "b"), ("strikethrough", "c")]),
    ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab", [("spoiler", "a"), ("spoiler", "b")]),
    ("<b>a<i>b</i></b>", "ab", [("bold", "ab"), ("italic", "b")]),
    ("<blockquote>a <b>b</b></blockquote>", "a b", [("blockquote", "a b"), ("bold", "b")]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", "a")]),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", "ab", [("blockquote", "ab")]),
    ("<code>a<b>b</b></code>", "ab", [("code", "ab")]),
    ('<pre><code class="language-py">x</code></pre>', "x", [("pre", "x")]),
    ("<a href='https://x.id/?a=1&amp;b=2'>sumber</a>", "sumber", [("text_link", "sumber")]),
    ("<a href='tg://user?id=7'>Ana</a>", "Ana", [("text_mention", "Ana")]),
    ("<a href='bukan alamat'>x</a>", "x", []),
    ("<b></b>x", "x", []),
]  # fmt: skip

REFUSED = [
    ("5 < 6", 'Unsupported start tag "" at byte offset 2'),
    ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("é<br/>", 'Unsupported start tag "br/" at byte offset 2'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a href="x.id>x</a>', 'Unclosed start tag "a" at byte offset 0'),
    ("<a href=x.id/y>x</a>", "Unexpected end of name token at byte offset 8"),
    ('<a "x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<b>{0}</{1}>", 'expected "</b>", found "</{1}>"'),
]


@pytest.mark.parametrize(("markup", "text", "entities"), READ)
def test_markup_is_read_as_telegram_reads_it(markup: str, text: str, entities: list[tuple[str, str]]):
    found, marks = parse_html(markup)
    assert found == text
    assert [(mark["type"], covered(text, mark)) for mark in marks] == entities


@pytest.mark.parametrize(("markup", "reason"), REFUSED)
def test_malformed_markup_is_refused(markup: str, reason: str):
    with pytest.raises(ApiError) as refused:
        parse_html(markup)
    assert refused.value.description.startswith("Bad Request: can't parse entities: ")
    assert refused.value.description.endswith(reason)


@pytest.mark.parametrize(
    "markup", ["<b>a<i>b</i></b> c", "😀 <blockquote expandable>a &lt; b</blockquote>", "<u>a</u><s>b</s>"]
)
def test_entities_are_written_back_as_they_were(markup: str):
    assert render_html(*parse_html(markup)) == markup


def test_outer_white_space_goes_and_entities_move_along():
    assert trimmed(*parse_html(" \n<b>a</b> <i>b </i> \n")) == (
        "a b",
        [{"type": "bold", "offset": 0, "length": 1}, {"type": "italic", "offset": 2, "length": 1}],
    )


FOUND = [
    ("/ask@newsqa_bot apa?", [("bot_command", "/ask@newsqa_bot")]),
    ("naik 5/6, /12 dan http://x.id/a.", [("bot_command", "/12"), ("url", "http://x.id/a")]),
    ("tanya @ana_w di antaranews.com (lihat)", [("mention", "@ana_w"), ("url", "antaranews.com")]),
    ("surat ke a.b@x.co.id, #gaza #2024", [("email", "a.b@x.co.id"), ("hashtag", "#gaza")]),
    ("/start a/b //x </b", [("bot_command", "/start")]),
]


@pytest.mark.parametrize(("text", "entities"), FOUND)
def test_addresses_mentions_and_commands_are_found(text: str, entities: list[tuple[str, str]]):
    found = sorted(detected(text, []), key=lambda entity: entity["offset"])
    assert [(entity["type"], covered(text, entity)) for entity in found] == entities
