"""Runs something in forks that are killed, each one step on disk later than the one before."""

import os
import sys

from frameline.disk import place as place_module

#: What changes names on disk, as Python announces it; an exchange is announced here.
STEPS = {"os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree", "os.link"}


def killed_at(number, act):
    """Run `act` in a fork that is killed at its step `number`; whether it was."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) != 0
    seen = 0

    def step(event):
        nonlocal seen
        if event in STEPS:
            seen += 1
            if seen == number:
                os.kill(os.getpid(), 9)

    exchange = place_module._exchange

    def between(*paths):
        step("os.rename")
        done = exchange(*paths)
        step("os.rename")
        return done

    place_module._exchange = between

    sys.addaudithook(lambda event, _: step(event))
    code = 1
    try:
        act()
        code = 0
    finally:
        os._exit(code)


def every_kill(act):
    """Kill `act` at step after step, until it comes through; yields after each kill."""
    for number in range(1, 500):
        if not killed_at(number, act):
            return
        yield number
    raise AssertionError("it never came through")
