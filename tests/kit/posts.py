"""What a page would send: its forms read from the page itself, so that a test posts as a browser does."""

from html.parser import HTMLParser

from django.http import HttpResponse


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append({})
        elif tag == "select":
            self.select = known.get("name", "")
            self.forms[-1].setdefault(self.select, "")
        elif tag == "option" and self.select and "selected" in known:
            self.forms[-1][self.select] = known.get("value", "")
        elif tag in ("input", "button") and self.forms and known.get("name") and known.get("type") != "checkbox":
            self.forms[-1][known["name"]] = known.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""


def forms_of(response: HttpResponse) -> list[dict[str, str]]:
    """Every form of a page with what it would send as it stands, its button pressed."""
    parser = _Forms()
    parser.feed(response.content.decode())
    return parser.forms


def form_with(response: HttpResponse, name: str) -> dict[str, str]:
    """The one form of a page that sends `name`."""
    (found,) = [form for form in forms_of(response) if name in form]
    return found
