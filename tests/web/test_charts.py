"""Charts: the geometry of bars, and the table under them."""

import itertools
import re

from django.template.loader import render_to_string

from unionhall.pages.charts import HEIGHT, TOP, WIDTH, Bar, Columns


def chart(*values) -> Columns:
    return Columns(
        "参加人次", [Bar(f"{at}月", value, f"/list/{at}/") for at, value in enumerate(values, 1)], unit="人次"
    )


def test_the_highest_bar_fills_the_drawing_and_the_others_follow_in_proportion():
    half, full = chart(50, 100).drawn
    assert full.height == full.bar.value * half.height / 50
    assert full.y == TOP
    assert half.y + half.height == full.y + full.height


def test_bars_stand_side_by_side_inside_the_drawing():
    drawn = chart(*range(1, 13)).drawn
    assert all(left.x + left.width < right.x for left, right in itertools.pairwise(drawn))
    assert drawn[-1].x + drawn[-1].width <= WIDTH
    assert all(0 <= bar.y <= HEIGHT for bar in drawn)


def test_nothing_recorded_is_said_so_and_draws_nothing():
    page = render_to_string("pages/parts/columns.html", {"chart": chart(0, 0, None)})
    assert "还没有记录" in page
    assert "<svg" not in page


def test_every_bar_is_a_link_and_stands_in_the_table_too():
    page = render_to_string("pages/parts/columns.html", {"chart": chart(3, 0, 1200)})
    assert re.findall(r'href="(/list/\d/)"', page) == ["/list/1/", "/list/3/", "/list/1/", "/list/3/"]
    assert page.count("1,200") == 3  # the name of the link, the number over the bar, the table
    assert "style=" not in page
