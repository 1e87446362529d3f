"""Who reads what: for each field that holds words, the personas that can read it about a member and one elsewhere.

The first set reads the field of records about the member of branch A, the second of records about the member of branch
B. A field without a row is read by nobody. Records next door are read next door alone, which needs no row.
"""

from tests.kit.world.personas import MEMBERS, OFFICE, Persona

P = Persona
Readers = tuple[set[Persona], set[Persona]]
LEADERS = {P.GROUP_LEADER, P.BRANCH_CHAIR}
DELEGATES = {P.MEMBER, P.DELEGATION_HEAD, P.PRESIDIUM}
NOBODY: set[Persona] = set()

ONES_OWN: Readers = ({P.MEMBER}, {P.OTHER_BRANCH})
THE_OFFICE: Readers = (set(OFFICE), set(OFFICE))
OFFICE_AND_SELF: Readers = (OFFICE | {P.MEMBER}, OFFICE | {P.OTHER_BRANCH})
OFFICE_AND_LEADERS: Readers = (OFFICE | LEADERS, set(OFFICE))
OFFICE_LEADERS_AND_SELF: Readers = (OFFICE | LEADERS | {P.MEMBER}, OFFICE | {P.OTHER_BRANCH})
# Who holds a post is public to those who read the union's figures, as far as they see persons.
POST_HOLDERS: Readers = (
    OFFICE | LEADERS | {P.MEMBER, P.AUDITOR, P.HOSPITAL_LEADER},
    OFFICE | {P.OTHER_BRANCH, P.AUDITOR, P.HOSPITAL_LEADER},
)
# A branch's own contest: its members, who leads them, the office, the auditors.
THE_INVITED: Readers = (OFFICE | LEADERS | {P.MEMBER, P.AUDITOR}, OFFICE | {P.OTHER_BRANCH, P.AUDITOR})
THE_DESK: Readers = (OFFICE | LEADERS | {P.AUDITOR}, OFFICE | {P.AUDITOR})
WHO_RUNS_IT: Readers = (OFFICE | {P.BRANCH_CHAIR}, set(OFFICE))
WHO_WAS_SENT: Readers = (OFFICE | {P.MEMBER, P.AUDITOR}, OFFICE | {P.OTHER_BRANCH, P.AUDITOR})
OVERSEEN: Readers = (OFFICE | {P.AUDITOR}, OFFICE | {P.AUDITOR})
# Who keeps the money of a drive, the union's own book included.
THE_KEEPERS: Readers = (
    OFFICE | {P.CASHIER, P.ACCOUNTANT, P.AUDITOR},
    OFFICE | {P.CASHIER, P.ACCOUNTANT, P.AUDITOR},
)
KEEPERS_AND_SELF: Readers = (THE_KEEPERS[0] | {P.MEMBER}, THE_KEEPERS[1] | {P.OTHER_BRANCH})
# A session of the congress: the office and those who oversee read along, whoever is called reads agenda and papers.
THE_CONGRESS: Readers = (OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER}, OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER})
THE_CALLED: Readers = (THE_CONGRESS[0] | DELEGATES, THE_CONGRESS[1] | {P.OTHER_BRANCH})
AND_ITS_CHAIR: Readers = (THE_CONGRESS[0] | {P.BRANCH_CHAIR}, THE_CONGRESS[1])
THE_CALLED_AND_THE_CHAIR: Readers = (THE_CALLED[0] | {P.BRANCH_CHAIR}, THE_CALLED[1])
AND_THEIR_HEAD: Readers = (OFFICE | {P.MEMBER, P.DELEGATION_HEAD}, OFFICE | {P.OTHER_BRANCH})
OF_THE_DELEGATION: Readers = (OFFICE | DELEGATES, OFFICE | {P.OTHER_BRANCH})
WHO_SPEAKS_FOR_IT: Readers = (THE_CONGRESS[0] | {P.DELEGATION_HEAD}, THE_CONGRESS[1] | {P.OTHER_BRANCH})
THE_BOOK: Readers = (OFFICE | {P.ACCOUNTANT, P.CASHIER, P.AUDITOR}, OFFICE | {P.ACCOUNTANT, P.CASHIER, P.AUDITOR})
# Rules and gifts of care are for all who call on people or hand out.
WHO_CALLS: Readers = (OFFICE | LEADERS, OFFICE | LEADERS)
WHO_CALLS_AND_SELF: Readers = (OFFICE | LEADERS | {P.MEMBER}, OFFICE | LEADERS | {P.OTHER_BRANCH})
EVERY_MEMBER: Readers = (set(MEMBERS), set(MEMBERS))


def also(readers: Readers, ours: set, elsewhere: set) -> Readers:
    """More readers of the same field."""
    return readers[0] | ours, readers[1] | elsewhere


# Proposals: who oversees them; with them the department, and the mover and who seconded.
_OVERSEE = OFFICE | {P.PROPOSALS, P.HOSPITAL_LEADER}
THE_PROPOSALS: Readers = (_OVERSEE, _OVERSEE)
THE_HANDLERS: Readers = (_OVERSEE | {P.HANDLER}, _OVERSEE)
WHO_SIGNED: Readers = (_OVERSEE | {P.MEMBER, P.PRESIDIUM}, _OVERSEE | {P.OTHER_BRANCH})
WHO_HANDLES: Readers = (WHO_SIGNED[0] | {P.HANDLER}, WHO_SIGNED[1])
# Delegates pick a department when they draft; those who handle a case read which others do.
WHO_DRAFTS = {P.MEMBER, P.OTHER_BRANCH, P.DELEGATE, P.DELEGATION_HEAD, P.PRESIDIUM}
DEPARTMENTS: Readers = (
    LEADERS | WHO_DRAFTS | _OVERSEE,
    LEADERS | WHO_DRAFTS | WHO_HANDLES[0] | {P.SUPPORTING},
)


def both(one: Readers, other: Readers) -> Readers:
    """Whoever reads by the one or by the other."""
    return one[0] | other[0], one[1] | other[1]


def fields(model: str, readers: Readers, names: str) -> dict[str, Readers]:
    """The same readers for several fields of a model."""
    return {f"{model}.{name}": readers for name in names.split()}


THE_SPENDERS: Readers = (
    OFFICE | {P.ACCOUNTANT, P.CASHIER, P.AUDITOR, P.BRANCH_CHAIR},
    OFFICE | {P.ACCOUNTANT, P.CASHIER, P.AUDITOR},
)
SPENDERS_AND_SELF: Readers = (THE_SPENDERS[0] | {P.MEMBER}, THE_SPENDERS[1] | {P.OTHER_BRANCH})

SEEN: dict[str, Readers] = {
    # people; the identity number, the family and the phone are asked for one by one, and each look is logged
    # a case of proposals names its mover to who handles it, and who seconded to its committee
    **fields("people.Person", both(both(POST_HOLDERS, WHO_HANDLES), THE_BOOK), "name"),
    **fields("people.Person", both(OFFICE_LEADERS_AND_SELF, THE_BOOK), "staff_no"),
    **fields("people.Person", OFFICE_LEADERS_AND_SELF, "professional_title"),
    **fields("people.Person", OFFICE_AND_LEADERS, "position"),
    **fields("people.Person", OFFICE_AND_SELF, "education politics"),
    **fields("people.Person", THE_OFFICE, "ethnicity marriage native_place note resume"),
    **fields("people.Person", OFFICE_LEADERS_AND_SELF, "phone"),
    **fields("people.Person", THE_OFFICE, "id_number"),
    **fields("people.Person", ONES_OWN, "address"),
    **fields("people.Relation", THE_OFFICE, "name employer"),
    **fields("people.Membership", OFFICE_LEADERS_AND_SELF, "card_no"),
    **fields("people.Membership", OFFICE_AND_LEADERS, "application came_from filing_no went_to"),
    **fields("people.Correction", OFFICE_AND_SELF, "explanation reply should_be"),
    **fields("people.Body", POST_HOLDERS, "name"),
    **fields("people.Seat", POST_HOLDERS, "title"),
    **fields("people.Post", OFFICE_LEADERS_AND_SELF, "document"),
    **fields("people.Term", THE_OFFICE, "document extension"),
    # no secret inside the union: delegates pick one when they draft, a case names those that handle it
    **fields("people.Department", both(DEPARTMENTS, THE_BOOK), "name"),
    **fields("people.Unit", (set(MEMBERS), set(MEMBERS)), "name"),
    **fields(
        "people.Unit", (OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER}, OFFICE | {P.AUDITOR, P.HOSPITAL_LEADER}), "place"
    ),
    **fields("people.Unit", THE_OFFICE, "document"),
    # the demand for the contribution is addressed to the administration and names the union's account
    **fields("people.Profile", (THE_BOOK[0], NOBODY), "administration account_name bank account_no"),
    **fields(
        "people.Profile",
        (set(OFFICE), NOBODY),
        "address campuses certificate_no credit_code level phone "
        "founding_document legal_representative party_committee pilots upper_union",
    ),
    # activities
    **fields("activities.Activity", THE_INVITED, "title venue notice"),
    **fields("activities.Activity", THE_DESK, "number employer_consent safety_plan"),
    **fields("activities.Activity", WHO_RUNS_IT, "plan summary"),
    **fields("activities.Result", WHO_RUNS_IT, "note"),
    **fields("activities.Series", THE_DESK, "name"),
    **fields("activities.Item", THE_INVITED, "name group mark_unit rules"),
    **fields("activities.Team", THE_INVITED, "name"),
    **fields("activities.Partner", THE_INVITED, "name"),
    **fields("activities.Partner", THE_DESK, "part"),
    **fields("activities.Prize", OFFICE_LEADERS_AND_SELF, "name"),
    **fields("activities.PrizeIssue", OFFICE_LEADERS_AND_SELF, "award"),
    **fields("activities.ExternalTeam", WHO_WAS_SENT, "event organiser"),
    **fields("activities.ExternalTeam", OVERSEEN, "number outcome represents selection venue"),
    **fields("activities.Placing", OVERSEEN, "item"),
    **fields("files.Attachment", THE_DESK, "name"),
    # a drive is for every colleague, who gave what for who keeps the money and the donor; help asked for is confidential
    **fields("care.Drive", EVERY_MEMBER, "title cause how audit_opinion"),
    **fields("care.Drive", THE_KEEPERS, "number"),
    **fields("care.Drive", THE_OFFICE, "circumstances"),
    **fields("care.Gift", KEEPERS_AND_SELF, "number"),
    **fields("care.Gift", THE_KEEPERS, "bank_no"),
    **fields("care.Goods", THE_KEEPERS, "name signed_by"),
    **fields("care.DrivePayment", THE_KEEPERS, "note"),
    **fields("care.HardshipFile", OFFICE_AND_SELF, "number circumstances housing opinion"),
    **fields("care.HardshipPaper", OFFICE_AND_SELF, "name"),
    **fields("care.Relative", OFFICE_AND_SELF, "name health"),
    **fields("care.HomeVisit", OFFICE_AND_SELF, "found"),
    **fields("care.Review", OFFICE_AND_SELF, "note"),
    **fields("care.PublicNotice", EVERY_MEMBER, "title text"),
    **fields("care.Objection", OFFICE_AND_SELF, "text"),
    **fields("care.Objection", THE_OFFICE, "answer"),
    **fields("care.Aid", OFFICE_AND_SELF, "number reason goods child_name school"),
    **fields("care.CoverBatch", THE_KEEPERS, "number insurer"),
    **fields("care.CoverClaim", THE_OFFICE, "number text"),
    **fields(
        "care.CheckRound",
        also(OFFICE_AND_SELF, {P.AUDITOR, P.HOSPITAL_LEADER}, {P.AUDITOR, P.HOSPITAL_LEADER}),
        "title",
    ),
    **fields("care.CheckRound", OFFICE_AND_SELF, "place"),
    **fields("care.RestBatch", also(THE_OFFICE, {P.BRANCH_CHAIR}, {P.BRANCH_CHAIR}), "title place criteria"),
    **fields("care.Candidate", WHO_RUNS_IT, "merit"),
    # a congress; its resolutions are for all (CON-22), what a delegation said for itself and the office
    **fields("congress.Term", THE_CONGRESS, "document"),
    **fields("congress.Constituency", AND_ITS_CHAIR, "name"),
    **fields("congress.Delegation", also(THE_CALLED_AND_THE_CHAIR, WHO_HANDLES[0], {P.PROPOSALS}), "name"),
    **fields("congress.Session", THE_CALLED, "venue"),
    **fields("congress.Session", THE_CONGRESS, "theme minutes filing"),
    **fields("congress.Attendee", AND_THEIR_HEAD, "name"),
    **fields("congress.Attendee", OFFICE_AND_SELF, "leave_reason"),
    **fields("congress.AgendaItem", THE_CALLED, "title presenter"),
    **fields("congress.Paper", THE_CALLED, "title text"),
    **fields("congress.Motion", THE_CALLED, "number title reason text reply"),
    **fields("congress.JointMeeting", WHO_SPEAKS_FOR_IT, "number venue cause minutes"),
    **fields("congress.JointMatter", WHO_SPEAKS_FOR_IT, "title conclusion"),
    **fields("congress.DiscussionNote", OF_THE_DELEGATION, "text"),
    **fields("congress.Resolution", EVERY_MEMBER, "number title text"),
    # a proposal: every member knows what it asks about, its signatories, the department and who oversees read it, the rest
    # is between them; what a seconder gave their name to is kept and shown nowhere
    **fields("proposals.Proposal", EVERY_MEMBER, "number title"),
    **fields("proposals.Proposal", WHO_HANDLES, "grounds remedy"),
    **fields("proposals.Proposal", WHO_SIGNED, "archive_number closing"),
    **fields("proposals.Review", WHO_SIGNED, "reason"),
    **fields("proposals.Progress", WHO_HANDLES, "text"),
    **fields("proposals.Reply", WHO_HANDLES, "text reason remark"),
    **fields("proposals.Rating", WHO_HANDLES, "words"),
    **fields("proposals.Assignment", THE_HANDLERS, "opinion return_reason"),
    **fields("proposals.Extension", THE_HANDLERS, "reason answer"),
    **fields("proposals.Chase", THE_HANDLERS, "text"),
    **fields("proposals.CarryOver", THE_PROPOSALS, "note"),
    **fields("proposals.Call", THE_PROPOSALS, "text"),
    **fields("proposals.Decision", THE_PROPOSALS, "document note"),
    **fields("proposals.DeliveryMeeting", THE_PROPOSALS, "place note"),
    # an open vote: whoever may vote reads what is asked; a secret answer, a count and a teller's remark nobody reads
    **fields("ballots.Poll", OFFICE_AND_SELF, "title text rule_text"),
    **fields("ballots.Poll", THE_OFFICE, "number quorum_text approval_number"),
    **fields("ballots.Question", OFFICE_AND_SELF, "text"),
    **fields("ballots.Option", OFFICE_AND_SELF, "label"),
    **fields("ballots.RollEntry", THE_OFFICE, "label group"),
    **fields("ballots.Result", OFFICE_AND_SELF, "problem"),
    # the book is read by office, accountant, cashier and auditors, whomever it is about; what is disclosed by all
    # what was asked for is read by the book's readers and who leads the branch; what one was paid by oneself too
    **fields("funds.SpendingRequest", THE_SPENDERS, "text account decision"),
    # a search names the request one was paid by; the member's search is full before it
    **fields("funds.SpendingRequest", also(THE_SPENDERS, set(), {P.OTHER_BRANCH}), "number"),
    **fields("funds.SpendingRequest", SPENDERS_AND_SELF, "title"),
    **fields("funds.RequestPayee", SPENDERS_AND_SELF, "name text"),
    **fields("funds.Payment", THE_SPENDERS, "reference"),
    **fields("funds.Piece", THE_SPENDERS, "text"),
    **fields("funds.Budget", THE_BOOK, "text minutes opinion document"),
    **fields("funds.BudgetLine", THE_BOOK, "note"),
    **fields("funds.Account", THE_BOOK, "name source"),
    **fields("funds.Fund", THE_BOOK, "number title remainder_rule"),
    **fields("funds.Voucher", THE_BOOK, "text"),
    **fields("funds.Entry", THE_BOOK, "text"),
    **fields("funds.Paper", THE_BOOK, "text"),
    **fields("funds.Audit", THE_BOOK, "number title opinion"),
    **fields("funds.Finding", THE_BOOK, "title text clause measure"),
    **fields("funds.Disclosure", EVERY_MEMBER, "note"),
    # what happened to somebody and who called: those who lead their unit, the office, themselves; rules are for the desk
    **fields("care.LifeEvent", OFFICE_LEADERS_AND_SELF, "number words place"),
    **fields("care.Visit", OFFICE_LEADERS_AND_SELF, "number learned asked"),
    **fields("care.Visit", OFFICE_AND_LEADERS, "place goods_text clause signed_for_by signed_relation"),
    **fields("care.Attestation", OFFICE_AND_SELF, "words"),
    **fields("care.Promise", OFFICE_LEADERS_AND_SELF, "text outcome"),
    **fields("care.VisitRound", THE_OFFICE, "number title"),
    **fields("care.ProofRule", WHO_CALLS, "source"),
    **fields("care.VisitSet", WHO_CALLS, "name source reason"),
    # what may be given at most, and by whose rule, is a figure for those who oversee
    **fields("care.Standard", also(WHO_CALLS, set(), {P.AUDITOR, P.HOSPITAL_LEADER}), "jurisdiction source"),
    **fields("care.Standard", WHO_CALLS, "article note"),
    **fields("care.Issue", WHO_CALLS, "number clause summary"),
    **fields("care.Issue", WHO_CALLS_AND_SELF, "title place"),
    **fields("care.Package", WHO_CALLS_AND_SELF, "name content"),
    **fields("care.Entitlement", OFFICE_AND_LEADERS, "signed_for_by signed_relation"),
    # a draft of a duty report; what is told to one person
    **fields("duty.Report", THE_OFFICE, "number title audience salutation"),
    **fields("duty.Section", THE_OFFICE, "heading hint"),
    **fields("duty.Paragraph", THE_OFFICE, "text"),
    **fields("notices.Notice", ONES_OWN, "subject body"),
    **fields("notices.Delivery", THE_OFFICE, "error"),
}
