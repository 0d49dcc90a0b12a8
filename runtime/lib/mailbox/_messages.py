# mailbox: messages that know what their mailbox keeps about them, and how that is said in another's way.
import email
import email.message
import io
import time


class Message(email.message.Message):
    """Made of a message, bytes, text or a file."""

    def __init__(self, message=None):
        if isinstance(message, email.message.Message):
            import copy
            self._become_message(copy.deepcopy(message))
            if isinstance(message, Message):
                message._explain_to(self)
        elif isinstance(message, bytes):
            self._become_message(email.message_from_bytes(message))
        elif isinstance(message, str):
            self._become_message(email.message_from_string(message))
        elif isinstance(message, io.TextIOWrapper):
            self._become_message(email.message_from_file(message))
        elif hasattr(message, "read"):
            self._become_message(email.message_from_binary_file(message))
        elif message is None:
            email.message.Message.__init__(self)
        else:
            raise TypeError("Invalid message type: %s" % type(message))

    def _become_message(self, message):
        own = getattr(message, "_type_specific_attributes", [])
        for name in message.__dict__:
            if name not in own:
                self.__dict__[name] = message.__dict__[name]

    def _explain_to(self, message):
        if isinstance(message, Message):
            return  # it knows nothing more
        raise TypeError("Cannot convert to specified type")


class MaildirMessage(Message):
    _type_specific_attributes = ["_subdir", "_info", "_date"]

    def __init__(self, message=None):
        self._subdir = "new"
        self._info = ""
        self._date = time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ("new", "cur"):
            raise ValueError("subdir must be 'new' or 'cur': %s" % subdir)
        self._subdir = subdir

    def get_flags(self):
        return self._info[2:] if self._info.startswith("2,") else ""

    def set_flags(self, flags):
        self._info = "2," + "".join(sorted(flags))

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if self.get_flags():
            self.set_flags("".join(set(self.get_flags()) - set(flag)))

    def get_date(self):
        return self._date

    def set_date(self, date):
        try:
            self._date = float(date)
        except ValueError:
            raise TypeError("can't convert to float: %s" % date) from None

    def get_info(self):
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError("info must be a string: %s" % type(info))
        self._info = info

    def _explain_to(self, message):
        flags = set(self.get_flags())
        if isinstance(message, MaildirMessage):
            message.set_flags(self.get_flags())
            message.set_subdir(self.get_subdir())
            message.set_date(self.get_date())
        elif isinstance(message, _mboxMMDFMessage):
            for mine, its in ("S", "R"), ("F", "F"), ("R", "A"), ("T", "D"):
                if mine in flags:
                    message.add_flag(its)
            if self.get_subdir() == "cur":
                message.add_flag("O")
            message.set_from("MAILER-DAEMON", time.gmtime(self.get_date()))
        elif isinstance(message, MHMessage):
            if "S" not in flags:
                message.add_sequence("unseen")
            if "R" in flags:
                message.add_sequence("replied")
            if "F" in flags:
                message.add_sequence("flagged")
        elif isinstance(message, BabylMessage):
            if "S" not in flags:
                message.add_label("unseen")
            for flag, label in ("T", "deleted"), ("R", "answered"), ("P", "forwarded"):
                if flag in flags:
                    message.add_label(label)
        elif not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type: %s" % type(message))


class _mboxMMDFMessage(Message):
    _type_specific_attributes = ["_from"]

    def __init__(self, message=None):
        self.set_from("MAILER-DAEMON", True)
        if isinstance(message, email.message.Message):
            line = message.get_unixfrom()
            if line is not None and line.startswith("From "):
                self.set_from(line[5:])
        Message.__init__(self, message)

    def get_from(self):
        return self._from

    def set_from(self, from_, time_=None):
        if time_ is not None:
            if time_ is True:
                time_ = time.gmtime()
            from_ += " " + time.asctime(time_)
        self._from = from_

    def get_flags(self):
        return self.get("Status", "") + self.get("X-Status", "")

    def set_flags(self, flags):
        """R and O stand in Status, D, F, A and others in X-Status."""
        flags = set(flags)
        status = "".join(flag for flag in "RO" if flag in flags)
        rest = flags - {"R", "O"}
        extra = "".join(flag for flag in "DFA" if flag in rest)
        extra += "".join(sorted(rest - set("DFA")))
        for name, value in ("Status", status), ("X-Status", extra):
            try:
                self.replace_header(name, value)
            except KeyError:
                self.add_header(name, value)

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if "Status" in self or "X-Status" in self:
            self.set_flags("".join(set(self.get_flags()) - set(flag)))

    def _when(self):
        """The moment in the line From; None: it has none."""
        try:
            return time.strptime(" ".join(self.get_from().split()[-5:]), "%a %b %d %H:%M:%S %Y")
        except (ValueError, OverflowError):
            return None

    def _explain_to(self, message):
        flags = set(self.get_flags())
        if isinstance(message, MaildirMessage):
            if "O" in flags:
                message.set_subdir("cur")
            for mine, its in ("F", "F"), ("A", "R"), ("R", "S"), ("D", "T"):
                if mine in flags:
                    message.add_flag(its)
            del message["status"]
            del message["x-status"]
            if (when := self._when()) is not None:
                import calendar
                message.set_date(calendar.timegm(when))
        elif isinstance(message, _mboxMMDFMessage):
            message.set_flags(self.get_flags())
            message.set_from(self.get_from())
        elif isinstance(message, MHMessage):
            if "R" not in flags:
                message.add_sequence("unseen")
            if "A" in flags:
                message.add_sequence("replied")
            if "F" in flags:
                message.add_sequence("flagged")
            del message["status"]
            del message["x-status"]
        elif isinstance(message, BabylMessage):
            if "R" not in flags:
                message.add_label("unseen")
            if "D" in flags:
                message.add_label("deleted")
            if "A" in flags:
                message.add_label("answered")
            del message["status"]
            del message["x-status"]
        elif not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type: %s" % type(message))


class mboxMessage(_mboxMMDFMessage):
    pass


class MMDFMessage(_mboxMMDFMessage):
    pass


class MHMessage(Message):
    _type_specific_attributes = ["_sequences"]

    def __init__(self, message=None):
        self._sequences = []
        Message.__init__(self, message)

    def get_sequences(self):
        return self._sequences[:]

    def set_sequences(self, sequences):
        self._sequences = list(sequences)

    def add_sequence(self, sequence):
        if not isinstance(sequence, str):
            raise TypeError("sequence type must be str: %s" % type(sequence))
        if sequence not in self._sequences:
            self._sequences.append(sequence)

    def remove_sequence(self, sequence):
        try:
            self._sequences.remove(sequence)
        except ValueError:
            pass

    def _explain_to(self, message):
        sequences = set(self.get_sequences())
        if isinstance(message, MaildirMessage):
            message.set_subdir("cur")
            if "unseen" not in sequences:
                message.add_flag("S")
            if "flagged" in sequences:
                message.add_flag("F")
            if "replied" in sequences:
                message.add_flag("R")
        elif isinstance(message, _mboxMMDFMessage):
            message.add_flag("O" if "unseen" in sequences else "RO")
            if "flagged" in sequences:
                message.add_flag("F")
            if "replied" in sequences:
                message.add_flag("A")
        elif isinstance(message, MHMessage):
            for sequence in self.get_sequences():
                message.add_sequence(sequence)
        elif isinstance(message, BabylMessage):
            if "unseen" in sequences:
                message.add_label("unseen")
            if "replied" in sequences:
                message.add_label("answered")
        elif not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type: %s" % type(message))


class BabylMessage(Message):
    _type_specific_attributes = ["_labels", "_visible"]

    def __init__(self, message=None):
        self._labels = []
        self._visible = Message()
        Message.__init__(self, message)

    def get_labels(self):
        return self._labels[:]

    def set_labels(self, labels):
        self._labels = list(labels)

    def add_label(self, label):
        if not isinstance(label, str):
            raise TypeError("label must be a string: %s" % type(label))
        if label not in self._labels:
            self._labels.append(label)

    def remove_label(self, label):
        try:
            self._labels.remove(label)
        except ValueError:
            pass

    def get_visible(self):
        """The headers that are shown."""
        return Message(self._visible)

    def set_visible(self, visible):
        self._visible = Message(visible)

    def update_visible(self):
        """Takes over changed headers, and shows the usual ones."""
        for name in self._visible.keys():
            if name in self:
                self._visible.replace_header(name, self[name])
            else:
                del self._visible[name]
        for name in ("Date", "From", "Reply-To", "To", "CC", "Subject"):
            if name in self and name not in self._visible:
                self._visible[name] = self[name]

    def _explain_to(self, message):
        labels = set(self.get_labels())
        if isinstance(message, MaildirMessage):
            message.set_subdir("cur")
            if "unseen" not in labels:
                message.add_flag("S")
            for label, flag in ("answered", "R"), ("deleted", "T"), ("forwarded", "P"), ("resent", "P"):
                if label in labels:
                    message.add_flag(flag)
        elif isinstance(message, _mboxMMDFMessage):
            message.add_flag("O" if "unseen" in labels else "RO")
            if "deleted" in labels:
                message.add_flag("D")
            if "answered" in labels:
                message.add_flag("A")
        elif isinstance(message, MHMessage):
            if "unseen" in labels:
                message.add_sequence("unseen")
            if "answered" in labels:
                message.add_sequence("replied")
        elif isinstance(message, BabylMessage):
            message.set_visible(self.get_visible())
            for label in self.get_labels():
                message.add_label(label)
        elif not isinstance(message, Message):
            raise TypeError("Cannot convert to specified type: %s" % type(message))
