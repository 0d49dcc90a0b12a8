"""Objects that stand in for others and remember how they were used; and patch(), which puts them there."""
from unittest.mock import _autospec, _calls, _magic, _mocks, _patching
from unittest.mock._autospec import create_autospec
from unittest.mock._calls import ANY, DEFAULT, call, sentinel
from unittest.mock._magic import AsyncMock, MagicMock, NonCallableMagicMock
from unittest.mock._mocks import FILTER_DIR, InvalidSpecError, Mock, NonCallableMock
from unittest.mock._patching import patch
from unittest.mock._special import PropertyMock, mock_open, seal

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock',
           'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')
