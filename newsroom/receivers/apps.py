from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save


class ReceiversConfig(AppConfig):
    name = "newsroom.receivers"

    def ready(self):
        # They ask the models of what they hear, which are there now.
        from newsroom.pages.store import keeping  # noqa: PLC0415
        from newsroom.receivers import clock  # noqa: PLC0415

        keeping.time_passed.connect(clock.time_passed)
        self._hear_stories()
        self._hear_others()

    def _hear_stories(self):
        from articles import signals  # noqa: PLC0415
        from newsroom.receivers import stories  # noqa: PLC0415

        signals.article_moved.connect(stories.story_moved)
        signals.article_timed.connect(stories.story_timed)
        signals.article_edited.connect(stories.story_edited)
        signals.correction_issued.connect(stories.correction_issued)

    def _hear_others(self):
        from markets.signals import quotes_recorded  # noqa: PLC0415
        from newsroom.receivers import others  # noqa: PLC0415

        quotes_recorded.connect(others.quotes_recorded)
        for model, hear in others.SAVED.items():
            post_save.connect(hear, sender=model)
            post_delete.connect(hear, sender=model)
