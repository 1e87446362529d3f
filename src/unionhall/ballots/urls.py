"""The addresses of polls, at the desk and on the phone."""

from django.urls import path

from unionhall.ballots.views import counting, desk, my, papers

urlpatterns = [
    *desk.poll_pages.urls(),
    path("office/polls/<uuid:pk>/sheet/", papers.result_sheet, name="ballots.sheet"),
    path("office/polls/<uuid:pk>/sheet/<slug:kind>/", papers.sheet_file, name="ballots.sheet_file"),
    path("my/votes/", my.listing, name="my.votes.list"),
    path("my/votes/<uuid:pk>/", my.show, name="my.votes.show"),
    path("my/votes/<uuid:pk>/count/", counting.count, name="my.votes.count"),
]
