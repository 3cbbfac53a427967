import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';
import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { Theme } from '../../core/figures/theme.ts';
import { fontFamily, themes } from '../../core/figures/theme.ts';

const { light, dark } = themes;

/** Ten steps around the accent: step 7 is the light theme's button, step 3 the dark one's. */
const accentSteps: MantineColorsTuple = [
  '#F1F6F9',
  light.selected,
  '#BAD5E2',
  dark.button,
  dark.accent,
  '#4E8BA5',
  '#327D99',
  light.accent,
  '#08455C',
  '#063547',
];

/** Mantine's own greys clash with the blue-black of the dark theme. Step 7 is its body, 6 its controls, 4 its borders. */
const darkSteps: MantineColorsTuple = [
  dark.text,
  dark.text2,
  dark.muted,
  dark.controlBorder,
  dark.strongHairline,
  dark.hairline,
  '#1E252B',
  dark.surface,
  dark.canvas,
  '#0D1114',
];

/** Mantine decides the colour of text on a filled button by the light theme; ours follows the theme that is shown. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  if (input.variant === 'filled' && (input.color ?? 'accent') === 'accent')
    return {
      ...usual,
      background: 'var(--button)',
      color: 'var(--on-button)',
      hover: 'var(--button-hover)',
      hoverColor: 'var(--on-button)',
    };
  return usual;
};

const atOnce = { transitionProps: { duration: 0 } };

/**
 * What floats stands beside what it belongs to, in the same landmark and next in the order of reading; being fixed it is
 * not cut off by what scrolls.
 */
const inPlace = { withinPortal: false, floatingStrategy: 'fixed' } as const;

export const mantineTheme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  colors: { accent: accentSteps, dark: darkSteps },
  white: light.surface,
  black: light.text,
  variantColorResolver,
  fontFamily: `"${fontFamily}", "Segoe UI", system-ui, sans-serif`,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '20px', xl: '28px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '4px', xl: '4px' },
  defaultRadius: 4,
  headings: { fontWeight: '600', fontFamily: `"${fontFamily}", "Segoe UI", system-ui, sans-serif` },
  shadows: { xs: 'none', sm: 'none', md: 'var(--lift)', lg: 'var(--lift)', xl: 'var(--lift)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 28 } },
    Tooltip: {
      defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false }, ...inPlace },
    },
    SegmentedControl: { defaultProps: { size: 'sm', withItemsBorders: false, transitionDuration: 0 } },
    Switch: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: atOnce },
    Menu: {
      defaultProps: { ...atOnce, ...inPlace, position: 'bottom-end', withInitialFocusPlaceholder: false },
    },
    Popover: { defaultProps: { ...atOnce, ...inPlace } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { transitionProps: { duration: 0 } } } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
  },
});

function variablesOf(theme: Theme): Record<string, string> {
  const years = theme.years.flatMap(({ fill, outline, onFill }, at): [string, string][] => [
    [`--year-${at + 1}`, fill],
    [`--year-${at + 1}-outline`, outline ?? fill],
    [`--year-${at + 1}-text`, onFill],
  ]);
  return {
    '--surface': theme.surface,
    '--canvas': theme.canvas,
    '--selected': theme.selected,
    '--text': theme.text,
    '--text-2': theme.text2,
    '--muted': theme.muted,
    '--accent': theme.accent,
    '--fallen': theme.fallen,
    '--warning-text': theme.warningText,
    '--warning-ground': theme.warningGround,
    '--control-border': theme.controlBorder,
    '--hairline': theme.hairline,
    '--strong-hairline': theme.strongHairline,
    '--button': theme.button,
    '--on-button': theme.onButton,
    '--button-hover': theme.name === 'light' ? '#08455C' : '#A9CBDA',
    '--hover': theme.name === 'light' ? '#EBEFF1' : '#1E272E',
    '--lift': theme.name === 'light' ? '0 4px 16px rgb(27 35 43 / 14%)' : '0 4px 16px rgb(0 0 0 / 55%)',
    ...Object.fromEntries(years),
    // Mantine's own names, so that its parts wear the same colours.
    '--mantine-color-body': theme.surface,
    '--mantine-color-text': theme.text,
    '--mantine-color-bright': theme.text,
    '--mantine-color-dimmed': theme.text2,
    '--mantine-color-placeholder': theme.muted,
    '--mantine-color-anchor': theme.accent,
    '--mantine-color-default': theme.surface,
    '--mantine-color-default-hover': theme.name === 'light' ? '#F4F6F7' : '#1E252B',
    '--mantine-color-default-color': theme.text,
    '--mantine-color-default-border': theme.controlBorder,
    '--mantine-color-error': theme.fallen,
    '--mantine-primary-color-filled': theme.button,
    '--mantine-primary-color-contrast': theme.onButton,
  };
}

/** The tokens of core/figures/theme.ts as CSS variables of both themes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(light),
  dark: variablesOf(dark),
});
