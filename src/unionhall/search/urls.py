"""The address of the global search."""

from django.urls import path

from unionhall.search import views

urlpatterns = [path("search/", views.results, name="search.results")]
