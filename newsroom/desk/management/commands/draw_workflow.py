"""Draws the moves of a story into docs/editorial-workflow.md, from the table itself."""

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import translation

from articles.workflow import TRANSITIONS, Demand
from newsroom.desk.roles import ROLE_NAMES, ROLES, permissions_of

PAGE = settings.BASE_DIR / "docs" / "editorial-workflow.md"
BEGIN, END = "<!-- drawn from articles/workflow.py by `manage.py draw_workflow` -->\n", "<!-- end -->\n"
HEAD = "| move | from | to | by | wants |\n|---|---|---|---|---|\n"
DEMANDS = {
    Demand.NOTHING: "", Demand.TEXT: "text", Demand.SIGNED: "text, section, byline or source",
    Demand.CHECKED: "the paper's checks",
}  # fmt: skip
MOMENTS = {True: "before its time has come", False: "after its time has come", None: ""}


class Command(BaseCommand):
    help = "Draw the table of moves into docs/editorial-workflow.md."

    def handle(self, *args, **options):
        PAGE.write_text(drawn(), encoding="utf-8")


def drawn() -> str:
    """The page with the table as the code has it now."""
    before, _begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    with translation.override("vi"):
        lines = "".join(_line(move) for move in TRANSITIONS.values())
    return f"{before}{BEGIN}\n{HEAD}{lines}\n{END}{rest.partition(END)[2]}"


def _line(move):
    sources = ", ".join(str(source.label) for source in move.sources)
    cells = [f"**{move.label}** `{move.name}`", sources, str(move.target.label), _who(move), _wants(move)]
    return f"| {' | '.join(cells)} |\n"


def _who(move):
    roles = [role for role in ROLES if ("articles", move.permission) in permissions_of(role)]
    names = ", ".join(str(ROLE_NAMES[role]).lower() for role in roles)
    return f"{names}; authors their own" if move.by_author else names


def _wants(move):
    wants = [
        "a note" if move.note_required else "",
        DEMANDS[move.demand],
        "a time, or now" if move.takes_time else "",
        MOMENTS[move.while_scheduled],
        "no working copy" if move.of_stories else "",
    ]
    return "; ".join(filter(None, wants)) or "–"
