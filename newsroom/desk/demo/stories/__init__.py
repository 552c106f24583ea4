"""The stories of the demonstration. Every person, commune, cooperative and figure in them is invented.

Plain data; the seed reads it and plays each story through the desk's own verbs. Keys: `key`, `section` (slug),
`genre`, `kicker`, `title`, `standfirst`, `body` (HTML), `tags` (names), `byline` (pairs of pen name and role),
`source`, `state`, `age_hours` (how long ago it went out; None where it has not), `note` (of the one who sent it
back, withdrew it or put it into the bin), `photo` (what to draw, and its texts, with `ai_label` where readers are to be
told of one; or None), and where it is a reply `replies_to` (the key of the story that it answers, which stands before
it). `{story_poll}` in a body stands for the address of `paper.STORY_POLL`. What is `scheduled` is under embargo until
an hour before it appears; what has `expired` was public for five days.
"""

from newsroom.desk.demo.stories.courts import STORIES as COURTS
from newsroom.desk.demo.stories.culture import STORIES as CULTURE
from newsroom.desk.demo.stories.economy import STORIES as ECONOMY
from newsroom.desk.demo.stories.heritage import STORIES as HERITAGE
from newsroom.desk.demo.stories.politics import STORIES as POLITICS
from newsroom.desk.demo.stories.schools import STORIES as SCHOOLS
from newsroom.desk.demo.stories.season import STORIES as SEASON
from newsroom.desk.demo.stories.society import STORIES as SOCIETY
from newsroom.desk.demo.stories.trade import STORIES as TRADE

STORIES = [
    *POLITICS, *ECONOMY, *CULTURE, *SOCIETY, *SEASON, *TRADE,
    *HERITAGE, *SCHOOLS, *COURTS,
]  # fmt: skip
