"""Where the figures are."""

from django.urls import path

from unionhall.figures import views

urlpatterns = [
    path("figures/", views.index, name="figures.list"),
    path("figures/<str:key>/", views.detail, name="figures.detail"),
    path("figures/<str:key>/export/", views.export, name="figures.export"),
]
