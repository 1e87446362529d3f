"""Every part pages are made of, on one page, for looking at: addresses of the house plus `/gallery/`, in tests only."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from unionhall.pages.charts import Bar, Columns
from unionhall.web.urls import handler400, handler403, handler404, handler500
from unionhall.web.urls import urlpatterns as house

PARTS = Path(__file__).with_name("gallery.html")


def gallery(request: HttpRequest) -> HttpResponse:
    """The page of parts; `words` are as long and as short as names come."""
    template = engines["django"].from_string(PARTS.read_text(encoding="utf-8"))
    chart = Columns(
        "参加人次", [Bar(f"{n}月", n * n * 37 % 500, f"#m{n}") for n in range(1, 13)], unit="人次", heading="月份"
    )
    return HttpResponse(
        template.render(
            {
                "chart": chart,
                "words": ["王", "欧阳清风", "北京示范医院西山院区心血管内科重症监护病房与导管室联合护理单元第三组"],
            },
            request,
        )
    )


urlpatterns = [*house, path("gallery/", gallery)]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
