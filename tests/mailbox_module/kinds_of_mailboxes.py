# mailbox: the same messages in every kind of mailbox, what survives closing, and what messages know of each other.
import email.message
import mailbox
import os
import tempfile

folder = tempfile.mkdtemp()
text = "From: ann@a.org\nSubject: %s\n\nFrom here\nto there\n"
for kind in mailbox.Maildir, mailbox.mbox, mailbox.MH, mailbox.Babyl, mailbox.MMDF:
    path = os.path.join(folder, kind.__name__)
    box = kind(path)
    box.lock()
    first = box.add(text % "one")
    second = box.add((text % "two").encode())
    message = email.message.EmailMessage()
    message["Subject"] = "three"
    message.set_content("body\n")
    third = box.add(message)
    box[second] = text % "changed"
    box.flush()
    del box[first]
    box.unlock()
    box.close()
    box = kind(path, create=False)
    print(kind.__name__, len(box), sorted(each["subject"] for each in box), type(next(iter(box))).__name__)
    key = next(key for key in box.keys() if box[key]["subject"] == "changed")
    print(box.get_bytes(key).decode().endswith("From here\nto there\n"), box.get("none", "no"), "none" in box)
    try:
        box["none"]
    except KeyError as error:
        print(error)
    box.close()
# expect: Maildir 2 ['changed', 'three'] MaildirMessage
# expect: True no False
# expect: 'No message with key: none'
# expect: mbox 2 ['changed', 'three'] mboxMessage
# expect: True no False
# expect: 'No message with key: none'
# expect: MH 2 ['changed', 'three'] MHMessage
# expect: True no False
# expect: 'No message with key: none'
# expect: Babyl 2 ['changed', 'three'] BabylMessage
# expect: True no False
# expect: 'No message with key: none'
# expect: MMDF 2 ['changed', 'three'] MMDFMessage
# expect: True no False
# expect: 'No message with key: none'

message = mailbox.MaildirMessage()
message.set_flags("SFR")
message.add_flag("T")
message.remove_flag("F")
print(message.get_flags(), message.get_info(), message.get_subdir())  # expect: RST 2,RST new
print(mailbox.mboxMessage(message).get_flags(), mailbox.MHMessage(message).get_sequences(),
      mailbox.BabylMessage(message).get_labels())  # expect: RDA ['replied'] ['deleted', 'answered']
message = mailbox.mboxMessage()
message.set_from("ann@a.org", (2024, 2, 3, 4, 5, 6, 5, 34, 0))
message.set_flags("ORX")
print(message.get_from(), message["Status"], message["X-Status"])
# expect: ann@a.org Sat Feb  3 04:05:06 2024 RO X
print(mailbox.MaildirMessage(message).get_date())  # expect: 1706933106.0

box = mailbox.MH(os.path.join(folder, "MH"))
box.set_sequences({"unseen": [2, 3]})
print(box.get_sequences(), box[2].get_sequences())  # expect: {'unseen': [2, 3]} ['unseen']
box.pack()
print(box.keys(), box.get_sequences())  # expect: [1, 2] {'unseen': [1, 2]}
box = mailbox.Maildir(os.path.join(folder, "Maildir"))
box.add_folder("inner").add(text % "x")
print(box.list_folders(), len(box.get_folder("inner")))  # expect: ['inner'] 1
for wrong in (lambda: box.remove_folder("inner"), lambda: mailbox.mbox(os.path.join(folder, "none"), create=False),
              lambda: box.add(5), lambda: mailbox.MaildirMessage().set_subdir("tmp")):
    try:
        wrong()
    except (mailbox.Error, TypeError, ValueError) as error:
        print(type(error).__name__, str(error).replace(folder, ""))
# expect: NotEmptyError Folder contains message(s): inner
# expect: NoSuchMailboxError /none
# expect: TypeError Invalid message type: <class 'int'>
# expect: ValueError subdir must be 'new' or 'cur': tmp
