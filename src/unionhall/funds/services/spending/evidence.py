"""The pack of a request, piece by piece (FIN-11)."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.files.services import attach, remove
from unionhall.flows import Blocked
from unionhall.funds.flow.request import FLOW
from unionhall.funds.models import Paper, Piece, SpendingRequest
from unionhall.funds.services import checks


@transaction.atomic
def add_evidence(request: SpendingRequest, *, by: User, kind: str, upload: UploadedFile, text: str = "") -> Piece:
    """Attach one piece of the pack: what it is for, the list, an invoice, the sign-off."""
    FLOW.check(request, "add_evidence", by=by)
    attachment = attach(request, upload, by=by)
    piece = Piece.objects.create(
        request=request, kind=kind, text=(text.strip() or attachment.name)[:120], attachment=attachment
    )
    audit.record("funds.requests.add_evidence", request, by=by, after={"kind": kind, "text": piece.text})
    return piece


@transaction.atomic
def drop_evidence(request: SpendingRequest, *, by: User, piece: Piece, reason: str) -> None:
    """Take a piece out of the pack that does not belong there; its file goes too, unless a voucher was proved by it."""
    reason = checks.given(reason, _("请写明撤下的理由。"))
    FLOW.check(request, "drop_evidence", by=by)
    attachment, before = piece.attachment, {"kind": piece.kind, "text": piece.text}
    if not Piece.objects.filter(pk=piece.pk, request=request).delete()[0]:
        raise Blocked(_("这个附件刚被移除。"))
    if not Paper.objects.filter(attachment=attachment).exists():
        remove(attachment, request, by=by)
    audit.record("funds.requests.drop_evidence", request, by=by, before=before, reason=reason)
