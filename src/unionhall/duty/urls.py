"""Where the duty reports are."""

from django.urls import path

from unionhall.duty.views import checking, editor, paper
from unionhall.duty.views.reports import report_pages

urlpatterns = [
    path("duty/check/", checking.check_any, name="duty.check_any"),
    path("duty/reports/<uuid:pk>/edit/", editor.edit, name="duty.edit"),
    path("duty/reports/<uuid:pk>/figures/", editor.figures, name="duty.figures"),
    path("duty/paragraphs/<uuid:pk>/write/", editor.write, name="duty.write"),
    path("duty/paragraphs/<uuid:pk>/arrange/", editor.arrange, name="duty.arrange"),
    path("duty/sections/<uuid:pk>/begin/", editor.begin, name="duty.begin"),
    path("duty/reports/<uuid:pk>/check/", checking.check, name="duty.check"),
    path("duty/reports/<uuid:pk>/note/", checking.note, name="duty.note"),
    path("duty/reports/<uuid:pk>/print/", paper.preview, name="duty.print"),
    path("duty/reports/<uuid:pk>/word/", paper.download, name="duty.word"),
    path("duty/reports/<uuid:pk>/since/", paper.since, name="duty.since"),
    *report_pages.urls(),
]
