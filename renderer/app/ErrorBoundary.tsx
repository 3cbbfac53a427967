import type { ReactNode } from 'react';
import { Component } from 'react';
import { ErrorState } from '../shared/states.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a fault in one screen from taking the window with it. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <ErrorState
        error={this.state.error}
        retry={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}
