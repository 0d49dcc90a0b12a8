# The loop of Windows' completion ports. There are none here: who asks for one is told so, who asks whether a loop is one
# gets an answer.
from . import base_events

__all__ = 'BaseProactorEventLoop',


class BaseProactorEventLoop(base_events.BaseEventLoop):
    """A loop over completion ports."""

    def __init__(self, proactor):
        raise NotImplementedError('completion ports are part of Windows')
