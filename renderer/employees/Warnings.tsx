import { IconAlertTriangle } from '@tabler/icons-react';
import type { Employees } from '../../core/api.ts';
import { useSaid, useTexts } from '../texts/texts.ts';

/** Totals that do not compare, with the units that part them, and printed figures that do not follow from each other. */
export function Warnings({ warnings, findings }: Pick<Employees, 'warnings' | 'findings'>) {
  const t = useTexts();
  const say = useSaid();
  if (warnings.length === 0 && findings.length === 0) return null;
  return (
    <div className="employees-warnings">
      {warnings.map(({ heading, text }) => (
        <section key={heading.sv} className="employees-warning">
          <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
          <div>
            <p>
              <strong>{say(heading)}</strong> {say(text)}
            </p>
          </div>
        </section>
      ))}
      {findings.length > 0 && (
        <details className="employees-findings">
          <summary>{t('employees:findings', { count: findings.length })}</summary>
          <ul>
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
