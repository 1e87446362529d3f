"""The addresses of care, on the desk and on the phone."""

from django.urls import path

from unionhall.care.views import mine
from unionhall.care.views.drives import desk as drive_desk
from unionhall.care.views.drives import my as my_drives
from unionhall.care.views.drives import papers as drive_papers

urlpatterns = [
    path("my/care/", mine.page, name="my.care"),
    *drive_desk.drive_pages.urls(),
    *drive_papers.transfer_import.urls(),
    path("office/care/drives/<uuid:pk>/papers/<slug:which>/", drive_papers.paper, name="care.drives.paper"),
    path("my/care/drives/", my_drives.listing, name="my.care.drives"),
    path("my/care/drives/<uuid:pk>/", my_drives.show, name="my.care.drive"),
    path("my/care/gifts/<uuid:pk>/receipt/", my_drives.receipt, name="my.care.receipt"),
]
