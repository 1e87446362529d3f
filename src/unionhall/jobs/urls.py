from django.urls import path

from unionhall.jobs import views

urlpatterns = [
    path("jobs/<uuid:pk>/", views.show, name="jobs.show"),
    path("jobs/<uuid:pk>/cancel/", views.cancel, name="jobs.cancel"),
]
