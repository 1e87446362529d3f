from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CalendarConfig(AppConfig):
    name = "unionhall.calendar"
    verbose_name = "日历"

    def ready(self) -> None:
        from unionhall.accounts.roles import in_office  # both need the app registry
        from unionhall.pages import history, nav

        history.says("calendar.enter", _("录入放假安排"))
        nav.room("年", _("工作日历"), "calendar.this_year", who=in_office, icon="calendar", rank=9)
