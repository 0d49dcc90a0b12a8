import os
import platform

uname = os.uname()
print(platform.system() == uname.sysname, platform.node() == uname.nodename, platform.release() == uname.release, platform.machine() == uname.machine)
print(platform.python_version().split(".")[:2], platform.python_version_tuple()[0], platform.uname().system == platform.system(), len(platform.uname()))
# expect: True True True True
# expect: ['3', '11'] 3 True 6
