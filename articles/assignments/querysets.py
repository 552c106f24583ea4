"""The named questions asked of assignments."""

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from articles.assignments.workflow import PENDING, WITH_THE_WRITER, State


class AssignmentQuerySet(QuerySet):
    def for_desk(self, user):
        """Assignments that `user` may see; twin of `rights.may_view`."""
        if not user.has_perm("articles.view_assignment"):
            return self.none()
        offered = Q(assignee=None, state=State.OPEN)
        return self.filter(offered | Q(assignee=user) | Q(by=user) | self._is_overseen(user))

    def overseen_by(self, user):
        """Assignments in the sections of an editor, or of all where the user is desk chief."""
        return self.filter(self._is_overseen(user))

    def for_writer(self, user):
        """What waits for `user` as a reporter: given to the account, or open to all."""
        return self.filter(Q(assignee=user, state__in=WITH_THE_WRITER) | Q(assignee=None, state=State.OPEN))

    def pending(self):
        """Neither handed in nor cancelled."""
        return self.filter(state__in=PENDING)

    def overdue(self, at=None):
        """Pending past the deadline; twin of `Assignment.is_overdue`."""
        return self.pending().filter(deadline__lt=at or Now())

    def with_now(self):
        """Each assignment with the database's clock as `now`."""
        return self.annotate(now=Now())

    def with_people(self):
        return self.select_related("section", "assignee", "by")

    def _is_overseen(self, user):
        if user.has_perm("articles.edit_all_articles"):
            return Q(pk__isnull=False)
        if not user.has_perm("articles.edit_section_articles"):
            return Q(pk__in=[])
        return Q(section__in=user.sections_edited.all())
