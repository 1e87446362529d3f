"""The addresses of care, on the desk and on the phone."""

from django.urls import path

from unionhall.care.views import attesting, desk, mine
from unionhall.care.views import notices as public_notices
from unionhall.care.views.aid import covers, my_covers
from unionhall.care.views.aid import desk as aid_desk
from unionhall.care.views.drives import desk as drive_desk
from unionhall.care.views.drives import gifts as drive_gifts
from unionhall.care.views.drives import my as my_drives
from unionhall.care.views.drives import papers as drive_papers
from unionhall.care.views.hardship import checks as requests_to_check
from unionhall.care.views.hardship import desk as hardship_desk
from unionhall.care.views.hardship import my as my_hardship
from unionhall.care.views.health import desk as health_desk
from unionhall.care.views.health import my as my_health
from unionhall.care.views.health import rest
from unionhall.care.views.issues import desk as issue_desk
from unionhall.care.views.issues import my as my_gifts
from unionhall.care.views.issues import office as issues
from unionhall.care.views.issues import papers as issue_papers
from unionhall.care.views.visits import my as my_visits
from unionhall.care.views.visits import office as visits
from unionhall.care.views.visits import papers as visit_papers
from unionhall.care.views.visits import rules, secrets

urlpatterns = [
    path("my/care/", mine.page, name="my.care"),
    path("office/care/", desk.glance, name="care.desk"),
    *visit_papers.event_import.urls(),
    *visits.event_pages.urls(),
    *visits.task_pages.urls(),
    *visits.visit_pages.urls(),
    *visits.round_pages.urls(),
    *visits.promise_pages.urls(),
    *rules.standard_pages.urls(),
    *rules.set_pages.urls(),
    *rules.proof_pages.urls(),
    *issues.issue_pages.urls(),
    *issues.share_pages.urls(),
    path("office/care/events/<uuid:pk>/words/", secrets.of_event, name="care.events.words"),
    path("office/care/visits/<uuid:pk>/words/", secrets.of_visit, name="care.visits.words"),
    path("office/care/visits/<uuid:pk>/papers/<slug:which>/", visit_papers.paper, name="care.visits.paper"),
    path("care/visits/papers/<uuid:pk>/", visit_papers.open_paper, name="care.visits.open_paper"),
    path("office/care/rounds/<uuid:pk>/sheet/", visit_papers.round_sheet, name="care.rounds.sheet"),
    path("office/care/issues/<uuid:pk>/hand-out/", issue_desk.hand_out, name="care.issues.hand_out"),
    path("office/care/issues/<uuid:pk>/papers/<slug:which>/", issue_papers.paper, name="care.issues.paper"),
    path("office/care/issues/<uuid:pk>/workbook/<slug:which>/", issue_papers.workbook, name="care.issues.workbook"),
    *my_visits.my_event_pages.urls(),
    *my_visits.my_task_pages.urls(),
    *attesting.my_word_pages.urls(),
    *attesting.word_pages.urls(),
    path("my/care/visits/<uuid:pk>/sign/", my_visits.sign, name="my.care.sign"),
    path("my/care/benefits/", my_gifts.listing, name="my.care.benefits"),
    path("my/care/benefits/<uuid:pk>/choose/", my_gifts.choose, name="my.care.choose"),
    path("my/care/benefits/<uuid:pk>/ticket/", my_gifts.ticket, name="my.care.ticket"),
    *drive_desk.drive_pages.urls(),
    *drive_papers.transfer_import.urls(),
    *drive_gifts.gift_pages.urls(),
    path("office/care/drives/<uuid:pk>/papers/<slug:which>/", drive_papers.paper, name="care.drives.paper"),
    path("my/care/drives/", my_drives.listing, name="my.care.drives"),
    path("my/care/drives/<uuid:pk>/", my_drives.show, name="my.care.drive"),
    path("my/care/gifts/<uuid:pk>/receipt/", my_drives.receipt, name="my.care.receipt"),
    *aid_desk.aid_pages.urls(),
    *aid_desk.my_aid_pages.urls(),
    *covers.cover_pages.urls(),
    *covers.batch_pages.urls(),
    *covers.claim_pages.urls(),
    *my_covers.my_cover_pages.urls(),
    *health_desk.round_pages.urls(),
    *health_desk.check_pages.urls(),
    *health_desk.check_import.urls(),
    *rest.rest_pages.urls(),
    path("my/care/checks/", my_health.listing, name="my.care.checks"),
    path("my/care/checks/<uuid:pk>/book/<uuid:day>/", my_health.book, name="my.care.book"),
    path("my/care/checks/<uuid:pk>/decline/", my_health.decline, name="my.care.decline"),
    path("my/care/payments/<uuid:pk>/sign/", my_drives.sign, name="my.care.sign_payment"),
    *hardship_desk.hardship_pages.urls(),
    path("office/care/hardship/<uuid:pk>/form/", hardship_desk.register_form, name="care.hardship.form"),
    path("care/hardship/papers/<uuid:pk>/", hardship_desk.paper, name="care.hardship.paper"),
    *my_hardship.my_hardship_pages.urls(),
    *requests_to_check.check_pages.urls(),
    *public_notices.notice_pages.urls(),
    path("office/care/notices/<uuid:pk>/word/", public_notices.printed, name="care.notice.word"),
    path("my/care/notices/", public_notices.listing, name="my.care.notices"),
    path("my/care/notices/<uuid:pk>/object/", public_notices.object_to, name="my.care.object"),
]
