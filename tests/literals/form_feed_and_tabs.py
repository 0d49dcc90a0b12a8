if True:
	print("tab indent")  # expect: tab indent
	if True:
		print("two tabs")  # expect: two tabs
