from polls.admin.poll import PollAdmin

__all__ = ["PollAdmin"]
