"""Who may be signed in: live accounts of active unions, asked again with every request."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from unionhall.accounts.models import User


class AccountBackend(ModelBackend):
    """Django's own check of the password, and one query for account and union together."""

    def get_user(self, user_id: Any) -> User | None:
        try:
            user = User.objects.select_related("union").get(pk=user_id)
        except User.DoesNotExist:
            return None
        if not self.user_can_authenticate(user):
            return None
        user.of_request = {}
        return user

    def user_can_authenticate(self, user: User) -> bool:
        return user.is_active and user.union.is_active
