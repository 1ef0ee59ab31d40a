// The colours: one lamp over a quiet desk. Green is the lamp glass (what you can do), honey is its light (what needs you
// now), stone is the desk (everything that can wait). Nothing is ever red because it is late. Every pair was measured.
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { HERS } from './typefaces.ts';

export const glass: MantineColorsTuple = ['#ecfaf2', '#d9f0e3', '#bcdecb', '#9ac5ad', '#77a88e', '#568a70', '#3f7158', '#2c5943', '#204433', '#153123'];
export const honey: MantineColorsTuple = ['#fff4e1', '#fee6c1', '#f3ce94', '#e0b063', '#c59132', '#a4730c', '#855c01', '#694700', '#513600', '#3a2600'];
export const clay: MantineColorsTuple = ['#fff3ef', '#fde3db', '#f6c8ba', '#e9a692', '#d88166', '#bb6043', '#9d482d', '#7e351e', '#622715', '#461b0e'];
export const moss: MantineColorsTuple = ['#f0f9ec', '#dff0d6', '#c4deb6', '#a3c591', '#82a96c', '#638a4c', '#4d7038', '#3b5829', '#2c431f', '#1f3015'];
export const dusk: MantineColorsTuple = ['#f3f6fb', '#e4eaf5', '#cad5e9', '#aabad5', '#8a9cbc', '#6a7ea0', '#526586', '#3e4f6d', '#2d3c56', '#1f2a3f'];
// Step 4 is the border Mantine gives every control, so it is 3:1 on paper in both schemes.
export const stone: MantineColorsTuple = ['#f8f7f4', '#f2f0ec', '#e6e2dc', '#d6d2cb', '#8a867e', '#7c7870', '#706d66', '#58554e', '#403d37', '#282622'];
export const night: MantineColorsTuple = ['#e7e2d9', '#c3bdb3', '#a8a299', '#938d84', '#857f77', '#4a453f', '#292521', '#1f1c18', '#191613', '#131110'];

/** Light and dark are two rooms with the same lamp: same hues, same order of brightness. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--sh-font-hers': HERS },
  light: {
    '--mantine-color-body': '#f2f0ec',
    '--mantine-color-text': '#282622',
    '--mantine-color-dimmed': '#58554e',
    '--mantine-color-placeholder': '#6a675f',
    '--mantine-color-error': '#7e351e',
    '--mantine-color-default': '#fdfcfa',
    '--mantine-color-default-hover': '#f2f0ec',
    '--mantine-color-default-border': '#8a867e',
    '--mantine-color-anchor': '#2c5943',
    '--sh-canvas': '#f2f0ec', // the desk
    '--sh-paper': '#fdfcfa', // a sheet on it
    '--sh-sunk': '#e9e6e0', // a tray in it
    '--sh-line': '#dcd8d1', // decorative hairline
    '--sh-edge': '#8a867e', // border of a control, 3:1
    '--sh-hover': '#ebe8e2',
    '--sh-link': '#2c5943',
    '--sh-hers': '#1d3b2c', // ink of her words
    '--sh-lit': '#fff3dc', // paper under the lamp
    '--sh-lit-edge': '#e2b970',
    '--sh-lit-ink': '#694700',
    '--sh-ok': '#3b5829',
    '--sh-ok-bg': '#e9f3e3',
    '--sh-ok-edge': '#a3c591',
    '--sh-stop': '#7e351e',
    '--sh-stop-bg': '#fdebe5',
    '--sh-stop-edge': '#e3a28d',
    '--sh-note': '#3e4f6d',
    '--sh-note-bg': '#e9eef6',
    '--sh-note-edge': '#aabad5',
    '--sh-rail': '#204433',
    '--sh-rail-ink': '#dcebe2',
    '--sh-rail-dim': '#a9c8b7',
    '--sh-rail-hover': '#2a5340',
    '--sh-focus': '#855c01',
    '--sh-seal-a': '#e3dfd8',
    '--sh-seal-b': '#d9d4cc',
  },
  dark: {
    '--mantine-color-body': '#191613',
    '--mantine-color-text': '#e7e2d9',
    '--mantine-color-dimmed': '#b5aea4',
    '--mantine-color-placeholder': '#a39d93',
    '--mantine-color-error': '#f0b3a0',
    '--mantine-color-default': '#292521',
    '--mantine-color-default-hover': '#332e29',
    '--mantine-color-default-border': '#857f77',
    '--mantine-color-anchor': '#a9d3bc',
    '--sh-canvas': '#191613',
    '--sh-paper': '#23201c',
    '--sh-sunk': '#141210',
    '--sh-line': '#3a352f',
    '--sh-edge': '#857f77',
    '--sh-hover': '#2e2a25',
    '--sh-link': '#a9d3bc',
    '--sh-hers': '#cfe6d9',
    '--sh-lit': '#3b2e17',
    '--sh-lit-edge': '#8a6a2c',
    '--sh-lit-ink': '#f6d596',
    '--sh-ok': '#b6d5a5',
    '--sh-ok-bg': '#232c1d',
    '--sh-ok-edge': '#55743f',
    '--sh-stop': '#f3b9a7',
    '--sh-stop-bg': '#37221b',
    '--sh-stop-edge': '#99553d',
    '--sh-note': '#bccbe4',
    '--sh-note-bg': '#212733',
    '--sh-note-edge': '#566a8c',
    '--sh-rail': '#12211a',
    '--sh-rail-ink': '#cfe0d6',
    '--sh-rail-dim': '#93b09f',
    '--sh-rail-hover': '#1b3026',
    '--sh-focus': '#e0b063',
    '--sh-seal-a': '#2f2b26',
    '--sh-seal-b': '#27231f',
  },
});
