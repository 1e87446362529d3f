from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebConfig(AppConfig):
    name = "unionhall.web"
    verbose_name = _("网页")

    def ready(self) -> None:
        from unionhall.accounts.roles import in_office, is_chair, is_signed_in  # models are loaded only now
        from unionhall.pages import nav

        nav.room("年", _("这一年"), "web.year", who=is_chair, rank=-9)
        nav.landing("web.office", who=in_office)
        nav.landing("web.my", who=is_signed_in)
