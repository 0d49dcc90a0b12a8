"""Mailboxes on disk: Maildir, mbox, MH, Babyl, MMDF, and messages with what each of them keeps about a message."""
import fcntl  # tests replace it to see what is done where there is none
import os
import socket
import time

from mailbox._base import Error, ExternalClashError, FormatError, Mailbox, NoSuchMailboxError, NotEmptyError
from mailbox._files import MMDF, Babyl, mbox
from mailbox._folders import MH, Maildir
from mailbox._messages import (BabylMessage, MaildirMessage, Message, MHMessage, MMDFMessage, _mboxMMDFMessage,
                               mboxMessage)
from mailbox._parts import _PartialFile, _ProxyFile

__all__ = ["Mailbox", "Maildir", "mbox", "MH", "Babyl", "MMDF", "Message", "MaildirMessage", "mboxMessage",
           "MHMessage", "BabylMessage", "MMDFMessage", "Error", "NoSuchMailboxError", "NotEmptyError",
           "ExternalClashError", "FormatError"]

linesep = os.linesep.encode("ascii")

for _each in list(vars().values()):
    if isinstance(_each, type) and _each.__module__.startswith("mailbox."):
        _each.__module__ = "mailbox"
del _each
