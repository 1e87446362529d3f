"""The addresses of congresses, at the desk, in the hall and on the phone."""

from django.urls import path

from unionhall.congress.models import AgendaItem, JointMeeting, Motion, Resolution
from unionhall.congress.views import desk, hall, imports, mine, my, office, papers

urlpatterns = [
    *office.term_pages.urls(),
    *office.delegate_pages.urls(),
    *office.item_pages.urls(),
    *office.resolution_pages.urls(),
    *office.constituency_pages.urls(),
    *office.motion_pages.urls(),
    *office.joint_pages.urls(),
    path("office/congress/items/<uuid:pk>/result/", papers.of(AgendaItem, "result"), name="congress.result_paper"),
    path(
        "office/congress/resolutions/<uuid:pk>/paper/",
        papers.of(Resolution, "resolution"),
        name="congress.resolution_paper",
    ),
    path("office/congress/motions/<uuid:pk>/paper/", papers.of(Motion, "motion"), name="congress.motion_paper"),
    path("office/congress/joint/<uuid:pk>/paper/", papers.of(JointMeeting, "joint"), name="congress.joint_paper"),
    *imports.delegate_import.urls(),
    path("office/congress/<uuid:pk>/check-in/", desk.check_in, name="congress.check_in"),
    path("office/congress/<uuid:pk>/roll-call/", desk.roll_call, name="congress.roll_call"),
    path("office/congress/<uuid:pk>/zip/", papers.archive, name="congress.archive_file"),
    path("office/congress/<uuid:pk>/papers/<slug:which>/", papers.paper, name="congress.paper"),
    *office.session_pages.urls(),
    path("congress/<uuid:pk>/hall/", hall.screen, name="congress.hall"),
    path("congress/<uuid:pk>/hall/now/", hall.now, name="congress.hall.now"),
    path("my/congress/", my.listing, name="my.congress.list"),
    path("my/congress/<uuid:pk>/", my.show, name="my.congress.show"),
    path("my/congress/<uuid:pk>/ticket/", my.ticket, name="my.congress.ticket"),
    path("my/congress/<uuid:pk>/leave/", my.leave, name="my.congress.leave"),
    path("my/congress/<uuid:pk>/notes/", my.notes, name="my.congress.notes"),
    path("my/congress/items/<uuid:pk>/note/", my.note, name="my.congress.note"),
    *mine.resolution_pages.urls(),
    *mine.motion_pages.urls(),
    *mine.joint_pages.urls(),
]
