"""The addresses of congresses, at the desk, in the hall and on the phone."""

from django.urls import path

from unionhall.congress.views import desk, hall, imports, my, office, papers

urlpatterns = [
    *office.term_pages.urls(),
    *office.delegate_pages.urls(),
    *office.item_pages.urls(),
    *office.resolution_pages.urls(),
    *imports.delegate_import.urls(),
    path("office/congress/<uuid:pk>/check-in/", desk.check_in, name="congress.check_in"),
    path("office/congress/<uuid:pk>/papers/<slug:which>/", papers.paper, name="congress.paper"),
    *office.session_pages.urls(),
    path("congress/<uuid:pk>/hall/", hall.screen, name="congress.hall"),
    path("congress/<uuid:pk>/hall/now/", hall.now, name="congress.hall.now"),
    path("my/congress/", my.listing, name="my.congress.list"),
    path("my/congress/<uuid:pk>/", my.show, name="my.congress.show"),
    path("my/congress/<uuid:pk>/ticket/", my.ticket, name="my.congress.ticket"),
    path("my/congress/items/<uuid:pk>/note/", my.note, name="my.congress.note"),
    *my.resolution_pages.urls(),
]
