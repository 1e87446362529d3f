"""What every page's frame needs."""

from typing import Any

from django.http import HttpRequest

from unionhall.web.frame import Frame


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame around every page."""
    return {"frame": Frame(request)}
