"""Who may do what with which story: predicates over account and story. The verbs ask them; so does the admin."""

from articles.workflow import EDITABLE, OPEN_TO_AUTHOR


def may_view(user, article) -> bool:
    """Whether `user` may open the story at the desk; twin of the queryset's `for_desk`."""
    return user.has_perm("articles.view_article") and (oversees(user, article) or is_author(user, article))


def may_edit(user, article) -> bool:
    """Whether `user` may write in the story in its present state."""
    if not user.has_perm("articles.change_article") or article.applied_at:
        return False
    if oversees(user, article):
        return article.status in EDITABLE
    return is_author(user, article) and article.status in OPEN_TO_AUTHOR


def may_view_unsaved(user, form) -> bool:
    """Whether `user` may read what is typed in an open form. A new story that was never saved is its writer's alone,
    until the writer's account is closed: then it falls to whoever oversees every section.
    """
    if form.article:
        return may_view(user, form.article)
    return form.by_id == user.pk or (not form.by.is_active and inherits(user))


def inherits(user) -> bool:
    """Whether the unsaved new stories of closed accounts fall to `user`."""
    return user.has_perm("articles.edit_all_articles")


def may_propose(user, article) -> bool:
    """Whether `user` may begin a working copy of the story, in order to change what readers see."""
    if not user.has_perm("articles.add_article") or article.is_working_copy:
        return False
    return oversees(user, article) or is_author(user, article)


def may_move(user, article, transition) -> bool:
    """Whether the move is `user`'s to make on this story, whatever state it is in."""
    if not user.has_perm(f"articles.{transition.permission}"):
        return False
    return _oversees_what_changes(user, article) or (transition.by_author and is_author(user, article))


def may_set_times(user, article) -> bool:
    """Whether the story's times are `user`'s to set: when it appears, its embargo, its expiry."""
    return user.has_perm("articles.publish_article") and _oversees_what_changes(user, article)


def may_revoke(user, link) -> bool:
    """Whether `user` may take a preview link back: whoever made it, and whoever may write in its story."""
    return link.made_by_id == user.pk or may_edit(user, link.article)


def may_correct(user, article) -> bool:
    """Whether issuing a correction of this story is the user's, whatever state it is in."""
    return user.has_perm("articles.issue_correction") and oversees(user, article)


def may_read_corrected(user, article) -> bool:
    """Whether `user` may read what stood in the story before it was corrected."""
    return user.has_perm("articles.view_corrected_passage") and may_view(user, article)


def oversees(user, article) -> bool:
    """Whether the story is under the user's hand as an editor of its section or as desk chief."""
    if user.has_perm("articles.edit_all_articles"):
        return True
    if not user.has_perm("articles.edit_section_articles"):
        return False
    return article.section_id in _sections_of(user)


def _sections_of(user):
    # Kept on the account for the time of a request, as Django keeps its permissions.
    if not hasattr(user, "_sections_edited"):
        user._sections_edited = set(user.sections_edited.values_list("pk", flat=True))
    return user._sections_edited


def _oversees_what_changes(user, article):
    """Also the story that a working copy would change: the copy may be meant for another section."""
    return oversees(user, article) and (not article.is_working_copy or oversees(user, article.working_copy_of))


def is_author(user, article) -> bool:
    """Whether the user created the story or stands in its byline under any pen name."""
    if article.created_by_id == user.pk:
        return True
    return article.pk is not None and article.bylines.filter(pen_name__person__account=user).exists()
