"""What is given in kind: things people use or live on, never money or what stands for it (总工办发〔2017〕32号)."""

from django.utils.translation import gettext as _

CLAUSE = "《基层工会经费收支管理办法》（总工办发〔2017〕32号）"
FORBIDDEN = ("购物卡", "代金券", "现金", "储值卡", "礼品卡", "消费卡", "红包")


def kind_problem(*words: str) -> str | None:
    """Why goods of these names may not be given, or None."""
    found = next((word for word in FORBIDDEN if any(word in text for text in words)), None)
    if found is None:
        return None
    return _("慰问品须是实物，不得发放%(what)s等现金和有价证券（%(clause)s）。请改为传统节日用品或生活必需品。") % {
        "what": found,
        "clause": CLAUSE,
    }
