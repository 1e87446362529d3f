"""The parts a visitor of the demo may play, in words."""

WORDS = {
    "clerk": "专职干事",
    "chair": "工会主席",
    "vice_chair": "工会副主席",
    "accountant": "会计",
    "cashier": "出纳",
    "committee": "工会委员",
    "auditor": "经费审查委员会主任",
    "women": "女职工委员会主任",
    "proposals": "提案委员会主任",
    "mediator": "劳动争议调解委员会主任",
    "branch_chair": "分工会主席",
    "group_leader": "工会小组长",
    "member": "会员",
    "retired": "退休会员",
    "department_head": "承办部门负责人",
    "handler": "承办部门经办人",
    "hospital_leader": "院领导",
    "counsellor": "心理咨询师",
    "legal_adviser": "法律顾问",
    "upper_viewer": "上级工会查阅人",
}
