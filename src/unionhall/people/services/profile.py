"""What the union is: its papers, kept on one page."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.models import Profile
from unionhall.people.rules.identity import is_credit_code


@transaction.atomic
def describe(*, by: User, **fields: Any) -> Profile:
    """Write the union's papers; refused when the credit code's check character is wrong (GB 32100, ORG-04)."""
    code = fields.get("credit_code", "")
    if code and not is_credit_code(code):
        raise Blocked(_("统一社会信用代码的校验位不对，请对照证书核对（GB 32100）。"))
    profile = Profile.objects.first() or Profile()
    before = audit.snapshot(profile, fields)
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()
    audit.record("people.describe_union", profile, by=by, before=before, after=audit.snapshot(profile, fields))
    return profile
