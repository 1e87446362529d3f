"""Who may be signed in: live accounts of active unions, asked again with every request."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from unionhall.accounts.asked import Lookup
from unionhall.accounts.models import User

_account: Lookup[User] = Lookup(lambda key, day: User.objects.select_related("union").filter(pk=key))


class AccountBackend(ModelBackend):
    """Django's own check of the password, and one query for account and union together."""

    def get_user(self, user_id: Any) -> User | None:
        user = _account.first(user_id)
        if user is None or not self.user_can_authenticate(user):
            return None
        user.of_request = {}
        return user

    def user_can_authenticate(self, user: User) -> bool:
        return user.is_active and user.union.is_active
