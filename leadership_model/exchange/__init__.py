"""Files in and out: read (bytes to a form), clean (form to records), plan, write.

Modules: issue (what is wrong with a file), form (a form file as it is), repair (text that is not
well-formed), lrmx (read and write .lrmx), folder (many files), fields (elements and their names),
wording (dates, party, rewards and appraisals as texts), clean (a form as records), matching (which
person a form is about), plan (what an import would change), merge (collections old and new),
outgoing (a person as a form).
"""
