if True:
	print("tab indent")
	if True:
		print("two tabs")
# expect: tab indent
# expect: two tabs
