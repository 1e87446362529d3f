"""Tags that draw: icons from the one local sprite."""
from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """A symbol of the sprite, hidden from screen readers: an icon stands beside words, never instead of them."""
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
                       static("unionhall/icons.svg"), name)
