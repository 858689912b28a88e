"""Python starts with this: every way out of the machine is closed, and each attempt noted."""

import os
import socket

_CONNECT, _LOOK_UP = socket.socket.connect, socket.getaddrinfo
_HERE = ("127.", "::1", "localhost")


def _note(what):
    with open(os.environ["NETWORK_LOG"], "a", encoding="utf-8") as log:
        log.write(f"{what}\n")
    raise OSError(f"no network in this test: {what}")


def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(_HERE):
        _note(address)
    return _CONNECT(self, address)


def getaddrinfo(host, *arguments, **options):
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    if not name.startswith((*_HERE, "0.0.0.0")):
        _note(name)
    return _LOOK_UP(host, *arguments, **options)


socket.socket.connect = socket.socket.connect_ex = connect
socket.getaddrinfo = getaddrinfo
