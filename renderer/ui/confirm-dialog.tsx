// A question with two answers. The title asks, the buttons answer with a verb and a noun, cancel stands before the main one.
import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  /** Ends with a question mark. */
  readonly question: string;
  /** What follows from it; for what cannot be undone, exactly what is lost. */
  readonly children: ReactNode;
  /** "Keep the note", never "Cancel" alone where a noun helps. */
  readonly cancel: string;
  /** "Put the note away", never "OK". */
  readonly confirm: string;
  readonly isRunning?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The focus starts on the question, so that it is read before an answer can be pressed. */
const heading = (question: string): ReactNode => (
  <span tabIndex={-1} data-autofocus className="dialog-question">
    {question}
  </span>
);

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, question, children, cancel, confirm, isRunning = false, onCancel, onConfirm } = props;
  return (
    <Modal opened={isOpen} onClose={onCancel} title={heading(question)} withCloseButton={false} size="md">
      <div className="stack">{children}</div>
      <div className="dialog-foot">
        <Button variant="default" onClick={onCancel}>
          {cancel}
        </Button>
        <Button onClick={onConfirm} loading={isRunning}>
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
