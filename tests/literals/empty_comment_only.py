# a comment is all there is
# nothing expected
