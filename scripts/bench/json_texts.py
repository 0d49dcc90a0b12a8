"""JSON both ways with the module json: objects, lists, numbers, texts with escapes."""
import json

ROUNDS = 2200


def document():
    return {
        "items": [{"id": number, "name": f"item {number}", "price": number * 1.25, "tags": ["a", "b", str(number)],
                   "stock": None if number % 3 else number, "sold": number % 2 == 0} for number in range(60)],
        "text": 'quotes " and \\ and \n and é €',
        "nested": {"deep": [[[1, 2], [3.5, -4]], {}]},
    }


def main():
    total = 0
    value = document()
    for round_number in range(ROUNDS):
        text = json.dumps(value)
        back = json.loads(text)
        if back != value:
            raise SystemExit("wrong answer")
        total += len(text) + len(json.dumps(back, sort_keys=True, separators=(",", ":")))
        if round_number % 10 == 0:
            total += len(json.dumps(back, indent=2, ensure_ascii=False))
    return total


total = main()
if total != 27594820:
    raise SystemExit(f"wrong answer {total}")
print("json_texts", total)
