"""The panel of a record page that lists its files and takes new ones."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.files import owners
from unionhall.files.models import Attachment
from unionhall.pages.panels import Panel


class Files(Panel):
    """Attachments of a record: to download for who may see it, to add and remove for whom `may_attach` admits."""

    def __init__(
        self,
        model: type[models.Model],
        *,
        may_attach: Callable[..., bool] = in_office,
        why_not: Callable[[Any, str], str | None] | None = None,
        title: str | Promise = "",
        who: Callable[..., bool] | None = None,
    ) -> None:
        super().__init__("files/panel.html", self._context, who=who)
        self.title, self.may_attach = title or _("附件"), may_attach
        owners.take(model, may_attach, why_not)

    def _context(self, request: HttpRequest, obj: Any) -> dict[str, Any]:
        return {
            "title": self.title,
            "files": Attachment.objects.of(obj).select_related("by"),
            "kind": obj._meta.label_lower,
            "may_attach": self.may_attach(request.user, obj),
        }
