"""Loads the demonstration through the verbs that the desk uses: nothing here writes around them but the past.

The verbs know only the present; so that the paper looks lived in, the times of publication are moved back afterwards.
"""

from datetime import date, timedelta

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from articles import actions, notes, passage, previews, timing
from articles.assignments import actions as assignments
from articles.credits import Credits
from articles.models import Article, Assignment, PenName, Person, Section, Tag
from articles.workflow import Status
from markets import decisions, intake
from markets.models import Channel, Instrument, Listing, Source
from markets.models import Group as PriceGroup
from newsroom.desk import roles
from newsroom.desk.demo import amends, paper, pictures, polls, prices, questions, talk, writing
from newsroom.desk.demo.stories import STORIES
from newsroom.desk.models import Notification, User
from newsroom.front.models import Paper
from photos.ingest import ingest
from polls.models import Poll

# account → (surname, given name, roles); the password is the account's name followed by "-demo".
ACCOUNTS = {
    "phongvien": ("Đào Văn", "Duy", [roles.REPORTER]),
    "bientap": ("Hà Thị", "Biên", [roles.EDITOR]),
    "thuky": ("Trần Văn", "Thư", [roles.DESK_CHIEF, roles.MARKET_DESK]),
    "quantri": ("Lê Thị", "Quản", [roles.ADMINISTRATOR]),
}
# The demo editor works in these; the others show what is not hers.
EDITED_SECTIONS = ["thoi-su", "xay-dung-dang", "kinh-te", "nong-nghiep", "van-hoa", "du-lich", "giao-duc"]

# The moves that lead from a draft to each state of the demo.
PATHS = {
    "draft": [],
    "submitted": ["submit"],
    "sent_back": ["submit", "send_back"],
    "approved": ["submit", "approve"],
    "scheduled": ["submit", "approve", "publish"],
    "published": ["submit", "approve", "publish"],
    "expired": ["submit", "approve", "publish"],
    "withdrawn": ["submit", "approve", "publish", "withdraw"],
    "binned": ["bin"],
}


def is_loaded() -> bool:
    """Whether the demonstration stands in the database."""
    return User.objects.filter(username__in=ACCOUNTS).exists()


def password_of(name) -> str:
    """The published password of a demo account."""
    return f"{name}-demo"


def open_accounts() -> list[str]:
    """The demo accounts that exist and open with their published password."""
    accounts = {user.username: user for user in User.objects.filter(username__in=ACCOUNTS)}
    return [name for name in ACCOUNTS if name in accounts and accounts[name].check_password(password_of(name))]


def load(say):
    """Load all of it, or nothing. `say` is called with one sentence before each step."""
    _load(say)
    _forget_what_is_long_past()
    # Only now, so that playing the past wrote to nobody.
    for name in ACCOUNTS:
        User.objects.filter(username=name).update(email=f"{name}@bao.example")


@transaction.atomic
def _load(say):
    say(f"{len(ACCOUNTS)} accounts")
    users = {name: _account(name, *facts) for name, facts in ACCOUNTS.items()}
    say(f"{len(paper.SECTIONS)} sections and {len(paper.PEN_NAMES)} pen names")
    _load_sections(users["bientap"])
    _load_people(users["phongvien"])
    say(f"{len(STORIES)} stories with their illustrations")
    polls.load(paper.STORY_POLL, by=users["bientap"])
    stories = {story["key"]: _load_story(story, users) for story in STORIES}
    amends.issue_correction(by=users["thuky"])
    say("earlier versions, a change handed in, and text that nobody saved")
    writing.load(stories, users)
    say(f"{len(talk.NOTES)} notes and {len(talk.ASSIGNMENTS)} assignments")
    for note in talk.NOTES:
        _load_note(note, stories[note["story"]], users)
    for assignment in talk.ASSIGNMENTS:
        _load_assignment(assignment, users)
    say(f"{len(paper.POLLS) + len(questions.POLLS)} polls with their votes")
    for poll in (*questions.POLLS, *paper.POLLS):
        polls.load(poll, by=users["bientap"])
    polls.draft(questions.DRAFT, by=users["bientap"])
    say(f"{len(prices.INSTRUMENTS)} instruments with their prices of a quarter or a year")
    _load_prices(users["thuky"])
    _load_paper()


def _load_paper():
    """The masthead of a paper that does not exist."""
    _saved(
        Paper(
            pk=1,
            is_demo=True,
            slogan="Tờ báo minh họa cho phần mềm tòa soạn",
            agency="Báo và phát thanh, truyền hình Minh Họa",
            governing_body="Tỉnh Minh Họa",
            domain="bao.example",
            licence_number="000/GP-DEMO",
            licence_date=date(2026, 7, 1),
            licence_issuer="Cơ quan cấp phép Minh Họa",
            address="Số 0, đường Minh Họa, Ninh Bình",
            telephone="(0229) 000 0000",
            email="toasoan@bao.example",
            advertising="0900 000 000",
            head_title="Tổng Biên tập",
            head_name="Nguyễn Văn Minh Họa",
        )
    )


def _account(name, surname, given, names):
    user = User(username=name, last_name=surname, first_name=given, is_staff=True)
    user.set_password(password_of(name))
    user.save()
    user.groups.set(Group.objects.filter(name__in=names))
    return user


def _saved(instance):
    instance.full_clean()
    instance.save()
    return instance


def _load_sections(editor):
    for position, facts in enumerate(paper.SECTIONS):
        parent = Section.objects.get(slug=facts["parent"]) if "parent" in facts else None
        _saved(Section(slug=facts["slug"], name=facts["name"], parent=parent, position=position))
    editor.sections_edited.set(Section.objects.filter(slug__in=EDITED_SECTIONS))


def _load_people(reporter):
    accounts = {"duy": reporter}
    people = {key: _saved(Person(full_name=name, account=accounts.get(key))) for key, name in paper.PERSONS.items()}
    for name, key, bio in paper.PEN_NAMES:
        _saved(PenName(name=name, bio=bio, person=people.get(key)))


def _load_story(facts, users):
    author = _author(facts, users)
    bylines = tuple((PenName.objects.get(name=name).pk, role) for name, role in facts["byline"])
    credits = Credits(bylines, frozenset(_tag(name).pk for name in facts["tags"]))
    article = actions.create(_draft(facts, author), by=author, credits=credits)
    if facts["state"] == "scheduled":
        timing.set_embargo(article, until=_tomorrow_morning() - timedelta(hours=1), by=users["bientap"])
    for move in PATHS[facts["state"]]:
        _make_move(move, article, facts, users)
    if facts["state"] == "scheduled":
        previews.make(article, by=users["thuky"])  # the desk chief may write in every section
    if facts["age_hours"] is not None:
        past = timezone.now() - timedelta(hours=facts["age_hours"], minutes=len(facts["title"]) % 60)
        Article.objects.filter(pk=article.pk).update(published_at=past, changed_at=past)
    if facts["state"] == "expired":
        timing.set_expiry(article, at=_tomorrow_morning(), by=users["bientap"])
        Article.objects.filter(pk=article.pk).update(expires_at=past + timedelta(days=5))
    return article


def _tomorrow_morning():
    """Six o'clock, when the paper's first readers are up."""
    return timezone.localtime().replace(hour=6, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _author(facts, users):
    """The demo reporter writes what bears his names and what is not yet out of his hands; the desk chief the rest."""
    his = {name for name, person, _bio in paper.PEN_NAMES if person == "duy"}
    signed = his & {name for name, _role in facts["byline"]}
    return users["phongvien"] if signed or facts["state"] in ("draft", "sent_back", "binned") else users["thuky"]


def _draft(facts, reporter):
    written = {name: facts[name] for name in ("genre", "kicker", "title", "standfirst", "source")}
    written["body"] = _with_poll(facts["body"])
    section = Section.objects.get(slug=facts["section"])
    photo, answered = _photo(facts["photo"], facts["key"], reporter), _answered(facts.get("replies_to"))
    return Article(section=section, lead_photo=photo, replies_to=answered, **written)


def _with_poll(body):
    """With the address of the poll that stands in it."""
    if "{story_poll}" not in body:
        return body
    return body.replace("{story_poll}", Poll.objects.get(question=paper.STORY_POLL["question"]).get_absolute_url())


def _answered(key):
    """The story that a reply answers; it stands before the reply in STORIES."""
    title = next((story["title"] for story in STORIES if story["key"] == key), None)
    return title and Article.objects.get(title=title)


def _photo(facts, seed, reporter):
    if facts is None:
        return None
    file = ContentFile(pictures.draw(facts["motif"], seed), name=f"{seed}.jpg")
    said = {name: facts.get(name, "") for name in ("caption", "credit", "alt", "ai_label")}
    return ingest(file, by=reporter, **said)


def _tag(name):
    return Tag.objects.filter(name=name).first() or _saved(Tag(name=name))


def _make_move(move, article, facts, users):
    by = _author(facts, users) if move in ("submit", "bin") else users["thuky"]
    if move in ("approve", "send_back", "publish") and facts["section"] in EDITED_SECTIONS:
        by = users["bientap"]
    note = facts["note"] if move in ("send_back", "withdraw", "bin") else ""
    at = _tomorrow_morning() if facts["state"] == "scheduled" and move == "publish" else None
    actions.move(move, article, by=by, note=note, at=at)


def _load_note(facts, story, users):
    quote, text = facts.get("quote", ""), passage.plain(story.body)
    ahead, _quote, behind = text.partition(quote) if quote else ("", "", "")
    around = {"before": ahead[-passage.NEAR :], "after": behind[: passage.NEAR]}
    note = notes.write(story, by=users[facts["by"]], text=facts["text"], quote=quote, **around)
    for name, answer in facts["answers"]:
        notes.write(story, by=users[name], text=answer, answers=note)
    if facts["settled"]:
        notes.resolve(note, by=users[facts["settled"]])


def _load_assignment(facts, users):
    written = {name: facts[name] for name in ("idea", "brief", "genre")}
    due = timezone.now() + timedelta(hours=facts["hours"])
    given = Assignment(
        section=Section.objects.get(slug=facts["section"]), assignee=users.get(facts["to"]),
        deadline=max(due, timezone.now() + timedelta(hours=1)), **written,
    )  # fmt: skip
    assignments.give(given, by=users[facts["by"]])
    if facts["accepted"]:
        assignments.accept(given, by=given.assignee)
    Assignment.objects.filter(pk=given.pk).update(deadline=due)


def _forget_what_is_long_past():
    """Nobody waits to hear of stories that went out days ago."""
    Notification.objects.filter(story__status__in=[Status.PUBLISHED, Status.WITHDRAWN]).delete()


def _load_prices(chief):
    for position, (slug, name) in enumerate(prices.GROUPS.items()):
        _saved(PriceGroup(slug=slug, name=name, order=position))
    Source.objects.create(name=prices.SOURCE, is_demo=True)
    entries = []
    for position, (slug, facts) in enumerate(prices.INSTRUMENTS.items()):
        entries.extend(_history(_instrument(position, slug, facts)))
    intake.record_sheet(entries, by=chief)
    _correct_prices(chief)
    _load_feed()


def _correct_prices(chief):
    """Of one item a price that was mistyped, and one that was nobody's."""
    pork = Instrument.objects.get(slug="lon-hoi")
    mistyped, foreign = pork.quotes.newest_first()[4:12:7]
    decisions.correct(mistyped, by=chief, values={"price": mistyped.price - 500}, why="Gõ nhầm", confirmed=True)
    decisions.retract(foreign, by=chief, why="Giá của tỉnh khác")


def _load_feed():
    """A source that is not asked, because the demo asks nobody, and a price that slipped by a digit."""
    source = Source.objects.create(is_demo=True, is_active=False, **prices.FEED)
    usd = Instrument.objects.with_latest().get(slug="usd")
    Listing.objects.create(source=source, key="USD", instrument=usd)
    sell = usd.latest.sell * 10
    slipped = intake.Entry(
        usd, source, timezone.now(), buy=usd.latest.buy, sell=sell, raw=f"Sell={sell:,.2f}", raw_unit=usd.unit
    )
    intake.record_sheet([slipped], by=None, channel=Channel.FEED)


def _instrument(position, slug, facts):
    copied = ("name", "definition", "unit", "decimals", "kind", "on_front", "family", "stale_after")
    group = PriceGroup.objects.get(slug=facts.group)
    return _saved(Instrument(slug=slug, group=group, order=position, **{name: getattr(facts, name) for name in copied}))


def _history(instrument):
    now = timezone.now()
    days = prices.LONG_DAYS if instrument.slug in prices.LONG else prices.DAYS
    for quote in prices.daily_quotes(instrument.slug, days, until=timezone.localdate()):
        if quote.quoted_at <= now:
            yield intake.Entry(
                instrument, prices.SOURCE, quote.quoted_at, quote.buy, quote.sell, quote.price, confirmed=True
            )
