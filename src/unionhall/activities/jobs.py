"""What activities do by themselves as time passes."""

from unionhall.accounts.models import system_user
from unionhall.activities import services
from unionhall.activities.flow import State
from unionhall.activities.models import Activity
from unionhall.flows import WrongState
from unionhall.jobs.registry import every
from unionhall.kernel import clock


@every(60)
def close_what_is_over() -> None:
    """Close the sign-up of activities whose window has ended; one closed meanwhile by somebody else is left alone."""
    for activity in Activity.objects.filter(state=State.OPEN, signup_closes_at__lt=clock.now()):
        try:
            services.close_signup(activity, by=system_user())
        except WrongState:
            continue
