def who():
    return "inner"
