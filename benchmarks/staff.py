"""Who works at the paper of the archive, and under which sections and tags: few rows, made through the models."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from articles.models import PenName, Person, Section, Tag
from benchmarks.prose import Prose
from newsroom.desk import roles
from newsroom.desk.models import User
from newsroom.text.vietnamese import slugify

REPORTERS, TAGS = 40, 300
SECTIONS = [
    ("Thời sự", []), ("Chính trị", []), ("Kinh tế", ["Nông nghiệp", "Công nghiệp"]), ("Xã hội", ["Việc làm"]),
    ("Văn hóa", ["Du lịch", "Di sản"]), ("Giáo dục", []), ("Y tế", []), ("Pháp luật", []), ("Thể thao", []),
    ("Bạn đọc", []),
]  # fmt: skip


@dataclass(frozen=True)
class Staff:
    """Primary keys, as the rows of stories need them; an author is an account with its pen name."""

    chief: int
    editor: int
    authors: list[tuple[int, int]]
    sections: list[int]
    tags: list[int]


def hire() -> Staff:
    """Open the accounts `thuky`, `bientap`, `quantri` and `phongvien0`, `phongvien1` …, none with a password, and all
    else that a story points at. The last reporter is a newcomer, who has written next to nothing.
    """
    prose = Prose("staff")
    sections = list(_sections())
    editor = _account("bientap", roles.EDITOR)
    editor.sections_edited.set(sections[:3])
    _account("quantri", roles.ADMINISTRATOR)
    tags = [_made(Tag(name=f"{prose.title()} {number}"[:80])).pk for number in range(TAGS)]
    authors = [_author(number, prose) for number in range(REPORTERS)]
    return Staff(_account("thuky", roles.DESK_CHIEF).pk, editor.pk, authors, [one.pk for one in sections], tags)


def _sections():
    for position, (name, children) in enumerate(SECTIONS):
        parent = _section(name, position)
        yield parent
        for child in children:
            yield _section(child, position, parent)


def _section(name, position, parent=None):
    return _made(Section(name=name, slug=slugify(name), position=position, parent=parent))


def _author(number, prose):
    account, name = _account(f"phongvien{number}", roles.REPORTER), prose.name()
    person = _made(Person(full_name=name, account=account))
    return account.pk, _made(PenName(name=name, slug=f"but-danh-{number}", person=person)).pk


def _account(name, role):
    account = User(username=name, first_name=name, is_staff=True)
    account.set_unusable_password()
    account.save()
    account.groups.set(Group.objects.filter(name=role))
    return account


def _made(instance):
    instance.full_clean()
    instance.save()
    return instance
