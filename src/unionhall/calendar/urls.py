"""Addresses of the year calendar."""

from django.urls import path

from unionhall.calendar import views

urlpatterns = [
    path("office/calendar/", views.this_year, name="calendar.this_year"),
    path("office/calendar/<int:number>/", views.year, name="calendar.year"),
    path("office/calendar/<int:number>/enter/", views.enter, name="calendar.enter"),
]
