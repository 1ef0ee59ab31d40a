// The theme: type, sizes and the few component settings that make Mantine pass WCAG and sit calmly on the desk.
import { createTheme, defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core';
import { clay, dusk, glass, honey, moss, night, stone } from './palette.ts';
import { MONO, SANS } from './typefaces.ts';

const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  // Tinted surfaces keep ink text: a tint alone never has to carry the contrast.
  if (input.variant === 'light') return { ...colors, color: 'var(--mantine-color-text)' };
  if (input.variant === 'outline')
    return { ...colors, color: 'var(--mantine-color-text)', border: '1px solid var(--sh-edge)' };
  if (input.variant === 'subtle') return { ...colors, color: 'var(--sh-link)', hover: 'var(--sh-hover)' };
  return colors;
};

/** A list that scrolls is itself the part that scrolls, as WCAG and screen readers expect of a list of choices. */
const longList = {
  defaultProps: { withScrollArea: false },
  styles: { options: { maxHeight: '16rem', overflowY: 'auto' } },
} as const;

/** The theme, with the few names that screen readers need in the language of the day. */
export const makeTheme = (words: { close: string; dismiss: string }) =>
  createTheme({
    primaryColor: 'glass',
    primaryShade: { light: 7, dark: 6 },
    white: '#fdfcfa',
    black: '#282622',
    colors: {
      glass,
      honey,
      clay,
      moss,
      dusk,
      gray: stone,
      dark: night,
      red: clay,
      green: moss,
      yellow: honey,
      blue: dusk,
    },
    fontFamily: SANS,
    fontFamilyMonospace: MONO,
    // rem-based on purpose: the A- / A+ buttons scale html{font-size} from 100 to 150 %.
    fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.45' },
    headings: {
      fontFamily: SANS,
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.625rem', lineHeight: '1.25' },
        h2: { fontSize: '1.125rem', lineHeight: '1.35' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.45' },
        h4: { fontSize: '0.875rem', lineHeight: '1.45' },
      },
    },
    spacing: { xs: '0.375rem', sm: '0.625rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
    radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.25rem' },
    defaultRadius: 'sm',
    // Paper does not float. Only what sits above the page (menu, dialog, toast) has a shadow.
    shadows: {
      xs: 'none',
      sm: 'none',
      md: '0 2px 4px rgba(40, 38, 34, 0.06), 0 8px 24px rgba(40, 38, 34, 0.12)',
      lg: '0 4px 8px rgba(40, 38, 34, 0.08), 0 18px 48px rgba(40, 38, 34, 0.18)',
      xl: '0 4px 8px rgba(40, 38, 34, 0.08), 0 18px 48px rgba(40, 38, 34, 0.18)',
    },
    focusRing: 'auto',
    focusClassName: 'sh-focus',
    cursorType: 'pointer',
    respectReducedMotion: true,
    variantColorResolver,
    components: {
      Button: { defaultProps: { size: 'sm' }, styles: { root: { fontWeight: 600 } } },
      Badge: {
        defaultProps: { variant: 'outline', size: 'md', radius: 'sm' },
        styles: { root: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 } },
      },
      Alert: { defaultProps: { variant: 'light', radius: 'md' } },
      InputWrapper: {
        styles: {
          label: { fontWeight: 600, marginBlockEnd: '0.25rem' },
          description: { fontSize: '0.875rem', marginBlockEnd: '0.375rem', color: 'var(--mantine-color-dimmed)' },
          // Room for the focus ring, which reaches 5 px beyond its field.
          error: { fontSize: '0.875rem', paddingBlockStart: '0.375rem' },
        },
      },
      Select: longList,
      MultiSelect: longList,
      CloseButton: { defaultProps: { 'aria-label': words.close } },
      ModalCloseButton: { defaultProps: { 'aria-label': words.close } },
      DrawerCloseButton: { defaultProps: { 'aria-label': words.close } },
      Notification: {
        defaultProps: { closeButtonProps: { 'aria-label': words.dismiss } },
        styles: { description: { color: 'var(--mantine-color-dimmed)' } },
      },
      Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' } },
      Modal: { defaultProps: { shadow: 'lg', radius: 'lg', centered: true } },
      Tooltip: {
        defaultProps: { withArrow: false, openDelay: 400, events: { hover: true, focus: true, touch: true } },
      },
    },
  });
