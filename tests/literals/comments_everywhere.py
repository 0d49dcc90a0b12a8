x = [  # after bracket
    1,  # one
    # between
    2,
]  # end
if x:  # colon comment
    # only comment
    print(x)  # "quoted" # double  # expect: [1, 2]
# dedented comment
    print("same block")  # expect: same block
def f(  # here
    a,  # there
):  # too
    return a  # done
print(f("#not a comment"))  # expect: #not a comment
