"""The addresses of activities, on the desk and on the phone."""

from django.urls import path

from unionhall.activities.views import closing, desk, door, imports, lists, results
from unionhall.activities.views.my import acting, reading

urlpatterns = [
    *desk.external_pages.urls(),
    *desk.activity_pages.urls(),
    *imports.entry_import.urls(),
    *imports.result_import.urls(),
    path("office/activities/<uuid:pk>/check-in/", door.check_in, name="activities.check_in"),
    path("office/activities/items/<uuid:pk>/results/", results.record, name="activities.results"),
    path("office/activities/<uuid:pk>/lists/<slug:which>/", lists.rows, name="activities.rows"),
    path("office/activities/<uuid:pk>/lists/<slug:which>/print/", lists.printed, name="activities.printed"),
    path("office/activities/<uuid:pk>/lists/<slug:which>/workbook/", lists.workbook, name="activities.workbook"),
    path("office/activities/<uuid:pk>/lists/<slug:which>/word/", closing.word_list, name="activities.word_list"),
    path("office/activities/<uuid:pk>/file/", closing.file, name="activities.file"),
    path("office/activities/<uuid:pk>/file/word/", closing.word_file, name="activities.word_file"),
    path("my/activities/", reading.listing, name="my.activities.list"),
    path("my/activities/entries/", reading.entries, name="my.activities.entries"),
    path("my/activities/<uuid:pk>/", reading.show, name="my.activities.show"),
    path("my/activities/<uuid:pk>/ticket/", reading.ticket, name="my.activities.ticket"),
    path("my/activities/<uuid:pk>/results/", reading.results, name="my.activities.results"),
    path("my/activities/items/<uuid:pk>/sign-up/", acting.sign_up, name="my.activities.sign_up"),
    path("my/activities/items/<uuid:pk>/team/", acting.team, name="my.activities.team"),
    path("my/activities/entries/<uuid:pk>/withdraw/", acting.withdraw, name="my.activities.withdraw"),
    path("my/activities/teams/<uuid:pk>/withdraw/", acting.withdraw_team, name="my.activities.withdraw_team"),
    path("my/activities/prizes/<uuid:pk>/sign/", acting.sign_prize, name="my.activities.sign_prize"),
]
