"""The addresses of funds."""

from unionhall.funds.views import requests

urlpatterns = [
    *requests.request_pages.urls(),
    *requests.my_payments.urls(),
]
