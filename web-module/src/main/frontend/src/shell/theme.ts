import { createTheme, type MantineColorsTuple } from '@mantine/core';

const frost: MantineColorsTuple = [
  '#eef6fb',
  '#d8e9f4',
  '#b2d3e8',
  '#86bbdc',
  '#62a7d2',
  '#4a9acc',
  '#3a8fc4',
  '#2a7bae',
  '#17669a',
  '#104c75',
];

export const theme = createTheme({
  primaryColor: 'frost',
  primaryShade: 8,
  colors: { frost },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "Inter, 'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', Arial, sans-serif",
  headings: { fontWeight: '650' },
  // By name: an import of a component would load it for those too who see none.
  components: {
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    // Drop-downs stay inside the landmark they belong to, and scroll as the list that the field controls.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Select: {
      defaultProps: { comboboxProps: { withinPortal: false }, withScrollArea: false },
      styles: { options: { maxHeight: 260, overflowY: 'auto' } },
    },
    // The heading of a dialog or drawer is not another banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});
