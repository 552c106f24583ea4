"""Thousands of moves, saves and restores by several people at once: whatever they do, no word is out of reach, the
trail is complete, and readers never saw a text that nobody approved.
"""

import contextlib
import random
import re
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import actions, autosave, revisions, working_copies
from articles.credits import Credits
from articles.models import Article, OpenForm, Revision
from articles.workflow import TRANSITIONS, Status
from newsroom.desk import roles
from tests.factories.articles import PenNameFactory, SectionFactory, TagFactory
from tests.factories.desk import UserFactory

pytestmark = pytest.mark.django_db

STEPS = 600
REFUSALS = (PermissionDenied, ValidationError)


class Newsroom:
    """Four people, a few stories, and a record of everything anybody typed, published and did."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.section = SectionFactory()
        editor = UserFactory(roles=[roles.EDITOR])
        editor.sections_edited.add(self.section)
        reporters = UserFactory.create_batch(2, roles=[roles.REPORTER])
        self.people = [*reporters, editor, UserFactory(roles=[roles.DESK_CHIEF])]
        self.names, self.tags = PenNameFactory.create_batch(3), TagFactory.create_batch(3)
        self.words, self.typed, self.shown = 0, [], {}

    def step(self):
        act = self.random.choice([self.create, self.save, self.save, self.save, self.type, self.move, self.move,
                                  self.bring_back, self.propose, self.bring_in])  # fmt: skip
        with contextlib.suppress(*REFUSALS):
            act(self.random.choice(self.people))
        self.look()

    def word(self):
        self.words += 1
        return f"chữ{self.words}"

    def story(self):
        return self.one_of(Article.objects)

    def one_of(self, stories):
        found = list(stories.order_by("pk"))
        return self.random.choice(found) if found else None

    def create(self, who):
        if Article.objects.stories().count() < 6:
            text = self.word()
            body = f"<p>{text} mở đầu.</p>\n<p>Đoạn hai.</p>\n<p>Đoạn ba.</p>"
            article = Article(section=self.section, title=f"Tít {text}", standfirst="Sapo.", body=body)
            actions.create(article, by=who, credits=Credits(((self.names[0].pk, "text"),)))
            self.typed.append(text)

    def save(self, who):
        """From a version that may be stale, with an answer to whatever collides."""
        story = self.story()
        kept = list(story.revisions.all()) if story else []
        if not kept:
            return
        opened, text = self.random.choice(kept[:3]), self.word()
        credits = revisions.write(story, opened.content)
        self._write_somewhere(story, text)
        answers = Answers(self.random)
        actions.edit(story, by=who, seen=opened.number, credits=self._signed(credits), answers=answers)
        self.typed.append(text)

    def _write_somewhere(self, story, text):
        if self.random.random() < 0.3:
            story.title = f"Tít {text}"
            return
        blocks = story.body.split("\n")
        place = self.random.randrange(len(blocks))
        blocks[place] = f"<p>Đoạn với {text}.</p>"
        story.body = "\n".join(blocks)

    def _signed(self, credits):
        if self.random.random() < 0.8:
            return credits
        names = self.random.sample(self.names, 2)
        tags = {tag.pk for tag in self.random.sample(self.tags, 1)}
        return Credits(tuple((name.pk, "text") for name in names), frozenset(tags))

    def type(self, who):
        """Type and leave without saving."""
        story, text = self.story(), self.word()
        fields = [["title", f"Tít {text}"], ["section", str(self.section.pk)]]
        autosave.keep(uuid4(), by=who, article=story, serial=1, typed=fields)
        self.typed.append(text)

    def move(self, who):
        """Mostly a move that is open, and seldom one that takes the story away."""
        if not (story := self.story()):
            return
        names = [move.name for move in actions.open_moves(story, who)]
        if not names or self.random.random() < 0.2:
            names = list(TRANSITIONS)
        name = self.random.choice(names)
        if name in ("bin", "withdraw", "send_back") and self.random.random() < 0.7:
            return
        read = self.random.choice(["", revisions.digest(revisions.stored_content(story))])
        actions.move(name, story, by=who, note="Vì vậy.", read=read)

    def bring_back(self, who):
        story = self.story()
        if story and story.revisions.exists():
            actions.bring_back(self.random.choice(list(story.revisions.all())), by=who)

    def propose(self, who):
        if live := self.one_of(Article.objects.published()):
            working_copies.start(live, by=who)

    def bring_in(self, who):
        if copy := self.one_of(Article.objects.filter(working_copy_of__isnull=False, applied_at=None)):
            working_copies.bring_in(copy, by=who)

    def look(self):
        """As readers do: remember which contents were public."""
        for story in Article.objects.published():
            self.shown.setdefault((story.pk, revisions.digest(revisions.stored_content(story))), story.approved_digest)


class Answers(dict):
    """Answers every collision, one way or another."""

    def __init__(self, source):
        super().__init__()
        self.random = source

    def __bool__(self):
        return True

    def get(self, key, default=None):
        return self.setdefault(key, self.random.choice(["theirs", "ours", "both"]))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_people_do_nothing_is_lost_and_nothing_leaks(seed):
    newsroom = Newsroom(seed)

    for _step in range(STEPS):
        newsroom.step()

    assert len(newsroom.typed) > STEPS / 10
    assert newsroom.shown
    assert unreachable(newsroom.typed) == []
    assert {approved == content for (_story, content), approved in newsroom.shown.items()} == {True}
    check_history()


def unreachable(words):
    """What somebody typed and no revision and no open form holds."""
    held = [str(content) for content in Revision.objects.values_list("content", flat=True)]
    held += [str(typed) for typed in OpenForm.objects.unsaved().values_list("typed", flat=True)]
    reachable = set(re.findall(r"chữ\d+", " ".join(held)))
    return [word for word in words if word not in reachable]


def check_history():
    """Every story's versions are whole, its newest is what it says, and its trail leads to where it is."""
    for story in Article.objects.all():
        numbers = list(story.revisions.order_by("number").values_list("number", flat=True))
        assert numbers == list(range(1, story.version + 1))
        assert story.revisions.get(number=story.version).digest == revisions.digest(revisions.stored_content(story))
        assert story.status == _end_of(story)


def _end_of(story):
    """Follows the trail from the beginning; each move has to begin where the one before ended."""
    state = Status.DRAFT
    for entry in story.trail.order_by("at", "pk"):
        if entry.move in TRANSITIONS:
            assert entry.from_status == state
            state = entry.to_status
    return state
