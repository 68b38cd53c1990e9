import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  tone?: 'primary' | 'quiet' | 'danger';
  loading?: boolean;
  onPress: () => void;
  children: ComponentChildren;
}

export function Button({ tone = 'quiet', loading = false, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      class={`acme-button acme-button--${tone}`}
      aria-busy={loading}
      disabled={loading}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
