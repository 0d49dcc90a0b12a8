text = '\d\q\ '
print(len("\%"), "\d" == "\\d")  # expect: 2 True
