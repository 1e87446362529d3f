"""The voucher an accountant writes by hand: whatever is no spending, with the paper it rests on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from unionhall.accounts.models import User
from unionhall.files.services import attach
from unionhall.flows import Blocked
from unionhall.funds.models import Paper, Voucher
from unionhall.funds.rules import by_hand
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import vouchers


@transaction.atomic
def book(*, by: User, on: date, text: str, lines: Sequence[Line], kind: str, upload: UploadedFile) -> Voucher:
    """Cash taken to the bank, interest that came in, a wrong account put right: dated `on`, proved by one paper of a kind.

    Raises as `vouchers.book` does, and Blocked for what is spending, which has a road of its own (rules.by_hand).
    """
    vouchers.check_maker(by, None)
    reason = by_hand.problem(vouchers.with_purses(lines))
    if reason:
        raise Blocked(reason)
    said = [replace(line, text=line.text or text) for line in lines]
    voucher = vouchers.book(by=by, on=on, text=text, lines=said)
    attachment = attach(voucher, upload, by=by)
    Paper.objects.create(voucher=voucher, kind=kind, text=attachment.name[:120], attachment=attachment)
    return voucher
