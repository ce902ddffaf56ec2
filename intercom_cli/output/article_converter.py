"""How the elements of an article are written in Markdown: what markdownify leaves out, and more."""

from __future__ import annotations

from functools import cache
from html import escape
from typing import Any

from .html_shape import BLOCKS, attributes_of

# Marks Markdown has signs for, and the attributes these can carry.
SIGNS: dict[str, set[str]] = {
    **{name: set() for name in ("b", "strong", "i", "em", "s", "del", "strike", "code", "br")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
}


@cache
def converter_class() -> Any:
    """The converter, made on first use."""
    from markdownify import MarkdownConverter

    usual_converter: Any = MarkdownConverter

    class Articles(usual_converter):  # type: ignore[misc]
        """Keeps marks without a sign as HTML, and knows Intercom's tables and images."""

        def get_conv_fn(self, tag_name: str) -> Any:
            usual = super().get_conv_fn(tag_name)
            if tag_name in BLOCKS or tag_name.startswith("["):
                return usual

            def convert(el: Any, text: str, parent_tags: set[str]) -> str:
                found = dict(attributes_of(el))
                carried = SIGNS.get(tag_name)
                if "pre" in parent_tags:
                    return text
                if usual is None or carried is None or set(found) - carried:
                    return tagged(tag_name, found, text)
                return str(usual(el, text, parent_tags=parent_tags))

            return convert

        convert_strike = usual_converter.convert_s

        def convert_br(self, el: Any, text: str, parent_tags: set[str]) -> str:
            if "_inline" in parent_tags:
                return "<br>"
            return str(super().convert_br(el, text, parent_tags))

        def convert_img(self, el: Any, _text: str, **_around: Any) -> str:
            sizes = [f"{name}={el[name]}" for name in ("width", "height") if el.get(name)]
            title = f' "{el["title"]}"' if el.get("title") else ""
            size = "{" + " ".join(sizes) + "}" if sizes else ""
            return f"![{el.get('alt') or ''}]({el.get('src') or ''}{title}){size}"

        def convert_hN(self, n: int, el: Any, text: str, parent_tags: set[str]) -> str:  # noqa: N802
            line = str(super().convert_hN(n, el, text, parent_tags)).strip("\n")
            name = f" {{#{el['id']}}}" if el.get("id") else ""
            return f"\n\n{line}{name}\n\n"

        def convert_tr(self, el: Any, text: str, **_around: Any) -> str:
            table = el.find_parent("table")
            first = table is None or table.find("tr") is el
            cells = len(el.find_all(["td", "th"]))
            return f"|{text}\n" + ("|" + " --- |" * cells + "\n") * first

    return Articles


def tagged(name: str, attributes: dict[str, str], text: str) -> str:
    """A mark as HTML around its text."""
    given = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    closing = "" if name in {"img", "br", "input", "source", "wbr"} else f"</{name}>"
    return f"<{name}{given}>{text}{closing}"
