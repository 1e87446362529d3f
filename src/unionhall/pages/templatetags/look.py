"""Tags that draw: icons from the one local sprite, buttons that take a paper away, the numbers of a pager."""

from functools import cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context
from django.template.defaulttags import CsrfTokenNode
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from unionhall.pages.tones import tone

register = template.Library()
register.filter("tone", tone)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A symbol of the sprite, hidden from screen readers: an icon stands beside words, never instead of them."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("unionhall/icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def paper(context: Context, label: str, name: str, *args: Any, sign: str = "download") -> SafeString:
    """A button that takes a paper away from the address `name` with these `args`: a POST, since what leaves is recorded."""
    return format_html(
        '<form method="post" action="{}">{}<button class="button quiet">{}{}</button></form>',
        reverse(name, args=args),
        CsrfTokenNode().render(context),
        icon(sign),
        label,
    )


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """The numbers a pager shows: the ends and the neighbours; None where some are left out."""
    return [
        number if isinstance(number, int) else None
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
