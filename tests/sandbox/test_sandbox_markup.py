"""HTML and Markdown: each made from the other."""

from __future__ import annotations

import pytest

from intercom_cli.sandbox import markup

MARKDOWN = """# Title

A *soft*, a **strong** and a `short` word, [a link](https://a.example) and ![a picture](b.png).

- one
- two
   - deep

1. first
2. second

> quoted

```py
if x < 1:

    pass
```

| a | b |
| --- | --- |
| 1 | 2 |
"""


def test_markdown_comes_back_as_it_went_in():
    assert markup.markdown_of(markup.html_of(MARKDOWN)) == MARKDOWN


def test_html_is_made_of_markdown_and_tags_inside_it_are_only_shown():
    assert markup.html_of("A <b>c</b>") == '<p class="no-margin">A &lt;b&gt;c&lt;/b&gt;</p>'


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Body", '<p class="no-margin">Body</p>'),
        ("<p>Body</p>", '<p class="no-margin">Body</p>'),
        ("<h1>Body</h1>", "<h1>Body</h1>"),
        ("", ""),
    ],
)
def test_loose_text_becomes_a_paragraph(sent, kept):
    assert markup.tidy(sent) == kept


def test_words_of_blocks_do_not_run_together():
    assert markup.text_of("<h1>One</h1><p>two <b>thr</b>ee</p><ul><li>x</li><li>y") == (
        "One two three x y"
    )


def test_nothing_makes_nothing():
    assert markup.markdown_of(None) == markup.markdown_of("") == ""


def test_a_break_and_a_rule_have_their_signs():
    assert markup.markdown_of("<p>a<br>b</p><hr><p>c</p>") == "a\\\nb\n\n---\n\nc\n"
