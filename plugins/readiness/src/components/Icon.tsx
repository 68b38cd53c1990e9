import { iconPaths, type IconName } from './iconPaths';

/** An icon beside text, never alone in meaning: it is hidden from screen readers. */
export function Icon(props: {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}) {
  const { name, size = 16, className } = props;
  return (
    <svg
      aria-hidden="true"
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="currentColor"
      style={{ flex: 'none' }}
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
