import '@mantine/core/styles.layer.css';
import './styles/fonts.css';
import './styles/base.css';
import './shared/table.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { MachineBridge } from '../core/api.ts';
import { App } from './app/App.tsx';
import { keepNothing } from './app/color-scheme.ts';
import { ErrorBoundary } from './app/ErrorBoundary.tsx';
import { shareNonce, styleNonce } from './app/nonce.ts';
import { cssVariables, mantineTheme } from './app/theme.ts';
import { ToastList } from './app/ToastList.tsx';
import { createToasts, ToastProvider } from './app/toasts.tsx';
import { connectMachine } from './machine/client.ts';
import { MachineProvider } from './machine/machine.tsx';
import { createQueries } from './machine/queries.ts';
import { createTexts, TextsProvider } from './texts/texts.ts';

declare global {
  interface Window {
    /** Put there by the shell before the page runs. */
    readonly machine: MachineBridge<File>;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the window.');

shareNonce();
createRoot(root).render(
  <StrictMode>
    <TextsProvider texts={createTexts('sv')}>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={cssVariables}
        getStyleNonce={styleNonce}
        defaultColorScheme="auto"
        colorSchemeManager={keepNothing}
      >
        <QueryClientProvider client={createQueries()}>
          <MachineProvider value={connectMachine(window.machine)}>
            <ToastProvider value={createToasts()}>
              <ErrorBoundary>
                <App />
              </ErrorBoundary>
              <ToastList />
            </ToastProvider>
          </MachineProvider>
        </QueryClientProvider>
      </MantineProvider>
    </TextsProvider>
  </StrictMode>,
);
