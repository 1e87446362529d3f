from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "unionhall.people"
    verbose_name = _("组织与会员")

    def ready(self) -> None:
        # Models exist only now. Search, notices and printed forms are found by their engines.
        from unionhall.accounts.roles import Role, grants_from
        from unionhall.people import desk, figures, reminders, road, rolls, sentences  # noqa: F401
        from unionhall.people.selectors import member_grants, post_grants

        grants_from(member_grants, Role.MEMBER, Role.RETIRED)
        grants_from(post_grants)
        desk.furnish()
