// How a need is kept: its columns are what lists across cases go by.
import { Need } from '#shared/records/need';
import { houseSees, isOpenNeed, priorityOrder } from '#shared/records/need-rules';
import { recordKind } from './record-kind.ts';

export const needKind = recordKind<Need>({
  kind: 'need',
  schema: Need,
  table: 'need',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    urgency: body.urgency,
    status: body.status,
    is_open: Number(isOpenNeed(body.status)),
    due_at: body.dueAt,
    house_sees: houseSees(body),
    domain: body.domain,
    priority: priorityOrder(body),
  }),
  searchText: (body) => [body.title, body.note, body.outcome].join('\n'),
});
