"""The addresses of the house and of the tests' own tool room."""

from tests.pages.app.importing import loan_import
from tests.pages.app.pages import loan_pages
from unionhall.web.urls import urlpatterns as house

urlpatterns = [*loan_pages.urls(), *loan_import.urls(), *house]
