"""What taking a plan does to my agenda: nothing that is on it but what the plan leaves out.

What it leaves out is kept in the file for the next plan, which an update may make necessary; what I
avoid, or see in another run, is not.
"""

from summit_tui.agenda.change import Change, take_plan
from summit_tui.agenda.model import Agenda
from summit_tui.agenda.planning.plan import Plan
from summit_tui.agenda.planning.wishes import Wish


def taking(agenda: Agenda, plan: Plan) -> Change:
    """Return the change that makes `agenda` what `plan` has.

    What cannot be planned stays as it is: sessions without a time, cancelled ones, those that are
    over or no longer in the programme. So do picks made since the plan was.
    """
    chosen = [(each.session, each.wish.want) for each in plan.chosen]
    on = {each.session.id for each in plan.chosen}
    wishes = [each.wish for each in plan.chosen] + [each.wish for each in plan.left_out]
    planned = {run.id for wish in wishes for run in wish.runs}
    planned |= {run.id for wish in wishes for run, why in wish.barred if why not in UNPLANNED}
    unseen = [each.wish for each in plan.left_out if not _is_avoided(each.wish)]
    left = [pick.id for wish in unseen for pick in wish.picks if pick.id in planned]
    gone = [
        pick.id for wish in wishes for pick in wish.picks if pick.id in planned - on - set(left)
    ]
    return take_plan(agenda, chosen, left, gone)


def _is_avoided(wish: Wish) -> bool:
    """Return whether I said of every run of `wish` that I picked to do without it."""
    avoided = {run.id for run, why in wish.barred if why == "avoided"}
    return all(pick.id in avoided for pick in wish.picks)


UNPLANNED = ("cancelled", "no time yet", "over")
"""Reasons for which a run is on no plan, and yet stays picked: they may pass, or it was seen."""
