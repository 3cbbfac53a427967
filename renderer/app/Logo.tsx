/** Four fields, the upper right one the aim: the model's quadrants. */
export function Logo({ size = 20 }: { /** In px. */ readonly size?: number }) {
  return (
    <svg className="logo" viewBox="0 0 20 20" width={size} height={size} aria-hidden>
      <rect x="1" y="1" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="11" y="0.2" width="8.8" height="8.8" fill="currentColor" />
      <rect x="1" y="11" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="11" y="11" width="8" height="8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
