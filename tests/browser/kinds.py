"""One address of every kind of page, and who looks at it: what is photographed and checked for accessibility."""

from dataclasses import dataclass

from django.urls import reverse

from tests.kit.world import Persona, World


@dataclass(frozen=True)
class Kind:
    """A kind of page: the route of one example, whose record it shows (or what else stands in the path), who opens it."""

    name: str
    route: str
    persona: Persona
    about: str = ""

    def address(self, world: World) -> str:
        """Where the example is."""
        return reverse(self.route, args=[world.ours.get(self.about, self.about)] if self.about else [])


KINDS = [
    Kind("sign-in", "accounts.sign_in", Persona.ANONYMOUS),
    Kind("home-my", "web.my", Persona.MEMBER),
    Kind("home-office", "web.office", Persona.CLERK),
    Kind("home-year", "web.year", Persona.CHAIR),
    Kind("list", "people.list", Persona.CLERK),
    Kind("record", "people.detail", Persona.CLERK, "people.Person"),
    Kind("step", "people.move", Persona.CLERK, "people.Person"),
    Kind("import", "people.import", Persona.CLERK),
    Kind("activity", "activities.detail", Persona.CLERK, "activities.Activity"),
    Kind("activities-my", "my.activities.list", Persona.MEMBER),
    Kind("me", "people.me.detail", Persona.MEMBER, "people.Person"),
    Kind("report", "duty.detail", Persona.CHAIR, "duty.Report"),
    Kind("editor", "duty.edit", Persona.CHAIR, "duty.Report"),
    Kind("figures", "figures.list", Persona.CHAIR),
    Kind("inbox", "notices.inbox", Persona.MEMBER),
    Kind("search", "search.results", Persona.CLERK),
    Kind("rulebook", "rulebook.list", Persona.CLERK),
    Kind("calendar", "calendar.year", Persona.CLERK, "2023"),
    Kind("chart", "people.chart", Persona.MEMBER),
    Kind("job", "jobs.show", Persona.CLERK, "jobs.Job"),
    Kind("drive-my", "my.care.drive", Persona.MEMBER, "care.Drive"),
    Kind("voucher-by-hand", "funds.vouchers.book", Persona.ACCOUNTANT),
    Kind("waiting-to-be-paid", "funds.payments", Persona.CASHIER),
    Kind("budget", "funds.budgets.detail", Persona.CLERK, "funds.Budget"),
]
