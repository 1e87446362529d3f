"""What a member does: sign up, enter a team, leave, sign for a prize."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from unionhall.accounts.roles import is_signed_in
from unionhall.activities import services
from unionhall.activities.flow import EntryState
from unionhall.activities.forms import TeamForm
from unionhall.activities.models import Entry, Item, PrizeIssue, Team
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key
from unionhall.pages.refusals import status_of

TAP = 40


@require_POST
@needs(is_signed_in)
def sign_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One tap: in, or on the waiting list. The same tap sent twice leads to the same place."""
    item = get_object_or_404(Item.objects.visible_to(request.user).select_related("activity"), pk=pk)
    entry = services.sign_up(item, by=request.user, tap=request.POST.get("once", "")[:TAP])
    if entry.state == EntryState.WAITING:
        messages.info(request, _("名额已满，您已进入候补。有人退出时按报名先后自动递补，并通知您。"))
    else:
        messages.success(request, _("报名成功。"))
    return redirect("my.activities.show", item.activity_id)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def team(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A captain names a team and its members."""
    item = get_object_or_404(Item.objects.visible_to(request.user).select_related("activity"), pk=pk, is_team=True)
    form, refusal = TeamForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(act_once(request, lambda: _entered(request, item, form)))
        except Refusal as why:
            refusal = why
    status = status_of(refusal) if refusal else 422 if form.errors else 200
    context = {"item": item, "activity": item.activity, "form": form, "reason": str(refusal or ""), "once": new_key()}
    return render(request, "activities/my/team.html", context, status=status)


def _entered(request: HttpRequest, item: Item, form: TeamForm) -> str:
    services.enter_team(item, by=request.user, name=form.cleaned_data["name"], members=form.cleaned_data["people"])
    messages.success(request, _("队伍已报名，队员会收到通知。"))
    return redirect("my.activities.show", item.activity_id).url


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Leave one item: asked on GET, done on POST."""
    entry = get_object_or_404(
        Entry.objects.filter(person__user=request.user).select_related("item__activity", "person__unit__parent"), pk=pk
    )
    if request.method != "POST":
        return render(request, "activities/my/leave.html", {"leaves": entry.item, "activity": entry.item.activity})
    services.withdraw(entry, by=request.user)
    messages.success(request, _("已退出“%(item)s”。") % {"item": entry.item.name})
    return redirect("my.activities.entries")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def withdraw_team(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back a whole team one has entered."""
    team = get_object_or_404(
        Team.objects.filter(captain__user=request.user).select_related("item__activity", "captain"), pk=pk
    )
    if request.method != "POST":
        return render(request, "activities/my/leave.html", {"leaves": team, "activity": team.item.activity})
    services.withdraw_team(team, by=request.user)
    messages.success(request, _("队伍“%(team)s”已撤回。") % {"team": team.name})
    return redirect("my.activities.entries")


@require_POST
@needs(is_signed_in)
def sign_prize(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Sign for a prize one was given."""
    issue = get_object_or_404(
        PrizeIssue.objects.filter(person__user=request.user).select_related("activity", "person", "prize"), pk=pk
    )
    services.sign_prize(issue, by=request.user)
    messages.success(
        request, _("已签领：%(prize)s × %(quantity)s") % {"prize": issue.prize.name, "quantity": issue.quantity}
    )
    return redirect("my.activities.entries")
