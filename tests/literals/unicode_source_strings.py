print("héllo", "日本語", "🐍", len("🐍"), len("日本語"))  # expect: héllo 日本語 🐍 1 3
print(ascii("é日🐍"), repr("é\x7f\x80\u200b🐍"))  # expect: '\xe9\u65e5\U0001f40d' 'é\x7f\x80\u200b🐍'
