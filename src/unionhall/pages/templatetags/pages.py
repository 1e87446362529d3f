"""Tags and filters every template has at hand: values in words, states, figures, addresses."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from unionhall.pages import cells, values
from unionhall.pages.tones import tone

register = template.Library()
register.filter("day", values.day)
register.filter("moment", values.moment)
register.filter("yuan", values.yuan)
register.filter("words", values.words)
register.filter("cells", cells.drawn)


@register.filter
def count(number: Any) -> str:
    """`2,103`."""
    return values.number(number)


@register.simple_tag
def state(choice: Any) -> SafeString:
    """A state by its word; shape and colour follow its tone."""
    return format_html('<span class="state {}">{}</span>', tone(choice), choice.label)


@register.simple_tag
def figure(reading: Any, text: Any = None) -> SafeString:
    """A reading's value and unit, opening the list behind it; `text` stands in for the plain number."""
    said = values.words(reading.value) if text is None else text
    return format_html(
        '<a class="figure" href="{}" title="{}">{} {}</a>', reading.url, reading.definition, said, reading.unit
    )


@register.simple_tag(takes_context=True)
def page_url(context: dict[str, Any], name: str, number: int) -> str:
    """The present address with another page number under `name`."""
    query = context["request"].GET.copy()
    query[name] = number
    return f"?{query.urlencode()}"
