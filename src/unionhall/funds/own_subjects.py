"""The book's own records that money comes in for."""

from django.urls import reverse

from unionhall.funds import subjects
from unionhall.funds.models import Contribution
from unionhall.funds.services import contributions

subjects.take(
    Contribution,
    rows=lambda user: Contribution.objects.visible_to(user),
    url=lambda contribution, user: reverse("funds.contributions.detail", args=[contribution.pk]),
    undone=contributions.undone,
)
