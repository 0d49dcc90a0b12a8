"""PropertyMock, mock_open() and seal()."""
import io

from unittest.mock._calls import DEFAULT
from unittest.mock._magic import MagicMock
from unittest.mock._mocks import Mock, NonCallableMock, is_mock

_handle_names = _open_names = None


class PropertyMock(Mock):
    """A mock to put on a class as a property: reading calls it without an argument, writing with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def _stream(data):
    return io.BytesIO(data) if isinstance(data, bytes) else io.StringIO(data)


def mock_open(mock=None, read_data=''):
    """A mock of open(): what its files read is read_data."""
    global _handle_names, _open_names
    data = [_stream(read_data), None]

    def reader(name):
        def read(*args, **kwargs):
            if getattr(handle, name).return_value is not None:
                return getattr(handle, name).return_value
            return getattr(data[0], name)(*args, **kwargs)
        return read

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from data[0]

    def next_line():
        if handle.readline.return_value is not None:
            return handle.readline.return_value
        return next(data[0])

    def close(*exc_info):
        handle.close()

    if _handle_names is None:
        _handle_names = sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
        _open_names = sorted(set(dir(open)))
    if mock is None:
        mock = MagicMock(name='open', spec=open)
    handle = MagicMock(spec=_handle_names)
    handle.__enter__.return_value = handle
    handle.write.return_value = handle.read.return_value = None
    handle.readline.return_value = handle.readlines.return_value = None
    handle.read.side_effect = reader('read')
    data[1] = line_reader = lambda *args, **kwargs: reader('readline')(*args, **kwargs)
    handle.readline.side_effect = line_reader
    handle.readlines.side_effect = reader('readlines')
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    handle.__exit__.side_effect = close

    def start_again(*args, **kwargs):
        data[0] = _stream(read_data)
        if handle.readline.side_effect == data[1]:
            data[1] = lambda *args, **kwargs: reader('readline')(*args, **kwargs)
            handle.readline.side_effect = data[1]
        return DEFAULT

    mock.side_effect = start_again
    mock.return_value = handle
    return mock


def seal(mock):
    """Lets a mock and its children make no more children."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not isinstance(child, NonCallableMock):
            continue
        if child._mock_new_parent is mock:
            seal(child)
