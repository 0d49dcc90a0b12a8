# What the system's library of UUIDs offers: nothing is asked of one here, uuid makes its own.
has_uuid_generate_time_safe = 0
generate_time_safe = UuidCreate = None
