"""What is asked when a file is sent."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.heic,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.wps,.et,.dps,.txt,.csv"


class UploadForm(forms.Form):
    """One file."""

    file = forms.FileField(label=gettext_lazy("文件"), max_length=250, allow_empty_file=True)

    def __init__(self, *args: Any, accept: str = ACCEPTED, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = accept
        self.fields["file"].help_text = _("最大 %(most)s MB。") % {"most": settings.UNIONHALL_UPLOAD_BYTES // 2**20}
