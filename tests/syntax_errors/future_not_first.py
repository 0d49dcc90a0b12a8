# expect stderr:   File "{file}", line 7
# expect stderr:     from __future__ import annotations
# expect stderr:     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# expect error: SyntaxError: from __future__ imports must occur at the beginning of the file
# expect line: 7
x = 1
from __future__ import annotations
