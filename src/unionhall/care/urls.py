"""The addresses of care, on the desk and on the phone."""

from django.urls import path

from unionhall.care.views import mine

urlpatterns = [
    path("my/care/", mine.page, name="my.care"),
]
