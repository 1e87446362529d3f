"""The addresses of polls, at the desk and on the phone."""

from django.urls import path

from unionhall.ballots.views import counting, desk, my

urlpatterns = [
    *desk.poll_pages.urls(),
    path("office/polls/<uuid:pk>/sheet/", desk.result_sheet, name="ballots.sheet"),
    path("my/votes/", my.listing, name="my.votes.list"),
    path("my/votes/<uuid:pk>/", my.show, name="my.votes.show"),
    path("my/votes/<uuid:pk>/count/", counting.count, name="my.votes.count"),
]
