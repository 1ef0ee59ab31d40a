// Whether Caps Lock is on, as far as key presses tell. Nothing about the keys themselves is kept.
import { type KeyboardEvent, useState } from 'react';

export function useCapsLock(): { isOn: boolean; watch: { onKeyDown: Watch; onKeyUp: Watch } } {
  const [isOn, setOn] = useState(false);
  const look: Watch = (event) => setOn(event.getModifierState('CapsLock'));
  return { isOn, watch: { onKeyDown: look, onKeyUp: look } };
}
type Watch = (event: KeyboardEvent) => void;
