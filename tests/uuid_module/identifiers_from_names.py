import uuid

print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/é"))
print(uuid.uuid4().version, uuid.uuid4().variant, uuid.uuid4() == uuid.uuid4())
print(uuid.uuid1(5, 6).node, uuid.uuid1(5, 6).clock_seq, uuid.uuid1().version, uuid.getnode() == uuid.getnode())
# expect: 6fa459ea-ee8a-3ca4-894e-db77e160355e
# expect: 4db32f13-2b90-551e-bb13-4c966035961b
# expect: 4 specified in RFC 4122 False
# expect: 5 6 1 True
