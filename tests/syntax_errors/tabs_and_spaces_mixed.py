# expect stderr:   File "{file}", line 7
# expect stderr:     y = 2
# expect error: TabError: inconsistent use of tabs and spaces in indentation
# expect line: 7
if True:
        x = 1
	y = 2
