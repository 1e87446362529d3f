from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "unionhall.people"
    verbose_name = _("组织与会员")

    def ready(self) -> None:
        from unionhall.accounts.roles import grants_from  # models exist only now
        from unionhall.people import (  # noqa: F401 (they tell the engines)
            desk,
            figures,
            notices,
            printing,
            reminders,
            search,
            sentences,
        )
        from unionhall.people.selectors import grants

        grants_from(grants)
        desk.furnish()
