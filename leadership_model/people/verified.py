"""三龄两历一身份: what the file 档案 says of six facts, and whether somebody has verified it.

Birth, start of work and Party membership (三龄), education and work experience (两历), and cadre
status (一身份), as 组通字〔2006〕41号 and the rules on file audits name them.
"""

from dataclasses import dataclass

from leadership_model.people.gaps import Code, Flag, Id, Ref, Text

BIRTH, WORK, PARTY = "出生时间", "参加工作时间", "入党时间"
EDUCATION, CAREER, IDENTITY = "学历学位", "工作经历", "干部身份"
FACTS = (BIRTH, WORK, PARTY, EDUCATION, CAREER, IDENTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """One fact of one person: the value found, verified or not, the document, what contradicts it.

    A conflicting value puts the fact in dispute until it is verified. `entered_at` is a moment.
    """

    id: Id
    person: Ref
    fact: Code  # one of FACTS
    value: Text = None
    verified: Flag = False
    document: Text = None
    conflict: Text = None
    entered_by: Text = None
    entered_at: Text = None
