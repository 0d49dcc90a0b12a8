import getopt

for args in [["-a", "-bval", "x", "-c"], ["-ab", "v", "--foo", "--bar=1", "rest"], ["--ba", "2"], ["--f"], ["-z"], ["-b"], ["--bar"], ["--foo=1"], ["x", "-a", "--", "-b"], ["-", "-a"]]:
    for function in (getopt.getopt, getopt.gnu_getopt):
        try:
            print(function(args, "ab:c", ["foo", "bar=", "foobar"]))
        except getopt.GetoptError as error:
            print(error, error.opt, error.msg)
# expect: ([('-a', ''), ('-b', 'val')], ['x', '-c'])
# expect: ([('-a', ''), ('-b', 'val'), ('-c', '')], ['x'])
# expect: ([('-a', ''), ('-b', 'v'), ('--foo', ''), ('--bar', '1')], ['rest'])
# expect: ([('-a', ''), ('-b', 'v'), ('--foo', ''), ('--bar', '1')], ['rest'])
# expect: ([('--bar', '2')], [])
# expect: ([('--bar', '2')], [])
# expect: option --f not a unique prefix f option --f not a unique prefix
# expect: option --f not a unique prefix f option --f not a unique prefix
# expect: option -z not recognized z option -z not recognized
# expect: option -z not recognized z option -z not recognized
# expect: option -b requires argument b option -b requires argument
# expect: option -b requires argument b option -b requires argument
# expect: option --bar requires argument bar option --bar requires argument
# expect: option --bar requires argument bar option --bar requires argument
# expect: option --foo must not have an argument foo option --foo must not have an argument
# expect: option --foo must not have an argument foo option --foo must not have an argument
# expect: ([], ['x', '-a', '--', '-b'])
# expect: ([('-a', '')], ['x', '-b'])
# expect: ([], ['-', '-a'])
# expect: ([('-a', '')], ['-'])
