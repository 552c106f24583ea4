"""The table of moves, read as the journalists' specification."""

from articles.models import Article
from articles.workflow import TRANSITIONS, Status
from newsroom.desk.management.commands import draw_workflow

D, S, B = Status.DRAFT, Status.SUBMITTED, Status.SENT_BACK
A, P, W = Status.APPROVED, Status.PUBLISHED, Status.WITHDRAWN
X = Status.BINNED


def test_table_holds_exactly_these_moves():
    table = {name: (set(move.sources), move.target) for name, move in TRANSITIONS.items()}

    assert table == {
        "submit": ({D, B}, S),
        "send_back": ({S, A}, B),
        "approve": ({S}, A),
        "publish": ({A}, P),
        "unschedule": ({P}, A),
        "withdraw": ({P}, W),
        "republish": ({W}, P),
        "bin": ({D, B}, X),
        "restore": ({X}, D),
    }


def test_moves_that_need_a_note():
    assert {name for name, move in TRANSITIONS.items() if move.note_required} == {"send_back", "withdraw", "republish"}


def test_every_permission_of_the_table_is_declared_on_the_model():
    declared = {codename for codename, _name in Article._meta.permissions}

    assert {move.permission for move in TRANSITIONS.values()} <= declared


def test_every_state_can_be_reached_and_left():
    reached = {move.target for move in TRANSITIONS.values()} | {D}
    left = {state for move in TRANSITIONS.values() for state in move.sources}

    assert reached == left == set(Status)


def test_documentation_shows_the_table_as_it_is():
    page = draw_workflow.PAGE.read_text(encoding="utf-8")

    assert page == draw_workflow.drawn(), "run manage.py draw_workflow"
    assert all(f"`{name}`" in page for name in TRANSITIONS)
