"""Addresses of people."""

from django.urls import path

from unionhall.people.views import (
    bodies,
    corrections,
    first_clerk,
    memberships,
    mine,
    organisation,
    pictures,
    roster,
    secrets,
)

urlpatterns = [
    path("my/me/", mine.mine, name="people.mine"),
    path("my/join/", mine.join, name="people.join"),
    *mine.me_pages.urls(),
    *mine.my_correction_pages.urls(),
    path("office/first-clerk/", first_clerk.first_clerk, name="people.first_clerk"),
    path("organisation/", pictures.chart, name="people.chart"),
    path("office/registers/", pictures.registers, name="people.registers"),
    path("office/registers/<str:kind>/", pictures.register, name="people.register"),
    path("office/registers/<uuid:pk>/<str:kind>/", pictures.register, name="people.register"),
    path("office/people/<uuid:pk>/reveal/<str:field>/", secrets.reveal, name="people.reveal"),
    path("office/memberships/<uuid:pk>/form/<str:key>/", pictures.form, name="people.form"),
    *roster.roster_import.urls(),
    *roster.roster_pages.urls(),
    *memberships.membership_pages.urls(),
    *organisation.unit_pages.urls(),
    *organisation.department_pages.urls(),
    *organisation.profile_pages.urls(),
    *bodies.body_pages.urls(),
    *bodies.term_pages.urls(),
    *bodies.post_pages.urls(),
    *corrections.correction_pages.urls(),
]
