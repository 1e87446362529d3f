"""The verbs of activities; import them from here."""

from unionhall.activities.services.awards import award, issue_prize, stock_prize
from unionhall.activities.services.closing import cancel, finish, hold
from unionhall.activities.services.costs import ask_funds
from unionhall.activities.services.door import check_in, check_in_sheet
from unionhall.activities.services.items import add_item, drop_item, resize, set_quota
from unionhall.activities.services.lists import enter_list
from unionhall.activities.services.outside import register_external_team
from unionhall.activities.services.plan import add_partner, amend, close_signup, draft, name_organiser, publish, reopen
from unionhall.activities.services.results import record_results
from unionhall.activities.services.signing import sign_all, sign_prize
from unionhall.activities.services.signup import sign_up, withdraw
from unionhall.activities.services.teams import enter_team, withdraw_team
from unionhall.activities.services.trainings import describe_training, issue_certificates

__all__ = [
    "add_item",
    "add_partner",
    "amend",
    "ask_funds",
    "award",
    "cancel",
    "check_in",
    "check_in_sheet",
    "close_signup",
    "describe_training",
    "draft",
    "drop_item",
    "enter_list",
    "enter_team",
    "finish",
    "hold",
    "issue_certificates",
    "issue_prize",
    "name_organiser",
    "publish",
    "record_results",
    "register_external_team",
    "reopen",
    "resize",
    "set_quota",
    "sign_all",
    "sign_prize",
    "sign_up",
    "stock_prize",
    "withdraw",
    "withdraw_team",
]
