import { useCall, useResultsInput } from '../machine/queries.ts';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';

export default function OverviewScreen() {
  const t = useTexts();
  const query = useCall('overview.get', useResultsInput());
  return (
    <Answer query={query}>
      {(overview) => <ScreenHead title={t('app:screens.overview')} lead={<Lead lead={overview.lead} />} />}
    </Answer>
  );
}
