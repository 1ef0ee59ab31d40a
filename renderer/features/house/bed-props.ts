// What is known of the bed that is chosen.
import type { BoardBed } from '#shared/records/stay';

export interface BedSheetProps {
  readonly bed: BoardBed;
  readonly roomName: string;
  readonly on: string;
  /** Of another night the board is read, and people are put to bed in advance. */
  readonly isTonight: boolean;
  readonly onChoose: (bedId: string | null) => void;
}
