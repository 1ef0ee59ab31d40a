-- The board of needs lists by urgency, then by what matters to her, then by domain, and asks for one domain alone.
-- A need whose words were erased has no domain any more.
ALTER TABLE need ADD COLUMN domain TEXT NOT NULL DEFAULT '';
-- 1 first … 5, 6 nobody asked, 7 not now.
ALTER TABLE need ADD COLUMN priority INTEGER NOT NULL DEFAULT 6 CHECK (priority BETWEEN 1 AND 7);
UPDATE need SET (domain, priority) = (
  SELECT coalesce(json_extract(r.body, '$.domain'), ''),
    CASE json_extract(r.body, '$.survivorPriority') WHEN 'NOT_NOW' THEN 7 ELSE coalesce(json_extract(r.body, '$.survivorPriority'), 6) END
  FROM revision r WHERE r.audit_seq = need.revision_seq);
CREATE INDEX need_open_by_urgency ON need (urgency, priority, due_at) WHERE is_open = 1;
