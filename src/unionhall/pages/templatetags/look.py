"""Tags that draw: icons from the one local sprite."""

from functools import cache

from django import template
from django.core.paginator import Page
from django.templatetags.static import static
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


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """The numbers a pager shows: the ends and the neighbours; None where some are left out."""
    return [
        number if isinstance(number, int) else None
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
