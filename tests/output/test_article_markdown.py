"""Articles as Markdown: the same HTML comes back, whatever Markdown has no form for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intercom_cli.errors import Misuse
from intercom_cli.output import front_matter
from intercom_cli.output.article_html import html_of, pieces
from intercom_cli.output.article_markdown import markdown_of, merged, says_the_same
from intercom_cli.output.html_shape import shape_of

FRAME = '<div class="intercom-interblocks-table-container"><table><tbody>{}</tbody></table></div>'


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<p class="no-margin">Hi <b>you</b> and <i>me</i></p>', "Hi **you** and *me*\n"),
        ('<h2 id="h_1">Steps</h2>', "## Steps {#h_1}\n"),
        ("<ol><li><p>one</p></li><li>two</li></ol>", "1. one\n2. two\n"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b\n"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n<!-- -->\n\n- b\n"),
        ('<pre><code class="language-sh">a\n\n  b\n</code></pre>', "```sh\na\n\n  b\n```\n"),
        ("<blockquote>Ask us.</blockquote>", "> Ask us.\n"),
        ("<p>a<br>b</p>", "a\\\nb\n"),
        (
            '<div class="intercom-container"><img src="https://a.test/b" alt="c" width="9"></div>',
            "![c](https://a.test/b){width=9}\n",
        ),
        (
            FRAME.format("<tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr>"),
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n",
        ),
        ("<p>snake_case and 5 * 3 > 2</p>", "snake_case and 5 * 3 > 2\n"),
        ("<p>1. no list</p><p># no heading</p>", "1\\. no list\n\n\\# no heading\n"),
        ("<p>a <u>line</u></p>", "a <u>line</u>\n"),
        ("loose <b>text</b><p>x</p>", "loose **text**\n\nx\n"),
        ("", ""),
    ],
)
def test_what_markdown_has_a_form_for_is_written_in_it(html: str, markdown: str) -> None:
    assert markdown_of(html) == markdown
    assert says_the_same(markdown, html)


@pytest.mark.parametrize(
    "html",
    [
        '<iframe src="https://v.test" allowfullscreen=""></iframe>',
        '<video controls="" src="https://v.test"></video>',
        '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
        '<p class="no-margin intercom-align-center">x</p>',
        '<div class="intercom-interblocks-callout" style="color: red"><p>x</p></div>',
        "<p></p>",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "<details><summary>More</summary><p>x</p></details>",
        "<pre>a <b>bold</b>\n\n\n  word</pre>",
    ],
)
def test_everything_else_stays_html(html: str) -> None:
    text = markdown_of(f"<p>before</p>{html}<p>after</p>")
    before, _, rest = text.partition("\n\n")
    assert before == "before"
    assert rest.startswith("<")
    assert rest.endswith("\n\nafter\n")
    assert says_the_same(text, f"<p>before</p>{html}<p>after</p>")


def test_html_that_says_something_else_is_not_the_same() -> None:
    for one, other in (
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p><b>a</b> b</p>", "<p>a b</p>"),
        ('<a href="https://a.test">x</a>', '<a href="https://b.test">x</a>'),
        ("<h2>x</h2>", "<h3>x</h3>"),
        ('<h2 id="a">x</h2>', "<h2>x</h2>"),
        ("<ul><li>x</li></ul>", "<ol><li>x</li></ol>"),
        ("<p>a</p><p>b</p>", "<p>a<br>b</p>"),
        ("<pre>a  b</pre>", "<pre>a b</pre>"),
        ('<img src="a" width="1">', '<img src="a">'),
        ("<p></p>", ""),
        ("<p>x</p>", '<p class="y">x</p>'),
    ):
        assert shape_of(one) != shape_of(other), (one, other)


def test_html_that_looks_the_same_is_the_same() -> None:
    for one, other in (
        ('<p class="no-margin">a</p>', "<p>a</p>"),
        ("<strong>a</strong> <em>b</em>", "<p><b>a</b> <i>b</i></p>"),
        ("<p><b>a </b>b</p>", "<p><b>a</b> b</p>"),
        ("<ul><li>x</li></ul>", "<ul>\n <li><p>x</p></li>\n</ul>\n"),
        ("<p>&eacute; &amp; &quot;</p>", '<p>é &amp; "</p>'),
    ):
        assert shape_of(one) == shape_of(other), (one, other)


def test_blocks_that_were_not_touched_stay_letter_for_letter() -> None:
    html = (
        '<h2 id="h_1" data-x="1">A</h2><p>one</p><p>one</p>'
        '<p>See <a rel="nofollow noopener" href="https://a.test">this</a>.</p>'
    )
    text = markdown_of(html)
    assert merged(text, html) == html
    changed = merged(text.replace("See", "Read") + "\nNew\n", html)
    assert changed.startswith('<h2 id="h_1" data-x="1">A</h2><p>one</p><p>one</p><p class=')
    assert changed.endswith('<p class="no-margin">New</p>')


# What Intercom allows in an article, with texts that look like Markdown.
LETTERS = list("ab1 .-_*#>[](){}|`~!\\&<:/=+\n\té\u00a0'\"")
text = st.text(alphabet=st.sampled_from(LETTERS), max_size=12).map(
    lambda found: found.replace("&", "&amp;").replace("<", "&lt;")
)
MARKS = ["b", "strong", "i", "em", "u", "s", "code", 'a href="https://a.test/x?y=1&amp;z=2"',
         'span class="k"']  # fmt: skip
TEXTS = ["p", 'p class="no-margin"', 'h2 id="h_1"', "h1", 'p class="intercom-align-center"',
         'div class="x"', "pre"]  # fmt: skip
ALONE = ["<hr>", '<iframe src="https://v.test"></iframe>', '<video src="https://v.test"></video>']


def tagged(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag.split(maxsplit=1)[0]}>"


def list_of(tag: str, items: list[str]) -> str:
    return tagged(tag, "".join(tagged("li", item) for item in items))


def table_of(cell: str) -> str:
    cells = (tagged("td", one) + tagged("td", "x") for one in (cell, "y"))
    return FRAME.replace("{}", "".join(tagged("tr", row) for row in cells))


inline = st.recursive(
    text | st.sampled_from(["<br>", '<img src="https://a.test/b.png" alt="c" width="3">']),
    lambda inner: st.builds(
        tagged, st.sampled_from(MARKS), st.lists(inner, max_size=3).map("".join)
    ),
    max_leaves=6,
)
line = st.lists(inline, max_size=3).map("".join)
leaf = st.one_of(
    st.builds(tagged, st.sampled_from(TEXTS), line),
    line,
    st.sampled_from(ALONE),
    text.map(lambda code: tagged("pre", tagged("code", code))),
    line.map(table_of),
)
article = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(list_of, st.sampled_from(["ul", "ol"]), st.lists(inner, min_size=1, max_size=3)),
        inner.map(lambda found: tagged("blockquote", found)),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(article)
def test_any_article_comes_back_as_it_was(html: str) -> None:
    markdown = markdown_of(html)
    assert shape_of(html_of(markdown)) == shape_of(html), markdown
    assert shape_of(merged(markdown, html)) == shape_of(html)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(article, st.sampled_from(["New", "- x", "> y", "# z", "<div>raw</div>"]))
def test_what_is_added_changes_nothing_else(html: str, more: str) -> None:
    markdown = markdown_of(html)
    longer = merged(f"{markdown}\n<!-- -->\n\n{more}\n", html)
    assert shape_of(longer) == (*shape_of(html), *shape_of(html_of(more)))


# --- front matter --------------------------------------------------------------------------------

values = st.text(max_size=30).filter(lambda found: "\x00" not in found)


@settings(max_examples=200, deadline=None)
@given(values, values)
def test_any_title_is_read_as_it_was_written(title: str, description: str) -> None:
    file = front_matter.written({"id": 1, "title": title, "description": description}, "Text\n")
    found = front_matter.read(file, "x.md")
    assert found is not None
    assert found[0] == {"id": "1", "title": title, "description": description}
    assert found[1] == "Text\n"


def test_values_are_the_texts_that_were_typed() -> None:
    file = "---\ntitle: 2024\ndescription: no\nstate: ~\n---\n\nText\n"
    found = front_matter.read(file, "x.md")
    assert found == ({"title": "2024", "description": "no", "state": "~"}, "Text\n")


def test_a_file_without_front_matter_has_none() -> None:
    for file in ("", "text\n", "--\n", "---\nnever ended\n", "---\njust words\n---\n", "a\n---\n"):
        assert front_matter.read(file, "x.md") is None


def test_only_the_values_that_change_are_written_anew() -> None:
    file = "---\n# note\ntitle:   'A'  # kept\ntags:\n- a\n\n- b\nlist:\n  - c\nend: 1\n---\nText\n"
    changed = front_matter.with_values(file, {"id": 7, "tags": ["x"], "list": "word", "new": "z"})
    assert changed == (
        "---\nid: 7\n# note\ntitle:   'A'  # kept\ntags:\n- x\nlist: word\nend: 1\nnew: z\n---\nText\n"
    )


def test_broken_front_matter_is_told_with_its_line() -> None:
    with pytest.raises(Misuse, match=r"^docs/x\.md:3: "):
        front_matter.read("---\ntitle: a\n\tstate: b\n---\n", "docs/x.md")
    with pytest.raises(Misuse, match=r"^x\.md"):
        front_matter.read("---\ntitle: \x07\n---\n", "x.md")


@pytest.mark.parametrize("html", ["<div>" * 3000 + "x", "<ul><li>" * 1500 + "x", "<b>" * 3000])
def test_html_that_is_nested_without_end_stays_html(html: str) -> None:
    text = markdown_of(html)
    assert len(pieces(text)) == 1
    assert says_the_same(text, html)
    assert merged(text, html).count("<") >= html.count("<")
