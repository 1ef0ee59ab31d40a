// What the parts of the form of an activity are given.
import type { ActivityWritten } from '#shared/records/activity';

export interface ActivityFields {
  readonly activity: ActivityWritten;
  readonly onPut: (part: Partial<ActivityWritten>) => void;
}
