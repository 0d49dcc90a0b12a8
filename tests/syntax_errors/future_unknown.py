# expect stderr:   File "{file}", line 6
# expect stderr:     from __future__ import time_travel
# expect stderr:     ^
# expect error: SyntaxError: future feature time_travel is not defined
# expect line: 6
from __future__ import time_travel
