"""The addresses of proposals: the committee's desk, the department's, the leader's, the phone."""

from django.urls import path

from unionhall.proposals.views import department, desk, imports, leader, my, papers, statistics

urlpatterns = [
    *desk.proposal_pages.urls(),
    *desk.call_pages.urls(),
    *imports.past_import.urls(),
    *department.share_pages.urls(),
    *leader.signoff_pages.urls(),
    path("office/proposals/statistics/", statistics.show, name="proposals.statistics"),
    path("office/proposals/<uuid:pk>/papers/<slug:which>/", papers.of_proposal, name="proposals.paper"),
    path("office/proposals/shares/<uuid:pk>/order/", papers.order, name="proposals.order"),
    path("office/proposals/calls/<uuid:pk>/papers/<slug:which>/", papers.of_call, name="proposals.call_paper"),
    path("office/proposals/calls/<uuid:pk>/volume/", papers.volume_as_pdf, name="proposals.volume"),
    path("my/proposals/", my.home, name="my.proposals.home"),
    path("my/proposals/similar/", my.similar, name="my.proposals.similar"),
    path("my/proposals/mine/<uuid:pk>/papers/<slug:which>/", papers.own, name="my.proposals.paper"),
    *my.my_pages.urls(),
    *my.second_pages.urls(),
    *my.progress_pages.urls(),
]
