"""Addresses of the rulebook."""

from django.urls import path

from unionhall.rulebook import views

urlpatterns = [
    path("office/rulebook/", views.index, name="rulebook.list"),
    path("office/rulebook/export/", views.export, name="rulebook.export"),
    path("office/rulebook/<str:key>/", views.detail, name="rulebook.detail"),
    path("office/rulebook/<str:key>/amend/", views.amend, name="rulebook.amend"),
]
