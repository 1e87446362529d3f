"""What a donation must be, over plain values (DON-01 to DON-08)."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from unionhall.care.kinds.drive import Way
from unionhall.kernel import money


def amount_problem(amount: Decimal, most: Decimal, clause: str) -> str | None:
    """Why an amount of yuan cannot be entered as one donation, or None; `most` is inclusive, by `clause`.

    There is no least amount but the fen: a minimum would be a levy in disguise (Public Welfare Donations Law art. 4).
    """
    if amount <= 0:
        return _("捐款金额应大于零；捐多捐少自愿，不设最低额（公益事业捐赠法第四条）。")
    if amount != amount.quantize(money.FEN):
        return _("金额最小到分。")
    if amount > most:
        return _("一笔捐款超过%(most)s元，请核对金额（%(clause)s，DON-03）；确有其事的，请先在规则参数里调整上限。") % {
            "most": money.shown(most),
            "clause": clause,
        }
    return None


def illness_in(text: str, words: Sequence[str]) -> str | None:
    """The first of `words` by which a text for all tells of somebody's illness, or None (PIPL arts. 25, 28)."""
    return next((word for word in words if word in text), None)


def shares(donations: Sequence[Decimal], remainder: Decimal) -> list[Decimal]:
    """What each donor gets back of a remainder, in proportion to what they gave, to the fen, and in total exactly it.

    The fen that proportion leaves over go to the largest fractions, earlier donations first (DON-07).
    """
    total, left = sum(map(money.to_fen, donations)), money.to_fen(remainder)
    exact = [divmod(money.to_fen(gift) * left, total) for gift in donations]
    over = left - sum(whole for whole, _rest in exact)
    first = sorted(range(len(exact)), key=lambda at: (-exact[at][1], at))[:over]
    return [money.to_yuan(whole + (at in first)) for at, (whole, _rest) in enumerate(exact)]


def transfer_problem(way: str, bank_no: str, *, is_unmatched: bool) -> str | None:
    """A transfer bears the bank's number of its line, or says that it waits for one; else the bank's list enters it again."""
    if way == Way.TRANSFER and not (bank_no or is_unmatched):
        return _("转账请填银行流水号；还没有的，请勾选“待与银行对账”，以免导入流水时重复登记。")
    return None
