"""Sorting records by keys: lambdas, tuples, several passes, reverse, min and max."""

ROUNDS = 120
COUNT = 4000


def records():
    value = 12345
    made = []
    for number in range(COUNT):
        value = (value * 1103515245 + 12345) % 2147483648
        made.append({"id": number, "name": f"name{value % 977}", "score": value % 1000 / 10, "group": value % 7})
    return made


def main():
    people = records()
    checksum = 0
    for round_number in range(ROUNDS):
        by_score = sorted(people, key=lambda person: person["score"], reverse=True)
        by_group = sorted(people, key=lambda person: (person["group"], person["name"], -person["id"]))
        by_name = sorted(people, key=lambda person: person["name"])
        pairs = sorted([(person["group"], person["id"]) for person in people])
        best = max(people, key=lambda person: person["score"])
        least = min(people, key=lambda person: (person["score"], person["id"]))
        names = sorted({person["name"] for person in people}, key=len)
        if by_score[0]["score"] != best["score"] or pairs[0] > pairs[1] or by_name[0]["name"] > by_name[1]["name"]:
            raise SystemExit("wrong answer")
        checksum += by_group[0]["id"] + by_name[-1]["id"] + least["id"] + len(names)
    return checksum


checksum = main()
if checksum != 987120:
    raise SystemExit(f"wrong answer {checksum}")
print("sort_keys", checksum)
