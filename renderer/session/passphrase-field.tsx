// A field for a passphrase: hidden by default, never corrected, never remembered, with Caps Lock said in words below it.
import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { Ref } from 'react';
import { useText } from '../text.ts';
import { IconCapsLock, IconHideNames, IconNoticed } from '../ui/icons.ts';
import { useCapsLock } from './caps-lock.ts';

interface PassphraseFieldProps
  extends Pick<PasswordInputProps, 'label' | 'description' | 'size' | 'id' | 'disabled' | 'error'> {
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
  readonly fieldRef?: Ref<HTMLInputElement>;
}

export function PassphraseField({ value, onType, isShown, onShow, fieldRef, ...rest }: PassphraseFieldProps) {
  const t = useText();
  const { isOn, watch } = useCapsLock();
  return (
    <div className="passphrase-field">
      <PasswordInput
        {...rest}
        {...watch}
        {...(fieldRef ? { ref: fieldRef } : {})}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        visible={isShown}
        onVisibilityChange={onShow}
        visibilityToggleIcon={({ reveal }) =>
          reveal ? <IconHideNames size={18} aria-hidden /> : <IconNoticed size={18} aria-hidden />
        }
        visibilityToggleButtonProps={{
          'aria-label': isShown ? t('session.hideTyped') : t('session.showTyped'),
          tabIndex: 0,
          'aria-hidden': false,
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <CapsLockHint isOn={isOn} />
    </div>
  );
}

/** Said in words and an icon, never by colour or by a field that shakes. */
function CapsLockHint({ isOn }: { isOn: boolean }) {
  const t = useText();
  return (
    <div role="status">
      {isOn && (
        <p className="caps">
          <IconCapsLock size={17} aria-hidden />
          {t('session.capsLock')}
        </p>
      )}
    </div>
  );
}
