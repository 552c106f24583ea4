"""Every kind of change, made as the desk makes it, against every stored page: none is stale, none was purged in vain.

Each change says how many pages it is expected to change at least, so that one which changes nothing proves nothing.
"""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions, corrections, timing, working_copies
from articles.credits import Credits
from articles.models import Article, Correction
from markets import decisions
from markets.intake import Entry, record_sheet
from markets.models import Quote
from newsroom.desk import roles
from newsroom.front.models import Paper
from newsroom.pages.store import keeping, shelf
from polls import actions as poll_actions
from polls import review
from tests.factories.desk import UserFactory
from tests.receivers.site import Reader, Site, moment

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def chief():
    return UserFactory(roles=[roles.DESK_CHIEF, roles.MARKET_DESK])


@pytest.fixture
def site(place):
    keeping.tick(place)  # in a new database the clock begins with the first
    return Site(timezone.now())


@pytest.fixture
def reader(client, settings, site):
    return Reader(client, settings)


def written(story, by, credits=None, **fields):
    article = Article.objects.get(pk=story.pk)
    for name, value in fields.items():
        setattr(article, name, value)
    return actions.edit(article, by=by, credits=credits)


def publish(site, by):
    actions.publish(site.approved, by=by)


def withdraw(site, by):
    actions.withdraw(site.of_news[0], by=by, note="Sai")


def withdraw_from_the_archive(site, by):
    actions.withdraw(site.of_news[14], by=by, note="Sai")


def withdraw_what_was_corrected(site, by):
    actions.withdraw(site.of_news[16], by=by, note="Sai")


def bring_back(site, by):
    actions.republish(site.withdrawn, by=by, note="Đúng")


def edit_the_body(site, by):
    written(site.of_economy[1], by, body="<p>Khác.</p>")


def edit_the_title(site, by):
    written(site.of_economy[1], by, title="Tít khác")


def edit_in_the_archive(site, by):
    written(site.of_news[22], by, title="Tít khác")


def move_to_another_section(site, by):
    written(site.of_news[2], by, section_id=site.farms.pk)


def move_out_of_the_archive(site, by):
    written(site.of_news[22], by, section_id=site.farms.pk)


def move_within_the_parent(site, by):
    written(site.of_economy[2], by, section_id=site.farms.pk)


def give_other_tags(site, by):
    story = site.of_news[7]
    written(story, by, credits=Credits(Credits.of(story).bylines, frozenset({site.rice.pk})))


def sign_otherwise(site, by):
    story = site.of_news[7]
    written(story, by, credits=Credits(((site.duy.pk, "text"),), Credits.of(story).tags))


def change_by_a_working_copy(site, by):
    copy = working_copies.start(site.of_news[1], by=by)
    written(copy, by, title="Tít mới")
    actions.submit(copy, by=by)
    actions.approve(copy, by=by)
    actions.publish(copy, by=by)


def correct(site, by):
    article = Article.objects.get(pk=site.of_news[5].pk)
    article.body = "<p>Đúng.</p>"
    said = Correction(false_statement="Nội dung của tin", corrected_statement="Đúng.", apology="Xin lỗi.")
    corrections.issue(said, article, by=by)


def answer(site, by):
    written(site.of_farms[5], by, replies_to_id=site.of_economy[9].pk)


def let_expire_at_once(site, by):
    timing.set_expiry(site.of_news[3], at=moment(1), by=by)
    time.sleep(1.1)
    keeping.tick(shelf.here())


def appear_at_its_time(site, by):
    actions.publish(site.approved, by=by, at=moment(1))
    time.sleep(1.1)
    keeping.tick(shelf.here())


def quoted(by, entry):
    assert len(record_sheet([entry], by=by).quotes) == 1


def new_price(site, by):
    quoted(by, Entry(site.gold, "Tiệm vàng thử nghiệm", timezone.now(), buy=148_500_000, sell=150_500_000))


def new_price_that_stands_elsewhere(site, by):
    quoted(by, Entry(site.pork, "Tiệm vàng thử nghiệm", timezone.now(), low=61_000, high=63_000))


def late_price_of_a_day_that_is_over(site, by):
    at = timezone.now() - timedelta(hours=25)
    quoted(by, Entry(site.pork, "Tiệm vàng thử nghiệm", at, low=61_000, high=63_000))


def first_price(site, by):
    quoted(
        by, Entry(site.silent, "Tiệm vàng thử nghiệm", timezone.now(), buy=1_000_000, sell=1_100_000, confirmed=True)
    )


def take_a_price_back(site, by):
    decisions.retract(Quote.objects.filter(instrument=site.gold).newest_first()[0], by=by, why="Sai")


def take_back_a_closing_price(site, by):
    decisions.retract(Quote.objects.filter(instrument=site.gold).newest_first()[1], by=by, why="Sai")


def publish_a_poll(site, by):
    poll_actions.move("publish", site.draft_poll, by=by)


def close_a_poll(site, by):
    poll_actions.move("close", site.poll, by=by)


def mend_a_poll(site, by):
    poll_actions.correct(site.old_poll, by=by, note="Nhầm", question="Câu hỏi khác?")


def discard_ballots(site, by):
    review.discard(site.old_poll, site.old_poll.ballots.all(), by=by, reason="Một máy bấm")


def name_the_paper_otherwise(site, by):
    paper = Paper.current()
    paper.name = "Báo Khác"
    paper.save()


def rename_a_tag(site, by):
    site.rice.name = "Lúa nước"
    site.rice.save()


def rename_a_pen_name(site, by):
    site.duy.name = "Duy Đào"
    site.duy.save()


CHANGES = {
    publish: 20, withdraw: 20, withdraw_from_the_archive: 10, withdraw_what_was_corrected: 10, bring_back: 10,
    edit_the_body: 3, edit_the_title: 10, edit_in_the_archive: 5, move_to_another_section: 20,
    move_out_of_the_archive: 20, move_within_the_parent: 5, give_other_tags: 5, sign_otherwise: 10,
    change_by_a_working_copy: 10, correct: 5, answer: 3, let_expire_at_once: 20, appear_at_its_time: 20, new_price: 4,
    new_price_that_stands_elsewhere: 2, late_price_of_a_day_that_is_over: 3, first_price: 3, take_a_price_back: 4,
    take_back_a_closing_price: 3, publish_a_poll: 1, close_a_poll: 3, mend_a_poll: 2, discard_ballots: 3,
    name_the_paper_otherwise: 60, rename_a_tag: 8, rename_a_pen_name: 20,
}  # fmt: skip


@pytest.mark.parametrize(("change", "at_least"), CHANGES.items(), ids=lambda it: getattr(it, "__name__", ""))
def test_change_purges_exactly_the_pages_that_show_it(site, reader, chief, change, at_least):
    stored = reader.read(site.addresses())
    assert len(stored) > 80

    change(site, chief)

    outcome = reader.outcome(stored)
    assert (sorted(outcome.stale), sorted(outcome.in_vain)) == ([], [])
    assert len(outcome.changed) >= at_least
    assert reader.read(outcome.purged) == {address: page for address, page in outcome.now.items() if page}
