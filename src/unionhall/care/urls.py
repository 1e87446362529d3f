"""The addresses of care, on the desk and on the phone."""

from django.urls import path

from unionhall.care.views import mine
from unionhall.care.views import notices as public_notices
from unionhall.care.views.drives import desk as drive_desk
from unionhall.care.views.drives import my as my_drives
from unionhall.care.views.drives import papers as drive_papers
from unionhall.care.views.hardship import desk as hardship_desk
from unionhall.care.views.hardship import my as my_hardship

urlpatterns = [
    path("my/care/", mine.page, name="my.care"),
    *drive_desk.drive_pages.urls(),
    *drive_papers.transfer_import.urls(),
    path("office/care/drives/<uuid:pk>/papers/<slug:which>/", drive_papers.paper, name="care.drives.paper"),
    path("my/care/drives/", my_drives.listing, name="my.care.drives"),
    path("my/care/drives/<uuid:pk>/", my_drives.show, name="my.care.drive"),
    path("my/care/gifts/<uuid:pk>/receipt/", my_drives.receipt, name="my.care.receipt"),
    *hardship_desk.hardship_pages.urls(),
    path("office/care/hardship/<uuid:pk>/form/", hardship_desk.register_form, name="care.hardship.form"),
    path("care/hardship/papers/<uuid:pk>/", hardship_desk.paper, name="care.hardship.paper"),
    *my_hardship.my_hardship_pages.urls(),
    *public_notices.notice_pages.urls(),
    path("office/care/notices/<uuid:pk>/word/", public_notices.printed, name="care.notice.word"),
    path("my/care/notices/", public_notices.listing, name="my.care.notices"),
    path("my/care/notices/<uuid:pk>/object/", public_notices.object_to, name="my.care.object"),
]
