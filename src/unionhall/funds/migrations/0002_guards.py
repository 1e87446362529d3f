"""What the book promises, kept by the database itself, in the words of each.

A voucher takes entries until it is sealed, and is sealed only when all its entries and those of each purse add up to nothing;
afterwards neither it nor they change or go. What a purse and the cash box have follows its entries at that moment, so that the
checks on restricted purses and on cash are asked of every voucher. Nothing is written into a closed month or before one, and a
closed month stays closed.
"""
from django.db import migrations

CLOSED = """EXISTS (SELECT 1 FROM funds_period later JOIN funds_period own ON own.id = {period}
  WHERE later.union_id = own.union_id AND later.state = 'closed' AND later.first_on >= own.first_on)"""
OWN_CLOSED = "EXISTS (SELECT 1 FROM funds_period WHERE id = {period} AND state = 'closed')"
CROOKED = """((SELECT count(*) FROM funds_entry WHERE voucher_id = NEW.id) < 2 OR EXISTS (
  SELECT 1 FROM funds_entry WHERE voucher_id = NEW.id GROUP BY fund_id HAVING sum(amount) <> 0))"""
SEALED = "NEW.is_sealed AND NOT OLD.is_sealed"
WRITTEN = ("union_id", "period_id", "kind", "serial", '"on"', "text", "total", "handled_by_id", "reverses_id",
           "subject_type", "subject_id", "key", "is_sealed")


def changed(differs):
    return " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in WRITTEN)


def guards(differs):
    """`(name, moment, table, when, words)` of every trigger; `differs` is how a database says that two values do."""
    return [
        ("voucher_dated", "BEFORE INSERT", "funds_voucher", CLOSED.format(period="NEW.period_id"), "the period is closed"),
        ("voucher_whole", "BEFORE UPDATE", "funds_voucher", f"{SEALED} AND {CROOKED}",
         "the entries do not add up to nothing"),
        ("voucher_kept", "BEFORE UPDATE", "funds_voucher", f"OLD.is_sealed AND ({changed(differs)})",
         "a sealed voucher is never changed"),
        ("voucher_closed", "BEFORE UPDATE", "funds_voucher",
         f"(OLD.state {differs} NEW.state OR OLD.made_by_id {differs} NEW.made_by_id "
         f"OR OLD.reviewed_by_id {differs} NEW.reviewed_by_id) AND {OWN_CLOSED.format(period='OLD.period_id')}",
         "the period is closed"),
        ("voucher_stays", "BEFORE DELETE", "funds_voucher", "OLD.is_sealed", "a sealed voucher is never deleted"),
        ("entry_added", "BEFORE INSERT", "funds_entry",
         "EXISTS (SELECT 1 FROM funds_voucher WHERE id = NEW.voucher_id AND is_sealed)", "the voucher is sealed"),
        ("entry_kept", "BEFORE UPDATE", "funds_entry",
         "EXISTS (SELECT 1 FROM funds_voucher WHERE id = OLD.voucher_id AND is_sealed)", "the voucher is sealed"),
        ("entry_stays", "BEFORE DELETE", "funds_entry",
         "EXISTS (SELECT 1 FROM funds_voucher WHERE id = OLD.voucher_id AND is_sealed)", "the voucher is sealed"),
        ("period_kept", "BEFORE UPDATE", "funds_period",
         f"OLD.first_on {differs} NEW.first_on OR (OLD.state = 'closed' AND NEW.state <> 'closed')",
         "a closed period stays closed"),
    ]


def net(*codes):
    """What the entries of the voucher being sealed add up to, for a purse, on some accounts and their details."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return f"""(SELECT coalesce(sum(amount), 0) FROM funds_entry JOIN funds_account ON funds_account.id = account_id
      WHERE voucher_id = NEW.id AND fund_id = funds_fund.id AND substr(code, 1, 3) IN ({listed}))"""


FOLLOW = f"""UPDATE funds_fund SET money = money + {net("101", "102")}, goods = goods + {net("141")}
  WHERE id IN (SELECT fund_id FROM funds_entry WHERE voucher_id = NEW.id)"""
CASH_FOLLOWS = """UPDATE funds_account SET in_hand = in_hand + (SELECT sum(amount) FROM funds_entry
    WHERE voucher_id = NEW.id AND account_id = funds_account.id)
  WHERE substr(code, 1, 3) = '101' AND id IN (SELECT account_id FROM funds_entry WHERE voucher_id = NEW.id)"""
FOLLOWS = {
    "sqlite": [
        f"CREATE TRIGGER funds_purses_follow AFTER UPDATE ON funds_voucher WHEN {SEALED} "
        f"BEGIN {FOLLOW}; {CASH_FOLLOWS}; END"
    ],
    "postgresql": [
        "CREATE FUNCTION funds_purses_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {SEALED} THEN {FOLLOW}; {CASH_FOLLOWS}; END IF; RETURN NULL; END $$",
        "CREATE TRIGGER funds_purses_follow AFTER UPDATE ON funds_voucher FOR EACH ROW "
        "EXECUTE FUNCTION funds_purses_follow()",
    ],
}


def sqlite(name, moment, table, when, words):
    return [f"CREATE TRIGGER funds_{name} {moment} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{words}'); END"]


def postgresql(name, moment, table, when, words):
    """The row of the period is locked first, so that booking into it and closing it wait for each other."""
    lock = "PERFORM 1 FROM funds_period WHERE id = NEW.period_id FOR SHARE;" if name == "voucher_dated" else ""
    row = "OLD" if "DELETE" in moment else "NEW"
    return [
        f"CREATE FUNCTION funds_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {lock} "
        f"IF {when} THEN RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation'; END IF; RETURN {row}; END $$",
        f"CREATE TRIGGER funds_{name} {moment} ON {table} FOR EACH ROW EXECUTE FUNCTION funds_{name}()",
    ]


WAYS = {"sqlite": (sqlite, "IS NOT"), "postgresql": (postgresql, "IS DISTINCT FROM")}


def put_up(apps, schema_editor):
    way, differs = WAYS[schema_editor.connection.vendor]
    for guard in guards(differs):
        for statement in way(*guard):
            schema_editor.execute(statement)
    for statement in FOLLOWS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    placed = [(name, table) for name, _moment, table, _when, _words in guards("IS NOT")]
    for name, table in [*placed, ("purses_follow", "funds_voucher")]:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER funds_{name}")
        else:
            schema_editor.execute(f"DROP TRIGGER funds_{name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION funds_{name}()")


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
