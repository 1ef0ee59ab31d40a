-- What the calendar asks of many records at once stands in columns: when the ways to keep in touch are asked about again, and
-- the first and last day on which a step or a goal she works on is due.
ALTER TABLE case_file ADD COLUMN contact_due_on TEXT;
UPDATE case_file SET contact_due_on = (
  SELECT CASE WHEN json_array_length(r.body, '$.safeContact.methods') > 0
    THEN date(coalesce(json_extract(r.body, '$.safeContact.confirmedOn'), json_extract(r.body, '$.openedOn')), '+30 days') END
  FROM revision r WHERE r.audit_seq = case_file.revision_seq);
CREATE INDEX case_file_contact_due ON case_file (contact_due_on) WHERE is_open = 1 AND contact_due_on IS NOT NULL;
ALTER TABLE support_plan ADD COLUMN first_due_on TEXT;
ALTER TABLE support_plan ADD COLUMN last_due_on TEXT;
CREATE TEMP TABLE plan_day AS
WITH goal AS (
  SELECT p.id, g.value AS body FROM support_plan p JOIN revision r ON r.audit_seq = p.revision_seq, json_each(r.body, '$.goals') g
  WHERE json_extract(g.value, '$.status') IN ('AGREED', 'IN_PROGRESS', 'PARTLY'))
SELECT goal.id, json_extract(s.value, '$.byWhen') AS due_on FROM goal, json_each(goal.body, '$.steps') s
WHERE json_extract(s.value, '$.status') = 'OPEN'
UNION ALL SELECT id, json_extract(body, '$.targetDate') FROM goal;
UPDATE support_plan SET
  first_due_on = (SELECT min(due_on) FROM plan_day d WHERE d.id = support_plan.id),
  last_due_on = (SELECT max(due_on) FROM plan_day d WHERE d.id = support_plan.id);
DROP TABLE plan_day;
CREATE INDEX support_plan_first_due ON support_plan (first_due_on) WHERE first_due_on IS NOT NULL;
