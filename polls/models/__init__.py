from polls.models.ballot import Ballot, Standing, Tally
from polls.models.choice import Choice
from polls.models.key import Key
from polls.models.poll import Poll, not_before_2000
from polls.models.preview import PollLink
from polls.models.trail import Correction, PollEntry
from polls.workflow import Kind, State, Visibility

__all__ = [
    "Ballot",
    "Choice",
    "Correction",
    "Key",
    "Kind",
    "Poll",
    "PollEntry",
    "PollLink",
    "Standing",
    "State",
    "Tally",
    "Visibility",
    "not_before_2000",
]
