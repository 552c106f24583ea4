"""What an account of the desk may know of a poll, beyond Django's own permissions."""


def may_see_result(user, poll):
    """Whether `user` may know of the result now: by right, or because every reader may. Of a poll `with_now()`."""
    return user.has_perm("polls.view_sealed_result") or poll.result_is_public
