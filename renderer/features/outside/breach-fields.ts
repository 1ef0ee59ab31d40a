// What is written on in a breach, as its fields hand it to each other.
import type { Breach } from '#shared/records/breach';

export type Written = Pick<
  Breach,
  'dataClasses' | 'affected' | 'containment' | 'authority' | 'notifications' | 'media' | 'lessons'
>;
export interface FieldProps {
  readonly written: Written;
  readonly onWrite: (part: Partial<Written>) => void;
}
