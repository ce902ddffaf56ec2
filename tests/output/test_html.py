"""HTML as Markdown, as text, and as the words of one line."""

from __future__ import annotations

import pytest

from intercom_cli.output.html import markdown_of, text_of, words_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hi,</p><p>you</p>", "Hi,\n\nyou"),
        ("one<br>two", "one\ntwo"),
        ("<b>a</b> <i>b</i> 2*3 snake_case", "a b 2*3 snake_case"),
        ('<a href="https://a.test/x">here</a>', "here <https://a.test/x>"),
        ('<a href="https://a.test">https://a.test</a>', "<https://a.test>"),
        (
            '<a href="https://evil.test">https://bank.test</a>',
            "https://bank.test <https://evil.test>",
        ),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<blockquote>said</blockquote>", "> said"),
        ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```"),
        ('<img src="https://a.test/p.png?x=1">', "[picture: p.png] <https://a.test/p.png?x=1>"),
        ('<img alt="Map" src="https://a.test/p.png">', "[picture: Map] <https://a.test/p.png>"),
        ('<img src="data:image/png;base64,AAAA">', "[picture: without a name]"),
        ("a &lt;b&gt; &amp; c", "a <b> & c"),
        ("plain\n\ntext", "plain\n\ntext"),
        ("<script>evil()</script><style>p{}</style><p>x</p><!-- no -->", "x"),
        ("", ""),
    ],
)
def test_html_is_read_as_text(html: str, text: str) -> None:
    assert text_of(html) == text


def test_html_is_turned_into_markdown() -> None:
    html = "<h2>T</h2><p>See <a href='https://a.test'>this</a> <b>now</b></p><ul><li>x</li></ul>"
    assert markdown_of(html) == "## T\n\nSee [this](https://a.test) **now**\n\n- x"
    assert markdown_of("<script>evil()</script>x") == "x"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>Hi,</p><p>you &amp; me</p>", "Hi, you & me"),
        ("<style>p{}</style><!-- <b> -->x", "x"),
        ("no markup", "no markup"),
        ("cut off <a href='x", "cut off"),
    ],
)
def test_the_words_of_html_stand_on_one_line(html: str, words: str) -> None:
    assert words_of(html) == words


@pytest.mark.parametrize("html", ["<div>" * 3000 + "x", "<ul><li>" * 500 + "x"])
def test_html_that_is_nested_without_end_is_read_by_its_words(html: str) -> None:
    assert text_of(html).split()[-1] == "x"


def test_a_comment_within_a_comment_hides_what_a_browser_hides() -> None:
    assert text_of("<p>a</p><!-- b <!-- c --><p>d</p>") == "a\n\nd"
    assert words_of("a<!-- b") == "a"
    assert text_of("<p>a</p><!-- b") == "a"


def test_html_that_is_huge_is_read_by_its_words() -> None:
    html = "<p>a <b>b</b> &amp; c</p>" * 40_000
    assert text_of(html).splitlines() == ["a b & c"] * 40_000
