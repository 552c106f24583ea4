"""Work beside the answer."""

from threading import Event

from newsroom.desk.background import run


def test_work_is_done_without_being_waited_for():
    may_begin, done = Event(), Event()

    def job(word):
        may_begin.wait(timeout=5)
        assert word == "thư"
        done.set()

    run(job, "thư")

    assert not done.is_set()
    may_begin.set()
    assert done.wait(timeout=5)


def test_work_that_fails_is_logged_and_the_next_is_done(caplog):
    done = Event()

    def fail():
        raise LookupError("gone")

    run(fail)
    run(done.set)

    assert done.wait(timeout=5)
    assert [record.exc_info[0] for record in caplog.records] == [LookupError]
