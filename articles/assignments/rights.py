"""Who may do what with which assignment: predicates. The verbs ask them; so does the admin."""

from articles.assignments.workflow import PENDING, State
from articles.rights import oversees


def may_view(user, assignment) -> bool:
    """Whether `user` may see the assignment; twin of the queryset's `for_desk`."""
    if not user.has_perm("articles.view_assignment"):
        return False
    return (
        user.pk in (assignment.assignee_id, assignment.by_id) or oversees(user, assignment) or _is_offered(assignment)
    )


def may_give(user, assignment) -> bool:
    """Whether `user` may give the assignment: an editor in the own sections."""
    return user.has_perm("articles.add_assignment") and oversees(user, assignment)


def may_change(user, assignment) -> bool:
    """Whether `user` may write in the assignment in its present state."""
    return user.has_perm("articles.change_assignment") and oversees(user, assignment) and assignment.state in PENDING


def may_move(user, assignment, move) -> bool:
    """Whether the move is `user`'s to make, whatever state the assignment is in."""
    if not move.by_writer:
        return user.has_perm("articles.change_assignment") and oversees(user, assignment)
    if not user.has_perm("articles.accept_assignment"):
        return False
    if assignment.assignee_id is None:
        return not move.note_required  # what is open to all is taken or left; nobody has to decline it
    return assignment.assignee_id == user.pk


def _is_offered(assignment):
    return assignment.assignee_id is None and assignment.state == State.OPEN
